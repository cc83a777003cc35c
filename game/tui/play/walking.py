"""Going back, forward and anywhere in a play, and showing it where it stands then."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from game.tui.play.acts import Acts
from game.tui.play.looking import Looking
from game.tui.texts import said

if TYPE_CHECKING:
    from game.tui.timeline.grove import Memory


class Walking(Looking):
    """A play that can stand at another decision."""

    _tree: Memory | None = None
    """What was open in the timeline when it was left."""

    @property
    def is_deciding(self) -> bool:
        """Whether a line was chosen and is not done yet."""
        return any(acts.is_waiting for acts in self.query(Acts))

    @abstractmethod
    def come_to(self) -> None:
        """Ask whoever is to decide."""

    def action_undo(self) -> None:
        """Take back the last decision; the line is kept."""
        if self.session.undo():
            self._taken_up("You go back to the decision before.")
        else:
            self._say_not("Nothing was decided yet that could be taken back.")

    def action_redo(self) -> None:
        """Go forward again along the line that was taken back."""
        if self.session.redo():
            self._taken_up("You go forward again.")
        else:
            self._say_not("Nothing was decided from here on; the tree shows all lines.")

    def action_timeline(self) -> None:
        """Show every line of the play; it may go on from elsewhere then."""
        # Imported here: a play can be begun without it.
        from game.tui.timeline.grove import Memory
        from game.tui.timeline.screen import TimelineScreen

        self._tree = self._tree or Memory()
        self.app.push_screen(TimelineScreen(self.session, self._tree), self._come_back)

    def _come_back(self, note: str | None) -> None:
        """Show the play where it stands, if it was moved in the timeline."""
        if note:
            self._taken_up(note)

    def _taken_up(self, note: str) -> None:
        """Show the play where it stands now, elsewhere than before."""
        self.notes = [said((note, "$text-muted")), *self.known()]
        self.empty_hands()
        self.come_to()

    def _say_not(self, why: str) -> None:
        """Say why nothing is done, where there is a place for it."""
        if not self.session.is_over:
            self.query_one(Acts).say((why, "$warning"))
