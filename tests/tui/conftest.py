"""Keys on a screen that nobody sees come faster than a hand: none of them is a doubled one."""

from __future__ import annotations

from math import inf

import pytest

from game.tui.play import doubled


@pytest.fixture(autouse=True)
def _keys_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    # A key is meant even before a slow machine has drawn what the one before it brought.
    monkeypatch.setattr(doubled, "WITHIN", -inf)
