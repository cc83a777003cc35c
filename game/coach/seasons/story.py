"""A play of a campaign as passages, season by season: what was decided, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.coach.handout import done
from game.coach.invented import title_of
from game.coach.seasons.chronicle import Line, told
from game.coach.seasons.dates import season_of
from game.coach.seasons.naming import decision_label
from game.coach.standing import when
from game.coach.words_for import sentence
from game.record import Step
from game.rules import CampaignRules
from game.rules.seasons.orders import ACT
from game.state import CLAIMANT, Phase


class Passage(NamedTuple):
    """One decision of a play, and what came of it."""

    node: int
    heading: str
    """The season or the sitting in which it was made."""
    title: str
    """The scene that it answers, or the talks in which it is made; empty elsewhere."""
    decided: tuple[str, ...]
    """What was decided; nothing where another decided it."""
    lines: tuple[Line, ...]


def passages(rules: CampaignRules, steps: Iterable[Step], mode: str) -> Iterator[Passage]:
    """Yield a play as passages, in the order in which it was played."""
    for step in steps:
        yield passage(rules, step, mode)


def passage(rules: CampaignRules, step: Step, mode: str) -> Passage:
    """Return one step of a play as a passage."""
    before, decision = step.before, step.decision
    lines = told(rules, before, decision, step.turn, mode)
    if before.at:
        at = rules.at(before)
        heading = when(at, max(1, before.sitting))
        title = at.scenario.table.title
        decided = tuple(done(at, before, decision, CLAIMANT))
        return Passage(step.node.id, heading, title, decided, lines)
    heading, label = season_of(rules, before.turn), sentence(decision_label(rules, decision))
    if before.phase == Phase.SCENE:
        event = rules.scenario.events[decision.name]
        chosen = (event.text, f"You choose: {label}")
        return Passage(step.node.id, heading, title_of(rules.scenario, event), chosen, lines)
    # What an order is called, the chronicle says.
    return Passage(step.node.id, heading, "", () if decision.verb == ACT else (label,), lines)
