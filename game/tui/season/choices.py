"""What can be decided in a season, as lines of a list: groups, their orders, and their targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from game.coach.seasons.forecasts import forecast
from game.coach.seasons.menu import SEASON, TABLES, Choice, Group
from game.coach.seasons.scene import SceneSeen
from game.coach.words_for import listed
from game.rules import CampaignRules
from game.rules.legal import Head
from game.rules.seasons.feats import BESIDES
from game.state import Decision, View
from game.tui.play.closed import SET_IN, Closed, together
from game.tui.play.linekeys import key_shown
from game.tui.play.options import MUTED, Offer
from game.tui.texts import lines, plain, said
from game.tui.widgets.hung import KEY

ORDERS, SEASON_ASKS, SCENE_ASKS = "Your orders", "What do you order?", "Your choice"
TWICE, BOTH = "{order}, twice", (1, 2)
LISTS = "…"
"""Stands behind an order that shows a list of what it may be for; any other is done at once."""
SCROLLBAR = 4
"""Cells after a line that stay blank, those of a scrollbar among them."""
LEAST = 8
"""Cells that are left for what a group holds."""
ASK_WHY = "ask why"
"""Said of talks to come, instead of a reason that would fill the list a year before."""


def of_season(
    groups: Sequence[Group],
    standing: Sequence[str],
    width: int | None,
    *,
    is_told_below: bool = False,
) -> Iterator[Offer]:
    """Yield the talks that can be opened, the groups of orders, and the season itself.

    A group keeps its number however many others there are; what there is no room for in a line
    of so many cells is told by its own list, and below this one where `is_told_below`. Without a
    `width` everything is told.
    """
    orders = [group for group in groups if group.id not in (TABLES, SEASON)]
    for group in groups:
        if group.id == TABLES:
            yield from _talks(group.choices, len(orders) + 1)
    for at, group in enumerate(orders, 1):
        heads = tuple(_heads(group.choices))
        whole = _in_short(group)
        orders_told = plain(whole, style=MUTED)
        if width is not None:
            room = max(LEAST, width - len(group.heading) - KEY - SCROLLBAR)
            orders_told = plain(whole, room, MUTED)
        text = said((group.heading, "bold"), "  ", orders_told)
        if heads:
            below = whole if is_told_below and orders_told.plain != whole else ""
            yield Offer(_keyed(str(at), text), heads, below, group.id, numbers=(at,))
        else:
            yield Offer(said(f"  {group.heading}"), (), refused=_why_none_of(group))
    for group in groups:
        if group.id == SEASON:
            for choice in group.choices:
                text = lines(choice.label, (f"{SET_IN}{_stands(standing)}", MUTED))
                yield _line(choice.key, text, choice)


def _talks(choices: Sequence[Choice], first: int) -> Iterator[Offer]:
    """Yield talks that can be opened, numbered, and below them what stands in the way of others."""
    is_open = [choice for choice in choices if not choice.why_not]
    for at, choice in enumerate(is_open, first):
        yield _line(str(at), said((choice.label, "bold")), choice, help=choice.help)
    for choice in choices:
        if choice.why_not:
            in_short = f"{choice.since}; {ASK_WHY}" if choice.since else choice.why_not
            closed = Closed((choice.label,), in_short)
            yield Offer(closed.text, (), choice.help, refused=choice.why_not)


def of_group(rules: CampaignRules, view: View, group: Group, mode: str) -> Iterator[Offer]:
    """Yield the orders of a group, each with its price and what it would change."""
    yield from _ordered((rules, view, mode), group.choices)


def of_order(rules: CampaignRules, view: View, choice: Choice, mode: str) -> Iterator[Offer]:
    """Yield to what an order can be directed."""
    yield from _ordered((rules, view, mode), choice.targets)


def of_scene(scene: SceneSeen) -> Iterator[Offer]:
    """Yield the choices of a scene, each with what it would visibly change."""
    number = 0
    for option in scene.options:
        if option.why_not:
            closed = Closed((option.say,), option.why_not, "not open")
            yield Offer(closed.text, (), refused=closed.why)
            continue
        number += 1
        told = [(f"{SET_IN}{part}", MUTED) for part in (option.does, option.risk) if part]
        text = lines(option.say, *told)
        heads = (_head(option.decision),)
        yield Offer(_keyed(str(number), text), heads, "", option.id, numbers=(number,))


def choice_named(groups: Iterable[Group], name: str) -> Choice | None:
    """Return the order whose line bears a name."""
    every = (choice for group in groups for choice in group.choices)
    return next((choice for choice in every if choice.targets and name_of(choice) == name), None)


def name_of(choice: Choice) -> str:
    """Return what the line of an order is called: by its decision, else by its first target's."""
    if choice.decision is None:
        return _action_of(choice)
    return " ".join((choice.decision.verb, choice.decision.name, *choice.decision.about))


