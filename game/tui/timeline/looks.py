"""What the timeline shows: the tree, and beside it what is known of the row under the cursor."""

from __future__ import annotations

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from game.coach.outline_words import opens_archives
from game.coach.words_for import counted, phrase
from game.record import OPENING, own_decisions
from game.record.roads import met
from game.session import Session
from game.state import State
from game.tui.map.widget import MapCanvas
from game.tui.play.board import board
from game.tui.play.keyline import KeyLine
from game.tui.screens.reading import Reading
from game.tui.settings import settings_of
from game.tui.texts import clipped, plain
from game.tui.timeline.forest import Forest
from game.tui.timeline.grove import Grove, Memory
from game.tui.timeline.in_seasons import drawn, table_at
from game.tui.timeline.legend import legend
from game.tui.timeline.stops import Stop
from game.tui.widgets.bare import Bare, BareColumn, BareRow
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose

SOON = 0.06
"""Seconds that the cursor rests on a row before it is told of; a key may be held till then."""
SLICE, BREATH = 16, 0.005
"""Nodes that are looked at in one go, and seconds in which keys are heard then."""
AFTER = 0.25
"""Seconds after which the record is looked through: first the screen is there."""
AT_ONCE = 500
"""Nodes of a record of which the ends can be looked at without being waited for."""
HINT = "Tab: {panes} · Space: read on · →: open a variation · o: open all"
PREVIEWS = ("happened", "paper", "land")
TITLES = {"happened": "What happened", "paper": "The paper", "land": "The map"}
STANDING = "How matters stood"
"""The title of what stands in the place of the paper in a season."""
LAYOUT = """
TimelineScreen #body { height: 1fr; }
TimelineScreen #tree { width: 1fr; height: 1fr; padding: 0; }
TimelineScreen #beside { width: 44%; height: 1fr; }
TimelineScreen #happened { height: 1fr; }
TimelineScreen #paper { height: auto; }
TimelineScreen #land { height: 38%; padding: 0; }
TimelineScreen #status { height: auto; max-height: 2; padding: 0 1; color: $text-muted; }
TimelineScreen.-normal #land { display: none; }
TimelineScreen.-normal.-see-land #land { display: block; }
TimelineScreen.-normal.-see-land #paper { display: none; }
TimelineScreen.-narrow #body { layout: vertical; }
TimelineScreen.-narrow #beside { width: 100%; height: 10; }
TimelineScreen.-narrow #happened, TimelineScreen.-narrow #paper, TimelineScreen.-narrow #land {
    display: none; height: 1fr;
}
TimelineScreen.-narrow.-see-happened #happened, TimelineScreen.-narrow.-see-paper #paper,
TimelineScreen.-narrow.-see-land #land { display: block; }
"""
"""Where the tree and the panes stand, as a style sheet of the screen."""


