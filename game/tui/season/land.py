"""The land of a campaign: the map as the season has it, part by part, with the boats on it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.timer import Timer

from game.files.shared_map import theatre_of
from game.scenario.map_model import Map
from game.tui.map.canvas import Mark
from game.tui.map.chart import Chart
from game.tui.map.claims import MapState
from game.tui.map.seasons import Drawn, Going, told
from game.tui.map.sprites import flotilla
from game.tui.map.widget import MapCanvas
from game.tui.play.board import theatre_in
from game.tui.widgets.panel import Panel

FRAMES, FRAME = 8, 0.03
"""Steps in which boats come to where they are, and seconds between two."""
WAY = 160
"""Thousandths of the river that they are seen to come."""


class Waters(MapCanvas):
    """A map on which boats go."""

    def __init__(self, written: Map, drawn: Drawn) -> None:
        theatre = theatre_in(theatre_of(written))
        super().__init__(theatre, drawn.chart, state=drawn.state)
        self._boats: tuple[Going, ...] = ()
        self._at = {place.id: place.at for place in theatre.places}
        self._coming: Timer | None = None
        self._left = 0

    def show_season(self, chart: Chart, state: MapState, boats: tuple[Going, ...]) -> None:
        """Show the land of another season; boats that have only set out are seen to come."""
        self.show_chart(chart, state)
        is_news = boats != self._boats and bool(boats)
        self._boats = boats
        self._left = FRAMES if is_news and self.app.animation_level != "none" else 0
        if self._left and self._coming is None:
            self._coming = self.set_interval(FRAME, self._come)
        self.call_after_refresh(self._lay)

    def show_window(self, window: str) -> None:
        """Show another window of the chart, by name, with the boats that are in it."""
        super().show_window(window)
        self.call_after_refresh(self._lay)

    def on_resize(self) -> None:
        """Lay the boats where they are on a map of another size."""
        self.call_after_refresh(self._lay)

    def _come(self) -> None:
        self._left = max(0, self._left - 1)
        if not self._left and self._coming is not None:
            self._coming.stop()
            self._coming = None
        self._lay()

    def _lay(self) -> None:
        """Lay the boats on the river."""
        plate, level, palette = self.plate, self.level, self.palette
        marks: list[Mark] = []
        for boats in self._boats:
            near = self._at.get(boats.near)
            at = None if near is None else plate.per_mille_near(boats.river, near)
            if at is not None:
                way = max(0, at - WAY * self._left // FRAMES)
                marks += flotilla(plate, boats.river, way, palette, level)
        self.show_marks(tuple(marks))


class Land(Panel):
    """Shows the map, and which part of it."""

    DEFAULT_CSS = """
    Land { border: round $frame; padding: 0; }
    """

    def __init__(self, written: Map, drawn: Drawn, *, id: str | None = None) -> None:
        super().__init__(title="The map", id=id)
        self._written = written
        self._drawn = drawn
        self._windows = list(written.windows)
        self._window = self._windows[0]

    def compose(self) -> ComposeResult:
        """Yield the map, which takes the keys."""
        waters = Waters(self._written, self._drawn)
        waters.can_focus = True
        yield waters

    @property
    def canvas(self) -> Waters:
        """The map itself."""
        return self.query_one(Waters)

    def show(self, drawn: Drawn) -> None:
        """Show the land as another season has it, or with another place under the cursor."""
        self._drawn = drawn
        self.canvas.show_season(drawn.chart, drawn.state, drawn.boats)
        self._say()

    def zoom(self, by: int) -> None:
        """Show the next part of the land, or the one before."""
        at = (self._windows.index(self._window) + by) % len(self._windows)
        self._window = self._windows[at]
        self.canvas.show_window(self._window)
        self._say()

    def _say(self) -> None:
        title = self._drawn.chart.title
        name = self._window.replace("-", " ")
        self.show_title(title if self._window == self._windows[0] else f"{title}: {name}")

    @property
    def words(self) -> tuple[str, ...]:
        """The map in words."""
        return told(self._drawn, {place.id: place.name for place in self.canvas.theatre.places})
