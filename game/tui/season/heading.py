"""The head of a season, from the fullest words to the fewest."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.seasons.head import Head
from game.coach.seasons.tracks import TrackSeen
from game.tui.play.head import Standing
from game.tui.texts import Part, said

BETWEEN = " · "


def standings(head: Head, purse: TrackSeen) -> Iterator[Standing]:
    """Yield how the season stands: its name, both calendars, the ice, and what can be done.

    That whoever decides is away is said in the fewest words, too.
    """
    name: Part = (head.name, "bold")
    old = f"{head.old_style}, old style"
    turn = f"season {head.turn} of {head.of}"
    left = f"{head.left} of {head.actions} orders left"
    money = f"{purse.label} {purse.text}"
    away = [(head.away, "$warning")] if head.away else []
    back = [(head.back, "$warning")] if head.back else []
    waters = [(water, "$secondary") for water in head.waters]
    yield _standing(name, f"{head.days} ({old})", turn, left, money, *away, *waters)
    yield _standing(name, f"{head.days} ({old})", turn, left, money, *back, *waters)
    yield _standing(name, f"{head.days} ({old})", turn, left, money, *back, *waters[:1])
    turn, left = f"{head.turn}/{head.of}", f"{head.left} left"
    money = money.removeprefix("the ")
    yield _standing(name, head.days, old, turn, left, money, *back)
    yield _standing(name, head.days, turn, left, money, *back)


def _standing(*parts: Part) -> Standing:
    return Standing(tuple(map(said, parts)), BETWEEN)
