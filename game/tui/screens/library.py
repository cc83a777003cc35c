"""Every play that is kept: to continue, to name, to copy, to throw away, and to have back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from game.tui.commands import Command, bindings
from game.tui.keyboard import keys_now
from game.tui.play.keyline import KeyLine
from game.tui.screens.library_deeds import Deeds
from game.tui.screens.library_keys import COPY, EXPORT, IMPORT, KEYMAP, OF_A_PLAY, TRASH
from game.tui.screens.play_list import WIDE, PlayList
from game.tui.screens.play_told import TITLE_CELLS, detail
from game.tui.shelf import Kept, Shelf
from game.tui.texts import lines, plain, said
from game.tui.widgets.panel import Hatch, Panel

if TYPE_CHECKING:
    from game.files.catalogue import Part

NOTHING = "No play is kept yet; New game on the title begins one"
NONE_SO = "No play has these words."
CONTINUE = "Enter: continue"


class Plays(Deeds):
    """Lists the kept plays, the last one played first, beside what is known of one."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    DEFAULT_CSS = """
    Plays #both { height: 1fr; layout: vertical; }
    Plays.-wide #both { layout: horizontal; }
    Plays #kept { height: 1fr; }
    Plays.-wide #kept { width: 1fr; height: 1fr; }
    Plays #words, Plays #words:focus { margin: 0; }
    Plays #told { height: 11; }
    Plays.-wide #told { width: 60; height: 1fr; }
    """

    class Chosen(Message):
        """A play is to be taken up."""

        def __init__(self, path: Path, *, shows_tree: bool = False) -> None:
            """`shows_tree` opens it with its timeline."""
            super().__init__()
            self.path = path
            self.shows_tree = shows_tree

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._words = Input(compact=True, id="words")
        self._plays = PlayList(shelf.catalogue)
        self.every: list[Kept] = []
        """All plays, those too that a search leaves out."""
        self._parts: list[Part] = []
        """What was seen in all of them."""

    def compose(self) -> ComposeResult:
        """Yield the list, and what is known of the play under the cursor."""
        with Container(id="both"):
            with Panel(title="Plays", id="kept"):
                yield self._words
                yield self._plays
                yield Hatch(self._nothing(), id="nothing")
            with Panel(title="The play", id="told"):
                yield Static(id="detail")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with all plays, and with the room there is."""
        self.set_class(self.app.size.width >= WIDE, "-wide")
        self._words.display = False
        self.show_settings()

    def show_settings(self) -> None:
        """Say which keys there are now."""
        self._words.placeholder = "words of a name, a chair, a day, an end"
        if self.every:
            self._show_states()

    def on_screen_resume(self) -> None:
        """Read the plays; one of them may just have been played."""
        self.read_again()
        if not self._words.display:
            self.query_one(OptionList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now: some need a play, one a search."""
        if action in OF_A_PLAY:
            return self.chosen is not None
        if action == "search":
            return bool(self.every)
        if action == "list":
            return self._words.has_focus
        return super().check_action(action, parameters)

    @property
    def chosen(self) -> Kept | None:
        """The play under the cursor."""
        return self._plays.chosen

    # What is shown.

    def read_again(self, at: Path | None = None) -> None:
        """Read all plays and list those that are searched for, the cursor on one of them."""
        self.every = self.shelf.plays()
        self._narrow_down(at)
        self._plays.survey(tuple(self.every))

    @on(Input.Changed)
    def search(self) -> None:
        """List the plays that have the words."""
        self._narrow_down()

    def _narrow_down(self, at: Path | None = None) -> None:
        from game.files.finding import has_words

        words, known = self._words.value, self.shelf.catalogue.known
        found = [
            kept
            for kept in self.every
            if has_words(words, kept.play, kept.scenario, known(kept.play))
        ]
        nothing = self.query_one("#nothing", Hatch)
        self._plays.show(found, at)
        self._plays.display = bool(found)
        nothing.display = not found
        nothing.query_one(Static).update(said(NONE_SO if self.every else self._nothing()))
        of = f"{len(found)} of " if len(found) != len(self.every) else ""
        count = f" · {of}{len(self.every)}" if self.every else ""
        self.query_one("#kept", Panel).show_title(f"Plays{count}")
        self._show_states()
        self.refresh_bindings()
        self.tell()

    def _nothing(self) -> str:
        return f"{NOTHING}, {keys_now(self.app, IMPORT)} takes one in."

    def _show_states(self, surveyed: int | None = None) -> None:
        """Say in the frames which keys do something, or how far the plays are counted."""
        counted = () if surveyed is None else (f"{surveyed} of {len(self.every)} counted",)
        self.query_one("#kept", Panel).show_state(
            " · ".join((*counted, *self._keys(IMPORT, TRASH)))
        )
        kept = (CONTINUE, *self._keys(COPY, EXPORT)) if self.chosen is not None else ()
        self.query_one("#told", Panel).show_state(" · ".join(kept))

    def _keys(self, *commands: Command) -> tuple[str, ...]:
        """Return the keys of some commands, each with what it does in a word."""
        return tuple(f"{keys_now(self.app, one)}: {one.title.lower()}" for one in commands)

    @on(OptionList.OptionHighlighted)
    def look_at(self) -> None:
        """Say what is known of the play under the cursor."""
        self.forget_said()
        self.tell()

    def tell(self) -> None:
        """Say what was done last, and what is known of the play under the cursor."""
        kept, told = self.chosen, self.query_one("#told", Panel)
        words = [self.said] if self.said.plain else []
        if kept is not None:
            words.append(detail(kept, self.shelf.catalogue.known(kept.play), self._parts_for(kept)))
        told.display = bool(words)
        told.show_title(plain(kept.called, TITLE_CELLS) if kept is not None else "The play")
        self.query_one("#detail", Static).update(lines(*words))

    def _parts_for(self, kept: Kept) -> list[Part]:
        """Return what was seen in all plays from the chairs of one."""
        heading = kept.play.heading
        chairs = frozenset[str]() if heading is None else heading.played
        return [part for part in self._parts if part.seat in chairs]

    @on(PlayList.Surveyed)
    def show_surveyed(self, event: PlayList.Surveyed) -> None:
        """Show what is known now, and how far that is."""
        if event.number is None:
            self._parts = self.shelf.catalogue.seen(kept.play for kept in self.every)
        self._show_states(event.number)
        self.tell()

    # What the keys do.

    @on(OptionList.OptionSelected)
    def take_up(self) -> None:
        """Continue the play."""
        if self.chosen is not None:
            self.post_message(self.Chosen(self.chosen.path))

    def action_timeline(self) -> None:
        """Continue the play, its tree first."""
        if self.chosen is not None:
            self.post_message(self.Chosen(self.chosen.path, shows_tree=True))

    def action_search(self) -> None:
        """Go to the line to search in."""
        self._words.display = True
        self._words.focus()

    @on(Input.Submitted)
    def action_list(self) -> None:
        """Go to the list."""
        self.query_one(OptionList).focus()

    def action_back(self) -> None:
        """Go back one step: out of the search, out of the plays."""
        if self._words.display:
            self.leave_search()
        else:
            self.dismiss()

    def leave_search(self) -> None:
        """List all plays again."""
        self._words.value = ""
        self._words.display = False
        self.query_one(OptionList).focus()
