"""The comparison as one page to scroll: its lines are drawn as they come into view."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from game.coach.compare_parts import Part
from game.tui.compare.either import Comparison
from game.tui.compare.laying import Laid, laid
from game.tui.glyphs_table import glyph, in_level
from game.tui.settings import settings_of
from game.tui.texts import said


class Columns(ScrollView, can_focus=True):
    """Shows the parts of a comparison, and says which of them stands at the top."""

    DEFAULT_CSS = """
    Columns {
        height: 1fr; overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    """

    class Reached(Message):
        """Another part stands at the top."""

        def __init__(self, part: int) -> None:
            super().__init__()
            self.part = part

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts: Sequence[Part] = ()
        self._compared: Comparison | None = None
        self._is_whole = False
        self._laid = Laid((), ())
        self._strips: dict[int, Strip] = {}
        self.at = 0
        """The part that is present, counted from 0."""

    def show(self, found: Sequence[Part], compared: Comparison, *, is_whole: bool, at: int) -> None:
        """Show parts, one of them at the top."""
        self._parts, self._compared, self._is_whole = found, compared, is_whole
        self.lay(at)

    def lay(self, at: int | None = None) -> None:
        """Lay everything out anew, the present part or another at the top."""
        if self._compared is None or not self.cells:
            return
        level = settings_of(self.app).level
        self._laid = laid(self._parts, self._compared, self.cells, level, is_whole=self._is_whole)
        self._strips.clear()
        self.virtual_size = Size(self.cells, len(self._laid.lines))
        self.refresh()
        self.go_to(self.at if at is None else at)

    @property
    def cells(self) -> int:
        """The cells of a line."""
        return self.scrollable_content_region.width

    @property
    def text(self) -> str:
        """All that is shown, without its looks."""
        return "\n".join(line.plain.rstrip() for line in self._laid.lines)

    @property
    def seen(self) -> str:
        """The lines in view, without their looks."""
        top = self.scroll_offset.y
        rows = self._laid.lines[top : top + self.size.height]
        return "\n".join(line.plain.rstrip() for line in rows)

    def go_to(self, part: int) -> None:
        """Bring a part to the top, or as far up as there are lines below it."""
        if self._laid.tops:
            self._mark(min(max(0, part), len(self._laid.tops) - 1))
            top = self._laid.tops[self.at]
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def read_on(self) -> None:
        """Go a page down, leaving a line of the one before."""
        self.scroll_relative(y=max(1, self.size.height - 1), animate=False)

    def on_resize(self) -> None:
        """Follow the width of the window."""
        self.lay()

    def notify_style_update(self) -> None:
        """Draw the lines anew in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow which part stands at the top; one that was gone to stays while it is in view."""
        super().watch_scroll_y(old_value, new_value)
        tops = self._laid.tops
        top = round(new_value)
        if not tops or (self.at < len(tops) and top <= tops[self.at] < top + self._reach):
            return
        at_top = max((at for at, line in enumerate(tops) if line <= top), default=0)
        is_read = top > round(old_value) and self.is_vertical_scroll_end
        self._mark(len(tops) - 1 if is_read else at_top)

    @property
    def _reach(self) -> int:
        """How far below the top the heading of the present part may stand.

        At the end of the page the last parts cannot come to the top.
        """
        return self.size.height if self.is_vertical_scroll_end else 1

    def _mark(self, at: int) -> None:
        if at == self.at and self._strips:
            return
        for part in (self.at, at):
            if part < len(self._laid.tops):
                self._strips.pop(self._laid.tops[part], None)
        self.at = at
        self.refresh()
        self.post_message(self.Reached(at))

    def render_line(self, y: int) -> Strip:
        """Return a line of the page as it is in view."""
        width, line = self.size.width, y + self.scroll_offset.y
        if line >= len(self._laid.lines):
            return Strip.blank(width, self.rich_style)
        strip = self._strips.get(line)
        if strip is None:
            content = self._line(line)
            drawn = Visual.to_strips(self, content, width, 1, self.visual_style, pad=True)
            strip = self._strips[line] = drawn[0]
        return strip

    def _line(self, line: int) -> Content:
        content = self._laid.lines[line]
        if self._laid.tops[self.at] != line:
            return content
        mark = said((f"{glyph('cursor')} ", "$accent"), content)
        return in_level(mark, settings_of(self.app).level)
