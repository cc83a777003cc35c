"""The course of a line: where one stands in it, counted in decisions from the opening.

Nothing is recomputed before it is looked at, and what was once told is kept.
"""

from __future__ import annotations

from dataclasses import replace

from game.errors import RecordError
from game.record import OPENING, Node, Record, States, Step, check_scenario, steps_of, told_to
from game.rules import Rules, parsed
from game.state import Phase, State
from game.tui.play.annals import Passage, passage_of
from game.tui.play.stamps import Stamp, stamped

SHOWN_BEFORE = 16
"""So many passages stand above the newest."""
KEPT = 200
"""So many steps are kept at most, with what was told of them."""
CHOOSES = "choose"
"""The word for a decision in a scene."""


class Course:
    """One line of a record, as its chair was told it; it decides nothing."""

    def __init__(
        self,
        rules: Rules,
        record: Record,
        to: int,
        mode: str,
        states: States | None = None,
        seat: int | None = None,
    ) -> None:
        """Take the line that leads to a node, told to a chair; to the recorded one if none is said.

        Raises `RecordError` for a record of another scenario, and where there is no such node.
        """
        check_scenario(rules, record)
        self.rules = rules
        self.record = record
        self.mode = mode
        self.seat = told_to(rules, record.heading) if seat is None else seat
        """The chair that the line is told to."""
        self.path: tuple[Node, ...] = record.path(to)
        self.last = len(self.path)
        """The last place that can be gone to."""
        self.trouble = ""
        """Why the line no longer replays to its end, if it does not."""
        self._states = States(rules, record.heading.seed) if states is None else states
        self._places = {node.id: place for place, node in enumerate(self.path, 1)}
        self._steps: dict[int, Step] = {}
        self._told: dict[int, Passage] = {}
        self._sittings: list[int] = [self._states.at(record, OPENING).sitting]
        """The sittings of the first places, as far as they were looked at."""
        self.sittings_begun: list[int] = []
        """The places in which a sitting begins, as far as they are known."""

    @property
    def is_known(self) -> bool:
        """Whether the sitting of every place is known."""
        return len(self._sittings) > self.last

    def node(self, place: int) -> int:
        """Return the node at which one stands in a place."""
        return self.path[place - 1].id if place else OPENING

    def place_of(self, node: int) -> int | None:
        """Return the place of a node; `None` where it is not on this line."""
        return 0 if node == OPENING else self._places.get(node)

    def reached(self, place: int) -> int:
        """Return a place, or the last one before it to which the line still replays."""
        place = min(max(0, place), self.last)
        try:
            self.state(place)
        except RecordError:
            self._find_trouble()
        return min(place, self.last)

    def state(self, place: int) -> State:
        """Return what was true in a place; raises `RecordError` where the line does not replay."""
        return self._states.at(self.record, self.node(place))

    def step(self, place: int) -> Step:
        """Return the decision that led to a place after the opening, and what came of it."""
        if place not in self._steps:
            self._read(place, place)
        return self._steps[place]

    def _read(self, first: int, last: int) -> None:
        """Recompute the steps to some places in one go, as far as they are not kept."""
        missing = [place for place in range(first, last + 1) if place not in self._steps]
        if not missing:
            return
        if len(self._steps) > KEPT:
            self._steps.clear()
            self._told.clear()
            missing = [first, last]
        before = self.state(missing[0] - 1)
        path = self.path[missing[0] - 1 : missing[-1]]
        self._steps.update(enumerate(steps_of(self.rules, before, path), missing[0]))

    def is_own(self, place: int) -> bool:
        """Return whether the chair itself decided what led to a place."""
        return self.path[place - 1].seat_id == self.rules.table.seats[self.seat]

    def passage(self, place: int, *, is_newest: bool = False) -> Passage:
        """Return what was told of the step to a place; of the newest an old forecast, too."""
        step = self.step(place)
        asked = is_newest and self.is_own(place) and step.decision.verb == "forecast"
        if asked or place not in self._told:
            stamp: Stamp | None = None
            if asked:
                stamp = stamped(self.rules, step.before, step.decision, self.seat)
            self._told[place] = passage_of(self.rules, step, self.seat, self.mode, stamp)
        return self._told[place]

    def told(self, place: int) -> tuple[list[Passage], Passage | None]:
        """Return what was told before a place, and what is new there; `None` at the opening."""
        older: list[Passage] = []
        shown = ""
        first = max(1, place - SHOWN_BEFORE)
        self._read(first, place)
        for at in range(first, place):
            passage = self.passage(at)
            if not passage.is_empty:
                shown, passage = _dated(passage, shown)
                older.append(passage)
        if not place:
            return older, None
        newest = self.passage(place, is_newest=True)
        if newest.scene:
            # The scene was read before it was decided; only what came of it is new.
            shown, read = _dated(replace(newest, deed="", lines=(), answer=""), shown)
            older.append(read)
            newest = replace(newest, scene="")
        return older, _dated(newest, shown)[1]

    # Where to go.

    def sitting(self, place: int) -> int:
        """Return the sitting in which one stands in a place."""
        if place < len(self._sittings):
            return self._sittings[place]
        return self.state(place).sitting

    def sitting_from(self, place: int, by: int) -> int:
        """Return where the next sitting begins, or this one, or the one before; else an end."""
        if by > 0:
            return next((at for at in range(place + 1, self.last) if self._begins(at)), self.last)
        return next((at for at in range(place - 1, 0, -1) if self._begins(at)), 0)

    def _begins(self, place: int) -> bool:
        return self.sitting(place) > self.sitting(place - 1)

    def unseen_from(self, place: int, seen: frozenset[str]) -> int | None:
        """Return where the next scene of this chair is read that was never seen; `None` for none.

        That is the place before its decision.
        """
        seat = self.rules.table.seats[self.seat]
        for at in range(place + 1, self.last):
            node = self.path[at]
            if node.seat_id != seat or not node.decision_text.startswith(f"{CHOOSES} "):
                continue
            if parsed(node.decision_text, self.rules.table).name not in seen:
                return at
        return None

    def parting(self, node: int | None = None) -> int | None:
        """Return the place of a node; when none is named, the first one that others lie beside."""
        if node is not None:
            return self.place_of(node)
        children = self.record.children
        apart = (at for at, step in enumerate(self.path, 1) if len(children[step.parent]) > 1)
        return next(apart, None)

    def scene(self, place: int) -> str:
        """Return the scene that waits for the chair in a place, by id; empty where none does."""
        state = self.state(place)
        if state.ended is not None or state.phase != Phase.SCENE or state.seat != self.seat:
            return ""
        return self.rules.scenes.all[state.scene].id

    # What is looked at beforehand.

    def look_ahead(self, most: int) -> bool:
        """Look at the sittings of some places more; return whether there is nothing left to do."""
        every = self._states.every
        until = len(self._sittings) + most
        while not self.is_known and len(self._sittings) < until:
            first = len(self._sittings)
            place = min(first + every - 1, self.last)
            try:
                sitting = self.state(place).sitting
            except RecordError:
                self._find_trouble()
                continue
            if sitting == self._sittings[-1]:
                self._sittings += [sitting] * (place - first + 1)
                continue
            for at in range(first, place + 1):
                self._sittings.append(self.state(at).sitting)
                if self._begins(at):
                    self.sittings_begun.append(at)
        return self.is_known

    def _find_trouble(self) -> None:
        """Find the first place to which the line no longer replays, and end before it."""
        low, high = 0, self.last
        while low < high:
            middle = (low + high + 1) // 2
            try:
                self.state(middle)
            except RecordError as error:
                self.trouble, high = str(error), middle - 1
            else:
                low = middle
        self.last = low


def _dated(passage: Passage, shown: str) -> tuple[str, Passage]:
    """Return the date that is shown by now, and a passage without it if it was shown before."""
    if passage.when == shown:
        return shown, replace(passage, when="")
    return passage.when, passage
