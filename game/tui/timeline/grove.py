"""The stops that the timeline shows: the play's own tree, and history beside it once it may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.coach.untried import tried_in
from game.record import OPENING, Record, States, fair_copy, was_gone_back
from game.record.history import SEED, documented, has_history
from game.record.outline import Outline, Row
from game.session import Session
from game.tui.timeline.painter import Painter
from game.tui.timeline.preview import Preview
from game.tui.timeline.stops import Stop


@dataclass(slots=True)
class Memory:
    """What is as it was when the timeline of a play is opened again."""

    opened: frozenset[int] | None = frozenset()
    is_history_open: bool = False
    marked: Stop | None = None


class Part:
    """One record of the grove, with all that tells of it."""

    def __init__(self, session: Session, record: Record, states: States, seat: int) -> None:
        rules = session.game
        tried = tried_in([record], session.seat)
        self.record = record
        self.outline = Outline(record)
        self.painter = Painter(rules, states, seat, tried)
        self.preview = Preview(rules, self.painter, session.record.heading.mode)

    def grow(self, record: Record) -> None:
        """Follow a record that has more lines than before; its nodes are where they were."""
        if len(record.nodes) != len(self.record.nodes) or record.children != self.record.children:
            self.outline = Outline(record)
        self.record = record


class Grove:
    """Knows which rows there are, which variations are open, and what tells of each."""

    def __init__(self, session: Session, memory: Memory) -> None:
        self.session = session
        self.memory = memory
        self.seat = session.game.chair_of(session.seat)
        self.play = Part(session, session.record, session.states, self.seat)
        self.history: Part | None = None
        """The documented line, once the archives are open; `None` where it begins elsewhere."""
        self.is_open = False
        """It was found that a line of the play has come to an end."""
        self.opened: set[int] | None = None
        """First nodes of the variations that are open; `None` when all are."""
        if memory.opened is not None:
            here = self.play.outline.folds_above(session.cursor)
            self.opened = {*memory.opened, *here}
        self.is_history_open = memory.is_history_open
        self._set_places()

    def remember(self) -> None:
        """Keep what is open for the next time."""
        self.memory.opened = None if self.opened is None else frozenset(self.opened)
        self.memory.is_history_open = self.is_history_open

    def stops(self) -> list[Stop]:
        """Return every row that is to be shown."""
        own = [Stop(self.play.record, row, False) for row in self.play.outline.rows(self.opened)]
        return [*own, *self._stops_of_history()]

    def part(self, stop: Stop) -> Part:
        """Return what tells of a stop."""
        return self.history if stop.is_history and self.history is not None else self.play

    def refresh(self) -> None:
        """Follow the session's record, in which something was remarked."""
        self.play.grow(self.session.record)
        self._set_places()

    def fold(self, stop: Stop, *, opens: bool) -> None:
        """Open the variation that begins at a stop, or fold it away."""
        if stop.is_history:
            self.is_history_open = opens
            return
        if self.opened is None:
            self.opened = {id for id in self.play.record.nodes if self._begins_variation(id)}
        (self.opened.add if opens else self.opened.discard)(stop.row.decided)

    def open_all(self) -> None:
        """Open every variation; where all are open, fold all but those of the line played."""
        here = set(self.play.outline.folds_above(self.session.cursor))
        self.opened = here if self.opened is None else None
        self.is_history_open = self.opened is None

    def reveal(self, node: int) -> None:
        """Open what is folded above a node of the play."""
        if self.opened is not None:
            self.opened |= set(self.play.outline.folds_above(node))

    def reveal_history(self) -> None:
        """Open the documented line."""
        self.is_history_open = True

    def _begins_variation(self, id: int) -> bool:
        record = self.play.record
        return record.children[record.nodes[id].parent][0] != id

    def _set_places(self) -> None:
        record, painter = self.session.record, self.play.painter
        painter.on_line = frozenset(node.id for node in record.path(self.session.cursor))
        painter.here = self.session.cursor
        copy = fair_copy(record)
        painter.fair = copy[-1].id if copy and was_gone_back(record) else -1

    def open_archives(self) -> None:
        """Show the documented line, too: a line of the play has come to an end."""
        session = self.session
        self.is_open = True
        if self.history is None and has_history(session.game):
            states, own = States(session.game, SEED), session.record.heading
            line = documented(session.game)
            # Its rows are those of the chair that looks at it.
            heading = replace(line.heading, seat=own.seat, persons=own.persons)
            self.history = Part(session, replace(line, heading=heading), states, self.seat)

    def _stops_of_history(self) -> Iterator[Stop]:
        if self.history is None:
            return
        record = self.history.record
        folded = 0 if self.is_history_open else len(record.nodes)
        yield Stop(record, Row((), "", True, folded), True)
        if self.is_history_open:
            rows = self.history.outline.rows()
            yield from (Stop(record, row, True) for row in rows if row.stands != OPENING)
