"""How near plays came to what none of them reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.coach.aftermath import Afterwards, epilogue
from game.rules import Rules
from game.scenario.aims import Aim, Kind
from game.scenario.compiled import Getter, Resolve, compile_expression
from game.scenario.expressions import Expression
from game.scenario.faults import Path
from game.scenario.model import Scenario
from game.scenario.possible_coming import parts_joined
from game.scenario.possible_reach import Reach
from game.scenario.syntax import Between, Comparison, Node
from game.state import CLAIMANT, HOST, Phase, State

ASKED = (Phase.SCENE, Phase.SITTING, Phase.REPLY)
"""Phases before which a scene may come."""


class Glimpse(NamedTuple):
    """How near one play came to one thing."""

    came: bool
    """What it depends on was there: its scene for a choice, a signature for an option, an end for
    an ending, a choice that schedules it for a scene that has to be."""
    held: frozenset[int] = frozenset()
    """Which lines of its condition held together at some moment, as bit masks."""
    nearest: tuple[tuple[int, int, int, int], ...] = ()
    """For lines that compare numbers: which one, while which others held, how far from holding,
    and at what number, in hundredths."""
    instead: str = ""
    """What came in its place though its condition held, or why an act was not allowed."""


@dataclass(slots=True)
class Nearness:
    """How near all plays came to one thing."""

    plays: int = 0
    """Plays in which it was looked for."""
    made_for_it: int = 0
    """Those that were directed at it."""
    came: int = 0
    """Those in which what it depends on was there."""
    held: Counter[int] = field(default_factory=Counter)
    nearest: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    instead: Counter[str] = field(default_factory=Counter)

    def add(self, glimpse: Glimpse, *, made_for_it: bool) -> None:
        """Count a play."""
        self.plays += 1
        self.made_for_it += made_for_it
        self.came += glimpse.came
        self.held.update(glimpse.held)
        if glimpse.instead:
            self.instead[glimpse.instead] += 1
        for line, held, *near in glimpse.nearest:
            gap = near[0], near[1]
            self.nearest[line, held] = min(self.nearest.get((line, held), gap), gap)

    @property
    def best(self) -> int:
        """Return the lines that held together in the play that came nearest; 0 for none."""
        return max(self.held, key=lambda mask: (mask.bit_count(), self.held[mask]), default=0)


def condition_of(aim: Aim, scenario: Scenario) -> tuple[Expression | None, Path]:
    """Return the condition under which something can be reached, if it has one, and its place."""
    event, _, choice = aim.id.partition(".")
    match aim.kind:
        case Kind.EVENT:
            return scenario.events[event].when, ("events", event, "when")
        case Kind.CHOICE:
            where: Path = ("events", event, "choices", choice, "if")
            return scenario.events[event].choices[choice].when, where
        case Kind.ENDING:
            return scenario.endings[aim.id].when, ("endings", aim.id, "when")
        case Kind.OPTION:
            return None, ("table", "issues", event, "options", choice)
        case Kind.TACTIC:
            return None, ("table", "acts", aim.id)


def lines_of(condition: Expression | None) -> tuple[Node, ...]:
    """Return what a condition joins with `and`."""
    return () if condition is None else tuple(parts_joined(condition.root))


class Gauge:
    """Gauges how near plays from one start come to something."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._conditions: dict[Aim, tuple[_Line, ...]] = {}
        self._schedulers = Reach(rules.scenario).schedulers

    def glimpses(self, aims: Iterable[Aim], states: Sequence[State]) -> dict[Aim, Glimpse]:
        """Return how near a play came to each thing, of all its states from the opening."""
        final = states[-1]
        both = (CLAIMANT, HOST) if final.ended is not None else ()
        after = tuple(Afterwards(self._rules, final, seat) for seat in both)
        return {aim: self._glimpse(aim, states, after) for aim in aims}

    def _glimpse(self, aim: Aim, states: Sequence[State], after: tuple[Afterwards, ...]) -> Glimpse:
        match aim.kind:
            case Kind.EVENT:
                return self._of_event(aim, states)
            case Kind.CHOICE:
                return self._of_choice(aim, states)
            case Kind.OPTION:
                return self._of_option(aim, states[-1])
            case Kind.TACTIC:
                return self._of_act(aim, states)
            case Kind.ENDING:
                return self._of_ending(aim, states[-1], after)

    def _of_event(self, aim: Aim, states: Sequence[State]) -> Glimpse:
        scenes = self._rules.scenes
        seen, setters, instead = Seen(self._lines(aim)), self._schedulers.get(aim.id, ()), ""
        came = any(".".join(setter) in states[-1].notes for setter, _ in setters)
        if not setters or seen.lines:
            for state in _asked(states, scenes.by_id[aim.id].seat):
                if seen.holds(state) and state.scene >= 0:
                    instead = scenes.all[state.scene].id
        return seen.glimpse(came, instead)

    def _of_choice(self, aim: Aim, states: Sequence[State]) -> Glimpse:
        event, _, _ = aim.id.partition(".")
        index, seen = self._rules.scenes.by_id[event].index, Seen(self._lines(aim))
        there = [state for state in states if state.scene == index]
        for state in there:
            seen.holds(state)
        return seen.glimpse(bool(there))

    def _of_option(self, aim: Aim, final: State) -> Glimpse:
        issue, _, option = aim.id.partition(".")
        table = self._rules.table
        at = table.issues.index(issue)
        which = table.options[at].index(option)
        papers = (decision.paper for decision in final.transcript)
        lay = any(paper is not None and paper[at] == which for paper in papers)
        return Glimpse(final.treaty is not None, frozenset({int(lay)}))

    def _of_act(self, aim: Aim, states: Sequence[State]) -> Glimpse:
        """Return whether an act was allowed at some moment; where it never was, why last."""
        reason = ""
        for state in states:
            legal = self._rules.legal_decisions(state)
            if any(head.name == aim.id for head in legal.heads):
                return Glimpse(came=True)
            reason = next((why for head, why in legal.refused if head.name == aim.id), reason)
        return Glimpse(came=False, instead=reason)

    def _of_ending(self, aim: Aim, final: State, after: tuple[Afterwards, ...]) -> Glimpse:
        ending = self._rules.scenario.endings[aim.id]
        seen, instead = Seen(()), ""
        for seat, afterwards in enumerate(after):
            if ending.seat in (None, afterwards.seat):
                seen.lines = _lines(ending.when, afterwards.resolve)
                if seen.holds(afterwards.state):
                    told = epilogue(self._rules, final, seat)
                    instead = next(piece.id for piece in told if piece.group == ending.group)
        return seen.glimpse(bool(after), instead)

    def _lines(self, aim: Aim) -> tuple[_Line, ...]:
        if aim not in self._conditions:
            condition, _ = condition_of(aim, self._rules.scenario)
            self._conditions[aim] = _lines(condition, self._rules.formulas.resolve)
        return self._conditions[aim]


