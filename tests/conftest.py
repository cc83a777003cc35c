"""What all tests of a process have in common is read once, and not gone through again and again."""

from __future__ import annotations

import gc
from functools import cache
from pathlib import Path

import pytest

from game.files import scenarios
from game.files.folders import shipped

RARELY = (20_000, 20, 20)
"""How many things come into being before what is no longer needed is looked for."""

OURS = Path(__file__).resolve().parent
KEPT = (shipped().resolve(), OURS / "cases", OURS / "campaigns")
"""The shelves that no test writes to, by whatever link it gets there."""

_read = scenarios._read


@cache
def _read_once(folder: Path) -> scenarios.Reading:
    return _read(folder, doubting=False)


def _kept_once(folder: Path, *, doubting: bool = True) -> scenarios.Reading:
    """Read a folder; what lies on a shelf that no test writes to, once where it is played."""
    whole = folder.resolve()
    if doubting or whole.parent not in KEPT:
        return _read(folder, doubting=doubting)
    return _read_once(whole)


def pytest_configure() -> None:
    """Let every play of a scenario that stays as it is share the one that was read."""
    scenarios._read = _kept_once


def pytest_collection_finish(session: pytest.Session) -> None:
    """Take all that was imported out of what is looked through for what nobody needs any more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RARELY)
