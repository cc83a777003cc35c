"""The witnesses that are kept beside a scenario, each an ordinary record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath

from game.errors import RecordError, UsageError
from game.files.folder_text import unfit
from game.files.new_file import write_new
from game.files.record_lines import heading_text, line_text
from game.files.records import SUFFIX, read_record
from game.record import Record

FOLDER = "witnesses"


def file_of(name: str) -> PurePath:
    """Return the file, within a scenario's folder, of a witness of a name."""
    return PurePath(FOLDER, f"{name}{SUFFIX}")


def kept_witnesses(scenario: Path) -> dict[PurePath, Record]:
    """Return the records kept beside a scenario, by their files within its folder, in order.

    Raises `RecordError` for one that cannot be read, or that is no plain file of a fair size.
    """
    kept: dict[PurePath, Record] = {}
    for path in sorted(scenario.glob(str(file_of("*")))):
        file = path.relative_to(scenario)
        fault = unfit(scenario, str(file))
        if fault is not None:
            raise RecordError(str(fault))
        kept[file] = read_record(path).record
    return kept


def keep_witnesses(scenario: Path, records: Mapping[str, Record]) -> list[Path]:
    """Keep these records, by their names, in place of those there were; return what was written.

    Raises `UsageError` where they cannot be written.
    """
    folder = scenario / FOLDER
    written = []
    try:
        folder.mkdir(exist_ok=True)
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            if path.stem not in records:
                path.unlink()
        for name, record in records.items():
            path = scenario / file_of(name)
            lines = (heading_text(record.heading), *map(line_text, record.lines))
            data = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
            if path.is_file() and path.read_bytes() == data:
                continue
            aside = path.with_name(f".{path.name}.aside")
            aside.unlink(missing_ok=True)
            write_new(aside, data)
            aside.replace(path)
            written.append(path)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror}") from error
    return written
