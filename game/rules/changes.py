"""The changes that acts, papers and scenes have in common: of a track, and of the host's hope.

Each changes a `Moment` and tells a `Log`, if there is one, what it did and why.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.rules import terms
from game.rules.moment import Log, Moment
from game.rules.table import Act
from game.state import BUILT_IN, CLAIMANT, HOST

HOST_TRACKS = ("trust", "patience", "face")
"""In the order in which they are told."""
LEDGER = ("trade", "talk", "clock", "menace")
TRADE, TALK, TIME, MENACE = range(4)


def change(now: Moment, track: str, by: int, because: str, log: Log | None) -> None:
    """Change face, trust, credibility, patience, caution or coerced, and tell by how much."""
    if not by:
        return
    tracks = now.__dict__
    before: int = tracks[track]
    after = before + by
    if track != "patience":
        after = 0 if after < 0 else 100 if after > 100 else after
        if after == before:
            return
    tracks[track] = after
    if log:
        log.tell("track-changed", because, track=track, by=after - before, now=after)


def impress(
    now: Moment, act: Act, face: int, trust: int, credibility: int, patience: int, log: Log | None
) -> None:
    """Book an act of the claimant's and change the tracks as it does; every act tires the host."""
    before = _levels(now, BUILT_IN) if log else None
    _book(now, act, face, trust, patience - terms.TIRES)
    if credibility:
        after = now.credibility + credibility
        now.credibility = 0 if after < 0 else 100 if after > 100 else after
    if act.marks:
        now.coerced = min(100, max(0, now.coerced + act.coerced))
        now.caution = min(100, max(0, now.caution + act.caution))
    if log and before:
        _tell_changes(now, before, act, log)


def please(
    now: Moment, act: Act, trust: int, patience: int, log: Log | None, face: int = 0
) -> None:
    """Book an act of the host's and change his own trust, patience and face as it does."""
    before = _levels(now, HOST_TRACKS) if log else None
    _book(now, act, face, trust, patience)
    if log and before:
        _tell_changes(now, before, act, log)
        log.tell("host-acted", act.because, act=act.id)


def _book(now: Moment, act: Act, face: int, trust: int, patience: int) -> None:
    """Book that an act was done once more, and change what acts of either chair may change."""
    now.used[act.index] += 1
    now.patience += patience
    if trust:
        after = now.trust + trust
        now.trust = 0 if after < 0 else 100 if after > 100 else after
    if face:
        after = now.face + face
        now.face = 0 if after < 0 else 100 if after > 100 else after


def _levels(now: Moment, tracks: Iterable[str]) -> dict[str, int]:
    return {track: getattr(now, track) for track in tracks}


def _tell_changes(now: Moment, before: dict[str, int], act: Act, log: Log) -> None:
    for track, level in before.items():
        after = getattr(now, track)
        if after != level:
            log.tell("track-changed", act.because, track=track, by=after - level, now=after)


def faded(effect: int, times: int) -> int:
    """Return what is left of an effect that was had `times` times before, nearer to nothing.

    >>> faded(7, 1), faded(-7, 1)
    (4, -4)
    """
    if not times:
        return effect
    left: int = abs(effect) * terms.AGAIN**times // 100**times
    return left if effect > 0 else -left


def wear(now: Moment, amount: int, account: int, because: str, log: Log | None) -> None:
    """Wear the host's hope by at most what is left of it, and book it.

    He is not talked further than he has been met: talk wears no more than trade has, and a little.
    It is told where most of the talk was in vain.
    """
    if account == TALK:
        unmet = now.ledger[TALK] - now.ledger[TRADE] - terms.TALKED_UNMET
        if log and amount > -2 * unmet:
            log.tell("not-talked-further", because)
        amount = min(amount, -unmet)
    claimant, host = now.hope
    if amount > host:
        amount = host
    if amount <= 0:
        return
    now.hope = (claimant, host - amount)
    ledger = list(now.ledger)
    ledger[account] += amount
    now.ledger = tuple(ledger)
    if log:
        log.tell("hope-worn", because, by=amount, account=LEDGER[account])


def stiffen(now: Moment, amount: int, because: str, log: Log | None) -> None:
    """Add to the host's hope."""
    now.hope = (now.hope[CLAIMANT], now.hope[HOST] + amount)
    if log:
        log.tell("hope-rose", because, by=amount)


def wear_claimant(now: Moment, amount: int, because: str, log: Log | None) -> None:
    """Wear what the claimant still hopes for."""
    claimant, host = now.hope
    if amount > claimant:
        amount = claimant
    if amount <= 0:
        return
    now.hope = (claimant - amount, host)
    if log:
        log.tell("claim-worn", because, by=amount)