class Looks(Bare, Screen[str]):
    """Shows a session's tree, and tells of the row under the cursor."""

    def __init__(self, session: Session, memory: Memory | None = None) -> None:
        """`memory` is what was open and marked when the timeline was left, and is kept up."""
        super().__init__(classes="-see-happened")
        self.session = session
        self.rules = session.game
        self.memory = memory or Memory()
        self.grove = Grove(session, self.memory)
        if session.has_looked or self._is_known_to_have_ended():
            self.grove.open_archives()
        self._previews = PREVIEWS if self.rules.scenario.map is not None else PREVIEWS[:-1]
        self._seen = PREVIEWS[0]
        self._soon: Timer | None = None

    def _is_known_to_have_ended(self) -> bool:
        record = self.session.record
        return len(record.nodes) <= AT_ONCE and opens_archives(record, self.session.states)

    @property
    def marked(self) -> Stop | None:
        """The row that others are compared with."""
        return self.memory.marked

    def compose(self) -> ComposeResult:
        """Yield the tree, and beside it what is known of the row under the cursor."""
        with BareRow(id="body"):
            with Panel(title="The timeline", id="tree"):
                yield Forest(self._paint)
            with BareColumn(id="beside"):
                with Panel(title=TITLES["happened"], id="happened"):
                    yield Prose()
                with Panel(title=TITLES["paper"], id="paper"):
                    yield Static()
                if "land" in self._previews:
                    with Panel(title=TITLES["land"], id="land"):
                        yield board(self.rules.scenario.map)
        yield Static(id="status")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the tree, the cursor where the play stands; then look through all of it."""
        self._show(node=self.session.cursor)
        self.query_one(Forest).focus()
        self._say_what_there_is()
        self.set_timer(AFTER, self._look_through)

    def show_settings(self) -> None:
        """Paint with the glyphs that are set now."""
        self.query_one(Forest).repaint()
        self._preview()

    # What is shown.

    @property
    def stop(self) -> Stop:
        """The stop under the cursor."""
        stop = self.query_one(Forest).stop
        assert stop is not None, "the opening is always there"
        return stop

    def _paint(self, stop: Stop, width: int, has_cursor: bool) -> Content:
        part = self.grove.part(stop)
        part.painter.level = settings_of(self.app).level
        part.painter.marked = self.marked
        return part.painter.paint(stop, part.outline, width, has_cursor)

    def _show(self, *, node: int | None = None, key: tuple[bool, int] | None = None) -> None:
        """Show the rows there are, the cursor on the one that a node stands in, or of a key."""
        if node is not None:
            self.grove.reveal(node)
            row = self.grove.play.outline.row_of(node)
            key = (False, row[0] if row else OPENING)
        stops = self.grove.stops()
        at = next((at for at, stop in enumerate(stops) if stop.key == key), 0)
        self.query_one(Forest).show(stops, at)

    def say(self, words: str, ink: str = "$text-muted") -> None:
        """Say something below the tree."""
        self.query_one("#status", Static).update(plain(words, style=ink))

    def _say_what_there_is(self) -> None:
        panes = ", ".join(phrase(TITLES[pane]) for pane in self._previews[1:])
        self.say(HINT.format(panes=panes))
        record = self.session.record
        lines = max(1, len(record.ends()))
        title = clipped(record.names.get(OPENING, ""), 40)
        self.query_one("#tree", Panel).show_title(
            f"The timeline{f' of “{title}”' if title else ''}"
        )
        self.query_one("#tree", Panel).show_state(
            f"{counted(len(own_decisions(record)), 'decision')} in {counted(lines, 'line')}"
        )

    @on(Forest.Pointed)
    def point(self, event: Forest.Pointed) -> None:
        """Tell of the row that the cursor has come to rest on."""
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(SOON, self._preview)

    def _preview(self) -> None:
        stop = self.stop
        part = self.grove.part(stop)
        self.query_one("#happened", Panel).show_title(part.preview.heading(stop))
        self.query_one(Prose).show(*part.preview.happened(stop, part.outline))
        paper = self.query_one("#paper Static", Static)
        paper.update(part.preview.paper(stop, max(30, self._width_beside())))
        state = part.preview.state(stop)
        self.query_one("#paper", Panel).show_title(self._paper_title(state))
        for canvas in self.query(MapCanvas):
            canvas.show_chart(*drawn(self.rules, canvas.chart, state))

    def _paper_title(self, state: State | None) -> str:
        is_season = state is not None and table_at(self.rules, state) is None
        return STANDING if is_season else TITLES["paper"]

    def _width_beside(self) -> int:
        return self.query_one("#beside").size.width - 6

    @work(exclusive=True)
    async def _look_through(self) -> None:
        """Look for an end, which opens the archives, and for roads that meet, bit by bit."""
        worker, painter = get_current_worker(), self.grove.play.painter
        same: dict[int, int] = {}
        roads = met(self.session.record, self.session.states)
        for looked, (node, other) in enumerate(roads, 1):
            if other is not None:
                same[node] = other
            if self.grove.history is None and painter.ends.at(self.session.record, node):
                self.grove.open_archives()
                self._show(key=self.stop.key)
            if looked % SLICE == 0:
                await asyncio.sleep(BREATH)
                if worker.is_cancelled:
                    return
        painter.same = same
        if same:
            self.query_one(Forest).repaint()
            self._preview()

    # What is looked at.

    def action_next_untried(self) -> None:
        """Go to the next row after which something was never tried."""
        forest = self.query_one(Forest)
        stops = forest.stops
        order = [*range(forest.at + 1, len(stops)), *range(forest.at)]
        for at in order:
            stop = stops[at]
            if not stop.is_history and self.grove.play.painter.is_untried(stop):
                forest.action_go_to(at)
                return
        self.say("Nothing is left here that was never tried.")

    @on(Forest.Folded)
    def fold(self, event: Forest.Folded) -> None:
        """Open a variation, or fold it away."""
        self.grove.fold(event.on, opens=event.opens)
        self.grove.remember()
        self._show(key=event.on.key)

    def action_open_all(self) -> None:
        """Open every variation, or fold all but the line that is played."""
        key = self.stop.key
        if len(self.session.record.ends()) < 2:
            self.say("There is one line only; what if, and there will be others.")
            return
        self.grove.open_all()
        self.grove.remember()
        self._show(key=key)
        self.say("Every variation is open." if self.grove.opened is None else "Only yours is open.")

    def action_pane(self) -> None:
        """Show the next of what happened, the paper and the map, where not all have room."""
        self.remove_class(f"-see-{self._seen}")
        previews = self._previews
        self._seen = previews[(previews.index(self._seen) + 1) % len(previews)]
        self.add_class(f"-see-{self._seen}")

    def action_read_on(self) -> None:
        """Go a page down in what happened; from its end back to the beginning."""
        prose = self.query_one(Prose)
        if prose.scroll_offset.y >= prose.max_scroll_y:
            prose.scroll_home(animate=False)
        else:
            prose.scroll_page_down(animate=False)

    def action_legend(self) -> None:
        """Say what the signs mean."""
        self.app.push_screen(Reading("The signs of the tree", *legend()))
