"""The files of the command line are short enough to have one job each."""

from __future__ import annotations

from pathlib import Path

import pytest

import game.cli

LONGEST = 250
FILES = {path.name: path for path in Path(game.cli.__file__).parent.glob("*.py")}


@pytest.mark.parametrize("name", sorted(FILES))
def test_no_file_of_the_command_line_is_long(name: str) -> None:
    assert len(FILES[name].read_text(encoding="utf-8").splitlines()) < LONGEST
