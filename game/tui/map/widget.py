"""The map as a Textual widget: cached strips of a frame that the canvas has drawn."""

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from game.tui.map.canvas import Frame, Mark, Row, draw, overlaid
from game.tui.map.chart import Chart
from game.tui.map.claims import MapState
from game.tui.map.glyphs import Level
from game.tui.map.palette import (
    HIGH_CONTRAST,
    MAP_ROOM,
    NIGHT_LAMP,
    PLAIN,
    Look,
    Palette,
    themed,
)
from game.tui.map.plate import FIRST_REGION, Plate, engrave
from game.tui.map.theatre import Theatre
from game.tui.map.words import describe
from game.tui.settings import settings_of


class MapCanvas(Widget):
    """Shows what a claim would make of the map; asks nothing and computes no rule.

    `show_state` redraws it for another claim, `show_window` for another part of the land,
    `show_marks` moves sprites and repaints only the cells they touch.
    """

    DEFAULT_CSS = """
    MapCanvas { width: 1fr; height: 1fr; min-width: 20; min-height: 6; }
    """

    class RegionPointed(Message):
        """A region of the map was clicked."""

        def __init__(self, canvas: "MapCanvas", region: str) -> None:
            super().__init__()
            self.canvas = canvas
            self.region = region

        @property
        def control(self) -> "MapCanvas":
            """The map that was clicked."""
            return self.canvas

    def __init__(
        self,
        theatre: Theatre,
        chart: Chart,
        *,
        window: str = "theatre",
        state: MapState | None = None,
        level: Level | None = None,
        palette: Palette | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """A palette that is given stays; otherwise the theme's darkness and NO_COLOR choose.

        A level that is not given is the one in the player's settings.
        """
        super().__init__(id=id, classes=classes)
        self.theatre, self.chart = theatre, chart
        self._window, self._given = window, palette
        self._level = level
        self._state = state if state is not None else chart.state({})
        self._marks: tuple[Mark, ...] = ()
        self._strips: dict[int, Strip] = {}
        self._styles: dict[Look, Style] = {}
        self._frame: Frame | None = None
        self._drawn_for: Size | None = None

    @property
    def state(self) -> MapState:
        """The claim that is shown."""
        return self._state

    @property
    def level(self) -> Level:
        """How fine the glyphs are."""
        return settings_of(self.app).level if self._level is None else self._level

    @property
    def palette(self) -> Palette:
        """The inks in use."""
        if self._given is not None:
            return self._given
        if self.app.no_color:
            return PLAIN
        theme = self.app.current_theme
        if "contrast" in theme.name:
            return themed(HIGH_CONTRAST, theme.variables)
        return themed(NIGHT_LAMP if theme.dark else MAP_ROOM, theme.variables)

    @property
    def plate(self) -> Plate:
        """The engraving for the present window and size."""
        width, height = max(1, self.size.width), max(1, self.size.height)
        return engrave(self.theatre, self.chart.window(self._window), width, height)

    @property
    def frame(self) -> Frame:
        """The finished map for the present claim, window, size and theme."""
        if self._frame is None or self._drawn_for != self.size:
            self._frame = draw(self.plate, self.chart, self._state, self.palette, self.level)
            self._drawn_for = self.size
            self._strips.clear()
        return self._frame

    @property
    def spoken(self) -> str:
        """The map in words."""
        return describe(self.chart, self._state)

    def show_state(self, state: MapState) -> None:
        """Show another claim."""
        if state != self._state:
            self._state = state
            self._redraw()

    def show_chart(self, chart: Chart, state: MapState) -> None:
        """Show another chart of the same geography, and a claim on it."""
        if (chart, state) != (self.chart, self._state):
            self.chart, self._state = chart, state
            self._redraw()

    def show_window(self, window: str) -> None:
        """Show another window of the chart, by name; marks belong to a window and go with it."""
        self.chart.window(window)
        if window != self._window:
            self._window = window
            self._marks = ()
            self._redraw()

    def show_level(self, level: Level) -> None:
        """Draw with finer or plainer glyphs."""
        self._level = level
        self._redraw()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Lay these marks over the map instead of the ones before; repaints their cells only."""
        touched = {(mark.column, mark.row) for mark in (*self._marks, *marks)}
        self._marks = marks
        for row in {row for _, row in touched}:
            self._strips.pop(row, None)
        self.refresh(*(Region(column, row, 1, 1) for column, row in sorted(touched)))

    def region_at(self, column: int, row: int) -> str | None:
        """The region under a cell; `None` at sea and on land that nobody disputes."""
        plate = self.plate
        if not (0 <= column < plate.width and 0 <= row < plate.height):
            return None
        code = plate.ground[row * plate.width + column]
        return plate.regions[code - FIRST_REGION] if code >= FIRST_REGION else None

    def render_line(self, y: int) -> Strip:
        """Return a row of the map, from the strips kept since the last change."""
        frame = self.frame
        if y >= len(frame.rows):
            return Strip.blank(self.size.width)
        strip = self._strips.get(y)
        if strip is None:
            marks = [mark for mark in self._marks if mark.row == y]
            row = overlaid(frame.rows[y], marks) if marks else frame.rows[y]
            strip = self._strips[y] = self._strip(row)
        return strip

    def on_mount(self) -> None:
        """Follow the theme."""
        self.app.theme_changed_signal.subscribe(self, self._on_theme)

    def on_unmount(self) -> None:
        """Follow it no more: whoever does is kept, with the whole screen around it."""
        self.app.theme_changed_signal.unsubscribe(self)

    def on_click(self, event: events.Click) -> None:
        """Tell which region was clicked."""
        region = self.region_at(event.x, event.y)
        if region is not None:
            self.post_message(self.RegionPointed(self, region))

    def _on_theme(self, theme: Theme) -> None:
        self._redraw()

    def _redraw(self) -> None:
        self._frame = None
        self.refresh()

    def _strip(self, row: Row) -> Strip:
        segments = [Segment(text, self._style(look)) for text, look in row]
        return Strip(segments, sum(len(text) for text, _ in row))

    def _style(self, look: Look) -> Style:
        style = self._styles.get(look)
        if style is None:
            style = self._styles[look] = Style(
                color=None if look.ink is None else RichColor.from_rgb(*look.ink),
                bgcolor=None if look.ground is None else RichColor.from_rgb(*look.ground),
                bold=look.is_bold or None,
                italic=look.is_italic or None,
            )
        return style
