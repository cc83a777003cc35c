"""What is wrong with a shared map: geography that scenarios draw their theatres from."""

from __future__ import annotations

import json
from csv import Error as CsvError
from pathlib import Path

from game.files.geo import digest
from game.scenario.faults import Code, Fault, Severity

THEATRE = "theatre.json"


def is_shared_map(folder: Path) -> bool:
    """Return whether a folder holds a map for scenarios to share, and is no scenario itself."""
    return (folder / THEATRE).is_file() and not (folder / "scenario.yaml").exists()


def check_map(folder: Path) -> list[Fault]:
    """Return what is wrong: a source that cannot be read, or a theatre that is not made of them."""
    try:
        fresh = digest(folder)
    except OSError as error:
        name = Path(error.filename or folder).name
        return [_fault(name, Code.MISSING_FILE, f"{name} cannot be read: {error.strerror}")]
    except (ValueError, KeyError, TypeError, IndexError, CsvError) as error:
        said = f"the map's files cannot be understood: {type(error).__name__} {error}"
        return [_fault(_culprit(folder), Code.BAD_MAP, said)]
    if (folder / THEATRE).read_text(encoding="utf-8", errors="replace") != fresh:
        said = f"{THEATRE} is not what the files beside it make"
        remedy = f"make it anew with: python -m game.files.geo {folder}"
        return [_fault(THEATRE, Code.BAD_MAP, said, remedy)]
    return []


def _culprit(folder: Path) -> str:
    """Return the first file that is no JSON; the theatre's own where all are."""
    for path in sorted(folder.glob("*.geojson")):
        try:
            json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            return path.name
    return THEATRE


def _fault(file: str, code: Code, message: str, hint: str = "") -> Fault:
    return Fault(file, 1, 1, code, Severity.ERROR, message, hint)
