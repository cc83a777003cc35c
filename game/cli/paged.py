"""What is longer than a window: at a terminal it is turned page by page."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable

import click


def put_page(lines: Iterable[str]) -> None:
    """Print a page; at a terminal that is too low for it, page by page."""
    from game.cli.plain_text import put_all

    laid = "\n".join(lines).split("\n")
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if is_terminal and len(laid) >= shutil.get_terminal_size().lines:
        click.echo_via_pager("\n".join(laid) + "\n")
    else:
        put_all(laid)
