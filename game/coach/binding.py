"""What comes of the decisions that nobody should make by mistake.

They end the talks, or bind, or can be made only once.
"""

from __future__ import annotations

from game.coach.persons import opposite
from game.negotiation import Package, value
from game.rules import Rules
from game.rules.table import Table
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, State

TAKES_HIS_WORD = "lays {other.his} word down unchanged, and {other.he} {consent.does} {consent.it}"
OR_CONSULTS = " or consults {other.his} {officers}"
"""Besides, where land can pass."""
ENDS = {
    (CLAIMANT, "go-home"): "ends the talks without a paper",
    (HOST, "accept"): "signs the paper as it lies on the table",
    (HOST, "sign-to-disown"): "signs the paper, and begs {throne} to disown it",
    (HOST, "break-off"): "ends the talks without a paper",
    (HOST, "consult"): "takes {other.his} paper, as it stands, for your word, and binds you to it",
}
"""What comes of each, by chair."""
BINDS = (
    "makes {other.his} paper, as it stands, your word: if {other.he} lays it down again, you can "
    "only sign it"
    "{consult} or break off"
)

LAST_WORD = (
    "is your one last word in these talks: if {other.he} calls it, you go home or stay diminished; "
    "if it passes, it costs you credit"
)
LATE = (
    "; it is the last sitting, and if {other.he} answers with a word of {other.his} own, the talks "
    "end without a paper"
)
"""Besides, where nothing that is answered can be laid down again."""
PLEA = "moves {other.him} only this once, and costs you face"


WORSE = "worth less to you than no paper"
WORSE_PAPERS = {
    CLAIMANT: f"lays down a paper that is {WORSE}",
    HOST: f"gives your word to a paper that is {WORSE}",
}
"""What comes of a paper that binds nobody by itself."""


def comes(rules: Rules, state: State, decision: Decision) -> str:
    """Return what comes of a decision that is not to be made by mistake; else the empty text."""
    what = _comes(rules, state, decision)
    if not is_worse_than_none(rules, state, decision):
        return what
    return f"{what}; it is {WORSE}" if what else WORSE_PAPERS[state.seat]


def _comes(rules: Rules, state: State, decision: Decision) -> str:
    """Return what comes of it by the rules, whatever it is worth."""
    table, can_cede = rules.table, rules.table.knows_cession
    officers = table.words.officers
    consult = f", consult your {officers} on it," if can_cede else ""
    return _rule(table, state, decision).format(
        other=opposite(rules, state.seat),
        throne=table.words.throne,
        consent=table.words.consent,
        officers=officers,
        consult=consult,
    )


def _rule(table: Table, state: State, decision: Decision) -> str:
    takes_his_word = TAKES_HIS_WORD + OR_CONSULTS * table.knows_cession
    kind = table.by_id[decision.name].kind if decision.verb == "tactic" else ""
    if kind == ActKind.WAGER:
        return LAST_WORD + LATE * (state.sitting >= table.sittings)
    if kind == ActKind.PLEAD and not state.pleaded:
        return PLEA
    if decision.verb == "tactic" and decision.paper is not None:
        if state.seat == HOST and decision.paper == state.paper:
            return BINDS
        if state.seat == CLAIMANT and decision.paper == state.word:
            return "" if table.by_id[decision.name].presses else takes_his_word
    if (state.seat, decision.verb) == (CLAIMANT, "accept"):
        return takes_his_word
    return ENDS.get((state.seat, decision.verb), "")


def is_worse_than_none(rules: Rules, state: State, decision: Decision) -> bool:
    """Return whether a decision gives its chair's word to a paper below its walk-away."""
    paper = decision.paper if decision.verb == "tactic" else None
    if (state.seat, decision.verb) == (CLAIMANT, "accept"):
        paper = state.word
    elif state.seat == HOST and decision.verb in ("accept", "consult"):
        paper = state.paper
    return paper is not None and is_below_none(rules, state, paper)


def is_below_none(rules: Rules, state: State, paper: Package) -> bool:
    """Return whether a paper is worth less than none to the chair that is to decide."""
    man = state.men[state.seat]
    return man is not None and value(paper, man.utility) < rules.walk(state.seat, state)
