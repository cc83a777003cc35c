"""What is said below a list: what a line does, as far as there is room, and where the rest is."""

from __future__ import annotations

from textual.content import Content

from game.coach.words_for import sentence
from game.tui.play.options import MUTED, Offer
from game.tui.texts import lines, said

ALL_OF_IT = "… {key}: all of it"


def help_of(offer: Offer) -> Content:
    """Return what a line does, or why it may not be chosen now."""
    if offer.is_open:
        return said(offer.help)
    return said((sentence(f"Not now: {offer.refused}"), "$warning"))


def in_rows(content: Content, width: int, most: int | None, key: str) -> Content:
    """Return what there is room for; where that is not all, it ends with the key that tells it.

    `most` are the rows that it is left, `width` is 0 before it was laid out.

    >>> in_rows(Content("A post is founded, and people come."), 24, 1, "w").plain
    'A post is… w: all of it'
    >>> in_rows(Content("A post is founded."), 24, 1, "w").plain
    'A post is founded.'
    """
    told = content.wrap(width) if width > 0 else []
    rows = len(told) if most is None else most
    if len(told) <= rows:
        return content
    ends = ALL_OF_IT.format(key=key)
    *whole, last = told[:rows]
    kept = last.plain[: max(0, width - len(ends))]
    if len(kept) < len(last.plain):
        kept = kept.rpartition(" ")[0]
    cut = last[: len(kept)]
    return lines(*whole, said(cut.rstrip(), (ends, MUTED)))
