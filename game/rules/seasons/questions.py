"""What conditions of the seasons ask, each made into one function of a state.

Whether a track lies in a range is asked more often than anything else, and is one function here
that reads nothing but the track.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from typing import cast

from game.rules.formulas import Now
from game.rules.scenes import Condition
from game.scenario.compiled import Resolve, compile_expression
from game.scenario.expressions import Expression
from game.scenario.syntax import All, Between, Comparison, Name, Node, Number

Range = tuple[float, float]


class Questions:
    """Makes functions of the conditions of one campaign."""

    def __init__(self, resolve: Resolve, levels: Mapping[str, int]) -> None:
        self._resolve = resolve
        self._levels = levels

    def asked(self, parts: Sequence[Node]) -> Condition:
        """Return whether all parts of a condition hold, as one function of a state."""
        first, *others = map(self._asked, parts)
        if not others:
            return first
        every = (first, *others)

        def all_hold(now: Now) -> bool:
            for holds in every:  # noqa: SIM110 (a generator costs more than it asks)
                if not holds(now):
                    return False
            return True

        return all_hold

    def whole(self, expression: Expression) -> Condition:
        """Return whether a condition holds, as a function of a state."""
        root = expression.root
        return self.asked(root.parts if isinstance(root, All) else (root,))

    def within(self, node: Node) -> tuple[int, float, float] | None:
        """Return the place of the track that a condition asks for, and the range it is to be in.

        `None` where it asks for anything else.
        """
        track, (low, high) = _range_of_track(node)
        return (self._levels[track], low, high) if track in self._levels else None

    def _asked(self, node: Node) -> Condition:
        if (range_of_track := self.within(node)) is not None:
            at, low, high = range_of_track
            return lambda now: low <= now.levels[at] <= high
        return cast("Condition", compile_expression(Expression("", node), self._resolve))


def note_asked(node: Node) -> str | None:
    """Return the note that a condition asks for, as a state keeps it; `None` for anything else.

    >>> from game.scenario import parse
    >>> note_asked(parse("note.warned").root), note_asked(parse("chose.flood.dike").root)
    ('warned', 'flood.dike')
    >>> note_asked(parse("not note.warned").root) is None
    True
    """
    if isinstance(node, Name):
        kind, _, rest = node.name.partition(".")
        if kind in ("note", "chose"):
            return rest
    return None


def _range_of_track(node: Node) -> tuple[str, Range]:
    """Return the name that a condition asks for, and in which range of whole points it is to be.

    The name is empty where the condition asks for anything else.

    >>> from game.scenario import parse
    >>> _range_of_track(parse("force > 12").root), _range_of_track(parse("force >= 12.5").root)
    (('force', (13, inf)), ('force', (13, inf)))
    >>> _range_of_track(parse("force between 3 and 7").root), _range_of_track(parse("paper").root)
    (('force', (3, 7)), ('', (0, 0)))
    """
    match node:
        case Between(Name(name), Number(low), Number(high)):
            return name, (-(-low // 100), high // 100)
        case Comparison(relation, Name(name), Number(than)):
            match relation:
                case ">":
                    return name, (than // 100 + 1, inf)
                case ">=":
                    return name, (-(-than // 100), inf)
                case "<":
                    return name, (-inf, -(-than // 100) - 1)
                case "<=":
                    return name, (-inf, than // 100)
                case "=":
                    return name, (-(-than // 100), than // 100)
    return "", (0, 0)
