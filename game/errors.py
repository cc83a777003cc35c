"""What can go wrong, named after who can mend it.

Every message is a sentence that the person named can act on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class AmurError(Exception):
    """Anything that this program reports in one sentence instead of a traceback."""


class ScenarioError(AmurError):
    """A scenario cannot be played as written; its author can mend it.

    Carries every fault that was found, in the order of the files.
    """

    def __init__(self, message: str, faults: Sequence[object] = ()) -> None:
        super().__init__(message)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join([str(self.args[0]), *map(str, self.faults)])

    @property
    def in_short(self) -> str:
        """The message and the first fault that is no mere warning, on one line."""
        errors = (fault for fault in self.faults if getattr(fault, "is_error", True))
        first = next(errors, self.faults[0] if self.faults else "")
        return f"{self.args[0]} {first}".strip()


class RecordError(AmurError):
    """A record cannot be read or does not replay; whoever owns the file can mend it."""


class TakenError(RecordError):
    """A record's name is another's, or another process is about to take it; the next is free."""


class CodeError(AmurError):
    """A code of a play cannot be read; whoever sent it can send it again, or the record."""


class IllegalDecisionError(AmurError):
    """A decision is not allowed here; whoever decided can choose another."""


class UsageError(AmurError):
    """The words on the command line were wrong; whoever typed them can type others."""


class WordsError(UsageError):
    """A line of words is no decision at all, legal or not; whoever typed it can type another."""
