"""A play in short: what its record says of it without the scenario."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from game.errors import RecordError
from game.files.records import read_record
from game.record import OPENING, Heading, own_decisions

_DAY, _LAST_SECOND = 86_400, 250_000_000_000
"""The range of what a calendar can say, in seconds; a file may claim any date."""


class Stamp(NamedTuple):
    """What tells a file as it is from the same file as it was."""

    changed: int
    """Nanoseconds, as the system counts them."""
    size: int
    """Bytes."""

    @classmethod
    def of(cls, path: Path) -> Stamp:
        """Return the stamp of a file; raises `OSError` where there is none."""
        found = path.stat()
        return cls(found.st_mtime_ns, found.st_size)


class Play(NamedTuple):
    """A play in the library, in short; or why it cannot be read."""

    path: Path
    heading: Heading | None
    """`None` when the file cannot be read."""
    trouble: str = ""
    decisions: int = 0
    """That people made on the line that leads to the cursor; what they asked is none."""
    nodes: int = 0
    """In the whole tree, of every seat."""
    name: str = ""
    """What the player calls the play; empty where he gave it no name."""
    names: tuple[str, ...] = ()
    """The bookmarks within it, in the order of their nodes."""
    stamp: Stamp = Stamp(0, 0)
    """Of the file when it was read."""

    @property
    def called(self) -> str:
        """What the play is called: its name, else that of its file."""
        return self.name or self.path.stem

    @property
    def played(self) -> datetime:
        """When something was decided in it last, by the clock of the place."""
        seconds = self.stamp.changed // 1_000_000_000
        return datetime.fromtimestamp(min(max(_DAY, seconds), _LAST_SECOND)).astimezone()


def summary(path: Path) -> Play:
    """Return a play in short; cost in proportion to its length."""
    try:
        stamp = Stamp.of(path)
        record = read_record(path).record
    except RecordError as error:
        return Play(path, None, str(error), stamp=stamp)
    except OSError as error:
        return Play(path, None, f"{path} cannot be read: {error.strerror}")
    return Play(
        path,
        record.heading,
        decisions=len(own_decisions(record, record.path(record.cursor))),
        nodes=len(record.nodes),
        name=record.names.get(OPENING, ""),
        names=tuple(record.names[node] for node in sorted(record.names) if node != OPENING),
        stamp=stamp,
    )
