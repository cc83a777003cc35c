"""What the rows of the timeline stand for: places in the play's own tree, or in history."""

from __future__ import annotations

from typing import NamedTuple

from game.record import OPENING, Record
from game.record.outline import Row


class Stop(NamedTuple):
    """A row of one record."""

    record: Record
    row: Row
    is_history: bool
    """It stands in the documented line, not in the play."""

    @property
    def node(self) -> int:
        """The node at which one stands after the row."""
        return self.row.stands

    @property
    def key(self) -> tuple[bool, int]:
        """What stays the same of a stop while rows come and go."""
        return self.is_history, self.row.decided

    def stands_on(self, other: Stop) -> bool:
        """Return whether this row was decided where another one leads."""
        if self.is_history != other.is_history or not self.row.nodes:
            return False
        return self.record.nodes[self.row.decided].parent == (
            other.node if other.row.nodes else OPENING
        )
