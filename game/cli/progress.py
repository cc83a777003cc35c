"""How far long work is, on a terminal; nothing anywhere else."""

from __future__ import annotations

import sys

_BAR = 24
"""Cells of the bar."""
_WIDEST = 70
"""Cells of the line that is wiped at the end."""


def progress(done: int, total: int, what: str = "plays") -> None:
    """Show it on the line that the last call wrote."""
    if sys.stderr.isatty():
        full = _BAR * done // max(1, total)
        sys.stderr.write(f"\r[{'#' * full}{'.' * (_BAR - full)}] {done:,} of {total:,} {what}")
        sys.stderr.flush()


def progress_ends() -> None:
    """Wipe the line, so that what follows begins on a clean one."""
    if sys.stderr.isatty():
        sys.stderr.write("\r" + " " * _WIDEST + "\r")
        sys.stderr.flush()
