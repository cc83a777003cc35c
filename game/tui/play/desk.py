"""The desk: what each chair has in hand, and the drafts that are kept while nobody is there."""

from __future__ import annotations

from pathlib import Path

from game.files.drafts import KeptDraft, keep_draft, kept_draft, moment_of
from game.rules import Rules
from game.session import Session
from game.tui.play.hand import Hand


class Desk:
    """Holds the hands of a play; drafts are kept beside its record, where it has a file."""

    def __init__(self, session: Session, rules: Rules, record: Path | None) -> None:
        self.session = session
        self.rules = rules
        self.record = record
        self._hands: dict[int, Hand] = {}
        self._kept = None if record is None else kept_draft(record)

    def hand(self, seat: int) -> Hand:
        """Return what a chair has in hand; it goes on with the draft that was kept for it here."""
        if seat not in self._hands:
            rules = self.rules
            hand = self._hands[seat] = Hand(rules, seat, self.session.view().state)
            kept = self._kept
            if kept is not None and (kept.moment, kept.seat) == self._here(seat):
                paper = rules.table.package_of(kept.paper)
                if paper is not None:
                    hand.take_up(paper, carries=kept.carries)
        return self._hands[seat]

    def clear(self) -> None:
        """Begin every draft anew: the play stands elsewhere."""
        self._hands.clear()
        self._kept = None

    def keep(self, seat: int) -> None:
        """Keep what a chair is writing, or forget what it was."""
        hand = self._hands.get(seat)
        if self.record is None or hand is None:
            return
        if self.session.is_over or not hand.is_own:
            keep_draft(self.record, None)
            return
        paper = self.rules.table.ids_of(hand.draft)
        keep_draft(self.record, KeptDraft(*self._here(seat), paper, hand.carries))

    def _here(self, seat: int) -> tuple[str, str]:
        session = self.session
        return moment_of(session.record, session.cursor), self.rules.table.seats[seat]
