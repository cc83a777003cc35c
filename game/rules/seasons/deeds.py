"""What happens in the seasons: each effect that an author wrote, made into one function.

What comes later is kept in a state by its place in a list that never changes: the author's order
of everything that he lets come later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from game.rules.effects import Deed, move
from game.rules.luck import draw
from game.rules.men import HISTORY
from game.rules.moment import Log, Moment
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import (
    Cancel,
    Change,
    Effect,
    Later,
    Note,
    OpenTable,
    Schedule,
    Set,
    Toll,
)
from game.state import BUILT_IN

TOLL = "toll"
"""The track that the ledger adds up to."""


class Letter(NamedTuple):
    """Something that comes later."""

    after: int
    deeds: tuple[Deed, ...]
    notes: frozenset[str]
    text: str


class Spread(NamedTuple):
    """How far the seed may move the changes of one thing, by track, in whole points."""

    key: str
    by: Mapping[str, int]
    place: int = -1
    """Of the order that brings it, which may be carried out again; -1 where nothing is."""


class SeasonEffects:
    """Makes deeds of the effects of a campaign, with every id resolved."""

    def __init__(self, campaign: Campaign) -> None:
        own = [id for id in campaign.tracks if id not in BUILT_IN]
        self.levels = {id: at for at, id in enumerate(own)}
        self.ranges = {id: campaign.tracks[id].range for id in own}
        self._events = {
            id: at for at, (id, event) in enumerate(campaign.events.items()) if event.table is None
        }
        self._tables = {id: at for at, id in enumerate(campaign.tables)}
        self.letters: list[Letter] = []
        """Everything that can come later, by its place."""
        self.book: list[Toll] = []
        """Every entry that the ledger can have, by its place."""

    def deeds(self, effects: Iterable[Effect], spread: Spread | None = None) -> tuple[Deed, ...]:
        """Return what effects do in the seasons; notes are set all at once by whoever asks."""
        return tuple(self.deed(e, spread) for e in effects if not isinstance(e, Note))

    def deed(self, effect: Effect, spread: Spread | None = None) -> Deed:
        """Return what one effect does."""
        match effect:
            case Change(track, by):
                about = spread.by.get(track, 0) if spread else 0
                if spread is not None and about:
                    return self._about(track, by, about, spread)
                return self._change(track, by)
            case Set(track, to):
                return self._set(track, to)
            case Later():
                return self._later(effect)
            case Toll():
                return self._toll(effect)
            case Schedule(event, after) if event in self._events:
                return _appoint(self._events[event], after)
            case Cancel(event) if event in self._events:
                return _cancel(self._events[event])
            case OpenTable(table):
                return _open(self._tables[table])
        raise TypeError(f"{effect} has no place in a season")

    def _change(self, track: str, by: int) -> Deed:
        at, span = self.levels[track], self.ranges[track]
        return lambda now, _, because, log: move(now, track, at, span, by, because, log)

    def _about(self, track: str, by: int, about: int, spread: Spread) -> Deed:
        at, span = self.levels[track], self.ranges[track]
        subject, place = f"{spread.key}.{track}", spread.place

        def change(now: Moment, walk: int, because: str, log: Log | None) -> None:
            times = now.done[place] if place >= 0 else 0
            off = spread_of(now.seed, subject, times, about)
            move(now, track, at, span, by + off, because, log)

        return change

    def _set(self, track: str, to: int) -> Deed:
        at, span = self.levels[track], self.ranges[track]

        def put(now: Moment, walk: int, because: str, log: Log | None) -> None:
            move(now, track, at, span, to - now.levels[at], because, log)

        return put

    def _later(self, effect: Later) -> Deed:
        deeds = self.deeds(effect.do)
        place = len(self.letters)
        self.letters.append(Letter(effect.after, deeds, notes_of(effect.do), effect.text))

        def send(now: Moment, walk: int, because: str, log: Log | None) -> None:
            now.coming = (*now.coming, (now.turn + effect.after, place))

        return send

    def _toll(self, effect: Toll) -> Deed:
        place = len(self.book)
        self.book.append(effect)
        count = self._change(TOLL, effect.count)

        def enter(now: Moment, walk: int, because: str, log: Log | None) -> None:
            now.book = (*now.book, (now.turn, place))
            if log:
                log.tell("toll-booked", because, entry=place)
            count(now, walk, because, log)

        return enter


def notes_of(effects: Iterable[Effect]) -> frozenset[str]:
    """Return the notes that effects set."""
    return frozenset(effect.id for effect in effects if isinstance(effect, Note))


def spread_of(seed: str, subject: str, times: int, about: int) -> int:
    """Return how much larger (+) or smaller (-) a seed makes a change; history's, not at all."""
    if seed == HISTORY:
        return 0
    return draw(2 * about + 1, seed, "spread", subject, times) - about


def do_all(deeds: Iterable[Deed], now: Moment, because: str, log: Log | None) -> None:
    """Do deeds of the seasons in their order."""
    for deed in deeds:
        deed(now, 0, because, log)


def _appoint(event: int, after: int) -> Deed:
    def appoint(now: Moment, walk: int, because: str, log: Log | None) -> None:
        now.appointed = (*now.appointed, (event, now.turn + after))

    return appoint


def _cancel(event: int) -> Deed:
    def cancel(now: Moment, walk: int, because: str, log: Log | None) -> None:
        now.lived = now.lived | {event}

    return cancel


def _open(table: int) -> Deed:
    def open_table(now: Moment, walk: int, because: str, log: Log | None) -> None:
        now.at = table + 1

    return open_table
