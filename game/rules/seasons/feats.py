"""What can be ordered, everything in it resolved: each action with each of its targets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from game.rules.effects import Deed
from game.rules.formulas import Now
from game.rules.legal import Head
from game.rules.scenes import Condition, note_of_risk
from game.rules.seasons.deeds import SeasonEffects, Spread, notes_of
from game.rules.seasons.gates import Thing
from game.rules.seasons.questions import Questions
from game.rules.seasons.shifts import shifting
from game.scenario import Expression
from game.scenario.action_model import Action, Target
from game.scenario.action_model import Hazard as WrittenHazard
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Effect, Later
from game.scenario.gates import gates
from game.scenario.season_model import Quarter, Where
from game.state import Order

ACT = "act"
"""The verb of an order."""
BESIDES = "; "
"""Stands between the reasons why something cannot be ordered."""


@dataclass(frozen=True, slots=True)
class Hazard:
    """What may go wrong with an order."""

    id: str
    key: str
    """What its luck belongs to: it, and whatever it may go wrong with."""
    odds: Callable[[Now], int]
    """In hundredths of a per cent."""
    deeds: tuple[Deed, ...]
    notes: frozenset[str]
    is_instead: bool
    """What the order would have brought later does not come then."""
    history: bool
    counted: tuple[int, ...]
    """The places of the orders with which it may go wrong."""


@dataclass(frozen=True, slots=True)
class Feat:
    """An action with its target, everything in it resolved."""

    order: Order
    place: int
    """Among all orders there can be."""
    action: str
    target: str
    cost: int
    once: bool
    once_a_season: bool
    may: tuple[tuple[tuple[Condition, str], ...], ...]
    """What must hold for the action and for its target, each part with the reason that is shown
    where it does not; one that is hidden has none."""
    quarters: frozenset[Quarter]
    on_journeys: bool
    away: int
    fades: int
    steps: int
    pays: Deed
    """What it costs, where it is not done yet after this."""
    changes: tuple[Deed, ...]
    """What it costs and changes, by how often it was done in this season and the last: it fades."""
    deeds: tuple[Deed, ...]
    letters: tuple[Deed, ...]
    """What it lets come later."""
    counted: tuple[int, ...]
    """The places of the orders that are told in the same words: of several, in turn."""
    notes: frozenset[str]
    hazard: Hazard | None
    because: str
    head: Head


class Feats:
    """Makes what can be ordered of a campaign's actions and targets."""

    def __init__(
        self,
        campaign: Campaign,
        questions: Questions,
        number: Callable[[Expression], Callable[[Now], int]],
        effects: SeasonEffects,
    ) -> None:
        self._actions = list(campaign.actions.items())
        self._questions, self._number, self._effects = questions, number, effects
        self._alike: dict[int, tuple[int, ...]] = {}
        """By action, the places of its orders."""
        self._purse = campaign.seasons.purse
        self._again = 2 * campaign.seasons.actions
        """More often than that nothing is done in two seasons."""

    def made(self, places: Mapping[Order, int]) -> tuple[tuple[Feat, Thing], ...]:
        """Return what can be ordered, and what it asks for, by places."""
        for order, place in places.items():
            self._alike[order.action] = (*self._alike.get(order.action, ()), place)
        return tuple(self._both(order, place) for order, place in places.items())

    def _both(self, order: Order, place: int) -> tuple[Feat, Thing]:
        id, action = self._actions[order.action]
        target_id, target = "", None
        if order.target >= 0:
            target_id, target = list(action.targets.items())[order.target]
        feat = self._feat(order, place, id, action, target_id, target)
        when = [part.when for part in (action, target) if part is not None and part.when]
        return feat, Thing(when, feat.quarters)

    def _feat(
        self,
        order: Order,
        place: int,
        id: str,
        action: Action,
        target_id: str,
        target: Target | None,
    ) -> Feat:
        may = [
            tuple(
                (self._questions.asked(gate.parts), gate.reason)
                for gate in gates(part.when, part.else_show)
            )
            for part in (action, target)
            if part is not None and part.when is not None
        ]
        written: tuple[Effect, ...] = (*action.do, *(target.do if target else ()))
        key = f"{id}.{target_id}" if target_id else id
        whole = self._effects.shifts(written)
        cost = action.cost if target is None or target.cost is None else target.cost
        paid = self._effects.shifts([Change(self._purse, -cost)] if cost else [])
        of_all = self._alike[order.action]
        own = target.do if target else ()
        deeds, letters = (
            (
                *self._sent(of_all, action.do, are_letters=are_letters),
                *self._sent((place,), own, are_letters=are_letters),
            )
            for are_letters in (False, True)
        )
        return Feat(
            order=order,
            place=place,
            action=id,
            target=target_id,
            cost=cost,
            once=target is not None and target.once,
            once_a_season=action.once_a_season,
            may=tuple(may),
            quarters=frozenset(action.quarters),
            on_journeys=action.where is Where.ANYWHERE,
            away=action.away,
            fades=action.fades,
            steps=action.steps,
            pays=shifting(paid),
            changes=tuple(
                shifting([*paid, *(s._replace(by=faded(s.by, action.fades, again)) for s in whole)])
                for again in range(self._again)
            ),
            deeds=deeds,
            letters=letters,
            counted=(place,) if target is not None and target.result else of_all,
            notes=notes_of(written),
            hazard=self._hazard(action.hazard, key, place, of_all) if action.hazard else None,
            because=f"act {id} {target_id}".rstrip(),
            head=Head(ACT, id, (target_id,) if target_id else ()),
        )

    def _sent(
        self, orders: tuple[int, ...], do: Iterable[Effect], *, are_letters: bool
    ) -> tuple[Deed, ...]:
        """Return what effects of orders let come later, or what they do at once besides changes."""
        wanted = [e for e in do if isinstance(e, Later) == are_letters]
        return self._effects.sent_by(orders, [e for e in wanted if not isinstance(e, Change)])

    def _hazard(
        self, source: WrittenHazard, key: str, place: int, orders: tuple[int, ...]
    ) -> Hazard:
        """Return what may go wrong with an order; `orders` are the places of all of its action."""
        key = f"{source.id}.{key}"
        spread = Spread(key, source.spread, place)
        return Hazard(
            id=source.id,
            key=key,
            odds=self._number(source.odds),
            deeds=self._effects.sent_by(orders, source.do, spread),
            notes=notes_of(source.do) | {note_of_risk(source.id)},
            is_instead=source.instead,
            history=source.history,
            counted=orders,
        )


def faded(by: int, fades: int, again: int) -> int:
    """Return what is left of a change after so many times; `fades` per cent of each the next time.

    >>> faded(-10, 60, 0), faded(-10, 60, 2), faded(3, 50, 1)
    (-10, -3, 1)
    """
    left: int = abs(by) * fades**again // 100**again
    return left if by > 0 else -left
