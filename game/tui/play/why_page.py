"""Why, over the lines that it is asked of: the number of another line turns to that one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from textual.content import Content

from game.tui.commands import bindings
from game.tui.play.keys import KEYMAP as IN_PLAY
from game.tui.screens import reading
from game.tui.texts import Part
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose

ANOTHER, NO_LINE = "1, 2 …: another line", "No line has that key"
NUMBERS = tuple(
    replace(command, help="Tells why of the line with that key.")
    for command in IN_PLAY
    if command.family
)


class WhyPage(reading.Reading):
    """Shows why of one line; a number asks of another, and decides nothing."""

    KEYMAP = (*reading.KEYMAP, *NUMBERS)
    BINDINGS = bindings(KEYMAP)

    def __init__(
        self, title: Part, parts: Iterable[Content], of_line: Callable[[int], Sequence[Content]]
    ) -> None:
        """`of_line` returns why of the line with a number; nothing where no line has it."""
        super().__init__(title, *parts)
        self._of_line = of_line

    @property
    def keys_told(self) -> str:
        """The keys that do something here."""
        return f"{ANOTHER}   {super().keys_told}"

    def action_number(self, number: int) -> None:
        """Tell why of another line."""
        parts = self._of_line(number)
        if parts:
            self.query_one(Prose).show(*parts)
        self.query_one(Panel).show_state(
            self.keys_told if parts else f"{NO_LINE}   {super().keys_told}"
        )
