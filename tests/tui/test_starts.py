"""Another start is explained: beneath its title once it is chosen, and in help."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from game.files.scenarios import read_scenario
from game.tui.app import AmurApp
from game.tui.screens.choose import Choose
from game.tui.screens.help import Help
from game.tui.screens.starts import start_told
from game.tui.widgets.hanging import Hanging
from tests.tui.playing import until
from tests.tui.test_choose import chosen

SHIPPED = "aigun-six-days"


def test_a_start_is_told_by_its_authors_words_and_by_what_differs() -> None:
    scenario = read_scenario(SHIPPED)
    start = scenario.starts["1854"]
    start = start.model_copy(update={"text": "No town stands yet.", "tracks": start.tracks})
    told = start_told(scenario, start)
    assert told.startswith("No town stands yet. Far lower than on the first day: force on")
    assert "settlement of the left bank" in told
    assert scenario.tracks["crisis"].seen_by == "none"
    assert "Beijing" not in told
    dated = start.model_copy(update={"date": date(1854, 5, 22)})
    assert start_told(scenario, dated) == f"The talks open on 22 May 1854. {told}"
    same = start.model_copy(update={"tracks": type(start.tracks)({"force": 75}), "text": ""})
    assert start_told(scenario, same) == ""


def test_the_start_that_is_chosen_says_what_it_is(tmp_path: Path) -> None:
    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        lines = screen.query_one("#lines", OptionList)
        lines.focus()
        await pilot.press("down")
        assert "ower" not in str(lines.options[1].prompt)
        await pilot.press("enter")
        await until(pilot, lambda: "Far lower" in str(lines.options[1].prompt))
        assert "Four years early" in str(lines.options[1].prompt)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(game.screen, Help))
        help = game.screen.query_one(Hanging).text
        assert "Every gun on the river" in help
        assert "Far lower" in help

    chosen(tmp_path, act)
