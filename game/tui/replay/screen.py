"""A line of a record, gone along step by step, by sittings, by itself, or to any node."""

from __future__ import annotations

import asyncio

from textual import events, on, work
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from game.coach.words_for import sentence
from game.errors import RecordError
from game.record import Record, States, node_called
from game.rules import Rules
from game.tui.commands import bindings
from game.tui.replay.course import Course
from game.tui.replay.keys import KEYMAP, SELF_PLAYING, STAND
from game.tui.replay.last_pages import LastPages, pages_of
from game.tui.replay.legend import legend
from game.tui.replay.looking import SPEEDS, Looking
from game.tui.replay.panes import BREAKPOINTS, LAYOUT, Panes
from game.tui.screens.reading import Reading
from game.tui.widgets.prose import paragraphs

AT_ONCE, SLICE = 200, 100
"""Places that are looked at before the first picture, and in each slice afterwards."""
NOTHING_DECIDED = "Nothing was decided yet; step on to a decision."
NO_UNSEEN = "No scene follows on this line that was not seen before."
GOES_ON = "The talks go on here; {key} plays on."
NO_PARTING = "No other line parts from this one."
STILL = "Motion is switched off (TEXTUAL_ANIMATIONS=none), so that nothing goes on by itself."


class ReplayScreen(Looking):
    """Goes along a line by keys; it decides nothing and writes nothing."""

    class Stand(Message):
        """The play is to be taken up at a node."""

        def __init__(self, node: int) -> None:
            super().__init__()
            self.node = node

    class WhatIf(Message):
        """The play is to be taken up before the decision of a node, to decide otherwise."""

        def __init__(self, node: int) -> None:
            super().__init__()
            self.node = node

    AUTO_FOCUS = ""
    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    DEFAULT_CSS = LAYOUT

    def __init__(
        self,
        rules: Rules,
        record: Record,
        to: int,
        *,
        mode: str,
        at: int | None = None,
        states: States | None = None,
        seat: int | None = None,
        seen: frozenset[str] = frozenset(),
        parts_at: int | None = None,
    ) -> None:
        """Take the line that leads to the node `to`, and stand at `at`, else at the opening.

        It is told to the recorded chair unless `seat` names one. `seen` are the scenes, by id,
        that were seen in any play; `parts_at` is the first node that another line has not. Raises
        `RecordError` as `Course` does.
        """
        states = States(rules, record.heading.seed) if states is None else states
        super().__init__(Course(rules, record, to, mode, states, seat), parts_at)
        self.states = states
        self.seen = seen
        self._begins_at = at
        self._timer: Timer | None = None
        self._can_do = (False, False)
        """Whether there is a decision to decide otherwise, and a note to read."""

    def on_mount(self) -> None:
        """Stand where one is to begin."""
        self.course.look_ahead(AT_ONCE)
        place = None if self._begins_at is None else self.course.place_of(self._begins_at)
        self._stand_at(place or 0)
        self._look_ahead()

    def on_screen_suspend(self) -> None:
        """Stop when something lies over it."""
        self._pause()

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer is not None

    def show_settings(self) -> None:
        """Show everything with the glyphs that are set now."""
        self._show()

    @work(exclusive=True)
    async def _look_ahead(self) -> None:
        """Find the sittings of a long line in slices, so that no key waits for it."""
        while not self.course.look_ahead(SLICE):
            await asyncio.sleep(0)
        self._show_track()
        if self.course.trouble:
            self._say(self._why_it_stops)

    # What the keys do.

    def on_key(self, event: events.Key) -> None:
        """Stop a replay that goes on by itself at any key but its own."""
        active = self.active_bindings.get(event.key) if self.is_playing else None
        if active is None or active.binding.action not in SELF_PLAYING:
            self._pause()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now."""
        if action == "map":
            return self.course.rules.scenario.map is not None
        if action == "note":
            return self._node in self.course.record.notes
        if action == "what_if":
            return self.place > 0
        return True

    def action_step(self, by: int) -> None:
        """Go on, or back; after the last decision come the pages after the end."""
        place = self.place + by
        if place > self.course.last:
            self._open_last_pages()
        else:
            self._stand_at(place)

    def action_sitting(self, by: int) -> None:
        """Go to where a sitting begins."""
        self._stand_at(self.course.sitting_from(self.place, by))

    def action_end(self, which: int) -> None:
        """Go to the opening, or to the end."""
        self._stand_at(self.course.last if which else 0)

    def action_play(self) -> None:
        """Go on by itself, or stop."""
        if self.is_playing:
            self._pause()
        elif self.app.animation_level == "none":
            self._say(STILL)
        elif self.place >= self.course.last:
            self.action_step(1)
        else:
            self._play()

    def action_speed(self, by: int) -> None:
        """Go on faster, or slower."""
        names = list(SPEEDS)
        self.speed = names[min(max(0, names.index(self.speed) + by), len(names) - 1)]
        if self.is_playing:
            self._play()
        self._show_hint()

    def action_ask(self) -> None:
        """Ask for a node to go to."""
        self.add_class("-asking")
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def go_to(self, event: Input.Submitted) -> None:
        """Go to the node that was named; on another line, that line is taken."""
        event.stop()
        word = event.value.strip()
        if word and self._go_to(word):
            self.action_back()

    def action_unseen(self) -> None:
        """Go on to the next scene that was never seen."""
        self._stand_at_or_say(self.course.unseen_from(self.place, self.seen), NO_UNSEEN)

    def action_parting(self) -> None:
        """Go to where another line parts from this one."""
        self._stand_at_or_say(self.course.parting(self.parts_at), NO_PARTING)

    def action_note(self) -> None:
        """Open the note in full."""
        note = self.course.record.notes.get(self._node, "")
        self.app.push_screen(Reading("Note", *paragraphs(note)))

    def action_pane(self) -> None:
        """Show another pane."""
        self.query_one(Panes).go_on()

    def action_map(self) -> None:
        """Show the map, or hide it."""
        self.query_one(Panes).toggle_map()

    def action_scroll_told(self, pages: int) -> None:
        """Go a page down or up in what is told."""
        self.query_one(Panes).scroll_told(pages)

    def action_stand(self) -> None:
        """Have the play taken up from here."""
        self.post_message(self.Stand(self._node))

    def action_what_if(self) -> None:
        """Have the play taken up before this decision."""
        if self.place:
            self.post_message(self.WhatIf(self._node))
        else:
            self._say(NOTHING_DECIDED)

    def action_legend(self) -> None:
        """Say what the signs mean."""
        self.app.push_screen(Reading("The signs of the line", legend()))

    def action_back(self) -> None:
        """Go back: out of the line to write in, or to where one came from."""
        if self.has_class("-asking"):
            self.remove_class("-asking")
            self.query_one(Input).value = ""
            self.set_focus(None)
        else:
            self.dismiss()

    # How it is done.

    @property
    def _why_it_stops(self) -> str:
        """Why the line no longer replays to its end, in a sentence; empty if it does."""
        return sentence(self.course.trouble) if self.course.trouble else ""

    def _go_to(self, word: str) -> bool:
        record = self.course.record
        try:
            node = node_called(record, word)
            place = self.course.place_of(node)
            if place is None:
                end = record.main_line_from(node)
                to = end[-1].id if end else node
                now = self.course
                self.course = Course(now.rules, record, to, now.mode, self.states, now.seat)
                place = self.course.place_of(node)
        except RecordError as error:
            self._say(sentence(str(error)))
            return False
        self.course.look_ahead(AT_ONCE)
        self._stand_at(place or 0)
        self._look_ahead()
        return True

    def _stand_at_or_say(self, place: int | None, otherwise: str) -> None:
        if place is None:
            self._say(otherwise)
        else:
            self._stand_at(place)

    def _stand_at(self, place: int) -> None:
        self.place = self.course.reached(place)
        self._say(self._why_it_stops if self.place == self.course.last else "")
        self._show()
        can_do = self.place > 0, self._node in self.course.record.notes
        if can_do != self._can_do:
            self._can_do = can_do
            self.refresh_bindings()

    def _play(self) -> None:
        self._stop_timer()
        self._timer = self.set_interval(SPEEDS[self.speed], self._play_on)
        self._show_hint()

    def _play_on(self) -> None:
        if self.place < self.course.last:
            self._stand_at(self.place + 1)
        if self.place >= self.course.last:
            self._pause()

    def _pause(self) -> None:
        if self.is_playing:
            self._stop_timer()
            self._show_hint()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _open_last_pages(self) -> None:
        if self.course.state(self.course.last).ended is None:
            self._say(self._why_it_stops or GOES_ON.format(key=self._key(STAND)))
        else:
            self.app.push_screen(LastPages(pages_of(self.course)))
