"""What the host may answer, and why the rest is closed to him."""

from __future__ import annotations

from game.negotiation import Package
from game.rules import mind, terms
from game.rules.legal import Head, Legal
from game.rules.mind import Now
from game.rules.papers import Spaces
from game.rules.table import Table
from game.scenario.table_model import ActKind
from game.state import HOST

NO_PAPER = "no paper lies on the table"
OWN_WORD = "your own word lies there unchanged; sign it, or break off"
OWN_WORD_CEDES = "your own word lies there unchanged; consult on it, or break off"
NO_CESSION = "there is no cession to consult them on"
CONSULTED = "you have consulted them; a cession may be signed now"
WRITTEN = "your {memorial} answers for a cession: you may sign one without them"
LAST_SITTING = "it is the last sitting: a cession may be signed without them"
DREADED = "so much is to be feared now that you may sign a cession without them"


class HostChoices:
    """The host's choices of answer; those that look alike are built once."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._cessions = [
            (issue, frozenset(option for option, cedes in enumerate(row) if cedes))
            for issue, row in enumerate(table.cession)
            if any(row)
        ]
        self._alike: dict[tuple[bool, bool, str, bool, bool], Legal] = {}

    def legal(self, state: Now) -> Legal:
        """Return the choices in a state."""
        paper = state.paper
        closed = NO_PAPER if paper is None else self._no_counsel(paper, state)
        ashamed, pressed = state.face < terms.ILL, state.wager == terms.LAST_WORD
        kept: bool = state.kept
        key = (paper is not None, kept, closed, ashamed, pressed)
        legal = self._alike.get(key)
        if legal is None:
            legal = self._alike[key] = _built(self._table, *key)
        return legal

    def _no_counsel(self, paper: Package, state: Now) -> str:
        """Return why he need not consult his officers on a paper; empty where he has to."""
        for issue, options in self._cessions:
            if paper[issue] in options:
                return may_cede(self._table, state)
        return NO_CESSION


def may_cede(table: Table, state: Now) -> str:
    """Return why the host may sign a cession as it is; empty where he must consult on it first."""
    if state.consulted:
        return CONSULTED
    if len(state.memorial) >= terms.SENTENCES:
        return WRITTEN.format(memorial=table.words.memorial)
    if state.sitting >= table.sittings:
        return LAST_SITTING
    return DREADED if mind.danger(state) >= terms.DREAD else ""


def _built(
    table: Table,
    paper: bool,
    kept: bool,
    no_counsel: str,
    ashamed: bool,
    pressed: bool,
) -> Legal:
    heads: list[Head] = []
    refused: list[tuple[Head, str]] = []
    signing = [Head("accept"), Head("sign-to-disown")]
    if not paper:
        refused += [(head, NO_PAPER) for head in signing]
    elif not no_counsel:
        refused += [
            (
                head,
                "a cession is beyond your powers alone, until you have consulted your "
                f"{table.words.officers}",
            )
            for head in signing
        ]
    elif ashamed and not kept:
        refused += [(head, "after such an affront you cannot be seen to sign") for head in signing]
    else:
        heads += signing
    if not no_counsel:
        heads.append(Head("consult"))
    elif any(map(any, table.cession)):
        refused.append((Head("consult"), no_counsel))
    heads.append(Head("break-off"))
    if kept:
        closed = [Head(verb) for verb in ("refuse", "listen", "fall-ill")]
        closed += [Head("tactic", act.id) for act in table.acts if HOST in act.seats]
        refused += [(head, OWN_WORD if no_counsel else OWN_WORD_CEDES) for head in closed]
        return Legal(heads, refused)
    free: Spaces = tuple(tuple(range(n)) for n in table.sizes) if paper else ()
    if paper:
        heads.append(Head("refuse"))
        refused.append((Head("listen"), "a paper lies before you; answer it"))
    else:
        heads.append(Head("listen"))
        refused.append((Head("refuse"), NO_PAPER))
    heads.append(Head("fall-ill"))
    for act in table.acts:
        if HOST not in act.seats:
            continue
        match act.kind:
            case ActKind.LAY:
                if paper:
                    heads.append(Head("tactic", act.id, (), free, bare=False))
                else:
                    refused.append((Head("tactic", act.id), NO_PAPER))
            case ActKind.ARGUE:
                heads += [
                    Head("tactic", act.id, (g.id,), free, bare=not pressed) for g in table.grounds
                ]
            case ActKind.TELL | ActKind.ASK:
                heads += [
                    Head("tactic", act.id, (i,), free, bare=not pressed) for i in table.issues
                ]
            case _:
                heads.append(Head("tactic", act.id, (), free, bare=not pressed))
    return Legal(heads, refused)
