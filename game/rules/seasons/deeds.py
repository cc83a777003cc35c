"""What happens in the seasons: each effect that an author wrote, made into one function.

What comes later is kept in a state by its place in a list that never changes: the author's order
of everything that he lets come later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from game.rules.effects import Deed, move
from game.rules.luck import draw
from game.rules.men import HISTORY
from game.rules.moment import Log, Moment
from game.rules.scenes import Condition
from game.rules.seasons.shifts import Shift, shifting
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
from game.scenario.expressions import Expression
from game.state import BUILT_IN

TOLL = "toll"
"""The track that the ledger adds up to."""
_NOTED_NOTHING: frozenset[str] = frozenset()
"""One for all: an empty set that is made of something is one of its own, and most are empty."""


class Debt(NamedTuple):
    """Somebody whom the ledger is to have by something that comes later."""

    after: int
    """Seasons after that has come."""
    entry: int
    """The place of the entry."""
    whens: tuple[Condition, ...] = ()
    """What is asked besides of whatever brings it."""


class Letter(NamedTuple):
    """Something that comes later."""

    after: int
    deeds: tuple[Deed, ...]
    notes: frozenset[str]
    texts: tuple[str, ...]
    by: tuple[int, ...] = ()
    """The places of the orders that send it, again and again; none where something else does."""
    owes: tuple[Debt, ...] = ()
    """Whom the ledger is to have by it."""
    when: Condition | None = None
    """Asked on its day; where it does not hold, nothing comes."""


class Spread(NamedTuple):
    """How far the seed may move the changes of one thing, by track, in whole points."""

    key: str
    by: Mapping[str, int]
    place: int = -1
    """Of the order that brings it, which may be carried out again; -1 where nothing is."""


class SeasonEffects:
    """Makes deeds of the effects of a campaign, with every id resolved."""

    def __init__(
        self,
        campaign: Campaign,
        levels: Mapping[str, int],
        condition: Callable[[Expression], Condition],
        past: frozenset[str] = frozenset(),
    ) -> None:
        """`past` names the tables whose talks were held before the play, and open no more."""
        self._past, self._condition = past, condition
        self.levels = levels
        self.ranges = {id: campaign.tracks[id].range for id in levels}
        self._events = {
            id: at for at, (id, event) in enumerate(campaign.events.items()) if event.table is None
        }
        self._tables = {id: at for at, id in enumerate(campaign.tables)}
        self.letters: list[Letter] = []
        """Everything that can come later, by its place."""
        self.book: list[Toll] = []
        """Every entry that the ledger can have, by its place."""

    def sent_by(
        self, orders: tuple[int, ...], effects: Iterable[Effect], spread: Spread | None = None
    ) -> tuple[Deed, ...]:
        """Return what effects of orders do; what comes of them later is known as theirs."""
        first = len(self.letters)
        deeds = self.deeds(effects, spread)
        self.letters[first:] = [letter._replace(by=orders) for letter in self.letters[first:]]
        return deeds

    def deeds(self, effects: Iterable[Effect], spread: Spread | None = None) -> tuple[Deed, ...]:
        """Return what effects do in the seasons; notes are set all at once by whoever asks."""
        found: list[Deed] = []
        plain = lambda effect: isinstance(effect, Change) and not _about(effect, spread)  # noqa: E731
        told = (effect for effect in effects if not isinstance(effect, Note))
        for is_plain, some in groupby(told, plain):
            if is_plain:
                found.append(shifting(self.shifts(some)))
            else:
                found += [self.deed(effect, spread) for effect in some]
        return tuple(found)

    def deed(self, effect: Effect, spread: Spread | None = None) -> Deed:
        """Return what one effect does."""
        match effect:
            case Change():
                if spread is not None and _about(effect, spread):
                    return self._about(effect, spread)
                return shifting(self.shifts([effect]))
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
            case OpenTable(table) if table in self._past:
                return _open_nothing
            case OpenTable(table):
                return _open(self._tables[table])
        raise TypeError(f"{effect} has no place in a season")

    def shifts(self, changes: Iterable[Effect]) -> tuple[Shift, ...]:
        """Return the changes among effects, with the places of their tracks."""
        return tuple(
            Shift(change.track, self.levels[change.track], *self.ranges[change.track], change.by)
            for change in changes
            if isinstance(change, Change)
        )

    def _about(self, change: Change, spread: Spread) -> Deed:
        (usual,) = self.shifts([change])
        about = _about(change, spread)
        subject, place, span = f"{spread.key}.{change.track}", spread.place, usual[2:4]

        def shift_about(now: Moment, walk: int, because: str, log: Log | None) -> None:
            times = now.done[place] if place >= 0 else 0
            off = spread_of(now.seed, subject, times, about)
            move(now, change.track, usual.at, span, usual.by + off, because, log)

        return shift_about

    def _set(self, track: str, to: int) -> Deed:
        at, span = self.levels[track], self.ranges[track]

        def put(now: Moment, walk: int, because: str, log: Log | None) -> None:
            move(now, track, at, span, to - now.levels[at], because, log)

        return put

    def _later(self, effect: Later) -> Deed:
        sent, entered = len(self.letters), len(self.book)
        deeds = self.deeds(effect.do)
        inner = self.letters[sent:]
        within = {debt.entry: _still(letter, debt) for letter in inner for debt in letter.owes}
        owes = [within.get(at, Debt(0, at)) for at in range(entered, len(self.book))]
        when = None if effect.when is None else self._condition(effect.when)
        notes, place = notes_of(effect.do), len(self.letters)
        letter = Letter(effect.after, deeds, notes, effect.texts, owes=tuple(owes), when=when)
        self.letters.append(letter)

        def send(now: Moment, walk: int, because: str, log: Log | None) -> None:
            now.coming = (*now.coming, (now.turn + effect.after, place))

        return send

    def book_what_is_due(self, now: Moment, log: Log | None) -> None:
        """Enter in the ledger, at their seasons, those who are still to pay when a play ends.

        What is asked of their day is asked of the last one.
        """
        due = [
            (turn + debt.after, place, debt.entry)
            for turn, place in now.coming
            if (letter := self.letters[place]).when is None or letter.when(now)
            for debt in letter.owes
            if all(holds(now) for holds in debt.whens)
        ]
        for turn, place, entry in sorted(due, key=itemgetter(0)):
            now.book = (*now.book, (turn, entry))
            because = f"letter {place}"
            if log:
                log.tell("toll-due", because, entry=entry, turn=turn)
            shifting(self.shifts([Change(TOLL, self.book[entry].count)]))(now, 0, because, log)

    def _toll(self, effect: Toll) -> Deed:
        place = len(self.book)
        self.book.append(effect)
        count = shifting(self.shifts([Change(TOLL, effect.count)]))

        def enter(now: Moment, walk: int, because: str, log: Log | None) -> None:
            now.book = (*now.book, (now.turn, place))
            if log:
                log.tell("toll-booked", because, entry=place)
            count(now, walk, because, log)

        return enter


def levels_of(campaign: Campaign) -> dict[str, int]:
    """Return the places of the tracks that the seasons move: all but those of every table."""
    own = (id for id in campaign.tracks if id not in BUILT_IN)
    return {id: at for at, id in enumerate(own)}


def _still(letter: Letter, debt: Debt) -> Debt:
    """Return what a letter owes, as it is owed by whatever sends the letter."""
    own = () if letter.when is None else (letter.when,)
    return Debt(letter.after + debt.after, debt.entry, (*own, *debt.whens))


def too_dear(cost: int, held: int) -> str:
    """Return why something cannot be paid for, with what it costs and what the purse holds."""
    return f"it costs {cost}, and there are {held}"


def notes_of(effects: Iterable[Effect]) -> frozenset[str]:
    """Return the notes that effects set."""
    return frozenset(effect.id for effect in effects if isinstance(effect, Note)) or _NOTED_NOTHING


def spread_of(seed: str, subject: str, times: int, about: int) -> int:
    """Return how much larger (+) or smaller (-) a seed makes a change; history's, not at all."""
    if seed == HISTORY:
        return 0
    return draw(2 * about + 1, seed, "spread", subject, times) - about


def do_all(deeds: Iterable[Deed], now: Moment, because: str, log: Log | None) -> None:
    """Do deeds of the seasons in their order."""
    for deed in deeds:
        deed(now, 0, because, log)


def _about(change: Effect, spread: Spread | None) -> int:
    """Return how far the seed may move a change."""
    return spread.by.get(change.track, 0) if spread and isinstance(change, Change) else 0


def _appoint(event: int, after: int) -> Deed:
    def appoint(now: Moment, walk: int, because: str, log: Log | None) -> None:
        now.appointed = (*now.appointed, (event, now.turn + after))

    return appoint


def _cancel(event: int) -> Deed:
    def cancel(now: Moment, walk: int, because: str, log: Log | None) -> None:
        now.lived |= {event}

    return cancel


def _open_nothing(now: Moment, walk: int, because: str, log: Log | None) -> None:
    pass


def _open(table: int) -> Deed:
    def open_table(now: Moment, walk: int, because: str, log: Log | None) -> None:
        now.at = table + 1

    return open_table
