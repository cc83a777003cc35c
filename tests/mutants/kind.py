"""What a kind of fault is: which words it befalls, what becomes of them, what may be said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

Change = Callable[[re.Match[str]], str]

COVER, TABLE, EVENTS, ENDINGS = r"^scenario\.yaml", r"^tables/", r"^events/", r"^endings\.yaml"
ADVISERS, DOSSIERS, SOURCES = r"^advisers\.yaml", r"^dossiers\.yaml", r"^sources\.yaml"
MAP, CALENDAR, TESTS = r"^map/", r"^calendar\.yaml", r"^tests/"
PAGES, BRIEFS, HISTORY = r"^(codex|briefs)/", r"^briefs/", r"^history\.amur"
YAML = r"^(?!tests/).*\.yaml$"
"""Every file of the scenario itself."""


class Elsewhere(NamedTuple):
    """A line other than the spoilt one at which something true may be said."""

    code: str
    files: str
    """An expression that is found in the names of the files."""
    why: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to spoil a line."""

    name: str
    files: str
    """An expression that is found in the names of the files."""
    finds: str
    """An expression that is found in a file; of each line the first that is found is spoilt."""
    change: Change | str | None
    """What takes the place of what was found; `None` takes the whole file away."""
    says: str = ""
    """The codes that may be told at the spoilt line, with spaces between; without any, all may."""
    near: tuple[int, ...] = (0,)
    """Lines that may rightly be named, counted from the first that is changed."""
    why_near: str = ""
    told: tuple[Elsewhere, ...] = ()
    """Where else the fault itself may be told, such as at the other of two that clash."""
    follows: tuple[Elsewhere, ...] = ()
    """Where besides something else is wrong, once the line is spoilt."""
    cuts: bool = False
    """The file cannot be read on behind it."""

    @property
    def needs_rules(self) -> bool:
        """Whether it is looked for once the scenario can be played, beside nothing else wrong."""
        return self.files in (TESTS, HISTORY) or self.says in ("empty-zone", "total-zone")


def misspelt(match: re.Match[str]) -> str:
    """Return the second group with two letters in its middle that belong to no word."""
    before, word = match.group(1), match.group(2)
    at = len(word) // 2
    return f"{before}{word[:at]}zq{word[at:]}"
