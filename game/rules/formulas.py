"""The author's conditions and formulas, compiled once against the fields of a state.

Numbers inside an expression are hundredths, as the language has them; a whole number of points
in a state becomes hundredths when it is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from game.rules import mind
from game.rules.moment import Moment
from game.rules.table import Table
from game.rules.terms import FORCE
from game.scenario import Expression, Scenario
from game.scenario.compiled import compile_expression
from game.state import BUILT_IN, CLAIMANT, HOST, State

Now = State | Moment
Getter = Callable[[Now], int | bool | str | None]
POINTS = (*BUILT_IN, "pressure", "sitting")
Names = Callable[[str], Getter | None]
"""Says what names mean that reach beyond one table; `None` for one that it does not know."""


class Formulas:
    """Resolves names to fields and keeps what was compiled."""

    def __init__(
        self,
        scenario: Scenario,
        table: Table,
        levels: dict[str, int],
        first_day: int,
        beyond: Names | None = None,
    ) -> None:
        self._beyond = beyond
        self._day_and_part = scenario.table.day_and_part
        self._table = table
        self._levels = levels
        self._first_day = first_day
        source = scenario.table
        self._danger = self._number(source.danger)
        self._walks = (
            self._number(source.walk_away[table.seats[CLAIMANT]]),
            self._number(source.walk_away[table.seats[HOST]]),
        )
        needs = source.news.needs if source.news is not None else None
        self._news = self.condition(needs) if needs is not None else None
        self._force = levels.get(source.strength, -1)

    def condition(self, expression: Expression) -> Callable[[Now], bool]:
        """Return a condition as a function of a state."""
        return cast("Callable[[Now], bool]", compile_expression(expression, self.resolve))

    def ground_danger(self, now: Now) -> int:
        """Return the danger before the talks, in hundredths."""
        return self._danger(now)

    def news_can_come(self, now: Now) -> bool:
        """Return whether the courier can come where the talks open like this."""
        return True if self._news is None else self._news(now)

    def walk(self, seat: int, now: Now) -> int:
        """Return the walk-away of the common man of a chair, in hundredths."""
        return self._walks[seat](now)

    def walk_of_man(self, seat: int, now: Now) -> int:
        """Return a seat's walk-away; the common man's where the man is hidden."""
        man = now.men[seat]
        return self._walks[seat](now) + (man.nerve if man else 0)

    def walk_of_host(self) -> Callable[[Now], int]:
        """Return what reckons the host's own walk-away, for the hot path."""
        of_common_man = self._walks[HOST]
        return lambda now: of_common_man(now) + mind.host_of(now).nerve

    def force(self, now: Now) -> int:
        """Return the claimant's force in points."""
        return now.levels[self._force] if self._force >= 0 else FORCE

    def resolve(self, name: str) -> Getter:
        """Return what a name of the language means in a state.

        Raises `KeyError` for a name that no state has; the scenario's check finds those first.
        """
        if name in POINTS:
            return lambda now: 100 * getattr(now, name)
        match name:
            case "danger":
                return mind.danger
            case "hope":
                return lambda now: now.hope[HOST]
            case "day":
                first, day_and_part = self._first_day, self._day_and_part
                return lambda now: 100 * (first + day_and_part(now.sitting)[0])
            case "signed":
                return lambda now: now.treaty is not None
            case "paper":
                return lambda now: now.paper is not None
            case "news":
                return lambda now: now.news
            case "temper":
                tempers = self._table.tempers
                return lambda now: tempers[HOST][mind.host_of(now).temper].id
            case "ended":
                return lambda now: now.ended or ""
        kind, _, rest = name.partition(".")
        if kind == "offer":
            issue = self._table.issues.index(rest)
            options = self._table.options[issue]
            return lambda now: None if now.paper is None else options[now.paper[issue]]
        if kind == "note":
            return lambda now: rest in now.notes
        if kind == "chose":
            return lambda now: rest in now.notes
        if kind == "argued":
            ground = self._table.ground(rest)
            return lambda now: ground in now.grounds
        if self._beyond is not None and (getter := self._beyond(name)) is not None:
            return getter
        index = self._levels[name]
        return lambda now: 100 * now.levels[index]

    def _number(self, expression: Expression) -> Callable[[Now], int]:
        return cast("Callable[[Now], int]", compile_expression(expression, self.resolve))
