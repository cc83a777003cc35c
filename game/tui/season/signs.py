"""What the signs of a season's screen mean: those beside orders, and those beside tracks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from game.coach.invented import FREELY, MEANS
from game.coach.seasons.effects_told import SIGNS_MEAN
from game.tui.glyphs_table import in_level
from game.tui.map.glyphs import Level
from game.tui.season.choices import LISTS
from game.tui.season.levels import HEARSAY, SINCE
from game.tui.texts import plain, said
from game.tui.widgets.hanging import Row

SIGNS = "Signs"
LISTS_MEAN = (
    "Behind an order: it opens a list of what it may be for, however short. Any other order is done"
    " at once; one that begins a journey, or by which talks are missed, only when it is pressed"
    " twice."
)
SINCE_MEAN = (
    "Beside a number that you have by hearsay: it was told to rise or to fall since the season"
    " opened. The number itself is what was heard then, and is told anew with the next season."
)
HEARSAY_MEANS = "In a bar: as far as what is known by hearsay leaves open."


def signs(level: Level) -> Iterator[Row]:
    """Yield every sign, and what it means."""
    yield LISTS, plain(LISTS_MEAN)
    yield "+ -", plain(SIGNS_MEAN)
    yield FREELY, plain(MEANS)
    yield from signs_of_tracks(level)


def signs_of_tracks(level: Level) -> Iterator[Row]:
    """Yield the signs beside tracks, and what they mean."""
    yield in_level(plain("".join(SINCE.values()).strip()), level).plain, plain(SINCE_MEAN)
    yield HEARSAY[level is Level.ASCII], plain(HEARSAY_MEANS)


def as_paragraphs(rows: Iterable[Row]) -> Iterator[Content]:
    """Yield signs as a page has them."""
    for sign, means in rows:
        yield said((sign, "bold"), "  ", means)
