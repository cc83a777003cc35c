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

_read = scenarios._read


@cache
def _read_once(folder: Path) -> scenarios.Reading:
    return _read(folder, doubting=False)


def _shipped_once(folder: Path, *, doubting: bool = True) -> scenarios.Reading:
    """Read a folder; what comes with the game, and no test writes to, once where it is played."""
    if doubting or folder.parent != shipped():
        return _read(folder, doubting=doubting)
    return _read_once(folder)


def pytest_configure() -> None:
    """Let every play of a shipped scenario share the one that was read."""
    scenarios._read = _shipped_once


def pytest_collection_finish(session: pytest.Session) -> None:
    """Take all that was imported out of what is looked through for what nobody needs any more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*RARELY)
