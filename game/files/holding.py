"""Holding a file, so that two processes do not write to it at once.

The hold is a lock of the operating system on a small file beside it, which ends with the process
that took it: there is nothing to clean up after a crash. Inside stands who holds it.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

from game.errors import RecordError, TakenError

if sys.platform == "win32":
    import msvcrt

    _BEYOND = 1 << 20
    """A byte that nobody reads; Windows keeps others from reading what is locked."""

    def _lock(file: int) -> None:
        os.lseek(file, _BEYOND, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What a disk says that knows no locks, as some shared folders do not."""


class Hold:
    """A hold on a file, from the moment it is made until `release`."""

    def __init__(self, path: Path) -> None:
        """Take hold; raises `TakenError`, a `RecordError`, when another has it, saying who."""
        self.beside = path.with_name(f".{path.name}.held")
        self.is_firm = True
        """Others are kept out; on a disk that knows no locks they are not."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._taken()
        except BlockingIOError as error:
            raise TakenError(
                f"{path} is being played by {self._holder()}; close it there"
            ) from error
        except OSError as error:
            raise RecordError(f"{path} cannot be held for writing: {error.strerror}") from error
        os.ftruncate(self._file, 0)
        os.write(self._file, f"process {os.getpid()} on {socket.gethostname()}".encode())

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._file < 0:
            return
        if os.name == "posix":
            self.beside.unlink(missing_ok=True)  # while it is still ours
        os.close(self._file)
        self._file = -1
        if os.name != "posix":
            with suppress(OSError):  # somebody else may have taken hold
                self.beside.unlink()

    def _taken(self) -> int:
        """Return the file that holds the lock, which bears its name still."""
        while True:
            file = os.open(self.beside, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(file)
                # Whoever held it before may have taken the name away between the two calls.
                if os.name != "posix" or _same(file, self.beside):
                    return file
            except OSError as error:
                if error.errno in _NO_LOCKS:
                    self.is_firm = False
                    return file
                os.close(file)
                if os.name != "posix" and isinstance(error, PermissionError):
                    raise BlockingIOError from error
                raise
            os.close(file)

    def _holder(self) -> str:
        try:
            return self.beside.read_text("utf-8", "replace") or "another process"
        except OSError:
            return "another process"


def _same(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False
