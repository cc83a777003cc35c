"""The line of keys at the foot: Textual's own, made anew only when it says something new."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen
from textual.widgets import Footer


class KeyLine(Footer):
    """Shows the keys; the focus going from pane to pane leaves it as it is."""

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)
        self._said: tuple[tuple[str, str, bool], ...] = ()

    def bindings_changed(self, screen: Screen[Any]) -> None:
        """Follow the keys that do something now."""
        says = tuple(
            (active.binding.key, active.binding.description, active.enabled)
            for active in screen.active_bindings.values()
            if active.binding.show
        )
        if says != self._said:
            self._said = says
            super().bindings_changed(screen)
