"""One game being played: a record, a cursor in it, and who decides for the seats.

A face shows `view()` and sends a decision to `decide`; whatever a play needs besides (undo, other
lines, resuming, the story so far) is the cursor standing elsewhere in the record. Nothing is shown
that was not kept first: `keep` is called with each new line before anything comes of it, and when
it raises, nothing has happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.errors import IllegalDecisionError, RecordError
from game.policy import Policy
from game.record import Record
from game.rules import CampaignOutcome, Game, Outcome
from game.rules.legal import Legal
from game.session.walking import Keep, Walk
from game.state import CLAIMANT, Decision, Turn, View


class Session(Walk):
    """Plays one record on from its cursor."""

    def __init__(
        self,
        rules: Game,
        record: Record,
        policies: Mapping[str, Policy],
        keep: Keep = lambda line: None,
        persons: Iterable[str] | None = None,
    ) -> None:
        """Take up a record at its cursor; `persons` are the seats people play, else as recorded.

        Raises `RecordError` for a record of another scenario, and where a seat is nobody's.
        """
        played = record.heading.played if persons is None else frozenset(persons)
        seats = rules.seats
        super().__init__(rules, record, keep, played)
        for seat in [*played, *seats]:
            if seat not in seats or (seat not in played and seat not in policies):
                raise RecordError(
                    f"nobody plays '{seat}'; the seats here are {' and '.join(seats)}"
                )
        self.policies = policies
        self._seen_last: str | None = None

    # What is there to see.

    @property
    def seat_to_move(self) -> str | None:
        """The seat that is to decide, by id; `None` when the talks are over."""
        return None if self.is_over else self._seat_in(self._state)

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
        return self._told_to

    @property
    def _told_to(self) -> str:
        """The seat that a play is told to while nobody's decision is shown."""
        seat = self.record.heading.seat
        return seat if seat in self.game.seats else self.game.seats[CLAIMANT]

    def view(self) -> View:
        """Return what the seat that is shown may see."""
        return self.game.seen_by(self.game.chair_of(self.seat), self._state)

    def legal(self) -> Legal:
        """Return what the seat to move may decide; empty when the talks are over."""
        return self.game.legal_decisions(self._state)

    def outcome(self) -> Outcome | None:
        """Return how the talks ended; `None` while they go on."""
        outcome = None if self.in_season else self.game.outcome(self._state)
        return outcome if isinstance(outcome, Outcome) else None

    def end(self) -> CampaignOutcome | None:
        """Return how a campaign ended; `None` while it goes on, and where there is none."""
        outcome = self.game.outcome(self._state)
        return outcome if isinstance(outcome, CampaignOutcome) else None

    @property
    def needs_curtain(self) -> bool:
        """Whether the screen passes from one person to another, who has not looked at it yet."""
        return len(self.persons) > 1 and self.awaits_person and self.seat != self._seen_last

    def lift_curtain(self) -> None:
        """Note that the person to move is the one who looks at the screen."""
        self._seen_last = self.seat

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
        view = self.game.seen_by(self._state.seat, self._state)
        return self._decided(self.policies[seat].choose(view, self.legal()))
