"""How keys are heard: at once, by when they were typed, and with the pauses between them."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.driver import Driver

from game.tui.driver import quick
from game.tui.everywhere import Everywhere
from game.tui.play.doubled import typing


class Hearing(Everywhere):
    """An application that knows when somebody did something."""

    def __init__(self) -> None:
        super().__init__()
        self.when_heard: Callable[[], None] = lambda: None
        """Is done at each key and whatever else a hand does, before the game comes to it."""

    async def on_event(self, event: events.Event) -> None:
        """Have what a key does know when it was typed, however late the game comes to it."""
        if isinstance(event, events.InputEvent):
            self.when_heard()
        if isinstance(event, events.Key):
            with typing(event.time):
                await super().on_event(event)
        else:
            await super().on_event(event)

    def get_driver_class(self) -> type[Driver]:
        """Return a driver for this terminal that hears Escape at once."""
        return quick(super().get_driver_class())
