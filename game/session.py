"""One game being played: a record, a cursor in it, and who decides for the seats.

A face shows `view()` and sends a decision to `decide`; whatever a play needs besides (undo, other
lines, resuming, the story so far) is the cursor standing elsewhere in the record. Nothing is shown
that was not kept first: `keep` is called with each new line before anything comes of it, and when
it raises, nothing has happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from game.errors import IllegalDecisionError, RecordError
from game.policy import Policy
from game.record import (
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
    steps_of,
    told_to,
)
from game.rules import Outcome, Rules, formatted
from game.rules.legal import Legal
from game.state import ASIDES, Decision, State, Turn, View

Keep = Callable[[Line], None]
"""Puts a line where it will be found again, and returns when it is there."""

LOOKED = "The archives were open here; the play went on from an earlier decision."
"""The note that is left on an end from which a person went back."""


class Session:
    """Plays one record on from its cursor."""

    def __init__(
        self,
        rules: Rules,
        record: Record,
        policies: Mapping[str, Policy],
        keep: Keep = lambda line: None,
        persons: Iterable[str] | None = None,
    ) -> None:
        """Take up a record at its cursor; `persons` are the seats people play, else as recorded.

        Where the cursor's line no longer replays, the play goes on from the last node that does;
        `notices` says where and why. Raises `RecordError` for a record of another scenario.
        """
        check_scenario(rules, record)
        self.rules = rules
        self.record = record
        self.persons = record.heading.played if persons is None else frozenset(persons)
        self.policies = policies
        self.notices: tuple[str, ...] = ()
        """Sentences for the player about what taking up the record has met with."""
        seats = rules.table.seats
        for seat in [*self.persons, *seats]:
            if seat not in seats or (seat not in self.persons and seat not in policies):
                raise RecordError(
                    f"nobody plays '{seat}'; the seats here are {' and '.join(seats)}"
                )
        self._keep = keep
        self._states = States(rules, record.heading.seed)
        self._ahead = gone_into(record)
        """The variation that was last gone into from a node."""
        self._seen_last: str | None = None
        self.cursor, self._state = self._taken_up()

    # What is there to see.

    @property
    def state(self) -> State:
        """Everything that is true now: for the review afterwards; faces show views."""
        return self._state

    @property
    def seat_to_move(self) -> str | None:
        """The seat that is to decide, by id; `None` when the talks are over."""
        return None if self.is_over else self._seat_in(self._state)

    @property
    def is_over(self) -> bool:
        """Whether the talks are over."""
        return self._state.ended is not None

    @property
    def awaits_person(self) -> bool:
        """Whether a person is to decide; otherwise `advance` goes on, or the talks are over."""
        return self.seat_to_move in self.persons

    @property
    def seat(self) -> str:
        """The seat whose view is shown: the person's who is to decide, else the recorded one."""
        to_move = self.seat_to_move
        if to_move is not None and to_move in self.persons:
            return to_move
        if len(self.persons) == 1:
            return next(iter(self.persons))
        return self.rules.table.seats[told_to(self.rules, self.record.heading)]

    def view(self) -> View:
        """Return what the seat that is shown may see."""
        return self.rules.seen_by(self.rules.table.seats.index(self.seat), self._state)

    def legal(self) -> Legal:
        """Return what the seat to move may decide; empty when the talks are over."""
        return self.rules.legal_decisions(self._state)

    def outcome(self) -> Outcome | None:
        """Return how the talks ended; `None` while they go on."""
        return self.rules.outcome(self._state)

    def steps(self) -> tuple[Step, ...]:
        """Return every step from the opening to the cursor, recomputed."""
        opening = self._states.at(self.record, OPENING)
        return steps_of(self.rules, opening, self.record.path(self.cursor))

    def line(self) -> Iterator[tuple[State, Decision]]:
        """Yield every decision from the opening to the cursor, with the state it was made in."""
        return ((step.before, step.decision) for step in self.steps())

    def story(self) -> Iterator[Turn]:
        """Yield every turn from the opening to the cursor, recomputed."""
        return (step.turn for step in self.steps())

    @property
    def states(self) -> States:
        """The states of this play's nodes, recomputed on demand."""
        return self._states

    def ways_on(self) -> tuple[Node, ...]:
        """Return the decisions that were already made where the play stands, the last one first."""
        last = self._ahead.get(self.cursor)
        ways = self.record.variations(self.cursor)
        return tuple(sorted(ways, key=lambda node: node.id != last))

    @property
    def needs_curtain(self) -> bool:
        """Whether the screen passes from one person to another, who has not looked at it yet."""
        return len(self.persons) > 1 and self.awaits_person and self.seat != self._seen_last

    def lift_curtain(self) -> None:
        """Note that the person to move is the one who looks at the screen."""
        self._seen_last = self.seat

    @property
    def has_looked(self) -> bool:
        """Whether a person went on from before an end, and so knows what only the end tells."""
        return any(isinstance(line, Note) and LOOKED in line.text for line in self.record.lines)

    # What can be done.

    def decide(self, decision: Decision) -> list[Turn]:
        """Return the turns of a person's decision and of all that policies decide upon it.

        Raises `IllegalDecisionError`, and changes nothing, when it is not allowed.
        """
        if not self.awaits_person:
            to_move = self.seat_to_move
            raise IllegalDecisionError(
                "the talks are over" if to_move is None else f"it is for '{to_move}' to decide"
            )
        return [self._decided(decision), *self.advance()]

    def advance(self) -> list[Turn]:
        """Let the policies decide until a person is to move or the talks are over.

        To be called once when a play begins or is taken up, and after `go_to`.
        """
        turns = []
        while (turn := self.step()) is not None:
            turns.append(turn)
        return turns

    def step(self) -> Turn | None:
        """Let a policy make one decision; `None` when it is a person's, or nobody's, turn."""
        seat = self.seat_to_move
        if seat is None or seat in self.persons:
            return None
        view = self.rules.seen_by(self._state.seat, self._state)
        return self._decided(self.policies[seat].choose(view, self.legal()))

    def undo(self) -> bool:
        """Go back to where a person last decided, or one decision back if nobody does.

        A forecast is no decision, and cannot be had twice by going back before it. Returns
        whether there was anything to take back. What is taken back stays in the record.
        """
        for node in reversed(self.record.path(self.cursor)):
            if node.decision_text.split(" ")[0] in ASIDES:
                continue
            if node.seat_id in self.persons or not self.persons:
                self._move(node.parent)
                return True
        return False

    def redo(self, into: int | None = None) -> bool:
        """Go forward again to where a person is to decide, along the way that was gone last.

        `into` is another of `ways_on`, by its node. Returns whether there was anything to go
        forward to; a way that was left for another is still there.
        """
        if into is not None and into not in self.record.children.get(self.cursor, ()):
            raise RecordError(f"node {into} was not decided here")
        to = self.cursor
        while to in self.record.children:
            to = self._ahead.get(to, max(self.record.children[to])) if into is None else into
            into = None
            state = self._states.at(self.record, to)
            if not self.persons or (state.ended is None and self._seat_in(state) in self.persons):
                break
        if to == self.cursor:
            return False
        self._move(to)
        return True

    def what_if(self, node: int) -> Node:
        """Go to where a person decided a node, to decide otherwise; return what was decided.

        Of another's answer it is the decision before it. Raises `RecordError`, and changes
        nothing, where there is no such decision or its line no longer replays.
        """
        for decided in reversed(self.record.path(node)):
            if decided.decision_text.split(" ")[0] in ASIDES:
                continue
            if decided.seat_id in self.persons or not self.persons:
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
            self._decided(decided_by(self.rules, self._state, node))

    def remark(self, line: Name | Note | Sign | Promotion) -> None:
        """Add a bookmark, a note, a glyph or a promotion; no state changes."""
        self._grown_to(self.record.with_line(line))

    # How it is done.

    def _seat_in(self, state: State) -> str:
        return self.rules.table.seats[self.rules.seat_to_move(state)]

    def _decided(self, decision: Decision) -> Turn:
        """Make a decision for the seat to move; it is kept before it is true."""
        turn = self.rules.apply(self._state, decision)
        record, node = self.record.add(
            self.cursor,
            self._seat_in(self._state),
            formatted(decision, self.rules.table),
            digest(turn.state),
        )
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
            marked = "\n".join(filter(None, (note, LOOKED)))
            self._grown_to(self.record.noted(self.cursor, marked))

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
        recorded, now = self.record.heading, self.rules.scenario
        if recorded.digest not in ("", now.digest):
            yield (
                f"the scenario has changed since this play was begun"
                f" (version {recorded.version} then, {now.version} now)"
            )
        elif at != OPENING and self.record.nodes[at].digest not in ("", digest(state)):
            yield f"node {at} does not come out as it was recorded; `amur verify` says since where"
