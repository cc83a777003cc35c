"""Follows the editor: what changes in a scenario's folder is read beside the play on the screen.

The folder is looked at by a timer, which costs well below 1 ms; the scenario is read, and the play
replayed, in a thread. Only where that came out well is the play taken from the screen and put back
by the new rules, and only while it lies open there and waits for a key.
"""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING, Protocol

from textual.app import App
from textual.notifications import SeverityLevel

from game.errors import AmurError
from game.files.folders import folder_of
from game.files.reloading import GOES_ON, Ready, Reloading, Trouble
from game.tui.play.trouble import TroublePanel
from game.tui.texts import clipped

if TYPE_CHECKING:
    from game.files.plays import KeptPlay
    from game.tui.play.in_play import InPlay
    from game.tui.shelf import Shelf

EVERY = 0.5
"""Seconds between two looks; what has changed is read once it stays as it is from one to the next,
so that no file is read half written."""
LONGEST_SENTENCE = 300
QUIET = 5
"""Seconds for which a notice is shown that needs nobody."""


def reloading(shelf: Shelf, kept: KeptPlay, named: str | None) -> Reloading:
    """Return what watches a play's scenario; raises `ScenarioError` where that is not found.

    Its folder is what was `named`, where that is the scenario of the play, else what has its id.
    """
    id, own = kept.session.game.scenario.id, shelf.library.scenarios_folder
    is_named = named is not None and shelf.scenario(named).id == id
    folder = folder_of(named if named is not None and is_named else id, own)
    return Reloading(kept, folder.absolute(), shelf.seating)


class Stage(Protocol):
    """What shows the play."""

    @property
    def playing(self) -> InPlay | None:
        """The screen of the play, wherever it lies; `None` when it has gone."""
        ...

    @property
    def is_playing(self) -> bool:
        """Whether it lies on top of everything."""
        ...

    def carry_over(self, kept: KeptPlay, said: tuple[str, ...]) -> None:
        """Show a play that was carried over in the place of the one before."""
        ...

    def say_sorry(self, error: AmurError) -> None:
        """Say what went wrong, over whatever is shown."""
        ...


class Follower:
    """Follows the changes of one play's scenario until it is stopped."""

    def __init__(self, app: App[None], stage: Stage, reloading: Reloading) -> None:
        self.reloading = reloading
        self._app = app
        self._stage = stage
        self._files: dict[str, None] = {}
        """Those that have changed and were not read since."""
        self._is_reading = False
        self._ready: Ready | None = None
        self._timer = app.set_interval(EVERY, self.look)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """See what has changed, read what has stayed so, and go on by it when there is time."""
        if self._stage.playing is None:
            self.stop()
            return
        changed = self.reloading.changes()
        if changed:
            self._files |= dict.fromkeys(changed)
            self._ready = None
        elif self._files and not self._is_reading:
            self._is_reading = True
            self._app.run_worker(self._read(tuple(self._files)), group="follow", exclusive=True)
            self._files.clear()
        elif self._ready is not None:
            self._go_on(self._ready)

    async def _read(self, files: tuple[str, ...]) -> None:
        try:
            found = await asyncio.to_thread(self._read_apart, files)
        finally:
            self._is_reading = False
        if self._files or self._stage.playing is None:
            self._files |= dict.fromkeys(files)  # it has changed again meanwhile
        elif isinstance(found, Trouble):
            self._show_trouble(found)
        else:
            self._go_on(found)

    def _read_apart(self, files: tuple[str, ...]) -> Ready | Trouble:
        """Read the scenario, and clear away what was read before.

        Else that is done while the new screen is drawn, and takes longer than to draw it. Now who
        saved a file has his hands elsewhere.
        """
        found = self.reloading.read(files)
        gc.collect()
        return found

    def _show_trouble(self, trouble: Trouble) -> None:
        playing = self._stage.playing
        if playing is not None:
            self._hide_trouble(playing)
            playing.mount(TroublePanel(trouble))
        if not self._stage.is_playing:
            self._notify(trouble.sentences[0], "warning")

    def _hide_trouble(self, playing: InPlay) -> None:
        playing.query(TroublePanel).remove()

    def _go_on(self, ready: Ready) -> None:
        """Go on by the new rules, or do so later: nothing is taken from under somebody's hands."""
        playing = self._stage.playing
        self._ready = ready
        if playing is None or not self._stage.is_playing or playing.is_deciding:
            return
        self._ready = None
        if ready.of is not playing.session.record:
            self._files |= dict.fromkeys(ready.files)  # something was decided meanwhile
            return
        if ready.unchanged:
            self._hide_trouble(playing)
            self._notify(ready.sentences[0])
            return
        said = ready.sentences
        try:
            self.reloading.switch(ready)
        except AmurError as error:
            self._stage.say_sorry(error)
            said = (f"{GOES_ON}.",)
        self._stage.carry_over(self.reloading.play, said)

    def _notify(self, sentence: str, severity: SeverityLevel = "information") -> None:
        words = clipped(sentence, LONGEST_SENTENCE)
        self._app.notify(words, severity=severity, timeout=QUIET, markup=False)