def _action_of(choice: Choice) -> str:
    """Return the action that a line orders, by id."""
    decision = choice.decision or choice.targets[0].decision
    assert decision is not None, "a target decides"
    return decision.name


def _ordered(of: tuple[CampaignRules, View, str], choices: Iterable[Choice]) -> Iterator[Offer]:
    """Yield what can be ordered, numbered from 1, and below it why the rest cannot."""
    rules, view, mode = of
    refused: list[tuple[Choice, str]] = []
    number = 0
    for choice in choices:
        if choice.why_not:
            would = f"{choice.label}. {choice.help}"
            if choice.decision is not None:
                would = " ".join(forecast(rules, view, choice.decision, mode))
            refused.append((choice, would))
            continue
        number += 1
        price = f"  {choice.cost}" if choice.cost else ""
        below = "; ".join(part for part in (choice.does, choice.late, choice.hazard) if part)
        opens = LISTS if choice.targets else ""
        text = said(f"{choice.label}{opens}", (price, "bold $secondary"))
        text = lines(text, (f"{SET_IN}{below}", MUTED)) if below else text
        help = choice.help
        if choice.decision is not None:
            help = " ".join(forecast(rules, view, choice.decision, mode))
        yield _line(str(number), text, choice, help=help)
    for closed in together([(choice.label, choice.why_not) for choice, _ in refused]):
        help = "\n".join(would for choice, would in refused if choice.label in closed.labels)
        yield Offer(closed.text, (), help, refused=closed.why)


def _line(key: str, text: Content, choice: Choice, help: str = "") -> Offer:
    numbers = (int(key),) if key.isdecimal() else ()
    return Offer(_keyed(key, text), tuple(_heads([choice])), help, name_of(choice), numbers=numbers)


def _keyed(key: str, text: Content) -> Content:
    return said((f"{key_shown(key)} ", "$accent"), text)


def _heads(choices: Iterable[Choice]) -> Iterator[Head]:
    """Yield what open lines decide; of an order, all that it can be directed to."""
    for choice in choices:
        for each in choice.targets or (choice,):
            if not each.why_not and each.decision is not None:
                yield _head(each.decision)


def _head(decision: Decision) -> Head:
    return Head(decision.verb, decision.name, decision.about)


def _stands(orders: Sequence[str]) -> str:
    """Return what stands as ordered; one order that stands for all of a season is told once.

    >>> _stands(["Drill", "Hold back"]), _stands(["Hold back", "Hold back"])
    ('Drill and Hold back', 'Hold back, twice')
    """
    if len(orders) == len(BOTH) and len(set(orders)) == 1:
        return TWICE.format(order=orders[0])
    return listed(dict.fromkeys(orders))


def _why_none_of(group: Group) -> str:
    """Return why nothing of a group can be ordered, reason by reason."""
    shut = together([(choice.label, choice.why_not) for choice in group.choices])
    return BESIDES.join(f"{', '.join(closed.labels)}: {closed.why}" for closed in shut)


def _in_short(group: Group) -> str:
    """Return what can be ordered of a group, each with its price."""
    return ", ".join(
        f"{choice.label} {choice.cost}" if choice.cost else choice.label
        for choice in group.choices
        if not choice.why_not
    )