def _asked(states: Sequence[State], seat: int) -> Iterator[State]:
    """Yield the states in which it was asked whether a scene comes before a seat decides."""
    after_scene = False
    for state in states:
        if state.seat == seat and not after_scene and state.phase in ASKED:
            yield state
        after_scene = state.phase is Phase.SCENE


class _Line(NamedTuple):
    """A line of a condition, compiled."""

    holds: Getter
    gap: Callable[[State], tuple[int, int]] | None
    """How far from holding, and at what number; `None` where it compares no numbers."""


def _lines(condition: Expression | None, resolve: Resolve) -> tuple[_Line, ...]:
    def compiled(node: Node) -> Getter:
        return compile_expression(Expression("", node), resolve)

    return tuple(_Line(compiled(n), _gap(n, compiled)) for n in lines_of(condition))


def _gap(
    node: Node, compiled: Callable[[Node], Getter]
) -> Callable[[State], tuple[int, int]] | None:
    match node:
        case Comparison(relation, left, right) if relation != "!=":
            number, low = compiled(left), compiled(right)
            return lambda state: (abs(number(state) - low(state)), number(state))
        case Between(value, low_end, high_end):
            number, low, high = map(compiled, (value, low_end, high_end))
            return lambda state: (
                max(low(state) - number(state), number(state) - high(state)),
                number(state),
            )
    return None


class Seen:
    """What was seen of the lines of a condition in one play."""

    def __init__(self, lines: tuple[_Line, ...]) -> None:
        self.lines = lines
        self._masks: set[int] = set()
        self._nearest: dict[tuple[int, int], tuple[int, int]] = {}

    def holds(self, state: State) -> bool:
        """Look at a state; return whether the whole condition holds in it."""
        mask = sum(1 << at for at, line in enumerate(self.lines) if line.holds(state))
        self._masks.add(mask)
        for at, line in enumerate(self.lines):
            if line.gap is not None and not mask >> at & 1:
                gap = line.gap(state)
                self._nearest[at, mask] = min(self._nearest.get((at, mask), gap), gap)
        return mask + 1 == 1 << len(self.lines)

    def glimpse(self, came: bool, instead: str = "") -> Glimpse:
        """Return it as a value."""
        nearest = tuple((*where, *gap) for where, gap in self._nearest.items())
        return Glimpse(came, frozenset(self._masks), nearest, instead)
