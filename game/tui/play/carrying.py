"""The paper in hand at the keyboard: what changes it, and each turn of it is told."""

from __future__ import annotations

from textual import on
from textual.events import DescendantFocus

from game.tui.keyboard import keys_now
from game.tui.play.acts import Acts
from game.tui.play.keys import CARRY
from game.tui.play.ledger import Ledger
from game.tui.play.looking import Looking


class Carrying(Looking):
    """Follows what is done with the draft of whoever is to decide."""

    @on(DescendantFocus)
    def think_again(self) -> None:
        """Withdraw what was pressed once, and its warning: other things are looked at now."""
        if self.once.forget():
            self.query_one(Acts).show_help()

    @on(Ledger.Changed)
    def draft_changed(self) -> None:
        """Follow the draft: the map answers the clause under the cursor."""
        if self.session.is_over:
            return
        self.think_again()
        self.hand.write(self.query_one(Ledger).draft)
        self.show_hand(advise_soon=True)
        if self.hand.was_turned and self.can_carry:
            self._say_how_it_stands()

    def action_carry(self) -> None:
        """Let the draft go along with the next act, or not."""
        self.think_again()
        self.hand.carry(self.can_carry and not self.hand.carries)
        self.show_hand()
        self._say_how_it_stands()

    def action_bare(self) -> None:
        """Choose the line under the cursor without the paper, where it can be done so."""
        offer = self.query_one(Acts).current
        is_bare = offer is not None and any(head.bare for head in offer.heads[:1])
        if is_bare and self.query_one(Acts).choose_current():
            self.hand.carry(False)
            self.show_hand()

    def _say_how_it_stands(self) -> None:
        """Say below the acts whether the draft goes along: its own foot may not be in view."""
        along = self.hand.along(self.session.view().state, can_go=self.can_carry)
        self.query_one(Acts).hint(along.told(keys_now(self.app, CARRY)))
