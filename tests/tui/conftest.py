"""Keys come faster than a hand to a screen that nobody sees, and nothing is sent to a terminal."""

from __future__ import annotations

from math import inf

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import RenderableType
from textual.geometry import Region
from textual.screen import Screen

from game.tui.play import doubled

_render_update = Compositor.render_update


@pytest.fixture(autouse=True)
def _keys_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    # A key is meant even before a slow machine has drawn what the one before it brought.
    monkeypatch.setattr(doubled, "WITHIN", -inf)


@pytest.fixture(autouse=True)
def _nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every widget in view make its lines, and cut and join them for no terminal.

    A picture, and a test that reads what is painted, has them joined as ever.
    """
    monkeypatch.setattr(Compositor, "render_update", _rendered)


def _rendered(
    self: Compositor,
    full: bool = False,
    screen_stack: list[Screen] | None = None,
    simplify: bool = False,
) -> RenderableType | None:
    if full:
        return _render_update(self, full, screen_stack, simplify)
    visible_screen_stack.set(screen_stack or [])
    changed = self._dirty_regions.copy()
    self._dirty_regions.clear()
    if changed:
        for _ in self._get_renders(Region.from_union(changed).intersection(self.size.region)):
            pass
    return None
