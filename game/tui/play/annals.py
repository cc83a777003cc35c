"""What a chair was told so far: every turn of the line that is played, in passages.

Everything here is computed from the record up to its cursor, so that undo, redo and another chair
need no bookkeeping of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.coach.chronicle import Line, told
from game.coach.deeds import deed
from game.coach.invented import title_in_play
from game.coach.standing import when
from game.record import Step
from game.rules import Game, Rules
from game.session import Session
from game.state import ASIDES, Phase, State, Turn
from game.tui.play.stamps import Stamp, stamped

CLOSED = "table-closed"
"""The entry after which everything is told of the seasons."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One turn as a chair was told it."""

    when: str
    """The day and the sitting; empty where the passage before had the same."""
    title: str
    place: str
    scene: str
    """What a scene of one's own told; empty at the table."""
    deed: str
    """What the chair itself decided; empty for the other's turn."""
    lines: tuple[Line, ...]
    answer: str = ""
    """What the chair's people said when it asked them what to expect."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to read."""
        return not (self.scene or self.deed or self.lines)


class Annals:
    """Tells a chair the line that a session stands at the end of; each forecast is made once.

    Of a campaign it tells the talks of one table: those that are held, or those of a `step`.
    """

    def __init__(self, session: Session, mode: str, of: Step | None = None) -> None:
        self.session = session
        state = session.state if of is None else of.before
        self.rules = session.game.at(state)
        self.mode = mode
        self._talks = talks_of(state)
        self._steps: tuple[Step, ...] = ()
        self._known: list[int] = []
        self._stamps: dict[int, Stamp | None] = {}

    def steps(self) -> tuple[Step, ...]:
        """Return every turn from the opening to the cursor; replayed where it is another line."""
        path = [node.id for node in self.session.record.path(self.session.cursor)]
        if self._known != path:
            own = (step for step in self.session.steps() if talks_of(step.before) == self._talks)
            self._steps = tuple(at_the_table(self.session.game, step) for step in own)
            self._known = path
        return self._steps

    def last_stamp(self, seat: int) -> Stamp | None:
        """Return the last forecast that a chair asked for on the line that is played."""
        asked = (step for step in reversed(self.steps()) if self._is_forecast(step, seat))
        step = next(asked, None)
        return None if step is None else self._stamp(step, seat)

    def _is_forecast(self, step: Step, seat: int) -> bool:
        return (
            step.node.seat_id == self.rules.table.seats[seat] and step.decision.verb == "forecast"
        )

    def _stamp(self, step: Step, seat: int) -> Stamp | None:
        if step.node.id not in self._stamps:
            self._stamps[step.node.id] = stamped(
                self.session.game, step.before, step.decision, seat
            )
        return self._stamps[step.node.id]

    def passages(
        self, seat: int, *, is_stamped: bool = False
    ) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """Return what a chair was told before its last decision or question, and since.

        A last forecast that `is_stamped` on a draft in view is not told beside it.
        """
        steps = self.steps()
        self.last_stamp(seat)
        last = self._last_decided(steps, seat)
        older: list[Passage] = []
        newest: list[Passage] = []
        shown = ""
        for at, step in enumerate(steps):
            passage = self._passage(step, seat)
            if passage.is_empty:
                continue
            if passage.when == shown:
                passage = replace(passage, when="")
            shown = passage.when or shown
            if at == last and passage.scene:
                # The scene was read before it was decided; only what came of it is new.
                older.append(replace(passage, deed="", lines=()))
                passage = replace(passage, when="", scene="")
            if at == last and is_stamped:
                passage = replace(passage, answer="")
            (newest if at >= last else older).append(passage)
        return tuple(older), tuple(newest)

    def _last_decided(self, steps: tuple[Step, ...], seat: int) -> int:
        id = self.rules.table.seats[seat]
        own = [
            at
            for at, step in enumerate(steps)
            if step.node.seat_id == id
            and (step.decision.verb not in ASIDES or self._is_forecast(step, seat))
        ]
        return own[-1] if own else 0

    def _passage(self, step: Step, seat: int) -> Passage:
        own = step.node.seat_id == self.rules.table.seats[seat]
        # To make an old forecast again takes a while: of a play taken up only the last has one.
        stamp = self._stamps.get(step.node.id) if own else None
        return passage_of(self.rules, step, seat, self.mode, stamp)


def talks_of(state: State) -> tuple[int, int]:
    """Return which talks a state belongs to: the table and the season; zeros where it is all."""
    return (state.at, state.turn) if state.at else (0, 0)


def at_the_table(game: Game, step: Step) -> Step:
    """Return a step at a table without what followed from it in the seasons."""
    told = [entry.what for entry in step.turn.entries]
    if CLOSED not in told or isinstance(game, Rules):
        return step
    entries = step.turn.entries[: told.index(CLOSED)]
    return step._replace(turn=Turn(game.closed(step.before, step.decision), entries))


def passage_of(rules: Rules, step: Step, seat: int, mode: str, stamp: Stamp | None) -> Passage:
    """Return a step as a chair was told it; `stamp` is what its people answered, if they did."""
    before, scenario = step.before, rules.scenario
    own = step.node.seat_id == rules.table.seats[seat]
    title = place = scene = ""
    if own and before.phase == Phase.SCENE:
        event = scenario.events[rules.scenes.all[before.scene].id]
        title, place, scene = title_in_play(scenario, event), event.place, event.text
    return Passage(
        when=when(rules, max(1, before.sitting)),
        title=title,
        place=place,
        scene=scene,
        deed=deed(rules, before, step.decision, seat) if own else "",
        lines=told(rules, before, step.turn, seat, mode),
        answer="" if stamp is None else " ".join(stamp.parts),
    )
