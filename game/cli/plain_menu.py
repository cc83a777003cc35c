"""Menus in lines of text: acts with their keys, and why some may not be done now."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import ended, item, runs, wrapped
from game.coach.menu import Entry, about, place
from game.coach.spent import spent
from game.negotiation import Package
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.state import State


def lines(menu: list[Entry]) -> Iterator[str]:
    """Yield a menu, each line with its key; a reason that lines share stands once beneath it."""
    closed: dict[str, list[str]] = {}
    for entry in menu:
        if entry.refused:
            closed.setdefault(entry.refused, []).append(entry.key)
    for entry in menu:
        yield item(entry.key, f"{entry.label}{_mark(entry.refused, closed)}")
    for reason, keys in closed.items():
        if len(keys) > 1:
            yield wrapped(f"Not now ({runs(keys)}): {ended(reason)}", "", "    ")


def open_lines(menu: list[Entry]) -> Iterator[str]:
    """Yield what of a menu can be done now; of the rest the keys, as its reasons were told."""
    closed = [entry.key for entry in menu if entry.refused]
    for entry in menu:
        if not entry.refused:
            yield item(entry.key, entry.label)
    if closed:
        yield wrapped(f"Not now: {runs(closed)}; 'menu' says what they are and why.", "", "    ")


def chosen(menu: list[Entry], text: str) -> Entry | None:
    """Return the line whose key was typed."""
    key = str(int(text)) if text.isdecimal() else text.lower()
    return next((entry for entry in menu if entry.key == key), None)


def _mark(reason: str, closed: dict[str, list[str]]) -> str:
    if not reason:
        return ""
    return " (not now)" if len(closed[reason]) > 1 else f" (not now: {reason.removesuffix('.')})"


def argument(rules: Rules, state: State, head: Head, draft: Package) -> str:
    """Return an argument of an act in words, and why it could move nothing, where it could not."""
    said = about(rules, head, None if head.bare else draft)
    remark = spent(rules, state, head, (draft,))
    return f"{said} ({remark})" if remark else said


def refused_arguments(rules: Rules, legal: Legal, name: str) -> Iterator[str]:
    """Yield the arguments of an act that may not be used now, each with its number and reason."""
    open_now = {head.about for head in legal.heads if head.name == name}
    for head, reason in legal.refused:
        if head.name == name and head.about and head.about not in open_now:
            said = f"{about(rules, head)} Not now: {ended(reason)}"
            yield item(place(rules, head), said)
