"""Whether a play is in the library already, its lines the very same ones."""

from __future__ import annotations

from contextlib import suppress

from game.errors import RecordError
from game.files.library import Library
from game.files.records import read_record
from game.files.summaries import Play, summary
from game.record import Record


def same_play(library: Library, record: Record) -> Play | None:
    """Return the kept play that began alike and in which the same was decided; the last played.

    What is remarked in it, and where it stands, may differ. A play that was not begun is like
    none. Cost in proportion to the library.
    """
    if not record.nodes:
        return None
    for path in library.play_files():
        with suppress(RecordError):  # what cannot be read is told where plays are listed
            other = read_record(path).record
            if other.heading == record.heading and other.nodes == record.nodes:
                return summary(path)
    return None


def told_of_same(play: Play) -> str:
    """Return that a play is in the library already, by its file and by its name."""
    called = f", called '{play.name}'" if play.name else ""
    return f"the library has this play already, as {play.path.name}{called}"
