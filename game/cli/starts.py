"""Rules for the words of a command line: a scenario by id or folder, and one of its starts."""

from __future__ import annotations

from pathlib import Path

from game.errors import UsageError
from game.files.scenarios import read_scenario
from game.rules import Rules


def rules_of(scenario: str, start: str | None, library: Path | None) -> Rules:
    """Return the rules of a scenario from one of its starts; raises `UsageError` for no start."""
    read = read_scenario(scenario, library)
    if start is not None and start not in read.starts:
        known = ", ".join(read.starts) or "no other than the first"
        raise UsageError(f"{read.id} has no start '{start}'; there are {known}")
    return Rules(read, start)
