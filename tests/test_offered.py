"""What a newcomer is offered: the first lesson first, an author's example last, then the broken."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from shutil import copytree

import pytest

from game.cli.plain import LineMode
from game.cli.plain_input import Reader
from game.cli.seating import seating
from game.files.library import Library
from game.files.offered import offered
from game.files.plays import heading_for, start_play
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.scenario.lesson_model import Lesson

TINY = Path(__file__).parent / "cases" / "tiny"


def placed(home: Path, id: str, lesson: str) -> None:
    """Put a scenario into a player's library that says where it stands."""
    folder = home / id
    copytree(TINY, folder)
    cover = folder / "scenario.yaml"
    cover.write_text(f"{cover.read_text('utf-8')}\nlesson: {lesson}\n", "utf-8")


def test_the_data_say_where_a_scenario_stands(tmp_path: Path) -> None:
    placed(tmp_path, "zz-a-first-one", "first")
    placed(tmp_path, "aa-an-example", "example")
    placed(tmp_path, "mm-another", "later")
    placed(tmp_path, "bb-broken", "sometime")
    found = offered(tmp_path)
    order = [one.id for one in found]
    assert order[-1] == "bb-broken"
    assert found[-1].scenario is None
    assert order.index("zz-a-first-one") < order.index("mm-another") < order.index("aa-an-example")
    kinds = [one.scenario.lesson for one in found if one.scenario is not None]
    assert kinds == sorted(kinds, key=list(Lesson).index)


def test_one_of_the_shipped_is_the_first_lesson_and_the_authors_example_is_last() -> None:
    kinds = [one.scenario.lesson for one in offered(None) if one.scenario is not None]
    assert kinds.count(Lesson.FIRST) == 1
    assert kinds[0] is Lesson.FIRST
    assert kinds[-1] is Lesson.EXAMPLE


def test_records_outlive_a_change_of_place(tmp_path: Path) -> None:
    for lesson in ("first", "later"):
        placed(tmp_path, lesson, lesson)
    assert read_scenario(tmp_path / "first").digest == read_scenario(tmp_path / "later").digest


def test_the_first_lesson_says_at_its_end_what_comes_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario = read_scenario("the-fair-at-kulja")
    assert scenario.afterwards
    rules = Rules(scenario)
    with start_play(
        rules, heading_for(rules, "1", "kovalevsky"), seating, Library(tmp_path)
    ) as play:
        LineMode(play, Reader(StringIO("1\n1\ngo-home\n1\n")), "the same command").run()
    assert " ".join(scenario.afterwards.split()) in " ".join(capsys.readouterr().out.split())
