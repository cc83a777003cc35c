"""Record files: JSON Lines, one thing decided or remarked a line, only ever added to.

`read_record` looks; `RecordFile` plays: it holds the file, so that no other process can add to it,
and has every line on the disk before `append` returns.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from game.errors import RecordError, TakenError
from game.files.holding import Hold
from game.files.new_file import write_new
from game.files.record_lines import heading_of, heading_text, line_of, line_text, object_of
from game.record import Heading, Line, Record, Unknown

SUFFIX = ".amur"

_NOT_HELD = "this disk knows no locks: take care that nobody else plays this record at once"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Reading(NamedTuple):
    """A record as it stands in a file, and what had to be passed over."""

    record: Record
    notices: tuple[str, ...]
    """Sentences for the player, each with its line."""
    sound: int
    """How many bytes of the file are whole lines."""
    torn: bool
    """More bytes follow, of a line that was torn off while it was being written."""
    ended: bool
    """The last whole line has its end of line."""


def read_record(path: Path) -> Reading:
    """Return the record in a file, without holding it.

    A torn last line is dropped, a line that cannot be understood is kept and passed over; both
    with a notice. Raises `RecordError` where there is no record at all.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RecordError(f"{path} cannot be read: {error.strerror}") from error
    return _reading(data, path)


class RecordFile:
    """A record file that this process, and no other, adds to."""

    def __init__(self, path: Path, hold: Hold, reading: Reading) -> None:
        self.path = path
        self.record = reading.record
        """As it stood when the file was opened."""
        self.notices = reading.notices if hold.is_firm else (*reading.notices, _NOT_HELD)
        self._hold = hold
        self._sound = reading.sound
        self._torn = reading.torn
        self._lead = b"" if reading.ended else b"\n"
        self._file = os.open(path, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0))

    @classmethod
    def create(cls, path: Path, heading: Heading, lines: Iterable[Line] = ()) -> Self:
        """Return a new file that holds a heading, and lines that are there from the start.

        Raises `RecordError` when none can be made: `TakenError` where there is such a file already,
        or another process is making it.
        """
        texts = [heading_text(heading), *map(line_text, lines)]
        with _held(path) as (hold, kept):
            try:
                write_new(path, b"".join(map(_bytes, texts)))
            except FileExistsError as error:
                raise TakenError(f"{path} exists already; choose another name") from error
            made = cls(path, hold, read_record(path))
            kept()
            return made

    @classmethod
    def open(cls, path: Path) -> Self:
        """Return a file that is there, ready to be added to.

        Raises `RecordError` where there is no record, or when another process holds it, naming it.
        """
        if not path.is_file():
            raise RecordError(f"there is no record {path}")
        with _held(path) as (hold, kept):
            opened = cls(path, hold, read_record(path))
            kept()
            return opened

    def append(self, line: Line) -> None:
        """Add a line and return when it is on the disk.

        Raises `RecordError` when it cannot be written; nothing of it is then in the record.
        """
        if self._file < 0:
            raise RecordError(f"{self.path} is closed; open it again to go on")
        try:
            if self._torn:
                os.ftruncate(self._file, self._sound)
                self._torn = False
            self._sound = os.fstat(self._file).st_size
            self._torn = True  # until all of it is on the disk
            _write(self._file, self._lead + _bytes(line_text(line)))
            os.fsync(self._file)
        except OSError as error:
            if self._torn:
                with suppress(OSError):
                    os.ftruncate(self._file, self._sound)
            raise RecordError(f"{self.path} cannot be written: {error.strerror}") from error
        self._torn, self._lead = False, b""

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1
            self._hold.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _reading(data: bytes, path: Path) -> Reading:
    """Return what a file's bytes say."""
    *raw, last = data.removeprefix(_BYTE_ORDER_MARK).split(b"\n")
    ended = not object_of(last.decode("utf-8", "replace"))
    torn = bool(last) and ended
    if not ended:
        raw.append(last)  # no part of an object is an object: this line is whole
    texts = [line.rstrip(b"\r").decode("utf-8", "surrogateescape") for line in raw]
    if not texts:
        raise RecordError(f"{path} holds no play: its first line is not complete")
    places, lines, notices = [], [], []
    for number, text in enumerate(texts[1:], 2):
        if text and not text.isspace():
            places.append(number)
            lines.append(line_of(text))
            if isinstance(lines[-1], Unknown) and not object_of(text):
                notices.append(f"line {number} cannot be read; it is kept and passed over")
    record, misfits = Record(heading_of(texts[0], str(path))).with_lines(lines)
    notices += [f"line {places[at]} is kept and passed over: {reason}" for at, reason in misfits]
    if torn:
        notices.append(
            f"line {len(texts) + 1} was torn off while it was being written; it is left out"
        )
    sound = len(data) - (len(last) if torn else 0)
    return Reading(record, tuple(notices), sound, torn, ended)


def _bytes(text: str) -> bytes:
    """Return a line as it stands in a file; one that could not be decoded, as it was."""
    return text.encode("utf-8", "surrogateescape") + b"\n"


@contextmanager
def _held(path: Path) -> Iterator[tuple[Hold, Callable[[], object]]]:
    """Hold a file while it is being opened, and beyond if the second thing given is called."""
    with ExitStack() as undoing:
        hold = Hold(path)
        undoing.callback(hold.release)
        try:
            yield hold, undoing.pop_all
        except OSError as error:
            raise RecordError(f"{path} cannot be written: {error.strerror}") from error


def _write(file: int, data: bytes) -> None:
    """Write everything; the system may take it in pieces."""
    while data:
        data = data[os.write(file, data) :]
