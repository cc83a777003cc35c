"""What has changed of a scenario's files since one last looked; a look costs well below 1 ms.

A file has changed that holds something else than it did; one that was only touched has not.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from os.path import isabs
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from game.files.folders import COVER

WATCHED = {
    "": (".yaml", ".amur"),
    "tables": (".yaml",),
    "events": (".yaml",),
    "dossiers": (".yaml",),
    "codex": (".md",),
    "briefs": (".md",),
    "map": (".yaml",),
}
"""The folders that a play depends on, and how the names end of the files in them."""
TESTS = {"tests": (".yaml",)}
"""What no play depends on, and whoever writes it has open all the same."""
MOST_BYTES = 2_000_000
"""Of a file that is read to see what it holds."""


class _Seen(NamedTuple):
    """A file as it was seen last."""

    written: int
    size: int
    digest: bytes


class Watch:
    """Looks at one folder, and at some files elsewhere, time and again."""

    def __init__(
        self,
        folder: Path,
        since: int | None = None,
        shelves: Mapping[str, tuple[str, ...]] = WATCHED,
        beside: Collection[str] = (),
    ) -> None:
        """What was written after `since`, in nanoseconds of the epoch, has changed already.

        Files `beside` the folder are named by their whole path.
        """
        self.folder = folder
        self._shelves = shelves
        self._beside = beside
        self._seen: dict[str, _Seen] = {}
        self.changes()
        if since is not None:
            for name, seen in self._seen.items():
                if seen.written > since:
                    self._seen[name] = seen._replace(written=0, digest=b"")

    @property
    def names(self) -> frozenset[str]:
        """The files that were there when one last looked."""
        return frozenset(self._seen)

    def look_beside(self, files: Collection[str]) -> None:
        """Look at these files elsewhere from now on; as they are, they have not changed."""
        if set(files) != set(self._beside):
            self._beside = files
            self._seen = {name: seen for name, seen in self._seen.items() if not isabs(name)}
            self._seen |= {name: seen for name, seen in self._look() if isabs(name)}

    def changes(self) -> tuple[str, ...]:
        """Return the files that have changed since the last look, gone ones too, by their names.

        The cover's stands for all where there is no folder any more.
        """
        found = dict(self._look())
        changed = [name for name in found.keys() | self._seen.keys() if self._has(name, found)]
        self._seen = found
        if COVER in changed and not any(not isabs(name) for name in found):
            return (COVER,)
        return tuple(sorted(changed))

    def _has(self, name: str, found: dict[str, _Seen]) -> bool:
        before, now = self._seen.get(name), found.get(name)
        return before is None or now is None or before.digest != now.digest

    def _look(self) -> Iterator[tuple[str, _Seen]]:
        for path in self._beside:
            with suppress(OSError):
                yield path, self._seen_now(path, path, os.stat(path))
        for shelf, endings in self._shelves.items():
            try:
                entries = list(os.scandir(self.folder / shelf))
            except OSError:
                continue
            for entry in entries:
                if not entry.name.endswith(endings) or entry.name.startswith("."):
                    continue
                name = f"{shelf}/{entry.name}" if shelf else entry.name
                try:
                    found = entry.stat()
                    if S_ISREG(found.st_mode):
                        yield name, self._seen_now(name, entry.path, found)
                except OSError:
                    continue  # it has gone meanwhile

    def _seen_now(self, name: str, path: str, found: os.stat_result) -> _Seen:
        known = self._seen.get(name)
        if known is not None and known[:2] == (found.st_mtime_ns, found.st_size):
            return known
        with open(path, "rb") as file:
            held = file.read(MOST_BYTES)
        digest = blake2b(held, digest_size=16).digest()
        return _Seen(found.st_mtime_ns, found.st_size, digest)
