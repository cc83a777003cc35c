"""What a chair holds in hand: the paper it writes, and whether that goes along."""

from __future__ import annotations

from game.coach.binding import is_below_none
from game.coach.papers import first_draft
from game.negotiation import Package
from game.rules import Rules
from game.rules.legal import Head
from game.state import Decision, State
from game.tui.play.along import Along


class Hand:
    """The draft of one chair."""

    def __init__(self, rules: Rules, seat: int, state: State) -> None:
        self.rules = rules
        self.seat = seat
        self.draft: Package = first_draft(rules, seat, state)
        self.carries = False
        """Whether the draft goes along with the next act that may have a paper.

        What was only proposed to the chair never does so unasked.
        """
        self.was_turned = False
        """Whether it goes along because of the last change, and did not before."""
        self._is_own = False

    def follow(self, state: State) -> None:
        """Begin from what lies on the table now, unless a draft of one's own is being written."""
        self.was_turned = False
        if not self._is_own:
            self.draft = first_draft(self.rules, self.seat, state)

    def write(self, draft: Package) -> None:
        """Take another draft; what was changed is meant to go along."""
        self.was_turned = draft != self.draft and not self.carries
        if draft != self.draft:
            self.carries = self._is_own = True
            self.draft = draft

    @property
    def is_own(self) -> bool:
        """Whether a draft is being written that was not laid down yet."""
        return self._is_own

    def take_up(self, draft: Package, *, carries: bool) -> None:
        """Go on with a draft that was being written."""
        self.draft, self.carries, self._is_own = draft, carries, True

    def carry(self, carries: bool) -> None:
        """Let the draft go along, or keep it in the sleeve."""
        self.carries, self.was_turned = carries, False

    def along(self, state: State, *, can_go: bool) -> Along:
        """Return how it stands with the draft, which some act can take along or none."""
        is_worse = is_below_none(self.rules, state, self.draft)
        return Along(self.seat, self.carries, self.was_turned, can_go=can_go, is_worse=is_worse)

    def decision(self, head: Head) -> Decision:
        """Return the decision that an act comes to with what is in hand.

        Who lays a paper down and does nothing else lays down the one that he is writing.
        """
        lays = head.name == self.rules.table.lay and self._is_own
        along = bool(head.spaces) and (self.carries or lays or not head.bare)
        return head.with_paper(self.draft if along else None)

    def laid(self, decision: Decision, state: State) -> None:
        """Follow a decision that was made: what was laid down lies there now."""
        if decision.paper is not None:
            self.carries = self._is_own = False
            self.follow(state)
