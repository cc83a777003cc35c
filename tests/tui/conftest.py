"""Keys on a screen that nobody sees come faster than a hand: none of them is a doubled one."""

from __future__ import annotations

import pytest

from game.tui.play import doubled


@pytest.fixture(autouse=True)
def _keys_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubled, "WITHIN", -1.0)
