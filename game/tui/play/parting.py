"""Between the talks and the last pages: where the other ended them, his words stay in view."""

from __future__ import annotations

from game.rules.legal import Head
from game.tui.play.annals import Annals
from game.tui.play.options import Offer
from game.tui.texts import said

PARTING = "The talks are over"
LAST_PAGES = Offer(
    text=said(("Enter", "$accent"), ": the last pages"),
    heads=(Head("last-pages"),),
    name="last-pages",
    numbers=(1,),
)
"""The one line that is left to choose."""


def is_ended_across(annals: Annals, seat: int) -> bool:
    """Return whether the last decision of a play was the other chair's."""
    steps = annals.steps()
    return bool(steps) and steps[-1].node.seat_id != annals.rules.table.seats[seat]
