"""Pages in which something is done or reckoned say what comes out today."""

from __future__ import annotations

import re
import sys

import pytest

from game.cli.handbook import page_lines
from game.files.folders import folder_of
from game.files.handbook import HANDBOOK, pages_folder
from game.files.restricted_yaml import read_yaml
from game.files.scenarios import read_scenario
from game.negotiation import every_package, value, zone
from game.rules import Rules
from tests.remake_handbook import DONE, TUTORIAL
from tests.tutorial import as_told, done

TABLE = "tables/khanka.yaml"
PROMISED = (
    "error: yaml-syntax\n    between braces a comma ends the text",
    "warning: unused-source\n    nothing cites miasnikov",
    "listted is no option of people.\n    To mend it: write listed, if you mean that.",
    "acts is missing here",
    "It is his own word; he stands by it.",
    "no effect sets note.kept-the-guess",
    "error: failed-case\n    “not signed” does not hold",
)
"""What is printed that the tutorial's own sentences rely on."""
LATER = {"words"}
"""What only the table has that comes with the game."""
LOWER = 700
"""By so many hundredths of a point the walk-aways are lower when the tutorial's table is begun."""


@pytest.mark.parametrize(
    ("before", "now", "then"),
    [
        (["a 1", "b 2", "…"], ["a 1", "b 3", "c"], ["a 1", "b 3", "…"]),
        (["a 1", "b 2", "…"], ["new 9", "a   12", "b 3", "c"], ["new 9", "a   12", "b 3", "…"]),
        (["a 1", "b 2", "…"], ["b 3", "c"], ["b 3", "…"]),
        (["a 1", "gone", "…"], ["a 1", "x", "y"], ["a 1", "x", "…"]),
        (["…", "y 1", "z"], ["a", "y 2", "new", "z"], ["…", "y 2", "new", "z"]),
        (["a", "…", "z"], ["a", "b", "z"], ["a", "…", "z"]),
        (["…"], ["a", "b"], ["…"]),
    ],
)
def test_what_is_left_out_begins_behind_the_line_it_began_behind(before, now, then):
    assert list(as_told(before, now)) == then


def page(name: str) -> str:
    return (pages_folder() / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DONE)
def test_a_page_can_be_done_as_it_is_told(name, tmp_path):
    now = done(page(name), tmp_path)
    assert now.split("\n") == page(name).split("\n"), "run `python -m tests.remake_handbook`"
    if name == TUTORIAL:
        ours, shipped = (folder / TABLE for folder in (tmp_path / "khanka", folder_of(HANDBOOK)))
        written = read_yaml(shipped.read_text(), TABLE).data
        assert read_yaml(ours.read_text(), TABLE).data == {
            key: said for key, said in written.items() if key not in LATER
        }


def test_what_is_copied_from_the_printed_page_is_what_its_file_holds():
    shown = "\n".join(page_lines(page(TUTORIAL)))
    copied = re.findall(rf"^──.*\n((?:.*\n)*?){'─' * 72}$", shown, re.M)
    assert copied == re.findall(r"^```\w+\n((?:.*\n)*?)```$", page(TUTORIAL), re.M)


@pytest.mark.parametrize("said", PROMISED)
def test_the_tutorial_shows_what_its_prose_speaks_of(said):
    assert said in page(TUTORIAL)


def test_the_figures_of_the_page_on_points_are_those_of_the_table():
    rules = Rules(read_scenario(HANDBOOK))
    told, table, now = page("points"), rules.table, rules.opening("1")
    ours, theirs = table.utilities
    sums = []
    for names, *figures in re.findall(r"\| ([a-z, -]+) \| (\d+) \| (\d+) \| (\d+) \|", told):
        terms = zip(table.options, names.split(", "), strict=True)
        paper = tuple(options.index(name) for options, name in terms)
        worth = [value(paper, to) // 100 for to in (ours, theirs)]
        sums.append(sum(worth))
        assert [*worth, sums[-1]] == [int(figure) for figure in figures], names
    least = [rules.formulas.walk(seat, now) for seat in (0, 1)]
    assert "| *going home* | {:g} | {:g} |".format(*(points / 100 for points in least)) in told
    papers = tuple(every_package(tuple(map(len, table.options))))
    suits = [len(zone(papers, ours, least[0] - by, theirs, least[1] - by)) for by in (0, LOWER)]
    counted = f"{suits[0]} of {len(papers)}; with walk-aways seven points lower, {suits[1]} of"
    assert counted in told
    assert f"Here it is {100 * sums[1] // sums[0] - 100} per cent more" in told


def test_what_is_done_differently_is_written_anew(tmp_path):
    told = """Text.

The whole of `mine/sources.yaml`:

```yaml
sources: {}
```

```console
$ amur check mine
once
```
"""
    now = done(told, tmp_path)
    assert "the folder mine holds no scenario" in now
    assert "once" not in now
    assert now.startswith("Text.\n")


def test_what_is_left_out_stays_so_and_an_hours_figures_do_not_count(monkeypatch, tmp_path):
    said = "head\n3 decisions in 1.00 s: 3 a second\none\ntwo\nlast"
    monkeypatch.setattr("tests.tutorial.main", lambda words: sys.stdout.write(said))
    told = "```console\n$ amur x\nhead\n3 decisions in 9.99 s: 9 a second\n…\nlost\n```\n"
    assert done(told, tmp_path) == told.replace("lost", "last")
