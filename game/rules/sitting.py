"""The claimant's sitting: one act and, if he likes, one paper.

Each function changes a `Moment` and tells a `Log`, if there is one, what it did and why.
"""

from __future__ import annotations

from game.negotiation import Package, value
from game.rules import mind, terms
from game.rules.information import inform
from game.rules.moment import Log, Moment
from game.rules.table import Act, Table
from game.state import CLAIMANT, HOST, Decision, Man

LEDGER = ("trade", "talk", "clock", "menace")
TRADE, TALK, TIME, MENACE = range(4)


def hold(
    now: Moment, table: Table, decision: Decision, force: int, walk: int, log: Log | None
) -> None:
    """Hold the claimant's sitting: the act, then the paper, then the wear of the clock.

    `force` is the claimant's force in points and `walk` the host's walk-away before the act,
    in hundredths.
    """
    act = table.by_id[decision.name]
    man: Man = now.men[HOST]
    paper = decision.paper
    moved = _perform(now, table, act, decision, man, force, walk, log)
    pressed = act.kind in ("pressure", "wager")
    now.kept = paper is not None and paper == now.word and not pressed
    took_back = False
    if paper is not None:
        gained, took_back = lay(now, table, paper, man, walk, moved or pressed, log)
        moved = moved or gained
    if moved and now.paper is not None and not pressed and not took_back:
        wear(now, terms.CLOCK, TIME, "rule clock", log)
    if pressed or took_back:
        now.provoked = True
        if not now.kept:
            now.word = None


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


def change(now: Moment, track: str, by: int, because: str, log: Log | None) -> None:
    """Change face, trust, credibility, patience, caution or coerced, and tell by how much."""
    before = getattr(now, track)
    after = before + by if track == "patience" else max(0, min(100, before + by))
    if after == before:
        return
    setattr(now, track, after)
    if log:
        log.tell("track-changed", because, track=track, by=after - before, now=after)


def faded(effect: int, times: int) -> int:
    """Return what is left of an effect that was had `times` times before."""
    return int(effect * terms.AGAIN**times / 100**times) if times else effect


