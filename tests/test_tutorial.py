"""The tutorial can be done as it is told, and its table is the one that comes with the game."""

from __future__ import annotations

import sys

from game.files.folders import folder_of
from game.files.handbook import HANDBOOK, pages_folder
from game.files.restricted_yaml import read_yaml
from tests.remake_handbook import TUTORIAL
from tests.tutorial import done

TABLE = "tables/khanka.yaml"


def test_the_tutorial_can_be_done_as_it_is_told(tmp_path):
    page = (pages_folder() / f"{TUTORIAL}.md").read_text(encoding="utf-8")
    now = done(page, tmp_path)
    assert now.split("\n") == page.split("\n"), "run `python -m tests.remake_handbook`"
    ours, shipped = (folder / TABLE for folder in (tmp_path / "khanka", folder_of(HANDBOOK)))
    assert read_yaml(ours.read_text(), TABLE).data == read_yaml(shipped.read_text(), TABLE).data


def test_what_is_done_differently_is_written_anew(tmp_path):
    page = """Text.

The whole of `mine/sources.yaml`:

```yaml
sources: {}
```

```console
$ amur check mine
once
```
"""
    now = done(page, tmp_path)
    assert "the folder mine holds no scenario" in now
    assert "once" not in now
    assert now.startswith("Text.\n")


def test_what_is_left_out_stays_so_and_an_hours_figures_do_not_count(monkeypatch, tmp_path):
    told = "head\n3 decisions in 1.00 s: 3 a second\none\ntwo\nlast"
    monkeypatch.setattr("tests.tutorial.main", lambda words: sys.stdout.write(told))
    page = "```console\n$ amur x\nhead\n3 decisions in 9.99 s: 9 a second\n…\nlost\n```\n"
    assert done(page, tmp_path) == page.replace("lost", "last")
