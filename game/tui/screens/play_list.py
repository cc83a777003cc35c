"""A list of kept plays under its headings, in columns that fit the window."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from game.tui.screens.play_told import Columns, heading_row, row
from game.tui.shelf import Kept

if TYPE_CHECKING:
    from game.files.catalogue import Catalogue

WIDE = 160
"""Columns of a window from which there is room for what is known of a play beside the list."""
EVERY = 0.1
"""Seconds between two looks at what was surveyed meanwhile."""


class PlayList(Vertical):
    """Shows plays, and more of them when they were surveyed; the cursor stays on its play."""

    DEFAULT_CSS = """
    PlayList { height: 1fr; }
    PlayList #over { height: 1; color: $text-muted; }
    PlayList OptionList, PlayList OptionList:focus {
        height: 1fr; border: none; padding: 0; scrollbar-size-vertical: 1;
        text-wrap: nowrap;
    }
    """

    class Surveyed(Message):
        """More is known of plays than before."""

        def __init__(self, number: int | None) -> None:
            """`number` of the plays were looked at so far; `None` where that was all of them."""
            super().__init__()
            self.number = number

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.plays: list[Kept] = []
        self._catalogue = catalogue
        self._unknown: set[int] = set()
        """The lines, by their place, that were drawn before their play was surveyed."""

    def compose(self) -> ComposeResult:
        """Yield the headings over the list."""
        yield Static(id="over")
        yield OptionList(id="list")

    @property
    def chosen(self) -> Kept | None:
        """The play under the cursor."""
        at = self.query_one(OptionList).highlighted if self.plays else None
        return None if at is None else self.plays[at]

    def show(self, plays: Iterable[Kept], at: Path | None = None) -> None:
        """List plays, the cursor on the one kept in a file; else as near as it was."""
        options = self.query_one(OptionList)
        before, was = self.chosen, options.highlighted or 0
        self.plays = list(plays)
        paths = [kept.path for kept in self.plays]
        for path in (at, before.path if before is not None else None):
            if path in paths:
                was = paths.index(path)
                break
        self._fill()
        with self.prevent(OptionList.OptionHighlighted):
            options.highlighted = min(was, len(paths) - 1) if paths else None

    # Described, for Textual would else write out every scenario behind the plays.
    @work(thread=True, exclusive=True, description="survey")
    def survey(self, plays: tuple[Kept, ...]) -> None:
        """Survey plays that were not surveyed yet, listed or not, and tell now and then of it."""
        worker = get_current_worker()
        told = monotonic()
        for number, kept in enumerate(plays, 1):
            if worker.is_cancelled:
                return
            self._catalogue.survey(kept.play)
            if monotonic() - told > EVERY:
                self.post_message(self.Surveyed(number))
                told = monotonic()
        self.post_message(self.Surveyed(None))

    def on_play_list_surveyed(self) -> None:
        """Show anew the plays of which more is known; the screen is told, too."""
        options, columns = self.query_one(OptionList), self._columns()
        for at in sorted(self._unknown):
            play = self.plays[at].play
            if (survey := self._catalogue.known(play)) is not None:
                line = row(self.plays[at], survey, columns)
                options.replace_option_prompt_at_index(at, line)
                self._unknown.discard(at)

    def on_resize(self) -> None:
        """Lay the columns out for the room there is."""
        options = self.query_one(OptionList)
        at = options.highlighted
        self._fill()
        with self.prevent(OptionList.OptionHighlighted):
            options.highlighted = at

    def _fill(self) -> None:
        options, columns = self.query_one(OptionList), self._columns()
        self.query_one("#over", Static).update(heading_row(columns))
        surveys = [self._catalogue.known(kept.play) for kept in self.plays]
        self._unknown = {at for at, survey in enumerate(surveys) if survey is None}
        with self.prevent(OptionList.OptionHighlighted):
            options.set_options(
                Option(row(kept, survey, columns))
                for kept, survey in zip(self.plays, surveys, strict=True)
            )

    def _columns(self) -> Columns:
        """Return the columns for the room there is, a scrollbar's beside them."""
        return Columns.within(max(0, self.size.width - 1))
