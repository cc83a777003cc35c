"""How far a man may still be worn: by what is given, by what is said, and by the days.

A sketch of the table's own arithmetic, in hundredths of a point of his.
"""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from game.negotiation import Package
from game.policy.hearing import Suspect
from game.rules import mind, terms
from game.rules.changes import TALK, TRADE
from game.rules.table import Table
from game.state import HOST, State


class Giving(NamedTuple):
    """A paper that is given after another."""

    paper: Package
    is_first: bool
    """Whether no paper lay there before."""
    changes: list[tuple[int, int, int]]
    """(issue, option before, option now) of every term in which the two differ."""
    bears: bool
    """Whether it bears out his own ground, which is still to be argued."""


class Way(NamedTuple):
    """A paper that is given today, if any is, and the one that is given after it."""

    step: Giving | None
    rest: Giving


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

    def credit(self, suspect: Suspect, giving: Giving, ladder: int, worth: int) -> int:
        """Return what giving a paper of that worth to him wears, were there sittings enough."""
        if giving.is_first:
            return max(0, worth - self.floor) * terms.ANSWER // 100
        man = suspect.man
        if not mind.meets_need(man, giving.paper):
            return 0
        rows = man.utility.worth
        given = met = 0
        for i, before, now in giving.changes:
            gain = rows[i][now] - rows[i][before]
            if gain > 0:
                given += gain
                if i in self._asked:
                    met += gain
        credited = max(0, min(worth - max(ladder, self.floor), given))
        if credited < terms.NOTICED:
            return 0
        return (credited + min(met, credited)) * terms.ANSWER // 100

    def giving(self, last: Package | None, paper: Package) -> Giving:
        """Return a paper as what is given after the last one."""
        changes = [
            (i, before, now)
            for i, (before, now) in enumerate(zip(last or paper, paper, strict=True))
            if before != now
        ]
        return Giving(paper, last is None, changes, self._bears_ground(paper))

    def way(self, step: Package | None, paper: Package) -> Way:
        """Return how a paper is given from now on, by way of a step if there is one."""
        last = self.state.paper
        if step is None:
            return Way(None, self.giving(last, paper))
        return Way(self.giving(last, step), self.giving(step, paper))

    def _bears_ground(self, paper: Package) -> bool:
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

    def whole(self, suspect: Suspect, giving: Giving, credit: int, sittings: int) -> int:
        """Return by how much his hope falls until he judges a paper, so many sittings on."""
        most = _most(giving, sittings)
        trade = credit if credit < most else most
        talk = self.by_talk(suspect, giving.bears, sittings, trade)
        # A day on which nothing moves tires nobody.
        worn = trade + talk
        if worn:
            worn += terms.CLOCK * sittings
        return worn if worn < suspect.hope else suspect.hope

    def by_way_of(
        self, suspect: Suspect, way: Way, worths: tuple[int, int], sittings: int
    ) -> tuple[int, int]:
        """Return how far his hope falls at a step, and until he judges the paper after it.

        `worths` is what the two are worth to him; where there is no step, its own is not read.
        """
        step, rest = way
        step_worth, worth = worths
        first, ladder = 0, suspect.ladder
        if step is not None:
            first = min(self.credit(suspect, step, ladder, step_worth), _most(step, 1))
            ladder = max(ladder, self.floor, step_worth)
        after = min(self.credit(suspect, rest, ladder, worth), _most(rest, sittings - 1))
        talk = self.by_talk(suspect, rest.bears, sittings, first + after)
        here = first + min(talk, terms.SENTENCE) + terms.CLOCK
        whole = first + after + talk + terms.CLOCK * sittings
        return min(suspect.hope, here), min(suspect.hope, whole)


def _most(giving: Giving, sittings: int) -> int:
    """Return the most that giving wears in so many sittings; a first paper is only read in one."""
    return terms.MOST_A_SITTING * (sittings - giving.is_first)


def _said(sentences: int, grounds: int, bears: bool) -> tuple[int, ...]:
    """Return what the best things to be said wear together, by how many of them are said."""
    said = [terms.SENTENCE] * sentences
    if grounds:
        said.append(terms.ARGUMENT * (terms.OWN_GROUND if bears else 1))
        said += [terms.ARGUMENT] * (grounds - 1)
    return (0, *accumulate(sorted(said, reverse=True)))
