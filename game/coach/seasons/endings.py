"""What a campaign has come to: the pieces of its epilogue, its measures, and history's beside them.

Every piece is chosen by its own condition over the last state; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from game.coach.aftermath import Told
from game.record import States
from game.record.history import SEED, documented, has_history
from game.rules import CampaignRules
from game.rules.formulas import Getter
from game.rules.lasting import once_by_rules
from game.rules.scenes import Condition
from game.rules.seasons.measures import LASTING
from game.rules.seasons.measures import measures as measures_of
from game.scenario.compiled import compile_expression
from game.scenario.ending_model import Scale
from game.state import State

FULL = 100
"""A measure stands between 0 and this in a profile."""


class Spoke(NamedTuple):
    """One measure of a play, beside what it came to in history."""

    id: str
    label: str
    value: int
    """0 to 100."""
    history: int | None
    """0 to 100; `None` where nobody says what history came to."""
    scale: Scale | None = None
    """What its ends mean; `None` where the author does not say."""

    def word(self, level: int) -> str:
        """Return the word for a level of it; empty where it has none."""
        words = self.scale.words if self.scale is not None else ()
        return words[level * len(words) // (FULL + 1)] if words else ""


Piece = tuple[Told, Condition | None]
"""A piece of the epilogue and its condition; `None` where it always holds."""


def epilogue(rules: CampaignRules, state: State) -> tuple[Told, ...]:
    """Return the pieces of the epilogue: of each group the first whose condition holds."""
    pieces = []
    for group in _groups(rules):
        found = next((piece for piece, holds in group if holds is None or holds(state)), None)
        if found is not None:
            pieces.append(found)
    return tuple(pieces)


def measures(rules: CampaignRules, state: State) -> dict[str, int]:
    """Return the measures of a play by name, in whole points, as the formulas give them."""
    return {name: value // 100 for name, value in measures_of(rules).all(state).items()}


def profile(rules: CampaignRules, state: State) -> tuple[Spoke, ...]:
    """Return the measures of a play as a profile, each kept within 0 and 100, beside history's.

    What a whole campaign leaves is no measure that a reader is told.
    """
    history = _history(rules)
    scales = rules.scenario.scales
    return tuple(
        Spoke(name, measure_label(rules, name), _within(value), history.get(name), scales.get(name))
        for name, value in measures(rules, state).items()
        if name != LASTING
    )


def measure_label(rules: CampaignRules, name: str) -> str:
    """Return what a measure is called where it begins a line."""
    scale = rules.scenario.scales.get(name)
    return (scale.label if scale is not None else "") or name.replace("-", " ").capitalize()


@once_by_rules
def _groups(rules: CampaignRules) -> tuple[tuple[Piece, ...], ...]:
    """Return the pieces of the epilogue by group, each condition compiled once."""
    read = measures_of(rules)

    def resolve(name: str) -> Getter:
        if name in read.names:
            return lambda now: read.exact(name, now) // 100 * 100
        return rules.resolve(name)

    def piece(id: str, group: str) -> Piece:
        ending = rules.scenario.endings[id]
        when = None
        if ending.when is not None:
            when = cast("Callable[..., bool]", compile_expression(ending.when, resolve))
        return Told(id, group, ending), when

    seat = rules.scenario.seasons.seat
    return tuple(
        tuple(
            piece(id, group)
            for id, ending in rules.scenario.endings.items()
            if ending.group == group and ending.seat in (None, seat)
        )
        for group in rules.scenario.groups
    )


@once_by_rules
def _history(rules: CampaignRules) -> Mapping[str, int]:
    """Return what the measures came to in history: as the author says, else by its own line."""
    if rules.scenario.profile:
        return rules.scenario.profile
    whole = rules if rules.start is None else CampaignRules(rules.scenario)
    whole = whole.twisted(())
    if not has_history(whole):
        return {}
    line = documented(whole)
    end = States(whole, SEED).at(line, line.cursor)
    if whole.outcome(end) is None:
        return {}
    return {name: _within(value) for name, value in measures(whole, end).items()}


def _within(value: int) -> int:
    return max(0, min(FULL, value))
