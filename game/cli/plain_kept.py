"""Before a play in lines: whether one that is kept is gone on with, or another is begun."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from game.cli.plain_ask import ask_one
from game.cli.plain_input import Reader
from game.cli.plain_pages import answered_before_sitting
from game.coach.words_for import counted
from game.errors import AmurError
from game.files.begun_with import chair_of, title_of
from game.files.catalogue import Catalogue
from game.files.library import Library
from game.files.summaries import Play

BEGIN, ANOTHER = "Begin a new play", "Take up another play that is kept"


def gone_on_with(reader: Reader, library: Library) -> Path | None:
    """Return the kept play that is to be taken up; `None` for a new one, or where none is kept.

    Raises `InputEnded` when nothing is wanted.
    """
    catalogue = Catalogue(library)
    plays = {_told(catalogue, play): play.path for play in catalogue.plays() if play.heading}
    if not plays:
        return None
    left, *others = plays
    is_answered = partial(answered_before_sitting, None)
    labels = [f"Continue the play left last: {left}", BEGIN, *([ANOTHER] if others else ())]
    wanted = ask_one(reader, "What would you play?", labels, is_answered)
    if wanted == BEGIN:
        return None
    if wanted == ANOTHER:
        return plays[ask_one(reader, "Which of them?", others, is_answered)]
    return plays[left]


def _told(catalogue: Catalogue, play: Play) -> str:
    """Return what tells a play from all others in one line: no two have the same file."""
    heading = play.heading
    assert heading is not None
    try:
        scenario = catalogue.scenario(heading.scenario)
    except AmurError:
        scenario = None
    parts = [
        title_of(heading, scenario),
        chair_of(heading, scenario),
        counted(play.decisions, "decision") if play.nodes else "not begun",
        f"played {play.played:%d %b %Y %H:%M}",
        *([f"kept in {play.path.name}"] if play.name else ()),
    ]
    return f"{play.called} ({', '.join(parts)})"
