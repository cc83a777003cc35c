"""What a choice in a scene changes: each effect that an author wrote, made into one function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from game.negotiation import Package, value
from game.rules import laying, mind
from game.rules.changes import TALK, change, stiffen, wear
from game.rules.moment import Log, Moment
from game.rules.table import Table
from game.scenario import Scenario
from game.scenario.clauses import (
    Cancel,
    Change,
    Effect,
    Later,
    Note,
    OfferChange,
    Reveal,
    Schedule,
    Set,
    Toll,
)
from game.state import BUILT_IN, CLAIMANT, HOST

Deed = Callable[[Moment, int, str, Log | None], None]
"""Changes a moment; given the host's walk-away before the choice, the cause and the log."""


Beyond = Callable[[Effect], Deed]
"""Makes deeds of the effects that reach beyond one table, into the seasons."""


class Effects:
    """Makes deeds of effects, with every id resolved."""

    def __init__(
        self,
        scenario: Scenario,
        table: Table,
        levels: Mapping[str, int],
        beyond: Beyond | None = None,
    ) -> None:
        self._table = table
        self._beyond = beyond
        self._levels = levels
        self._ranges = {id: track.range for id, track in scenario.tracks.items() if id in levels}
        self._events = {id: index for index, id in enumerate(scenario.events)}
        self._change = cache(self._changing)  # many scenes change the same by as much

    def deeds(self, effects: Iterable[Effect], seat: int) -> tuple[Deed, ...]:
        """Return what effects do that the chair `seat` chose; its notes are set all at once."""
        return tuple(self._deed(e, seat) for e in effects if not isinstance(e, Note))

    def _deed(self, effect: Effect, seat: int) -> Deed:
        match effect:
            case Change(track, by):
                return self._change(track, by)
            case Set(track, to):
                return self._set(track, to)
            case Reveal(what):
                return self._reveal(what) if seat == CLAIMANT else _nothing
            case OfferChange(issue, option):
                return self._amend(issue, option)
            case Schedule(event, after) if self._is_here(event):
                return _schedule(self._events[event], after)
            case Cancel(event) if self._is_here(event):
                return _cancel(self._events[event])
            case Schedule() | Cancel() | Later() | Toll() if self._beyond is not None:
                return self._beyond(effect)
            case _:
                raise TypeError(f"{effect} has no place at a table")

    def _is_here(self, event: str) -> bool:
        """Return whether a scene comes at this table, and not in the seasons around it."""
        return self._beyond is None or event in self._events

    def _changing(self, track: str, by: int) -> Deed:
        if track in BUILT_IN:
            return lambda now, _, because, log: change(now, track, by, because, log)
        if track == "hope" and by < 0:
            return lambda now, _, because, log: wear(now, -100 * by, TALK, because, log)
        if track == "hope":
            return lambda now, _, because, log: stiffen(now, 100 * by, because, log)
        if track == "danger":
            return lambda now, _, because, log: _endanger(now, by, because, log)
        index, span = self._levels[track], self._ranges[track]
        return lambda now, _, because, log: move(now, track, index, span, by, because, log)

    def _set(self, track: str, to: int) -> Deed:
        index = -1 if track in BUILT_IN else self._levels[track]

        def put(now: Moment, walk: int, because: str, log: Log | None) -> None:
            level: int = getattr(now, track) if index < 0 else now.levels[index]
            self._changing(track, to - level)(now, walk, because, log)

        return put

    def _reveal(self, what: str) -> Deed:
        table = self._table

        def reveal(now: Moment, walk: int, because: str, log: Log | None) -> None:
            host = now.men[HOST]
            match what:
                case "need" if host.need >= 0:
                    now.heard_need = host.need
                    need = table.needs[HOST][host.need].id
                    if log:
                        log.tell("need-heard", because, only=CLAIMANT, need=need)
                case "ground" if host.ground >= 0:
                    now.heard_ground = host.ground
                    ground = table.grounds[host.ground].id
                    if log:
                        log.tell("ground-heard", because, only=CLAIMANT, ground=ground)
                case "temper":
                    now.heard_temper = host.temper
                    temper = table.tempers[HOST][host.temper].id
                    if log:
                        log.tell("temper-seen", because, only=CLAIMANT, temper=temper)
                case "court":
                    now.heard_mood = now.fortune.mood
                    if log:
                        log.tell("court-heard", because, only=CLAIMANT, mood=now.heard_mood)

        return reveal

    def _amend(self, issue: str, option: str) -> Deed:
        """Change one term of the paper on the table, as if the claimant had laid it down so."""
        table = self._table
        at = table.issues.index(issue)
        term = table.option(at, option)

        def amend(now: Moment, walk: int, because: str, log: Log | None) -> None:
            if now.paper is None or now.paper[at] == term:
                return
            paper = (*now.paper[:at], term, *now.paper[at + 1 :])
            host = now.men[HOST]
            word, follows = _word_after(now, table, at, term)
            if log:
                better = int(value(paper, host.utility) > value(now.paper, host.utility))
                log.tell(
                    "amended", because, issue=issue, option=option, better=better, word=follows
                )
            laying.lay(now, table, paper, host, walk, True, log)
            now.word = word
            now.said = now.said if word is None else word

        return amend


def move(
    now: Moment, track: str, at: int, span: tuple[int, int], by: int, because: str, log: Log | None
) -> None:
    """Move one of the author's own tracks, whose level stands at a place, within its range."""
    levels = now.levels
    before = levels[at]
    after = max(span[0], min(span[1], before + by))
    if after == before:
        return
    levels[at] = after
    if log:
        log.tell("track-changed", because, track=track, by=after - before, now=after)


def _word_after(now: Moment, table: Table, at: int, term: int) -> tuple[Package | None, str]:
    """Return the host's standing word after an amendment, and whether it follows it or falls.

    A word that was given before, and now asks for more on the claimant's side than his own paper,
    takes the clause over where the host has no less by it; else nobody stands by it any more.
    """
    word: Package | None = now.word
    rank = table.rank[at]
    if word is None or rank[word[at]] <= rank[term]:
        return word, ""
    host = now.men[HOST]
    moved = (*word[:at], term, *word[at + 1 :])
    meets = mind.meets_need(host, moved) or not mind.meets_need(host, word)
    if meets and value(moved, host.utility) >= value(word, host.utility):
        return moved, "follows"
    return None, "falls"


def _nothing(now: Moment, walk: int, because: str, log: Log | None) -> None:
    """Do nothing: the host learns no secret of his own."""


def _endanger(now: Moment, by: int, because: str, log: Log | None) -> None:
    now.ground_danger += 100 * by
    if log:
        log.tell("track-changed", because, track="danger", by=by, now=now.ground_danger // 100)


def _schedule(event: int, after: int) -> Deed:
    def schedule(now: Moment, walk: int, because: str, log: Log | None) -> None:
        now.due = (*now.due, (event, now.sitting + after))

    return schedule


def _cancel(event: int) -> Deed:
    def cancel(now: Moment, walk: int, because: str, log: Log | None) -> None:
        now.met = now.met | {event}

    return cancel
