"""The title: the river, and what one can do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.tui.commands import Command, bindings
from game.tui.keyboard import keys_now
from game.tui.play.keyline import KeyLine
from game.tui.screens.river import River
from game.tui.settings import settings_of
from game.tui.shelf import Kept
from game.tui.texts import lines, plain, said

MENU = (
    Command(
        "continue", "Continue", "Takes up the play you left last.", "c", "app.go_on", shown=False
    ),
    Command("new-game", "New game", "Begins a new play.", "n", "app.new_game", shown=False),
    Command("plays", "Plays", "Shows every play that is kept.", "p", "app.plays", shown=False),
    Command(
        "codex-title", "Codex", "Tells of people, places and terms.", "o", "app.codex", shown=False
    ),
    Command(
        "settings-title", "Settings", "Sets colours and keys.", "s", "app.settings", shown=False
    ),
    Command("quit-title", "Quit", "Leaves the game.", "q", "app.quit", shown=False),
)
"""The lines of the menu; those whose action the application does not have are left out."""
OPENING = "It is being opened…"
LAST_CELLS = 120
"""Cells of what is said of the play that was left last."""


class Title(Screen[None]):
    """Shows the name and the river, and has everything else opened."""

    KEYMAP = MENU
    BINDINGS = bindings(MENU)
    DEFAULT_CSS = """
    Title #side { width: 34; height: 1fr; padding: 1 1 0 3; }
    Title #name { height: auto; margin: 0 0 2 0; }
    Title #menu, Title #menu:focus {
        width: 24; height: auto; border: none; padding: 0; margin: 0 0 1 0;
    }
    Title #help { height: auto; color: $text-muted; }
    Title #river { width: 1fr; height: 1fr; margin: 1 1 0 0; }
    """

    class Known(Message):
        """It is known what was played last."""

        def __init__(self, last: str) -> None:
            super().__init__()
            self.last = last

    def __init__(self, plays: Callable[[], list[Kept]]) -> None:
        """`plays` returns what is kept, the last one played first; that may take a while."""
        super().__init__()
        self._plays = plays
        self._last = ""

    def compose(self) -> ComposeResult:
        """Yield the name and the menu beside the river."""
        with Horizontal():
            with Vertical(id="side"):
                yield Static(
                    lines(
                        ("The Amur Question", "bold $accent"),
                        ("Treaties, sitting by sitting", "$text-muted"),
                    ),
                    id="name",
                )
                yield OptionList(id="menu")
                yield Static(id="help")
            yield River(settings_of(self.app).level, id="river")
        yield KeyLine()

    def on_mount(self) -> None:
        """Give the keys to the menu."""
        self.query_one("#menu", OptionList).focus()

    def on_screen_resume(self) -> None:
        """List what can be done now; there may be a play to continue that was not there before."""
        menu = self.query_one("#menu", OptionList)
        at = menu.highlighted_option
        options = list(self._options())
        ids = [option.id for option in options]
        if [option.prompt for option in options] != [option.prompt for option in menu.options]:
            menu.set_options(options)  # Laid out each time, the screen would be painted twice.
        # One Enter too many continues a play, and never begins another.
        stays = at is not None and at.id in ids and at.id != MENU[1].id
        menu.highlighted = ids.index(at.id) if at is not None and stays else 0
        if MENU[0].id in ids:
            self.call_after_refresh(self._look_up)

    # Described, for Textual would else write out every scenario behind the plays.
    @work(thread=True, exclusive=True, description="last play")
    def _look_up(self) -> None:
        """Find out what was played last."""
        with suppress(OSError):  # whoever asks for the plays is told
            last = next((f"{kept.called}, {kept.chair}" for kept in self._plays()), "")
            self.post_message(self.Known(last.removesuffix(", ")))

    @on(Known)
    def tell_last(self, event: Known) -> None:
        """Say beside the line that continues it what was played last."""
        self._last = event.last
        self.tell_of_line()

    def tell_of_line(self) -> None:
        """Say what the line under the cursor does."""
        menu = self.query_one("#menu", OptionList)
        if menu.highlighted_option is not None:
            self._tell(_command(menu.highlighted_option.id))

    def say_opening(self) -> None:
        """Say that the play that was left last is being opened."""
        self.query_one("#help", Static).update(lines((OPENING, "$warning"), plain(self._last)))

    def show_settings(self) -> None:
        """Draw the river with the glyphs that are set; the menu is listed on coming back."""
        self.query_one(River).show_level(settings_of(self.app).level)

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the line does to which the cursor went."""
        self._tell(_command(event.option.id))

    def _tell(self, command: Command) -> None:
        is_known = command is MENU[0] and self._last
        last = (plain(self._last, LAST_CELLS, "$text"),) if is_known else ()
        self.query_one("#help", Static).update(lines(command.help, *last))

    @on(OptionList.OptionSelected)
    async def do(self, event: OptionList.OptionSelected) -> None:
        """Do what the line says."""
        await self.run_action(_command(event.option.id).action)

    def _options(self) -> Iterator[Option]:
        for command in MENU:
            if self._can(command):
                line = said(f" {command.title:<18}", (keys_now(self.app, command), "dim"))
                yield Option(line, command.id)

    def _can(self, command: Command) -> bool:
        action = command.action.removeprefix("app.")
        return hasattr(self.app, f"action_{action}") and bool(self.app.check_action(action, ()))


def _command(id: str | None) -> Command:
    return next(command for command in MENU if command.id == id)
