"""Play-tests: what many plays of a scenario come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.coach.workshop.kept import Row
from game.rules import Rules
from game.state import Ended


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


def _counts(words: Iterable[str]) -> dict[str, int]:
    """Return how often each word occurs, the most frequent first."""
    return dict(sorted(Counter(words).items(), key=lambda item: (-item[1], item[0])))


def _mean(numbers: Sequence[int]) -> float:
    return round(sum(numbers) / len(numbers), 1) if numbers else 0.0


def _per_cent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
