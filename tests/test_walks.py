"""Walking a tree: back, forward again, what if, and which run was the first."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.errors import RecordError
from game.record import (
    OPENING,
    Cursor,
    Heading,
    Record,
    fair_copy,
    gone_into,
    may_end_fair_copy,
    node_called,
    own_decisions,
    position,
    was_gone_back,
)
from game.session import Session
from game.state import Decision, Phase
from tests.test_session import RULES, at_the_table, play, seating, session, where


def taken_up(session: Session) -> Session:
    """Return the play as another process would find it."""
    record, misfits = Record(session.record.heading).with_lines(session.record.lines)
    assert not misfits
    return Session(RULES, record, seating())


def decided(session: Session, pick: int) -> int:
    """Let the person decide, and return the node of what was decided."""
    before = session.cursor
    session.decide(session.legal()[pick % len(session.legal())])
    return next(n.id for n in session.record.path(session.cursor) if n.parent == before)


def test_the_fair_copy_is_what_was_played_before_the_play_first_went_back() -> None:
    game = play(session())
    whole = fair_copy(game.record)
    assert whole == game.record.path(game.cursor)
    assert not was_gone_back(game.record)
    game.undo()
    decided(game, 1)
    assert fair_copy(game.record) == whole
    assert was_gone_back(game.record)


def test_a_play_that_went_back_early_has_a_short_fair_copy() -> None:
    game = session()
    first = decided(game, 4)
    game.undo()
    play(game, (1, 4, 4, 4, 4, 4, 4, 4))
    copy = fair_copy(game.record)
    assert copy[-1].id < min(n.id for n in game.record.variations(copy[0].parent) if n.id != first)
    assert first in {node.id for node in copy}


def test_going_back_for_the_first_time_may_end_the_fair_copy_and_nothing_later_does() -> None:
    game = session()
    decided(game, 4)
    decided(game, 4)
    assert not may_end_fair_copy(game.record)
    game.undo()
    assert may_end_fair_copy(game.record)
    game.redo()
    assert not may_end_fair_copy(game.record)
    game.undo()
    decided(game, 1)
    game.undo()
    assert not may_end_fair_copy(game.record)


def test_a_play_that_has_come_to_its_end_has_its_fair_copy() -> None:
    game = play(session())
    game.undo()
    assert not may_end_fair_copy(game.record)


def test_back_and_forward_again_over_a_forecast_leaves_the_fair_copy_whole() -> None:
    game = at_the_table()
    before = game.cursor
    game.decide(Decision("forecast", "", (), (0, 0)))
    asked = game.cursor
    assert game.undo()
    assert game.redo()
    assert game.cursor == asked
    play(game)
    assert fair_copy(game.record) == game.record.path(game.cursor)
    assert game.record.main_line() == game.record.path(game.cursor)
    assert len(game.record.variations(before)) == 1


def test_a_forecast_that_led_nowhere_is_no_line_beside_what_was_decided() -> None:
    game = at_the_table()
    before = game.cursor
    game.decide(Decision("forecast", "", (), (0, 0)))
    game.go_to(before)
    play(game)
    assert fair_copy(game.record) == game.record.path(game.cursor)
    assert game.record.main_line() == game.record.path(game.cursor)


def test_a_forecast_that_was_had_twice_ends_the_fair_copy() -> None:
    game = at_the_table()
    before = game.cursor
    game.decide(Decision("forecast", "", (), (0, 0)))
    asked = game.cursor
    game.go_to(before)
    game.decide(Decision("forecast", "", (), (0, 1)))
    play(game)
    assert fair_copy(game.record)[-1].id == asked


def test_what_if_asks_a_decision_anew_and_keeps_what_was_decided() -> None:
    game = play(session())
    end = where(game)
    own = [n for n in game.record.path(game.cursor) if n.seat_id == "ferryman"]
    assert game.what_if(own[1].id) == own[1]
    assert game.cursor == own[1].parent
    assert game.awaits_person
    game.go_to(end[0])
    assert where(game) == end


def test_what_if_of_an_answer_asks_the_decision_that_it_answered() -> None:
    game = play(session())
    path = game.record.path(game.cursor)
    at = next(i for i, n in enumerate(path) if i > 2 and n.seat_id == "miller")
    asked = next(n for n in reversed(path[: at + 1]) if n.seat_id == "ferryman")
    assert game.what_if(path[at].id) == asked


def test_before_anything_was_decided_there_is_no_what_if() -> None:
    game = session()
    before = where(game)
    with pytest.raises(RecordError, match="nobody had decided anything there yet"):
        game.what_if(OPENING)
    with pytest.raises(RecordError, match="there is no node 99"):
        game.what_if(99)
    assert where(game) == before


def test_the_way_forward_survives_another_branch_and_another_process() -> None:
    game = session()
    decided(game, 4)
    fork = game.cursor
    first = decided(game, 4)
    there = where(game)
    game.undo()
    second = decided(game, 1)
    game.undo()
    assert game.cursor == fork
    assert [node.id for node in game.ways_on()] == [second, first]
    for now in (game, taken_up(game)):
        assert now.redo(first)
        assert where(now) == there
        now.undo()
        assert [node.id for node in now.ways_on()] == [first, second]
        with pytest.raises(RecordError, match="was not decided here"):
            now.redo(there[0] + 99)


def test_undo_and_redo_have_no_limit_and_survive_a_restart() -> None:
    game = play(session())
    stood = [where(game)]
    while game.undo():
        stood.append(where(game))
    for at in reversed(stood[:-1]):
        game = taken_up(game)
        assert game.redo()
        assert where(game) == at
    assert not game.redo()


def test_what_was_gone_into_last_is_the_same_however_the_record_came_about() -> None:
    lot = Random(5)
    for _ in range(20):
        game = session()
        for _ in range(30):
            if game.awaits_person and lot.random() < 0.6:
                decided(game, lot.randrange(min(6, len(game.legal()))))
            else:
                game.go_to(lot.choice([OPENING, *game.record.nodes]))
                game.advance()
        expected: dict[int, int] = {}
        at = OPENING
        for line in game.record.lines:
            if isinstance(line, Cursor):
                at = line.on
            elif line in game.record.nodes.values():
                at = line.id
            expected.update({node.parent: node.id for node in game.record.path(at)})
        assert gone_into(game.record) == expected


def test_a_forecast_asked_or_a_guess_written_is_no_other_position() -> None:
    state = RULES.opening("1858")
    for _ in range(20):
        legal = RULES.legal_decisions(state)
        if not len(legal):
            break
        asks = [head for head in legal.heads if head.verb == "forecast"]
        if asks:
            asked = RULES.follow(state, asks[0].nth(0))
            on = next(d for d in legal if d.verb not in ("forecast", "expect"))
            after, other = RULES.follow(state, on), RULES.follow(asked, on)
            assert asked != state
            if after.sitting != state.sitting:
                assert position(after) == position(other)
        state = RULES.follow(state, legal[len(legal) // 3])


def test_what_if_of_a_question_to_ones_own_people_stands_where_it_was_asked() -> None:
    game = session()
    while game.state.phase is not Phase.SITTING:
        decided(game, 0)
    game.decide(Decision("forecast"))
    asked = game.cursor
    decided(game, 1)
    assert game.what_if(asked).id == asked
    assert game.cursor == asked, "what was asked stays asked"


def test_a_line_of_another_record_is_grafted_decision_by_decision_and_never_twice() -> None:
    other = play(session())
    line = other.record.path(other.cursor)
    game = session()
    decided(game, 1)
    game.graft(line)
    assert where(game)[1] == where(other)[1]
    nodes = len(game.record.nodes)
    game.go_to(OPENING)
    game.graft(line)
    assert len(game.record.nodes) == nodes
    assert where(game)[1] == where(other)[1]


def test_a_graft_that_cannot_be_made_keeps_what_could() -> None:
    game = session()
    first, *_ = play(session()).record.path(1)
    strange = replace(first, id=99, parent=first.id, decision_text="choose nowhere nothing")
    with pytest.raises(RecordError, match="stops at node 99"):
        game.graft((first, strange))
    assert first.decision_text in [n.decision_text for n in game.record.variations(OPENING)]


@pytest.mark.parametrize(
    ("word", "finds"),
    [("3", 3), ("#3", 3), ("Tea", 2), ("tea", 2), ("opening", OPENING), ("main", 5), ("here", 4)],
)
def test_a_node_is_called_by_number_bookmark_or_place(word: str, finds: int) -> None:
    record = Record(Heading("duel", 1, "", "1", "north"))
    for n in range(1, 6):
        record, _ = record.add(n - 1, "north", f"offer n={n}", "")
    record = record.named(2, "Tea").moved(4)
    assert node_called(record, word) == finds


def test_a_bookmark_goes_before_a_place_and_two_alike_are_asked_about() -> None:
    record = Record(Heading("duel", 1, "", "1", "north"))
    for n in range(1, 4):
        record, _ = record.add(n - 1, "north", f"offer n={n}", "")
    record = record.named(2, "main")
    assert node_called(record, "main") == 2
    with pytest.raises(RecordError, match="several nodes are called 'main'; say which: 2, 3"):
        node_called(record.named(3, "main"), "main")


def test_own_decisions_are_those_of_people_and_no_questions() -> None:
    game = session()
    while game.state.phase is not Phase.SITTING:
        decided(game, 0)
    before = len(own_decisions(game.record))
    game.decide(Decision("forecast"))
    assert len(own_decisions(game.record)) == before
    decided(game, 1)
    assert len(own_decisions(game.record)) == before + 1
    assert all(node.seat_id == "ferryman" for node in own_decisions(game.record))
