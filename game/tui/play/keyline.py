"""The line of keys at the foot: Textual's own, made anew only when it says something new."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Footer
from textual.widgets._footer import FooterKey


class KeyLine(Footer):
    """Shows the keys; the focus going from pane to pane leaves it as it is."""

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)
        self._said: tuple[tuple[str, str, bool], ...] = ()

    def compose(self) -> ComposeResult:
        """Yield the keys that are said.

        Textual's follow whether their line is compact; it holds on to each for that, however long
        it has gone, and those of a season are made anew with every order.
        """
        shown: set[str] = set()
        for active in self.screen.active_bindings.values() if self._said else ():
            binding = active.binding
            if binding.show and binding.action not in shown:
                shown.add(binding.action)
                yield FooterKey(
                    binding.key,
                    self.app.get_key_display(binding),
                    binding.description,
                    binding.action,
                    disabled=not active.enabled,
                    tooltip=active.tooltip,
                )

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
