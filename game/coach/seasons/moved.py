"""Why a track stands as it does: the changes of the seasons, each with what brought it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from game.coach.seasons.chronicle import MOVED, in_turn, parted
from game.coach.seasons.dates import season_of
from game.coach.seasons.effects_told import changes_said
from game.coach.seasons.naming import is_seen, order_label
from game.coach.seasons.talks_told import consequence
from game.coach.seasons.tracks import is_exact
from game.coach.words_for import counted, sentence, size_of
from game.rules import CampaignRules
from game.state import State, Turn

OPENED, LETTER, USUAL = "season-opened", "letter-came", "usage "
SEASONS = 12
"""In so many seasons, the last ones, it is told what moved a track."""
IN_THIS_PLAY = "What moved it in this play, besides what comes by itself:"
AFTERWARDS, AT_TABLE = "After “{title}”: {what}", "{what}, at “{title}”"
OTHERWISE = "What came of itself"
WENT_WRONG = "{what}, which went wrong"


class Moved(NamedTuple):
    """What one thing changed in one season."""

    season: str
    cause: str
    by: Mapping[str, int]
    """By how many points it moved each track that is told; none is 0."""
    is_usual: bool = False
    """Whether it came of itself, at its time of year."""


def moved(rules: CampaignRules, turns: Iterable[tuple[State, Turn]]) -> tuple[Moved, ...]:
    """Return what moved in turns of seasons, oldest first, each with the state before it.

    Of what moves at a table only what goes on with the seasons.
    """
    found: dict[tuple[int, str], dict[str, int]] = {}
    times: dict[tuple[int, str], int] = {}
    for before, turn in turns:
        at = before.turn
        for entry in turn.entries:
            data = dict(entry.data)
            if entry.what == OPENED:
                at = int(str(data["turn"]))
            elif entry.what == LETTER:
                times[at, entry.because] = int(str(data.get("times", 0)))
            elif entry.what == MOVED and _is_of_seasons(rules, str(data["track"])):
                by = found.setdefault((at, entry.because), {})
                by[str(data["track"])] = by.get(str(data["track"]), 0) + int(str(data["by"]))
    return tuple(
        Moved(
            season_of(rules, at),
            cause_of(rules, because, times.get((at, because), 0)),
            told,
            because.startswith(USUAL),
        )
        for (at, because), by in found.items()
        if (told := {track: points for track, points in by.items() if points})
    )


def _is_of_seasons(rules: CampaignRules, track: str) -> bool:
    return track in rules.levels and is_seen(rules.scenario, track)


def moved_by(
    rules: CampaignRules, turns: Iterable[tuple[State, Turn]], because: str
) -> Mapping[str, int]:
    """Return by how many points causes moved each track that is told, in all the turns.

    `because` is a cause, or the first words of some: `afterwards aigun` is all that followed.
    """
    found: dict[str, int] = {}
    for before, turn in turns:
        for entry in parted(before, turn)[1]:
            data = dict(entry.data)
            if entry.what == MOVED and f"{entry.because} ".startswith(f"{because} "):
                track = str(data["track"])
                if is_seen(rules.scenario, track):
                    found[track] = found.get(track, 0) + int(str(data["by"]))
    return {track: points for track, points in found.items() if points}


def since_opened(
    rules: CampaignRules, turns: Sequence[tuple[State, Turn]], season: int
) -> Mapping[str, int]:
    """Return by how many points each track was told to move since a season opened, by its turn.

    What the season brought as it opened is heard of with it and does not count.
    """
    found: dict[str, int] = {}
    for before, turn in reversed(turns):
        if before.turn != season:
            break
        for entry in parted(before, turn)[1]:
            data = dict(entry.data)
            if entry.what == MOVED and is_seen(rules.scenario, str(data["track"])):
                found[str(data["track"])] = found.get(str(data["track"]), 0) + int(str(data["by"]))
    return {track: points for track, points in found.items() if points}


def lately(found: Sequence[Moved], track: str, most: int) -> tuple[Moved, ...]:
    """Return the last changes of one track, the newest first; at most so many."""
    own = [
        each._replace(by={track: each.by[track]}) for each in reversed(found) if track in each.by
    ]
    return tuple(own[:most])


def told_of_track(
    rules: CampaignRules, found: Sequence[Moved], track: str, mode: str
) -> Iterator[str]:
    """Yield season by season, oldest first, what moved one track, besides what comes of itself."""
    own = [each for each in found if track in each.by and not each.is_usual]
    if not own:
        return
    yield IN_THIS_PLAY
    seasons = [(season, list(each)) for season, each in groupby(own, attrgetter("season"))]
    earlier, last = seasons[:-SEASONS], seasons[-SEASONS:]
    if earlier:
        before = counted(sum(len(each) for _, each in earlier), "change")
        by = sum(one.by[track] for _, each in earlier for one in each)
        yield f"  Before {last[0][0].lower()}: {before}, in all {_way(rules, track, by, mode)}."
    for season, each in last:
        told = (f"{one.cause} ({_way(rules, track, one.by[track], mode)})" for one in each)
        yield f"  {season}: {'; '.join(told)}."


def _way(rules: CampaignRules, track: str, by: int, mode: str) -> str:
    """Return which way a track went, and how far: by the number where that is told."""
    if not by:
        return "as it was"
    much = str(abs(by)) if is_exact(rules, track, mode) else size_of(by)
    return f"{'up' if by > 0 else 'down'} {much}".rstrip()


def told_moved(rules: CampaignRules, each: Moved, mode: str) -> str:
    """Return a change as a line: what brought it, and what it moved."""
    cause = sentence(each.cause)
    return f"{cause}{'.' * cause.endswith('”')} {changes_said(rules, each.by, mode)}"


def cause_of(rules: CampaignRules, because: str, times: int = 0) -> str:
    """Return what brought a change about, as a phrase; a letter may have come so often before."""
    campaign = rules.scenario
    kind, _, rest = because.partition(" ")
    id, _, about = rest.partition(" ")
    match kind:
        case "act" if id in campaign.actions:
            return order_label(campaign, id, about)
        case "choice":
            event = campaign.events[id]
            if event.table is None:
                return event.title
            title = campaign.tables[event.table].title
            return AT_TABLE.format(what=event.title, title=title)
        case "usage":
            return campaign.seasons.usages[id].label
        case "pressure":
            return _first(campaign.pressure[id].text)
        case "letter":
            return _first(in_turn(rules.effects.letters[int(id)].texts, times))
        case "afterwards":
            title = campaign.tables[id].title
            return AFTERWARDS.format(title=title, what=_first(consequence(rules, id, int(about))))
        case "risk" | "hazard":
            return next(_gone_wrong(rules, id), OTHERWISE)
    return OTHERWISE


def _gone_wrong(rules: CampaignRules, id: str) -> Iterator[str]:
    for event in rules.scenario.events.values():
        if any(
            choice.risk is not None and choice.risk.id == id for choice in event.choices.values()
        ):
            yield WENT_WRONG.format(what=event.title)
    for action in rules.scenario.actions.values():
        if action.hazard is not None and action.hazard.id == id:
            yield WENT_WRONG.format(what=action.label)


def _first(text: str) -> str:
    """Return the first sentence of a text, without its full stop.

    >>> _first("The rouble falls. Nobody says why.")
    'The rouble falls'
    """
    return text.strip().split(". ")[0].removesuffix(".")
