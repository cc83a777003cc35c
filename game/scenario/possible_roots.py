"""What can never be by a reason of its own, each with what cannot be because of it.

A thing has a reason of its own if it stays impossible where all choices that cannot be made are
granted. Things that only wait for each other have none: the first of them stands for the circle.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from game.scenario.aims import Aim, Kind
from game.scenario.model import Scenario
from game.scenario.possible import Contradiction, Impossible
from game.scenario.possible_asked import Condition, asked_beside
from game.scenario.possible_premises import When
from game.scenario.possible_reach import ChoiceId

MOST_CIRCLES = 20
"""That are told of in one run."""
ASKED = frozenset({Kind.EVENT, Kind.CHOICE, Kind.ENDING})
"""Kinds of thing that conditions decide on."""

Thing = Aim | Condition
Whys = Mapping[Thing, Contradiction]


class Root(NamedTuple):
    """What can never be by a reason of its own."""

    thing: Thing
    why: Contradiction
    so: tuple[Thing, ...]
    """What cannot be because of it."""


def roots(impossible: Impossible) -> Iterator[Root]:
    """Yield what can never be by a reason of its own, kind by kind."""
    found = _found(impossible)
    if not found:
        return
    own = _own(impossible, found)
    rests = {thing: _causes(why, found) for thing, why in found.items()}
    so: dict[Thing, list[Thing]] = {thing: [] for thing in own}
    for thing in found:
        if thing not in own and _scene_of(thing) not in found:
            below = _all_below(thing, rests)
            for root in [each for each in own if each in below] or list(own)[: len(own) == 1]:
                so[root].append(thing)
    yield from (Root(thing, why, tuple(so[thing])) for thing, why in own.items())


def _found(impossible: Impossible) -> Whys:
    found: dict[Thing, Contradiction] = {
        aim: why for aim, why in impossible.of_aims().items() if aim.kind in ASKED
    }
    for condition in asked_beside(impossible.known):
        why = impossible.asked_of(*condition)
        if why is not None:
            found[condition] = why
    return found


def _scene_of(thing: Thing) -> Aim | None:
    """Return the scene whose choice something is."""
    match thing:
        case Aim(Kind.CHOICE, id):
            return Aim(Kind.EVENT, id.partition(".")[0])
    return None


def _own(impossible: Impossible, found: Whys) -> Whys:
    """Return what stays impossible whatever is granted, and the first of each circle."""
    known, scenario = impossible.known, impossible.scenario
    granted = Impossible(known, _choices(found, scenario), impossible.effort)
    own: dict[Thing, Contradiction] = {}
    for thing in found:
        scene = _scene_of(thing)
        if isinstance(thing, Aim) and scene in found:
            why = _why_whenever(granted, thing)
        else:
            why = None if scene in own else _why(granted, thing)
        if why is not None:
            own[thing] = why
    for _ in range(MOST_CIRCLES):
        left = [thing for thing in found if thing not in own and _scene_of(thing) not in found]
        mended = Impossible(known, _choices(own, scenario), impossible.effort)
        circles = {thing: why for thing in left if (why := _why(mended, thing)) is not None}
        if not circles:
            break
        first = _first_of_circle(circles)
        own[first] = circles[first]
    return {thing: own[thing] for thing in found if thing in own}


def _first_of_circle(circles: Whys) -> Thing:
    """Return the first thing that rests on nothing but what rests on it in turn."""
    rests = {thing: _causes(why, circles) for thing, why in circles.items()}
    for thing in circles:
        if all(thing in _all_below(cause, rests) for cause in rests[thing]):
            return thing
    return next(iter(circles))


def _why(impossible: Impossible, thing: Thing) -> Contradiction | None:
    return impossible.why(thing) if isinstance(thing, Aim) else impossible.asked_of(*thing)


def _why_whenever(impossible: Impossible, choice: Aim) -> Contradiction | None:
    """Return why what a choice asks by itself can never hold, whenever its scene comes."""
    event, _, id = choice.id.partition(".")
    scene = impossible.scenario.events[event]
    asked = scene.choices[id].when
    if asked is None:
        return None
    path = ("events", event, "choices", id, "if")
    return impossible.asked_of(asked, path, When.TALKS, scene.seat)


def _choices(things: Collection[Thing], scenario: Scenario) -> frozenset[ChoiceId]:
    """Return the choices that some things are, or have."""
    choices = set[ChoiceId]()
    for thing in things:
        match thing:
            case Aim(Kind.EVENT, event):
                choices |= {(event, choice) for choice in scenario.events[event].choices}
            case Aim(Kind.CHOICE, id):
                event, _, choice = id.partition(".")
                choices.add((event, choice))
    return frozenset(choices)


def _causes(why: Contradiction, found: Whys) -> frozenset[Thing]:
    """Return the impossible scenes and choices on which a reason rests."""
    events = ((Aim(Kind.EVENT, event), choice) for event, choice in why.rests_on)
    return frozenset(
        event if event in found else Aim(Kind.CHOICE, f"{event.id}.{choice}")
        for event, choice in events
    )


def _all_below(thing: Thing, rests: Mapping[Thing, frozenset[Thing]]) -> frozenset[Thing]:
    """Return everything on whose being impossible something rests, itself included."""
    seen, waiting = set[Thing](), [thing]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            waiting += rests.get(each, ())
    return frozenset(seen)
