"""The text of a file in a scenario's folder, which anybody may have written.

What is no plain file, lies elsewhere, is too big or is no UTF-8 text is a fault of that file.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from game.files.folders import shipped
from game.scenario.faults import Code, Fault, Severity

MOST_BYTES = 1_000_000
"""Of one file; the longest that comes with the game has 31,000."""

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def read_text(folder: Path, file: str) -> tuple[str, Fault | None]:
    """Return the text of a file with plain line ends, or why there is none."""
    raw, fault = read_raw(folder, file)
    if fault is not None:
        return "", fault
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        place = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        wide = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
        message = f"this is {'UTF-16, not' if wide else 'not'} UTF-8 text"
        return "", _fault(file, Code.NOT_TEXT, message, "save the file as UTF-8", *place)
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def read_raw(folder: Path, file: str) -> tuple[bytes, Fault | None]:
    """Return what a file holds, or why it is not read."""
    fault = unfit(folder, file)
    if fault is not None:
        return b"", fault
    try:
        return (folder / file).read_bytes(), None
    except OSError as error:
        return b"", _unread(file, error, "see whether you may read it")


def unfit(folder: Path, file: str, most: int = MOST_BYTES) -> Fault | None:
    """Return why a file must not be opened, if there is a reason."""
    path = folder / file
    try:
        found = path.stat()
    except OSError as error:
        there = os.path.lexists(path)
        hint = "see where it leads" if there else "a scenario needs it: write it"
        return _unread(file, error, hint)
    kind = stat.S_IFMT(found.st_mode)
    if kind != stat.S_IFREG:
        message = f"{file} is {_KINDS.get(kind, 'something else')}, not a file"
        return _fault(file, Code.MISSING_FILE, message, "put a file of text in its place")
    if _leads_out(folder, path):
        message = f"{file} is a link to something outside the scenario's folder"
        return _fault(file, Code.OUTSIDE_FOLDER, message, "put a copy into the folder")
    if found.st_size > most:
        message = f"the file has {found.st_size:,} bytes; {most:,} are the most that is read"
        return _fault(file, Code.TOO_BIG, message, "divide it, or take out what is not text")
    return None


def _leads_out(folder: Path, path: Path) -> bool:
    """Return whether a link leads out of a folder; what comes with the game may lie anywhere."""
    real, root = os.path.realpath(path), os.path.realpath(folder)
    inside = Path(real).is_relative_to(root)
    return not inside and os.path.realpath(folder.parent) != os.path.realpath(shipped())


def _unread(file: str, error: OSError, hint: str) -> Fault:
    message = f"{file} cannot be read: {error.strerror}"
    return _fault(file, Code.MISSING_FILE, message, hint)


def _fault(file: str, code: Code, message: str, hint: str, line: int = 1, column: int = 1) -> Fault:
    return Fault(file, line, column, code, Severity.ERROR, message, hint)
