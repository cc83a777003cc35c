"""A panel whose text may be longer than its frame: then its foot says how the rest is read."""

from __future__ import annotations

from textual.containers import VerticalScroll

from game.tui.widgets.panel import Panel

GO_THERE, GO_ON, READ_ON = "Tab, then ↓: more", "↓: more", "Space: more"


class Overflowing(Panel):
    """Holds something that scrolls, and says at its foot that there is more of it."""

    def on_mount(self) -> None:
        """Follow what is in view, and who has the keys."""
        inner = self.query_one(VerticalScroll)
        for what in ("scroll_y", "virtual_size", "has_focus"):
            self.watch(inner, what, self.say_more, init=False)

    def on_resize(self) -> None:
        """Say it for the room there is now."""
        super().on_resize()
        self.call_after_refresh(self.say_more)

    @property
    def is_at_end(self) -> bool:
        """Whether the last words are in view."""
        inner = self.query_one(VerticalScroll)
        return inner.scroll_y >= inner.max_scroll_y

    @property
    def reads_on(self) -> str:
        """Which keys bring more into view."""
        return GO_ON if self.query_one(VerticalScroll).has_focus else GO_THERE

    def read_on(self) -> bool:
        """Go a page down; return whether anything was left to be read."""
        goes_down = bool(self.display) and not self.is_at_end
        if goes_down:
            self.query_one(VerticalScroll).scroll_page_down(animate=False)
        return goes_down

    def say_more(self) -> None:
        """Say at the foot how the rest is read, if there is any."""
        self.show_state("" if self.is_at_end else self.reads_on)
