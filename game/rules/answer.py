"""The host's answer: he signs, consults, counters, refuses, falls ill or breaks off.

Whoever sits in the host's chair decides; these functions only say what follows.
"""

from __future__ import annotations

from game.negotiation import Package, value
from game.rules import mind, terms
from game.rules.changes import change, stiffen, wear_claimant
from game.rules.moment import Log, Moment
from game.rules.table import Table
from game.state import CLAIMANT, HOST, Ended, Phase, Reply

COUNTERS, NOT_TODAY = Reply.COUNTERS, Reply.NOT_TODAY


def sign(now: Moment, *, disown: bool, log: Log | None) -> None:
    """Sign the paper on the table."""
    now.treaty, now.ended, now.reply = now.paper, Ended.SIGNED, Reply.SIGNS
    now.disowned = disown
    now.wager = 0
    now.phase = Phase.OVER
    if log:
        log.tell("signed", "decision", paper=now.paper)
        if disown:
            log.tell("signed-to-disown", "decision", only=HOST)


def consult(now: Moment, log: Log | None) -> None:
    """Consult on a cession; the paper becomes the host's word and waits a sitting."""
    now.consulted = True
    now.word = now.said = now.paper
    now.provoked = False
    now.reply = Reply.CONSULTS
    if log:
        log.tell("consulted", "rule beyond-his-powers", paper=now.paper)


def counter(now: Moment, paper: Package, log: Log | None) -> None:
    """Give a word: the host will sign exactly this if it is laid down unchanged."""
    if log:
        log.tell("countered", "decision", paper=paper, on=now.paper, before=now.said)
    worth = value(paper, now.men[CLAIMANT].utility)
    if now.conceded >= 0 and worth - now.conceded >= terms.NOTICED:
        gain = (worth - now.conceded) * terms.ANSWER // 100
        wear_claimant(now, min(terms.MOST_A_SITTING, gain), "rule gave", log)
    if worth > now.conceded:
        now.conceded = worth
    now.word = now.said = paper
    now.provoked = False
    now.reply = COUNTERS


def refuse(now: Moment, table: Table, walk: int, log: Log | None) -> None:
    """Refuse the paper: as ruin, by calling an ultimatum, or simply not today.

    `walk` is the host's walk-away in hundredths.
    """
    now.word = None
    if now.wager == terms.LAST_WORD:
        now.reply = Reply.CALLS_IT
        now.wager, now.called = 0, True
        change(now, "credibility", -terms.CALLED_CREDIBILITY, "rule called", log)
        change(now, "caution", terms.CALLED_CAUTION, "rule called", log)
        stiffen(now, terms.CALLED_HOPE, "rule called", log)
        return
    if mind.host_worth(now, table, now.paper) < walk - terms.RUIN:
        now.reply = Reply.REFUSES
        change(now, "patience", -terms.RUIN_PATIENCE, "rule ruin", log)
        change(now, "face", -terms.RUIN_FACE, "rule ruin", log)
        return
    now.reply = NOT_TODAY


def fall_ill(now: Moment, log: Log | None) -> None:
    """Keep to his bed: the sitting passes, and he is rested."""
    now.reply = Reply.FALLS_ILL
    now.ill += 1
    if log:
        log.tell("fell-ill", "decision")


def break_off(now: Moment, log: Log | None) -> None:
    """End the talks."""
    now.reply, now.ended, now.phase = Reply.BREAKS_OFF, Ended.BROKEN_OFF, Phase.OVER
    if log:
        log.tell("broke-off", "decision")
