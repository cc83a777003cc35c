"""What can be done on every screen: help, the palette, settings, colours, the codex, leaving."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, runtime_checkable

from textual.app import App
from textual.command import CommandPalette, Provider
from textual.screen import Screen

from game.errors import AmurError
from game.tui.commands import Command, Commands, bindings
from game.tui.keyboard import keys_now
from game.tui.settings import Settings, Value, changes, glanced
from game.tui.texts import clipped
from game.tui.theme import ANSI_VARIABLES, NAMES, THEMES
from game.tui.widgets.size_guard import SizeGuard

if TYPE_CHECKING:
    from game.scenario.model import AnyScenario
    from game.tui.screens.settings import SettingsScreen

KEYMAP = (
    Command(
        "help",
        "Help",
        "Shows every key of the screen you are on.",
        "f1",
        "help",
        display="F1",
        first=True,
    ),
    Command(
        "palette",
        "Commands",
        "Finds anything that can be done here by a word of its name.",
        "ctrl+p",
        "command_palette",
        shown=False,
        first=True,
    ),
    Command(
        "settings",
        "Settings",
        "Changes the colours, the glyphs of the map, the keys, and how new plays are told.",
        "f2",
        "settings",
        shown=False,
        display="F2",
        first=True,
    ),
    Command(
        "next-theme",
        "Colours",
        "Takes the next colours, and remembers them.",
        "t",
        "next_theme",
        shown=False,
    ),
    Command(
        "quit",
        "Quit",
        "Leaves the game; every decision is kept already.",
        "ctrl+q",
        "quit",
        shown=False,
        first=True,
    ),
)
LEAVE = Command(
    "leave-play",
    "Leave",
    "Leaves the play; it is kept, and Continue on the title takes it up again.",
    "q",
    "leave_play",
)
LONGEST_SENTENCE = 400
"""Cells of a sentence on what went wrong; a path in it may be any length."""
HOW_TO_LEAVE = "{quit} leaves the game, from anywhere; nothing is lost, every decision is kept."
OVER_ALL = ("help", "settings", "command_palette")
"""Actions that open something over whatever is shown."""


@runtime_checkable
class Settable(Protocol):
    """A screen that shows settings, or goes by them."""

    def show_settings(self) -> None:
        """Show the settings as they are now."""


@runtime_checkable
class Answering(Protocol):
    """A screen with a place of its own for a sentence in answer to a key."""

    def answer_key(self, sentence: str) -> bool:
        """Say a sentence there; return whether there is such a place now."""
        ...


@runtime_checkable
class TakesKeys(Protocol):
    """A screen that is told every key, whatever that does elsewhere."""

    takes_keys: ClassVar[bool]


class Everywhere(App[None]):
    """An application with the commands that every screen has."""

    KEYMAP: ClassVar[tuple[Command, ...]] = KEYMAP
    BINDINGS = bindings(KEYMAP)
    CSS = "SearchIcon { display: none; }"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Commands}

    def __init__(self) -> None:
        super().__init__()
        self.settings = glanced()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.settings.theme

    def on_mount(self) -> None:
        """Give commands the keys that the player has chosen for them."""
        self.set_keymap(dict(self.settings.keys))

    @abstractmethod
    def remember(self, changes: Mapping[str, Value]) -> None:
        """Keep changed settings in the player's library; raises `AmurError` when it cannot."""

    @property
    @abstractmethod
    def scenario(self) -> AnyScenario:
        """The scenario that the codex and the rules are asked of."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our variables, for a theme that is not ours and does not know them."""
        return ANSI_VARIABLES

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now: nothing opens over a card."""
        top = self.screen if self.screen_stack else None
        if isinstance(top, TakesKeys) or (isinstance(top, SizeGuard) and action in OVER_ALL):
            return False
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Show every key of the screen below; the same key goes back."""
        # Screens are imported when they are asked for: the title cannot wait for them.
        from game.tui.screens.help import Help

        self._open_or_leave(Help, lambda: Help(self.screen))

    def action_help_quit(self) -> None:
        """Say how one leaves, where no choice is covered by it."""
        quits = next(command for command in KEYMAP if command.id == "quit")
        says = HOW_TO_LEAVE.format(quit=keys_now(self, quits))
        if not (isinstance(self.screen, Answering) and self.screen.answer_key(says)):
            self.notify(says, markup=False)

    def action_settings(self) -> None:
        """Open the settings; the same key goes back."""
        from game.tui.screens.settings import SettingsScreen

        self._open_or_leave(SettingsScreen, SettingsScreen)

    def on_settings_screen_changed(self, event: SettingsScreen.Changed) -> None:
        """Go by other settings from now on."""
        self.change_settings(event.settings)

    def change_settings(self, settings: Settings) -> None:
        """Show everything by other settings, and remember them."""
        from game.tui.map.widget import MapCanvas

        written, self.settings = changes(self.settings, settings), settings
        self.theme = settings.theme
        self.set_keymap(dict(settings.keys))
        for screen in self.screen_stack:
            for canvas in screen.query(MapCanvas):
                canvas.show_level(settings.level)
            if isinstance(screen, Settable):
                screen.show_settings()
        try:
            self.remember(written)
        except AmurError as error:
            words = clipped(f"This holds until you leave: {error}", LONGEST_SENTENCE)
            self.notify(words, severity="warning", timeout=12, markup=False)

    def action_next_theme(self) -> None:
        """Take the next of our colours."""
        at = NAMES.index(self.theme) if self.theme in NAMES else -1
        self.change_settings(replace(self.settings, theme=NAMES[(at + 1) % len(NAMES)]))

    def action_codex(self) -> None:
        """Open the codex of the scenario at hand."""
        from game.tui.screens.codex import CodexScreen, pages_for

        scenario = self.scenario
        pages, title = pages_for(scenario), scenario.title
        self._open_or_leave(CodexScreen, lambda: CodexScreen(pages, scenario.sources, title=title))

    def action_rules(self) -> None:
        """Open the page of rules of the scenario at hand; where it has none, help."""
        from game.tui.screens.reading import rules_page

        page = rules_page(self.scenario)
        if page is None:
            self.action_help()
        else:
            self.push_screen(page)

    def _open_or_leave(self, kind: type[Screen[Any]], opened: Callable[[], Screen[Any]]) -> None:
        """Open a screen, or go back from it or towards it; the palette comes first."""
        if isinstance(self.screen, CommandPalette):
            return
        if any(isinstance(screen, kind) for screen in self.screen_stack):
            self.screen.dismiss()
        else:
            self.push_screen(opened())
