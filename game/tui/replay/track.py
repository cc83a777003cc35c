"""The track of a line: how far one is along it, where sittings begin, and what was remarked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from game.tui.glyphs_table import glyph, in_level
from game.tui.settings import settings_of
from game.tui.texts import lines, said

AHEAD = "$frame"


class Track(Widget):
    """Shows the way with the sittings as ticks, and a row of remarks above it if there are any."""

    DEFAULT_CSS = """
    Track { height: 1; padding: 0 1; }
    Track.-marked { height: 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._place = self._last = 0
        self._ticks: frozenset[int] = frozenset()
        self._marks: Mapping[int, str] = {}

    def show(self, place: int, last: int, ticks: Iterable[int], marks: Mapping[int, str]) -> None:
        """Show a place among so many; `ticks` begin a sitting, `marks` are single characters."""
        self._place, self._last = place, last
        self._ticks, self._marks = frozenset(ticks), marks
        self.set_class(bool(marks), "-marked")
        self.refresh()

    def render(self) -> RenderResult:
        """Return the rows."""
        return in_level(self.drawn(self.content_size.width), settings_of(self.app).level)

    def drawn(self, width: int) -> Content:
        """Return the track in so many cells."""
        cells = max(1, width)
        here = self._cell(self._place, cells)
        ticks = {self._cell(place, cells) for place in self._ticks}
        above = [" "] * cells
        for place, mark in sorted(self._marks.items(), reverse=True):
            above[self._cell(place, cells)] = mark
        way = [
            glyph("tick") if cell in ticks else glyph("done" if cell < here else "ahead")
            for cell in range(cells)
        ]
        way_told = said(
            ("".join(way[:here]), "$text-muted"),
            (glyph("agreed"), "bold $accent"),
            ("".join(way[here + 1 :]), AHEAD),
        )
        if not self._marks:
            return way_told
        return lines(("".join(above).rstrip(), "bold $secondary"), way_told)

    def _cell(self, place: int, cells: int) -> int:
        return min(place, self._last) * (cells - 1) // max(1, self._last)
