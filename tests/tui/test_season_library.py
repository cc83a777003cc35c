"""Campaigns among what can be played and what was: chosen on terms, kept, told in the list."""

from __future__ import annotations

import asyncio
from pathlib import Path
from shutil import copytree

import pytest
from textual.widgets import OptionList

from game.cli.seating import seating
from game.files.library import Library
from game.files.plays import KeptPlay, heading_for, start_play
from game.tui.app import AmurApp
from game.tui.screens.choose import Choose
from game.tui.screens.library import Plays
from game.tui.screens.play_told import detail
from game.tui.screens.title import Title
from game.tui.season.screen import SeasonScreen
from game.tui.shelf import Shelf, Wanted
from tests.fords import FORDS, rules_of_fords
from tests.tui.playing import until
from tests.tui.seasons import decide
from tests.tui.showing import painted
from tests.tui.test_season_ending import LINE


def shelf(home: Path) -> Shelf:
    """Return a shelf on which the two fords stand."""
    copytree(FORDS, Library(home).scenarios_folder / FORDS.name)
    return Shelf(seating, home)


def test_a_campaign_has_one_chair_and_begins_with_the_twist_that_was_chosen(
    tmp_path: Path,
) -> None:
    async def choose() -> None:
        app = AmurApp(shelf(tmp_path), wanted=Wanted(scenario=FORDS.name))
        async with app.run_test(size=(120, 40)) as pilot:
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.pause()
            assert app.screen.query_one("#chairs", OptionList).option_count == 1
            lines = app.screen.query_one("#lines", OptionList)
            lines.focus()
            lines.highlighted = 2
            await pilot.press("enter")
            await until(pilot, lambda: "A long peace" in painted(app.screen))
            app.screen.query_one("#chairs").focus()
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, SeasonScreen))
            assert app.kept is not None
            heading = app.kept.session.record.heading
            assert (heading.seat, heading.twists) == ("reeve", ("long-peace",))

    asyncio.run(choose())


def test_kept_campaigns_stand_in_the_list_with_their_season_or_their_end(tmp_path: Path) -> None:
    async def look() -> None:
        own, rules = shelf(tmp_path), rules_of_fords()
        for words in ((), ("stand",), LINE):
            heading = heading_for(rules, "3", "reeve")
            with start_play(rules, heading, seating, own.library) as kept:
                for each in words:
                    decide(kept.session, each)
        app = AmurApp(own)
        async with app.run_test(size=(160, 40)) as pilot:
            await pilot.pause()
            app.action_plays()
            await until(pilot, lambda: isinstance(app.screen, Plays))
            await until(pilot, lambda: "summer 1801" in painted(app.screen))
            assert painted(app.screen).count("The Two Fords") >= 3
            ended = next(kept for kept in own.plays() if kept.play.decisions == len(LINE))
            told = detail(ended, own.catalogue.survey(ended.play), ()).plain
            assert "It ended so: " in told

    asyncio.run(look())


def test_a_play_that_is_continued_says_so_before_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    async def go_on() -> None:
        own, rules = shelf(tmp_path), rules_of_fords()
        start_play(rules, heading_for(rules, "3", rules.seats[0]), seating, own.library).close()
        app = AmurApp(own)
        resume = Shelf.resume

        def resumed(self: Shelf, path: Path) -> KeptPlay:
            said.append(painted(app.screen))
            return resume(self, path)

        monkeypatch.setattr(Shelf, "resume", resumed)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: isinstance(app.screen, Title))
            await pilot.press("c")
            await until(pilot, lambda: isinstance(app.screen, SeasonScreen))

    asyncio.run(go_on())
    assert len(said) == 1
    assert "It is being opened" in said[0]
