"""The strip of parts: the present one marked, and as many before and after as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from game.coach.compare_parts import Kind, Part
from game.tui.glyphs_table import glyph, in_level
from game.tui.settings import settings_of
from game.tui.texts import said

SHORT = {
    Kind.PARTING: "Parting",
    Kind.PAST: "Past",
    Kind.STAYED: "Fortune",
    Kind.STANDING: "Standing",
    Kind.PAPERS: "Papers",
    Kind.TABLES: "Tables",
    Kind.TOLL: "Toll",
    Kind.COURT: "Court",
    Kind.LASTING: "Lasting",
    Kind.LEGACY: "Legacy",
    Kind.DISTANCE: "Distance",
}
"""What a part is called in the strip; a day is called by its sitting."""
SEASONS = "Seasons"
"""What a part is called that tells of several."""
BETWEEN, MORE = " · ", "…"
MUTED = "$text-muted"


def short(part: Part, *, is_present: bool) -> str:
    """Return what a part is called in the strip; a season has no sitting.

    >>> short(Part(Kind.STANDING, "Where they stood in spring 1854"), is_present=False)
    'Standing in spring 1854'
    """
    if part.kind is Kind.DAY and not part.sitting:
        return SEASONS if any(row.label for row in part.rows) else part.heading
    if part.kind is Kind.DAY:
        return f"sitting {part.sitting}" if is_present else str(part.sitting)
    _, then, season = part.heading.partition(" in ")
    return f"{SHORT[part.kind]}{then}{season}" if part.kind is Kind.STANDING else SHORT[part.kind]


def strip_of(found: Sequence[Part], at: int, width: int) -> Content:
    """Return the strip in so many cells: the present part, and those around it that fit.

    >>> parts = [Part(kind, "") for kind in (Kind.PARTING, Kind.COURT, Kind.LASTING)]
    >>> strip_of(parts, 1, 40).plain, strip_of(parts, 1, 24).plain
    ('Parting · ▸Court · Lasting', '… · ▸Court · Lasting')
    """
    if not found:
        return Content()
    first, after = at, at + 1
    while True:
        wider = [
            (one, other)
            for one, other in ((first, after + 1), (first - 1, after))
            if one >= 0 and other <= len(found) and _cells(found, at, one, other) <= width
        ]
        if not wider:
            break
        # The side that shows fewer is widened first.
        first, after = min(wider, key=lambda ends: abs((at - ends[0]) - (ends[1] - at - 1)))
    parts: list[tuple[str, str]] = [(MORE + BETWEEN, MUTED)] if first else []
    for one in range(first, after):
        is_present = one == at
        name = short(found[one], is_present=is_present)
        named = f"{glyph('cursor')}{name}" if is_present else name
        parts.append((named, "bold $accent" if is_present else MUTED))
        parts.append((BETWEEN, MUTED))
    parts[-1:] = [(BETWEEN + MORE, MUTED)] if after < len(found) else []
    return said(*parts)


def _cells(found: Sequence[Part], at: int, first: int, after: int) -> int:
    names = [short(found[one], is_present=one == at) for one in range(first, after)]
    more = (first > 0) + (after < len(found))
    return sum(map(len, names)) + 1 + len(BETWEEN) * (len(names) - 1 + more) + more


class Strip(Widget):
    """Shows the strip in one row."""

    DEFAULT_CSS = "Strip { height: 1; padding: 0 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[Part] = ()
        self._at = 0

    def show(self, found: Sequence[Part], at: int) -> None:
        """Show which of some parts is present."""
        self._parts, self._at = found, at
        self.refresh()

    def render(self) -> RenderResult:
        """Return the strip for the width there is."""
        width = self.content_size.width
        level = settings_of(self.app).level
        return in_level(strip_of(self._parts, min(self._at, len(self._parts) - 1), width), level)
