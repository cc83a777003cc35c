"""The developer's command that brings documented records up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.files.folders import shipped
from game.files.records import read_record
from game.files.scenarios import HISTORY, read_scenario
from game.record import verify
from game.rules import Rules
from tests.remake_history import main, remade

SHIPPED = shipped() / "aigun-six-days" / HISTORY


def outdated(folder: Path) -> Path:
    """Return a copy of the shipped history that says what an older scenario came to."""
    heading, first, *rest = SHIPPED.read_text(encoding="utf-8").splitlines(keepends=True)
    stale = first.replace('"state": "', '"state": "0000')[:-7] + '"}\n'
    note = '{"note": {"on": 1, "text": "kept"}}\n'
    path = folder / "old.amur"
    old = heading.replace('"digest": "', '"digest": "0000')
    path.write_text("".join([old, stale, *rest, note]), encoding="utf-8")
    return path


def test_the_shipped_histories_are_up_to_date() -> None:
    for path in shipped().glob(f"*/{HISTORY}"):
        assert remade(path) == path.read_bytes(), "run python -m tests.remake_history"


def test_digests_are_written_anew_and_nothing_else_is(tmp_path: Path) -> None:
    path = outdated(tmp_path)
    assert main([path]) == 0
    record = read_record(path).record
    rules = Rules(read_scenario("aigun-six-days"))
    assert record.heading.digest == rules.scenario.digest
    assert verify(rules, record) == []
    assert record.main_line() == read_record(SHIPPED).record.main_line()
    assert record.notes == {**read_record(SHIPPED).record.notes, 1: "kept"}


def test_a_line_that_is_no_longer_legal_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = outdated(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("choose dinner", "choose supper"))
    before = path.read_bytes()
    assert main([path]) == 1
    assert path.read_bytes() == before
    assert "node 1" in capsys.readouterr().err
