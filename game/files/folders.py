"""Where scenarios are: the shipped ones beside or inside the package, others in any folder."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path

import game
from game.errors import ScenarioError
from game.scenario.faults import did_you_mean

COVER = "scenario.yaml"
PARTS = (COVER, "tables", "events", "endings.yaml", "theatre.json")
"""One of these is in every scenario that has been begun, and in every shared map."""


def shipped() -> Path:
    """Return the folder of the shipped scenarios, in a checkout or installed."""
    package = Path(game.__file__).resolve().parent
    inside = package / "scenarios"
    return inside if inside.is_dir() else package.parent / "scenarios"


def find_scenarios(library: Path | None = None) -> list[str]:
    """Return the ids of the shipped scenarios and of those in a player's library, if any."""
    roots = [root for root in (shipped(), library) if root is not None and root.is_dir()]
    return sorted({cover.parent.name for root in roots for cover in root.glob(f"*/{COVER}")})


def folder_of(scenario: str | Path, library: Path | None = None) -> Path:
    """Return the folder of a scenario, named by its id or by a path.

    Raises `ScenarioError` when there is no such folder; an id wins over a folder of that name.
    """
    name = str(scenario)
    for root in (shipped(), library):
        if root is not None and "/" not in name and (root / name / COVER).is_file():
            return root / name
    folder = Path(scenario)
    if folder.name == COVER:
        folder = folder.parent
    if folder.is_dir():
        if not begun_in(folder):
            message = f"the folder {name} holds no scenario; 'amur new {name}' writes one"
            raise ScenarioError(message)
        return folder
    known = find_scenarios(library)
    hint = did_you_mean(name, known) or f"there are {', '.join(known) or 'none'}"
    raise ScenarioError(f"there is no scenario {name}{_no_folder(folder)}: {hint}")


def _no_folder(folder: Path) -> str:
    """Return where a folder was looked for, behind the words that there is no such scenario."""
    if folder.is_absolute():
        return ""
    return f", and no folder {folder} in {Path.cwd()}"


def begun_in(folder: Path) -> bool:
    """Return whether a folder holds a scenario that has been begun, or a shared map."""
    return any(lexists(folder / part) for part in PARTS)


def is_kept(folder: Path, library: Path | None = None) -> bool:
    """Return whether a folder is one of those that `folder_of` finds by an id."""
    roots = [root.absolute() for root in (shipped(), library) if root is not None]
    return folder.absolute().parent in roots


def scenario_with(file: Path) -> Path | None:
    """Return the folder of the scenario that a file belongs to, if it is a file of one."""
    if not file.is_file():
        return None
    return next((folder for folder in file.absolute().parents if (folder / COVER).is_file()), None)
