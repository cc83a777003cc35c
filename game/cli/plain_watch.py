"""Line mode beside the editor: changed files are noticed before each line that is asked for."""

from __future__ import annotations

from shlex import join

from game.cli.plain import LineMode
from game.cli.plain_campaign import CampaignMode
from game.cli.plain_input import Reader
from game.cli.plain_text import put, say
from game.cli.seating import seating
from game.coach.visible import visible
from game.coach.words_for import sentence
from game.errors import AmurError
from game.files.folders import folder_of
from game.files.library import Library
from game.files.plays import KeptPlay
from game.files.reloading import GOES_ON, Ready, Reloading, Trouble
from game.rules import CampaignRules

WATCHED = "{} is watched: what you change there is played at the next line you are asked for."


class _Changed(Exception):
    """The scenario has changed, and the play can go on by it."""

    def __init__(self, ready: Ready) -> None:
        super().__init__()
        self.ready = ready


def play_watched(play: KeptPlay, reader: Reader, scenario: str | None, since: int) -> None:
    """Play until the end, or until whoever plays leaves, and follow what is changed meanwhile.

    `since` is when the scenario was read at the earliest, in nanoseconds of the epoch.
    """
    named = scenario or play.session.game.scenario.id
    folder = folder_of(named, Library.of_player().scenarios_folder).absolute()
    reloading = Reloading(play, folder, seating, since)
    say(WATCHED.format(visible(str(folder))))
    put()
    mode = _mode(play, reader, named)
    reader.before = lambda: _look(reloading)
    try:
        while True:
            try:
                _look(reloading)  # before anybody decides: a play that was left may be an old one
                mode.run()
            except _Changed as changed:
                mode = _carried_over(reloading, changed.ready, mode, named)
            else:
                return
    finally:
        reloading.play.close()


def _mode(play: KeptPlay, reader: Reader, named: str) -> LineMode | CampaignMode:
    command = join(["amur", "play", named, "--plain", "--watch", "--record", str(play.file.path)])
    if isinstance(play.session.game, CampaignRules):
        return CampaignMode(play, reader, command)
    return LineMode(play, reader, command)


def _look(reloading: Reloading) -> None:
    """Raise `_Changed` where the play can go on by what was changed; else say why it cannot."""
    files = reloading.changes()
    if not files:
        return
    found = reloading.read(files)
    if isinstance(found, Trouble) or found.unchanged:
        _say(*found.sentences)
        put()
        return
    raise _Changed(found)


def _carried_over(
    reloading: Reloading, ready: Ready, before: LineMode | CampaignMode, named: str
) -> LineMode | CampaignMode:
    """Return the line mode that goes on by the new rules; by the old ones where that cannot be."""
    try:
        reloading.switch(ready)
    except AmurError as error:
        _say(sentence(str(error)), f"{GOES_ON}.")
    else:
        _say(*ready.sentences)
    put()
    mode = _mode(reloading.play, before.reader, named)
    if isinstance(mode, CampaignMode):
        mode.go_on()
    elif isinstance(before, LineMode):
        mode.go_on_from(before)
    return mode


def _say(*sentences: str) -> None:
    say(*(f"* {text}" for text in sentences))
