"""The head of a season: its name and days, the ice, what can still be done, what stands."""

from __future__ import annotations

from typing import NamedTuple

from game.coach.seasons.dates import days_of, old_span_said, season_name, span_said
from game.coach.seasons.naming import order_called
from game.coach.seasons.orders_told import is_idle
from game.coach.seasons.waters import told_water
from game.coach.words_for import counted
from game.rules import CampaignRules
from game.state import Order, State, View

WHILE_AWAY = (
    "only what needs no governor can be ordered, and what stood as ordered is done without you."
)
NO_EFFECT = "would change nothing now"


class Head(NamedTuple):
    """How a season begins, in words."""

    name: str
    """As in `Spring 1854`."""
    days: str
    """Its first and last day, in the new style."""
    old_style: str
    """The same in the old style."""
    turn: int
    """Which season it is, from 1."""
    of: int
    """How many there are."""
    waters: tuple[str, ...]
    """A sentence for the first water of the calendar, and for each that opens or closes."""
    left: int
    """Actions that can still be ordered."""
    actions: int
    """Actions of a whole season."""
    away: str
    """That whoever decides is away, and for how long; empty while he is not."""
    orders: tuple[str, ...]
    """What stands as ordered for the actions that are left."""


def head(rules: CampaignRules, view: View, seed: str) -> Head:
    """Return the head of the season in which a view stands; of the seed only the ice is drawn."""
    campaign, state = rules.scenario, view.state
    season = rules.seasons[state.turn]
    days = days_of(season)
    actions = campaign.seasons.actions
    return Head(
        name=season_name(season),
        days=span_said(*days),
        old_style=old_span_said(*days),
        turn=state.turn,
        of=campaign.seasons.count,
        waters=waters_told(rules, state.turn, seed),
        left=state.left,
        actions=actions,
        away=_away(state),
        orders=standing_orders(rules, state),
    )


def standing_orders(rules: CampaignRules, state: State) -> tuple[str, ...]:
    """Return what would be done with the actions that are left if nothing else is ordered."""
    orders = rules.orders
    standing = state.orders[rules.scenario.seasons.actions - state.left :]
    return tuple(
        _standing(rules, order if orders.allowed(order, state) else orders.idle, state)
        for order in standing
    )


def _standing(rules: CampaignRules, order: Order | None, state: State) -> str:
    """Return what an order that stands is called, what it costs, and that it would do nothing."""
    if order is None or not rules.orders.allowed(order, state):
        return "nothing"
    called = order_called(rules.scenario, order)
    feat = rules.orders.by_order[order]
    cost = f"{feat.cost:,}" if feat.cost else ""
    besides = "; ".join(filter(None, (cost, NO_EFFECT if is_idle(rules, feat, state) else "")))
    return f"{called} ({besides})" if besides else called


def waters_told(rules: CampaignRules, turn: int, seed: str) -> tuple[str, ...]:
    """Return how the first water stands in a season, and each other that opens or closes in it."""
    calendar = rules.scenario.calendar
    waters = {} if calendar is None else calendar.waters
    told = [told_water(id, water, seed, rules.seasons[turn]) for id, water in waters.items()]
    return tuple(said for at, (said, changes) in enumerate(told) if changes or not at)


def _away(state: State) -> str:
    if not state.away:
        return ""
    more = state.away - 1
    if not more:
        return f"You are away until the season is over; {WHILE_AWAY}"
    return f"You are away this season and {counted(more, 'season')} more; {WHILE_AWAY}"
