"""Menus in lines of text: acts with their numbers, and why some may not be done now."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import item, wrapped
from game.coach.menu import Entry, about
from game.rules import Rules
from game.rules.legal import Legal


def lines(menu: list[Entry]) -> Iterator[str]:
    """Yield a menu, numbered from 1."""
    for number, entry in enumerate(menu, 1):
        reason = f" (not now: {entry.refused})" if entry.refused else ""
        yield item(number, f"{entry.label}{reason}")


def refused_arguments(rules: Rules, legal: Legal, name: str) -> Iterator[str]:
    """Yield the arguments of an act that may not be used now, each with its reason."""
    open_now = {head.about for head in legal.heads if head.name == name}
    for head, reason in legal.refused:
        if head.name == name and head.about and head.about not in open_now:
            yield wrapped(f"{about(rules, head)} Not now: {reason}.", "  - ", "    ")
