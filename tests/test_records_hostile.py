"""Records that are spoilt, or were written to do harm: a sentence or part of a replay each time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.cli import main
from game.cli.seating import seating
from game.errors import AmurError, RecordError
from game.files import plays
from game.files.plays import resume_play
from game.files.record_lines import heading_text, line_text
from game.files.records import RecordFile, read_record
from game.record import Cursor, Glyph, Heading, Name, Node, Note, Promotion, Record, Sign
from game.rules import Rules
from game.session import Session
from tests.test_record import RULES, TINY, decided, line

ONE_LINE = re.compile(r"amur: [^\n]+\n")
NUL = "\0"
COMMANDS = ("replay", "verify", "tree", "export", "markdown", "html", "compare", "play", "plays")
IN_FULL = ("verify", "tree", "html")
"""What looks at every line of a record."""
ALL_BUT_THE_LIST = set(COMMANDS) - {"plays"}
"""What exits with 2 where a file is no record; a list of plays goes on with the next."""


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A library that has the tiny scenario."""
    home = tmp_path_factory.mktemp("home")
    (home / "scenarios").mkdir()
    (home / "scenarios" / "tiny").symlink_to(TINY.resolve())
    (home / "records").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AMUR_HOME", str(home))
        yield home


def bushy() -> Record:
    """Return a record with everything in it that a record can hold."""
    record = decided(decided(line(6), 2, 1), 1, 3)
    node = record.ends()[0].id
    for more in (
        Name(2, "before the fish"),
        Note(node, "Er sagt «нет»."),
        Sign(3, Glyph.DUBIOUS),
        Promotion(node),
        Cursor(3),
    ):
        record = record.with_line(more)
    return decided(record, 3, 1)


def texts_of(record: Record) -> list[str]:
    return [heading_text(record.heading), *map(line_text, record.lines)]


BUSHY = "".join(text + "\n" for text in texts_of(bushy())).encode()


def looked_at(path: Path, home: Path, commands: tuple[str, ...] = COMMANDS) -> dict[str, str]:
    """Let everything look at a file; return what each command said where it exited with 2.

    Nothing may be raised but what is said in one sentence. The file stays as it is, unless
    officials answered in a play that was taken up: then it holds that besides.
    """
    before = path.read_bytes()
    assert all(len(sentence.splitlines()) == 1 for sentence in sentences_of(path))
    said = {}
    for command in commands:
        code, out, err = told(command, path, home)
        if command == "play" and path.read_bytes() != before:
            after = path.read_bytes()
            path.write_bytes(before)
            assert after.startswith(before[: read_record(path).sound])
        assert code in (0, 1, 2), command
        assert "Traceback" not in out + err
        if code == 2:
            *_, last = err.splitlines()
            assert last.startswith("amur: "), (command, err)
            said[command] = last
        else:
            assert out, command
    assert path.read_bytes() == before
    return said


def sentences_of(path: Path) -> list[str]:
    """Take a record up; return its notices, or why it cannot be."""
    try:
        with RecordFile.open(path) as file:
            assert file.record.lines == read_record(path).record.lines
        with resume_play(_rules, path, seating) as play:
            session = play.session
            assert session.is_over or len(session.legal())
            return list(play.notices)
    except AmurError as error:
        return [str(error)]


def _rules(heading: Heading) -> Rules:
    return plays.rules_told(heading.scenario, heading.start, None, str(TINY))


