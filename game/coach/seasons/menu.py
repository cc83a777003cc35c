"""The menu of a season: what can be ordered, by group, what it costs and does, and why not now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.coach.seasons.effects_told import effects_short
from game.coach.seasons.naming import TALKS
from game.coach.seasons.orders_told import (
    DONE,
    NOTHING_LEFT,
    effects_of,
    goes_wrong,
    is_past,
    is_spent,
    left_of,
    odds_of,
    risk_of,
)
from game.coach.seasons.reasons import UNSEEN
from game.coach.seasons.talks_ahead import talks_ahead
from game.coach.seasons.too_late import too_late
from game.rules import CampaignRules
from game.rules.legal import Legal
from game.rules.seasons.feats import BESIDES
from game.rules.seasons.orders import ACT, OPEN, STAND, Feat
from game.state import Decision, State, View

TABLES, SEASON = "tables", "season"
"""The groups that no author names."""
LETTER_OF_STAND = "s"
STANDS = "Let the season pass as ordered"
COSTS = "it costs "
"""How the reason begins that the purse gives."""
SOON_OVER = ("only in ", "you are away")
"""How reasons begin that hold whatever an order is directed to."""


class Choice(NamedTuple):
    """A line of the menu: an order, or one of its targets."""

    key: str
    """What chooses it: the same in every season."""
    decision: Decision | None
    """What it decides; `None` where it must be said to what it is directed."""
    label: str
    cost: int = 0
    does: str = ""
    """What it changes, in short."""
    late: str = ""
    """That nothing of it would come before the end, or whoever goes not back."""
    hazard: str = ""
    """How likely it goes wrong; empty where it cannot."""
    risk: str = ""
    """The same in a few letters."""
    why_not: str = ""
    """Why it cannot be ordered now; empty where it can."""
    help: str = ""
    targets: tuple[Choice, ...] = ()
    since: str = ""
    """From when on it may be decided at the earliest, where that is known and to come."""


class Group(NamedTuple):
    """Orders of one kind."""

    id: str
    heading: str
    choices: tuple[Choice, ...]


def menu(rules: CampaignRules, view: View, legal: Legal, mode: str) -> tuple[Group, ...]:
    """Return what can be decided in a season, in an order and with keys that never change.

    A target that was done once and for all, or is hidden by its author, is left out; an order all
    of whose targets were done stays. What cannot be ordered now says why. At the end stand the
    talks that can be opened, and the season itself.
    """
    campaign, state = rules.scenario, view.state
    may = {head.alone for head in legal.heads}
    groups: dict[str, list[Choice]] = {action.group: [] for action in campaign.actions.values()}
    keys = {id: str(at) for at, id in enumerate(_in_order(rules), 1)}
    feats: dict[str, list[Feat]] = {}
    for feat in rules.orders.all:
        feats.setdefault(feat.action, []).append(feat)
    for id, action in campaign.actions.items():
        choice = _ordered(rules, state, feats[id], may, keys[id], mode)
        if choice is not None:
            groups[action.group].append(choice)
    found = [Group(id, heading_of(id), tuple(choices)) for id, choices in groups.items() if choices]
    talks = tuple(_talks(rules, state, may, len(keys)))
    if talks:
        found.append(Group(TABLES, "Talks", talks))
    stand = Choice(LETTER_OF_STAND, Decision(STAND), STANDS)
    return (*found, Group(SEASON, "The season", (stand,)))


def flat(groups: Sequence[Group]) -> Iterator[Choice]:
    """Yield every line of a menu that decides something now, targets among them."""
    for group in groups:
        for choice in group.choices:
            for each in choice.targets or (choice,):
                if not each.why_not and each.decision is not None:
                    yield each


def chosen(groups: Sequence[Group], key: str) -> Choice | None:
    """Return the line of a menu that a key chooses; `None` where there is none."""
    key = str(int(key)) if key.isdecimal() and key.isascii() else key.lower()
    lines = (choice for group in groups for choice in group.choices)
    return next((choice for choice in lines if choice.key == key), None)


def heading_of(group: str) -> str:
    """Return what stands above a group.

    >>> heading_of("the-river")
    'The river'
    """
    return group.replace("-", " ").capitalize()


def _in_order(rules: CampaignRules) -> Iterator[str]:
    """Yield the actions as the menu has them: group by group."""
    actions = rules.scenario.actions
    for group in dict.fromkeys(action.group for action in actions.values()):
        yield from (id for id, action in actions.items() if action.group == group)


def _ordered(
    rules: CampaignRules, state: State, feats: list[Feat], may: set[Decision], key: str, mode: str
) -> Choice | None:
    """Return the line of an action; `None` where nothing of it is to be shown."""
    id = feats[0].action
    action = rules.scenario.actions[id]
    lines = [_directed(rules, state, feat, may, str(at), mode) for at, feat in enumerate(feats, 1)]
    shown = [line for line in lines if line is not None] or _all_done(rules, state, feats, mode)
    if not shown:
        return None
    if not action.targets:
        return shown[0]._replace(key=key, help=action.help)
    open_now = [line for line in shown if not line.why_not]
    hazard = dict.fromkeys((line.hazard, line.risk) for line in shown)
    return Choice(
        key,
        None,
        action.label,
        min(line.cost for line in open_now or shown),
        _told_of_all(open_now) or _does_everywhere(rules, state, feats, mode),
        _late_for_all(open_now),
        *next(iter(hazard)),
        ""
        if open_now
        else _why_none(
            [(line.label, line.why_not) for line in shown], is_left=len(shown) < len(lines)
        ),
        action.help,
        tuple(shown),
    )


def _all_done(rules: CampaignRules, state: State, feats: list[Feat], mode: str) -> list[Choice]:
    """Return the lines of what was done once and for all."""
    return [
        _line(rules, state, feat, str(at), mode, DONE)
        for at, feat in enumerate(feats, 1)
        if is_past(feat, state)
    ]


def _why_none(reasons: Sequence[tuple[str, str]], *, is_left: bool = False) -> str:
    """Return why an order can be directed to nothing, given each target and why not to it.

    The time of year or the place, which hold for all of them; else what all have in common; else
    each reason behind what it holds for, as where these targets are only left of more.

    >>> _why_none([("here", "there is no post"), ("there", "only in spring")])
    'only in spring'
    >>> _why_none([("here", "it costs 8"), ("there", "it costs 8")])
    'it costs 8'
    >>> _why_none([("here", "nobody waits"), ("there", "it is ice"), ("beyond", "it is ice")])
    'here: nobody waits; there, beyond: it is ice'
    >>> _why_none([("here", "it is dark; it is ice"), ("there", "nobody waits")])
    'here: it is dark, and it is ice; there: nobody waits'
    >>> _why_none([("here", "nobody waits")], is_left=True)
    'here: nobody waits'
    """
    told: dict[str, list[str]] = {}
    for label, why in reasons:
        if why != UNSEEN:
            told.setdefault(why, []).append(label)
    of_all = next((why for why in told if why.startswith(SOON_OVER)), None)
    is_common = len(told) == 1 and (not is_left or next(iter(told)).startswith(COSTS))
    if of_all is not None or not told or is_common:
        return of_all or next(iter(told), UNSEEN)
    return BESIDES.join(
        f"{', '.join(labels)}: {why.replace(BESIDES, ', and ')}" for why, labels in told.items()
    )


def _does_everywhere(rules: CampaignRules, state: State, feats: list[Feat], mode: str) -> str:
    """Return what an order does now whatever it is directed to, in short."""
    if all(is_spent(rules, feat, state) for feat in feats):
        return NOTHING_LEFT
    action = rules.scenario.actions[feats[0].action]
    left = left_of(action.do, feats[0], state)
    return effects_short(rules, left, mode, state)


def _told_of_all(open_now: list[Choice]) -> str:
    """Return what every open target does, else what the first of them does that does anything."""
    told = dict.fromkeys(line.does for line in open_now)
    if len(told) == 1:
        return next(iter(told))
    return next((f"for instance {does}" for does in told if does not in ("", NOTHING_LEFT)), "")


def _late_for_all(open_now: list[Choice]) -> str:
    """Return what comes too late of every open target; empty where it is told of none, or some."""
    late = {line.late for line in open_now}
    return late.pop() if len(late) == 1 else ""


def _directed(
    rules: CampaignRules, state: State, feat: Feat, may: set[Decision], key: str, mode: str
) -> Choice | None:
    """Return the line of one order; `None` where it is hidden."""
    decision = feat.head.alone
    why = ""
    if decision not in may:
        is_open = rules.orders.allowed(feat.order, state)
        why = rules.orders.why_not(feat, state) or (UNSEEN if is_open else "")
        if not why:
            return None
    return _line(rules, state, feat, key, mode, why)


def _line(rules: CampaignRules, state: State, feat: Feat, key: str, mode: str, why: str) -> Choice:
    action = rules.scenario.actions[feat.action]
    label = action.targets[feat.target].label if feat.target else action.label
    odds = odds_of(feat, state)
    return Choice(
        key,
        feat.head.alone,
        label,
        feat.cost,
        _does(rules, state, feat, mode),
        too_late(rules, feat, state),
        goes_wrong(odds, mode) if odds else "",
        risk_of(odds, mode) if odds else "",
        why,
    )


def _does(rules: CampaignRules, state: State, feat: Feat, mode: str) -> str:
    """Return what an order would change now, in short."""
    if is_spent(rules, feat, state):
        return NOTHING_LEFT
    effects = effects_of(rules, feat, state)
    return effects_short(rules, effects, mode, state) or _steps(feat, state)


def _steps(feat: Feat, state: State) -> str:
    """Return how far a plan of several steps would be; empty where it is none."""
    if feat.steps == 1:
        return ""
    return f"step {state.done[feat.place] % feat.steps + 1} of {feat.steps}"


def _talks(rules: CampaignRules, state: State, may: set[Decision], after: int) -> Iterator[Choice]:
    ahead = {each.table: each for each in talks_ahead(rules, state)}
    for at, (id, table) in enumerate(rules.scenario.tables.items(), after + 1):
        decision = Decision(OPEN, id)
        if decision in may or id in ahead:
            help = f"With {rules.scenario.seats[table.host].name}."
            label = TALKS.format(title=table.title)
            choice = Choice(str(at), decision, label, help=help)
            if decision not in may:
                since = ahead[id].since
                why = BESIDES.join(filter(None, (since, ahead[id].why)))
                choice = choice._replace(why_not=why, since=since)
            yield choice


__all__ = ["ACT", "Choice", "Group", "chosen", "flat", "heading_of", "menu"]
