"""The panes of the play, and which of them are in view in a window of which width.

A wide window shows all of them, a middling one all but the map, a narrow one the acts and one
more. Where there is no map, the advisers and the acts have its room. The style sheet reads the
width from classes of the screen, the choice from ours.
"""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.widget import Widget

from game.negotiation import Package
from game.rules import Rules
from game.tui.play.acts import ALL_READ, Acts
from game.tui.play.advisers import INSTRUCTIONS, Advisers
from game.tui.play.sheet import Sheet
from game.tui.play.story import Story
from game.tui.play.strip import ADVISERS, DRAFT, HAPPENED, LAND, STRIP, beside
from game.tui.play.widths import NARROW
from game.tui.widgets.bare import BareColumn, BareRow
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose, paragraphs

ACTS = "choices"
BRIEF = "brief"
"""The instructions, in the place of a map where a window has room to spare."""
PANES = (ACTS, *STRIP, BRIEF)
"""Their ids, in the order of Tab."""

AROUND = 7
"""Rows of a narrow window for the head, the keys, and two frames."""
LEAST_ACTS, LEAST_DRAFT = 7, 10
"""Rows that the acts keep beside the draft of a narrow window, and the draft beside a story."""
AMPLE = 190
"""Columns of a window from which it has room to spare."""
MARGIN = 7
"""Columns of a pane that its text cannot have."""
FRAME, EDGES = 4, 2
"""Columns and rows that a frame takes of a pane."""
MOST_DRAFT, LEAST_STORY = 0.76, 10
"""Part of the room beside the acts that the draft may take, and rows that it leaves the story."""
MOST_OF_LITTLE = 0.7
"""Part of that room that the draft may take in any case."""
LEAST_ADVICE = 0.4
"""Part of the room beside the story that the advisers may take in any case."""
RESTS = "-draft-rests"
"""The class by which the draft leaves its room to a scene."""


