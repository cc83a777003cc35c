"""Settings: colours, the map's glyphs and how new plays are told, with the map to judge them by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.files.begun_with import FIRST_SCENARIO, MODES_SAID
from game.files.scenarios import read_scenario
from game.tui.commands import Command, bindings
from game.tui.glyphs_table import glyph
from game.tui.map.glyphs import Level
from game.tui.play.board import board
from game.tui.play.keyline import KeyLine
from game.tui.settings import Settings, settings_of
from game.tui.texts import lines, plain, said
from game.tui.theme import ANSI
from game.tui.widgets.panel import Panel

KEYMAP = (
    Command("keys", "Keys", "Gives commands other keys.", "k", "keys"),
    Command("leave-settings", "Back", "Goes back.", "escape,q", "dismiss", display="Esc"),
)
KEYS = "keys"
"""The line that leads to the keys."""
NO_COLOUR = "NO_COLOR is set: all is shown in greys, and the map in letters and textures."


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen, and how the settings are with it."""

    name: str
    title: str
    help: str
    settings: Settings


def choices(now: Settings) -> dict[str, tuple[Choice, ...]]:
    """Return what can be chosen, group by group, from settings as they are."""

    def coloured(theme: str, title: str, help: str) -> Choice:
        return Choice(theme, title, help, replace(now, theme=theme))

    def drawn(level: Level, title: str, help: str) -> Choice:
        return Choice(level.value, title, help, replace(now, level=level))

    def told(mode: str, help: str) -> Choice:
        return Choice(mode, MODES_SAID[mode].capitalize(), help, replace(now, mode=mode))

    return {
        "Colours": (
            coloured("night-lamp", "Dark", "Lamplight on dark paper."),
            coloured("map-room", "Light", "Ink on light paper."),
            coloured("high-contrast", "High contrast", "White, yellow and blue on black."),
            coloured(ANSI, "The terminal's own", "The sixteen colours your terminal has."),
        ),
        "Map glyphs": (
            drawn(Level.BRAILLE, "Braille dots", "The finest lines; most fonts have them."),
            drawn(Level.HALF, "Half blocks", "Coarser; for fonts without Braille."),
            drawn(Level.ASCII, "ASCII", "Letters only; for every terminal and screen reader."),
        ),
        "New plays are told in": (
            told("advisers", "What your people see and expect."),
            told("points", "The same, and the numbers behind it."),
        ),
    }


class SettingsScreen(Screen[None]):
    """Offers every setting; what is chosen holds at once."""

    class Changed(Message):
        """Other settings were chosen."""

        def __init__(self, settings: Settings) -> None:
            super().__init__()
            self.settings = settings

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = """
    SettingsScreen Horizontal { height: 1fr; }
    SettingsScreen #choices { width: 36; height: 1fr; }
    SettingsScreen OptionList, SettingsScreen OptionList:focus {
        height: auto; max-height: 100%; border: none; padding: 0; scrollbar-size-vertical: 1;
    }
    SettingsScreen #help { height: auto; margin: 1 0 0 0; color: $text-muted; }
    SettingsScreen #sample { width: 1fr; height: 1fr; padding: 0; }
    """

    def compose(self) -> ComposeResult:
        """Yield the choices beside the map."""
        with Horizontal():
            with Panel(title="Settings", state="Enter: choose", id="choices"):
                yield OptionList()
                yield Static(id="help")
            with Panel(title="The map", id="sample"):
                yield board(read_scenario(FIRST_SCENARIO).map)
        yield KeyLine()

    def on_mount(self) -> None:
        """Mark what is set."""
        self.show_settings()
        self.query_one(OptionList).focus()

    def show_settings(self) -> None:
        """Mark what is set now; the cursor stays where it is."""
        options = self.query_one(OptionList)
        at = options.highlighted
        options.set_options(self._options())
        options.highlighted = 1 if at is None else at

    def _options(self) -> Iterator[Option]:
        """Yield a heading for each group, and a line for each of its choices."""
        now = settings_of(self.app)
        for heading, group in choices(now).items():
            yield Option(said((heading, "bold $secondary")), disabled=True)
            for choice in group:
                mark = glyph("agreed" if choice.settings == now else "open", now.level)
                yield Option(said(f" {mark} ", choice.title), id=choice.name)
        yield Option(said(("Keys", "bold $secondary")), disabled=True)
        yield Option(said("   Other keys…"), id=KEYS)

    def _named(self, name: str) -> Choice | None:
        groups = choices(settings_of(self.app)).values()
        found = (choice for group in groups for choice in group if choice.name == name)
        return next(found, None)

    @on(OptionList.OptionHighlighted)
    def explain(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the choice under the cursor is."""
        choice = self._named(str(event.option.id))
        help = plain(
            "Which key does what; another can be given." if choice is None else choice.help
        )
        notice = [plain(NO_COLOUR, style="$warning")] if self.app.no_color else []
        self.query_one("#help", Static).update(lines(help, *notice))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Have the choice under the cursor hold from now on."""
        choice = self._named(str(event.option.id))
        if choice is None:
            self.action_keys()
        else:
            self.post_message(self.Changed(choice.settings))

    def action_keys(self) -> None:
        """Show which key does what."""
        # Imported here: it needs the tables of all screens.
        from game.tui.screens.keys import Keys

        self.app.push_screen(Keys())