def told(command: str, path: Path, home: Path) -> tuple[int, str, str]:
    """Return the exit code of a command on a file, and what it printed."""
    words = {
        "play": ["play", "--plain", "--record", str(path)],
        "compare": ["compare", str(path), "opening", "here"],
        "plays": ["plays"],
        "markdown": ["export", str(path), "--format", "markdown"],
        "html": ["export", str(path), "--format", "html"],
    }
    out, err = StringIO(), StringIO()
    copy = home / "records" / "play.amur"
    if command == "plays":
        copy.write_bytes(path.read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", StringIO("quit\n"))
        patch.setattr("sys.stdout", out)
        patch.setattr("sys.stderr", err)
        code = main(words.get(command, [command, str(path)]))
    copy.unlink(missing_ok=True)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def spoilt(tmp_path: Path, home: Path) -> Callable[..., dict[str, str]]:
    """Write a file, let everything look at it, and return what was said where it exited with 2."""
    path = tmp_path / "play.amur"

    def look(data: bytes, commands: tuple[str, ...] = COMMANDS) -> dict[str, str]:
        path.write_bytes(data)
        return looked_at(path, home, commands)

    return look


Look = Callable[..., dict[str, str]]


def test_a_record_that_is_not_spoilt_is_good_everywhere(spoilt: Look) -> None:
    assert spoilt(BUSHY) == {}


def test_a_record_cut_at_any_byte_is_read_as_far_as_it_goes(spoilt: Look, tmp_path: Path) -> None:
    path, first = tmp_path / "cut.amur", BUSHY.index(b"\n")
    whole = bushy().lines
    for end in range(len(BUSHY)):
        path.write_bytes(BUSHY[:end])
        if end < first:
            with pytest.raises(RecordError, match="holds no play"):
                read_record(path)
            continue
        record, notices, *_ = read_record(path)
        assert record.lines == whole[: len(record.lines)]
        assert len(record.lines) >= BUSHY[:end].count(b"\n") - 1
        session = Session(RULES, record, seating(RULES, "1858"))
        assert (session.cursor, session.notices) == (record.cursor, ())
        assert len(notices) == (BUSHY[end - 1 : end + 1].find(b"\n") < 0)


def test_a_record_cut_at_the_edges_of_lines_is_good_everywhere(spoilt: Look) -> None:
    ends = [at for at in range(len(BUSHY)) if BUSHY[at : at + 1] == b"\n"]
    for at in ends:
        for end in (at - 1, at, at + 1, at + 2):
            assert set(spoilt(BUSHY[:end])) in (set(), ALL_BUT_THE_LIST)
    assert set(spoilt(b"")) == ALL_BUT_THE_LIST


def test_lines_that_changed_places_are_told_by_number(spoilt: Look) -> None:
    lines = BUSHY.splitlines(keepends=True)
    for at in range(1, len(lines) - 1):
        swapped = [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]
        assert spoilt(b"".join(swapped)) == {}
    lot = Random(1)
    for _ in range(25):
        lot.shuffle(mixed := lines[1:])
        spoilt(b"".join([lines[0], *mixed]))
    assert set(spoilt(b"".join([*lines[1:], lines[0]]))) == ALL_BUT_THE_LIST


ODD: list[object] = [
    None, True, False, 0, -1, 1.5, 10**30, -(10**30), "", "x", NUL, "\ud800", "\u202e", "\x1b[2J",
    [], [1], {}, {"on": 1}, "9" * 5000, "../../etc", {"on": {"on": 1}, "text": [1]},
]  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:12])
def test_a_value_of_the_wrong_kind_stands_anywhere(spoilt: Look, odd: object) -> None:
    heading, *rest = map(json.loads, texts_of(bushy()))
    for key in heading:
        changed = [{**heading, key: odd}, *rest]
        spoilt("\n".join(map(json.dumps, changed)).encode(), ("replay", "verify", "play"))
    for at, said in enumerate(rest):
        for key in said:
            spoilt(_with(heading, rest, at, {**said, key: odd}), () if at % 8 else IN_FULL)
            if isinstance(said[key], dict):
                for inner in said[key]:
                    remark = {key: {**said[key], inner: odd}}
                    spoilt(_with(heading, rest, at, remark), ("tree",))
    for kind in ("cursor", "promote", "note", "glyph", "name", "do", "id", "weather"):
        spoilt(_with(heading, rest, 3, {kind: odd}), ())


def _with(heading: object, rest: list[object], at: int, more: object) -> bytes:
    lines = [heading, *rest[:at], more, *rest[at:]]
    return ("\n".join(map(json.dumps, lines)) + "\n").encode()


@given(st.binary(max_size=60), st.integers(0, len(BUSHY)), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_bytes_that_were_overwritten_are_told(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, at: int, over: int
) -> None:
    home = tmp_path_factory.getbasetemp() / "overwritten"
    (home / "records").mkdir(parents=True, exist_ok=True)
    path = home / "play.amur"
    path.write_bytes(BUSHY[:at] + junk + BUSHY[at + over :])
    looked_at(path, home, ("replay", "verify", "tree", "play"))


def node(id: int, on: int, do: str = "expect top=fare", **more: object) -> dict[str, object]:
    return {"id": id, "on": on, "seat": "ferryman", "do": do, "state": "", **more}


def written(*lines: object, **changes: object) -> bytes:
    heading = {**json.loads(texts_of(bushy())[0]), **changes}
    first = node(1, 0, "choose ice mend")
    return "".join(f"{json.dumps(it)}\n" for it in (heading, first, *lines)).encode()


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            [node(1, 0, "choose ice leave")],
            "line 3 is kept and passed over: there can be no second",
        ),
        ([node(0, 0)], "no node can have the id 0; they begin at 1"),
        ([node(-5, 0)], "no node can have the id -5; they begin at 1"),
        ([node(2, 2)], "node 2 stands on node 2, which this record does not hold"),
        ([node(2, 3), node(3, 2)], "line 4 is kept and passed over: node 3 stands on node 2"),
        ([node(2, 10**30)], f"stands on node {10**30}, which this record does not hold"),
        ([{"cursor": 10**30}], f"there is no node {10**30} in this record"),
        ([{"promote": -1}], "there is no node -1 in this record"),
        ([{"note": {"on": 9, "text": "?"}}], "there is no node 9 in this record"),
    ],
)
def test_what_does_not_fit_is_passed_over_and_told(
    spoilt: Look, tmp_path: Path, lines: list[object], told: str
) -> None:
    assert spoilt(written(*lines)) == {}
    notices = read_record(tmp_path / "play.amur").notices
    assert any(told in notice for notice in notices)


