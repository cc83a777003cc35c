"""The word that Kyakhta was given can be kept on the day on which guns go to the Amur."""

from __future__ import annotations

import pytest

from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import Decision, Phase, State

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
PROMISED = "promised-kyakhta-quiet"
SPRING_1854, SUMMER_1854 = 27, 28
WORD = Decision("act", "word-to-kyakhta")
FLOTILLA = Decision("act", "flotilla", ("the-first",))


def _season(turn: int, *notes: str) -> State:
    """Return a season of the documented line, its notes of a promise replaced by these."""
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    states = (step.before for step in steps)
    state = next(s for s in states if s.turn == turn and s.phase == Phase.SEASON)
    return state._replace(notes=state.notes - {PROMISED, "sheet-by-tea"} | {*notes})


def _open(state: State, decision: Decision) -> bool:
    return any(head.alone == decision for head in RULES.legal_decisions(state).heads)


def _why_not(state: State) -> str:
    return RULES.orders.why_not(RULES.orders.by_words["word-to-kyakhta", ""], state)


@pytest.mark.parametrize("turn", range(5, SPRING_1854 + 1))
def test_as_long_as_no_boat_has_gone_the_word_can_be_kept(turn: int) -> None:
    state = _season(turn, PROMISED)
    assert _open(state, WORD)


def test_it_can_be_sent_beside_the_first_flotilla() -> None:
    state = _season(SPRING_1854, PROMISED)
    assert _open(state, FLOTILLA)
    gone = RULES.follow(state, FLOTILLA)
    while gone.phase == Phase.SCENE:
        gone = RULES.follow(gone, RULES.legal_decisions(gone).heads[0].alone)
    assert _open(gone, WORD)
    assert not _open(RULES.follow(state, WORD), WORD)


def test_when_the_boats_have_passed_it_says_that_it_is_too_late() -> None:
    state = _season(SUMMER_1854 + 1, PROMISED)
    assert not _open(state, WORD)
    assert "Maimaicheng told them" in _why_not(state)


def test_who_promised_nothing_or_has_answered_for_it_is_shown_nothing() -> None:
    for notes in ((), (PROMISED, "owned-to-belousov"), (PROMISED, "belousov-hired")):
        for turn in (SPRING_1854, SUMMER_1854 + 1):
            state = _season(turn, *notes)
            assert not _open(state, WORD)
            if not notes:
                assert _why_not(state) == ""


def test_nobody_waits_on_the_stairs_at_irkutsk_while_the_governor_sits_in_the_committee() -> None:
    asks = GOVERNOR.events["belousov-remembers"].when
    assert asks is not None
    may = RULES.condition(asks)
    state = _season(15, PROMISED, "post-nikolaevsk")._replace(away=0)
    assert [list(GOVERNOR.tables)[deal.table] for deal in state.deals] == ["amur-committee"]
    assert not may(state._replace(turn=14))
    assert may(state._replace(turn=14, deals=()))
    assert may(state)


def test_a_promise_to_the_nivkh_closes_the_bargain_over_their_furs() -> None:
    choice = GOVERNOR.events["ballast"].choices["at-that-price"]
    assert choice.when is not None
    may = RULES.condition(choice.when)
    assert may(_season(14, PROMISED))
    assert not may(_season(14, PROMISED, "protects-nivkh"))
