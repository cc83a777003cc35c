"""Plays that go somewhere: both chairs take one route, and lots decide what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.negotiation import Package
from game.policy.plain import FOLD, MOMENTS
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.rules.luck import lots_of
from game.rules.mind import Now
from game.scenario.expressions import Expression, names_used
from game.scenario.known import notes_set
from game.scenario.table_model import ActKind
from game.state import Decision, Phase

ENDS = frozenset({"accept", "sign-to-disown", "break-off", "go-home"})
"""Decisions that may end the talks."""


class Route(NamedTuple):
    """Where a play is to go."""

    choices: frozenset[str] = frozenset()
    """Choices to be made wherever they can be, as `EVENT.CHOICE`."""
    act: str = ""
    """An act to be done as soon as it may be."""
    paper: Package | None = None
    """What is to be signed; `None` lets the talks go on as long as they can."""
    sentences: int = 0
    """How many sentences of the memorial are written before that."""
    pressure: int = 0
    """How many acts of pressure come before that."""
    sitting: int = 1
    """From which sitting on the paper is laid down."""


class Directed:
    """Decides for both chairs; the same route and key make the same play."""

    def __init__(self, rules: Rules, route: Route, key: str) -> None:
        self.route = route
        self.taken: list[Decision] = []
        """What was decided, in order."""
        acts = rules.table.acts
        self._presses = {act.id for act in acts if act.kind == ActKind.PRESSURE}
        self._writes = {act.id for act in acts if act.kind == ActKind.MEMORIAL}
        self._lays = {act.id for act in acts if act.kind == ActKind.LAY}
        self._lot = lots_of(1, key, "policy", "directed")[0]

    def __call__(self, now: Now, legal: Legal) -> Decision:
        """Return the decision of the seat to move."""
        decision = self._wanted(now, legal) or self._drawn(now, legal)
        self.taken.append(decision)
        return decision

    def _wanted(self, now: Now, legal: Legal) -> Decision | None:
        route = self.route
        if now.phase == Phase.SCENE:
            return next((h.alone for h in legal.heads if _choice(h) in route.choices), None)
        act = next((h for h in legal.heads if route.act and h.name == route.act), None)
        if act is not None and route.act not in {done.name for done in self.taken}:
            return act.alone if act.bare else act.with_nth(self._number(now, act.papers.count))
        if route.paper is None or now.sitting < route.sitting:
            return None
        if now.phase == Phase.REPLY and now.paper == route.paper:
            verbs = {head.verb: head for head in legal.heads}
            found = verbs.get("accept") or verbs.get("consult")
            return None if found is None else found.alone
        if now.phase == Phase.SITTING:
            return self._towards(route.paper, now, legal)
        return None

    def _towards(self, paper: Package, now: Now, legal: Legal) -> Decision | None:
        """Return the claimant's next step to a paper."""
        steps = (
            (self._writes, len(now.memorial) < self.route.sentences),
            (self._presses, now.pressure < self.route.pressure),
            (self._lays, True),
        )
        for names, is_due in steps:
            for head in legal.heads if is_due else ():
                if head.name in names and head.allows(paper):
                    return head.with_paper(paper)
        return None

    def _drawn(self, now: Now, legal: Legal) -> Decision:
        heads = [head for head in legal.heads if head.verb not in ENDS] or list(legal.heads)
        head = heads[self._number(now, len(heads))]
        count = head.papers.count
        if head.bare and (self._number(now, 2, 1) or not count):
            return head.alone
        return head.with_nth(self._number(now, count, 2))

    def _number(self, now: Now, below: int, which: int = 0) -> int:
        moment = (len(self.taken) << 2 | which) % len(MOMENTS)
        return (self._lot * MOMENTS[moment] >> FOLD) % below


def _choice(head: Head) -> str:
    return f"{head.name}.{head.about[0]}" if head.verb == "choose" else ""


def leading_to(rules: Rules, condition: Expression | None) -> frozenset[str]:
    """Return the choices that set what a condition asks for, and those that lead to them."""
    found: set[str] = set()
    waiting = [condition]
    while waiting:
        asked = waiting.pop()
        for choice in _setting(rules, names_used(asked) if asked is not None else ()):
            if choice not in found:
                found.add(choice)
                event, _, id = choice.partition(".")
                scene = rules.scenario.events[event]
                waiting += [scene.when, scene.choices[id].when]
    return frozenset(found)


def _setting(rules: Rules, names: tuple[str, ...]) -> Iterator[str]:
    asked = {name.removeprefix("note.") for name in names if name.startswith("note.")}
    yield from (name.removeprefix("chose.") for name in names if name.startswith("chose."))
    for note, (_, event, _, choice, *_) in notes_set(rules.scenario):
        if note in asked:
            yield f"{event}.{choice}"
