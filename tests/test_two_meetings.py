"""A second meeting at Aigun, after talks that left no paper, remembers the first."""

from __future__ import annotations

from functools import cache

import pytest

from game.coach.aftermath import letters
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import Decision, Ended, Phase, State

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
AIGUN = list(GOVERNOR.tables).index("aigun")
SPRING_1857, SPRING_1858 = 39, 43
OPEN, GO_HOME = Decision("open", "aigun"), Decision("go-home")
QUIET = ("listen", "refuse")
LIVED = frozenset({"dinner.watch", "two-cutters.cover-guns", "the-maps.give-a-copy", "gave-map"})
"""Notes of a first meeting: three scenes that came there, and what one of them left."""


@cache
def _at_the_table(ended: Ended | None, pressure: int = 0) -> State:
    """Return Aigun opened in 1858; held in 1857, too, if it is said how that ended."""
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    state = next(step.before for step in reversed(steps) if step.before.turn < SPRING_1858)
    signed = next(d for step in steps[-1:] for d in step.turn.state.deals if d.table == AIGUN)
    if ended is not None:
        none = signed._replace(turn=SPRING_1857, ended=ended, treaty=None, pressure=pressure)
        state = state._replace(deals=(*state.deals, none), notes=state.notes | LIVED)
    while state.turn < SPRING_1858 or state.phase != Phase.SEASON:
        legal = RULES.legal_decisions(state)
        state = RULES.follow(state, legal[-1] if state.phase == Phase.SCENE else _stand(state))
    return RULES.follow(state, OPEN)


def _stand(state: State) -> Decision:
    heads = RULES.legal_decisions(state).heads
    return next(head.alone for head in heads if head.verb == "stand")


def _scenes(state: State) -> list[str]:
    """Return the scenes of the table that come until its last sitting, whatever is chosen."""
    found = []
    rules = RULES.at(state)
    while state.at:
        heads = RULES.legal_decisions(state).heads
        if state.phase == Phase.SCENE:
            found.append(rules.scenes.all[state.scene].id)
        quiet = [head for head in heads if head.name == "dinner" or head.verb in QUIET]
        state = RULES.follow(state, (quiet or heads)[0].alone)
    return found


def _written(state: State) -> list[str]:
    """Return the passages of both letters home, if whoever came goes home at once."""
    while state.phase == Phase.SCENE:
        state = RULES.follow(state, RULES.legal_decisions(state)[0])
    closed = RULES.closed(state, GO_HOME)
    return [part for _, parts in letters(RULES.at(state), closed) for part in parts]


@pytest.mark.parametrize(
    ("ended", "opening"),
    [
        (Ended.BROKEN_OFF, "the-tea-that-was-left"),
        (Ended.WENT_HOME, "the-cup-that-was-kept"),
        (Ended.LAPSED, "the-cup-that-was-kept"),
    ],
)
def test_a_second_meeting_opens_with_what_ended_the_first(ended: Ended, opening: str) -> None:
    state = _at_the_table(ended)
    assert RULES.at(state).scenes.all[state.scene].id == opening


def test_no_scene_of_the_first_meeting_comes_a_second_time() -> None:
    again = _scenes(_at_the_table(Ended.WENT_HOME))
    assert not {"dinner", "two-cutters", "the-maps"} & set(again)
    assert "what-he-was-asked" in again or "five-strokes" in again


def test_one_says_that_there_were_guns_only_where_somebody_was_threatened() -> None:
    for pressure in (0, 1):
        legal = RULES.legal_decisions(_at_the_table(Ended.BROKEN_OFF, pressure))
        about = [head.about for head in legal.heads]
        assert (("the-guns",) in about) == (pressure > 0)


@pytest.mark.parametrize("ended", [Ended.BROKEN_OFF, Ended.WENT_HOME, Ended.LAPSED])
def test_the_letters_of_a_second_meeting_repeat_no_passage_of_the_first(ended: Ended) -> None:
    first, second = _written(_at_the_table(None)), _written(_at_the_table(ended))
    assert not set(first) & set(second)
    assert any("a year ago" in part.lower() for part in second)
    assert not any("a year ago" in part.lower() for part in first)
