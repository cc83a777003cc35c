"""The panes of a season, and which of them are in view in a window of which width.

A wide window shows all of them, the map above what happened; a narrow one the orders and one more.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.widget import Widget

from game.scenario.map_model import Map
from game.tui.map.seasons import Drawn
from game.tui.play.acts import ALL_READ, Acts
from game.tui.play.panes import AROUND, EDGES, FRAME, MARGIN
from game.tui.play.story import Story
from game.tui.play.widths import NARROW
from game.tui.season.counsel import Counsel
from game.tui.season.land import Land
from game.tui.season.levels import Levels
from game.tui.season.shares import beside_orders, beside_scene, help_below
from game.tui.texts import said
from game.tui.widgets.bare import BareColumn, BareRow
from game.tui.widgets.panel import Panel

HAPPENED, LAND, STANDING, COUNSEL, ACTS = "happened", "land", "standing", "counsel", "choices"
STRIP = {LAND: "Map", HAPPENED: "Happened", STANDING: "Standing", COUNSEL: "Counsel"}
"""What each pane is called while another is in view, in the order of Tab."""
PANES = (ACTS, *STRIP)
BETWEEN = " · "
UNDER = "-under-map"
"""The class of what happened while the map has its place, too."""
MUTED = "not bold $text-muted"
MOST_LINES = 0.42
"""Part of a narrow window that the lines of a scene may take."""
MOST_TOLD = 26
"""Rows that news take at most."""
NEWS = 0.55
"""The part of a column that what happened has, in every season the same: a map that were drawn
larger or smaller with each piece of news would have to be read anew."""
BAR = 2
"""Cells of a scrollbar."""


class SeasonPanes(BareRow):
    """Holds the panes, and goes from one to another."""

    def __init__(self, written: Map | None, drawn: Drawn | None) -> None:
        super().__init__(id="season", classes=_seeing(HAPPENED))
        self._written, self._drawn = written, drawn
        self.set_class(written is None, "-no-map")
        self._seen = HAPPENED
        self._has_counsel = self._has_scene = self._is_asking = self._is_unasked = False

    def compose(self) -> ComposeResult:
        """Yield the panes, in two columns."""
        with BareColumn(id="left"):
            if self._written is not None and self._drawn is not None:
                yield Land(self._written, self._drawn, id=LAND)
            yield Panel(Story(id="story"), title="What happened", id=HAPPENED)
        with BareColumn(id="right"):
            yield Levels(id=STANDING)
            yield Counsel(id=COUNSEL)
            yield Acts(id=ACTS)

    @property
    def known(self) -> list[str]:
        """The panes that there are now, in the order of Tab."""
        hidden = [LAND] if self._written is None else []
        hidden += [] if self._has_counsel else [COUNSEL]
        return [pane for pane in PANES if pane not in hidden]

    def show(self, pane: str) -> None:
        """Bring a pane into view beside the orders, where a narrow window shows only one."""
        if pane in STRIP:
            self._seen = pane if pane in self.known else HAPPENED
            self._let_see()

    @property
    def seen(self) -> str:
        """The pane that a narrow window shows."""
        return self._seen

    def counsel(self, *, is_given: bool) -> None:
        """Have a pane for what advisers say of a scene, or none."""
        self._has_counsel = is_given
        self.query_one(Counsel).set_class(is_given, "-given")

    @property
    def rows_of_orders(self) -> int:
        """The rows that the lines of orders have beside all of the tracks, in a wide window."""
        if self.screen.has_class(NARROW) or not self.size:
            return 0
        return self.size.height - self.query_one(Levels).rows.all - 2 * EDGES

    def make_room(self, *, is_asking: bool) -> None:
        """Share the column anew; orders of a group, or what one is for, go before the tracks."""
        self._is_asking = is_asking
        if self.size:
            self.share()

    def on_resize(self) -> None:
        """Follow the width of the window."""
        self._let_see()
        if not (self.screen.has_class(NARROW) or self._is_unasked):
            self.query_one(Acts).wake()
        self.call_after_refresh(self.share)

    def share(self) -> None:
        """Give each pane of a column the rows that it needs, and the first of them the rest."""
        happened, acts = self.query_one(f"#{HAPPENED}"), self.query_one(Acts)
        if self.screen.has_class(NARROW):
            for pane in (happened, acts, self.query_one(Levels), self.query_one(Counsel)):
                pane.styles.clear_rule("height")
            acts.limit_help(None)
            return
        if self._written is not None:
            happened.styles.height = self._rows_told(self.size.height)
        # Lines that are reckoned without a scrollbar's cells would bring one about.
        width = max(1, acts.outer_size.width - FRAME - BAR)
        if self._has_scene:
            self._share_with_scene(width)
        else:
            self._share_with_orders(width)

    def _share_with_scene(self, width: int) -> None:
        """Give choices of so many cells their rows, then advisers, and the tracks what is left."""
        acts, standing = self.query_one(Acts), self.query_one(Levels)
        counsel = self.query_one(Counsel)
        choices = acts.rows_of_lines(width) + EDGES, acts.rows_wanted(width) + EDGES
        # It stands in the column of the lines, and may have been hidden until now.
        told = counsel.rows_wanted(acts.size.width) + EDGES if self._has_counsel else 0
        acts.limit_help(None)
        acts.styles.height, counsel.styles.height = beside_scene(
            self.size.height, choices, told, standing.rows, is_resting=acts.is_resting
        )
        standing.styles.clear_rule("height")

    def _share_with_orders(self, width: int) -> None:
        """Give the tracks the rows that orders of so many cells leave them, and orders the rest."""
        acts, standing, is_asking = self.query_one(Acts), self.query_one(Levels), self._is_asking
        rows, wanted = self.size.height, acts.rows_wanted(width) + EDGES
        acts.styles.clear_rule("height")
        taken = beside_orders(rows, wanted, standing.rows, is_asking=is_asking)
        lines = acts.rows_of_lines(width)
        acts.limit_help(help_below(rows - taken, lines) if is_asking else None)
        standing.styles.height = taken

    @staticmethod
    def _rows_told(rows: int) -> int:
        """Return the rows of what happened in a column that has a map, too."""
        return min(MOST_TOLD, int(rows * NEWS))

    def _let_see(self) -> None:
        is_narrow = self.screen.has_class(NARROW)
        for pane in STRIP:
            self.set_class(is_narrow and pane == self._seen, _seeing(pane))
        strip = [pane for pane in STRIP if pane in self.known]
        for pane in strip:
            around = _beside(pane, strip) if is_narrow else (Content(), Content())
            self.query_one(f"#{pane}", Panel).stand_among(*around)

    def put_story_first(self, *, is_scene: bool, is_unasked: bool = False) -> None:
        """Give what a scene tells the room that it needs.

        Its choices come once it was read, where it came unasked or not all of it is in view, or in
        a narrow window not all of both.
        """
        # A class of the screen's own would have the looks of every widget on it looked up again.
        self.query_one(Levels).set_class(is_scene, "-beside-scene")
        self._has_scene, self._is_asking = is_scene, False
        self._is_unasked = is_scene and is_unasked
        if self.size:
            self.share()  # at once: to lay the panes out twice takes longer than all the rest
        self.call_after_refresh(self.share)
        self._is_reading = self._is_read = False
        if is_scene:
            self._let_read_first()
            if not self.size:  # how much room there is will only be known then
                self.call_after_refresh(self._let_read_first)

    def _let_read_first(self) -> None:
        acts, story, size = self.query_one(Acts), self.query_one(Story), self.screen.size
        if self.screen.has_class(NARROW):
            width = max(1, size.width - MARGIN)
            told, room = story.rows_told(width), size.height - AROUND
            wanted = min(int(MOST_LINES * size.height), acts.rows_of_lines(width))
            if self._is_unasked or told + wanted > room:
                acts.rest(is_all_seen=told + 1 <= room, is_unasked=self._is_unasked)
        elif self.size:
            happened = self.query_one(f"#{HAPPENED}")
            rows = self._rows_told(self.size.height) if self._written else self.size.height
            own = story.scrollable_content_region.width or happened.size.width - FRAME
            is_all_seen = story.rows_told(max(1, own)) <= rows - EDGES
            if self._is_unasked or not is_all_seen:
                acts.rest(is_all_seen=is_all_seen, is_unasked=self._is_unasked)

    def read_on(self) -> None:
        """Go on reading; at the end what can be chosen comes, and in a narrow window stays."""
        story, acts = self.query_one(Story), self.query_one(Acts)
        is_narrow = self.screen.has_class(NARROW)
        if not story.is_placed:  # what is pressed before words are seen is not meant for them
            return
        if is_narrow and self._seen != HAPPENED:
            self.show(HAPPENED)
            if not self._is_read:
                return
        elif not story.is_at_end:
            self._is_reading = True
            story.read_on()
            return
        self._is_read = True
        if acts.is_resting or is_narrow:
            self._let_choose()
        elif not self.query_one(Counsel).read_on():
            acts.focus_list()
            acts.hint(ALL_READ)

    def _let_choose(self) -> None:
        """Show the choices of a scene, and keep the end of what was read in view."""
        acts = self.query_one(Acts)
        acts.wake()
        self.share()
        self.query_one(Story).show_end()
        acts.focus_list()

    def toggle_map(self) -> None:
        """Show the map, or go back from it; in a wider window let it have the whole column."""
        if self.screen.has_class(NARROW):
            self.show(HAPPENED if self._seen == LAND else LAND)
        else:
            self.query_one(f"#{HAPPENED}").toggle_class(UNDER)

    def go_to(self, pane: str) -> None:
        """Show a pane and give it the keys."""
        self.show(pane)
        found = self.query_one(f"#{pane}")
        self.screen.set_focus(next(_focusable(found)))

    def go_on(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        known = [pane for pane in self.known if not self._is_hidden(pane)]
        focused = self.screen.focused
        at = known.index(ACTS if focused is None else _pane_of(focused))
        if self.screen.has_class(NARROW) and known[(at + by) % len(known)] == self._seen:
            by += by  # that is in view beside the orders
        self.go_to(known[(at + by) % len(known)])

    def _is_hidden(self, pane: str) -> bool:
        return pane == HAPPENED and self.query_one(f"#{HAPPENED}").has_class(UNDER)

    @on(DescendantFocus)
    def show_focused(self, event: DescendantFocus) -> None:
        """Show the pane that took the keys."""
        self.show(_pane_of(event.widget))

    @on(Story.Scrolled)
    def show_more(self, event: Story.Scrolled) -> None:
        """Say whether there is more to read."""
        acts = self.query_one(Acts)
        if event.is_at_end and self._is_reading and not self._is_read:
            self._is_read = True
            if acts.is_resting and self.screen.has_class(NARROW):
                acts.rest(is_all_seen=True)
            elif acts.is_resting:  # they take no room of the story: its end stays in view
                self._let_choose()
        more = "" if event.is_at_end else "Space: more"
        self.query_one(f"#{HAPPENED}", Panel).show_state(more)


def _focusable(pane: Widget) -> Iterator[Widget]:
    if pane.can_focus:
        yield pane
    for node in pane.walk_children(Widget):
        if node.can_focus:
            yield node


def _pane_of(widget: Widget) -> str:
    return next((node.id for node in widget.ancestors_with_self if node.id in PANES), ACTS)


def _beside(pane: str, known: list[str]) -> tuple[Content, Content]:
    """Return what is named before a pane's own title, and what after it."""
    at = known.index(pane)
    before = "".join(STRIP[name] + BETWEEN for name in known[:at])
    after = "".join(BETWEEN + STRIP[name] for name in known[at + 1 :])
    return said((before, MUTED)), said((f"{after}  Tab", MUTED))


def _seeing(pane: str) -> str:
    """Return the class by which a narrow window shows a pane beside the orders."""
    return f"-see-{pane}"