def _perform(
    now: Moment,
    table: Table,
    act: Act,
    decision: Decision,
    man: Man,
    force: int,
    walk: int,
    log: Log | None,
) -> bool:
    """Do what the act does; return whether anything moved him."""
    times = now.used[act.index]
    used = list(now.used)
    used[act.index] = times + 1
    now.used = tuple(used)
    because = f"act {act.id}"
    face, trust, patience = act.face, act.trust, act.patience
    credibility = act.credibility
    moved = False
    temper = table.tempers[HOST][man.temper]
    match act.kind:
        case "courtesy":
            face = faded(face * temper.courtesy, times) // 100
            trust = faded(trust * temper.courtesy, times) // 100
            patience = faded(patience, times)
            if now.sore:
                now.sore, trust = False, 0
                if log:
                    log.tell("mended", because)
            now.courted = now.sitting
        case "pressure" | "wager":
            face, trust = _press(now, act, temper.menace, force, face, trust, because, log)
        case "argue":
            credibility = credibility if not times else 0
            moved = _argue(now, table, decision, man, temper.talk, because, log)
        case "tell":
            trust, moved = _tell(now, table, decision, trust, times, because, log)
        case "memorial":
            moved = True
            index = next(i for i, s in enumerate(table.memorial) if s.id == decision.about[0])
            sentence = table.memorial[index]
            now.memorial = now.memorial | {index}
            if log:
                log.tell("sentence-written", because, sentence=sentence.id)
            wear(now, terms.SENTENCE * temper.talk // 100, TALK, f"sentence {sentence.id}", log)
            change(now, "caution", sentence.caution, f"sentence {sentence.id}", log)
        case "ask" | "rather" | "suppose":
            trust = faded(trust, times)
            want = walk + mind.host_hope(now, table)
            moved = inform(now, table, act.kind, decision, want, because, log)
        case _:
            pass
    change(now, "face", face, because, log)
    change(now, "trust", trust, because, log)
    change(now, "credibility", credibility, because, log)
    change(now, "patience", patience - terms.TIRES, because, log)
    change(now, "coerced", act.coerced, because, log)
    change(now, "caution", act.caution, because, log)
    return moved


def _press(
    now: Moment,
    act: Act,
    reach: int,
    force: int,
    face: int,
    trust: int,
    because: str,
    log: Log | None,
) -> tuple[int, int]:
    """Add menace, each act less than the last; the third stiffens. Return face and trust lost."""
    menace = faded(act.menace * now.credibility * force // 75, now.pressure)
    before = mind.danger(now)
    now.shown += menace * reach // 100
    now.menace += menace
    now.pressure += 1
    now.sore = True
    if log:
        log.tell("menaced", because, by=mind.danger(now) - before)
    if now.sitting - now.courted <= 2:
        trust -= 4
        if log:
            log.tell("courtesy-soured", because)
    if now.pressure > terms.ACTS_ENDURED:
        face -= 4
        stiffen(now, terms.STIFFENS, "rule third-pressure", log)
    if act.kind == "wager":
        now.wager = 2
    return face, trust


def _argue(
    now: Moment,
    table: Table,
    decision: Decision,
    man: Man,
    reach: int,
    because: str,
    log: Log | None,
) -> bool:
    index = next(i for i, g in enumerate(table.grounds) if g.id == decision.about[0])
    ground = table.grounds[index]
    if ground.proved_by_news and not now.news:
        now.warned = True
    if index in now.grounds:
        change(now, "patience", -4, "rule same-reason", log)
        if log:
            log.tell("argued", because, ground=ground.id, how="again")
        return False
    text = decision.paper or now.paper
    heard = len(now.grounds) < terms.GROUNDS_HEARD
    borne = text is not None and any(text[i] in options for i, options in ground.borne_by)
    now.grounds = now.grounds | {index}
    how = "unheard" if not heard else "borne" if borne else "not-borne"
    if how == "borne" and index == man.ground:
        how = "own"
    if log:
        log.tell("argued", because, ground=ground.id, how=how)
    if not heard or not borne:
        return False
    times = terms.OWN_GROUND if index == man.ground else 1
    wear(now, terms.ARGUMENT * times * reach // 100, TALK, f"ground {ground.id}", log)
    return True


def _tell(
    now: Moment,
    table: Table,
    decision: Decision,
    trust: int,
    times: int,
    because: str,
    log: Log | None,
) -> tuple[int, bool]:
    """Say how much an issue weighs; the answer to a question of his moves him."""
    issue = table.issues.index(decision.about[0])
    new = issue not in now.told
    now.told = now.told | {issue}
    if now.question == issue:
        now.question, now.answered = -1, True
        if log:
            log.tell("question-answered", because, issue=table.issues[issue])
        return trust, True
    if log:
        log.tell("told", because, issue=table.issues[issue], new=int(new))
    return (faded(trust, times + 1) if new else 0), False


def lay(
    now: Moment,
    table: Table,
    paper: Package,
    man: Man,
    walk: int,
    moved: bool,
    log: Log | None,
) -> tuple[bool, bool]:
    """Lay a paper down; return whether it gave him something and whether it took something back."""
    worth = value(paper, man.utility)
    last = now.paper
    gained = took_back = False
    now.papers += 1
    if log:
        log.tell("laid", "paper", paper=paper, last=last)
    if last is None:
        now.first = paper
    elif paper == last:
        if not moved and not now.kept:
            change(now, "patience", -8, "rule same-paper", log)
    else:
        rows = man.utility.worth
        given = [
            i
            for i, row in enumerate(rows)
            if row[paper[i]] > row[last[i]] and table.rank[i][paper[i]] < table.rank[i][last[i]]
        ]
        now.gave = now.gave | set(given)
        credited = min(
            worth - now.ladder, sum([rows[i][paper[i]] - rows[i][last[i]] for i in given])
        )
        lost = value(last, man.utility) - worth
        if lost >= terms.NOTICED:
            took_back = True
            change(now, "patience", -8, "rule took-back", log)
            change(now, "trust", -5, "rule took-back", log)
            stiffen(now, lost * terms.ANSWER // 100, "rule took-back", log)
        elif credited >= terms.NOTICED and not mind.meets_need(man, paper):
            # Until the paper holds the one thing, nothing else that is given counts.
            if log:
                log.tell("given-in-vain", "rule the-one-thing")
        elif credited >= terms.NOTICED:
            gained = True
            change(now, "patience", +3, "rule gave", log)
            met = sum([rows[i][paper[i]] - rows[i][last[i]] for i in given if i in now.asked])
            answer = (credited + max(0, min(met, credited))) * terms.ANSWER // 100
            because = "rule gave-where-asked" if met > 0 else "rule gave"
            wear(now, min(terms.MOST_A_SITTING, answer), TRADE, because, log)
    now.ladder = max(now.ladder, worth, walk - terms.RUIN)
    now.wanted = tuple([mask | 1 << o for mask, o in zip(now.wanted, paper, strict=True)])
    now.previous, now.paper = last, paper
    return gained, took_back
