"""What can come of a scenario: each choice with the first sitting in which it can be made."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.scenario.expressions import Expression
from game.scenario.faults import Path
from game.scenario.known import Known
from game.scenario.possible_facts import Facts
from game.scenario.possible_premises import Line, Premise, When
from game.scenario.possible_reach import ChoiceId, Reach
from game.scenario.possible_terms import Sum, claim
from game.scenario.possible_worlds import Effort, GivenUp, least
from game.scenario.spelled import begins, spelled
from game.scenario.syntax import All, Node


class Coming:
    """Grows from nothing until nothing more is possible.

    Choices that are `granted` count as possible from the first sitting on, whatever they ask for.
    """

    def __init__(self, known: Known, granted: Collection[ChoiceId], effort: Effort) -> None:
        self.known = known
        self.reach = Reach(known.scenario, granted)
        self.facts = Facts(known, self.reach, effort)
        self._effort = effort
        try:
            while self._grew():
                pass
        except GivenUp:
            self.reach.grant_all()

    def _grew(self) -> bool:
        """Take in what has become possible; return whether anything has, or comes earlier."""
        grew = False
        for event, scene in self.known.scenario.events.items():
            by_itself = self.premises(event)
            alone: int | None = None
            for choice, source in scene.choices.items():
                if source.when is None:
                    if alone is None:
                        alone = self._first(event, by_itself, None) or 0
                    first = alone or None
                else:
                    first = self._first(event, by_itself, (choice, source.when))
                if first is not None and first < self.reach.first.get((event, choice), 10**6):
                    self.reach.first[event, choice] = first
                    grew = True
        return grew

    def premises(self, event: str) -> list[Premise] | None:
        """Return what must hold where an event comes by itself; `None` where it never does so."""
        scene = self.known.scenario.events[event]
        if scene.when is not None:
            return self.asked(scene.when, ("events", event, "when"))
        return None if event in self.reach.schedulers else []

    def _first(
        self, event: str, own: list[Premise] | None, asked: tuple[str, Expression] | None
    ) -> int | None:
        """Return the first sitting in which a choice, or the event itself, is possible."""
        more: list[Premise] = []
        if asked is not None:
            choice, condition = asked
            more = self.asked(condition, ("events", event, "choices", choice, "if"))
        if own is not None:  # where it is scheduled, it asks the same
            return self._earliest([*own, *more], event, 1)
        due = self.reach.due(event)
        return None if due is None else self._earliest(more, event, due)

    def _earliest(self, premises: list[Premise], event: str, due: int) -> int | None:
        claims = [premise.claim for premise in premises]
        claims.append(Sum((("sitting", -1),), 100 * due))
        facts = self.facts.about(claims, When.TALKS, self.known.scenario.events[event].seat)
        first = least(
            [*(fact.claim for fact in facts), *claims], "sitting", 100 * due, self._effort
        )
        return None if first is None else first // 100

    def asked(self, condition: Expression, path: Path) -> list[Premise]:
        """Return what a condition asks, part by part."""
        after = path[0] not in ("events", "advisers", "table")
        names = self.known.after if after else self.known.play
        return [
            Premise(claim(part, names), Line(path, spelled(part), begins(part)))
            for part in parts_joined(condition.root)
        ]


def parts_joined(root: Node) -> Iterator[Node]:
    """Yield what a condition joins with `and`."""
    if isinstance(root, All):
        for part in root.parts:
            yield from parts_joined(part)
    else:
        yield root
