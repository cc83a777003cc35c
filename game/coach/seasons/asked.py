"""What was asked of one's own people at the tables of a campaign, beside what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.coach.foretold import foretold
from game.coach.leaves import Leaf, became
from game.coach.outline_words import answered_in_short
from game.coach.seasons.dates import season_of
from game.coach.words_for import sentence
from game.negotiation import Package
from game.record import Step
from game.rules import CampaignRules
from game.state import ASIDES, CLAIMANT, HOST, State

FORECAST = "forecast"
ASKED = "What your people expected, and what came"
NOT_LAID = "that paper was not laid down in this sitting"


def asked(rules: CampaignRules, steps: Sequence[Step]) -> Iterator[Leaf]:
    """Yield one page on all forecasts of papers, each beside what came; none without any."""
    told = tuple(
        _beside(rules, steps, at)
        for at, step in enumerate(steps)
        if step.before.at and step.before.seat == CLAIMANT and step.decision.verb == FORECAST
    )
    if told:
        yield Leaf(ASKED, told)


def told_of_forecast(rules: CampaignRules, step: Step) -> tuple[str, ...]:
    """Return what was answered to a forecast; nothing where a step asked for none."""
    if not step.before.at or step.decision.verb != FORECAST:
        return ()
    return foretold(rules, step.before, step.decision, CLAIMANT)


def _beside(rules: CampaignRules, steps: Sequence[Step], at: int) -> str:
    step = steps[at]
    before, table = step.before, rules.at(step.before)
    said = " ".join(told_of_forecast(rules, step)[:2])
    season = season_of(rules, before.turn).lower()
    where = f"{table.scenario.table.title}, {season}, sitting {before.sitting}"
    paper = step.decision.paper or before.paper
    came = sentence(_came(rules, steps[at + 1 :], before, paper))
    return f"{where}. Expected: {said} What came: {came}"


def _came(
    rules: CampaignRules, after: Sequence[Step], asked_in: State, paper: Package | None
) -> str:
    """Return how a paper was answered that had been asked about, and what became of it."""
    deal, table = len(asked_in.deals), rules.at(asked_in)
    held = [s for s in after if s.before.at and len(s.before.deals) == deal]
    decided = [step for step in held if step.decision.verb not in ASIDES]
    own = next((step for step in decided if step.before.seat == CLAIMANT), None)
    if own is None or own.before.sitting != asked_in.sitting or _laid(own) != paper:
        return NOT_LAID
    since = decided[decided.index(own) + 1 :]
    answers = (
        answered_in_short(table, step.before, step.decision)
        for step in since
        if step.before.seat == HOST and step.before.sitting == asked_in.sitting
    )
    answer = next(filter(None, answers), "it was not answered")
    deals = after[-1].turn.state.deals
    ended = deals[deal] if len(deals) > deal else None
    if ended is None or ended.treaty != paper:
        return answer
    return f"{answer}; {became(table, ended.verdict)}"


def _laid(step: Step) -> Package | None:
    """Return the paper that lies on the table after a decision of whoever lays papers down."""
    if step.decision.verb == "accept":
        return step.before.word
    return step.decision.paper or step.before.paper
