"""The graph of a scenario: its scenes and endings, what leads from one to the other, how often.

A scene leads to another scene or to an ending when a choice in it sets a note that the other asks
for, lets it come or keeps it away, or changes a term of the paper that the other asks for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.coach.aftermath import endings
from game.coach.workshop.playing import Game
from game.rules import Rules
from game.rules.windows import window
from game.scenario import Expression, Scenario
from game.scenario.clauses import Cancel, Note, OfferChange, Schedule
from game.scenario.expressions import options_named
from game.scenario.known import effects_of
from game.scenario.syntax import Name, Not, parts_of
from game.state import CLAIMANT, HOST

SCENE, ENDING = "scene", "ending"


class Tie(StrEnum):
    """How one thing leads to another."""

    NOTE = "note"
    BRINGS = "brings"
    KEEPS_AWAY = "keeps away"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Node:
    """A scene or an ending."""

    id: str
    kind: str
    title: str
    seat: str
    """Who chooses, or whom it is told to; empty for everybody."""
    first: int
    last: int
    """The sittings in which a scene can come; 0 and 0 for an ending."""
    group: str = ""
    """Of an ending."""


@dataclass(frozen=True, slots=True)
class Edge:
    """That something in a scene leads to a scene or an ending."""

    source: str
    target: str
    tie: Tie
    what: str
    """The note or the term."""
    choices: tuple[str, ...]
    """Those of the source that do it, as `scene.choice`."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The scenes and endings of a scenario, in the author's order, and what ties them."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Rates:
    """How often something was met in plays."""

    games: int
    nodes: Mapping[str, int]
    edges: Mapping[tuple[str, str, str], int]
    """By source, target and what: plays in which a choice did it and the target was met; was not
    met, where the choice keeps it away."""

    def of(self, count: int) -> int:
        """Return a count in per cent of all plays, rounded."""
        return (200 * count + self.games) // (2 * self.games) if self.games else 0


def graph(scenario: Scenario) -> Graph:
    """Return the graph of a scenario."""
    nodes = (*_scenes(scenario), *_endings(scenario))
    return Graph(scenario.title, nodes, tuple(_edges(scenario)))


def ending_node(id: str) -> str:
    """Return the id of an ending's node, which a scene may share with it."""
    return f"{ENDING}:{id}"


def _scenes(scenario: Scenario) -> Iterator[Node]:
    last = scenario.table.sittings
    for id, event in scenario.events.items():
        sittings = range(1, last + 1) if event.when is None else window(event.when, last)
        first, final = (sittings[0], sittings[-1]) if sittings else (last, last)
        yield Node(id, SCENE, event.title, event.seat, first, final)


def _endings(scenario: Scenario) -> Iterator[Node]:
    for group in scenario.groups:
        for id, ending in scenario.endings.items():
            if ending.group == group:
                yield Node(ending_node(id), ENDING, ending.title, ending.seat or "", 0, 0, group)


def _edges(scenario: Scenario) -> Iterator[Edge]:
    asked = list(_asked(scenario))
    for id, event in scenario.events.items():
        done: dict[tuple[Tie, str], list[str]] = {}
        for choice, written in event.choices.items():
            named = f"{id}.{choice}"
            done.setdefault((Tie.NOTE, f"chose.{named}"), []).append(named)
            for _, effect in effects_of(written):
                match effect:
                    case Note(note):
                        done.setdefault((Tie.NOTE, f"note.{note}"), []).append(named)
                    case OfferChange(issue, option):
                        done.setdefault((Tie.TERM, f"{issue}={option}"), []).append(named)
                    case Schedule(event=other):
                        done.setdefault((Tie.BRINGS, other), []).append(named)
                    case Cancel(event=other):
                        done.setdefault((Tie.KEEPS_AWAY, other), []).append(named)
        for (tie, what), choices in done.items():
            taken = tuple(dict.fromkeys(choices))
            if tie in (Tie.BRINGS, Tie.KEEPS_AWAY):
                yield Edge(id, what, tie, "", taken)
                continue
            short = what.removeprefix("note.")
            for target, names, barred, terms in asked:
                if target == id:
                    continue
                if what in (terms if tie is Tie.TERM else names):
                    yield Edge(id, target, tie, short, taken)
                elif tie is Tie.NOTE and what in barred:
                    yield Edge(id, target, Tie.KEEPS_AWAY, short, taken)


_Names = frozenset[str]


def _asked(scenario: Scenario) -> Iterator[tuple[str, _Names, _Names, _Names]]:
    """Yield every node with the names that its conditions ask for, those that they exclude, and
    the terms of a paper that they ask for.
    """
    for id, event in scenario.events.items():
        ifs = [choice.when for choice in event.choices.values()]
        named, barred = _names([event.when, *ifs])
        yield id, named, barred, _terms([event.when, *ifs])
    for id, ending in scenario.endings.items():
        # Most endings ask for terms; that a scene can change one of them says little of it.
        yield ending_node(id), *_names([ending.when]), frozenset()


def _names(conditions: Iterable[Expression | None]) -> tuple[_Names, _Names]:
    """Return the names that conditions ask for, and those that they only exclude."""
    named: set[str] = set()
    barred: set[str] = set()
    for condition in conditions:
        waiting = [] if condition is None else [(condition.root, False)]
        while waiting:
            node, negated = waiting.pop()
            if isinstance(node, Name):
                (barred if negated else named).add(node.name)
            inner = negated != isinstance(node, Not)
            waiting += [(part, inner) for part in parts_of(node)]
    return frozenset(named), frozenset(barred - named)


def _terms(conditions: Iterable[Expression | None]) -> frozenset[str]:
    return frozenset(
        f"{issue}={option}"
        for c in conditions
        if c is not None
        for issue, options in options_named(c).items()
        for option in options
    )


def rates(rules: Rules, whole: Graph, games: Iterable[Game]) -> Rates:
    """Return how often everything in a graph was met in plays."""
    nodes: Counter[str] = Counter()
    edges: Counter[tuple[str, str, str]] = Counter()
    count = 0
    for game in games:
        count += 1
        state = game.final
        told = {id for seat in (CLAIMANT, HOST) for id in endings(rules, state, seat)}
        chosen = {n for n in state.notes if n.partition(".")[0] in rules.scenes.by_id}
        met = {name.partition(".")[0] for name in chosen} | {ending_node(id) for id in told}
        nodes.update(met)
        edges.update(
            (edge.source, edge.target, edge.what)
            for edge in whole.edges
            if (edge.target in met) != (edge.tie is Tie.KEEPS_AWAY)
            and not chosen.isdisjoint(edge.choices)
        )
    return Rates(count, nodes, edges)
