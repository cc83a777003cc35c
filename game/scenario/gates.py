"""Why something is not open: the reasons of an author's condition, each with what it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.scenario.expressions import Expression
from game.scenario.syntax import All, Node


class Gate(NamedTuple):
    """Parts of a condition that must all hold, and the reason that is told where one does not."""

    parts: tuple[Node, ...]
    reason: str
    """Empty where nothing is told."""


def parts_joined(when: Expression) -> tuple[Node, ...]:
    """Return the parts of a condition that are joined by `and`; itself alone where none are."""
    return when.root.parts if isinstance(when.root, All) else (when.root,)


def gates(when: Expression, reasons: tuple[str, ...]) -> Iterator[Gate]:
    """Yield the parts of a condition with their reasons.

    One reason stands for the whole; of several each stands for one part, the last for the last.

    >>> from game.scenario import parse
    >>> [gate.reason for gate in gates(parse("force >= 3 and not note.a"), ("never",))]
    ['never']
    >>> asked = parse("year = 1854 and force >= 3 and not note.a")
    >>> [(len(gate.parts), gate.reason) for gate in gates(asked, ("too weak", "it was done"))]
    [(1, ''), (1, 'too weak'), (1, 'it was done')]
    """
    parts = parts_joined(when)
    if len(reasons) <= 1:
        yield Gate(parts, "".join(reasons))
        return
    silent = len(parts) - len(reasons)
    if silent > 0:
        yield Gate(parts[:silent], "")
    for part, reason in zip(parts[max(0, silent) :], reasons[-len(parts) :], strict=True):
        yield Gate((part,), reason)
