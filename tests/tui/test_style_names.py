"""Style sheets know widgets by the names of their classes: a name that is styled is borne once."""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module
from pkgutil import walk_packages

from textual.dom import DOMNode

import game.tui


def ours() -> list[type[DOMNode]]:
    for module in walk_packages(game.tui.__path__, "game.tui."):
        import_module(module.name)
    found: list[type[DOMNode]] = []
    waiting: list[type[DOMNode]] = [DOMNode]
    while waiting:
        for one in waiting.pop().__subclasses__():
            waiting.append(one)
            if one.__module__.startswith("game.tui."):
                found.append(one)
    return list(dict.fromkeys(found))


def test_a_name_that_is_styled_is_borne_by_one_class() -> None:
    """Else the frame of a box in one screen is drawn round the whole of another."""
    by_name: dict[str, list[type[DOMNode]]] = defaultdict(list)
    for one in ours():
        by_name[one.__name__].append(one)
    for name, bearing in by_name.items():
        styled = [one for one in bearing if one.__dict__.get("DEFAULT_CSS")]
        assert not styled or len(bearing) == 1, name
