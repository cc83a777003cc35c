"""Menus in lines of text: acts with their numbers, and why some may not be done now."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import ended, item, wrapped
from game.coach.menu import Entry, about
from game.rules import Rules
from game.rules.legal import Legal


def lines(menu: list[Entry]) -> Iterator[str]:
    """Yield a menu, numbered from 1; a reason that lines share stands once beneath it."""
    closed: dict[str, list[int]] = {}
    for number, entry in enumerate(menu, 1):
        if entry.refused:
            closed.setdefault(entry.refused, []).append(number)
    for number, entry in enumerate(menu, 1):
        yield item(number, f"{entry.label}{_mark(entry.refused, closed)}")
    for reason, numbers in closed.items():
        if len(numbers) > 1:
            yield wrapped(f"Not now ({_runs(numbers)}): {ended(reason)}", "", "    ")


def _mark(reason: str, closed: dict[str, list[int]]) -> str:
    if not reason:
        return ""
    return " (not now)" if len(closed[reason]) > 1 else f" (not now: {reason.removesuffix('.')})"


def _runs(numbers: list[int]) -> str:
    """Return numbers as a list in which three or more that follow each other are a run.

    >>> _runs([1, 2, 3, 4, 6, 7])
    '1 to 4, 6, 7'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def refused_arguments(rules: Rules, legal: Legal, name: str) -> Iterator[str]:
    """Yield the arguments of an act that may not be used now, each with its reason."""
    open_now = {head.about for head in legal.heads if head.name == name}
    for head, reason in legal.refused:
        if head.name == name and head.about and head.about not in open_now:
            yield wrapped(f"{about(rules, head)} Not now: {ended(reason)}", "  - ", "    ")
