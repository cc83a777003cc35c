"""The themes: what is written can be read wherever it may stand."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from game.tui.theme import THEMES
from tests.tui.contrast import contrast

READABLE = 4.5
"""Contrast that body text needs (WCAG 2, AA)."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface", "block-cursor-background"])
@pytest.mark.parametrize("ink", ["text", "text-muted", "accent"])
def test_words_keys_and_details_are_readable_on_every_ground(
    theme: Theme, ground: str, ink: str
) -> None:
    assert contrast(colour(theme, ink), colour(theme, ground)) >= READABLE


def colour(theme: Theme, name: str) -> tuple[int, int, int]:
    """Return a colour of a theme, be it one of Textual's or one of ours."""
    return Color.parse(theme.variables.get(name) or getattr(theme, name)).rgb
