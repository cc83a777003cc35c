"""The changes that acts, papers and scenes have in common: of a track, and of the host's hope.

Each changes a `Moment` and tells a `Log`, if there is one, what it did and why.
"""

from __future__ import annotations

from game.rules import terms
from game.rules.moment import Log, Moment
from game.state import CLAIMANT, HOST

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
