"""Keys: what each of them does, and another one for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.tui.commands import Command, bindings, keys_said
from game.tui.keyboard import STAYING, given, keys_of, places, refusal, shipped, taken
from game.tui.play.keyline import KeyLine
from game.tui.screens.settings import SettingsScreen
from game.tui.settings import Settings, settings_of
from game.tui.texts import lines, plain, said
from game.tui.widgets.panel import Panel

KEYMAP = (
    Command(
        "key-shipped",
        "As shipped",
        "Gives the command under the cursor the key back that it was shipped with.",
        "b",
        "shipped",
    ),
    Command(
        "keys-shipped",
        "All as shipped",
        "Gives all commands the keys back that they were shipped with; it has to be pressed twice.",
        "a",
        "all_shipped",
    ),
    Command("leave-keys", "Back", "Goes back.", "escape,q", "dismiss", display="Esc"),
)
KEYS_CELLS, TITLE_CELLS = 22, 24
CHANGED = "*"
MUTED, WARNING = "$text-muted", "$warning"


class KeyAsked(ModalScreen[str | None]):
    """Waits for the new key of a command, and says why it cannot be one that is pressed."""

    DEFAULT_CSS = """
    KeyAsked { align: center middle; }
    KeyAsked > Panel { width: 64; height: auto; background: $surface; border: round $accent; }
    KeyAsked Static { height: auto; min-height: 4; }
    """
    takes_keys: ClassVar[bool] = True

    def __init__(self, command: Command) -> None:
        super().__init__()
        self.command = command

    def compose(self) -> ComposeResult:
        """Yield the question."""
        with Panel(title="A new key", state="Esc: the old one"):
            yield Static(lines(*self._question()), id="question")

    def on_key(self, event: events.Key) -> None:
        """Take the key, unless it is refused."""
        event.stop()
        if event.key == "escape":
            self.dismiss(None)
            return
        found, settings = places(), settings_of(self.app)
        why = refusal(event.key, event.is_printable, self.command, settings, found)
        if not why:
            self.dismiss(event.key)
            return
        words = lines(*self._question(), "", (why, WARNING))
        self.query_one("#question", Static).update(words)

    def _question(self) -> tuple[Content, Content]:
        asked = said("Press the new key for ", (self.command.title, "bold"), "; Esc keeps the old.")
        return asked, plain(self.command.help, style=MUTED)


class Keys(Screen[None]):
    """Lists every command of the game with its keys; what is changed holds at once."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = """
    Keys #all { height: 1fr; }
    Keys OptionList, Keys OptionList:focus {
        height: 1fr; border: none; padding: 0; scrollbar-size-vertical: 1;
    }
    Keys #help { height: 2; padding: 0 2; color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._commands = {command.id: command for command in _changeable()}
        self._is_warned = False
        """Whether it was said what pressing once more will do."""

    def compose(self) -> ComposeResult:
        """Yield the list, and what is said of the line under the cursor."""
        with Panel(title="Keys", state=f"Enter: another key   {CHANGED}: changed", id="all"):
            yield OptionList()
        yield Static(id="help")
        yield KeyLine()

    def on_mount(self) -> None:
        """List the keys as they are."""
        self.show_settings()
        options = self.query_one(OptionList)
        options.highlighted = 1
        options.focus()

    def show_settings(self) -> None:
        """List the keys as they are now; the cursor stays where it is."""
        options = self.query_one(OptionList)
        at = options.highlighted
        with self.prevent(OptionList.OptionHighlighted):
            options.set_options(self._options(settings_of(self.app)))
            options.highlighted = at

    def _options(self, settings: Settings) -> Iterator[Option]:
        """Yield a heading for each place, and a line for each command there."""
        keymap = dict(settings.keys)
        for place in places():
            yield Option(said((place.title, "bold $secondary")), disabled=True)
            for command in place.commands:
                if command.id in self._commands:
                    mark = CHANGED if command.id in keymap else " "
                    keys = plain(keys_said(replace(command, display=""), keymap), KEYS_CELLS)
                    line = said(
                        (f"{mark} ", "$accent"),
                        keys.pad_right(KEYS_CELLS + 1 - keys.cell_length).stylize("$accent"),
                        plain(command.title, TITLE_CELLS),
                    )
                    yield Option(line, id=command.id)

    @property
    def command(self) -> Command | None:
        """The command under the cursor."""
        option = self.query_one(OptionList).highlighted_option
        return None if option is None else self._commands[str(option.id)]

    @on(OptionList.OptionHighlighted)
    def explain(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the command under the cursor does."""
        self._say(self._commands[str(event.option.id)].help)

    @on(OptionList.OptionSelected)
    def ask(self, event: OptionList.OptionSelected) -> None:
        """Ask for another key for the command."""
        command = self._commands[str(event.option.id)]

        def give(key: str | None) -> None:
            settings = settings_of(self.app)
            if key is None or key in keys_of(command, settings):
                self._say(f"{command.title} keeps its key.")
            else:
                self._change(given(key, command, settings), f"{command.title} has its new key.")

        self.app.push_screen(KeyAsked(command), give)

    def action_shipped(self) -> None:
        """Give the command under the cursor its shipped key back."""
        command, settings = self.command, settings_of(self.app)
        if command is None:
            return
        keys = [key for key in command.key.split(",") if key not in STAYING]
        why = taken(keys, command, settings, places())
        if why and command.id in dict(settings.keys):
            self._say(why, WARNING)
        else:
            self._change(shipped(settings, command), f"{command.title} is as it was shipped.")

    def action_all_shipped(self) -> None:
        """Give all commands their shipped keys back, when it is pressed twice."""
        if self._is_warned:
            settings = settings_of(self.app)
            self._change(shipped(settings), "All keys are as they were shipped.")
        else:
            self._say("All your own keys will be forgotten. Press it once more for that.", WARNING)
            self._is_warned = True

    def _change(self, settings: Settings, sentence: str) -> None:
        self.post_message(SettingsScreen.Changed(settings))
        self._say(sentence)

    def _say(self, sentence: str, style: str = MUTED) -> None:
        self._is_warned = False
        self.query_one("#help", Static).update(plain(sentence, style=style))


def _changeable() -> Iterator[Command]:
    """Yield the commands that can have another key: a line's number is its key."""
    for place in places():
        yield from (command for command in place.commands if not command.family)
