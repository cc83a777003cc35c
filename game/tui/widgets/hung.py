"""Lines that hang: what does not fit of one goes on where its words began."""

from __future__ import annotations

from textual.content import Content
from textual.css.styles import RulesMap
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

from game.tui.texts import lines, said

KEY = 2
"""Cells of a key before the words of a line, its blank among them."""
BULLET, ASCII_BULLET = "• ", "- "
"""What an item begins with."""


class Hung(Visual):
    """Shows a content each of whose lines is set in as a whole, the first by what it begins with.

    >>> print(Hung(said("1 Ask him first.\\n  You learn it."), KEY).at(10).plain)
    1 Ask him
      first.
      You
      learn
      it.
    """

    def __init__(self, content: Content, first: int) -> None:
        """`first` is the cells by which the first line's further lines are set in."""
        super().__init__()
        self.content = content
        self._first = first
        self._hung = 0, content

    def __str__(self) -> str:
        return self.content.plain

    def at(self, width: int) -> Content:
        """Return the content as it stands in so many cells."""
        if self._hung[0] != width:
            self._hung = width, lines(*self._lines(width))
        return self._hung[1]

    def _lines(self, width: int) -> list[Content]:
        found = []
        for number, line in enumerate(self.content.split("\n", allow_blank=True)):
            cells = _set_in(line.plain) or (0 if number else self._first)
            if not 0 < cells <= width // 4:
                found += line.wrap(width)
                continue
            first, words = line[:cells], line[cells:]
            for at, part in enumerate(words.wrap(width - cells)):
                found.append(said(" " * cells if at else first, part))
        return found

    def rows(self, width: int) -> int:
        """Return the rows that it takes in so many cells."""
        return self.at(width).plain.count("\n") + 1

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines as they are painted."""
        return self.at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells of the longest line."""
        return self.content.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the rows that it takes in so many cells."""
        return self.rows(width)


class HungText(Static):
    """Shows a text in which items hang."""

    def hang(self, content: Content) -> None:
        """Show another text."""
        self.update(Hung(content, 0))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return what was selected, as it stands in its lines."""
        visual = self.visual
        if not isinstance(visual, Hung):
            return super().get_selection(selection)
        return selection.extract(visual.at(self.size.width).plain), "\n"


def _set_in(line: str) -> int:
    """Return the cells before the words of a line: its blanks, and the bullet of an item."""
    words = line.lstrip(" ")
    is_item = words.startswith((BULLET, ASCII_BULLET))
    return len(line) - len(words) + (len(BULLET) if is_item else 0)
