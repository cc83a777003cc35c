"""The panes of a replay, and which of them are in view in a window of which width.

A wide window shows the words, the paper and the map; a middling one the words beside the paper or
the map; a narrow one of the three.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from game.rules import Rules
from game.state import State
from game.tui.play.board import board
from game.tui.play.story import Story
from game.tui.replay.paper import Paper
from game.tui.replay.remarks import Remarks
from game.tui.texts import said
from game.tui.widgets.panel import Panel

HAPPENED, PAPER, LAND = "happened", "paper", "land"
PANES = {HAPPENED: "What happened", PAPER: "The paper", LAND: "The map"}
"""Their ids, in the order of Tab, and what each is called."""
NARROW, NORMAL = "-narrow", "-normal"
BREAKPOINTS = [(0, NARROW), (100, NORMAL), (140, "-wide")]
BETWEEN = " · "
MUTED = "not bold $text-muted"

LAYOUT = """
ReplayScreen Panes { height: 1fr; }
ReplayScreen #told { width: 40%; min-width: 62; height: 1fr; }
ReplayScreen #beside { width: 1fr; height: 1fr; }
ReplayScreen #happened { height: 1fr; }
ReplayScreen #paper { height: auto; max-height: 60%; }
ReplayScreen #paper.-none { height: 9; }
ReplayScreen #land { height: 1fr; padding: 0; }

ReplayScreen.-normal #told { width: 1fr; min-width: 0; }
ReplayScreen.-normal #beside { width: 44%; }
ReplayScreen.-normal #paper, ReplayScreen.-normal #paper.-none { height: 1fr; max-height: 100%; }
ReplayScreen.-normal #land { display: none; }
ReplayScreen.-normal .-see-land #land { display: block; }
ReplayScreen.-normal .-see-land #paper { display: none; }

ReplayScreen.-narrow #told, ReplayScreen.-narrow #beside { width: 100%; min-width: 0; }
ReplayScreen.-narrow #paper, ReplayScreen.-narrow #paper.-none { height: 1fr; max-height: 100%; }
ReplayScreen.-narrow .-see-happened #beside { display: none; }
ReplayScreen.-narrow .-see-paper #told, ReplayScreen.-narrow .-see-land #told { display: none; }
ReplayScreen.-narrow .-see-paper #land, ReplayScreen.-narrow .-see-land #paper { display: none; }

ReplayScreen #said { height: auto; max-height: 3; padding: 0 2; color: $warning; }
ReplayScreen #said.-empty { display: none; }
ReplayScreen Input, ReplayScreen Input:focus { display: none; padding: 0 2; }
ReplayScreen.-asking Input, ReplayScreen.-asking Input:focus { display: block; }
"""
"""Where each pane stands, as a style sheet of the screen."""


class Panes(Horizontal):
    """Holds the panes, and goes from one to another."""

    def __init__(self, rules: Rules, seat: int, opening: State) -> None:
        super().__init__(classes=f"-see-{HAPPENED}")
        self.rules = rules
        self._known = [pane for pane in PANES if pane != LAND or rules.scenario.map is not None]
        self._seat, self._opening = seat, opening
        self._seen = HAPPENED

    def compose(self) -> ComposeResult:
        """Yield the panes, in two columns."""
        with Vertical(id="told"):
            story = Story(id="story")
            story.can_focus = False
            yield Panel(story, title=PANES[HAPPENED], id=HAPPENED)
            yield Remarks()
        with Vertical(id="beside"):
            yield Paper(self.rules, self._seat, self._opening, id=PAPER)
            if LAND in self._known:
                yield Panel(board(self.rules.scenario.map), title=PANES[LAND], id=LAND)

    def on_mount(self) -> None:
        """Name the panes that a narrow window does not show."""
        self._name_all()

    def on_resize(self) -> None:
        """Follow the width of the window."""
        self._name_all()

    def go_on(self) -> None:
        """Show the next pane; a middling window has the words in view anyway."""
        is_narrow = self.screen.has_class(NARROW)
        known = [pane for pane in self._known if is_narrow or pane != HAPPENED]
        at = known.index(self._seen) if self._seen in known else 0
        self._see(known[(at + 1) % len(known)])

    def toggle_map(self) -> None:
        """Show the map, or what was in its place."""
        self._see(HAPPENED if self._seen == LAND else LAND)

    def scroll_told(self, pages: int) -> None:
        """Go a page down or up in the pane in view; in a wide window in the words."""
        if self._seen == PAPER and self.screen.has_class(NARROW):
            self.query_one(Paper).scroll_by(pages)
        else:
            story = self.query_one(Story)
            rows = pages * max(1, story.size.height - 1)
            story.scroll_relative(y=rows, animate=False)

    def _see(self, pane: str) -> None:
        self._seen = pane
        for other in PANES:
            self.set_class(other == pane, f"-see-{other}")

    def _name_all(self) -> None:
        is_narrow = self.screen.has_class(NARROW)
        names = self._known
        for at, pane in enumerate(names):
            before = "".join(PANES[name] + BETWEEN for name in names[:at])
            after = "".join(BETWEEN + PANES[name] for name in names[at + 1 :]) + "  Tab"
            around = (said((before, MUTED)), said((after, MUTED))) if is_narrow else None
            self.query_one(f"#{pane}", Panel).stand_among(*(around or (Content(), Content())))
