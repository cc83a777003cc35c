"""What is said of a key that chose nothing: which line it would have chosen."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from game.coach.words_for import listed
from game.tui.play.linekeys import key_shown
from game.tui.play.options import Offer

ENTER = 0
"""What stands for Enter beside the numbers of the lines."""
NOT_TAKEN = "Not taken: {keys}."
LONGEST = 28
"""Letters of a line that is named."""


def not_taken(offers: Sequence[Offer], typed: Sequence[int | str], current: Offer | None) -> str:
    """Return which line the first of the keys that were typed would choose, and the other keys.

    Enter would choose the `current` line; a key may stand before a line without being a number.
    """
    first, *further = typed
    offer = current if first == ENTER else _line_of(offers, first)
    line = _shown(first) if offer is None else _named(offer)
    return NOT_TAKEN.format(keys=listed([f"“{line}”", *map(_shown, further)]))


def _line_of(offers: Sequence[Offer], key: int | str) -> Offer | None:
    start = f"{key} "
    return next((o for o in offers if key in o.numbers or str(o.text).startswith(start)), None)


def _named(offer: Offer) -> str:
    first = str(offer.text).strip().splitlines()[0].split("  ")[0]
    return shorten(first, LONGEST, placeholder="…")


def _shown(key: int | str) -> str:
    return "Enter" if key == ENTER else key_shown(str(key))
