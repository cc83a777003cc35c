"""The changes that acts, papers and scenes have in common: of a track, and of the host's hope.

Each changes a `Moment` and tells a `Log`, if there is one, what it did and why.
"""

from __future__ import annotations

from game.rules import terms
from game.rules.moment import Log, Moment
from game.rules.table import Act
from game.state import CLAIMANT, HOST

TRACKS = ("face", "trust", "credibility", "patience", "coerced", "caution")
LEDGER = ("trade", "talk", "clock", "menace")
TRADE, TALK, TIME, MENACE = range(4)


def change(now: Moment, track: str, by: int, because: str, log: Log | None) -> None:
    """Change face, trust, credibility, patience, caution or coerced, and tell by how much."""
    if not by:
        return
    before: int = getattr(now, track)
    after = before + by
    if track != "patience":
        after = 0 if after < 0 else 100 if after > 100 else after
        if after == before:
            return
    setattr(now, track, after)
    if log:
        log.tell("track-changed", because, track=track, by=after - before, now=after)


def impress(
    now: Moment, act: Act, face: int, trust: int, credibility: int, patience: int, log: Log | None
) -> None:
    """Change the tracks as an act of the claimant's does; every act tires the host."""
    before = {track: getattr(now, track) for track in TRACKS} if log else {}
    now.patience += patience - terms.TIRES
    if trust:
        now.trust = _bounded(now.trust + trust)
    if face:
        now.face = _bounded(now.face + face)
    if credibility:
        now.credibility = _bounded(now.credibility + credibility)
    if act.coerced:
        now.coerced = _bounded(now.coerced + act.coerced)
    if act.caution:
        now.caution = _bounded(now.caution + act.caution)
    if log:
        for track, level in before.items():
            after = getattr(now, track)
            if after != level:
                log.tell("track-changed", act.because, track=track, by=after - level, now=after)


def _bounded(level: int) -> int:
    return 0 if level < 0 else 100 if level > 100 else level


def faded(effect: int, times: int) -> int:
    """Return what is left of an effect that was had `times` times before."""
    return int(effect * terms.AGAIN**times / 100**times) if times else effect


def count(now: Moment, act: int) -> int:
    """Book that an act is done once more; return how often it was done before."""
    used = list(now.used)
    times: int = used[act]
    used[act] = times + 1
    now.used = tuple(used)
    return times


def wear(now: Moment, amount: int, account: int, because: str, log: Log | None) -> None:
    """Wear the host's hope by at most what is left of it, and book it.

    He is not talked further than he has been met: talk wears no more than trade has, and a little.
    """
    if account == TALK:
        unmet = now.ledger[TALK] - now.ledger[TRADE] - terms.TALKED_UNMET
        if log and amount > -unmet:
            log.tell("not-talked-further", because)
        amount = min(amount, -unmet)
    amount = min(amount, now.hope[HOST])
    if amount <= 0:
        return
    now.hope = (now.hope[CLAIMANT], now.hope[HOST] - amount)
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
    amount = min(amount, now.hope[CLAIMANT])
    if amount <= 0:
        return
    now.hope = (now.hope[CLAIMANT] - amount, now.hope[HOST])
    if log:
        log.tell("claim-worn", because, by=amount)
