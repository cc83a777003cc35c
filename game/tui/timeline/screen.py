"""The timeline of a play: every line of it as a tree, to be walked, marked and gone on from."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from game.coach.compare import Side, compare, side
from game.coach.outline_words import opens_archives
from game.coach.words_for import counted, sentence
from game.errors import AmurError
from game.record import OPENING, Glyph, Name, Note, Promotion, Sign, node_called
from game.record.outline import Row
from game.record.roads import met
from game.session import Session
from game.tui.commands import bindings
from game.tui.keyboard import keys_now
from game.tui.map.widget import MapCanvas
from game.tui.play.board import board, claimed
from game.tui.play.keyline import KeyLine
from game.tui.settings import settings_of
from game.tui.texts import clipped, plain
from game.tui.timeline.forest import Forest
from game.tui.timeline.grove import Grove
from game.tui.timeline.keys import COMPARE, KEYMAP, MARK_A
from game.tui.timeline.stops import Stop
from game.tui.widgets.asked import Asked
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
HINT = "Tab: the paper, the map · →: open a variation · u: something never tried · F1: every key"
NO_HISTORY = (
    "The documented line can be looked at once a line of this play has come to its end: what was "
    "really done is no plan."
)
JUMPS = "A node's number, a name, or main, fair, here, opening."
TAKES_AWAY = "An empty line takes it away."
LONGEST = 1000
"""Cells of a name or a note."""
PREVIEWS = ("happened", "paper", "land")
TITLES = {"happened": "What happened", "paper": "The paper", "land": "The map"}


class TimelineScreen(Screen[str]):
    """Shows the tree of a session; gone with what is to be said where the play stands elsewhere."""

    class FromHistory(Message):
        """A new play is to go on from a node of the documented line."""

        def __init__(self, node: int) -> None:
            super().__init__()
            self.node = node

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (140, "-wide")]
    DEFAULT_CSS = """
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

    def __init__(self, session: Session) -> None:
        super().__init__(classes="-see-happened")
        self.session = session
        self.rules = session.rules
        self.grove = Grove(session)
        if len(session.record.nodes) <= AT_ONCE and opens_archives(session.record, session.states):
            self.grove.open_archives()
        self.marked: Stop | None = None
        self._seen = PREVIEWS[0]
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the tree, and beside it what is known of the row under the cursor."""
        with Horizontal(id="body"):
            with Panel(title="The timeline", id="tree"):
                yield Forest(self._paint)
            with Vertical(id="beside"):
                with Panel(title=TITLES["happened"], id="happened"):
                    yield Prose()
                with Panel(title=TITLES["paper"], id="paper"):
                    yield Static()
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
        self.say(HINT)
        record = self.session.record
        lines = max(1, len(record.ends()))
        title = clipped(record.names.get(OPENING, ""), 40)
        self.query_one("#tree", Panel).show_title(
            f"The timeline{f' of “{title}”' if title else ''}"
        )
        self.query_one("#tree", Panel).show_state(
            f"{counted(len(record.nodes), 'decision')} in {counted(lines, 'line')}"
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
        settled = part.preview.papers(stop)
        for canvas in self.query(MapCanvas):
            nothing = canvas.chart.state({})
            canvas.show_state(
                nothing if settled is None else claimed(self.rules, canvas.chart, settled, 0)
            )

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

    # Walking.

    @on(Forest.Folded)
    def fold(self, event: Forest.Folded) -> None:
        """Open a variation, or fold it away."""
        self.grove.fold(event.on, opens=event.opens)
        self._show(key=event.on.key)

    def action_open_all(self) -> None:
        """Open every variation, or fold all but the line that is played."""
        key = self.stop.key
        self.grove.open_all()
        self._show(key=key)
        self.say("Every variation is open." if self.grove.opened is None else "Only yours is open.")

    def action_stand(self) -> None:
        """Go on with the play from here."""
        stop = self.stop
        if stop.is_history:
            self._go_on_from_history(stop)
        else:
            self._move(lambda: self.session.go_to(stop.node), "You stand at another decision now.")

    def action_what_if(self) -> None:
        """Stand before the decision under the cursor."""
        stop = self.stop
        if stop.is_history:
            self.say("History's decisions are played on from with Enter.", "$warning")
        else:
            self._move(
                lambda: self.session.what_if(stop.row.decided),
                "What if? Decide otherwise: fortune stays as it was, the same man, the courier on "
                "the same day.",
            )

    def _go_on_from_history(self, stop: Stop) -> None:
        """Add the documented line to a play of history's own men, or begin one."""
        if self.session.record.heading.seed != stop.record.heading.seed:
            app = self.app
            self.dismiss("")
            app.post_message(self.FromHistory(stop.node))
            return
        self._move(
            lambda: self.session.graft(stop.record.path(stop.node)),
            "You stand in the documented line; from here it is yours.",
        )

    def _move(self, how: Callable[[], object], note: str) -> None:
        try:
            how()
            self.session.advance()
        except AmurError as error:
            self.say(sentence(str(error)), "$warning")
        else:
            self.dismiss(note)

    # Comparing.

    def action_mark_a(self) -> None:
        """Mark the row under the cursor as the one that others are compared with, or no more."""
        is_marked = self.marked is not None and self.marked.key == self.stop.key
        self.marked = None if is_marked else self.stop
        self.query_one(Forest).repaint()
        c, a = (keys_now(self.app, key) for key in (COMPARE, MARK_A))
        self.say(
            "No row is marked."
            if is_marked
            else f"This row is A: {c} puts another beside it, {a} takes the mark back."
        )

    def action_compare(self) -> None:
        """Put the row under the cursor beside A, or beside where the play stands."""
        stop = self.stop
        other = self.marked or self._here()
        if other.key == stop.key:
            a = keys_now(self.app, MARK_A)
            self.say(f"Go to another row first; {a} marks one to compare with.", "$warning")
        else:
            self._compare(other, stop)

    def action_history(self) -> None:
        """Put the row under the cursor beside the documented line."""
        history = self.grove.history
        if history is None:
            self.say(NO_HISTORY, "$warning")
            return
        line = history.record
        end = history.outline.row_of(line.cursor)
        self._compare(Stop(line, Row(end, "", False, 0), True), self.stop)

    def _here(self) -> Stop:
        record = self.session.record
        row = self.grove.play.outline.row_of(self.session.cursor)
        return Stop(record, Row(row, "", False, 0), False)

    def _compare(self, a: Stop, b: Stop) -> None:
        # Imported here: the tree can be walked without it.
        from game.tui.compare.screen import CompareScreen

        try:
            found = compare(self.rules, self._side(a), self._side(b))
        except AmurError as error:
            self.say(sentence(str(error)), "$warning")
            return
        mode = self.session.record.heading.mode
        self.app.push_screen(CompareScreen(self.rules, found, mode))

    def _side(self, stop: Stop) -> Side:
        """Return the line to a stop, by its name; of a row that was only passed, up to there."""
        name = stop.record.names.get(stop.node, "")
        called = f"“{clipped(name, 24)}”" if name else f"node {stop.node}"
        if stop.is_history:
            called = "History"
        elif stop.node == self.session.cursor and not name:
            called = "Here"
        return side(self.rules, stop.record, stop.node, called, self.grove.seat)

    # Looking.

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

    def action_jump(self) -> None:
        """Ask for a node, and go to its row."""
        self.app.push_screen(Asked("Jump to a row", "", JUMPS, self._jump))

    def _jump(self, word: str) -> None:
        node = node_called(self.session.record, word)
        self._show(node=self.session.cursor if word == "here" else node)

    def action_pane(self) -> None:
        """Show the next of what happened, the paper and the map, where not all have room."""
        self.remove_class(f"-see-{self._seen}")
        self._seen = PREVIEWS[(PREVIEWS.index(self._seen) + 1) % len(PREVIEWS)]
        self.add_class(f"-see-{self._seen}")

    def action_back(self) -> None:
        """Leave the timeline; the play stands where it stood."""
        self.dismiss("")

    # Remarks.

    def action_mark(self) -> None:
        """Mark the decision under the cursor with the next glyph, or with none."""
        node = self._remarked()
        if node is None:
            return
        glyphs = [None, *Glyph]
        now = self.session.record.glyphs.get(node)
        self._try(Sign(node, glyphs[(glyphs.index(now) + 1) % len(glyphs)]))

    def action_name(self) -> None:
        """Ask for a name of the row, or of the play at its opening."""
        node = self._named()
        if node is not None:
            what = "The name of the play" if node == OPENING else f"The name of node {node}"
            self._ask(what, self.session.record.names.get(node, ""), lambda t: Name(node, t))

    def action_note(self) -> None:
        """Ask for a note on the row."""
        node = self._named()
        if node is not None:
            now = self.session.record.notes.get(node, "")
            self._ask(f"The note on node {node}", now, lambda text: Note(node, text))

    def _ask(self, what: str, now: str, remark: Callable[[str], Name | Note]) -> None:
        """Ask for the words of a remark, and add it."""

        def do(words: str) -> None:
            self._remark(remark(clipped(words.strip(), LONGEST)))

        self.app.push_screen(Asked(what, now, TAKES_AWAY, do))

    def action_promote(self) -> None:
        """Make the line through the row the main one."""
        node = self._named()
        if node is not None:
            self._try(Promotion(node))
            self.say("The line through this row is the main one now.")

    def _named(self) -> int | None:
        """Return the node that a name or a note is for; `None` in history, which stays as it is."""
        if self.stop.is_history:
            self.say("History is not yours to mark; compare it, or play on from it.", "$warning")
            return None
        return self.stop.node

    def _remarked(self) -> int | None:
        """Return the decision of the row; `None` where there is none."""
        if self._named() is None:
            return None
        if self.stop.row.nodes:
            return self.stop.row.decided
        self.say("Nothing is decided in the opening.", "$warning")
        return None

    def _try(self, line: Sign | Promotion) -> None:
        try:
            self._remark(line)
        except AmurError as error:
            self.say(sentence(str(error)), "$warning")

    def _remark(self, line: Name | Note | Sign | Promotion) -> None:
        """Add a remark, and show it; raises `RecordError` where it cannot be kept."""
        key = self.stop.key
        self.session.remark(line)
        self.grove.refresh()
        self._show(key=key)
        self._say_what_there_is()
        self._preview()
