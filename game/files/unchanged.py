"""What was read of a scenario's folder, kept while every file in it stays as it is.

The list of what can be played, the play that is then begun and the list of plays each ask for the
same scenario, and to read one takes longer than to draw a screen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from time import time_ns
from typing import Generic, NamedTuple, TypeVar

from game.files.folders import shipped
from game.files.shared_map import THEATRE

Read = TypeVar("Read")

MOST_KEPT = 8
SETTLED = 1_000_000_000
"""Nanoseconds after which a file that was changed again is sure to bear another time."""


class Sign(NamedTuple):
    """By what one sees that a file is another than it was; times in nanoseconds of the epoch."""

    file: str
    number: int
    size: int
    written: int
    changed: int


class Unchanged(Generic[Read]):
    """Keeps the last few things that were read of folders."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[frozenset[Sign], Read]] = {}

    def read(self, folder: Path, read: Callable[[Path], Read]) -> Read:
        """Return what `read` makes of a folder, or has made of it if no file has changed since.

        Raises what `read` raises, and keeps nothing then.
        """
        at, now = folder.absolute(), time_ns()
        signs = frozenset(_signs(at))
        kept = self._kept.pop(at, None)
        if kept is None or kept[0] != signs:
            kept = signs, read(folder)
        if all(sign.changed + SETTLED < now for sign in signs):
            self._kept[at] = kept
            for oldest in list(self._kept)[:-MOST_KEPT]:
                del self._kept[oldest]
        return kept[1]


def _signs(folder: Path) -> Iterator[Sign]:
    """Yield the signs of every file in a folder, and of the maps that scenarios share."""
    for path in (*folder.rglob("*"), *shipped().glob(f"*/{THEATRE}")):
        try:
            found = os.stat(path)
        except OSError:
            continue  # whoever reads it says so
        yield Sign(str(path), found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
