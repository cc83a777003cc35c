"""A list of lines, and what is said below it: what a line does, or why a key did nothing."""

from __future__ import annotations

from abc import abstractmethod

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from game.tui.keyboard import keys_now
from game.tui.play.act_lines import Lines
from game.tui.play.helped import help_of, in_rows
from game.tui.play.keys import WHY
from game.tui.play.options import Offer
from game.tui.texts import Part, said
from game.tui.widgets.panel import Panel


class Saying(Panel):
    """Says something below its lines."""

    DEFAULT_CSS = """
    Saying #help { height: auto; color: $text-muted; padding: 1 0 0 0; }
    Saying #help.-empty { display: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        self._said = Content()
        super().__init__(id=id)
        self._said_of: Offer | None = None
        self._is_hint = False

    def compose(self) -> ComposeResult:
        """Yield the list and the help below it."""
        yield Lines()
        yield Static(id="help")

    @property
    @abstractmethod
    def current(self) -> Offer | None:
        """The line under the cursor; `None` where nothing can be chosen, or is seen."""

    @property
    @abstractmethod
    def is_waiting(self) -> bool:
        """Whether something was decided and nothing has come of it yet: nothing can be then."""

    def show_help(self) -> None:
        """Say what the line under the cursor does, or why it may not be chosen now."""
        offer = self.current
        self.say("" if offer is None else help_of(offer))

    def hint(self, sentence: str) -> None:
        """Say why a key did nothing, until another is pressed."""
        self.say((sentence, "$warning"))
        self._is_hint = True

    def let_hint_go(self) -> None:
        """Say no more why a key did nothing: another was pressed."""
        if self._is_hint:
            if self.is_waiting:
                self.say("")
            else:
                self.show_help()

    def say(self, text: Part) -> None:
        """Say something in the place of the help, until the cursor moves; empty says nothing."""
        self._is_hint = False
        self._said = content = said(text)
        line = self.query_one("#help", Static)
        self._write_help()
        line.set_class(not content.plain, "-empty")
        self.set_class(bool(content.plain), "-helped")
        self._said_of = self.current
        self._loosen()

    def limit_help(self, rows: int | None) -> None:
        """Leave what is said below the lines so many rows; `None` leaves it what there is."""
        line = self.query_one("#help", Static)
        if rows is None:
            line.styles.clear_rule("max_height")
        else:
            line.styles.max_height = rows + line.styles.padding.height
        self._write_help()

    def on_resize(self) -> None:
        """Say what there is room for, and where."""
        super().on_resize()
        self._write_help()
        self._loosen()

    def _write_help(self) -> None:
        """Write what was said, or as much of it as a narrow window has rows for."""
        line, width = self.query_one("#help", Static), self.scrollable_content_region.width
        most = line.styles.max_height
        rows = int(most.value) - line.styles.padding.height if most and most.is_cells else None
        line.update(in_rows(self._said, width, rows, keys_now(self.app, WHY)))

    def _loosen(self) -> None:
        """Let the help follow the last line where there is room for all, else keep to the foot."""
        help = 1 + len(self._said.wrap(max(1, self.size.width)))
        rows = sum(lines.virtual_size.height for lines in self.query(Lines))
        self.set_class(rows + help <= self.size.height, "-loose")
