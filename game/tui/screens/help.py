"""Help: every key of a screen and of the game, made from the tables that the keys obey."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen

from game.tui.commands import Command, bindings, commands_of, keys_said
from game.tui.settings import settings_of
from game.tui.texts import said
from game.tui.widgets.hanging import Hanging, Row
from game.tui.widgets.panel import Panel

KEYMAP = (Command("close-help", "Back", "Goes back.", "escape,q,enter", "dismiss", display="Esc"),)
ALSO = (
    ("↑ ↓", "The cursor", "Arrows move it in a list, or the text up and down; Enter chooses."),
    ("PgUp PgDn", "A page", "They move a list or the text by a page, Home and End to its ends."),
    ("Tab", "The next part", "Tab goes on to the next part of a screen, Shift+Tab back."),
)
"""What Textual's own widgets do everywhere."""

KEYS_CELLS = 16


@runtime_checkable
class Explaining(Protocol):
    """A screen that has more to explain than its keys."""

    def explained(self) -> Iterator[Row]:
        """Yield it as rows."""
        ...


class Help(ModalScreen[None]):
    """Shows the keys of the screen beneath until a leaving key is pressed."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = """
    Help { align: center middle; }
    Help > Panel { width: 86; max-width: 100%; height: auto; max-height: 94%; }
    Help > Panel { background: $surface; }
    Help VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    """

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        # Asked before this lies on top: what can be done depends on the screen in front.
        self._here, self._everywhere = rows_of(below)
        self._more = [*below.explained(), ("", said(""))] if isinstance(below, Explaining) else []

    def compose(self) -> ComposeResult:
        """Yield the tables, the screen's own first."""
        here = [_heading("On this screen"), *self._here, ("", said(""))] if self._here else []
        rows = (
            *here,
            *self._more,
            _heading("On every screen"),
            *self._everywhere,
            *map(_row, ALSO),
        )
        with Panel(title="Help", state="Esc: back"), VerticalScroll():
            yield Hanging(rows, KEYS_CELLS)

    def on_mount(self) -> None:
        """Give the arrows to the text."""
        self.query_one(VerticalScroll).focus()


def rows_of(screen: Screen[Any]) -> tuple[list[Row], list[Row]]:
    """Return what a screen's keys do, and what the application's do."""
    keymap = dict(settings_of(screen.app).keys)
    found = list(commands_of(screen))
    own = [command for node, command in found if node is not screen.app]
    every = [command for node, command in found if node is screen.app]
    return list(_rows(own, keymap)), list(_rows(every, keymap))


def _rows(commands: list[Command], keymap: dict[str, str]) -> Iterator[Row]:
    """Yield a row for each command, and one for all commands of a family."""
    for family, alike in groupby(commands, lambda command: command.family or command.id):
        first, *rest = alike
        keys = keys_said(first, keymap)
        if rest:
            yield _row((f"{keys} to {keys_said(rest[-1], keymap)}", family, first.help))
        else:
            yield _row((keys, first.title, first.help))


def _row(told: tuple[str, str, str]) -> Row:
    keys, title, sentence = told
    return keys, said((title, "bold"), "  ", (sentence, "$text-muted"))


def _heading(words: str) -> Row:
    return "", said((words, "bold $secondary"))
