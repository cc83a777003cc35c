"""Two lines side by side: where and why they part, what stayed, and what came of it."""

from __future__ import annotations

from functools import cache
from itertools import count
from random import Random

import pytest

from game.coach.compare import Cause, compare, side
from game.coach.compare_words import parts
from game.coach.land import holders, square_miles_between
from game.errors import RecordError
from game.files.scenarios import read_scenario
from game.record import OPENING, Record
from game.record.history import documented
from game.rules import Rules
from game.scenario.map_model import Holder
from game.tui.map.chart import chart_from
from tests.proof.luck import branched, of_branches, of_moving


@cache
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@cache
def two_lines(number: int) -> Record:
    """Return a record whose two lines both came to an end of their own."""
    drawn = (branched(rules(), Random(f"{number} {again}")) for again in count())
    return next(record for record in drawn if len(record.ends()) > 1)


def ends(record: Record) -> tuple[int, int]:
    first, *_, last = record.ends()
    return first.id, last.id


@pytest.mark.parametrize("number", range(12))
def test_two_lines_part_at_the_first_decision_that_differs(number: int) -> None:
    record = two_lines(number)
    a, b = (side(rules(), record, end, name) for end, name in zip(ends(record), "AB", strict=True))
    found = compare(rules(), a, b)
    common = found.fork.common
    assert record.path(a.node)[:common] == record.path(b.node)[:common]
    assert found.fork.cause in (Cause.DECISION, Cause.ANSWER)
    step, other = found.fork.step, found.fork.other
    assert step is not None
    assert other is not None
    assert step.node.parent == other.node.parent
    assert step.node != other.node
    sittings = [day.sitting for day in found.days]
    assert sittings[0] == max(1, step.before.sitting)
    assert sittings == sorted(set(sittings))


@pytest.mark.parametrize("number", range(4))
def test_what_is_told_of_both_lines_in_a_sitting_is_left_out(number: int) -> None:
    record = two_lines(number)
    a, b = (side(rules(), record, end, name) for end, name in zip(ends(record), "AB", strict=True))
    for day in compare(rules(), a, b).days:
        here = [entry for came in day.came for entry in came.entries]
        there = [entry for came in day.other for entry in came.entries]
        assert not [entry for entry in here if entry in there]


def test_a_line_beside_itself_differs_in_nothing() -> None:
    record = two_lines(0)
    end = ends(record)[0]
    a, b = side(rules(), record, end, "A"), side(rules(), record, end, "B")
    found = compare(rules(), a, b)
    assert found.fork.cause is Cause.SAME
    assert found.days == ()
    assert (found.distance.sittings, found.distance.days) == (0, 0)
    assert found.distance.square_miles in (0, None)
    assert not any(row.differs for part in parts(rules(), found, "advisers") for row in part.rows)


def test_a_line_that_stops_earlier_is_said_to_stop() -> None:
    record = two_lines(0)
    end = ends(record)[0]
    middle = record.path(end)[4].id
    whole, short = side(rules(), record, end, "All"), side(rules(), record, middle, "Part")
    found = compare(rules(), short, whole)
    assert found.fork.cause is Cause.STOP
    assert found.fork.common == 5
    told = [said for part in parts(rules(), found, "advisers") for said in part.said]
    assert "Part stops here; All goes on." in told


def test_of_a_line_that_goes_on_no_more_is_told_than_its_chair_may_see() -> None:
    record = two_lines(1)
    a, b = ends(record)
    sides = []
    for end in (a, b):
        path = record.path(end)
        sides.append(side(rules(), record, path[-2].id, "open"))
    found = compare(rules(), *sides)
    for day in found.days:
        for one, came in ((found.a, day.came), (found.b, day.other)):
            assert all(one.seat in entry.seen_by for step in came for entry in step.entries)
    headings = [part.heading for part in parts(rules(), found, "advisers")]
    assert "What lasted" not in headings
    assert not [stayed for stayed in found.stayed if stayed.what in ("court", "man")]


def test_history_beside_another_seed_says_that_other_men_sit_there() -> None:
    line = documented(rules())
    record = two_lines(2)
    a = side(rules(), line, line.cursor, "History")
    b = side(rules(), record, ends(record)[0], "Mine")
    found = compare(rules(), a, b)
    said = " ".join(said for part in parts(rules(), found, "advisers") for said in part.said)
    assert "other men" in said
    assert not [stayed for stayed in found.stayed if stayed.what == "man"]


def test_history_beside_itself_lies_no_mile_apart() -> None:
    line = documented(rules())
    a, b = (side(rules(), line, line.cursor, name) for name in "AB")
    assert compare(rules(), a, b).distance == (0, 0, 0, 0)
    assert len(line.nodes) == 48


def test_the_documented_line_bears_the_digests_that_follow_now() -> None:
    from game.record import verify

    assert verify(rules(), documented(rules())) == []


def test_a_start_of_its_own_has_no_documented_line() -> None:
    start = next(iter(rules().scenario.starts))
    with pytest.raises(RecordError, match="has no documented line from this start"):
        documented(Rules(rules().scenario, start))


def test_the_coach_and_the_map_agree_on_who_holds_what() -> None:
    written = rules().scenario.map
    assert written is not None
    chart, table, lot = chart_from(written), rules().table, Random(3)
    for _ in range(200):
        paper = tuple(lot.randrange(len(options)) for options in table.options)
        settled = {
            id: options[option]
            for id, options, option in zip(table.issues, table.options, paper, strict=True)
        }
        assert dict(chart.state(settled).holders) == holders(rules(), paper)


def test_no_paper_leaves_the_land_as_it_was() -> None:
    held = holders(rules(), None)
    assert set(held.values()) == {Holder.QING, Holder.UNDEFINED}
    line = documented(rules())
    signed = side(rules(), line, line.cursor, "").end.treaty
    assert square_miles_between(rules(), None, signed) == 350_000
    assert square_miles_between(rules(), signed, signed) == 0


@pytest.mark.parametrize("number", range(200, 210))
def test_fortune_is_the_same_on_both_branches(number: int) -> None:
    assert of_branches(rules(), Random(number)).faults == ()
    assert of_moving(rules(), Random(number)).faults == ()


def test_a_line_begins_at_the_opening() -> None:
    record = two_lines(0)
    opening = side(rules(), record, OPENING, "")
    assert opening.end == rules().opening(record.heading.seed)
