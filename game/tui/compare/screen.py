"""Two lines side by side: part by part, with the land that each of them leaves."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from game.coach.compare_parts import Part
from game.rules import Game
from game.tui.commands import bindings
from game.tui.compare.columns import Columns
from game.tui.compare.either import Comparison, Side, has_whole, is_of_table, stands, swapped, told
from game.tui.compare.keys import KEYMAP, WHOLE
from game.tui.compare.maps import Maps
from game.tui.compare.strip import Strip
from game.tui.glyphs_table import in_level
from game.tui.keyboard import keys_now
from game.tui.play.keyline import KeyLine
from game.tui.settings import settings_of
from game.tui.texts import lines, plain, said
from game.tui.widgets.columns import beside, column_cells
from game.tui.widgets.panel import Panel

MUTED = "$text-muted"
OF_TABLE, OF_CAMPAIGN = ("only what differs", "everything"), ("in short", "season by season")
"""How a comparison is told: less, and whole."""
IN_TURN = ("", "a", "b")
"""What a narrow window shows one after the other: the words, and each line's map."""


class CompareScreen(Screen[None]):
    """Shows a comparison; reads and swaps it, and decides nothing."""

    AUTO_FOCUS = "Columns"
    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (140, "-wide")]
    DEFAULT_CSS = """
    CompareScreen { align-horizontal: center; }
    CompareScreen > Strip, CompareScreen > Panel { max-width: 152; }
    CompareScreen > Panel { height: 1fr; }
    CompareScreen #names { height: auto; }
    CompareScreen.-maps > Strip, CompareScreen.-maps > #compared { display: none; }
    CompareScreen > Maps { display: none; }
    CompareScreen.-maps > Maps { display: block; }
    CompareScreen.-narrow Maps.-see-a #map-b { display: none; }
    CompareScreen.-narrow Maps.-see-b #map-a { display: none; }
    """

    def __init__(self, rules: Game, compared: Comparison, mode: str) -> None:
        super().__init__()
        self.rules = rules
        self.compared = compared
        self.mode = mode
        self.is_whole = False
        self._parts: Sequence[Part] = ()
        self._map = ""
        """The map that was asked for last: `a` or `b`; empty while the words are shown."""

    def compose(self) -> ComposeResult:
        """Yield the strip of parts, the names of the lines, and the two columns."""
        yield Strip()
        with Panel(title="Side by side", id="compared"):
            yield Static(id="names")
            yield Columns()
        yield KeyLine()

    def on_mount(self) -> None:
        """Tell the comparison from its beginning."""
        self._show(0)

    def on_resize(self) -> None:
        """Fit the names to the columns below them."""
        self.call_after_refresh(self._show_names)

    def show_settings(self) -> None:
        """Show everything with the glyphs that are set now."""
        self._show_names()
        self.query_one(Strip).refresh()
        self.query_one(Columns).lay()

    @on(Columns.Reached)
    def follow(self, event: Columns.Reached) -> None:
        """Mark in the strip which part is present."""
        self.query_one(Strip).show(self._parts, event.part)

    # What the keys do.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now."""
        if action == "maps":
            return self.rules.scenario.map is not None
        if action == "whole" and not has_whole(self.compared):
            return False
        return action not in ("part", "whole", "read_on") or not self._map

    def action_part(self, by: int) -> None:
        """Go to the next part, or to the one before."""
        columns = self.query_one(Columns)
        columns.go_to(columns.at + by)

    def action_read_on(self) -> None:
        """Go a page down."""
        self.query_one(Columns).read_on()

    def action_whole(self) -> None:
        """Tell it whole, or less of it; the part at the top stays there."""
        present = self._parts[self.query_one(Columns).at]
        self.is_whole = not self.is_whole
        kinds = [part.kind for part in self._tell()]
        self._show(kinds.index(present.kind) if present.kind in kinds else 0)

    def action_swap(self) -> None:
        """Put each line in the other's place."""
        self.compared = swapped(self.rules, self.compared)
        self._show(self.query_one(Columns).at)
        for maps in self.query(Maps):
            maps.show(self.compared)

    def action_maps(self) -> None:
        """Show the maps, or the words again."""
        if self.has_class("-narrow"):
            self._see(IN_TURN[(IN_TURN.index(self._map) + 1) % len(IN_TURN)])
        else:
            self._see("" if self._map else "a")

    async def action_explain(self) -> None:
        """Show the keys, as F1 does."""
        await self.app.run_action("help")

    def action_back(self) -> None:
        """Go back from the maps, or leave."""
        if self._map:
            self._see("")
        else:
            self.dismiss()

    def _see(self, letter: str) -> None:
        self._map = letter
        if letter and not self.query(Maps):
            self.mount(Maps(self.rules, self.compared), before=self.query_one(KeyLine))
        for maps in self.query(Maps):
            maps.see(letter or "a")
        self.set_class(bool(letter), "-maps")
        self.refresh_bindings()
        if not letter:
            self.query_one(Columns).focus()

    # What is shown.

    def _tell(self) -> list[Part]:
        return told(self.rules, self.compared, self.mode, is_whole=self.is_whole)

    def _show(self, at: int) -> None:
        self._parts = self._tell()
        columns = self.query_one(Columns)
        is_alike = self.is_whole and is_of_table(self.compared)
        columns.show(self._parts, self.compared, is_whole=is_alike, at=at)
        self.query_one(Strip).show(self._parts, columns.at)
        ways = OF_TABLE if is_of_table(self.compared) else OF_CAMPAIGN
        now, other = reversed(ways) if self.is_whole else ways
        state = f"{now}   {keys_now(self.app, WHOLE)}: {other}" if has_whole(self.compared) else now
        self.query_one("#compared", Panel).show_state(state)
        self._show_names()

    def _show_names(self) -> None:
        """Name the lines over their columns, with how each ended."""
        width = self.query_one(Columns).cells
        if not width:
            return
        cells = column_cells(width)
        a, b = (
            self._named(letter, one, cells)
            for letter, one in zip("AB", (self.compared.a, self.compared.b), strict=True)
        )
        named = in_level(lines(*beside([a], [b], width)), settings_of(self.app).level)
        self.query_one("#names", Static).update(named)

    def _named(self, letter: str, one: Side, cells: int) -> Content:
        name = said((f"{letter}  ", MUTED), plain(one.name, cells - 3, "bold"))
        return lines(name, plain(f"   {stands(self.rules, one)}", cells, MUTED))
