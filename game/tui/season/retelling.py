"""A line of a campaign told again, decision by decision: the land, the tracks, and what came."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from game.coach.seasons.head import head
from game.coach.seasons.leverage import leverage
from game.coach.seasons.tracks import purse, tracks
from game.record import OPENING, steps_of
from game.rules import CampaignRules
from game.state import CLAIMANT, State, View
from game.tui.commands import bindings
from game.tui.map.seasons import Drawn, map_of
from game.tui.play.head import Head, Standing
from game.tui.play.keyline import KeyLine
from game.tui.play.story import Story
from game.tui.play.widths import BREAKPOINTS, width_class
from game.tui.replay.keys import KEYMAP as REPLAY
from game.tui.season.heading import standings
from game.tui.season.keys import ZOOM, ZOOM_BACK
from game.tui.season.land import Land
from game.tui.season.levels import Levels
from game.tui.texts import plain, said
from game.tui.timeline.in_seasons import drawn as drawn_at
from game.tui.timeline.in_seasons import parts_of, when_of
from game.tui.timeline.screen import TimelineScreen
from game.tui.timeline.stops import Stop
from game.tui.widgets.panel import Panel

WANTED = (
    "replay-on",
    "replay-back-step",
    "replay-sitting",
    "replay-sitting-before",
    "replay-opening",
    "replay-end",
    "replay-map",
    "replay-down",
    "replay-up",
    "replay-stand",
    "replay-what-if",
    "replay-leave",
)
KEYMAP = (*(command for command in REPLAY if command.id in WANTED), ZOOM, ZOOM_BACK)
BEGINS = "The line begins here: nothing is decided yet."
LAYOUT = """
SeasonRetelling #left { width: 1fr; height: 1fr; }
SeasonRetelling Land { height: 1fr; }
SeasonRetelling #told { height: 42%; }
SeasonRetelling Levels { width: 46; height: auto; max-height: 100%; }
SeasonRetelling.-wide Levels { width: 39%; }
SeasonRetelling.-narrow Levels, SeasonRetelling.-narrow Land { display: none; }
SeasonRetelling.-narrow #told { height: 1fr; }
SeasonRetelling.-narrow.-map #told { display: none; }
SeasonRetelling.-narrow.-map Land { display: block; }
"""


class SeasonRetelling(Screen[None]):
    """Goes along a line by keys; what is chosen in it is done in the timeline below."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    DEFAULT_CSS = LAYOUT

    def __init__(self, rules: CampaignRules, timeline: TimelineScreen, stop: Stop) -> None:
        """Tell the line through a stop; raises `RecordError` where it does not replay."""
        super().__init__()
        part = timeline.grove.part(stop)
        self.rules, self.timeline, self.stop_at = rules, timeline, stop
        self.mode = timeline.session.record.heading.mode
        self._opening = part.painter.states.at(stop.record, OPENING)
        path = stop.record.path(part.outline.end_of[stop.node])
        self.steps = steps_of(rules, self._opening, path)
        ids = [node.id for node in path]
        self.place = 1 + ids.index(stop.node) if stop.node in ids else 0
        """Decisions before what is told, the last of them with it."""

    def compose(self) -> ComposeResult:
        """Yield the head, the land above what is told, and the tracks."""
        self.add_class(width_class(self.app.size.width))
        written, drawn = self.rules.scenario.map, self._drawn()
        yield Head()
        with Horizontal():
            with Vertical(id="left"):
                if written is not None and drawn is not None:
                    yield Land(written, drawn)
                yield Panel(Story(), id="told")
            yield Levels()
        yield KeyLine()

    def on_mount(self) -> None:
        """Tell where the line is entered."""
        self.show()

    @property
    def state(self) -> State:
        """What is true where the line is told."""
        return self.steps[self.place - 1].turn.state if self.place else self._opening

    @property
    def node(self) -> int:
        """The node where the line is told."""
        return self.steps[self.place - 1].node.id if self.place else OPENING

    def show(self) -> None:
        """Show the place where one stands."""
        rules, view = self.rules, self.rules.seen_by(CLAIMANT, self.state)
        self.query_one(Head).show(*self._standings(view))
        seen = tracks(rules, view, self.mode)
        self.query_one(Levels).show(seen, leverage(rules, view, self.mode))
        for land in self.query(Land):
            if (found := self._drawn()) is not None:
                land.show(found)
        panel = self.query_one("#told", Panel)
        panel.show_title(f"Decision {self.place} of {len(self.steps)}")
        story = self.query_one(Story)
        if self.place:
            story.tell((), parts_of(rules, self.steps[self.place - 1], self.mode))
        else:
            story.tell((), (plain(BEGINS),))

    def _standings(self, view: View) -> tuple[Standing, ...]:
        if not view.state.at:
            seed = self.stop_at.record.heading.seed
            return tuple(standings(head(self.rules, view, seed), purse(self.rules, view)))
        title = self.rules.at(view.state).scenario.table.title
        return (Standing((said((title, "bold")), said(when_of(self.rules, view.state))), " · "),)

    def _drawn(self) -> Drawn | None:
        if self.rules.scenario.map is None:
            return None
        view = self.rules.seen_by(CLAIMANT, self.state).state
        found = map_of(self.rules).at(view)
        chart, state = drawn_at(self.rules, found.chart, self.state)
        return replace(found, chart=chart, state=state)

    # What the keys do.

    def action_step(self, by: int) -> None:
        """Go on to the next decision, or back."""
        self._stand(self.place + by)

    def action_sitting(self, by: int) -> None:
        """Go on to where the next season or sitting begins, or back to the one before."""
        now = when_of(self.rules, self.state)
        at = self.place + by
        while 0 < at < len(self.steps) and when_of(self.rules, self._after(at)) == now:
            at += by
        self._stand(at)

    def _after(self, place: int) -> State:
        return self.steps[place - 1].turn.state

    def action_end(self, is_end: int) -> None:
        """Go to the opening, or to the end of the line."""
        self._stand(len(self.steps) if is_end else 0)

    def _stand(self, place: int) -> None:
        place = min(max(0, place), len(self.steps))
        if place != self.place:
            self.place = place
            self.show()

    def action_scroll_told(self, by: int) -> None:
        """Go a page down in what is told, or up."""
        story = self.query_one(Story)
        story.scroll_relative(y=by * max(1, story.size.height - 2), animate=False)

    def action_map(self) -> None:
        """Show the land in a narrow window, or the words again."""
        self.toggle_class("-map")

    def action_zoom(self, by: int) -> None:
        """Show the next part of the land, or the one before."""
        for land in self.query(Land):
            land.zoom(by)

    def action_stand(self) -> None:
        """Take up the play from where the line is told."""
        self.app.pop_screen()
        self.timeline.stand_at(self.stop_at, self.node)

    def action_what_if(self) -> None:
        """Take up the play before this decision."""
        if self.place:
            self.app.pop_screen()
            self.timeline.decide_otherwise(self.stop_at, self.node)

    def action_back(self) -> None:
        """Go back to the timeline."""
        self.dismiss()
