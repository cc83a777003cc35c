"""Play-tests: many plays of a scenario by policies, and what they come to.

A play is a pure function of rules, policies and seed, so that the same numbers come out of one
process or of many, in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from game.coach.aftermath import endings
from game.policy import PERSONAS, Policy, persona
from game.policy.plain import Random
from game.rules import Rules
from game.state import CLAIMANT, HOST, Ended, State

EITHER = ("random",)
"""Personas that may sit in both chairs."""
HOSTS = ("official",)
"""Personas that are made for the host's chair; all others are claimants."""


class Game(NamedTuple):
    """One whole play."""

    seed: str
    final: State
    decisions: int


class Row(NamedTuple):
    """What a play-test keeps of a play; values in hundredths."""

    persona: str
    decisions: int
    sittings: int
    ended: str
    verdict: str
    lasting: tuple[int, int]
    endings: tuple[str, ...]
    choices: frozenset[str]
    """Scenes and choices that were met, as `scene.choice`."""
    options: frozenset[str]
    """Options that stood in some paper or word, as `issue.option`."""
    acts: frozenset[str]


def may_sit(name: str, seat: int) -> bool:
    """Return whether a persona is made for a chair."""
    return name in EITHER or (name in HOSTS) == (seat == HOST)


def seated(rules: Rules, ours: str, theirs: str, seat: int, seed: str) -> tuple[Policy, Policy]:
    """Return the policies of both chairs for one play, `ours` in the chair of `seat`."""
    mine = persona(ours, rules, f"{seed} {ours} {seat}")
    other = persona(theirs, rules, f"{seed} {theirs} {1 - seat}")
    return (mine, other) if seat == CLAIMANT else (other, mine)


def play_once(rules: Rules, policies: Sequence[Policy], seed: str) -> Game:
    """Return a whole play; each policy is shown its own view and nothing else."""
    by_lot = [policy.drawn for policy in policies if isinstance(policy, Random)]
    if len(by_lot) == len(policies):
        # They look at nothing that a view would hide, so that the bare rules will do.
        return Game(seed, *rules.played(seed, by_lot))
    state, decisions = rules.opening(seed), 0
    while state.ended is None:
        legal = rules.legal_decisions(state)
        decision = policies[state.seat].choose(rules.seen_by(state.seat, state), legal)
        state = rules.follow(state, decision)
        decisions += 1
    return Game(seed, state, decisions)


def row(rules: Rules, game: Game, name: str, seat: int = CLAIMANT) -> Row:
    """Return what is kept of a play by a persona in the chair of `seat`."""
    state, table = game.final, rules.table
    outcome = rules.outcome(state)
    if outcome is None:
        raise ValueError("a play-test counts only plays that are over")
    wanted = list(state.wanted)
    for decision in state.transcript:
        if decision.paper is not None:
            wanted = [mask | 1 << o for mask, o in zip(wanted, decision.paper, strict=True)]
    return Row(
        name,
        game.decisions,
        state.sitting,
        str(outcome.ended),
        str(outcome.verdict),
        outcome.lasting,
        tuple(endings(rules, state, seat)),
        frozenset(n for n in state.notes if n.partition(".")[0] in rules.scenes.by_id),
        frozenset(
            f"{issue}.{option}"
            for issue, options, mask in zip(table.issues, table.options, wanted, strict=True)
            for o, option in enumerate(options)
            if mask >> o & 1
        ),
        frozenset(act.id for act in table.acts if state.used[act.index]),
    )


@dataclass(slots=True)
class Tally:
    """Adds up plays; the order in which they are added changes nothing."""

    rules: Rules
    seat: int
    rows: list[Row] = field(default_factory=list)

    def add(self, rows: Iterable[Row]) -> None:
        """Add plays."""
        self.rows += rows

    def report(self, seconds: float) -> dict[str, Any]:
        """Return the report of all plays; `seconds` is what the bare play took."""
        names = list(dict.fromkeys(row.persona for row in self.rows))
        whole = self._of(self.rows)
        decisions = whole["decisions"]
        return {
            **whole,
            "seconds": round(seconds, 3),
            "decisions_per_second": round(decisions / seconds) if seconds else 0,
            "coverage": self._coverage(),
            "dominated": self._never_used(),
            "personas": {
                name: self._of([row for row in self.rows if row.persona == name]) for name in names
            },
        }

    def _of(self, rows: Sequence[Row]) -> dict[str, Any]:
        games = len(rows)
        signed = sum(row.ended == Ended.SIGNED for row in rows)
        seats = self.rules.table.seats
        return {
            "games": games,
            "decisions": sum(row.decisions for row in rows),
            "sittings": _mean([row.sittings for row in rows]),
            "agreement": _per_cent(signed, games),
            "ended": _counts(row.ended for row in rows),
            "verdicts": _counts(row.verdict for row in rows),
            "endings": _counts(ending for row in rows for ending in row.endings),
            "lasting": {
                seat: _mean([row.lasting[at] for row in rows]) for at, seat in enumerate(seats)
            },
        }

    def _coverage(self) -> dict[str, dict[str, int]]:
        scenario, table = self.rules.scenario, self.rules.table
        choices = {choice for row in self.rows for choice in row.choices}
        seen = {
            "events": {choice.partition(".")[0] for choice in choices},
            "choices": choices,
            "options": {option for row in self.rows for option in row.options},
            "tactics": {act for row in self.rows for act in row.acts},
            "endings": {ending for row in self.rows for ending in row.endings},
        }
        total = {
            "events": len(scenario.events),
            "choices": sum(len(event.choices) for event in scenario.events.values()),
            "options": sum(table.sizes),
            "tactics": len(table.acts),
            "endings": len(scenario.endings),
        }
        return {kind: {"seen": len(seen[kind]), "total": total[kind]} for kind in total}

    def _never_used(self) -> list[str]:
        """Return the acts of the tested chair that nobody chose in any play."""
        used = {act for row in self.rows for act in row.acts}
        return [a.id for a in self.rules.table.acts if self.seat in a.seats and a.id not in used]


def known_personas() -> tuple[str, ...]:
    """Return the names of all personas."""
    return tuple(PERSONAS)


def _counts(words: Iterable[str]) -> dict[str, int]:
    """Return how often each word occurs, the most frequent first."""
    return dict(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))


def _mean(numbers: Sequence[int]) -> float:
    return round(sum(numbers) / len(numbers), 1) if numbers else 0.0


def _per_cent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
