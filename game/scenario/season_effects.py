"""What is wrong with what is done in the seasons of a campaign, at once or later."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.scenario.authored import ById
from game.scenario.campaign_model import Campaign
from game.scenario.checks import Names
from game.scenario.clauses import (
    Cancel,
    Change,
    Effect,
    Later,
    OfferChange,
    OpenTable,
    Reveal,
    Schedule,
    Set,
    Toll,
)
from game.scenario.effect_paths import effects_of_all, keyed
from game.scenario.faults import Code, Path, Problem, nearest_of
from game.scenario.known import QUANTITIES, asked, ranged, referred, warning
from game.scenario.text_lint import measured
from game.scenario.things import Things, each_of
from game.state import BUILT_IN

TOLL = "toll"
"""The track that the ledger adds up to."""
MOST_LATER = 60
"""Words of what is told when something comes that was set going before."""
MOST_PAID = 100_000


def check_done(effects: tuple[Effect, ...], path: Path, campaign: Campaign) -> Iterator[Problem]:
    """Yield what is wrong with effects in a season; `path` is that of their mapping."""
    for at, effect in keyed(effects, path):
        match effect:
            case Change() | Set():
                yield from _check_track(effect, at, campaign)
            case Schedule(event, after):
                yield from _check_scene(event, (*at, "event"), campaign)
                yield from ranged(after, (*at, "after"), 0, campaign.seasons.count)
            case Cancel(event):
                yield from _check_scene(event, at, campaign)
            case Reveal() | OfferChange():
                message = f"{at[-1]} has no place in a season, where nobody sits across"
                yield Problem(at, Code.BAD_EFFECT, message, "take it out", at_key=True)
            case Later() | OpenTable() | Toll():
                yield from check_beyond(effect, at, campaign)


def check_beyond(
    effect: Later | OpenTable | Toll, path: Path, campaign: Campaign
) -> Iterator[Problem]:
    """Yield what is wrong with an effect that reaches from anywhere into the seasons."""
    match effect:
        case Later(after, do, texts, _):
            yield from ranged(after, (*path, "after"), 1, campaign.seasons.count)
            yield from check_done(do, (*path, "do"), campaign)
            for at, text in each_of(texts, (*path, "text")):
                yield from measured(text, at, MOST_LATER)
            if not do:
                hint = "write do: {NAME: CHANGE}, or take it out"
                yield warning(path, Code.NO_EFFECT, "what comes later changes nothing", hint)
        case OpenTable(table):
            yield from referred(table, path, campaign.tables, "table")
        case Toll(count, _, _, source):
            yield from ranged(count, (*path, "count"), 1, MOST_PAID)
            if source:
                at, code = (*path, "source"), Code.UNKNOWN_SOURCE
                yield from referred(source, at, campaign.sources, "source", code=code)
            if TOLL not in campaign.tracks:
                message, hint = f"there is no track {TOLL} to add it to", f"give it a track {TOLL}"
                yield Problem(path, Code.UNKNOWN_NAME, message, hint, at_key=True)


def check_asked_later(written: Things, names: Names) -> Iterator[Problem]:
    """Yield what is wrong with what is asked of the day on which something comes: a season's."""
    for path, effect in effects_of_all(written):
        if isinstance(effect, Later):
            yield from asked(effect.when, (*path, "if"), names)


def _check_track(effect: Change | Set, path: Path, campaign: Campaign) -> Iterator[Problem]:
    track = effect.track
    if track in BUILT_IN or track in QUANTITIES:
        hint = "move a track of your own, or do it in a scene of the table"
        message = f"{track} is a table's, and nobody sits at one"
        yield Problem(path, Code.BAD_EFFECT, message, hint, at_key=True)
        return
    own = [id for id in campaign.tracks if id not in BUILT_IN]
    yield from referred(track, path, own, "track", code=Code.UNKNOWN_NAME, at_key=True)
    if isinstance(effect, Set) and track in own:
        yield from ranged(effect.to, path, *campaign.tracks[track].range)
        hint = f"write +{effect.to} to add"
        yield warning(path, Code.BARE_NUMBER, f"this sets {track} to {effect.to}", hint)


def _check_scene(event: str, path: Path, campaign: Campaign) -> Iterator[Problem]:
    """Yield a problem if a scene that is to come, or not to, is none of the seasons."""
    table = campaign.events[event].table if event in campaign.events else None
    if table is not None:
        message = f"{event} comes at the table {table}, and not in a season"
        hint = "name a scene of the seasons, or set a note that it asks for"
        yield Problem(path, Code.UNKNOWN_ID, message, hint)
        return
    scenes = [id for id, scene in campaign.events.items() if scene.table is None]
    yield from referred(event, path, scenes, "event")


def check_spread(spread: ById[int], do: tuple[Effect, ...], path: Path) -> Iterator[Problem]:
    """Yield what is wrong with how far a seed may move changes: only what is changed can be."""
    changed: Collection[str] = [effect.track for effect in do if isinstance(effect, Change)]
    for track, about in spread.items():
        if track not in changed:
            message = f"{track} is not moved here, so that nothing can be larger or smaller"
            hint = nearest_of(track, changed) if changed else "take it out"
            yield Problem((*path, track), Code.UNKNOWN_NAME, message, hint, at_key=True)
        yield from ranged(about, (*path, track), 1, 999)
