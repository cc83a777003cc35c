"""Replay: the states of a record, recomputed, and checked against what was recorded.

Where the scenario has not changed since, every digest must agree. Where it has, digests are
expected to differ, and a line replays as far as it stays legal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.errors import AmurError, IllegalDecisionError, RecordError
from game.record.digests import digest
from game.record.lines import OPENING, Heading, Node
from game.record.tree import Record
from game.rules import Game
from game.state import Decision, State, Turn

LONGEST = 300
"""Characters of a decision, or of what is wrong with it, that are said."""


class Difference(NamedTuple):
    """A node that does not come out as it was recorded."""

    node: Node
    computed: str | None
    """The digest of the state that follows now; `None` where the decision is no longer legal."""
    reason: str


def replay(rules: Game, record: Record, node: int | None = None) -> Iterator[Turn]:
    """Yield the turns that lead to a node; to the end of the main line when none is named.

    Raises `RecordError` naming the node and the reason where the line becomes illegal, where
    another seat is to move, and, in an unchanged scenario, where a digest differs; what was good
    until then has been yielded.
    """
    check_scenario(rules, record)
    unchanged = record.heading.digest == rules.scenario.digest
    state = rules.opening(record.heading.seed)
    for step in record.main_line() if node is None else record.path(node):
        turn = played(rules, state, step)
        state = turn.state
        if unchanged and step.digest and step.digest != digest(state):
            raise RecordError(
                f"node {step.id} ({step.seat_id}: {step.decision_text}) leads to state"
                f" {digest(state)}; the record says {step.digest}"
            )
        yield turn


def told_to(rules: Game, heading: Heading) -> int:
    """Return the chair that a play is told to: the recorded seat's, else the claimant's."""
    return rules.chair_of(heading.seat)


def played(rules: Game, state: State, node: Node) -> Turn:
    """Return what follows the decision of a node in a state.

    Raises `RecordError`, with the node and the reason, where it cannot be made.
    """
    try:
        return rules.apply(state, _decided(rules, state, node))
    except AmurError as error:
        raise _stopped(node, error) from error


def verify(rules: Game, record: Record) -> list[Difference]:
    """Return every node of the tree, main line or not, that does not come out as recorded.

    What stands on a node that is no longer legal cannot be recomputed; its reason says how many.
    """
    check_scenario(rules, record)
    differences = []
    open_nodes = [(rules.opening(record.heading.seed), node) for node in record.variations(OPENING)]
    while open_nodes:
        state, node = open_nodes.pop()
        try:
            after = played(rules, state, node).state
        except RecordError as error:
            lost = _count_after(record, node.id)
            beyond = f"; {lost} more stand on it" if lost else ""
            differences.append(Difference(node, None, f"{error}{beyond}"))
            continue
        computed = digest(after)
        if computed != node.digest:
            said = f"the record says {node.digest}" if node.digest else "the record does not say"
            differences.append(
                Difference(node, computed, f"node {node.id} leads to state {computed}; {said}")
            )
        open_nodes += [(after, variation) for variation in record.variations(node.id)]
    return sorted(differences, key=lambda difference: difference.node.id)


def check_scenario(rules: Game, record: Record) -> None:
    """Raise `RecordError` when a record belongs to another scenario, or to another start of it."""
    heading, here = record.heading, rules.scenario.id
    if heading.scenario != here:
        raise RecordError(f"this record is of '{heading.scenario}', and this scenario is '{here}'")
    if heading.start != rules.start:
        raise RecordError(
            f"this record begins at '{heading.start or 'the first start'}',"
            f" and the rules at '{rules.start or 'the first start'}'"
        )
    if set(heading.twists) != set(rules.twists):
        raise RecordError(
            f"this record was begun with {_told(heading.twists)}, and the rules with"
            f" {_told(rules.twists)}"
        )


def _told(twists: Iterable[str]) -> str:
    return ", ".join(f"'{twist}'" for twist in twists) or "no twist"


class States:
    """The states of one record's nodes, recomputed on demand and remembered every few plies.

    A node's path never changes, so what is remembered holds for every record that grows from
    this one.
    """

    def __init__(self, rules: Game, seed: str, every: int = 8) -> None:
        self.rules = rules
        self.every = every
        """Plies between two remembered states; more saves memory and costs time."""
        self._known = {OPENING: rules.opening(seed)}
        self._stopped: dict[int, str] = {}
        """Why nodes, and all that stands on them, cannot be replayed, as far as it was asked."""

    def at(self, record: Record, node: int) -> State:
        """Return the state after a node; cost in proportion to the plies from a remembered one.

        Raises `RecordError`, with the node and the reason, where a decision cannot be made.
        """
        unplayed: list[Node] = []
        while node not in self._known:
            if node not in record.nodes:
                raise RecordError(f"there is no node {node} in this record")
            if node in self._stopped:
                raise RecordError(self._stop(unplayed, self._stopped[node]))
            unplayed.append(record.nodes[node])
            node = unplayed[-1].parent
        state = self._known[node]
        unplayed.reverse()
        for plies, step in enumerate(unplayed, 1):
            try:
                state = followed(self.rules, state, step)
            except RecordError as error:
                self._stop(unplayed[plies - 1 :], str(error))
                raise
            if plies % self.every == 0:
                self._known[step.id] = state
        return state

    def _stop(self, nodes: Iterable[Node], reason: str) -> str:
        """Keep for nodes why they cannot be replayed, and return it."""
        self._stopped.update((node.id, reason) for node in nodes)
        return reason

    def remember(self, node: int, state: State) -> None:
        """Keep a state that is known to follow a node."""
        self._known[node] = state


def followed(rules: Game, state: State, node: Node) -> State:
    """Return the state after a node, as `played` does, without telling what happened."""
    decision = decided_by(rules, state, node)
    if decision in rules.legal_decisions(state):
        return rules.follow(state, decision)
    return played(rules, state, node).state


def decided_by(rules: Game, state: State, node: Node) -> Decision:
    """Return the decision of a node in a state; raises `RecordError` where it is none there."""
    try:
        return _decided(rules, state, node)
    except AmurError as error:
        raise _stopped(node, error) from error


def _decided(rules: Game, state: State, node: Node) -> Decision:
    """Return the decision of a node; raise when it is no decision, or not that seat's."""
    seat = rules.seat_id(state)
    if node.seat_id != seat:
        raise IllegalDecisionError(f"it is for '{seat}' to decide")
    return rules.parsed(node.decision_text, state)


def _stopped(node: Node, error: Exception) -> RecordError:
    said, why = (
        text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        for text in (f"{node.seat_id}: {node.decision_text}", str(error))
    )
    return RecordError(f"stops at node {node.id} ({said}): {why}")


def _count_after(record: Record, node: int) -> int:
    """Return how many nodes stand on a node, at any distance."""
    count, unseen = 0, [node]
    while unseen:
        variations = record.children.get(unseen.pop(), ())
        count += len(variations)
        unseen += variations
    return count
