"""What if: a state in which other things hold than the play has brought, for authors to look at.

It keeps to the ranges of what it is given and to nothing else: no play need be able to reach it.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.errors import UsageError
from game.negotiation import Package, value
from game.rules import laying
from game.rules.engine import Rules
from game.rules.moment import Moment
from game.scenario.syntax import OFFER, WORD
from game.state import BUILT_IN, CLAIMANT, HOST, Phase, Reply, State

Holds = Mapping[str, int | bool | str]
"""Names of the language, each with its value: points, yes or no, or an id."""


def supposed(rules: Rules, state: State, holds: Holds, sitting: int | None = None) -> State:
    """Return a state with what else is to hold, at the opening of a sitting if one is named.

    Tracks, notes and scenes met stand as they are given; a paper is laid down by the rules. No
    scene stands open that was not. Names and values are checked ones; raises `UsageError` where
    the talks are over, or where a paper settles too little.
    """
    if state.ended is not None:
        raise UsageError("the talks are over there; nothing else can be supposed of them")
    now = Moment(state)
    if sitting is not None:
        _sit(now, sitting)
    paper = _package(rules, holds, OFFER, now.paper)
    if paper is not None:
        laying.lay(now, rules.table, paper, now.men[HOST], rules.walk(HOST, now), True, None)
    word = _package(rules, holds, WORD, now.said or now.paper)
    if word is not None:
        now.word = now.said = word
        now.reply = Reply.COUNTERS
        now.conceded = max(now.conceded, value(word, now.men[CLAIMANT].utility))
    for name, held in holds.items():
        _hold(rules, now, name, held)
    return now.settled()


def standing(rules: Rules, state: State, scene: str | None) -> State:
    """Return a state in which a scene stands open; none where it is `None`.

    A scene stands before its own seat, whatever came before.
    """
    if scene is None:
        waits = state.phase == Phase.SCENE
        phase = (Phase.SITTING, Phase.REPLY)[state.seat] if waits else state.phase
        return state._replace(scene=-1, phase=phase)
    found = rules.scenes.by_id[scene]
    return state._replace(
        scene=found.index, phase=Phase.SCENE, seat=found.seat, met=state.met - {found.index}
    )


def coming(rules: Rules, state: State) -> str | None:
    """Return the scene that the rules let come before the seat that is to decide, by its id."""
    at = rules.scenes.next_for(Moment(state), state.seat)
    return rules.scenes.all[at].id if at >= 0 else None


def _sit(now: Moment, sitting: int) -> None:
    """Open a sitting, the courier come in it or before."""
    now.sitting, now.seat, now.phase, now.scene = sitting, CLAIMANT, Phase.SITTING, -1
    if not now.news and 0 < now.fortune.news_sitting <= sitting:
        now.news = True
        now.ground_danger += now.fortune.news_danger


def _package(rules: Rules, holds: Holds, kind: str, before: Package | None) -> Package | None:
    """Return the package that is given term by term; what is left out stays as it was.

    Where nothing was, it is as in the text of history. `None` where no term is given.
    """
    table = rules.table
    terms = {n.removeprefix(kind): str(o) for n, o in holds.items() if n.startswith(kind)}
    if not terms:
        return None
    base = before or table.historical
    open_still = [issue for issue in table.issues if issue not in terms]
    if base is None and open_still:
        raise UsageError(f"a paper settles every issue; still open: {', '.join(open_still)}")
    return tuple(
        table.option(at, terms[issue]) if issue in terms else base[at] if base else 0
        for at, issue in enumerate(table.issues)
    )


def _hold(rules: Rules, now: Moment, name: str, held: int | bool | str) -> None:
    """Let one name have its value; terms of papers are laid down already."""
    kind, dot, rest = name.partition(".")
    match kind:
        case "note" | "chose" if dot:
            now.notes = now.notes | {rest} if held else now.notes - {rest}
        case "argued" if dot:
            ground = frozenset({rules.table.ground(rest)})
            now.grounds = now.grounds | ground if held else now.grounds - ground
        case "met" if dot:
            index = frozenset({rules.scenes.by_id[rest].index})
            now.met = now.met | index if held else now.met - index
        case "offer" | "word" if dot:
            pass
        case "temper":
            tempers = [temper.id for temper in rules.table.tempers[HOST]]
            claimant, host = now.men
            now.men = (claimant, host._replace(temper=tempers.index(str(held))))
        case "danger":
            now.ground_danger = 100 * int(held) - now.shown
        case "hope":
            now.hope = (now.hope[CLAIMANT], 100 * int(held))
        case _ if kind in (*BUILT_IN, "pressure", "news"):
            setattr(now, kind, held)
        case _:
            at = rules.levels[kind]
            now.levels[at] = int(held)
