"""The host's answer: he signs, asks leave, counters, refuses, falls ill or breaks off.

Whoever sits in the host's chair decides; these functions only say what follows.
"""

from __future__ import annotations

from game.negotiation import Package, value
from game.rules import mind, terms
from game.rules.changes import change, count, faded, stiffen
from game.rules.moment import Log, Moment
from game.rules.table import Table
from game.state import CLAIMANT, HOST, Decision, Ended, Phase, Reply


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
    """Send an officer for leave to cede; the paper becomes the host's word and waits a sitting."""
    now.consulted = True
    now.word = now.said = now.paper
    now.provoked = False
    now.reply = Reply.CONSULTS
    if log:
        log.tell("consulted", "rule beyond-his-powers", paper=now.paper)


def counter(now: Moment, table: Table, paper: Package, log: Log | None) -> None:
    """Give a word: the host will sign exactly this if it is laid down unchanged."""
    if log:
        log.tell("countered", "decision", paper=paper, on=now.paper, before=now.said)
    worth = _claimant_value(now, table, paper)
    if now.conceded >= 0 and worth - now.conceded >= terms.NOTICED:
        gain = (worth - now.conceded) * terms.ANSWER // 100
        wear_claimant(now, min(terms.MOST_A_SITTING, gain), "rule gave", log)
    now.conceded = max(now.conceded, worth)
    now.word = now.said = paper
    now.provoked = False
    now.reply = Reply.COUNTERS


def refuse(now: Moment, table: Table, walk: int, log: Log | None) -> None:
    """Refuse the paper: as ruin, by calling an ultimatum, or simply not today.

    `walk` is the host's walk-away in hundredths.
    """
    now.word = None
    if now.wager == 2:
        now.reply = Reply.CALLS_IT
        now.wager, now.called = 0, True
        change(now, "credibility", -terms.CALLED_CREDIBILITY, "rule called", log)
        change(now, "caution", terms.CALLED_CAUTION, "rule called", log)
        stiffen(now, terms.CALLED_HOPE, "rule called", log)
        return
    if mind.host_worth(now, table, now.paper) < walk - terms.RUIN:
        now.reply = Reply.REFUSES
        change(now, "patience", -6, "rule ruin", log)
        change(now, "face", -3, "rule ruin", log)
        return
    now.reply = Reply.NOT_TODAY


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


def perform(now: Moment, table: Table, decision: Decision, log: Log | None) -> None:
    """Do the act that goes with the host's answer, or stands alone."""
    act = table.by_id[decision.name]
    times = count(now, act.index)
    because = f"act {act.id}"
    claimant = now.men[CLAIMANT]
    talk = table.tempers[CLAIMANT][claimant.temper].talk
    trust, patience = act.trust, act.patience
    match act.kind:
        case "courtesy":
            trust, patience = faded(trust, times), faded(patience, times)
        case "argue":
            index = next(i for i, g in enumerate(table.grounds) if g.id == decision.about[0])
            trust = 0
            if index not in now.cited and len(now.cited) < terms.GROUNDS_HEARD:
                own = terms.OWN_GROUND if index == claimant.ground else 1
                wear_claimant(now, terms.ARGUMENT * own * talk // 100, because, log)
            now.cited = now.cited | {index}
        case "tell":
            issue = table.issues.index(decision.about[0])
            trust = faded(trust, times)
            if now.learned[issue] == 0:
                learned = list(now.learned)
                learned[issue] = now.men[HOST].weights[issue]
                now.learned = tuple(learned)
            if log:
                log.tell("opened", because, issue=decision.about[0], weight=now.learned[issue])
        case "ask":
            trust = 0
            now.question = table.issues.index(decision.about[0])
            if log:
                log.tell("asked", because, issue=decision.about[0])
        case "plead":
            if not now.pleaded:
                wear_claimant(now, terms.PLEA * talk // 100, because, log)
            else:
                trust = 0
            now.pleaded = True
        case "stall":
            trust = faded(trust, times)
            wear_claimant(now, terms.STALL, because, log)
        case _:
            trust = 0
    change(now, "trust", trust, because, log)
    change(now, "patience", patience, because, log)
    if act.kind == "plead":
        change(now, "face", act.face, because, log)
    if log:
        log.tell("host-acted", because, act=act.id)


def wear_claimant(now: Moment, amount: int, because: str, log: Log | None) -> None:
    """Wear what the claimant still hopes for."""
    amount = min(amount, now.hope[CLAIMANT])
    if amount <= 0:
        return
    now.hope = (now.hope[CLAIMANT] - amount, now.hope[HOST])
    if log:
        log.tell("claim-worn", because, by=amount)


def _claimant_value(now: Moment, table: Table, paper: Package) -> int:
    return value(paper, now.men[CLAIMANT].utility)
