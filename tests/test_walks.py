"""Walking a tree: back, forward again, what if, and which run was the first."""

from __future__ import annotations

from random import Random

import pytest

from game.errors import RecordError
from game.record import OPENING, Cursor, Record, fair_copy, gone_into, position, was_gone_back
from game.session import Session
from tests.test_session import RULES, play, seating, session, where


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
