"""Before a decision that ends the talks, or binds to a paper as it is: it is asked once more."""

from __future__ import annotations

from game.cli.plain_choosing import Asker, WentBack
from game.cli.plain_text import item, put, say
from game.rules.table import Table
from game.state import CLAIMANT, HOST, Decision, State
from game.tui.play.twice import ENDS

BINDS = (
    "gives your word to his paper as it stands: if he lays it down again, you can only sign it,"
    " consult your officers on it, or break off"
)


class Sure:
    """Asks whether a decision was meant; saying the same again means yes, too."""

    def __init__(self, asker: Asker, table: Table) -> None:
        self.asker = asker
        self.table = table
        self._said: Decision | None = None

    def ask(self, state: State, decision: Decision) -> None:
        """Return when a decision is meant; raises `WentBack` when it is not."""
        what = comes(self.table, state, decision)
        meant, self._said = decision == self._said, None
        if not what or meant:
            return
        self._said = decision
        say(f"Sure? That {what}.")
        put(item(1, "Yes"))
        if not self.asker.number(1):
            self._said = None
            raise WentBack
        self._said = None


def comes(table: Table, state: State, decision: Decision) -> str:
    """Return what comes of a decision that is not to be made by mistake; else the empty text."""
    if decision.verb == "tactic" and decision.paper is not None:
        if state.seat == HOST and decision.paper == state.paper:
            return BINDS
        if state.seat == CLAIMANT and decision.paper == state.word:
            return "" if table.by_id[decision.name].presses else ENDS[CLAIMANT, "accept"]
    return ENDS.get((state.seat, decision.verb), "")
