"""Where each effect is written: what an effect does not keep itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from game.scenario.authored import Authored
from game.scenario.clauses import (
    Cancel,
    Change,
    Effect,
    Later,
    Note,
    OfferChange,
    OpenTable,
    Reveal,
    Schedule,
    Set,
    Toll,
)
from game.scenario.faults import Path
from game.scenario.syntax import OFFER
from game.scenario.things import Things


def effects_of_all(written: Things) -> Iterator[tuple[Path, Effect]]:
    """Yield everything that is done anywhere, what comes later included, each at its key."""
    for path, thing in written:
        if "do" in vars(thing):
            yield from effects_in(thing, path)


def effects_in(thing: Authored, path: Path) -> Iterator[tuple[Path, Effect]]:
    """Yield what a thing does itself, what comes later included, with the path of each mapping."""
    do: tuple[Effect, ...] = vars(thing).get("do", ())
    yield from _with_later(do, (*path, "do"))


def _with_later(effects: tuple[Effect, ...], path: Path) -> Iterator[tuple[Path, Effect]]:
    for key, effect in keyed(effects, path):
        yield key, effect
        if isinstance(effect, Later):
            yield from _with_later(effect.do, (*key, "do"))


KEYS: Mapping[type, str] = {
    Note: "note",
    Reveal: "reveal",
    Schedule: "schedule",
    Cancel: "cancel",
    Later: "later",
    OpenTable: "open-table",
    Toll: "ledger",
}
"""Under which key each kind of effect is written, if it has one of its own."""
LISTED = (Schedule, Later, Toll)
"""Kinds whose values have keys of their own, so that several are told apart by their place."""


def keyed(effects: tuple[Effect, ...], path: Path) -> Iterator[tuple[Path, Effect]]:
    """Yield each of some effects with the path at which it is written."""
    kinds = [type(effect) for effect in effects]
    seen: Counter[type] = Counter()
    for kind, effect in zip(kinds, effects, strict=True):
        match effect:
            case Change(track=name) | Set(track=name):
                yield (*path, name), effect
            case OfferChange(issue=issue):
                yield (*path, OFFER + issue), effect
            case _:
                several = kind in LISTED and kinds.count(kind) > 1
                yield ((*path, KEYS[kind], seen[kind]) if several else (*path, KEYS[kind])), effect
                seen[kind] += 1
