"""How far a man may still be worn: by what is given, by what is said, and by the days.

A sketch of the table's own arithmetic, in hundredths of a point of his.
"""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from game.negotiation import Package, value
from game.policy.hearing import Suspect
from game.rules import mind, terms
from game.rules.changes import TALK, TRADE
from game.rules.table import Table
from game.state import HOST, State


class Giving(NamedTuple):
    """A paper that is to be given from a state on."""

    paper: Package
    bears: bool
    """Whether it bears out his own ground, which is still to be argued."""
    credits: dict[int, int]
    """What giving it wears, by the man, as far as it was reckoned."""


class Wearing:
    """What may still be worn off the hope of the men believed in, from one state on."""

    def __init__(
        self, table: Table, state: State, walk: int, *, argues: bool, memorial: bool
    ) -> None:
        self.table, self.state = table, state
        self.floor = walk - terms.RUIN
        self._asked = frozenset(state.asked)
        self._grounds = terms.GROUNDS_HEARD - len(state.grounds) if argues else 0
        sentences = terms.SENTENCES - len(state.memorial) if memorial else 0
        self._said = tuple(_said(sentences, self._grounds, bears) for bears in (False, True))
        self._reach = [temper.talk for temper in table.tempers[HOST]]

    def credit(self, suspect: Suspect, last: Package | None, ladder: int, paper: Package) -> int:
        """Return what giving from `last` to `paper` wears, were there sittings enough."""
        man = suspect.man
        rows = man.utility.worth
        worth = value(paper, man.utility)
        if last is None:
            return max(0, worth - self.floor) * terms.ANSWER // 100
        if not mind.meets_need(man, paper):
            return 0
        given = met = 0
        for i, o in enumerate(paper):
            here = last[i]
            if o != here:
                gain = rows[i][o] - rows[i][here]
                if gain > 0:
                    given += gain
                    if i in self._asked:
                        met += gain
        credited = max(0, min(worth - max(ladder, self.floor), given))
        if credited < terms.NOTICED:
            return 0
        return (credited + min(met, credited)) * terms.ANSWER // 100

    def by_trade(
        self, suspect: Suspect, last: Package | None, ladder: int, paper: Package, sittings: int
    ) -> int:
        """Return what giving from `last` to `paper` wears in so many sittings."""
        return min(self.credit(suspect, last, ladder, paper), _most(last, sittings))

    def bears_ground(self, paper: Package) -> bool:
        """Return whether his own ground is still to be argued, and a paper bears it out."""
        ground = self.state.heard_ground
        return (
            self._grounds > 0
            and ground >= 0
            and ground not in self.state.grounds
            and any(paper[i] in options for i, options in self.table.grounds[ground].borne_by)
        )

    def by_talk(self, suspect: Suspect, bears: bool, sittings: int, trade: int) -> int:
        """Return what the best things still to be said wear, one a sitting."""
        said = self._said[bears]
        reach = self._reach[suspect.man.temper]
        talk = (said[sittings] if sittings < len(said) else said[-1]) * reach // 100
        ledger = suspect.ledger
        most = ledger[TRADE] + trade + terms.TALKED_UNMET - ledger[TALK]
        if talk > most:
            talk = most
        return talk if talk > 0 else 0

    def giving(self, paper: Package) -> Giving:
        """Return a paper as what is to be given from now on."""
        return Giving(paper, self.bears_ground(paper), {})

    def whole(self, suspect: Suspect, giving: Giving, sittings: int) -> int:
        """Return by how much his hope falls until he judges a paper, so many sittings on."""
        last = self.state.paper
        # A man is who he is, and far quicker to tell apart by that than by all he holds.
        trade = giving.credits.get(id(suspect))
        if trade is None:
            trade = self.credit(suspect, last, suspect.ladder, giving.paper)
            giving.credits[id(suspect)] = trade
        most = _most(last, sittings)
        if trade > most:
            trade = most
        talk = self.by_talk(suspect, giving.bears, sittings, trade)
        # A day on which nothing moves tires nobody.
        worn = trade + talk
        if worn:
            worn += terms.CLOCK * sittings
        return worn if worn < suspect.hope else suspect.hope

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
        talk = self.by_talk(suspect, self.bears_ground(paper), sittings, first + rest)
        here = first + min(talk, terms.SENTENCE) + terms.CLOCK
        whole = first + rest + talk + terms.CLOCK * sittings
        return min(suspect.hope, here), min(suspect.hope, whole)


def _most(last: Package | None, sittings: int) -> int:
    """Return the most that giving wears in so many sittings; a first paper is only read in one."""
    return terms.MOST_A_SITTING * (sittings - 1 if last is None else sittings)


def _said(sentences: int, grounds: int, bears: bool) -> tuple[int, ...]:
    """Return what the best things to be said wear together, by how many of them are said."""
    said = [terms.SENTENCE] * sentences
    if grounds:
        said.append(terms.ARGUMENT * (terms.OWN_GROUND if bears else 1))
        said += [terms.ARGUMENT] * (grounds - 1)
    return (0, *accumulate(sorted(said, reverse=True)))
