"""What one order would bring, in full: the price, what it changes, what may go wrong, and why."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.seasons.effects_told import changes_listed, effects_told, summed
from game.coach.seasons.leverage import leverage
from game.coach.seasons.menu import STANDS
from game.coach.seasons.naming import order_label
from game.coach.seasons.orders_told import (
    ALL_THE_SAME,
    DONE,
    effects_of,
    is_past,
    is_spent,
    odds_of,
    odds_said,
    stands_all_the_same,
    times_lately,
)
from game.coach.seasons.reasons import one_a_line
from game.coach.seasons.talks_opened import can_open, held_before, why_shut
from game.coach.seasons.too_late import back_in, some_too_late, too_late
from game.coach.seasons.tracks import purse
from game.coach.words_for import counted, points, sentence
from game.rules import CampaignRules
from game.rules.seasons.orders import ACT, OPEN, Feat
from game.scenario.clauses import Change, Later
from game.state import Decision, State, View


def forecast(rules: CampaignRules, view: View, decision: Decision, mode: str) -> tuple[str, ...]:
    """Return in sentences all that can be known before a decision of a season is made."""
    match decision.verb:
        case _ if decision.verb == ACT:
            return tuple(_of_order(rules, view, rules.orders.feat_of(decision), mode))
        case _ if decision.verb == OPEN:
            return tuple(_of_talks(rules, view, decision.name, mode))
    return (f"{STANDS}: what stands is done, and the next season begins.",)


def _of_order(rules: CampaignRules, view: View, feat: Feat, mode: str) -> Iterator[str]:
    campaign, state = rules.scenario, view.state
    action = campaign.actions[feat.action]
    yield f"{order_label(campaign, feat.action, feat.target)}. {action.help}"
    why = DONE if is_past(feat, state) else rules.orders.why_not(feat, state)
    if why:
        yield from one_a_line(why)
        if stands_all_the_same(rules, feat, state):
            yield ALL_THE_SAME
    if feat.cost:
        held = purse(rules, view)
        yield f"It costs {feat.cost}; {held.label} holds {held.text}."
    effects = effects_of(rules, feat, state)
    if feat.steps > 1:
        yield _steps(feat, state)
    yield from effects_told(rules, effects, mode, state)
    again = times_lately(feat, state)
    if again and feat.fades < 100 and any(isinstance(e, Change) for e in action.do):
        left = 100 * feat.fades**again // 100**again
        part = f"{left} in a hundred of what it would"
        does = "nothing now" if is_spent(rules, feat, state) else part
        yield f"It was done lately, so that it does {does}."
    yield from hazard_told(rules, state, feat, mode)
    if back := feat.away and back_in(rules, state, feat.away):
        yield (
            f"You are away for {counted(feat.away, 'season')} after this one, and govern again in "
            f"{back.lower()}; what stands as ordered is done meanwhile, as far as it needs no "
            "governor."
        )
    for late in (too_late(rules, feat, state), some_too_late(rules, feat, state)):
        if late:
            yield sentence(late)


def _steps(feat: Feat, state: State) -> str:
    step = state.done[feat.place] % feat.steps + 1
    left = feat.steps - step
    if not left:
        return f"It is the last of {feat.steps} steps: what was prepared is ready then."
    return f"It is step {step} of {feat.steps}; nothing comes of it before the last."


def hazard_told(rules: CampaignRules, state: State, feat: Feat, mode: str) -> Iterator[str]:
    """Yield how often an order goes wrong now, and what comes of it; nothing where it cannot."""
    written = rules.scenario.actions[feat.action].hazard
    odds = odds_of(feat, state)
    if written is None or not odds:
        return
    now = changes_listed(rules, summed(rules, written.do), mode, written.spread)
    later = [effect for effect in written.do if isinstance(effect, Later)]
    comes = (said.removesuffix(".") for said in effects_told(rules, later, mode, state))
    what = "; ".join(filter(None, (now, *(said[:1].lower() + said[1:] for said in comes))))
    how = f"It may go wrong ({odds_said(odds, mode)})"
    yield f"{how}: {what}." if what else f"{how}."


def _of_talks(rules: CampaignRules, view: View, table: str, mode: str) -> Iterator[str]:
    written = rules.scenario.tables[table]
    host = rules.scenario.seats[written.host]
    takes = " They take one of the season's actions." if written.when is not None else ""
    yield (
        f"{written.title}: talks with {host.name}, {host.office}, in "
        f"{counted(written.sittings, 'sitting')} at most.{takes}"
    )
    held, is_open = held_before(rules, view.state, table), can_open(rules, view.state, table)
    yield from held
    if not is_open:
        yield from why_shut(rules, view.state, table)
    if held and not is_open:
        return
    stands = leverage(rules, view, mode, table)
    if stands is not None and mode == "points":
        between = f"{points(stands.low)} to {points(stands.high)}"
        one = points(stands.low) if stands.low == stands.high else between
        yield f"What he has to fear before you begin: {one} of 100."
