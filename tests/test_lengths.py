"""The files of the game are short enough to have one job each."""

from __future__ import annotations

from pathlib import Path

import pytest

import game

LONGEST = 300
"""Lines, from which on one asks what second job has moved in."""
OTHERWISE = {"cli/": 250, "state/__init__.py": 350}
"""Where the answer was another: commands are short, and the state explains each of its fields."""
ROOT = Path(game.__file__).parent
FILES = {path.relative_to(ROOT).as_posix(): path for path in ROOT.rglob("*.py")}


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_file_of_the_game_is_long(name: str) -> None:
    most = next((most for where, most in OTHERWISE.items() if name.startswith(where)), LONGEST)
    assert len(FILES[name].read_text(encoding="utf-8").splitlines()) < most
