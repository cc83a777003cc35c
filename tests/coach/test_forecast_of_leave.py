"""Before Aigun his word asks far more than he needs: leave that he gives at once is foreseen."""

from __future__ import annotations

from game.coach.company import SIGNS, kind_of
from game.coach.forecast import Forecast, forecast
from game.coach.words_for import LIKELY
from game.coach.workshop.seasons.tables import alone
from game.files.scenarios import read_any
from game.policy.official import Official
from game.rules import CampaignRules, Rules
from game.scenario.campaign_model import Campaign
from game.state import CLAIMANT, HOST, Decision, Phase

ASKED = {
    "right": "yearly",
    "numbers": "counted",
    "stops": "nights",
    "guns": "covered",
    "explanation": "sheet",
    "gifts": "none",
}
"""The first paper; the second is the host's word but for the leave itself, "this once"."""
MEN, SIGNED = 120, 8


def test_leave_that_is_given_at_once_was_not_almost_surely_refused() -> None:
    campaign = read_any("the-governor")
    assert isinstance(campaign, Campaign)
    rules = alone(CampaignRules(campaign, "1854"), "passage")
    foreseen = [said for number in range(MEN) if (said := _leave(rules, f"leave {number}"))]
    assert len(foreseen) >= SIGNED
    for said in foreseen:
        assert said.likeliest.word != LIKELY[0] or said.likeliest.answer == SIGNS, said.sentence


def _leave(rules: Rules, seed: str) -> Forecast | None:
    """Return what was said of a second paper that was signed at once; `None` where it was not."""
    table, official = rules.table, Official(rules)
    right, once = table.issue("right"), table.option(table.issue("right"), "once")
    first = tuple(table.option(table.issue(issue), ASKED[issue]) for issue in table.issues)
    state, said = rules.opening(seed), None
    while state.ended is None and state.sitting <= 2:
        legal = rules.legal_decisions(state)
        if state.seat == HOST:
            decision = official.choose(rules.seen_by(HOST, state), legal)
            if said is not None and state.phase == Phase.REPLY:
                return said if kind_of(decision) == SIGNS else None
        elif state.phase != Phase.SITTING:
            decision = legal.heads[0].with_paper(None)
        else:
            paper = first
            if state.sitting == 2:
                if state.word is None or state.word[right] >= once:
                    return None
                paper = (*state.word[:right], once, *state.word[right + 1 :])
            decision = Decision("tactic", rules.choices.lay, (), paper)
            if state.sitting == 2:
                said = forecast(rules, rules.seen_by(CLAIMANT, state), paper, decision)
        state = rules.follow(state, decision)
    return None
