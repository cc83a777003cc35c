"""Finding the play that somebody means: by its file, by what he calls it, or by words on it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from game.coach.survey import Survey
from game.errors import UsageError
from game.files.begun_with import chair_of, terms_of, title_of
from game.files.library import Library
from game.files.summaries import Play
from game.files.trash import thrown_away
from game.scenario import Scenario
from game.scenario.faults import did_you_mean

MOST = 5
"""Plays that are named where several may be meant."""


def find_play(library: Library, said: str) -> Path:
    """Return the file of a kept play, said by a path, the file's name or the play's own.

    Raises `UsageError`, with those that may be meant, unless it is exactly one.
    """
    given = _file(said)
    if given is not None:
        return given
    return _found(said, library.plays(), "there is no play")


def find_thrown(library: Library, said: str) -> Path:
    """Return the file of a play in the trash, said in the same ways."""
    given = _file(said)
    if given is not None and given.resolve().parent == library.trash_folder.resolve():
        return given
    return _found(said, thrown_away(library), "the trash holds no play")


def has_words(
    words: str, play: Play, scenario: Scenario | None = None, survey: Survey | None = None
) -> bool:
    """Return whether all words stand in what is known of a play, in any order and case."""
    found = [play.called, play.path.name, *play.names]
    if play.heading is not None:
        heading = play.heading
        found += [told(heading, scenario) for told in (title_of, chair_of, terms_of)]
    if survey is not None:
        found += [survey.day, survey.result]
    text = "\n".join(found).casefold()
    return all(word in text for word in words.casefold().split())


def _file(said: str) -> Path | None:
    """Return the file that is said, if there is one; not every word can be a file's name."""
    path = Path(said)
    with suppress(OSError):
        if path.is_file():
            return path
    return None


def _found(said: str, plays: list[Play], none: str) -> Path:
    for play in plays:
        if said in (play.path.name, play.path.stem):
            return play.path
    wanted = " ".join(said.split()).casefold()
    meant = [play for play in plays if play.name and play.name.casefold() == wanted]
    if len(meant) == 1:
        return meant[0].path
    if meant:
        files = ", ".join(play.path.name for play in meant[:MOST])
        more = " and others" if len(meant) > MOST else ""
        raise UsageError(
            f"{len(meant)} plays are called '{said}'; say which by its file: {files}{more}"
        )
    known = {play.called for play in plays} | {play.path.stem for play in plays}
    hint = did_you_mean(said, sorted(known)) or "'amur plays' lists what there is"
    raise UsageError(f"{none} '{said}'; {hint}")
