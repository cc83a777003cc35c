"""A file that is there with all it holds or not at all, and never in place of another."""

from __future__ import annotations

import os
from pathlib import Path

from game.errors import UsageError


def check_new(path: Path) -> None:
    """Raise `UsageError` where there is such a file already, or no folder to put it into."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it")
    if os.path.lexists(path):
        raise _taken(path)
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}; make it first, or name another file")


def write_new_text(path: Path, text: str) -> None:
    """Write a new file with a text.

    Raises `UsageError` where there is one already, and where none can be made.
    """
    try:
        write_new(path, text.encode("utf-8", "replace"))
    except FileExistsError as error:
        raise _taken(path) from error
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error


def _taken(path: Path) -> UsageError:
    return UsageError(f"{path} exists already; choose another name")


def write_new(path: Path, data: bytes) -> None:
    """Write a new file; raises `OSError`, `FileExistsError` where there is one already."""
    _check_free(path)
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _name(aside, path)
    finally:
        aside.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _name(aside: Path, path: Path) -> None:
    """Give a file its name, unless another has it."""
    _check_free(path)
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no links
        aside.rename(path)


def _check_free(path: Path) -> None:
    if os.path.lexists(path):  # what has no name to write aside under, such as `.`, is there
        raise FileExistsError


def _sync_folder(folder: Path) -> None:
    """Have the name of a new file on the disk, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
