"""What was never tried: options of a decision that nobody took in any play that is known."""

from __future__ import annotations

from collections.abc import Iterable

from game.record import Node, Record
from game.rules import Rules
from game.scenario.table_model import ActKind
from game.state import ASIDES, State

Tried = frozenset[tuple[str, str]]
"""Decisions by their kind: a scene and its choice, an act, or a word that stands alone."""


def kind_of(node: Node) -> tuple[str, str]:
    """Return what kind of decision a node is: what it is about, and with which paper, aside.

    >>> kind_of(Node(1, 0, "x", "choose dinner watch", ""))
    ('dinner', 'watch')
    >>> kind_of(Node(1, 0, "x", "tactic argue english with offer ussuri=common", ""))
    ('tactic', 'argue')
    >>> kind_of(Node(1, 0, "x", "offer ussuri=common", "")), kind_of(Node(1, 0, "x", "accept", ""))
    (('tactic', 'offer'), ('accept', ''))
    """
    verb, *rest = node.decision_text.split()[:3] or [""]
    match verb, rest:
        case "choose", [scene, choice]:
            return scene, choice
        case "tactic", [act, *_]:
            return verb, act
        case "offer", _:
            return "tactic", verb
    return verb, ""


def tried_in(records: Iterable[Record], seat: str) -> Tried:
    """Return what a seat ever decided in some records, by kind."""
    return frozenset(
        kind_of(node)
        for record in records
        for node in record.nodes.values()
        if node.seat_id == seat
    )


def untried(rules: Rules, state: State, tried: Tried) -> tuple[tuple[str, str], ...]:
    """Return the kinds of decision open to the seat to move that were never tried by it."""
    found = dict[tuple[str, str], None]()
    for head in rules.legal_decisions(state).heads:
        act = rules.table.by_id.get(head.name)
        if head.verb in ASIDES:
            continue
        if head.verb == "choose":
            kind = (head.name, head.about[0])
        elif act is not None:
            kind = ("tactic", _name(rules, head.name))
        else:
            kind = (head.verb, "")
        if kind not in tried:
            found[kind] = None
    return tuple(found)


def _name(rules: Rules, act: str) -> str:
    """Return what a record calls an act: to lay a paper down and say nothing is an `offer`."""
    return "offer" if rules.table.by_id[act].kind == ActKind.LAY else act
