"""Finding the play that somebody means: by its file, by what he calls it, or by words on it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from game.coach.survey import Survey
from game.errors import UsageError
from game.files.begun_with import chair_of, terms_of, title_of
from game.files.library import Library
from game.files.records import SUFFIX
from game.files.summaries import Play
from game.files.trash import thrown_away
from game.scenario.faults import did_you_mean
from game.scenario.model import AnyScenario

ELSEWHERE = "A play begun with --record NAME lies as NAME.amur in the folder where it was begun"
MOST = 5
"""Plays that are named where several may be meant."""


def find_play(library: Library, said: str) -> Path:
    """Return the file of a kept play, said by the file's name, the play's own, or a path.

    A word without a folder is sought in the library first. Raises `UsageError`, with those that
    may be meant, unless it is exactly one.
    """
    given = None if is_bare(said) else file_said(said)
    if given is not None:
        return given
    plays = library.plays()
    found = _meant(said, plays) or file_said(said)
    if found is None:
        raise _none(said, plays, "there is no play")
    return found


def find_thrown(library: Library, said: str) -> Path:
    """Return the file of a play in the trash, said in the same ways."""
    given = file_said(said)
    if given is not None and given.resolve().parent == library.trash_folder.resolve():
        return given
    plays = thrown_away(library)
    found = _meant(said, plays)
    if found is None:
        raise _none(said, plays, "the trash holds no play")
    return found


def kept_as(library: Library, said: str) -> Path | None:
    """Return the file of the play in the library that a word names, if one does.

    Raises `UsageError`, with those that may be meant, where several do.
    """
    return _meant(said, library.plays())


def kept_in(library: Library, said: str) -> Path | None:
    """Return the file of the library that has a name, with or without its suffix; none is read."""
    return file_said(str(library.records_folder / said)) if is_bare(said) else None


def file_said(said: str) -> Path | None:
    """Return the file that is said, its suffix or not, if there is one."""
    for path in (Path(said), Path(said + SUFFIX)):
        with suppress(OSError):  # not every word can be a file's name
            if path.is_file():
                return path
    return None


def is_bare(said: str) -> bool:
    """Return whether a word names no folder, and so may be the name of a play.

    >>> is_bare("lesson.amur"), is_bare("./lesson.amur")
    (True, False)
    """
    return Path(said).name == said != ""


def not_found(library: Library, said: str) -> UsageError:
    """Return what to say of a record that is nowhere, with a near name where there is one."""
    hint = near_names(library, said) or f"'amur plays' lists the library. {ELSEWHERE}"
    return UsageError(
        f"{said} cannot be read: it is no file, no play of the library and no code; {hint}"
    )


def near_names(library: Library, said: str) -> str:
    """Return a hint with the play of the library whose name is near; empty where none is."""
    return did_you_mean(said, _known(library.plays()))


def has_words(
    words: str, play: Play, scenario: AnyScenario | None = None, survey: Survey | None = None
) -> bool:
    """Return whether all words stand in what is known of a play, in any order and case."""
    found = [play.called, play.path.name, *play.names]
    if play.heading is not None:
        heading = play.heading
        found += [told(heading, scenario) for told in (title_of, chair_of, terms_of)]
    if survey is not None:
        found += [survey.day, survey.result, survey.last_end]
    text = "\n".join(found).casefold()
    return all(word in text for word in words.casefold().split())


def _meant(said: str, plays: list[Play]) -> Path | None:
    """Return the file of the play that a word names, if one does."""
    for play in plays:
        if said in (play.path.name, play.path.stem):
            return play.path
    wanted = " ".join(said.split()).casefold()
    meant = [play for play in plays if play.name and play.name.casefold() == wanted]
    if len(meant) > 1:
        files = ", ".join(play.path.name for play in meant[:MOST])
        more = " and others" if len(meant) > MOST else ""
        raise UsageError(
            f"{len(meant)} plays are called '{said}'; say which by its file: {files}{more}"
        )
    return meant[0].path if meant else None


def _none(said: str, plays: list[Play], none: str) -> UsageError:
    hint = did_you_mean(said, _known(plays)) or f"'amur plays' lists what there is. {ELSEWHERE}"
    return UsageError(f"{none} '{said}'; {hint}")


def _known(plays: list[Play]) -> list[str]:
    return sorted({play.called for play in plays} | {play.path.stem for play in plays})
