"""The head of the play: how matters stand, in as many words as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.tui.texts import lines, said

MOST = 2
"""Lines that the head may take."""


class Standing(NamedTuple):
    """How matters stand, in pieces that a line does not part, and what is said between two."""

    pieces: tuple[Content, ...]
    between: str = " "

    def after(self, words: Content) -> Standing:
        """Return it with words before its first piece."""
        first, *others = self.pieces
        return Standing((said(words, first), *others), self.between)


def laid(standing: Standing, width: int) -> Iterator[Content]:
    """Yield lines of so many cells; only a piece that is longer than a line is parted.

    >>> stands = Standing((said("trust: little"), said("patience: fair")), " · ")
    >>> [line.plain for line in laid(stands, 22)]
    ['trust: little ·', 'patience: fair']
    """
    line = Content()
    for at, piece in enumerate(standing.pieces, 1):
        # Whatever another piece follows needs room for what is said between them.
        room = width if at == len(standing.pieces) else width - len(standing.between.rstrip())
        longer = said(line, standing.between, piece) if line.plain else piece
        if line.plain and longer.rstrip().cell_length > room:
            yield said(line, standing.between).rstrip()
            longer = piece
        *full, line = longer.wrap(room) if longer.cell_length > room else [longer]
        yield from full
    yield line.rstrip()


class Head(Widget):
    """Shows the fullest words that fit."""

    DEFAULT_CSS = """
    Head { height: auto; max-height: 2; padding: 0 1; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._forms: tuple[Standing, ...] = (Standing((Content(),)),)

    def show(self, *forms: Standing) -> None:
        """Show how matters stand; `forms` are from the fullest to the shortest."""
        self._forms = forms
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that the words take."""
        return len(self._fitting(width))

    def render(self) -> RenderResult:
        """Return the words that fit."""
        return lines(*self._fitting(self.content_size.width))

    @property
    def text(self) -> str:
        """What is shown, without its looks."""
        return " ".join(line.plain for line in self._fitting(self.content_size.width))

    def _fitting(self, width: int) -> list[Content]:
        forms = [list(laid(form, max(1, width))) for form in self._forms]
        return next((form for form in forms if len(form) <= MOST), forms[-1])
