"""An act that other talks call otherwise is understood, or it is said what there is here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.in_lines import nodes, plain, told

HISTORY = Path("scenarios/the-governor/history.amur")
AT = {"amur-committee": 37, "passage": 86, "mariinsk": 127}
"""A sitting of each table, by a node of the documented line."""


def at_a_table(home: Path, table: str, typed: str) -> str:
    """Return what is answered to a line at a table of The Governor."""
    copy = home / "history.amur"
    copy.write_bytes(HISTORY.read_bytes())
    lines = f"\ngoto {AT[table]}\n{typed}\nlog\n"
    return told(plain(home, "--plain", "--from", str(copy), lines=lines), typed)


@pytest.mark.parametrize(("table", "typed"), [("mariinsk", "dine"), ("amur-committee", "dinner")])
def test_the_same_act_is_taken_by_either_name_and_kept_by_its_own(
    tmp_path: Path, table: str, typed: str
) -> None:
    answered = at_a_table(tmp_path, table, typed)
    assert "trust rises" in answered
    (record,) = (tmp_path / "records").glob("*.amur")
    kept = [node["do"] for node in nodes(record) if node["do"].startswith("tactic d")]
    assert kept[-1] == {"dine": "tactic dinner", "dinner": "tactic dine"}[typed]


@pytest.mark.parametrize(
    ("table", "typed", "here"),
    [
        ("passage", "dinner", "'tea' here (Have tea brought)"),
        ("passage", "tactic dine", "'tea' here (Have tea brought)"),
        ("mariinsk", "resign", "'display' here (Parade the battalions)"),
        ("mariinsk", "grand-duke", "'ultimatum' here (Give a last word)"),
    ],
)
def test_of_an_act_of_other_talks_it_is_said_what_there_is_of_its_kind(
    tmp_path: Path, table: str, typed: str, here: str
) -> None:
    answered = at_a_table(tmp_path, table, typed)
    word = typed.split()[-1]
    assert answered == f"'{word}' is an act of other talks; of its kind there is {here}."
