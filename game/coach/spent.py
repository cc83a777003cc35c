"""What an argument, a question or a word can do no more, said beside it before it is chosen.

It stays open, since it still costs or earns what the act itself does; only nothing hangs on it.
Beside what takes the other's paper it is said where that is worth less than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.coach.binding import WORSE, is_worse_than_none
from game.coach.menu import Entry
from game.coach.persons import opposite
from game.negotiation import Package
from game.rules import Rules, terms
from game.rules.legal import Head
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, State

TWICE = "{host.He} has heard it, and it would only tire {host.him}."
ENOUGH = "{host.He} has heard two reasons of yours; a further one moves nothing."
UNBORNE = "No paper at hand bears it out: it would move nothing."
TOLD = "You have said that; {host.he} knows it."
ASKED = "{host.He} has told you that."
ALL = {
    ActKind.ARGUE: "moves nothing more",
    ActKind.TELL: "all of it said",
    ActKind.ASK: "all of it asked",
}
"""What is said of an act all of whose arguments are spent, whatever paper goes with them."""


def spent(rules: Rules, state: State, head: Head, papers: Iterable[Package | None]) -> str:
    """Return why an act with this argument moves nothing; empty where it may, as far as is known.

    `papers` are those that may lie there with it, besides the one that lies there.
    """
    if state.seat != CLAIMANT or not head.about:
        return ""
    match rules.table.by_id[head.name].kind:
        case ActKind.ARGUE:
            remark = _argued(rules, state, head.about[0], papers)
        case ActKind.TELL:
            issue = rules.table.issue(head.about[0])
            remark = TOLD if issue in state.told and issue != state.question else ""
        case ActKind.ASK:
            issue = rules.table.issue(head.about[0])
            remark = ASKED if issue in state.asked else ""
        case _:
            remark = ""
    return remark.format(host=opposite(rules, state.seat))


def marked(rules: Rules, state: State, menu: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the lines of a menu, each with what is to be known of it before it is chosen.

    An act that is spent with every argument says so, and a paper that is worse than none.
    """
    for entry in menu:
        remark = _of_all(rules, state, entry) or _worse(rules, state, entry)
        yield entry._replace(label=f"{entry.label} ({remark})") if remark else entry


def _worse(rules: Rules, state: State, entry: Entry) -> str:
    taken = [head.with_paper(None) for head in entry.heads[:1] if not head.name]
    return WORSE if any(is_worse_than_none(rules, state, one) for one in taken) else ""


def _of_all(rules: Rules, state: State, entry: Entry) -> str:
    if not entry.heads or not entry.heads[0].about:
        return ""
    kind = rules.table.by_id[entry.heads[0].name].kind
    remarks = {spent(rules, state, head, ()) for head in entry.heads}
    return "" if remarks & {"", UNBORNE} else ALL.get(kind, "")


def _argued(rules: Rules, state: State, id: str, papers: Iterable[Package | None]) -> str:
    at = rules.table.ground(id)
    if at in state.grounds:
        return TWICE
    if len(state.grounds) >= terms.GROUNDS_HEARD:
        return ENOUGH
    known = [paper for paper in (*papers, state.paper) if paper is not None]
    bearing = rules.table.grounds[at].borne_by
    borne_out = any(paper[i] in borne for paper in known for i, borne in bearing)
    return "" if borne_out else UNBORNE
