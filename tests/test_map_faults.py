"""A mistake in a scenario's map is found where it stands, like any other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.errors import ScenarioError
from game.files.scenarios import check_scenario, read_scenario

TINY = Path(__file__).parent / "cases" / "tiny"
MAP = """\
geography: shared-map
title: The river at the mill
year: 1857
windows:
  theatre: {west: 120.3, south: 43.2, east: 142, north: 54.25}
called: {aigun: The mill}
first: [aigun]
regions:
  sakhalin: {name: the far bank, holder: undefined}
  lower-left-bank: {name: the near bank, holder: qing}
tracts:
  banks: {name: The banks, regions: [lower-left-bank, sakhalin], rivers: [amur]}
lines:
  nerchinsk-1689: {name: the old line, style: standing}
drawn: [nerchinsk-1689]
issues:
  landing:
    shows: banks
    given: {fare: [low]}
    options:
      mill: {says: At the mill., holders: {sakhalin: common}, waters: {amur: closed}}
      ford: {says: At the ford., lines: [nerchinsk-1689], words: {sakhalin: fordable}}
captions:
  sea: {rows: [SEA], longitude: 143.2, latitude: 55.6, kind: sea, rank: 2}
"""


def with_map(folder: Path, text: str) -> Path:
    """Return the folder of a tiny scenario that has this map."""
    shutil.copytree(TINY, folder)
    (folder / "map").mkdir()
    (folder / "map" / "view.yaml").write_text(text)
    return folder


def test_a_map_is_part_of_its_scenario_and_changes_no_play(tmp_path):
    folder = with_map(tmp_path / "tiny", MAP)
    assert check_scenario(folder) == []
    read = read_scenario(folder)
    assert read.map.windows["theatre"].north == 5425
    assert read.map.issues["landing"].options["mill"].holders == {"sakhalin": "common"}
    assert read.digest == read_scenario(TINY).digest
    assert read_scenario(TINY).map is None


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("style: standing", "style: standig", "unknown-word", 14, 47),
        ("holder: qing", "holder: england", "unknown-word", 10, 50),
        ("{amur: closed}", "{amur: shut}", "unknown-word", 21, 78),
        ("windows:", "panes:", "unknown-key", 4, 1),
        ("  theatre: {west", "  river: {west", "missing-key", 4, 1),
        ("west: 120.3", "west: 142.3", "bad-range", 5, 45),
        ("west: 120.3", "west: 12.345", "bad-number", 5, 19),
        ("latitude: 55.6", "latitude: 556", "bad-range", 24, 50),
        ("rank: 2", "rank: 3", "bad-range", 24, 73),
        ("rows: [SEA]", "rows: []", "missing-key", 24, 15),
        ("geography: shared-map", "geography: shared-mop", "unknown-id", 1, 12),
        ("  sakhalin: {", "  sachalin: {", "unknown-id", 9, 3),
        ("called: {aigun", "called: {agun", "unknown-id", 6, 10),
        ("first: [aigun]", "first: [agun]", "unknown-id", 7, 9),
        ("rivers: [amur]", "rivers: [amor]", "unknown-id", 12, 75),
        ("  nerchinsk-1689: {", "  nerchinsk: {", "unknown-id", 14, 3),
        ("drawn: [nerchinsk-1689]", "drawn: [nerchinsk]", "unknown-id", 15, 9),
        ("shows: banks", "shows: bank", "unknown-id", 18, 12),
        ("given: {fare: [low]}", "given: {fair: [low]}", "unknown-id", 19, 13),
        ("given: {fare: [low]}", "given: {fare: [lo]}", "unknown-id", 19, 20),
        ("  landing:\n", "  lending:\n", "unknown-id", 17, 3),
        ("      mill: {says", "      mole: {says", "missing-key", 20, 5),
        ("words: {sakhalin", "words: {sachalin", "unknown-id", 22, 67),
        ("lines: [nerchinsk-1689]", "lines: [nerchinsk]", "unknown-id", 22, 42),
        ("year: 1857", "year: 18\tfifty", "forbidden-yaml", 3, 9),
    ],
)
def test_a_mistake_in_a_map_is_found_where_it_stands(old, new, code, line, column, tmp_path):
    assert MAP.count(old) == 1
    folder = with_map(tmp_path / "tiny", MAP.replace(old, new))
    faults = check_scenario(folder)
    found = {(f.code, f.file, f.line, f.column) for f in faults}
    assert (code, "map/view.yaml", line, column) in found
    assert [f.message for f in faults if not f.hint] == []
    with pytest.raises(ScenarioError):
        read_scenario(folder)
