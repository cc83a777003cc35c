"""A comparison laid out in lines for a window of some width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.content import Content

from game.coach.compare_parts import GOES_ON, NO_PAPER, Kind, Part, Row, Shares
from game.coach.compare_words import DEED
from game.coach.redline import Ink, redline
from game.tui.compare.either import Comparison, parted
from game.tui.glyphs_table import glyph, in_level
from game.tui.map.glyphs import Level
from game.tui.texts import plain, said
from game.tui.widgets.bars import bar
from game.tui.widgets.columns import beside, column_cells
from game.tui.widgets.prose import LONGEST_LINE

MUTED = "$text-muted"
NOTHING = "nothing of this"
"""Stands where only the other line has something."""
BAR_CELLS = 10
NOTHING_DIFFERS = "Nothing differs. Esc goes back; another place to compare with is chosen there."


class Laid(NamedTuple):
    """Lines, and where the parts begin among them."""

    lines: tuple[Content, ...]
    tops: tuple[int, ...]
    """For each part the line of its heading."""


def laid(
    found: Iterable[Part], compared: Comparison, width: int, level: Level, *, is_whole: bool
) -> Laid:
    """Return parts laid out in so many cells; `is_whole` gives all that is alike a line too."""
    lines: list[Content] = []
    tops = []
    for part in found:
        if lines:
            lines.append(Content())
        tops.append(len(lines))
        lines.append(plain(part.heading, style="bold $secondary"))
        lines += _part(part, compared, width, level, is_whole=is_whole)
    return Laid(tuple(in_level(line, level) for line in lines), tuple(tops))


def _part(
    part: Part, compared: Comparison, width: int, level: Level, *, is_whole: bool
) -> Iterator[Content]:
    prose = min(width, LONGEST_LINE)
    for paragraph in _said(part, compared):
        yield from paragraph.wrap(prose)
    same = [row for row in part.rows if not row.differs and row.label]
    for at, row in enumerate(part.rows):
        if row.differs or not row.label:
            shares = part.shares[at] if part.shares else (None, None)
            yield from _row(part, row, shares, width, level)
        elif is_whole:
            yield from said((f"{row.label}: {row.a}", MUTED)).wrap(prose)
    if same and not is_whole:
        told = "; ".join(f"{row.label}: {row.a.rstrip('.')}" for row in same)
        yield from said((f"The same on both: {told}.", MUTED)).wrap(prose)


def _said(part: Part, compared: Comparison) -> Iterator[Content]:
    """Yield the sentences of a part; what both lines have is muted, why they part is marked."""
    if part.kind is Kind.PARTING:
        yield from _parting(part, compared)
    elif part.kind is Kind.PAST:
        yield from (_told(text, MUTED) for text in part.said)
    else:
        yield from map(plain, part.said)


def _parting(part: Part, compared: Comparison) -> Iterator[Content]:
    fork, sentences = parted(compared), list(part.said)
    is_forked = fork.is_forked
    if is_forked:
        mark = f"{glyph('folded')} " if fork.common else ""
        yield said((mark + sentences.pop(0), MUTED))
    cause, *more = sentences
    yield said((f"{glyph('fork')} " if is_forked else "", "$accent"), (cause, "bold $accent"))
    yield from (plain(text, style="$warning") for text in more)
    if not (is_forked or fork.differs or more):
        yield plain(NOTHING_DIFFERS, style=MUTED)


def _row(part: Part, row: Row, shares: Shares, width: int, level: Level) -> Iterator[Content]:
    """Yield a row that differs: what it is about, and below it the two cells."""
    is_fork = part.kind is Kind.PARTING
    if part.is_redlined and NO_PAPER not in (row.a, row.b):
        a, b = ([cell] for cell in redlined(row.a, row.b))
    elif part.kind is Kind.DAY:
        a, b = _day(row.a, row.b), _day(row.b, row.a)
    elif part.shares:
        a, b = ([_share(cell, share, level)] for cell, share in zip(row[1:], shares, strict=True))
    else:
        a, b = ([_cell(cell, "bold" if is_fork else "")] for cell in row[1:])
    label = plain(row.label, style="$accent" if is_fork else MUTED)
    if row.label and not is_fork and _fits(label, (*a, *b), column_cells(width)):
        a, b = ([said(label, (": ", MUTED), *cell)] for cell in (a, b))
    elif row.label:
        yield from label.wrap(width)
    yield from beside(a, b, width)


def _fits(label: Content, told: Iterable[Content], cells: int) -> bool:
    """Return whether each cell has room in one line with its label before it."""
    return all(label.cell_length + len(": ") + cell.cell_length <= cells for cell in told)


def redlined(old: str, new: str) -> tuple[Content, Content]:
    """Return two texts: of the one what went is struck out, of the other what came is marked.

    >>> [text.plain for text in redlined("the bank lent", "the bank Russian")]
    ['the bank −lent', 'the bank +Russian']
    """
    words = redline(old, new)
    gone = [_marked(text, ink, "gone", f"strike {MUTED}") for text, ink in words]
    come = [_marked(text, ink, "come", "bold $accent") for text, ink in words]
    return said(*gone), said(*come)


def _marked(text: str, ink: Ink, shown: str, style: str) -> Content:
    """Return words as one of two texts has them: its own are marked, the other's left out."""
    if ink is Ink.SAME:
        return plain(text)
    if ink.value != shown:
        return Content()
    word = text.rstrip()
    return said((glyph(shown), style.removeprefix("strike ")), (word, style), text[len(word) :])


def _day(cell: str, other: str) -> list[Content]:
    """Return what one line tells of a sitting; what the other tells, too, is muted."""
    if not cell:
        return [plain(NOTHING, style=MUTED)]
    left = other.split("\n")
    found: list[Content] = []
    for text in cell.split("\n"):
        is_alike = text in left
        if is_alike:
            left.remove(text)
        if found and text.startswith(DEED):
            found.append(Content())
        found.append(_told(text, MUTED if is_alike else ""))
    return found


def _told(text: str, style: str) -> Content:
    if text.startswith(DEED):
        deed = text.removeprefix(DEED)
        return said((DEED, style or "$accent"), (deed, f"italic {style}".strip()))
    return plain(text, style=style)


def _cell(cell: str, style: str) -> Content:
    is_nothing = cell in ("", NO_PAPER, GOES_ON)
    return plain(cell or NOTHING, style=MUTED if is_nothing else style)


def _share(cell: str, share: int | None, level: Level) -> Content:
    if share is None:
        return plain(cell, style=MUTED)
    return said((bar(share, BAR_CELLS, level), "$secondary on $panel"), f" {cell}")
