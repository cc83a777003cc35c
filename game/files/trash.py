"""The trash: plays that were thrown away, kept until somebody asks for it to be emptied."""

from __future__ import annotations

from pathlib import Path

from game.errors import RecordError, UsageError
from game.files.drafts import keep_draft, move_draft
from game.files.holding import Hold
from game.files.library import Library, free_name, latest_first
from game.files.summaries import Play, summary


def throw_away(library: Library, play: Path) -> Path:
    """Move a play into the trash and return where it lies there; `bring_back` undoes it.

    Raises `UsageError` for a file that lies elsewhere than in the library, and `RecordError` when
    the play is being played or cannot be moved.
    """
    if not _lies_in(play, library.records_folder):
        raise UsageError(f"{play} does not lie in the library; only its own plays go to the trash")
    return _moved(play, library.trash_folder)


def bring_back(library: Library, play: Path) -> Path:
    """Move a play out of the trash and return where it is now."""
    if not _lies_in(play, library.trash_folder):
        raise UsageError(f"{play} does not lie in the trash")
    return _moved(play, library.records_folder)


def thrown_away(library: Library) -> list[Play]:
    """Return all plays in the trash, the last one played first."""
    return [summary(path) for path in latest_first(library.trash_folder)]


def empty_trash(library: Library) -> int:
    """Delete for good what lies in the trash, and return how many plays that were.

    Raises `RecordError` where one cannot be deleted; those before it are gone by then.
    """
    plays = latest_first(library.trash_folder)
    for play in plays:
        hold = Hold(play)
        try:
            play.unlink()
        except OSError as error:
            raise RecordError(f"{play} cannot be deleted: {error.strerror}") from error
        finally:
            hold.release()
        keep_draft(play, None)
    return len(plays)


def _lies_in(play: Path, folder: Path) -> bool:
    return play.resolve().parent == folder.resolve()


def _moved(play: Path, folder: Path) -> Path:
    """Move a play into a folder under a name that is free there; nobody may be playing it."""
    if not play.is_file():
        raise RecordError(f"there is no record {play}")
    hold = Hold(play)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = free_name(folder, play.name)
        play.rename(target)
    except OSError as error:
        raise RecordError(f"{play} cannot be moved to {folder}: {error.strerror}") from error
    finally:
        hold.release()
    move_draft(play, target)
    return target
