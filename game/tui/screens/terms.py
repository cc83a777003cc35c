"""The terms of a new play: words or numbers, where it starts, and the seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus, Key
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from game.files.begun_with import MODES, MODES_SAID
from game.scenario.season_model import Twist
from game.tui.settings import settings_of
from game.tui.shelf import Wanted
from game.tui.texts import lines, plain, said

MODE, START, TWIST = "mode", "start", "twist"
FIRST = "the first day"
NO_TWIST = "none, the world as it was"
SEED = "Seed: "
LONGEST_SEED = 40
CELLS = 60
Term = TypeVar("Term", str, str | None)


class TermLines(OptionList):
    """From the last of them one goes on down to the seed."""

    class Passed(Message):
        """One goes on down from the last line."""

    def action_cursor_down(self) -> None:
        """Go a line down, or on from the last."""
        if self.highlighted == self.option_count - 1:
            self.post_message(self.Passed())
        else:
            super().action_cursor_down()


class Terms(Vertical):
    """Two lines that Enter changes, and a seed that may be typed."""

    BINDINGS = [Binding("up", "go_up", "Back to the lines", show=False)]
    DEFAULT_CSS = """
    Terms, Terms Horizontal { height: auto; }
    Terms Static { width: auto; }
    Terms Input, Terms Input:focus {
        width: 1fr; height: 1; border: none; padding: 0; background: $background;
    }
    """

    class Settled(Message):
        """The seed was entered: nothing is left to settle."""

    def __init__(self, wanted: Wanted, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.mode = wanted.mode or MODES[0]
        self._asked_mode = wanted.mode
        self.start = wanted.start
        self.seed = wanted.seed or ""
        self.starts: dict[str | None, str] = {None: FIRST}
        self._told: Mapping[str, str] = {}
        self.twist = next(iter(wanted.twists), None)
        self._twists: Mapping[str, Twist] = {}

    def compose(self) -> ComposeResult:
        """Yield the lines and the seed."""
        yield TermLines(id="lines")
        with Horizontal():
            yield Static(SEED)
            yield Input(
                self.seed,
                placeholder="empty has one drawn",
                max_length=LONGEST_SEED,
                select_on_focus=False,
                id="seed",
            )

    def on_mount(self) -> None:
        """Say how the terms stand; what was not asked for is as the player has set it."""
        self.mode = self._asked_mode or settings_of(self.app).mode
        self._show()

    def show_starts(self, titles: Mapping[str, str], told: Mapping[str, str]) -> None:
        """Offer the starts of another scenario, by id; the first has none.

        `told` is what is said of each.
        """
        self._told = told
        self.starts = {None: FIRST}
        self.starts.update(titles)
        self.start = self.start if self.start in self.starts else None
        self._show()

    def show_twists(self, twists: Mapping[str, Twist]) -> None:
        """Offer what may be otherwise in the world of a campaign, by id; none of it is the rule."""
        self._twists = twists
        self.twist = self.twist if self.twist in twists else None
        self._show()

    def settled(self, wanted: Wanted) -> Wanted:
        """Return what is wanted, on these terms."""
        seed = self.query_one("#seed", Input).value.strip()
        twists = () if self.twist is None else (self.twist,)
        return replace(wanted, mode=self.mode, start=self.start, seed=seed or None, twists=twists)

    @on(OptionList.OptionSelected, "#lines")
    def change(self, event: OptionList.OptionSelected) -> None:
        """Take the next of what a line offers."""
        event.stop()
        match event.option.id:
            case "mode":
                self.mode = after(self.mode, MODES)
            case "start":
                self.start = after(self.start, tuple(self.starts))
            case _:
                self.twist = after(self.twist, (None, *self._twists))
        self._show()

    @on(OptionList.OptionHighlighted, "#lines")
    def keep_to_oneself(self, event: OptionList.OptionHighlighted) -> None:
        """Keep the cursor's moves here."""
        event.stop()

    @on(TermLines.Passed)
    def go_to_seed(self) -> None:
        """Go on from the last line to the seed."""
        self.query_one("#seed").focus()

    def action_go_up(self) -> None:
        """Go from the seed back to the last line."""
        self.query_one("#lines").focus()

    def on_key(self, event: Key) -> None:
        """Take a digit that is typed on a line for the first of the seed."""
        seed = self.query_one("#seed", Input)
        if event.character is not None and event.character.isdigit() and not seed.has_focus:
            event.stop()
            seed.focus()
            seed.insert_text_at_cursor(event.character)

    @on(Input.Submitted)
    def settle(self) -> None:
        """Say that nothing is left to settle."""
        self.post_message(self.Settled())

    @on(DescendantFocus)
    @on(DescendantBlur)
    def make_room(self) -> None:
        """Tell of a term only while the terms are being settled: the chairs need the room."""
        self.call_after_refresh(self._show_again)

    def _show_again(self) -> None:
        if self.query(TermLines):  # the screen may have gone by then
            self._show()

    def _show(self) -> None:
        options = self.query_one("#lines", OptionList)
        at = options.highlighted or 0
        told = {MODE: said("Told in: ", (MODES_SAID[self.mode], "bold"))}
        if len(self.starts) > 1:
            words = self._told.get(self.start or "", "") if options.has_focus else ""
            told[START] = _line("Start: ", self.starts[self.start], words)
        if self._twists:
            twist = None if self.twist is None else self._twists[self.twist]
            title, words = (NO_TWIST, "") if twist is None else (twist.title, twist.text)
            told[TWIST] = _line("Twist: ", title, words if options.has_focus else "")
        options.set_options(Option(line, id) for id, line in told.items())
        options.highlighted = min(at, len(told) - 1)


def _line(what: str, how: str, words: str) -> Content:
    """Return how a term stands, and below it what is said of that."""
    title = said(what, plain(how, CELLS).stylize("bold"))
    return lines(title, (words, "$text-muted")) if words else title


def after(now: Term, every: tuple[Term, ...]) -> Term:
    """Return what comes next in a round.

    >>> after("b", ("a", "b")), after("a", ("a", "b"))
    ('a', 'b')
    """
    return every[(every.index(now) + 1) % len(every)]