def test_a_play_goes_on_above_the_greatest_id(spoilt: Look, tmp_path: Path) -> None:
    assert spoilt(written(node(10**30, 1))) == {}
    with resume_play(_rules, tmp_path / "play.amur", seating) as play:
        play.session.decide(play.session.legal()[0])
        nodes = play.session.record.nodes
    assert 10**30 + 1 in nodes
    assert read_record(tmp_path / "play.amur").record.nodes == nodes


def test_lines_of_later_versions_stay_when_a_play_goes_on(spoilt: Look, tmp_path: Path) -> None:
    later = written({"weather": "rain"}, {"cursor": [1]}, {"do": "x", "id": "two"}, "text", 7)
    assert spoilt(later) == {}
    with resume_play(_rules, tmp_path / "play.amur", seating) as play:
        play.session.decide(play.session.legal()[0])
    assert (tmp_path / "play.amur").read_bytes().startswith(later)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"amur": True}, "is no record of The Amur Question"),
        ({"amur": 0}, "is no record of The Amur Question"),
        ({"amur": 2}, "newer version of the game (format 2)"),
        ({"scenario": "nowhere"}, "there is no scenario nowhere"),
        ({"scenario": "../../etc"}, "'../../etc' is no scenario's id"),
        ({"scenario": ""}, "'' is no scenario's id"),
        ({"start": "autumn"}, "has no start 'autumn'"),
        ({"twists": ["fog", 1]}, "the first line of"),
    ],
)
def test_a_heading_that_cannot_be_played_is_refused_everywhere(
    spoilt: Look, changes: dict[str, object], told: str
) -> None:
    said = spoilt(written(**changes))
    assert set(said) == ALL_BUT_THE_LIST
    assert all(told in sentence for sentence in said.values())


def test_a_record_of_nobody_is_read_and_not_played(spoilt: Look) -> None:
    said = spoilt(written(seat="nobody"))
    assert set(said) == {"play"}
    assert "nobody plays 'nobody'" in said["play"]


def test_a_play_of_another_text_of_the_scenario_says_so(spoilt: Look, tmp_path: Path) -> None:
    assert spoilt(written(digest="0" * 16)) == {}
    with resume_play(_rules, tmp_path / "play.amur", seating) as play:
        assert any("the scenario has changed since" in notice for notice in play.notices)


def test_texts_as_long_as_books_are_carried_and_clipped_in_sentences(spoilt: Look) -> None:
    long = "y" * 100_000
    said = spoilt(
        written(
            {"note": {"on": 1, "text": long}},
            {"name": {"on": 0, "text": "y " * 50_000 + NUL}},
            node(2, 1, f"expect {long}"),
            node(3, 2, long),
        )
    )
    assert set(said) == {"replay", "export", "compare"}
    assert all(len(sentence) < 1000 for sentence in said.values())


def test_a_chain_of_twenty_thousand_is_no_deeper_than_one_of_five(spoilt: Look) -> None:
    """Nothing here calls itself for each ply, and nothing is counted twice for each."""
    chain = [node(id, id - 1, "dance") for id in range(2, 20_000)]
    said = spoilt(written(*chain), ("replay", "verify", "play", "export"))
    assert set(said) == {"replay", "export"}
    assert "stops at node 2 (ferryman: dance)" in said["replay"]


def test_twenty_thousand_variations_of_one_node_are_read(spoilt: Look) -> None:
    assert spoilt(written(*[node(id, 0) for id in range(2, 20_000)]), ("play",)) == {}


def test_five_thousand_promotions_of_a_deep_line_are_read(spoilt: Look) -> None:
    chain = [node(id, id - 1, "dance") for id in range(2, 5_000)]
    promotions = [{"promote": id} for id in range(4_999, 0, -1)]
    assert spoilt(written(*chain, *promotions), ("play",)) == {}


steps = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=30)


@given(steps, st.lists(st.integers(0, 99), max_size=12), st.booleans())
@settings(max_examples=60, deadline=None)
def test_promotions_at_once_come_to_the_same_as_one_by_one(
    steps: list[tuple[int, int]], promoted: list[int], at_once: bool
) -> None:
    """As each puts what leads to its node before all other variations."""
    lines: list[Node | Promotion] = []
    for id, (on, _) in enumerate(steps, 1):
        lines.append(Node(id, on % id, "x", "y", ""))
        if promoted and id % 3 == 0:
            lines.append(Promotion(promoted.pop() % (id + 1)))
    begun = Record(bushy().heading)
    record = begun.with_lines(lines)[0]
    if not at_once:
        record = begun
        for one in lines:
            record = record.with_line(one)
    children: dict[int, list[int]] = {}
    parents: dict[int, int] = {}
    for one in lines:
        if isinstance(one, Node):
            parents[one.id] = one.parent
            children.setdefault(one.parent, []).append(one.id)
            continue
        on = one.on
        while on:
            among = children[parents[on]]
            among.remove(on)
            among.insert(0, on)
            on = parents[on]
    assert {parent: list(ids) for parent, ids in record.children.items()} == children
