"""Which screen shows a play: the one place that knows seasons from tables."""

from __future__ import annotations

from game.files.plays import KeptPlay
from game.session import Session
from game.tui.play.in_play import InPlay


def stage(play: KeptPlay | Session, mode: str) -> InPlay:
    """Return a screen for where a play stands now; a campaign that is over stands in a season."""
    session = play.session if isinstance(play, KeptPlay) else play
    if session.in_season:
        # Imported here, as a play of one table needs none of it.
        from game.tui.season.screen import SeasonScreen

        return SeasonScreen(play, mode)
    from game.tui.play.screen import PlayScreen

    return PlayScreen(play, mode)
