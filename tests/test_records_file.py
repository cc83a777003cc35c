"""Record files and the library: what is on the disk, whatever happens."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import AmurError, RecordError
from game.files.library import Library, replace_text
from game.files.record_lines import FORMAT, heading_of, heading_text, line_of, line_text
from game.files.records import RecordFile, read_record
from game.record import (
    Cursor,
    Glyph,
    Heading,
    Line,
    Name,
    Node,
    Note,
    Promotion,
    Record,
    Sign,
    Unknown,
)

HEADING = Heading("tiny", 1, "abc", "1858", "ferryman")
NODES = tuple(Node(n, n - 1, "ferryman", f"choose ice «{n}»", f"{n:012x}") for n in range(1, 6))

texts = st.text(max_size=30)
ids = st.integers(0, 10**6)
lines = st.one_of(
    st.builds(Node, ids, ids, texts, texts, texts),
    st.builds(Note, ids, texts),
    st.builds(Name, ids, texts),
    st.builds(Sign, ids, st.sampled_from([*Glyph, None])),
    st.builds(Cursor, ids),
    st.builds(Promotion, ids),
)
headings = st.builds(
    Heading,
    texts,
    st.integers(0, 99),
    texts,
    texts,
    texts,
    texts,
    st.none() | texts,
    st.lists(texts, max_size=3).map(tuple),
    st.none() | st.lists(texts, max_size=2).map(tuple),
)


def written(path: Path, *lines: Line) -> Path:
    with RecordFile.create(path, HEADING) as file:
        for line in lines:
            file.append(line)
    return path


@given(lines)
def test_a_line_comes_back_as_it_was_and_is_one_line(line: Line) -> None:
    text = line_text(line)
    assert line_of(text) == line
    assert len(text.splitlines()) == 1


@given(headings)
def test_a_heading_comes_back_as_it_was(heading: Heading) -> None:
    assert heading_of(heading_text(heading), "x") == heading


@given(st.binary(max_size=80))
@settings(max_examples=60, deadline=None)
def test_no_line_is_too_strange_to_be_kept(
    tmp_path_factory: pytest.TempPathFactory, line: bytes
) -> None:
    path = tmp_path_factory.mktemp("strange") / "play.amur"
    written(path, NODES[0])
    before = path.read_bytes()
    path.write_bytes(before + line + b"\n")
    assert 1 in read_record(path).record.nodes
    with RecordFile.open(path) as file:
        file.append(Cursor(0))
    assert path.read_bytes() == before + line + b'\n{"cursor": 0}\n'


@pytest.mark.parametrize(
    "line",
    ["[" * 9999, '{"id": 1e999, "on": 0, "do": ""}', "9" * 9999, '{"cursor": true}', "\0" * 99],
)
def test_a_line_that_is_no_line_is_passed_over(tmp_path: Path, line: str) -> None:
    path = written(tmp_path / "play.amur", NODES[0])
    path.write_text(path.read_text("utf-8") + line + "\n", "utf-8")
    assert read_record(path).record.unknown == (Unknown(line),)


def test_a_line_torn_anywhere_costs_that_line_only(tmp_path: Path) -> None:
    path = written(tmp_path / "play.amur", *NODES)
    whole = path.read_bytes()
    last = whole.rindex(b"\n", 0, -1) + 1
    for cut in range(last + 1, len(whole) - 1):
        path.write_bytes(whole[:cut])
        record, notices, *_ = read_record(path)
        assert list(record.nodes) == [1, 2, 3, 4]
        assert notices == ("line 6 was torn off while it was being written; it is left out",)
        with RecordFile.open(path) as file:
            assert path.read_bytes() == whole[:cut], "opening alone changes nothing"
            file.append(NODES[4])
        assert path.read_bytes() == whole


def test_a_last_line_without_its_end_is_whole(tmp_path: Path) -> None:
    path = written(tmp_path / "play.amur", *NODES)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    with RecordFile.open(path) as file:
        assert file.notices == ()
        assert len(file.record.nodes) == 5
        file.append(Cursor(2))
        file.append(Cursor(3))
    assert path.read_bytes() == whole + b'{"cursor": 2}\n{"cursor": 3}\n'


@pytest.mark.parametrize("cut", range(0, 90, 7))
def test_a_torn_first_line_is_a_sentence_and_no_traceback(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "play.amur"
    path.write_bytes(heading_text(HEADING).encode()[:cut])
    with pytest.raises(RecordError, match="holds no play: its first line is not complete"):
        read_record(path)


def test_lines_of_a_later_version_survive_being_played_on(tmp_path: Path) -> None:
    path = written(tmp_path / "play.amur", NODES[0])
    strange = '{"weather": {"rain": [1, 2.5]}}\n{"cursor": {"x": 1}}\n'
    path.write_text(path.read_text("utf-8") + strange, "utf-8")
    with RecordFile.open(path) as file:
        assert file.notices == ()
        file.append(NODES[1])
    assert strange in path.read_text("utf-8")
    assert [u.text for u in read_record(path).record.unknown] == strange.splitlines()


def test_lines_that_do_not_fit_are_named_by_their_place(tmp_path: Path) -> None:
    path = written(tmp_path / "play.amur", NODES[0], NODES[3], Cursor(9))
    with path.open("ab") as file:
        file.write(b"\xff\xfe\n")
    record, notices, *_ = read_record(path)
    assert list(record.nodes) == [1]
    assert notices == (
        "line 5 cannot be read; it is kept and passed over",
        "line 3 is kept and passed over: node 4 stands on node 3, which this record does not hold",
        "line 4 is kept and passed over: there is no node 9 in this record",
    )


def test_a_record_edited_on_windows_still_opens(tmp_path: Path) -> None:
    path = written(tmp_path / "play.amur", *NODES)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(read_record(path).record.nodes) == 5


@pytest.mark.parametrize(
    ("first", "says"),
    [
        (
            f'{{"amur": {FORMAT + 1}, "scenario": "x", "seed": "1"}}',
            "a newer version of the game",
        ),
        ("hello", "is no record of The Amur Question"),
        ('{"amur": 1, "seed": "1"}', "does not say its scenario"),
        ('{"amur": 1, "scenario": 5, "seed": "1"}', "cannot be understood: 5 is no text"),
    ],
)
def test_what_is_no_record_is_said_to_be_none(tmp_path: Path, first: str, says: str) -> None:
    path = tmp_path / "play.amur"
    path.write_text(first + "\n", "utf-8")
    with pytest.raises(RecordError, match=says):
        read_record(path)
    with pytest.raises(RecordError, match=says):
        RecordFile.open(path)
    assert [p.name for p in tmp_path.iterdir()] == ["play.amur"], "nobody holds it"


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record"):
        RecordFile.open(tmp_path / "play.amur")
    with pytest.raises(RecordError, match="cannot be read: No such file"):
        read_record(tmp_path / "play.amur")
    assert list(tmp_path.iterdir()) == []


def test_a_play_is_never_begun_over_another(tmp_path: Path) -> None:
    path = written(tmp_path / "play.amur", *NODES)
    with pytest.raises(RecordError, match="exists already; choose another name"):
        RecordFile.create(path, HEADING)
    assert len(read_record(path).record.nodes) == 5


def test_a_file_is_played_by_one_process_at_a_time(tmp_path: Path) -> None:
    path = written(tmp_path / "play.amur", NODES[0])
    open_it = (
        "import sys; from pathlib import Path; from game.files.records import *\n"
        "try: RecordFile.open(Path(sys.argv[1]))\n"
        "except Exception as error: print(error)\n"
    )
    with RecordFile.open(path):
        said = subprocess.run(
            [sys.executable, "-c", open_it, str(path)],
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert f"is being played by process {os.getpid()} on " in said
        with pytest.raises(RecordError, match="close it there"):
            RecordFile.open(path)
    RecordFile.open(path).close()
    assert [p.name for p in tmp_path.iterdir()] == ["play.amur"]


@pytest.mark.skipif(os.name != "posix", reason="flock is for POSIX")
def test_on_a_disk_without_locks_one_plays_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def no_locks(file: int, how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with RecordFile.create(tmp_path / "play.amur", HEADING) as file:
        (notice,) = file.notices
        assert notice.startswith("this disk knows no locks")
        file.append(NODES[0])


KEEP_ON_WRITING = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[1:3]
from test_records_file import HEADING, Node, RecordFile
with RecordFile.create(Path(sys.argv[3]), HEADING) as file:
    for n in range(1, 1_000_000):
        file.append(Node(n, n - 1, "ferryman", "refuse", "0" * 12))
        print(n, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is for POSIX")
def test_a_process_that_is_killed_loses_no_decision_and_holds_nothing(tmp_path: Path) -> None:
    path, tests = tmp_path / "play.amur", Path(__file__).parent
    with subprocess.Popen(
        [sys.executable, "-c", KEEP_ON_WRITING, str(tests.parent), str(tests), str(path)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(40)]
        process.send_signal(signal.SIGKILL)
        said += process.stdout.readlines()
    shown = int([word for word in said if word.endswith("\n")][-1])
    with RecordFile.open(path) as file:
        assert shown <= len(file.record.nodes) <= shown + 1
        file.append(Cursor(1))


def test_a_disk_that_is_full_leaves_no_half_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "play.amur"
    real = os.write

    def full(file: int, data: bytes) -> int:
        if len(data) <= 20:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(file, data[:20])

    with RecordFile.create(path, HEADING) as file:
        file.append(NODES[0])
        before = path.read_bytes()
        monkeypatch.setattr(os, "write", full)
        with pytest.raises(RecordError, match="cannot be written: No space left"):
            file.append(NODES[1])
        monkeypatch.undo()
        assert path.read_bytes() == before
        file.append(NODES[1])
    assert list(read_record(path).record.nodes) == [1, 2]


def test_a_closed_file_is_not_written(tmp_path: Path) -> None:
    file = RecordFile.create(tmp_path / "play.amur", HEADING)
    file.close()
    file.close()
    with pytest.raises(RecordError, match="is closed"):
        file.append(NODES[0])


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv("AMUR_HOME", str(tmp_path / "home"))
    return Library.of_player()


def test_amur_home_moves_the_library(library: Library, tmp_path: Path) -> None:
    assert library.home == tmp_path / "home"
    assert library.plays() == []
    assert not library.home.exists(), "looking makes no folder"


def test_without_amur_home_the_library_is_where_the_platform_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("AMUR_HOME", raising=False)
    assert Library.of_player().home.name == "amur"


def test_new_plays_are_named_after_what_they_began_with(library: Library) -> None:
    odd = Heading("tiny", 1, "", "../Second Try: 1858 é" + "x" * 99, "ferryman")
    names = []
    for heading in (HEADING, HEADING, odd):
        with library.new_play(heading) as file:
            names.append(file.path.name)
    assert names[:2] == ["tiny-ferryman-1858-1.amur", "tiny-ferryman-1858-2.amur"]
    assert names[2].startswith("tiny-ferryman-second-try-1858-x")
    assert len(names[2]) < 80


def test_the_list_of_plays_says_what_each_is(library: Library) -> None:
    with library.new_play(HEADING) as file:
        record = Record(HEADING)
        for line in (*NODES, Name(2, "the ice"), Cursor(3)):
            record = record.with_line(line)
            file.append(line)
    (library.records_folder / "broken.amur").write_text("{", "utf-8")
    os.utime(library.records_folder / "broken.amur", (1, 1))
    play, broken = library.plays()
    assert (play.decisions, play.nodes, play.names) == (3, 5, ("the ice",))
    assert play.heading == HEADING
    assert broken.heading is None
    assert "holds no play" in broken.trouble


def test_settings_are_kept_and_those_of_others_are_left_alone(library: Library) -> None:
    assert library.settings() == {}
    library.change_settings({"theme": "ink", "motion": False, "of-a-later-version": 3})
    library.change_settings({"theme": "paper"})
    assert library.settings() == {"theme": "paper", "motion": False, "of-a-later-version": 3}
    assert [p.name for p in library.home.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["{", "[]", '{"theme": [1]}', "\x00"])
def test_spoilt_settings_are_neither_used_nor_overwritten(library: Library, text: str) -> None:
    library.home.mkdir()
    path = library.home / "settings.json"
    path.write_text(text, "utf-8")
    with pytest.raises(AmurError, match=r"settings\.json .* mend it, or delete it"):
        library.settings()
    with pytest.raises(AmurError, match="mend it"):
        library.change_settings({"theme": "ink"})
    assert path.read_text("utf-8") == text


def test_a_text_that_cannot_be_replaced_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    replace_text(path, json.dumps({"old": 1}))

    def failing(file: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(AmurError, match="cannot be written: Input/output error"):
        replace_text(path, "new")
    assert json.loads(path.read_text("utf-8")) == {"old": 1}
    assert list(tmp_path.iterdir()) == [path]
