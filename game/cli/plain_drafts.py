"""The paper that each chair is writing, kept between the questions and shown when asked for."""

from __future__ import annotations

from game.cli.plain_paper import ledger
from game.cli.plain_text import put, put_all, say
from game.coach.own_need import need_in
from game.coach.own_worth import changes_said, worth_said
from game.coach.papers import first_draft
from game.coach.persons import Person, opposite
from game.negotiation import Package
from game.rules import Rules
from game.state import HOST, State

LAID_DOWN = "The paper, as {other.he} laid it down:"
"""How a paper of the claimant's is headed for the host."""


class Drafts:
    """Keeps a draft for each chair; where there is none, its last paper stands for it."""

    def __init__(self, rules: Rules, mode: str) -> None:
        self.rules = rules
        self.mode = mode
        self._written: dict[int, Package] = {}

    def of(self, seat: int, state: State) -> Package:
        """Return the paper that a chair has in hand."""
        return self._written.get(seat) or first_draft(self.rules, seat, state)

    def written(self, seat: int) -> Package | None:
        """Return what a chair has written since its last paper; `None` when nothing."""
        return self._written.get(seat)

    def write(self, seat: int, paper: Package) -> None:
        """Keep a paper as a chair's draft."""
        self._written[seat] = paper

    def forget(self, seat: int) -> None:
        """Forget a chair's draft: it was laid down."""
        self._written.pop(seat, None)

    def forget_all(self) -> None:
        """Forget every draft: the play stands elsewhere."""
        self._written.clear()

    def take_over(self, other: Drafts) -> None:
        """Go on with the drafts of a table that may have changed, as far as it still knows them."""
        for seat, written in other._written.items():
            paper = self.rules.table.package_of(other.rules.table.ids_of(written))
            if paper is not None:
                self._written[seat] = paper

    def show(self, seat: int, state: State) -> None:
        """Print the paper that a chair has in hand, and what has changed in it."""
        paper = self.of(seat, state)
        put(_heading(seat, paper, state, opposite(self.rules, seat)))
        put_all(ledger(self.rules, paper, state.paper, state.word))
        self.weigh(seat, state, paper)

    def weigh(self, seat: int, state: State, paper: Package) -> None:
        """Print whether a paper is better for a chair than none, and whether it holds its need."""
        for known in (
            worth_said(self.rules, seat, state, paper, self.mode),
            changes_said(self.rules, seat, state, paper, self.mode),
            need_in(self.rules, seat, state, paper),
        ):
            if known:
                say(known)


def _heading(seat: int, paper: Package, state: State, other: Person) -> str:
    if paper == state.paper:
        return LAID_DOWN.format(other=other) if seat == HOST else "Your paper, as it lies there:"
    if seat == HOST and paper == state.said:
        return "Your last word:"
    if state.paper is not None and seat != HOST:
        return "Your draft; nobody has seen yet what is new in it:"
    return "Your draft, which nobody has seen yet:"
