"""What the host may answer, and why the rest is closed to him."""

from __future__ import annotations

from game.negotiation import Package
from game.rules import mind, terms
from game.rules.legal import Head, Legal
from game.rules.mind import Now
from game.rules.papers import Spaces
from game.rules.table import Table
from game.state import HOST

NO_PAPER = "no paper lies on the table"
OWN_WORD = "your own word lies there unchanged; sign it, consult on it, or break off"


class HostChoices:
    """The host's choices of answer; those that look alike are built once."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._cessions = [
            (issue, frozenset(option for option, cedes in enumerate(row) if cedes))
            for issue, row in enumerate(table.cession)
            if any(row)
        ]
        self._alike: dict[tuple[bool, bool, bool, bool, bool], Legal] = {}

    def legal(self, state: Now) -> Legal:
        """Return the choices in a state."""
        paper = state.paper
        must_consult = paper is not None and self._must_consult(paper, state)
        ashamed, pressed = state.face < terms.ILL, state.wager == 2
        kept: bool = state.kept
        key = (paper is not None, kept, must_consult, ashamed, pressed)
        legal = self._alike.get(key)
        if legal is None:
            legal = self._alike[key] = _built(self._table, *key)
        return legal

    def _must_consult(self, paper: Package, state: Now) -> bool:
        for issue, options in self._cessions:
            if paper[issue] in options:
                return not self._may_cede(state)
        return False

    def _may_cede(self, state: Now) -> bool:
        """Return whether he may sign a cession: by counsel, by what he wrote, or by need."""
        return (
            state.consulted
            or len(state.memorial) >= terms.SENTENCES
            or state.sitting >= self._table.sittings
            or mind.danger(state) >= terms.DREAD
        )


def _built(
    table: Table,
    paper: bool,
    kept: bool,
    must_consult: bool,
    ashamed: bool,
    pressed: bool,
) -> Legal:
    heads: list[Head] = []
    refused: list[tuple[Head, str]] = []
    signing = [Head("accept"), Head("sign-to-disown")]
    if not paper:
        refused += [(head, NO_PAPER) for head in signing]
    elif must_consult:
        refused += [
            (head, "a cession is beyond your powers alone, until you have consulted your officers")
            for head in signing
        ]
    elif ashamed and not kept:
        refused += [(head, "after such an affront you cannot be seen to sign") for head in signing]
    else:
        heads += signing
    if must_consult:
        heads.append(Head("consult"))
    else:
        refused.append((Head("consult"), "there is no cession to consult them on"))
    heads.append(Head("break-off"))
    if kept:
        closed = [Head(verb) for verb in ("refuse", "listen", "fall-ill")]
        closed += [Head("tactic", act.id) for act in table.acts if HOST in act.seats]
        refused += [(head, OWN_WORD) for head in closed]
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
            case "lay":
                if paper:
                    heads.append(Head("tactic", act.id, (), free, bare=False))
                else:
                    refused.append((Head("tactic", act.id), NO_PAPER))
            case "argue":
                heads += [
                    Head("tactic", act.id, (g.id,), free, bare=not pressed) for g in table.grounds
                ]
            case "tell" | "ask":
                heads += [
                    Head("tactic", act.id, (i,), free, bare=not pressed) for i in table.issues
                ]
            case _:
                heads.append(Head("tactic", act.id, (), free, bare=not pressed))
    return Legal(heads, refused)
