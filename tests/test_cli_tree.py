"""`amur tree`, `amur compare`, and the words that walk the tree while one plays in lines."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from game.cli import main
from tests.in_lines import SCENARIO, nodes, plain, told

SIT_DOWN = "1\n"
TWO_LINES = (
    f"{SIT_DOWN}1\nargue english with offer ussuri=common\n"
    "whatif 1\n2\ndinner\n1\ngo-home\n1\nquit\n"
)
WORDS = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "7")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A play with a line that goes on and another that came to an end."""
    home = tmp_path_factory.mktemp("tree")
    path = home / "play.amur"
    plain(home, *WORDS, "--record", str(path), lines=TWO_LINES)
    return path


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


def test_the_tree_of_a_play_names_every_node_once(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(shown(capsys, "tree", str(record), "--json"))
    kept = nodes(record)
    assert [node["id"] for node in found["nodes"]] == [int(node["id"]) for node in kept]
    assert found["format"] == 1
    assert found["fair"] == [n["id"] for n in found["nodes"] if n["id"] <= found["fair"][-1]]
    assert found["cursor"] == kept[-1]["id"]
    ended = [node for node in found["nodes"] if node["ended"]]
    assert [node["ended"] for node in ended] == ["went-home"]
    assert set(ended[0]["lasting"]) == {"muraviev", "yishan"}
    assert all(node["replays"] for node in found["nodes"])
    assert any(node["untried"] for node in found["nodes"])
    assert found["history"]["verdict"] == "silence"
    assert found["history"]["decisions"] == 48


def test_the_tree_in_lines_sets_variations_in_and_tells_how_they_end(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(capsys, "tree", str(record))
    assert "+-Name your business over the third cup." in out
    assert "went home · 43" in " ".join(out.split())
    assert "the fair copy ends here" in " ".join(out.split())
    history = json.loads(shown(capsys, "tree", str(record), "--json"))["history"]
    heading = '"seat": "muraviev", "mode"'
    for seat, lasted in history["lasting"].items():
        other = record.with_name(f"{seat}.amur")
        other.write_text(record.read_text().replace(heading, f'"seat": "{seat}", "mode"'))
        assert f"(in silence · {lasted})" in " ".join(shown(capsys, "tree", str(other)).split())
    assert "The documented line, with the men as they were: 48 decisions" in " ".join(out.split())


def test_compare_names_the_first_difference_and_its_cause(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(shown(capsys, "compare", str(record), "fair", "here", "--json"))
    first = found["first_difference"]
    assert (first["cause"], first["sitting"]) == ("decision", 1)
    assert first["a"]["says"] == "Eat everything, the castor-oil soup too."
    assert first["b"]["says"] == "Name your business over the third cup."
    assert first["a"]["node"] != first["b"]["node"]
    assert first["says"].startswith("There Nikolai Muraviev decides otherwise")
    assert found["common"]["decisions"] == 0
    assert found["treaty"] is None
    assert found["b"]["ended"] == "went-home"
    assert found["a"]["lasting"] is None
    assert {day["sitting"] for day in found["days"]} == {1, 2}


def test_two_lines_are_compared_with_the_fair_copy_where_nothing_is_said(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = " ".join(shown(capsys, "compare", str(record)).split())
    assert out.startswith("A (fair) beside B (here)")
    assert "They part at the very first decision, on 22 May 1858" in out


def test_history_can_be_put_beside_a_play_and_beside_its_own_start(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(shown(capsys, "compare", str(record), "history", "here", "--json"))
    assert found["a"]["verdict"] == "silence"
    assert found["distance"]["square_miles"] == 350_000
    again = json.loads(
        shown(capsys, "compare", f"history:{SCENARIO}", "history@20", "history@24", "--json")
    )
    assert again["common"]["decisions"] == 20
    assert again["first_difference"]["cause"] == "stop"


def test_a_line_of_another_file_can_be_put_beside_it(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.amur"
    other.write_bytes(record.read_bytes())
    found = json.loads(shown(capsys, "compare", str(record), "here", f"{other}@fair", "--json"))
    assert found["b"]["node"] == max(
        json.loads(shown(capsys, "tree", str(other), "--json"))["fair"]
    )


@pytest.mark.parametrize(
    ("a", "says"),
    [
        ("999", "there is no node 999; they are numbered up to"),
        ("nowhere", "no node is called 'nowhere'; say a number, a bookmark, or here"),
        ("history@9999", "there is no node 9999"),
        ("missing.amur", "missing.amur cannot be read"),
        ("9" * 5000, "there is no node 999"),
    ],
)
def test_what_is_no_node_is_said_in_one_sentence(
    record: Path, capsys: pytest.CaptureFixture[str], a: str, says: str
) -> None:
    assert main(["compare", str(record), a]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert err.count("\n") == 1


def test_walking_marking_and_naming_in_lines(tmp_path: Path) -> None:
    path = tmp_path / "play.amur"
    out = plain(
        tmp_path,
        *WORDS,
        "--record",
        str(path),
        lines=TWO_LINES.replace("quit\n", "")
        + "mark ??\nname went home\nnote 2 he liked it\nname 0 First try\npromote 4\n"
        + "goto went home\nwhatif\ntree\nquit\n",
    )
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    said = [line for line in lines if {"note", "name", "glyph", "promote"} & set(line)]
    assert {"note": {"on": 2, "text": "he liked it"}} in said
    assert {"name": {"on": 0, "text": "First try"}} in said
    assert {"promote": 4} in said
    went = next(int(n["id"]) for n in nodes(path) if n["do"] == "go-home")
    assert {"glyph": {"on": went, "sign": "??"}} in said
    assert "You stand at node" in told(out, "goto went home")
    assert "What if? You stand before node" in told(out, "whatif")
    assert "Fortune stays as it was" in told(out, "whatif")
    assert "“First try”" in told(out, "tree")
    assert "??; “went home”" in told(out, "tree")


def test_what_if_of_a_row_that_ends_with_a_forecast_stands_before_its_decision(
    tmp_path: Path,
) -> None:
    lines = f"{SIT_DOWN}1\nforecast with offer ussuri=common\ntree\nwhatif 2\nquit\n"
    out = plain(tmp_path, *WORDS, lines=lines)
    assert re.search(r"\b2 @ .*Eat everything", told(out, "tree"))
    asked = told(out, "whatif 2")
    assert "What if? You stand before node 2" in asked
    assert "There you had decided: Eat everything" in asked
    assert "1. Eat everything, the castor-oil soup too." in asked, "the scene waits again"


def test_the_way_forward_is_asked_for_by_its_number(tmp_path: Path) -> None:
    out = plain(
        tmp_path,
        *WORDS,
        lines=f"{SIT_DOWN}1\ngoto 0\n2\ngoto 0\nredo\ngoto 0\nredo 2\nredo 9\nlog\nquit\n",
    )
    assert "Several ways go on from here" in told(out, "redo")
    assert "1. Name your business over the third cup." in told(out, "redo")
    assert "No way goes on from here" in told(out, "redo 9")
    assert "You chose: Eat everything" in told(out, "log")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("goto", "Say where to"),
        ("goto 99", "There is no node 99"),
        ("whatif 0", "Nobody had decided anything there yet"),
        ("mark", "Say which mark: there are !! ! !? ?! ? ??"),
        ("mark excellent", "'excellent' is no mark"),
        ("compare", "Say what to compare"),
        ("compare history", "what was really done is no plan"),
        ("undo 5", "'undo' stands alone"),
        ("promote 77", "There is no node 77"),
    ],
)
def test_a_word_of_the_tree_that_cannot_be_done_says_why(
    tmp_path: Path, line: str, says: str
) -> None:
    out = plain(tmp_path, *WORDS, lines=f"{SIT_DOWN}{line}\nquit\n")
    assert says in told(out, line)


def test_a_mark_a_note_and_a_name_mean_the_same_decision(tmp_path: Path) -> None:
    lines = f"{SIT_DOWN}1\nargue english\nmark ?!\nnote He moved\nname the third cup\nquit\n"
    said = plain(tmp_path, *WORDS, lines=lines)
    assert told(said, "mark ?!") == "Node 2 is marked ?!."
    assert told(said, "note He moved") == "Noted on node 2."
    assert told(said, "name the third cup").startswith("Node 2 is called")


def test_a_word_that_is_nearly_one_is_asked_back_after_the_end_too(tmp_path: Path) -> None:
    lines = f"{SIT_DOWN}1\ngo-home\n1\nnotes\ndinner\nquit\n"
    said = plain(tmp_path, *WORDS, lines=lines)
    assert "did you mean 'note'?" in told(said, "notes")
    assert told(said, "dinner").startswith("The talks are over")


def test_a_text_that_is_supposed_before_any_paper_is_not_called_the_draft(tmp_path: Path) -> None:
    lines = f"{SIT_DOWN}1\nsuppose ussuri=qing\ntree\nquit\n"
    assert "Suppose: a first text" in told(plain(tmp_path, *WORDS, lines=lines), "tree")
