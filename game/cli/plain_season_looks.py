"""How a season looks in lines of text: its head, its menu in short and in full, its scenes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.cli.plain_text import ended, item, wrapped
from game.coach.persons import capital
from game.coach.seasons.dates import days_of, old_span_said, season_name, span_said
from game.coach.seasons.effects_told import signs_read
from game.coach.seasons.head import back_told, head, standing_orders, waters_told
from game.coach.seasons.leverage import Leverage, leverage
from game.coach.seasons.menu import SEASON, TABLES, Choice, Group
from game.coach.seasons.naming import TALKS
from game.coach.seasons.reasons import one_a_line
from game.coach.seasons.scene import SceneSeen
from game.coach.seasons.tracks import purse, tracks
from game.coach.seasons.waters import waters_together
from game.coach.words_for import counted, listed, points
from game.rules import CampaignRules
from game.rules.mind import FULL_DANGER
from game.state import State, View

SINCE = {1: "; it has risen since", -1: "; it has fallen since"}
"""What is added to a rumour that is older than what was done."""
HOW = (
    "A number orders; 's' lets the season pass as ordered; 'menu' tells all of it, 'menu {group}' "
    "a part."
)


def headed(rules: CampaignRules, turn: int, seed: str, state: State) -> Iterator[str]:
    """Yield the head of a season: what it is called, its days, the ice.

    Of a state in it, that whoever decides is away then; of one in another, nothing of that.
    """
    season = rules.seasons[turn]
    days = days_of(season)
    of = rules.scenario.seasons.count
    back = back_told(rules, state) if state.turn == turn else ""
    away = f", {back}" if back else ""
    yield wrapped(f"== {season_name(season)}, season {turn} of {of}{away} ==")
    yield wrapped(f"{span_said(*days)} ({old_span_said(*days)}, old style).")
    if waters := waters_told(rules, turn, seed):
        yield wrapped(waters_together(waters))


def in_short(
    rules: CampaignRules, view: View, groups: tuple[Group, ...], seed: str, mode: str
) -> Iterator[str]:
    """Yield what can still be ordered, a line for each group, and what stands."""
    seen, held = head(rules, view, seed), purse(rules, view)
    yield wrapped(
        f"{capital(held.label)} holds {held.text}. {_left(seen.left)} {_stands(rules, view, mode)}"
    )
    if seen.away:
        yield wrapped(seen.away)
    for group in groups:
        names = [_named(choice) for choice in group.choices if not choice.why_not]
        if names and group.id != SEASON:
            yield wrapped(f"{group.heading}: {' · '.join(names)}", "", "  ")
        shut = [_shut(choice) for choice in group.choices if choice.why_not]
        if shut and group.id == TABLES:
            yield wrapped(f"Not open: {' · '.join(shut)}.", "", "  ")


def all_of_it(groups: Iterable[Group]) -> Iterator[str]:
    """Yield everything that can be ordered, what it costs and does, and why not now."""
    for group in groups:
        yield f"{group.heading}"
        shut: dict[str, list[Choice]] = {}
        for choice in group.choices:
            if choice.why_not:
                shut.setdefault(choice.why_not, []).append(choice)
            else:
                yield from _line(choice)
        for together in shut.values():
            *others, last = together
            yield from (_head_of(choice) for choice in others)
            yield from _line(last)


def how(groups: tuple[Group, ...]) -> str:
    """Return how one orders, and how all of it is told."""
    return wrapped(HOW.format(group=groups[0].id))


def of_targets(choice: Choice) -> Iterator[str]:
    """Yield to what an order can be directed."""
    yield wrapped(f"{choice.label}. {choice.help}")
    for target in choice.targets:
        yield from _line(target)


def of_scene(seen: SceneSeen) -> Iterator[str]:
    """Yield a scene, what advisers say of it, and its numbered choices with their forecasts."""
    yield wrapped(f"{seen.title}. {seen.place}".rstrip(". ") + ".")
    yield ""
    yield wrapped(seen.text)
    yield ""
    keys = {o.id: str(n) for n, o in enumerate((o for o in seen.options if not o.why_not), 1)}
    for word in seen.counsel:
        known = ", ".join(filter(None, (_for(keys.get(word.choice)), word.record)))
        said = f"{word.name}{f' ({known})' if known else ''}: “{word.say}” {word.foretells}"
        yield wrapped(said.rstrip(), "", "  ")
    if seen.counsel:
        yield ""
    number = 0
    for option in seen.options:
        if option.why_not:
            yield wrapped(f"{option.say} Not open: {ended(option.why_not)}", "  - ", "    ")
            continue
        number += 1
        yield item(number, option.say)
        told = signs_read("; ".join(filter(None, (option.does, option.risk))))
        if told:
            yield wrapped(f"({told})", "      ")


def _for(key: str | None) -> str:
    """Return which line of a scene an adviser is for; empty for one that cannot be chosen."""
    return f"for {key}" if key else ""


def status(
    rules: CampaignRules, view: View, seed: str, mode: str, moved: Mapping[str, int]
) -> Iterator[str]:
    """Yield everything that is to be known at a glance: the season, the tracks, the leverage.

    `moved` are the points by which tracks were told to move since the season opened.
    """
    seen = head(rules, view, seed)
    yield from headed(rules, view.state.turn, seed, view.state)
    if seen.away:
        yield wrapped(seen.away)
    yield wrapped(f"{_left(seen.left)} {_stands(rules, view, mode)}")
    yield ""
    for track in tracks(rules, view, mode, moved):
        stands = f"{track.text}{SINCE.get(track.since, '')}"
        yield wrapped(f"{capital(track.label)}: {stands}.", "", "  ")
    yield ""
    yield from of_leverage(leverage(rules, view, mode))


def of_leverage(stands: Leverage | None) -> Iterator[str]:
    """Yield what presses on whoever will sit opposite, part by part."""
    if stands is None:
        return
    between = _between(stands.low, stands.high)
    in_all = sum(bar.most for bar in stands.bars) + stands.fixed
    capped = ", however much the parts give together" if in_all > FULL_DANGER else ""
    yield wrapped(
        f"What presses at the table “{stands.title}”: {between} of 100{capped}. "
        "Each part is rounded:"
    )
    for bar in stands.bars:
        low, high = sorted((bar.low, bar.high))
        most = f"at {'most' if bar.most >= 0 else 'least'} {points(bar.most)}"
        label = capital(bar.track.label)
        yield wrapped(f"{label}: {_between(low, high)}, of {most}.", "  ", "    ")
    if stands.fixed:
        how = "added" if stands.fixed > 0 else "taken off"
        yield f"  {points(abs(stands.fixed))} {how}, whatever was done."


def _stands(rules: CampaignRules, view: View, mode: str) -> str:
    """Return what is done if the season is let pass now, at what price, and how likely it fails."""
    orders = standing_orders(rules, view.state, mode)
    if len(orders) < 2:
        return f"As it stands: {listed(orders) or 'nothing'}."
    told = [f"order {at}: {said}" for at, said in enumerate(orders, 1)]
    return f"As it stands, {'; '.join(told)}."


def _between(low: int, high: int) -> str:
    low_said, high_said = points(low), points(high)
    return low_said if low_said == high_said else f"{low_said} to {high_said}"


def _left(left: int) -> str:
    return "Nothing more can be ordered." if not left else f"{counted(left, 'action')} left."


def _named(choice: Choice) -> str:
    known = "; ".join(filter(None, (str(choice.cost or ""), choice.late, choice.risk)))
    return f"{choice.key} {choice.label}{f' ({known})' if known else ''}"


def _shut(choice: Choice) -> str:
    what = choice.label.removeprefix(TALKS.format(title=""))
    return f"{choice.key} {what} ({choice.since or choice.why_not.removesuffix('.')})"


def _head_of(choice: Choice) -> str:
    return item(choice.key, f"{choice.label}{f' ({choice.cost})' if choice.cost else ''}")


def _line(choice: Choice) -> Iterator[str]:
    """Yield a line of the menu: what it is, then what it costs and does, or why not now."""
    yield _head_of(choice)
    if choice.why_not:
        for line in one_a_line(choice.why_not):
            yield wrapped(line, "      ", "        " if line.startswith("- ") else "      ")
        return
    parts = [signs_read(choice.does)] if choice.does else []
    parts += [part for part in (choice.late, choice.hazard) if part]
    if parts:
        yield wrapped("; ".join(parts), "      ")
