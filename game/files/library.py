"""The player's library: where plays, settings and scenarios of one's own are kept.

records/NAME.amur   scenarios/ID/   trash/   settings.json
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import platformdirs

from game.errors import AmurError, RecordError
from game.files.holding import Hold
from game.files.records import SUFFIX, RecordFile, read_record
from game.record import Heading

Setting = str | int | bool
"""The value of one setting; what it means is the face's business."""

_LONGEST = 40
"""Characters of a seed that go into the name of a file."""


class Play(NamedTuple):
    """A play in the library, in short; or why it cannot be read."""

    path: Path
    heading: Heading | None
    """`None` when the file cannot be read."""
    trouble: str = ""
    decisions: int = 0
    """On the line that leads to the cursor."""
    nodes: int = 0
    """In the whole tree."""
    last: str = ""
    """The last decision before the cursor, in words."""
    names: tuple[str, ...] = ()
    """The bookmarks, in the order of their nodes."""


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
        return [summary(path) for path in self._latest_first()]

    def new_play(self, heading: Heading) -> RecordFile:
        """Return a new file for a play, named after what it began with and numbered."""
        stem = "-".join(filter(None, map(_plain, (heading.scenario, heading.seat, heading.seed))))
        number = 1
        while (path := self.records_folder / f"{stem}-{number}{SUFFIX}").exists():
            number += 1
        return RecordFile.create(path, heading)

    def throw_away(self, play: Path) -> Path:
        """Move a play into the trash and return where it lies there; `bring_back` undoes it.

        Raises `RecordError` when it is being played, or cannot be moved.
        """
        return _moved(play, self.trash_folder)

    def bring_back(self, play: Path) -> Path:
        """Move a play out of the trash and return where it is now."""
        return _moved(play, self.records_folder)

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

    def _latest_first(self) -> list[Path]:
        dated = [
            (path.stat().st_mtime_ns, path.name, path)
            for path in self.records_folder.glob(f"*{SUFFIX}")
            if path.is_file()
        ]
        return [path for _, _, path in sorted(dated, reverse=True)]


def summary(path: Path) -> Play:
    """Return what can be said of a play without its scenario."""
    try:
        record = read_record(path).record
    except RecordError as error:
        return Play(path, None, str(error))
    line = record.path(record.cursor)
    return Play(
        path,
        record.heading,
        decisions=len(line),
        nodes=len(record.nodes),
        last=line[-1].decision_text if line else "",
        names=tuple(record.names[node] for node in sorted(record.names)),
    )


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


def _moved(play: Path, folder: Path) -> Path:
    """Move a play into a folder under a name that is free there; nobody may be playing it."""
    if not play.is_file():
        raise RecordError(f"there is no record {play}")
    hold = Hold(play)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = next(path for path in _names(folder, play) if not path.exists())
        play.rename(target)
    except OSError as error:
        raise RecordError(f"{play} cannot be moved to {folder}: {error.strerror}") from error
    finally:
        hold.release()
    return target


def _names(folder: Path, play: Path) -> Iterator[Path]:
    """Yield names for a play in a folder: its own, then numbered ones."""
    yield folder / play.name
    number = 2
    while True:
        yield folder / f"{play.stem}-{number}{play.suffix}"
        number += 1


def _plain(word: str) -> str:
    """Return a word as every system can bear it in a file's name.

    >>> _plain("Second Try: 1858/5")
    'second-try-1858-5'
    """
    return re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")[:_LONGEST].strip("-")
