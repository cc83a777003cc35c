"""The player's library: where plays, settings and scenarios of one's own are kept.

records/NAME.amur   scenarios/ID/   trash/   settings.json
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

import platformdirs

from game.errors import AmurError, TakenError
from game.files.records import SUFFIX, RecordFile
from game.files.summaries import Play, summary
from game.record import Heading, Line

_Made = TypeVar("_Made")
Setting = str | int | bool
"""The value of one setting; what it means is the face's business."""

_LONGEST = 40
"""Characters of a seed that go into the name of a file."""


class Library:
    """The folder that everything of a player's is in."""

    def __init__(self, home: Path) -> None:
        self.home = home

    @classmethod
    def of_player(cls) -> Library:
        """Return the library of whoever runs the game; `AMUR_HOME` moves it."""
        return cls(Path(os.environ.get("AMUR_HOME") or platformdirs.user_data_path("amur", False)))

    @property
    def records_folder(self) -> Path:
        """Where new plays are recorded."""
        return self.home / "records"

    @property
    def scenarios_folder(self) -> Path:
        """Where the player's own scenarios are, a folder each."""
        return self.home / "scenarios"

    @property
    def trash_folder(self) -> Path:
        """Where plays go that were thrown away."""
        return self.home / "trash"

    def plays(self) -> list[Play]:
        """Return all plays, the last one played first; cost in proportion to their length."""
        return [summary(path) for path in self.play_files()]

    def play_files(self) -> list[Path]:
        """Return the files of all plays, unread, the last one played first."""
        return latest_first(self.records_folder)

    def new_play(self, heading: Heading, lines: Iterable[Line] = ()) -> RecordFile:
        """Return a new file for a play, named after what it began with and numbered."""
        lines = tuple(lines)
        return self.placed(heading, lambda path: RecordFile.create(path, heading, lines))

    def placed(self, heading: Heading, make: Callable[[Path], _Made]) -> _Made:
        """Return what is made of the first name that is free for a play that began so.

        `make` creates the file and raises `TakenError` where somebody else was first with it, as
        two plays that begin at the same moment find the same name free; then the next is tried.
        """
        stem = "-".join(filter(None, map(_plain, (heading.scenario, heading.seat, heading.seed))))
        number = 0
        while True:
            number += 1
            path = self.records_folder / f"{stem}-{number}{SUFFIX}"
            if not path.exists():
                with suppress(TakenError):
                    return make(path)

    def settings(self) -> dict[str, Setting]:
        """Return the player's settings; empty before any was made.

        Raises `AmurError`, with the file, when they cannot be read.
        """
        path = self.home / "settings.json"
        try:
            said = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            raise AmurError(
                f"{path} cannot be read; mend it, or delete it to start anew"
            ) from error
        if not isinstance(said, dict) or not all(isinstance(v, Setting) for v in said.values()):
            raise AmurError(f"{path} is no list of settings; mend it, or delete it to start anew")
        return said

    def change_settings(self, changes: Mapping[str, Setting]) -> None:
        """Change some settings and leave the others, whoever made them, as they are."""
        settings = {**self.settings(), **changes}
        replace_text(
            self.home / "settings.json", json.dumps(settings, indent=2, sort_keys=True) + "\n"
        )


def latest_first(folder: Path) -> list[Path]:
    """Return the record files of a folder, the one that was written last first."""
    dated = [
        (path.stat().st_mtime_ns, path.name, path)
        for path in folder.glob(f"*{SUFFIX}")
        if path.is_file()
    ]
    return [path for _, _, path in sorted(dated, reverse=True)]


def free_name(folder: Path, name: str) -> Path:
    """Return the path of a new play in a folder: of that name, or numbered where one has it."""
    wanted = folder / name
    path, number = wanted, 2
    while path.exists():
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        number += 1
    return path


def replace_text(path: Path, text: str) -> None:
    """Write a file so that at any moment it holds either the old text or the new one, whole.

    Raises `AmurError` when it cannot be written; the old one is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=".new-", delete=False
        ) as file:
            try:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
                file.close()
                Path(file.name).replace(path)
            except BaseException:
                file.close()
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise AmurError(f"{path} cannot be written: {error.strerror}") from error


def _plain(word: str) -> str:
    """Return a word as every system can bear it in a file's name.

    >>> _plain("Second Try: 1858/5")
    'second-try-1858-5'
    """
    return re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")[:_LONGEST].strip("-")
