"""The claimant's acts: what each kind does to the host, and whether anything moved him."""

from __future__ import annotations

from game.rules import mind, terms
from game.rules.changes import TALK, change, count, faded, stiffen, wear
from game.rules.information import inform
from game.rules.moment import Log, Moment
from game.rules.table import Act, Table
from game.state import HOST, Decision, Man


def perform(
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
    times = count(now, act.index)
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
    for track, by in (
        ("face", face),
        ("trust", trust),
        ("credibility", credibility),
        ("patience", patience - terms.TIRES),
        ("coerced", act.coerced),
        ("caution", act.caution),
    ):
        if by:
            change(now, track, by, because, log)
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
