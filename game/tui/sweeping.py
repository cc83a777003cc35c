"""What nobody needs any more is swept away while nobody waits for a key.

Python looks for it whenever enough has come into being, whoever waits just then: in a large window
it goes through 200,000 things with some key, and that takes 0.1 s.
"""

from __future__ import annotations

import gc
from asyncio import TimerHandle, get_running_loop
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.files.plays import KeptPlay
    from game.tui.app import AmurApp

PAUSE = 0.6
"""Seconds without a key after which one may sweep, which takes 0.1 s at most and is over before new
lines may be answered. Who goes on faster for long keeps what closed pages left: 20 MB in a large
window when it was 2 s."""
BREATH = 0.3
"""Seconds without a key after which what is newest may be swept, which takes 0.03 s: whoever goes
from line to line does not wait so long."""
FEW = 10_000
"""Things made from which on it is worth while to look through the newest."""
NEWEST, SELDOM, NEVER = 100_000, 5, 100_000
"""Things made before Python looks through them by itself, with whatever key, and how often until
through those before as well, and through all. A closed page leaves 15,000 at most."""
MUCH = 4
"""How often the newest were swept until it is worth while to look through all."""


class Sweeper:
    """Sweeps in pauses, and leaves alone what stays for as long as a play is open."""

    def __init__(self, app: AmurApp) -> None:
        self._app = app
        self._waiting: tuple[TimerHandle, ...] = ()
        self._settled: KeptPlay | None = None
        """The play of which all that was read is left alone."""

    def wait(self) -> None:
        """Wait for a pause anew: there was a key."""
        for waiting in self._waiting:
            waiting.cancel()
        later = get_running_loop().call_later
        self._waiting = later(BREATH, self.sweep_newest), later(PAUSE, self.sweep)

    def sweep_newest(self) -> None:
        """Sweep what is newest, unless a page lies on the play.

        What is looked through and stays is old from then on. A page does not stay: it is swept as
        new, with all that was made for it, once it is closed.
        """
        new, looked_through, _ = gc.get_count()
        if self._app.is_playing and (looked_through or new >= FEW):
            gc.collect(1)

    def sweep(self) -> None:
        """Sweep if there is much to look through, or a play that was not there before."""
        if self._app.kept is not self._settled:
            self._settled = self._app.kept
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        elif gc.get_count()[2] >= MUCH:
            gc.collect()


def sweep_in_pauses(app: AmurApp) -> None:
    """Have the game sweep in pauses; what was read and imported until now is left alone at once."""
    gc.freeze()
    app.when_warm = _leave_alone
    app.when_heard = Sweeper(app).wait


def _leave_alone() -> None:
    """Leave alone what was imported, too; from now on things come and go."""
    gc.freeze()
    gc.set_threshold(NEWEST, SELDOM, NEVER)
