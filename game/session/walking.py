"""A walk through one record: a cursor in its tree, moved back, forward and anywhere, and kept.

Nothing is true that was not kept first: `keep` is called with each new line before anything comes
of it, and when it raises, nothing has happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from game.errors import RecordError
from game.record import (
    LOOKED,
    OPENING,
    Line,
    Name,
    Node,
    Note,
    Promotion,
    Record,
    Sign,
    States,
    Step,
    check_scenario,
    decided_by,
    digest,
    gone_into,
    has_looked,
    is_aside,
    marked,
    played,
    steps_of,
)
from game.rules import CampaignRules, Game, Rules
from game.state import Decision, State, Turn

Keep = Callable[[Line], None]
"""Puts a line where it will be found again, and returns when it is there."""


class Walk:
    """Stands at a node of a record and goes to others; `persons` are the seats that people play."""

    def __init__(self, rules: Game, record: Record, keep: Keep, persons: frozenset[str]) -> None:
        """Take up a record at its cursor.

        Where the cursor's line no longer replays, the walk begins at the last node that does;
        `notices` says where and why. Raises `RecordError` for a record of another scenario.
        """
        check_scenario(rules, record)
        self.game = rules
        """The rules of the whole play."""
        self.record = record
        self.persons = persons
        self.notices: tuple[str, ...] = ()
        """Sentences for the player about what taking up the record has met with."""
        self._keep = keep
        self._states = States(rules, record.heading.seed)
        self._ahead = gone_into(record)
        """The variation that was last gone into from a node."""
        self.cursor, self._state = self._taken_up()

    # What is there to see.

    @property
    def rules(self) -> Rules:
        """The rules of the table that is sat at.

        Raises `LookupError` in a season, when nobody sits at one.
        """
        return self.game.at(self._state)

    @property
    def in_season(self) -> bool:
        """Whether the play stands between tables."""
        return isinstance(self.game, CampaignRules) and not self._state.at

    @property
    def state(self) -> State:
        """Everything that is true now: for the review afterwards; faces show views."""
        return self._state

    @property
    def states(self) -> States:
        """The states of this play's nodes, recomputed on demand."""
        return self._states

    @property
    def is_over(self) -> bool:
        """Whether the talks are over."""
        return self._state.ended is not None

    def steps(self) -> tuple[Step, ...]:
        """Return every step from the opening to the cursor, recomputed."""
        opening = self._states.at(self.record, OPENING)
        return steps_of(self.game, opening, self.record.path(self.cursor))

    def line(self) -> Iterator[tuple[State, Decision]]:
        """Yield every decision from the opening to the cursor, with the state it was made in."""
        return ((step.before, step.decision) for step in self.steps())

    def story(self) -> Iterator[Turn]:
        """Yield every turn from the opening to the cursor, recomputed."""
        return (step.turn for step in self.steps())

    def ways_on(self) -> tuple[Node, ...]:
        """Return the decisions that were already made where the play stands, the last one first."""
        last = self._ahead.get(self.cursor)
        ways = self.record.variations(self.cursor)
        return tuple(sorted(ways, key=lambda node: node.id != last))

    @property
    def has_looked(self) -> bool:
        """Whether a person went on from before an end, and so knows what only the end tells."""
        return has_looked(self.record)

    # Where one can go.

    def undo(self) -> bool:
        """Go back to where a person last decided, or one decision back if nobody does.

        A forecast is no decision, and cannot be had twice by going back before it. Returns
        whether there was anything to take back. What is taken back stays in the record.
        """
        for node in reversed(self.record.path(self.cursor)):
            if is_aside(node):
                continue
            if node.seat_id in self.persons or not self.persons:
                self._move(node.parent)
                return True
        return False

    def redo(self, into: int | None = None) -> bool:
        """Go forward again to where a person is to decide, along the way that was gone last.

        What was asked there and led nowhere yet stays asked, as `undo` leaves it.

        `into` is another of `ways_on`, by its node. Returns whether there was anything to go
        forward to; a way that was left for another is still there.
        """
        if into is not None and into not in self.record.children.get(self.cursor, ()):
            raise RecordError(f"node {into} was not decided here")
        to = self.cursor
        while to in self.record.children:
            to = self._ahead.get(to, max(self.record.children[to])) if into is None else into
            into = None
            if self._stops_at(to):
                break
        if to == self.cursor:
            return False
        self._move(to)
        return True

    def _stops_at(self, node: int) -> bool:
        """Return whether who goes forward is to decide at a node; of asides it is the last one."""
        on = self._ahead.get(node)
        if on is not None and self._leads_nowhere(self.record.nodes[on]):
            return False
        state = self._states.at(self.record, node)
        return not self.persons or (state.ended is None and self._seat_in(state) in self.persons)

    def _leads_nowhere(self, node: Node) -> bool:
        """Return whether from a node on something was only asked, and nothing decided."""
        return all(is_aside(each) for each in (node, *self.record.main_line_from(node.id)))

    def what_if(self, node: int) -> Node:
        """Go to where a person decided a node, to decide otherwise; return what was decided.

        Of another's answer it is the decision before it; who only asked his people stands where he
        asked. Raises `RecordError`, and changes nothing, where there is no such decision or its
        line no longer replays.
        """
        path = self.record.path(node)
        if path and is_aside(path[-1]):
            self._move(node)  # what was asked stays asked
            return path[-1]
        for decided in reversed(path):
            if not is_aside(decided) and (decided.seat_id in self.persons or not self.persons):
                self._move(decided.parent)
                return decided
        raise RecordError("nobody had decided anything there yet")

    def go_to(self, node: int) -> None:
        """Go to any node of the record, or to the opening.

        Raises `RecordError`, and changes nothing, where its line no longer replays.
        """
        self._move(node)

    def graft(self, path: Iterable[Node]) -> None:
        """Add a line of another record of this seed, decision by decision, and go to its end.

        Raises `RecordError` at a decision that cannot be made here; those before it stay.
        """
        at, left = OPENING, list(path)
        while left and (known := self.record.variation(at, left[0])) is not None:
            at = known.id
            del left[0]
        self._move(at)
        for node in left:
            played(self.game, self._state, node)  # says at which node it stops
            self._decided(decided_by(self.game, self._state, node))

    def remark(self, line: Name | Note | Sign | Promotion) -> None:
        """Add a bookmark, a note, a glyph or a promotion; no state changes."""
        self._grown_to(self.record.with_line(line))

    # How it is done.

    def _seat_in(self, state: State) -> str:
        return self.game.seat_id(state)

    def _decided(self, decision: Decision) -> Turn:
        """Make a decision for the seat to move; it is kept before it is true."""
        turn = self.game.apply(self._state, decision)
        first = self.record.variations(self.cursor)[:1]
        record, node = self.record.add(
            self.cursor,
            self._seat_in(self._state),
            self.game.formatted(decision, self._state),
            digest(turn.state),
        )
        if first and first[0] != node and not is_aside(node) and self._leads_nowhere(first[0]):
            record = record.promote(node.id)
        self._grown_to(record)
        self._states.remember(node.id, turn.state)
        self._ahead[node.parent] = node.id
        self.cursor, self._state = node.id, turn.state
        return turn

    def _move(self, to: int) -> None:
        path = self.record.path(to)
        state = self._states.at(self.record, to)
        if to != self.cursor:
            self._mark_the_end()
        self._grown_to(self.record.moved(to))
        self._ahead.update({node.parent: node.id for node in path})
        self.cursor, self._state = to, state

    def _mark_the_end(self) -> None:
        """Note on an end that a person leaves that it was looked at; a note of his own stays."""
        note = self.record.notes.get(self.cursor, "")
        if self.is_over and self.persons and LOOKED not in note:
            self._grown_to(self.record.noted(self.cursor, marked(note)))

    def _grown_to(self, record: Record) -> None:
        """Have the lines kept that a record has more than ours, then take it for ours."""
        for line in record.lines[len(self.record.lines) :]:
            self._keep(line)
        self.record = record

    def _taken_up(self) -> tuple[int, State]:
        """Return the cursor's node, or the last before it that replays, and its state."""
        path, at = self.record.path(self.record.cursor), self.record.cursor
        try:
            state = self._states.at(self.record, at)
        except RecordError as error:
            at = self._last_sound(path)
            state = self._states.at(self.record, at)
            self.notices += (f"{error}; the play goes on from node {at}",)
        self._states.remember(at, state)
        self.notices += tuple(self._surprises(path, at, state))
        return at, state

    def _last_sound(self, path: tuple[Node, ...]) -> int:
        """Return the last node of a path that replays; the opening when none does."""
        sound = OPENING
        for node in path:
            try:
                self._states.at(self.record, node.id)
            except RecordError:
                break
            sound = node.id
        return sound

    def _surprises(self, path: tuple[Node, ...], at: int, state: State) -> Iterator[str]:
        """Yield what a player should know of a record that comes out otherwise than it did."""
        recorded, now = self.record.heading, self.game.scenario
        if recorded.digest not in ("", now.digest):
            versions = f" (version {recorded.version} then, {now.version} now)"
            told = versions if recorded.version != now.version else ""
            yield f"the scenario has changed since this play was begun{told}"
        elif at != OPENING and self.record.nodes[at].digest not in ("", digest(state)):
            yield f"node {at} does not come out as it was recorded; `amur verify` says since where"
