"""The claimant's acts: what each does to the host, and whether anything moved him.

Each act of a table is made into one function; what its kind asks is asked then, once for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from game.rules import mind, terms
from game.rules.changes import TALK, change, faded, impress, stiffen, wear
from game.rules.information import ask, rather, suppose
from game.rules.moment import Deed, Log, Moment
from game.rules.table import Act, Ground, Table
from game.scenario.table_model import ActKind
from game.state import HOST, Decision


@lru_cache(maxsize=8)
def deeds(table: Table) -> Mapping[str, Deed]:
    """Return what the claimant's acts do, by id."""
    return {act.id: _OF_KIND.get(act.kind, _plain)(table, act) for act in table.acts}


def _courtesy(table: Table, act: Act) -> Deed:
    tempers = table.tempers[HOST]

    def dine(now: Moment, decision: Decision, force: int, walk: int, log: Log | None) -> bool:
        times = now.used[act.index]
        reach = tempers[now.men[HOST].temper].courtesy
        face = faded(act.face * reach, times) // 100
        trust = faded(act.trust * reach, times) // 100
        if now.sore:
            now.sore, trust = False, 0
            if log:
                log.tell("mended", act.because)
        now.courted = now.sitting
        impress(now, act, face, trust, act.credibility, faded(act.patience, times), log)
        return False

    return dine


def _pressure(table: Table, act: Act) -> Deed:
    tempers = table.tempers[HOST]
    is_wager = act.kind == ActKind.WAGER

    def press(now: Moment, decision: Decision, force: int, walk: int, log: Log | None) -> bool:
        """Add menace, each act less than the last; the third stiffens."""
        face, trust = act.face, act.trust
        menace = faded(act.menace * now.credibility * force // terms.FORCE, now.pressure)
        before = mind.danger(now)
        now.shown += menace * tempers[now.men[HOST].temper].menace // 100
        now.menace += menace
        now.pressure += 1
        now.sore = True
        if log:
            log.tell("menaced", act.because, by=mind.danger(now) - before)
        if now.sitting - now.courted <= terms.SOURED_WITHIN:
            trust -= terms.SOURED_TRUST
            if log:
                log.tell("courtesy-soured", act.because)
        if now.pressure > terms.ACTS_ENDURED:
            face -= terms.STIFFENS_FACE
            stiffen(now, terms.STIFFENS, "rule third-pressure", log)
        if is_wager:
            now.wager = terms.LAST_WORD
        impress(now, act, face, trust, act.credibility, act.patience, log)
        return False

    return press


def _argument(table: Table, act: Act) -> Deed:
    tempers = table.tempers[HOST]
    grounds = {ground.id: (index, ground) for index, ground in enumerate(table.grounds)}

    def argue(now: Moment, decision: Decision, force: int, walk: int, log: Log | None) -> bool:
        times = now.used[act.index]
        index, ground = grounds[decision.about[0]]
        how = _heard(now, index, ground, decision)
        if how == "again":
            change(now, "patience", -terms.SAME_REASON, "rule same-reason", log)
        if log:
            log.tell("argued", act.because, ground=ground.id, how=how)
        moved = how in ("own", "borne")
        if moved:
            weight = terms.OWN_GROUND if how == "own" else 1
            reach = tempers[now.men[HOST].temper].talk
            amount = terms.ARGUMENT * weight * reach // 100
            wear(now, amount, TALK, f"ground {ground.id}", log)
        impress(now, act, act.face, act.trust, 0 if times else act.credibility, act.patience, log)
        return moved

    return argue


def _heard(now: Moment, index: int, ground: Ground, decision: Decision) -> str:
    """Hear a ground out; return how it was taken."""
    if ground.proved_by_news and not now.news:
        now.warned = True
    if index in now.grounds:
        return "again"
    heard = len(now.grounds)
    now.grounds = now.grounds | {index}
    if heard >= terms.GROUNDS_HEARD:
        return "unheard"
    text = decision.paper or now.paper
    if text is not None:
        for issue, options in ground.borne_by:
            if text[issue] in options:
                return "own" if index == now.men[HOST].ground else "borne"
    return "not-borne"


def _confidence(table: Table, act: Act) -> Deed:
    places = {id: index for index, id in enumerate(table.issues)}

    def tell(now: Moment, decision: Decision, force: int, walk: int, log: Log | None) -> bool:
        """Say how much an issue weighs; the answer to a question of his moves him."""
        times = now.used[act.index]
        issue = places[decision.about[0]]
        new = issue not in now.told
        if new:
            now.told = now.told | {issue}
        moved: bool = now.question == issue
        if moved:
            trust = act.trust
            now.question, now.answered = -1, True
            if log:
                log.tell("question-answered", act.because, issue=table.issues[issue])
        else:
            trust = faded(act.trust, times + 1) if new else 0
            if log:
                log.tell("told", act.because, issue=table.issues[issue], new=int(new))
        impress(now, act, act.face, trust, act.credibility, act.patience, log)
        return moved

    return tell


def _memorial(table: Table, act: Act) -> Deed:
    tempers = table.tempers[HOST]
    sentences = {sentence.id: (i, sentence) for i, sentence in enumerate(table.memorial)}

    def write(now: Moment, decision: Decision, force: int, walk: int, log: Log | None) -> bool:
        index, sentence = sentences[decision.about[0]]
        because = f"sentence {sentence.id}"
        now.memorial = now.memorial | {index}
        if log:
            log.tell("sentence-written", act.because, sentence=sentence.id)
        reach = tempers[now.men[HOST].temper].talk
        wear(now, terms.SENTENCE * reach // 100, TALK, because, log)
        change(now, "caution", sentence.caution, because, log)
        impress(now, act, act.face, act.trust, act.credibility, act.patience, log)
        return True

    return write


def _plain(table: Table, act: Act) -> Deed:
    def do(now: Moment, decision: Decision, force: int, walk: int, log: Log | None) -> bool:
        impress(now, act, act.face, act.trust, act.credibility, act.patience, log)
        return False

    return do


_OF_KIND: Mapping[ActKind, Callable[[Table, Act], Deed]] = {
    ActKind.COURTESY: _courtesy,
    ActKind.PRESSURE: _pressure,
    ActKind.WAGER: _pressure,
    ActKind.ARGUE: _argument,
    ActKind.TELL: _confidence,
    ActKind.MEMORIAL: _memorial,
    ActKind.ASK: ask,
    ActKind.RATHER: rather,
    ActKind.SUPPOSE: suppose,
}
