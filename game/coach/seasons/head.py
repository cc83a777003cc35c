"""The head of a season: its name and days, the ice, what can still be done, what stands."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from game.coach.seasons.dates import days_of, old_span_said, season_name, season_of, span_said
from game.coach.seasons.naming import order_called
from game.coach.seasons.orders_told import is_idle, is_past, odds_of, risk_of
from game.coach.seasons.too_late import too_late
from game.coach.seasons.waters import told_water
from game.coach.words_for import counted
from game.rules import CampaignRules
from game.rules.moment import Moment
from game.rules.scenes import note_of_risk
from game.rules.seasons.feats import BESIDES, Feat
from game.state import Order, State, View

WHILE_AWAY = (
    "only what needs no governor can be ordered, and what stood as ordered is done without you."
)
NO_EFFECT = "would change nothing now"
AN_EARLIER_ONE = "; an earlier one went wrong"


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
    back: str
    """The same in few words, with the season in which he governs again."""


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
        back=back_told(rules, state),
    )


def back_told(rules: CampaignRules, state: State) -> str:
    """Return that whoever decides is away and when he is back; empty while he is not away."""
    if not state.away:
        return ""
    back = state.turn + state.away
    if back > rules.scenario.seasons.count:
        return "away to the end"
    return f"away, back in {season_of(rules, back).lower()}"


def standing_orders(rules: CampaignRules, state: State, mode: str | None = None) -> tuple[str, ...]:
    """Return what would be done with the actions that are left if nothing else is ordered.

    Each after those before it, as if none of them went wrong. With a `mode` it is told of each in
    words what it costs and how likely it goes wrong, and why what stands cannot be done where
    something else is done in its place.
    """
    told: list[str] = []
    standing = state.orders[rules.scenario.seasons.actions - state.left :]
    for order in standing:
        stands = rules.orders.allowed(order, state)
        done = order if stands else rules.orders.idle
        instead = "" if stands or mode is None else _instead_of(rules, order, state)
        told.append(f"{_standing(rules, done, state, mode)}{instead}")
        if len(told) < len(standing) and rules.orders.allowed(done, state):
            state = _after(rules, rules.orders.by_order[done], state)
    return tuple(told)


def _after(rules: CampaignRules, feat: Feat, state: State) -> State:
    """Return the state after an order with which nothing goes wrong, nobody sitting at a table."""
    now = Moment(state)
    rules.orders.carry_out(now, replace(feat, hazard=None), None)
    return now.settled()._replace(at=0)


def _standing(rules: CampaignRules, order: Order | None, state: State, mode: str | None) -> str:
    """Return what an order is called, what it costs, how likely it fails, that it does nothing."""
    if order is None or not rules.orders.allowed(order, state):
        return "nothing"
    called = order_called(rules.scenario, order)
    feat = rules.orders.by_order[order]
    cost = f"{'' if mode is None else 'costs '}{feat.cost:,}" if feat.cost else ""
    risk = "" if mode is None else _risk(feat, state, mode)
    idle = NO_EFFECT if is_idle(rules, feat, state) else too_late(rules, feat, state)
    besides = "; ".join(filter(None, (cost, risk, idle)))
    return f"{called} ({besides})" if besides else called


def _risk(feat: Feat, state: State, mode: str) -> str:
    """Return how likely an order goes wrong, and that it did before; empty where it cannot."""
    odds = odds_of(feat, state)
    if not odds or feat.hazard is None:
        return ""
    before = AN_EARLIER_ONE if note_of_risk(feat.hazard.id) in state.notes else ""
    return f"{risk_of(odds, mode)}{before}"


def _instead_of(rules: CampaignRules, order: Order, state: State) -> str:
    """Return what stands and cannot be done, and the first reason; empty of what was done once."""
    feat = rules.orders.by_order.get(order)
    if feat is None or is_past(feat, state):
        return ""
    why, _, _ = (rules.orders.why_idle(feat, state) or "").partition(BESIDES)
    return f", in place of {order_called(rules.scenario, order)} ({why})" if why else ""


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
