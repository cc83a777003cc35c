"""The records that a command line names, with the rules to read them by."""

from __future__ import annotations

import sys
from pathlib import Path

from game.files.library import Library
from game.files.plays import rules_told
from game.files.records import Reading, read_record
from game.files.scenarios import HISTORY, folder_of
from game.record import Record
from game.rules import Rules

OF_HISTORY = "history:"
"""Begins the name of a scenario's documented line."""


def opened(name: str, scenario: str | None) -> tuple[Rules, Reading]:
    """Return the rules, and the record with its faults, that a name on the command line means.

    What the record's file or its scenario has to be said of goes to standard error.
    """
    own = Library.of_player().scenarios_folder
    if name.startswith(OF_HISTORY):
        scenario = scenario or name.removeprefix(OF_HISTORY)
        path = folder_of(scenario, own) / HISTORY
    else:
        path = Path(name)
    reading = read_record(path)
    heading = reading.record.heading
    rules = rules_told(heading.scenario, heading.start, own, scenario)
    notices = list(reading.notices)
    if heading.digest not in ("", rules.scenario.digest):
        notices.append("the scenario has changed since; digests are expected to differ")
    for notice in notices:
        print(f"amur: {path}: {notice}", file=sys.stderr)  # noqa: T201
    return rules, reading


def read_named(name: str) -> Record:
    """Return the record in a file, its notices told."""
    reading = read_record(Path(name))
    for notice in reading.notices:
        print(f"amur: {name}: {notice}", file=sys.stderr)  # noqa: T201
    return reading.record
