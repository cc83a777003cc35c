"""What a campaign has come to: the pieces of its epilogue, its measures, and history's beside them.

Every piece is chosen by its own condition over the last state; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, cast

from game.coach.aftermath import Told
from game.rules import CampaignRules
from game.rules.formulas import Now
from game.scenario import Expression
from game.scenario.compiled import compile_expression
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
    """0 to 100; `None` where the scenario does not say."""


class Ended(NamedTuple):
    """A finished play, with what its measures come to in hundredths."""

    state: State
    measures: dict[str, int]


class _Language:
    """Compiles what is asked of finished plays of one campaign, each condition once."""

    def __init__(self, rules: CampaignRules) -> None:
        self._rules = rules
        scenario = rules.scenario
        self._measures = [
            (name, compile_expression(formula, self._resolve))
            for name, formula in scenario.measures.items()
        ]
        seat = scenario.seasons.seat
        self.groups = [
            [
                (Told(id, group, ending), self._condition(ending.when))
                for id, ending in scenario.endings.items()
                if ending.group == group and ending.seat in (None, seat)
            ]
            for group in scenario.groups
        ]

    def measured(self, state: State) -> Ended:
        """Return a finished play with its measures; each may ask for those before it."""
        ended = Ended(state, {})
        for name, reckon in self._measures:
            ended.measures[name] = int(reckon(ended)) // 100 * 100
        return ended

    def _condition(self, written: Expression | None) -> Callable[[Ended], bool] | None:
        if written is None:
            return None
        return cast("Callable[[Ended], bool]", compile_expression(written, self._resolve))

    def _resolve(self, name: str) -> Callable[[Ended], Any]:
        if name in self._rules.scenario.measures:
            return lambda ended: ended.measures[name]
        read = self._rules.resolve(name)
        return lambda ended: read(cast("Now", ended.state))


def _language(rules: CampaignRules) -> _Language:
    found = rules.worked_out.get(_Language)
    if found is None:
        found = rules.worked_out[_Language] = _Language(rules)
    return cast("_Language", found)


def epilogue(rules: CampaignRules, state: State) -> tuple[Told, ...]:
    """Return the pieces of the epilogue: of each group the first whose condition holds."""
    language = _language(rules)
    ended = language.measured(state)
    pieces = []
    for group in language.groups:
        found = next((piece for piece, holds in group if holds is None or holds(ended)), None)
        if found is not None:
            pieces.append(found)
    return tuple(pieces)


def measures(rules: CampaignRules, state: State) -> dict[str, int]:
    """Return the measures of a play by name, in whole points, as the formulas give them."""
    found = _language(rules).measured(state).measures
    return {name: hundredths // 100 for name, hundredths in found.items()}


def profile(rules: CampaignRules, state: State) -> tuple[Spoke, ...]:
    """Return the measures of a play as a profile, each kept within 0 and 100, beside history's."""
    history = rules.scenario.profile
    return tuple(
        Spoke(
            name,
            name.replace("-", " ").capitalize(),
            max(0, min(FULL, value)),
            history.get(name),
        )
        for name, value in measures(rules, state).items()
    )
