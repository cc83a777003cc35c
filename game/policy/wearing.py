"""How far a man may still be worn: by what is given, by what is said, and by the days.

A sketch of the table's own arithmetic, in hundredths of a point of his.
"""

from __future__ import annotations

from game.negotiation import Package, value
from game.policy.hearing import Suspect
from game.rules import mind, terms
from game.rules.changes import TALK, TRADE
from game.rules.table import Table
from game.state import HOST, State


class Wearing:
    """What may still be worn off the hope of the men believed in, from one state on."""

    def __init__(
        self, table: Table, state: State, walk: int, *, argues: bool, memorial: bool
    ) -> None:
        self.table, self.state = table, state
        self.floor = walk - terms.RUIN
        self._asked = frozenset(state.asked)
        self._sentences = terms.SENTENCES - len(state.memorial) if memorial else 0
        self._grounds = terms.GROUNDS_HEARD - len(state.grounds) if argues else 0

    def by_trade(
        self, suspect: Suspect, last: Package | None, ladder: int, paper: Package, sittings: int
    ) -> int:
        """Return what giving from `last` to `paper` wears in so many sittings."""
        man = suspect.man
        rows = man.utility.worth
        worth = value(paper, man.utility)
        if last is None:
            credited = max(0, worth - self.floor)
            return min(credited * terms.ANSWER // 100, terms.MOST_A_SITTING * (sittings - 1))
        if not mind.meets_need(man, paper):
            return 0
        given = met = 0
        for i, o in enumerate(paper):
            gain = rows[i][o] - rows[i][last[i]]
            if gain > 0:
                given += gain
                if i in self._asked:
                    met += gain
        credited = max(0, min(worth - max(ladder, self.floor), given))
        if credited < terms.NOTICED:
            return 0
        return min(
            (credited + min(met, credited)) * terms.ANSWER // 100, terms.MOST_A_SITTING * sittings
        )

    def by_talk(self, suspect: Suspect, paper: Package, sittings: int, trade: int) -> int:
        """Return what the best things still to be said wear, one a sitting."""
        state = self.state
        said = [terms.SENTENCE] * self._sentences
        if self._grounds:
            ground = state.heard_ground
            own = (
                ground >= 0
                and ground not in state.grounds
                and any(paper[i] in options for i, options in self.table.grounds[ground].borne_by)
            )
            said.append(terms.ARGUMENT * (terms.OWN_GROUND if own else 1))
            said += [terms.ARGUMENT] * (self._grounds - 1)
        reach = self.table.tempers[HOST][suspect.man.temper].talk
        talk = sum(sorted(said, reverse=True)[:sittings]) * reach // 100
        traded, talked = suspect.ledger[TRADE], suspect.ledger[TALK]
        return max(0, min(talk, traded + trade + terms.TALKED_UNMET - talked))

    def whole(self, suspect: Suspect, paper: Package, sittings: int) -> int:
        """Return by how much his hope falls until he judges `paper`, so many sittings on."""
        trade = self.by_trade(suspect, self.state.paper, suspect.ladder, paper, sittings)
        talk = self.by_talk(suspect, paper, sittings, trade)
        # A day on which nothing moves tires nobody.
        days = sittings if trade or talk else 0
        return min(suspect.hope, trade + talk + terms.CLOCK * days)

    def by_way_of(
        self, suspect: Suspect, step: Package | None, paper: Package, sittings: int
    ) -> tuple[int, int]:
        """Return how far his hope falls at a step, and until he judges `paper` after it."""
        last, ladder = self.state.paper, suspect.ladder
        first = 0
        if step is not None:
            first = self.by_trade(suspect, last, ladder, step, 1)
            ladder = max(ladder, self.floor, value(step, suspect.man.utility))
            last = step
        rest = self.by_trade(suspect, last, ladder, paper, sittings - 1) if sittings > 1 else 0
        talk = self.by_talk(suspect, paper, sittings, first + rest)
        here = first + min(talk, terms.SENTENCE) + terms.CLOCK
        whole = first + rest + talk + terms.CLOCK * sittings
        return min(suspect.hope, here), min(suspect.hope, whole)
