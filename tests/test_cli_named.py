"""The records that a command line names: files, plays of the library, and codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from game.cli import main
from game.files.library import Library
from game.files.naming import rename
from game.files.records import RecordFile, read_record
from game.files.summaries import summary
from tests.in_lines import SCENARIO, plain, told

HISTORY = Path("scenarios", SCENARIO, "history.amur").resolve()


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty, with a library elsewhere."""
    monkeypatch.setenv("AMUR_HOME", str(tmp_path / "home"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def library() -> Library:
    return Library.of_player()


def kept(path: Path, *, nodes: int = 5, name: str = "") -> Path:
    """Keep so many nodes of the documented line in a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    record = read_record(HISTORY).record
    RecordFile.create(path, record.heading, record.main_line()[:nodes]).close()
    if name:
        rename(path, name)
    return path


@pytest.fixture
def the_zeya(library: Library) -> Path:
    """A play of the library that has a name of its own."""
    return kept(library.records_folder / "lesson.amur", name="The Zeya")


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have something typed at the keyboard of the next command."""
    return lambda text: monkeypatch.setattr("sys.stdin", StringIO(text))


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    assert main(list(words)) == code
    return capsys.readouterr()


def counted(capsys: pytest.CaptureFixture[str], name: str) -> int:
    return len(json.loads(said(capsys, "tree", name, "--json")[0])["nodes"])


@pytest.mark.parametrize("name", ["lesson", "lesson.amur", "The Zeya", "the  zeya"])
def test_every_command_takes_a_play_of_the_library_by_its_file_or_its_name(
    name: str, the_zeya: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert counted(capsys, name) == 5
    for words in (["compare", name, "1", "here"], ["replay", name], ["verify", name]):
        assert said(capsys, *words)[1] == ""
    assert said(capsys, "export", name)[0].startswith("AMUR1-")


def test_every_command_takes_a_code(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    code = said(capsys, "export", str(kept(here / "mine.amur")))[0].strip()
    assert counted(capsys, code) == 5
    for words in (["compare", code], ["replay", code], ["verify", code]):
        assert said(capsys, *words)[1] == ""
    found = json.loads(said(capsys, "compare", "mine.amur", "2", code, "--json")[0])
    assert (found["a"]["node"], found["b"]["node"]) == (4, 5)
    assert "is cut short" in said(capsys, "tree", code[:-1], code=2)[1]


def test_a_file_goes_before_a_play_of_the_library_and_it_is_said_which_was_taken(
    library: Library, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = kept(library.records_folder / "lesson.amur", nodes=5)
    kept(here / "lesson.amur", nodes=3)
    for name in ("lesson", "lesson.amur"):
        out, err = said(capsys, "tree", name, "--json")
        assert len(json.loads(out)["nodes"]) == 3
        assert err == (
            f"amur: {name} is taken from this folder; the play in the library is {other}\n"
        )
    assert said(capsys, "tree", "./lesson.amur", "--json")[1] == ""


def test_a_word_that_names_no_record_is_answered_with_what_could_be_said(
    library: Library, the_zeya: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    err = said(capsys, "tree", "the moon", code=2)[1]
    assert err == (
        "amur: the moon cannot be read: it is no file, no play of the library and no code; "
        "'amur plays' lists the library. A play begun with --record NAME lies as NAME.amur in the "
        "folder where it was begun\n"
    )
    assert "did you mean lesson?" in said(capsys, "replay", "leson", code=2)[1]
    kept(library.records_folder / "other.amur", name="The Zeya")
    assert "2 plays are called 'The Zeya'" in said(capsys, "verify", "The Zeya", code=2)[1]


def test_a_play_of_the_library_is_compared_with_and_a_node_of_it(
    the_zeya: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(here / "mine.amur")
    for word, node in (("lesson", 5), ("The Zeya@3", 4), ("lesson.amur@opening", 0)):
        found = json.loads(said(capsys, "compare", "mine.amur", "here", word, "--json")[0])
        assert found["b"]["node"] == node
    err = said(capsys, "compare", "mine.amur", "foo", code=2)[1]
    assert "say a number, a bookmark, or here, opening, main, fair, history, FILE.amur@NODE" in err
    assert "history" not in said(capsys, "replay", "mine.amur", "--to", "foo", code=2)[1]


@pytest.mark.parametrize("name", ["lesson", "the zeya"])
def test_a_play_of_the_library_is_taken_up_by_its_name(
    name: str,
    the_zeya: Path,
    here: Path,
    capsys: pytest.CaptureFixture[str],
    types: Callable[[str], None],
) -> None:
    types("quit\n")
    out, err = said(capsys, "play", "--plain", "--record", name)
    assert "taken up again" in out
    assert (
        err == f"amur: {name} is in the library, as {the_zeya}; for a new file here say ./{name}\n"
    )
    assert list(here.iterdir()) == []


def test_a_new_file_has_the_suffix_that_records_have(
    library: Library,
    here: Path,
    capsys: pytest.CaptureFixture[str],
    types: Callable[[str], None],
) -> None:
    kept(library.records_folder / "lesson.amur")
    for name, file in (("mine", "mine.amur"), ("./lesson", "lesson.amur"), ("a.txt", "a.txt")):
        types("quit\n")
        words = ("--plain", "--seat", "muraviev", "--record", name)
        assert said(capsys, "play", SCENARIO, *words)[1] == ""
        assert (here / file).is_file()
        types("quit\n")
        said(capsys, "play", "--plain", "--record", name)
    assert len(list(here.iterdir())) == 3


def test_a_play_that_was_begun_in_a_file_here_is_found_again(
    here: Path, capsys: pytest.CaptureFixture[str], types: Callable[[str], None]
) -> None:
    types("quit\n")
    words = ("--plain", "--seat", "muraviev", "--record", "mine")
    out, _ = said(capsys, "play", SCENARIO, *words)
    assert f"--record {here / 'mine.amur'}" in out
    listed = " ".join(said(capsys, "plays")[0].split())
    assert "In this folder, outside of the library: mine.amur." in listed
    assert "'amur plays import FILE' takes one in." in listed
    assert said(capsys, "export", "mine")[0].startswith("AMUR1-")


def test_of_a_name_that_no_play_has_it_is_said_that_a_new_one_is_begun(
    library: Library,
    here: Path,
    capsys: pytest.CaptureFixture[str],
    types: Callable[[str], None],
) -> None:
    kept(library.records_folder / "lesson.amur")
    for name, near in (("leson", " (did you mean lesson?)"), ("moon", "")):
        types("0\n")
        out, err = said(capsys, "play", "--plain", "--record", name)
        assert err == f"amur: there is no play '{name}'{near}; a new one goes to {name}.amur\n"
        assert "Which scenario?" in out
    assert list(here.iterdir()) == []


def test_every_file_is_verified_and_it_is_said_what_a_difference_means(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept(here / "good.amur", nodes=1)
    bad = kept(here / "bad.amur", nodes=3)
    bad.write_text(bad.read_text().replace('"state": "', '"state": "ffff'))
    (here / "none.amur").write_text("dear diary\n")
    out, err = said(capsys, "verify", "none.amur", "gone.amur", "bad.amur", "good.amur", code=2)
    assert out.count("bad.amur: node ") == 3
    assert out.count("the file was edited, or was written by another version of the game") == 1
    assert out.splitlines()[-1] == "good.amur: 1 node, every digest as recorded"
    assert [line.split()[1] for line in err.splitlines()] == ["none.amur", "gone.amur"]
    assert said(capsys, "verify", "bad.amur", "good.amur", code=1)[1] == ""


def test_a_replay_goes_to_any_node_that_has_a_name_and_names_people(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(here / "mine.amur", nodes=9)
    with RecordFile.open(path) as file:
        record = file.record.named(4, "the turn")
        record, _ = record.add(4, "muraviev", "break-off", "")
        for line in record.lines[len(file.record.lines) :]:
            file.append(line)
    told = {}
    for to in ("4", "the turn", "opening", "main"):
        told[to] = json.loads(said(capsys, "replay", "mine.amur", "--to", to, "--json")[0])
    assert told["4"] == told["the turn"]
    assert (told["opening"]["decisions"], told["main"]["decisions"]) == (0, 9)
    out = " ".join(said(capsys, "replay", "mine.amur", "--to", "2")[0].split())
    head = out.partition("(node 1)")[0]
    assert "seen from Nikolai Muraviev" in head
    assert "node 9: another line ends" in head
    assert "yishan:" not in head
    assert summary(path).nodes == 10


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["export", "--size"], "amur export"),
        (["plays", "rename", "--colour", "x", "y"], "amur plays rename"),
        (["replya"], "amur"),
        (["replay"], "amur replay"),
    ],
)
def test_a_wrong_option_is_answered_with_the_help_of_its_command(
    words: list[str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"(try '{command} --help')" in said(capsys, *words, code=2)[1]


def test_a_number_is_explained_by_a_word_of_its_label(tmp_path: Path) -> None:
    words = ("the-fair-at-kulja", "--plain", "--seed", "1", "--seat", "kovalevsky")
    asked = {"fear": "danger", "Kokand's": "", "hand": "kokand", "unease": "caution"}
    lines = "".join(f"why {word}\n" for pair in asked.items() for word in pair if word)
    shown = plain(tmp_path, *words, lines=f"1\n1\n{lines}quit\n")
    for word, number in asked.items():
        is_known = "nothing to tell" not in told(shown, f"why {word}")
        assert is_known == bool(number)
        assert not number or told(shown, f"why {word}") == told(shown, f"why {number}")
