"""What is wrong with the reasons why something is not open."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.expressions import Expression
from game.scenario.faults import Code, Path, Problem
from game.scenario.gates import parts_joined
from game.scenario.known import warning


def check_reasons(
    when: Expression | None, reasons: tuple[str, ...], path: Path, key: str = "if"
) -> Iterator[Problem]:
    """Yield reasons that are never shown: there is no condition, or not a part of it for each."""
    at = (*path, "else-show")
    if reasons and when is None:
        message = f"else-show is never shown, since there is no `{key}`"
        hint = f"add {'an' if key == 'if' else 'a'} `{key}`, or take it out"
        yield warning(at, Code.UNKNOWN_KEY, message, hint, at_key=True)
    elif when is not None and len(reasons) > max(1, len(parts_joined(when))):
        parts = len(parts_joined(when))
        message = f"`{key}` has {parts} parts joined by `and`, and there are {len(reasons)} reasons"
        hint = "write one reason for each part, in their order, or one for them all"
        yield warning(at, Code.UNKNOWN_KEY, message, hint, at_key=True)
