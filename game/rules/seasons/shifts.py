"""Changes of tracks by so much, made into one function each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from game.rules.effects import Deed, move
from game.rules.moment import Log, Moment


class Shift(NamedTuple):
    """A change of one track, with where it stands and how far it reaches."""

    track: str
    at: int
    low: int
    high: int
    by: int


def shifting(shifts: Iterable[Shift]) -> Deed:
    """Return what moves tracks one after the other, each within its range."""
    both = [_one_for_all(each) for each in shifts if each.by]
    told = tuple(each for each, _ in both)
    # Plain tuples are taken apart at a third of the cost of named ones.
    plain = tuple(each for _, each in both)
    if len(plain) == 1:
        return _shifting_one(told[0])

    def shift(now: Moment, walk: int, because: str, log: Log | None) -> None:
        if log:
            for track, at, low, high, by in told:
                move(now, track, at, (low, high), by, because, log)
            return
        levels = now.levels
        for at, low, high, by in plain:
            after = levels[at] + by
            levels[at] = low if after < low else high if after > high else after

    return shift


@lru_cache(maxsize=1024)
def _one_for_all(shift: Shift) -> tuple[Shift, tuple[int, int, int, int]]:
    """Return a shift, and it as a plain tuple; the same track is moved so in many scenes."""
    return shift, (shift.at, shift.low, shift.high, shift.by)


def _shifting_one(told: Shift) -> Deed:
    track, at, low, high, by = told

    def shift_one(now: Moment, walk: int, because: str, log: Log | None) -> None:
        if log:
            move(now, track, at, (low, high), by, because, log)
            return
        levels = now.levels
        after = levels[at] + by
        levels[at] = low if after < low else high if after > high else after

    return shift_one
