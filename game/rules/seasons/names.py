"""What the names mean that conditions of a campaign use beside those of a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from game.rules.formulas import Getter, Now
from game.scenario.campaign_model import Campaign
from game.scenario.season_model import YearAndQuarter
from game.state import CLAIMANT, Deal, Order, Verdict

TERM, SIGNED, VERDICT, HELD, ENDED = "term", "signed", "verdict", "held", "ended"
DONE, TWIST = "done", "twist"

WORTH, LASTING, KEPT, STANDS = "worth", "lasting", "kept", "stands"
NUMBERS = frozenset({WORTH, LASTING, KEPT, STANDS, "pressure", "coerced", "support"})
STANDING = frozenset({Verdict.RATIFIED, Verdict.SILENCE})
"""Begin the names of numbers that talks left: points, acts, points, per cent of the court.

`lasting.TABLE` is what they left their claimant with in the end, in points of his own scale.
"""


def order_places(campaign: Campaign) -> dict[Order, int]:
    """Return the place of every order there can be, in the author's order."""
    orders = [
        Order(at, target)
        for at, action in enumerate(campaign.actions.values())
        for target in (range(len(action.targets)) if action.targets else (-1,))
    ]
    return {order: place for place, order in enumerate(orders)}


class SeasonNames:
    """Resolves the names of the seasons to what reads them from a state."""

    def __init__(
        self, campaign: Campaign, places: Mapping[Order, int], past: frozenset[str] = frozenset()
    ) -> None:
        """`past` names the tables whose talks were held before the play."""
        self._campaign = campaign
        self._places = places
        self._tables = list(campaign.tables)
        self._past = past
        first = campaign.seasons.from_
        self._calendar = tuple(first.later(at) for at in range(-1, campaign.seasons.count + 1))
        self._once = cache(self._getter)  # most names are asked for by many conditions

    def calendar(self, turn: int) -> YearAndQuarter:
        """Return the season of a turn, from 1."""
        return self._calendar[turn]

    def __call__(self, name: str) -> Getter | None:
        """Return what reads a name from a state; `None` for one that is not of the seasons."""
        return self._once(name)

    def _getter(self, name: str) -> Getter | None:
        calendar = self._calendar
        match name:
            case "turn":
                return lambda now: 100 * now.turn
            case "year":
                return lambda now: 100 * calendar[now.turn].year
            case "away":
                return lambda now: now.away > 0
            case "season":
                return lambda now: str(calendar[now.turn].quarter)
        kind, _, rest = name.partition(".")
        if kind == TWIST:
            return lambda now: name in now.notes
        if kind in ("note", "chose"):
            return lambda now: rest in now.notes
        if (counted := self.counted(name)) is not None:
            first, beyond = counted
            if beyond == first + 1:
                return lambda now: 100 * now.done[first]
            return lambda now: 100 * sum(now.done[first:beyond])
        if kind in (SIGNED, VERDICT, HELD, ENDED, TERM) and rest:
            return self._of_deal(kind, rest)
        if kind in NUMBERS and rest:
            return self._number_of_deal(kind, rest)
        return None

    def counted(self, name: str) -> tuple[int, int] | None:
        """Return the places, from the first to before the last, of the orders that a name counts.

        `None` for a name that counts none. The targets of one action stand side by side.
        """
        kind, _, rest = name.partition(".")
        if kind != DONE:
            return None
        action, _, target = rest.partition(".")
        at = list(self._campaign.actions).index(action)
        targets = list(self._campaign.actions[action].targets)
        places = [
            place
            for order, place in self._places.items()
            if order.action == at and (not target or targets[order.target] == target)
        ]
        return places[0], places[-1] + 1

    def _number_of_deal(self, kind: str, rest: str) -> Getter:
        """Return what reads a number of the talks held last at a table; 0 before there were any."""
        table, _, seat = rest.partition(".")
        deal = _last_deal(self._tables.index(table))
        if kind == WORTH:
            written = self._campaign.tables[table]
            chair = (written.claimant, written.host).index(seat)
            return lambda now: found.values[chair] if (found := deal(now)) is not None else 0
        if kind == LASTING:
            return lambda now: found.lasting[CLAIMANT] if (found := deal(now)) is not None else 0
        if kind in (KEPT, STANDS):
            standing = _standing(deal)
            if kind == STANDS:
                return lambda now: 100 if standing(now) is not None else 0
            return lambda now: found.lasting[CLAIMANT] if (found := standing(now)) else 0
        return lambda now: 100 * getattr(found, kind) if (found := deal(now)) is not None else 0

    def _of_deal(self, kind: str, rest: str) -> Getter:
        table, _, issue = rest.partition(".")
        at = self._tables.index(table)
        deal = _last_deal(at)
        match kind:
            case "held" if table in self._past:
                return lambda _: True
            case "held":
                return lambda now: deal(now) is not None
            case "signed":
                return lambda now: (found := deal(now)) is not None and found.treaty is not None
            case "ended":
                return lambda now: str(found.ended) if (found := deal(now)) is not None else None
            case "verdict":
                return lambda now: (
                    str(found.verdict) if (found := deal(now)) is not None else str(Verdict.NONE)
                )
        issues = list(self._campaign.tables[table].issues)
        index = issues.index(issue)
        options = tuple(self._campaign.tables[table].issues[issue].options)

        def term(now: Now) -> str | None:
            found = deal(now)
            if found is None or found.treaty is None:
                return None
            return options[found.treaty[index]]

        return term


def _standing(last: Callable[[Now], Deal | None]) -> Callable[[Now], Deal | None]:
    """Return what reads those talks where their paper was not torn up; `None` without one."""

    def standing(now: Now) -> Deal | None:
        deal = last(now)
        return deal if deal is not None and deal.verdict in STANDING else None

    return standing


def _last_deal(table: int) -> Callable[[Now], Deal | None]:
    """Return what reads what came of a table's talks when they were held last."""

    def last(now: Now) -> Deal | None:
        for deal in reversed(now.deals):
            if deal.table == table:
                return deal
        return None

    return last
