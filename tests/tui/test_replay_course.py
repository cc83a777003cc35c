"""A line of a record is told as the play told it, wherever one stands in it."""

from __future__ import annotations

from functools import cache
from itertools import count
from random import Random

import pytest

from game.errors import RecordError
from game.files.scenarios import read_scenario
from game.policy import persona
from game.record import OPENING, Heading, Node, Record
from game.record.history import documented
from game.rules import Rules
from game.session import Session
from game.state import Phase
from game.tui.play.annals import Annals, Passage
from game.tui.replay.course import SHOWN_BEFORE, Course
from tests.bench.bench_record import one_line
from tests.proof.luck import branched


@cache
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@cache
def forked() -> Record:
    """Return a record of two lines that came to an end and have their first decisions in common."""
    for number in count():
        record = branched(rules(), Random(number))
        ends = record.ends()
        if len(ends) > 1 and record.path(ends[0].id)[0] == record.path(ends[-1].id)[0]:
            return record
    raise AssertionError


def course(record: Record, to: int, mode: str = "advisers") -> Course:
    return Course(rules(), record, to, mode)


def said(passages: list[Passage]) -> list[object]:
    """Return what passages tell, whatever was shown of their dates and answers."""
    return [part for p in passages for part in (p.scene, p.deed, *p.lines) if part]


@pytest.mark.parametrize("mode", ["advisers", "points"])
def test_step_by_step_a_line_tells_what_the_play_told(mode: str) -> None:
    record = forked()
    for end in record.ends():
        seats, seed = rules().table.seats, record.heading.seed
        players = {seat: persona("official", rules(), seed) for seat in seats}
        session = Session(rules(), record.moved(end.id), players, persons=())
        older, newest = Annals(session, mode).passages(0)
        line = course(record, end.id, mode)
        told: list[Passage] = []
        for place in range(1, line.last + 1):
            before, new = line.told(place)
            assert len(before) <= SHOWN_BEFORE + 1
            assert new is not None
            told += [passage for passage in before[-1:] if passage.scene and not passage.deed]
            told.append(new)
        scenes = {scene for scene in (p.scene for p in told) if scene}
        assert scenes == {p.scene for p in (*older, *newest) if p.scene}
        without = [part for part in said(told) if part not in scenes]
        whole = [part for part in said([*older, *newest]) if part not in scenes]
        assert without == whole


def test_of_the_other_chairs_scenes_nothing_is_told() -> None:
    record = forked()
    line = course(record, record.ends()[0].id)
    hidden = 0
    for place in range(1, line.last + 1):
        step = line.step(place)
        if step.before.phase == Phase.SCENE and not line.is_own(place):
            hidden += 1
            passage = line.told(place)[1]
            assert passage is not None
            assert not passage.scene
            assert not passage.deed
            assert not line.scene(place - 1)
    assert hidden


def test_a_scene_is_read_in_the_place_before_its_decision() -> None:
    record = documented(rules())
    line = course(record, record.cursor)
    for place in range(line.last):
        scene = line.scene(place)
        if scene:
            assert record.path(record.cursor)[place].decision_text.split(" ")[1] == scene
            passage = line.told(place + 1)[1]
            assert passage is not None
            assert not passage.scene
            assert passage.deed


def test_sittings_are_gone_through_forward_and_back() -> None:
    record = documented(rules())
    line = course(record, record.cursor)
    begun, place = [], 0
    while place < line.last:
        place = line.sitting_from(place, 1)
        begun.append(place)
    assert line.sitting(begun[0]) == line.sitting(begun[0] - 1) + 1
    assert len(begun) == line.state(line.last).sitting
    assert line.look_ahead(1000)
    assert line.sittings_begun == begun[:-1]
    back = []
    while place:
        place = line.sitting_from(place, -1)
        back.append(place)
    assert back == [*begun[:-1][::-1], 0]


def test_scenes_that_were_seen_are_passed_over() -> None:
    record = documented(rules())
    line = course(record, record.cursor)
    met = [line.scene(place) for place in range(line.last)]
    first = next(at for at, scene in enumerate(met) if scene and at > 0)
    assert line.unseen_from(0, frozenset()) == first
    then = next(at for at, scene in enumerate(met) if scene and at > first)
    assert line.unseen_from(0, frozenset({met[first]})) == then
    assert line.unseen_from(first, frozenset()) == then
    assert line.unseen_from(0, frozenset(met)) is None


def test_a_line_parts_where_another_lies_beside_it_or_where_it_is_said() -> None:
    record = forked()
    a, b = record.ends()[0].id, record.ends()[-1].id
    line = course(record, a)
    place = line.parting()
    assert place is not None
    assert len(record.variations(record.nodes[line.node(place)].parent)) > 1
    assert line.parting(line.node(3)) == 3
    assert line.parting(b) is None
    alone = documented(rules())
    assert course(alone, alone.cursor).parting() is None


def test_a_line_that_no_longer_replays_ends_before_the_decision_and_says_why() -> None:
    record = documented(rules())
    broken, node = record.path(record.cursor)[19], record.path(record.cursor)[20]
    lines = [
        Node(line.id, line.parent, line.seat_id, "accept", "") if line == node else line
        for line in record.lines
    ]
    spoilt, _ = Record(record.heading).with_lines(lines)
    line = course(spoilt, record.cursor)
    assert line.reached(line.last) == 20
    assert line.node(line.last) == broken.id
    assert f"stops at node {node.id}" in line.trouble
    seen = course(spoilt, record.cursor)
    while not seen.look_ahead(5):
        pass
    assert seen.last == 20


def test_another_scenarios_record_is_refused() -> None:
    with pytest.raises(RecordError, match="this record is of 'elsewhere'"):
        course(Record(Heading("elsewhere", 1, "", "1", "x")), OPENING)


def test_a_jump_in_a_long_line_replays_a_handful_of_decisions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record = one_line(rules(), 3000)
    line = course(record, max(record.nodes))
    while not line.look_ahead(100):
        pass
    applied = 0
    for name in ("apply", "follow"):
        real = getattr(Rules, name)

        def counted(*args: object, real: object = real) -> object:
            nonlocal applied
            applied += 1
            return real(*args)  # type: ignore[operator]

        monkeypatch.setattr(Rules, name, counted)
    for place in (2999, 12, 1703, 2401):
        applied = 0
        line.told(place)
        assert 0 < applied < 50
