"""Every play that is kept: to continue, to throw away, and to have back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from game.errors import AmurError
from game.files.trash import bring_back, throw_away
from game.tui.commands import Command, bindings
from game.tui.keyboard import keys_now
from game.tui.play.keyline import KeyLine
from game.tui.shelf import Kept, Shelf
from game.tui.texts import lines, plain, said
from game.tui.widgets.panel import Hatch, Panel

BRING_BACK = Command(
    "bring-back", "Undo", "Brings back what was thrown away last.", "u", "bring_back"
)
KEYMAP = (
    Command("plays-back", "Back", "Goes back to the title.", "escape", "dismiss", display="Esc"),
    Command(
        "throw-away",
        "Throw away",
        "Moves the play under the cursor into the trash.",
        "d",
        "throw_away",
    ),
    BRING_BACK,
)
WHEN_CELLS, TITLE_CELLS, SEAT_CELLS, STANDS_CELLS, DETAIL_CELLS = 17, 24, 16, 40, 300
MUTED = "$text-muted"
CONTINUE = "Enter: continue"
NOTHING = "No play is kept yet; New game on the title begins one."


class Plays(Screen[None]):
    """Lists the kept plays, the last one played first."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = """
    Plays #kept { height: 1fr; }
    Plays #list, Plays #list:focus { height: 1fr; border: none; padding: 0; }
    Plays #detail { height: 5; padding: 0 2; color: $text-muted; }
    """

    class Chosen(Message):
        """A play is to be taken up."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.plays: list[Kept] = []
        self._thrown: list[Path] = []
        """Where the plays lie in the trash that were thrown away here, the last one last."""
        self._results: dict[tuple[Path, datetime], str] = {}
        """How plays ended, as far as they were replayed; empty for one that goes on."""

    def compose(self) -> ComposeResult:
        """Yield the list, and what is known of the play under the cursor."""
        with Panel(title="Plays", id="kept"):
            yield OptionList(id="list")
            yield Hatch(NOTHING, id="nothing")
        yield Static(id="detail")
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Read the plays; one of them may just have been played."""
        self._list()

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Say what is known of the play under the cursor."""
        self.query_one("#detail", Static).update(_detail(self.plays[event.option_index]))

    @on(OptionList.OptionSelected)
    def take_up(self, event: OptionList.OptionSelected) -> None:
        """Continue the play."""
        self.post_message(self.Chosen(self.plays[event.option_index].path))

    def action_throw_away(self) -> None:
        """Throw the play under the cursor away."""
        at = self.query_one("#list", OptionList).highlighted
        if at is None:
            return
        try:
            self._thrown.append(throw_away(self.shelf.library, self.plays[at].path))
        except AmurError as error:
            self._say(str(error), "$warning")
            return
        self._list(at)
        self._say(f"It lies in the trash; {keys_now(self.app, BRING_BACK)} brings it back.")

    def action_bring_back(self) -> None:
        """Bring back the play that was thrown away last."""
        if not self._thrown:
            self._say("Nothing was thrown away here.")
            return
        try:
            path = bring_back(self.shelf.library, self._thrown[-1])
        except AmurError as error:
            self._say(str(error), "$warning")
            return
        self._thrown.pop()
        self._list()
        paths = [play.path for play in self.plays]
        self.query_one("#list", OptionList).highlighted = paths.index(path)
        self._say("It is kept again.")

    def _list(self, at: int | None = None) -> None:
        """Read all plays and list them, the cursor where it was or is to be."""
        self.plays = self.shelf.plays()
        plays = self.query_one("#list", OptionList)
        at = at if at is not None else plays.highlighted or 0
        with self.prevent(OptionList.OptionHighlighted):
            plays.set_options(_line(play, self._result(play)) for play in self.plays)
            plays.highlighted = min(at, len(self.plays) - 1) if self.plays else None
        plays.display = bool(self.plays)
        self.query_one("#nothing").display = not self.plays
        self.query_one("#kept", Panel).show_state(CONTINUE if self.plays else "")
        plays.focus()
        self._replay_all(tuple(self.plays))
        detail = Content() if plays.highlighted is None else _detail(self.plays[plays.highlighted])
        self.query_one("#detail", Static).update(detail)

    def _result(self, play: Kept) -> str:
        return self._results.get((play.path, play.when), "")

    @work(thread=True, exclusive=True)
    def _replay_all(self, plays: tuple[Kept, ...]) -> None:
        """Replay what was not replayed yet, and say of each play how it ended."""
        worker = get_current_worker()
        for play in plays:
            if worker.is_cancelled:
                return
            if (play.path, play.when) not in self._results:
                self._results[play.path, play.when] = self.shelf.result(play)
                self.app.call_from_thread(self._tell_result, play)

    def _tell_result(self, play: Kept) -> None:
        if play in self.plays and self._result(play):
            line = _line(play, self._result(play)).prompt
            plays = self.query_one("#list", OptionList)
            plays.replace_option_prompt_at_index(self.plays.index(play), line)

    def _say(self, sentence: str, style: str = MUTED) -> None:
        self.query_one("#detail", Static).update(plain(sentence, DETAIL_CELLS, style))


def _line(play: Kept, result: str) -> Option:
    """Return a play as a line: when, what, whose chair, and how it ended or how far it is."""
    when = plain(f"{play.when:%d %b %Y %H:%M}".ljust(WHEN_CELLS + 1), style=MUTED)
    if play.trouble:
        return Option(said(when, plain(play.path.name, STANDS_CELLS), (" cannot be read", MUTED)))
    return Option(
        said(
            when,
            _column(play.title, TITLE_CELLS),
            _column(play.seat, SEAT_CELLS),
            plain(result or play.stands, STANDS_CELLS, "" if result else MUTED),
        )
    )


def _column(text: str, cells: int) -> Content:
    content = plain(text, cells)
    return content.pad_right(max(0, cells - content.cell_length) + 1)


def _detail(play: Kept) -> Content:
    """Return a play's terms, what was decided in it last and where it is kept, or the trouble."""
    where = plain(str(play.path), DETAIL_CELLS)
    if play.trouble:
        return lines(plain(play.trouble, DETAIL_CELLS, "$warning"))
    told = [plain(f"{play.terms} · {play.stands}", DETAIL_CELLS)]
    if play.last:
        told.append(plain(f"Last: {play.last}", DETAIL_CELLS))
    if play.names:
        told.append(plain("Bookmarks: " + ", ".join(play.names), DETAIL_CELLS))
    return lines(*told, where)
