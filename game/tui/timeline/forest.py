"""The rows of a tree as one widget: only those in view are painted, and each but once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from game.tui.commands import Command, bindings
from game.tui.timeline.stops import Stop

KEYMAP = (
    Command("row-up", "Up", "Goes a row up.", "up,k", "move(-1)", shown=False),
    Command("row-down", "Down", "Goes a row down.", "down,j", "move(1)", shown=False),
    Command("page-up", "Page up", "Goes a page up.", "pageup", "page(-1)", shown=False),
    Command("page-down", "Page down", "Goes a page down.", "pagedown", "page(1)", shown=False),
    Command("first-row", "Opening", "Goes to the opening.", "home", "go_to(0)", shown=False),
    Command("last-row", "Last", "Goes to the last row.", "end", "go_to(-1)", shown=False),
    Command(
        "fold",
        "Fold",
        "Folds the variation away at its first row; elsewhere goes to the row before.",
        "left",
        "fold",
        shown=False,
    ),
    Command(
        "unfold",
        "Open",
        "Opens the variation under the cursor; elsewhere goes a row down.",
        "right",
        "unfold",
        shown=False,
    ),
)
Paint = Callable[[Stop, int, bool], Content]
"""Given a stop, the cells there are and whether the cursor is on it, returns its row."""


class Forest(ScrollView, can_focus=True):
    """Shows stops as rows and moves a cursor over them."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = """
    Forest { height: 1fr; scrollbar-size-vertical: 1; overflow-x: hidden; }
    """

    class Pointed(Message):
        """The cursor is on another stop."""

        def __init__(self, stop: Stop) -> None:
            super().__init__()
            self.on = stop

    class Folded(Message):
        """A variation is to be folded away, or opened."""

        def __init__(self, stop: Stop, *, opens: bool) -> None:
            super().__init__()
            self.on = stop
            self.opens = opens

    def __init__(self, paint: Paint, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paint = paint
        self.stops: Sequence[Stop] = ()
        self.at = 0
        self._strips: dict[tuple[int, bool, bool], Strip] = {}
        self._width = 0

    @property
    def stop(self) -> Stop | None:
        """The stop under the cursor."""
        return self.stops[self.at] if self.stops else None

    def show(self, stops: Sequence[Stop], at: int) -> None:
        """Show other rows, the cursor on one of them."""
        self.stops = stops
        self.at = min(max(0, at), max(0, len(stops) - 1))
        self.virtual_size = Size(0, len(stops))
        self.repaint()
        self.call_after_refresh(self._come_into_view)
        self._tell()

    def repaint(self) -> None:
        """Paint every row anew: something is told of them otherwise."""
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the row at a height of the window."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if width != self._width:
            self._strips.clear()
            self._width = width
        if at >= len(self.stops):
            return Strip.blank(width, self.rich_style)
        key = (at, at == self.at, self.has_focus)
        strip = self._strips.get(key)
        if strip is None:
            content = self._paint(self.stops[at], width, at == self.at)
            if at == self.at:
                ground = "block-cursor" if self.has_focus else "block-cursor-blurred"
                content = content.pad_right(max(0, width - content.cell_length))
                content = content.stylize_before(f"on ${ground}-background")
            found = Visual.to_strips(self, content, width, 1, self.visual_style, pad=True)
            strip = self._strips[key] = found[0]
        return strip

    def action_move(self, by: int) -> None:
        """Go up or down, as far as there are rows."""
        self._stand(self.at + by)

    def action_page(self, by: int) -> None:
        """Go a page up or down."""
        self._stand(self.at + by * max(1, self.size.height - 1))

    def action_go_to(self, at: int) -> None:
        """Go to a row, counted from the last backward where it is below 0."""
        self._stand(at if at >= 0 else len(self.stops) + at)

    def action_fold(self) -> None:
        """Fold the variation away that begins here; elsewhere go to the row that this stands on."""
        stop = self.stop
        if stop is None:
            return
        if stop.row.is_variation and not stop.row.folded:
            self.post_message(self.Folded(stop, opens=False))
            return
        above = (at for at in range(self.at - 1, -1, -1) if stop.stands_on(self.stops[at]))
        self._stand(next(above, self.at))

    def action_unfold(self) -> None:
        """Open the variation that is folded here; elsewhere go a row down."""
        stop = self.stop
        if stop is not None and stop.row.folded:
            self.post_message(self.Folded(stop, opens=True))
        else:
            self.action_move(1)

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked; a second click opens or folds it."""
        at = event.y + self.scroll_offset.y
        if at == self.at and self.stop is not None and self.stop.row.folded:
            self.action_unfold()
        elif at < len(self.stops):
            self._stand(at)

    def on_focus(self) -> None:
        """Show the cursor as the one that the keys move."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as one that rests."""
        self.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._come_into_view()

    def _stand(self, at: int) -> None:
        at = min(max(0, at), max(0, len(self.stops) - 1))
        if at == self.at:
            return
        before, self.at = self.at, at
        self._come_into_view()
        for row in (before, at):
            self.refresh_line(row)
        self._tell()

    def _come_into_view(self) -> None:
        self.scroll_to_region(Region(0, self.at, 1, 1), animate=False, force=True, x_axis=False)

    def _tell(self) -> None:
        if self.stop is not None:
            self.post_message(self.Pointed(self.stop))
