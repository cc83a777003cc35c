"""A comparison with what both lines have, too: their common past, and every sitting as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.compare import Comparison, Side
from game.coach.compare_parts import Kind, Part, Row
from game.coach.compare_words import heading_of, parts, told_of
from game.rules import Rules


def whole(rules: Rules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield the parts of a comparison, those of its past and of its days with all that was told.

    They stand where the parts that leave out what is alike have their days.
    """
    told = list(parts(rules, compared, mode))
    beginning = [part for part in told if part.kind is Kind.PARTING]
    stayed = [part for part in told if part.kind is Kind.STAYED]
    yield from beginning
    yield from _past(rules, compared, mode)
    yield from stayed
    yield from _days(rules, compared, mode)
    without = (Kind.PARTING, Kind.STAYED, Kind.DAY)
    yield from (part for part in told if part.kind not in without)


def _past(rules: Rules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield what both lines have, as the first one's chair was told it."""
    a, common = compared.a, compared.fork.common
    said: list[str] = []
    sitting = 0
    for step in a.steps[:common]:
        texts = list(told_of(rules, a, step, mode))
        here = max(1, step.before.sitting)
        if texts and here != sitting:
            sitting = here
            said.append(f"{heading_of(rules, here)}:")
        said += texts
    if said:
        yield Part(Kind.PAST, "What both have", tuple(said))


def _days(rules: Rules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield the sittings since the lines part, each line's side of it whole."""
    common = compared.fork.common
    a, b = (_by_sitting(rules, one, common, mode) for one in (compared.a, compared.b))
    for sitting in sorted({*a, *b}):
        here, there = ("\n".join(one.get(sitting, [])) for one in (a, b))
        if here or there:
            row = Row("", here, there)
            yield Part(Kind.DAY, heading_of(rules, sitting), (), (row,), sitting=sitting)


def _by_sitting(rules: Rules, one: Side, common: int, mode: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for step in one.steps[common:]:
        sitting = found.setdefault(max(1, step.before.sitting), [])
        sitting += told_of(rules, one, step, mode)
    return found
