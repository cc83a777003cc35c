"""The trash: what was thrown away, in this session or in an earlier one, to be had back."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import OptionList, Static

from game.errors import AmurError
from game.tui.commands import Command, bindings
from game.tui.play.keyline import KeyLine
from game.tui.screens.play_list import WIDE, PlayList
from game.tui.screens.play_told import LONGEST, MUTED, TITLE_CELLS, WARNING, detail
from game.tui.shelf import Shelf
from game.tui.texts import lines, plain, said
from game.tui.widgets.panel import Hatch, Panel

KEYMAP = (
    Command(
        "bring-this-back", "Bring back", "Keeps the play under the cursor again.", "u", "bring_back"
    ),
    Command("trash-back", "Back", "Goes back to the plays.", "escape", "dismiss", display="Esc"),
)
EMPTY = "Nothing was thrown away."
FOR_GOOD = "'amur plays empty-trash' in a shell deletes it all for good; the game never does."


class Trash(Screen[None]):
    """Lists the plays that were thrown away."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    DEFAULT_CSS = """
    Trash #both { height: 1fr; layout: vertical; }
    Trash.-wide #both { layout: horizontal; }
    Trash #thrown { width: 1fr; height: 1fr; }
    Trash #told { height: 11; }
    Trash.-wide #told { width: 60; height: 1fr; }
    """

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self._said = said()

    def compose(self) -> ComposeResult:
        """Yield the list, and what is known of the play under the cursor."""
        with Container(id="both"):
            with Panel(title="Trash", id="thrown"):
                yield PlayList(self.shelf.catalogue)
                yield Hatch(EMPTY, id="nothing")
            with Panel(title="The play", id="told"):
                yield Static(id="detail")
        yield KeyLine()

    def on_mount(self) -> None:
        """List what lies there, in the room there is."""
        self.set_class(self.app.size.width >= WIDE, "-wide")
        self._list()
        self.query_one(OptionList).focus()

    def _list(self) -> None:
        lying, plays = self.shelf.trash(), self.query_one(PlayList)
        plays.show(lying)
        plays.survey(tuple(lying))
        plays.display = bool(lying)
        self.query_one("#nothing").display = not lying
        self.query_one("#thrown", Panel).show_title(f"Trash · {len(lying)}" if lying else "Trash")
        self.query_one("#thrown", Panel).show_state("Enter: bring back" if lying else "")
        self._tell()

    @on(PlayList.Surveyed)
    def show_surveyed(self) -> None:
        """Show what is known now."""
        self._tell()

    @on(OptionList.OptionHighlighted)
    def look_at(self) -> None:
        """Say what is known of the play under the cursor."""
        self._said = said()
        self._tell()

    def _tell(self) -> None:
        kept = self.query_one(PlayList).chosen
        told = [self._said] if self._said.plain else []
        if kept is not None:
            told += [detail(kept, self.shelf.catalogue.known(kept.play), ())]
            told += [plain(FOR_GOOD, style=MUTED)]
        self.query_one("#told", Panel).display = bool(told)
        self.query_one("#told", Panel).show_title(
            plain(kept.called, TITLE_CELLS) if kept is not None else "The play"
        )
        self.query_one("#detail", Static).update(lines(*told))

    @on(OptionList.OptionSelected)
    def action_bring_back(self) -> None:
        """Keep the play under the cursor again."""
        from game.files.trash import bring_back

        kept = self.query_one(PlayList).chosen
        if kept is None:
            return
        try:
            bring_back(self.shelf.library, kept.path)
        except AmurError as error:
            self._said = plain(str(error), LONGEST, WARNING)
        else:
            self._said = plain(f"{kept.called} is kept again.", LONGEST, MUTED)
        self._list()
