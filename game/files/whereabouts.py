"""Where things of a scenario are written: the file and the line, for an author to go to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath

from game.files.gathering import Gathering
from game.scenario.faults import Path


def written_at(folder: FilePath, things: Mapping[str, Path]) -> dict[str, str]:
    """Return for each thing, given as its path in the scenario, where it begins: `FILE:LINE`.

    The file is named within the folder. What stands nowhere has the place of what is around it.
    """
    places = Gathering(folder).places
    found = {name: places.place(path, at_key=True) for name, path in things.items()}
    return {name: f"{place.file}:{place.line}" for name, place in found.items()}
