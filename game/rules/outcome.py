"""How the talks ended, and for whom it is good: several criteria, never one sum."""

from __future__ import annotations

from typing import NamedTuple

from game.negotiation import Package, value
from game.rules import court
from game.rules.table import Table
from game.scenario.court_model import Court
from game.state import CLAIMANT, HOST, Ended, State, Verdict


class Outcome(NamedTuple):
    """Why the talks ended and what each seat is left with; values in hundredths."""

    ended: Ended
    treaty: Package | None
    """What was signed; `None` when nothing was."""
    verdict: Verdict
    """What the court that ratifies made of it."""
    support: int
    """Per cent of the court that ratifies; 0 without a treaty."""
    factions: tuple[int, ...]
    """Per cent of each faction, in the scenario's order; empty without a treaty."""
    coercion: int
    """How far the paper lies below what would have been signed unmenaced."""
    walks: tuple[int, int]
    """What each seat keeps without a paper, on its own scale, the host's with the guns there."""
    values: tuple[int, int]
    """What the signed paper is worth to each seat on its own scale; 0 without one."""
    lasting: tuple[int, int]
    """What each seat is left with in the end: a measure for tests and the coach, not a score."""

    @classmethod
    def of(
        cls,
        state: State,
        table: Table,
        rule: Court,
        *,
        walks: tuple[int, int],
        walk_unmenaced: int,
        crisis: int,
    ) -> Outcome:
        """Return the outcome of talks that are over; `crisis` in points, the rest in hundredths."""
        if state.ended is None:
            raise ValueError("talks that go on have no outcome")
        treaty = state.treaty
        become, seen, coercion = Verdict.NONE, court.Reading(0, ()), 0
        if treaty is not None:
            coercion = court.taken_by_menace(state, table, walk_unmenaced)
            if state.disowned:
                coercion += court.DISOWNING
            seen = court.reading(table, treaty, crisis, coercion, state.memorial)
            become = court.verdict(seen.support, rule.ratified, rule.silence)
        return cls(
            ended=state.ended,
            treaty=treaty,
            verdict=become,
            support=seen.support,
            factions=seen.factions,
            coercion=coercion,
            walks=walks,
            values=(_worth(state, CLAIMANT), _worth(state, HOST)),
            lasting=(
                court.claimant_lasting(state, table, walks[CLAIMANT], become),
                court.host_lasting(state, table, walks[HOST], become),
            ),
        )


def _worth(state: State, seat: int) -> int:
    """Return what the treaty is worth to a seat; 0 without one."""
    man = state.men[seat]
    return value(state.treaty, man.utility) if state.treaty is not None and man is not None else 0
