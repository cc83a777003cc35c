"""A draft that was not laid down yet, kept beside its record: the record holds what was decided.

It is worth no quarrel: what cannot be written is lost with the window, what cannot be read or is
of another moment is none.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from game.record import OPENING, Record


class KeptDraft(NamedTuple):
    """What one chair was writing when it was seen last."""

    moment: str
    """Where in which play; see `moment_of`."""
    seat: str
    paper: tuple[str, ...]
    """The option of every issue, by id, in the order of the table."""
    carries: bool
    """Whether it goes along with the next act."""


def moment_of(record: Record, cursor: int) -> str:
    """Return what tells a place in a play from every other."""
    digest = record.nodes[cursor].digest if cursor != OPENING else ""
    return f"{record.heading.seed} {cursor} {digest}".strip()


def keep_draft(record: Path, draft: KeptDraft | None) -> None:
    """Keep a draft beside its record; `None` forgets the one that was kept."""
    beside = _beside(record)
    with suppress(OSError):
        if draft is None:
            beside.unlink(missing_ok=True)
        else:
            beside.write_text(json.dumps(draft), "utf-8")


def kept_draft(record: Path) -> KeptDraft | None:
    """Return the draft that was kept beside a record, if it can be read."""
    with suppress(OSError, ValueError, RecursionError):
        match json.loads(_beside(record).read_text("utf-8")):
            case [str(moment), str(seat), [*paper], bool(carries)]:
                return KeptDraft(moment, seat, tuple(map(str, paper)), carries)
    return None


def move_draft(old: Path, new: Path) -> None:
    """Have the draft beside a record follow it to where it is now."""
    with suppress(OSError):
        _beside(old).replace(_beside(new))


def _beside(record: Path) -> Path:
    return record.with_name(f".{record.name}.draft")
