"""What a player calls a play: a line of its record, on the opening.

The file keeps its own name, so that whatever names it still finds it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from game.errors import UsageError
from game.files.records import RecordFile
from game.record import OPENING, Name

LONGEST_NAME = 200
"""Characters of a name; a list shows far less."""


def rename(play: Path, name: str) -> str:
    """Give a play a name, on one line, and return it; an empty one takes the name away.

    Nothing was played by that: the play keeps its place among those that were played last. Raises
    `UsageError` for a name that is too long, `RecordError` while somebody plays it.
    """
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        raise UsageError(f"a name has at most {LONGEST_NAME} characters; this has {len(name)}")
    with RecordFile.open(play) as file:
        if file.record.names.get(OPENING, "") == name:
            return name
        found = play.stat()
        file.append(Name(OPENING, name))
    keep_date(play, found)
    return name


def keep_date(play: Path, found: os.stat_result) -> None:
    """Have a file count as written when it was found to be; where that cannot be, as now."""
    with suppress(OSError):
        os.utime(play, ns=(found.st_atime_ns, found.st_mtime_ns))
