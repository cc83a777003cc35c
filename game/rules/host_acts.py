"""The host's acts, which go with his answer or stand alone: what each kind does.

Each act of a table is made into one function; what its kind asks is asked then, once for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from game.rules import terms
from game.rules.changes import faded, please, wear_claimant
from game.rules.moment import Log, Moment
from game.rules.table import Act, Table
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision

HostDeed = Callable[[Moment, Decision, "Log | None"], None]


@lru_cache(maxsize=8)
def host_deeds(table: Table) -> Mapping[str, HostDeed]:
    """Return what the host's acts do, by id."""
    return {act.id: _OF_KIND.get(act.kind, _plain)(table, act) for act in table.acts}


def _courtesy(table: Table, act: Act) -> HostDeed:
    def dine(now: Moment, decision: Decision, log: Log | None) -> None:
        times = now.used[act.index]
        please(now, act, faded(act.trust, times), faded(act.patience, times), log)

    return dine


def _argument(table: Table, act: Act) -> HostDeed:
    tempers = table.tempers[CLAIMANT]
    grounds = {ground.id: index for index, ground in enumerate(table.grounds)}

    def argue(now: Moment, decision: Decision, log: Log | None) -> None:
        index = grounds[decision.about[0]]
        cited = now.cited
        if index not in cited:
            if len(cited) < terms.GROUNDS_HEARD:
                claimant = now.men[CLAIMANT]
                own = terms.OWN_GROUND if index == claimant.ground else 1
                talk = tempers[claimant.temper].talk
                wear_claimant(now, terms.ARGUMENT * own * talk // 100, act.because, log)
            now.cited = cited | {index}
        please(now, act, 0, act.patience, log)

    return argue


def _confidence(table: Table, act: Act) -> HostDeed:
    places = {id: index for index, id in enumerate(table.issues)}

    def tell(now: Moment, decision: Decision, log: Log | None) -> None:
        trust = faded(act.trust, now.used[act.index])
        issue = places[decision.about[0]]
        if now.learned[issue] == 0:
            learned = list(now.learned)
            learned[issue] = now.men[HOST].weights[issue]
            now.learned = tuple(learned)
        if log:
            weight = now.learned[issue]
            log.tell("opened", act.because, issue=decision.about[0], weight=weight)
        please(now, act, trust, act.patience, log)

    return tell


def _question(table: Table, act: Act) -> HostDeed:
    places = {id: index for index, id in enumerate(table.issues)}

    def ask(now: Moment, decision: Decision, log: Log | None) -> None:
        now.question = places[decision.about[0]]
        if log:
            log.tell("asked", act.because, issue=decision.about[0])
        please(now, act, 0, act.patience, log)

    return ask


def _plea(table: Table, act: Act) -> HostDeed:
    tempers = table.tempers[CLAIMANT]

    def plead(now: Moment, decision: Decision, log: Log | None) -> None:
        trust = 0 if now.pleaded else act.trust
        if not now.pleaded:
            talk = tempers[now.men[CLAIMANT].temper].talk
            wear_claimant(now, terms.PLEA * talk // 100, act.because, log)
        now.pleaded = True
        please(now, act, trust, act.patience, log, act.face)

    return plead


def _stall(table: Table, act: Act) -> HostDeed:
    def stall(now: Moment, decision: Decision, log: Log | None) -> None:
        trust = faded(act.trust, now.used[act.index])
        wear_claimant(now, terms.STALL, act.because, log)
        please(now, act, trust, act.patience, log)

    return stall


def _plain(table: Table, act: Act) -> HostDeed:
    def do(now: Moment, decision: Decision, log: Log | None) -> None:
        please(now, act, 0, act.patience, log)

    return do


_OF_KIND: Mapping[ActKind, Callable[[Table, Act], HostDeed]] = {
    ActKind.COURTESY: _courtesy,
    ActKind.ARGUE: _argument,
    ActKind.TELL: _confidence,
    ActKind.ASK: _question,
    ActKind.PLEAD: _plea,
    ActKind.STALL: _stall,
}
