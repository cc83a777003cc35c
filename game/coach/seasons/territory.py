"""Land with title: what the papers have passed that stand, and the figures given for its size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.coach.land import two_figures
from game.coach.seasons.naming import called_on_map
from game.coach.seasons.toll import named
from game.coach.words_for import listed, sentence
from game.rules import CampaignRules
from game.scenario.map_model import Claim, Holder, Map
from game.state import State

NONE = "No paper that stands has passed any land."
AS_PRINTED = "square miles as printed"


class Land(NamedTuple):
    """Land that is another's by now than it was."""

    holder: Holder
    regions: tuple[str, ...]
    """By name."""
    square_miles: int | None
    """As the map draws them; `None` where nobody measured them."""


def land(rules: CampaignRules, state: State) -> tuple[Land, ...]:
    """Return the land that has passed, by whose it is now; nothing where there is no map."""
    written = rules.scenario.map
    if written is None:
        return ()
    held = _held(rules, state, written)
    found = []
    for holder in Holder:
        ids = [
            id
            for id, region in written.regions.items()
            if held[id] is holder and region.holder is not holder
        ]
        sizes = [written.regions[id].square_miles for id in ids]
        measured = [size for size in sizes if size is not None]
        if ids:
            names = tuple(written.regions[id].name for id in ids)
            found.append(Land(holder, names, sum(measured) if measured else None))
    return tuple(found)


def territory(rules: CampaignRules, state: State) -> tuple[str, ...]:
    """Return in sentences what land has passed by papers, and what is said of its size."""
    return tuple(_told(rules, state)) or (NONE,)


_IS = {
    Holder.RUSSIA: "Russian",
    Holder.QING: "Qing",
    Holder.COMMON: "held in common",
    Holder.LENT: "lent",
    Holder.UNDEFINED: "undivided",
}


_GROUND = {
    Holder.RUSSIA: "Russian ground",
    Holder.QING: "Qing ground",
    Holder.COMMON: "ground held in common",
    Holder.LENT: "ground that is lent",
    Holder.UNDEFINED: "ground that was never divided",
}


def _told(rules: CampaignRules, state: State) -> Iterator[str]:
    for claim in _in_force(rules, state):
        yield claim.says
        figures = []
        if claim.printed is not None:
            figures.append(f"{claim.printed:,} {AS_PRINTED}")
        if claim.modern is not None:
            figures.append(f"{claim.modern:,} by modern works")
        if figures:
            sources = [says for id in claim.source if (says := named(rules, id))]
            says = f" ({listed(sources)})" if sources else ""
            yield f"Its size: {listed(figures)}{says}."
    yield from land_told(rules, state)
    yield from posts_told(rules, state)


def land_told(rules: CampaignRules, state: State) -> Iterator[str]:
    """Yield in sentences whose land is now another's, with its size as the map draws it."""
    for passed in land(rules, state):
        size = (
            f"; about {two_figures(passed.square_miles):,} square miles as the map draws it"
            if passed.square_miles is not None
            else ""
        )
        yield sentence(f"now {_IS[passed.holder]}: {listed(passed.regions)}{size}")


def posts_told(rules: CampaignRules, state: State) -> Iterator[str]:
    """Yield in a sentence on whose ground what was founded stands by now, if anything was."""
    written = rules.scenario.map
    if written is None:
        return
    held, called = _held(rules, state, written), called_on_map(rules, state)
    on: dict[Holder, list[str]] = {holder: [] for holder in Holder}
    for id, place in written.seasons.places.items():
        if place.region is not None and rules.condition(place.when)(state):
            on[held[place.region]].append(called[id])
    grounds = [f"on {_GROUND[holder]} ({listed(names)})" for holder, names in on.items() if names]
    if grounds:
        yield f"What was founded stands {listed(grounds)}."


def _held(rules: CampaignRules, state: State, written: Map) -> Mapping[str, Holder]:
    """Return whose each region is by the papers that stand."""
    held = {id: region.holder for id, region in written.regions.items()}
    for claim in _in_force(rules, state):
        held.update(claim.holders)
    return held


def _in_force(rules: CampaignRules, state: State) -> list[Claim]:
    """Return what papers have done to the land and still do, in the author's order."""
    written = rules.scenario.map
    if written is None:
        return []
    return [
        claim
        for claim in written.seasons.claims.values()
        if claim.holders and rules.condition(claim.when)(state)
    ]
