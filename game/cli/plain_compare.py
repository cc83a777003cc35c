"""A comparison in lines of text: what is the same is said once, what differs one below another."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import wrapped
from game.coach.compare import Comparison
from game.coach.compare_parts import Part, Row
from game.coach.compare_words import parts
from game.coach.redline import marked_up, redline
from game.rules import Rules


def told(rules: Rules, compared: Comparison, mode: str) -> Iterator[str]:
    """Yield a comparison, laid out part by part."""
    yield wrapped(f"{compared.a.name} beside {compared.b.name}")
    for part in parts(rules, compared, mode):
        yield ""
        yield wrapped(f"== {part.heading} ==")
        for said in part.said:
            yield ""
            yield wrapped(said)
        if part.rows:
            yield ""
            yield from _rows(part, compared)


def _rows(part: Part, compared: Comparison) -> Iterator[str]:
    alike = [row for row in part.rows if not row.differs]
    for row in part.rows:
        if row.differs:
            yield from _row(row, part, compared)
    if alike:
        same = "; ".join(f"{row.label}: {row.a.rstrip('.')}" for row in alike)
        yield wrapped(f"The same on both: {same}.", "  ", "    ")


def _row(row: Row, part: Part, compared: Comparison) -> Iterator[str]:
    if part.is_redlined and compared.a.end.treaty and compared.b.end.treaty:
        yield wrapped(f"{row.label}: {marked_up(redline(row.a, row.b))}", "  ", "    ")
        return
    if row.label:
        yield wrapped(f"{row.label}:", "  ")
    for side, cell in ((compared.a, row.a), (compared.b, row.b)):
        lead = f"    {side.name}: "
        for at, line in enumerate(cell.split("\n") if cell else ["nothing of this"]):
            yield wrapped(line, "      " if at else lead, "      ")
