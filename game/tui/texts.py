"""The only way by which words reach a screen: as content, never as markup.

Whatever an author, a record or a player wrote is data: control codes, bidi marks and zero-width
characters show their names instead of acting, brackets are brackets, and what is too long for a
line is cut with an ellipsis.

>>> clipped("Muraviev-Amursky", 9)
'Muraviev…'
>>> said("signed ", ("[/b]", "bold")).plain
'signed [/b]'
"""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from game.coach.visible import visible

ELLIPSIS = "…"

Part = str | Content | tuple[str, str]
"""Words; words that are content already; or words and a style, as `$text-muted` or `bold`."""


def clipped(text: str, cells: int) -> str:
    """Return a text as one line of at most so many cells, with an ellipsis if it was cut."""
    line = visible(" ".join(text[: 4 * cells + 4].split()))
    if cell_len(line) <= cells and len(text) <= 4 * cells + 4:
        return line
    return set_cell_size(line, max(0, cells - 1)).rstrip() + ELLIPSIS


def plain(text: str, cells: int | None = None, style: str = "") -> Content:
    """Return a text as content; clipped to one line of so many cells where that is given."""
    return Content.styled(visible(text) if cells is None else clipped(text, cells), style)


def said(*parts: Part) -> Content:
    """Return parts joined to one content; each is data, and its style is ours."""
    return Content.assemble(*map(_content, parts))


def lines(*contents: Part) -> Content:
    """Return parts one below the other."""
    return Content("\n").join(map(_content, contents))


def _content(part: Part) -> Content:
    match part:
        case Content():
            return part
        case str():
            return plain(part)
        case (text, style):
            return plain(text, style=style)