class Panes(BareRow):
    """Holds the panes, and goes from one to another."""

    def __init__(self, rules: Rules, draft: Package, land: Widget) -> None:
        """`land` is the map; it is not shown where the scenario has none."""
        super().__init__(classes=_seeing(HAPPENED))
        self.rules = rules
        self._land = land
        self._has_map = rules.scenario.map is not None
        self.set_class(not self._has_map, "-no-map")
        self._draft = draft
        self._seen = HAPPENED
        self._speaking = 0
        self._is_scene = self._is_unasked = False
        self._draft_rows = 0

    def compose(self) -> ComposeResult:
        """Yield the panes, in two columns."""
        with BareColumn(id="left"):
            yield Panel(Story(id="story"), title="What happened", id=HAPPENED)
            yield Sheet(self.rules, self._draft, id=DRAFT)
        with BareColumn(id="right"):
            if self._has_map:
                self._land.can_focus = True
                yield Panel(self._land, title="The map", id=LAND)
            yield Advisers(id=ADVISERS)
            yield Acts(id=ACTS)
        yield Panel(Prose(), title=INSTRUCTIONS, id=BRIEF)
        self._spare(self.app.size.width)

    def _spare(self, columns: int) -> None:
        self.set_class(columns >= AMPLE and not self._has_map, "-ample")

    def show_brief(self, seat: str) -> None:
        """Show the instructions of a chair where there is room for them, as without advisers."""
        scenario = self.rules.scenario
        page = scenario.briefs.get(scenario.seats[seat].brief)
        parts = tuple(paragraphs("" if page is None else page.text))
        self.query_one(f"#{BRIEF} Prose", Prose).show(*parts)
        beside = () if page is None or self.has_class("-ample") else parts
        self.query_one(Advisers).stand_in(*beside)

    def show(self, pane: str) -> None:
        """Bring a pane into view beside the acts, where a narrow window shows only one."""
        if pane == DRAFT:
            self.remove_class(RESTS)
        if pane in STRIP:
            self._seen = pane
            self._let_see()

    def on_resize(self, event: Resize) -> None:
        """Follow the width of the window."""
        self._spare(event.size.width)
        self._let_see()
        if not (self.screen.has_class(NARROW) or self._is_unasked):
            self.query_one(Acts).wake()
        self._share_left()
        self._share_right()

    def _let_see(self) -> None:
        """Say to the style sheet which pane is seen; a wider window need not be styled anew."""
        is_narrow = self.screen.has_class(NARROW)
        if is_narrow:
            for pane in PANES:
                self.set_class(pane == self._seen, _seeing(pane))
        known = [pane for pane in STRIP if pane != LAND or self._has_map]
        self._share_narrow()
        for pane in known:
            around = beside(pane, self._speaking, known) if is_narrow else (Content(), Content())
            self.query_one(f"#{pane}", Panel).stand_among(*around)

    def _share_right(self) -> None:
        """Leave the acts what their lines and help take; the advisers may have all the rest."""
        right, advisers = self.query_one("#right"), self.query_one(Advisers)
        if self.screen.has_class(NARROW):
            advisers.give_room(None)
            return
        land = sum(pane.outer_size.height for pane in self.query(f"#{LAND}") if pane.display)
        free = right.size.height - land
        acts = self.query_one(Acts).rows_wanted(max(1, right.size.width - FRAME)) + EDGES
        advisers.give_room(max(free - acts, int(free * LEAST_ADVICE)))

    @on(Sheet.Laid)
    def _share_narrow(self) -> None:
        """Let the acts of a narrow window have the rows that the draft leaves."""
        acts = self.query_one(Acts)
        if not (self.screen.has_class(NARROW) and self._seen == DRAFT and self.size.height):
            acts.styles.clear_rule("height")
            return
        width = max(1, self.size.width - FRAME)
        free = max(LEAST_ACTS, self.size.height - self.query_one(Sheet).rows_wanted)
        acts.styles.height = min(free, acts.rows_wanted(width) + EDGES)

    def _share_left(self) -> None:
        """Have the draft leave its room to a scene that would else begin out of sight."""
        left, draft = self.query_one("#left"), self.query_one(Sheet)
        if not left.size.height:
            return
        if draft.display and draft.outer_size.height:
            self._draft_rows = min(draft.rows_laid, _most_of_draft(left.size.height))
        is_short = self._rows_told() + self._draft_rows <= left.size.height
        self.set_class(self._is_scene and not is_short, RESTS)
        self._share_left_at_table()

    def _share_left_at_table(self) -> None:
        """Have the draft leave the news the rows that they need, unless it is looked at."""
        left, draft = self.query_one("#left"), self.query_one(Sheet)
        if self.screen.has_class(NARROW):
            draft.styles.clear_rule("max_height")
        elif left.size.height:
            most = _most_of_draft(left.size.height)
            if not (self._is_scene or draft.is_looked_at):
                most = max(LEAST_DRAFT, min(most, left.size.height - self._rows_told()))
            draft.styles.max_height = most

    def _rows_told(self) -> int:
        """Return the rows of the newest words, and of the frame around them."""
        width = max(1, self.query_one("#left").size.width - MARGIN)
        return self.query_one(Story).rows_told(width) + EDGES

    def put_story_first(self, *, is_scene: bool, is_unasked: bool = False) -> None:
        """Give what a scene tells the room that it needs.

        Its choices come once it was read: of a scene that came unasked, and in a narrow window
        where not all of both fits.
        """
        self._is_scene, self._is_unasked = is_scene, is_scene and is_unasked
        self._share_left()
        self._share_right()
        self.call_after_refresh(self._share_left)  # the draft may take other rows now
        acts = self.query_one(Acts)
        size, most = self.screen.size, int(0.42 * self.screen.size.height)
        width = max(1, size.width - MARGIN)
        told = self.query_one(Story).rows_told(width)
        wanted = min(most, acts.rows_of_lines(width))
        is_narrow = self.screen.has_class(NARROW)
        if self._is_unasked or (is_scene and is_narrow and told + wanted > size.height - AROUND):
            room = size.height - AROUND - 1 if is_narrow else self.query_one(Story).size.height
            acts.rest(is_all_seen=told <= room, is_unasked=self._is_unasked)

    def read_on(self) -> None:
        """Go on reading; at the end of a scene its choices come, and beside it the advisers."""
        story, acts = self.query_one(Story), self.query_one(Acts)
        if not story.is_placed:  # what is pressed before words are seen is not meant for them
            return
        is_beside = story.is_at_end and not self.screen.has_class(NARROW)
        if story.is_at_end and acts.is_resting:
            acts.wake()
            story.show_end()
        elif not (story.read_on() or (is_beside and self.query_one(Advisers).read_on())):
            acts.focus_list()
            acts.hint(ALL_READ)

    def toggle_map(self) -> None:
        """Show the map, or hide it again; a wide window shows it always."""
        if self.screen.has_class(NARROW):
            self.show(HAPPENED if self._seen == LAND else LAND)
        else:
            self.toggle_class("-map")

    def go_to(self, pane: str) -> None:
        """Show a pane and give it the keys."""
        self.show(pane)
        found = self.query_one(f"#{pane}")
        within = (node for node in found.walk_children(Widget) if node.can_focus)
        self.screen.set_focus(found if found.can_focus else next(within))

    def go_on_drafting(self) -> None:
        """Give the draft the keys again, the forecast that is stamped on it in view."""
        self.go_to(DRAFT)
        self.call_after_refresh(self.query_one(Sheet).show_stamp, is_drafting=True)

    def go_on(self, by: int) -> None:
        """Go to the next pane, or the one before; the map only where it has its place."""
        # A middling window has the map in the place of the advisers.
        hidden = [self._hidden()] if self.screen.has_class("-normal") else []
        if not self._has_map:
            hidden = [LAND]
        if not self.has_class("-ample"):
            hidden.append(BRIEF)
        known = [pane for pane in PANES if pane not in hidden]
        focused = self.screen.focused
        at = known.index(ACTS if focused is None else _pane_of(focused))
        if self.screen.has_class(NARROW) and known[(at + by) % len(known)] == self._seen:
            by += by  # that is in view beside the acts
        self.go_to(known[(at + by) % len(known)])

    @on(DescendantFocus)
    def show_focused(self, event: DescendantFocus) -> None:
        """Show the pane that took the keys."""
        self.show(_pane_of(event.widget))
        self._share_left_at_table()

    @on(Advisers.Spoke)
    def count_speaking(self, event: Advisers.Spoke) -> None:
        """Name the advisers with the number of those who have something to say."""
        self._speaking = event.number
        self._let_see()

    @on(Story.Scrolled)
    def show_more(self, event: Story.Scrolled) -> None:
        """Say whether there is more to read."""
        more = "" if event.is_at_end else "Space: more"
        self.query_one(f"#{HAPPENED}", Panel).show_state(more)

    def _hidden(self) -> str:
        return ADVISERS if self.has_class("-map") else LAND


def _most_of_draft(rows: int) -> int:
    """Return the rows that the draft may take in a column of so many; the story has the rest.

    >>> [_most_of_draft(rows) for rows in (22, 36, 56)]
    [15, 26, 42]
    """
    return min(int(MOST_DRAFT * rows), max(rows - LEAST_STORY, int(MOST_OF_LITTLE * rows)))


def _pane_of(widget: Widget) -> str:
    return next((node.id for node in widget.ancestors_with_self if node.id in PANES), ACTS)


def _seeing(pane: str) -> str:
    """Return the class by which a narrow window shows a pane beside the acts."""
    return f"-see-{pane}"
