"""From a season to a table and back: each on its own screen, by deciding and by going back."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from game.files.library import Library
from game.tui.app import AmurApp
from game.tui.play import doubled
from game.tui.play.ending import EndPages
from game.tui.play.ledger import Ledger
from game.tui.play.screen import PlayScreen
from game.tui.play.story import Story
from game.tui.screens.reading import Reading
from game.tui.season.screen import SeasonScreen
from game.tui.season.talks import TalksPages
from game.tui.widgets.hung import HungText
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose
from tests.fords import FORDS
from tests.tui.playing import until
from tests.tui.seasons import arrive, go_home, in_seasons, leaf_through, press, season
from tests.tui.showing import painted

SIZES = [(80, 24), (200, 60)]
"""The narrowest and the widest; the other tests here are in a window between them."""
OPENED = ("open upper-ford",)


@pytest.mark.parametrize("size", SIZES)
def test_talks_are_opened_held_and_left_and_the_season_goes_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "3")
        brought = await leaf_through(app, pilot)
        assert "Mother Agafya" in brought
        assert "What you bring" in brought
        assert "What your letter from home asks: “Five mend no boat.”" in " ".join(brought.split())
        table = await arrive(app, pilot, PlayScreen)
        assert table.session.state.at == 1
        await go_home(app, pilot)
        gave = await leaf_through(app, pilot)
        assert "How it ended" in gave
        assert "You left without a paper." in gave
        screen = await arrive(app, pilot, SeasonScreen)
        assert screen.session.state.deals
        assert "The upper ford. You left without a paper." in screen.query_one(Story).newest

    in_seasons(tmp_path, size, act)


def test_the_page_before_talks_has_its_words_before_it_was_ever_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(EndPages, "on_resize", lambda _: None)
        await press(app, pilot, "3")
        await arrive(app, pilot, TalksPages)
        await until(pilot, lambda: "What you bring" in painted(app.screen))

    in_seasons(tmp_path, (120, 40), act)


def test_a_play_taken_up_at_a_table_opens_there_without_the_page_before(tmp_path: Path) -> None:
    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        assert isinstance(app.screen, PlayScreen)

    in_seasons(tmp_path, (120, 40), act, done=OPENED)


def test_going_back_crosses_from_a_table_to_its_season_and_forward_again(tmp_path: Path) -> None:
    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "u")
        screen = await arrive(app, pilot, SeasonScreen)
        assert screen.session.state.turn == 1
        assert "You go back" in screen.query_one(Story).newest
        await press(app, pilot, "r")
        table = await arrive(app, pilot, PlayScreen)
        assert table.session.state.at == 1

    in_seasons(tmp_path, (120, 40), act, done=OPENED)


def test_going_back_crosses_from_a_season_into_talks_that_were_over(tmp_path: Path) -> None:
    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        await go_home(app, pilot)
        await leaf_through(app, pilot)
        await arrive(app, pilot, SeasonScreen)
        await press(app, pilot, "u")
        table = await arrive(app, pilot, PlayScreen)
        assert table.session.state.at == 1
        assert all(step.before.at == 1 for step in table.annals.steps())

    in_seasons(tmp_path, (120, 40), act, done=OPENED)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_what_is_asked_after_the_pages_follows_their_words(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "3")
        pages = await arrive(app, pilot, TalksPages)
        prose, asked = pages.query_one(Prose), pages.query_one(OptionList)
        await until(pilot, lambda: asked.size.height > 0)
        words = prose.query_one(HungText)
        assert asked.region.y == min(words.region.bottom, prose.region.bottom) + 1
        assert asked.region.bottom < size[1]

    in_seasons(tmp_path, size, act)


def test_a_table_tells_only_its_own_talks(tmp_path: Path) -> None:
    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        assert isinstance(app.screen, PlayScreen)
        assert "Sound the river" not in app.screen.query_one(Story).text
        assert app.screen.query_one(Ledger)

    in_seasons(tmp_path, (120, 40), act, done=("act sound upper", "open upper-ford"))


def test_leaving_and_taking_up_again_finds_the_table(tmp_path: Path) -> None:
    copytree(FORDS, Library(tmp_path).scenarios_folder / FORDS.name)

    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "3")
        await leaf_through(app, pilot)
        await arrive(app, pilot, PlayScreen)
        app.action_leave_play()
        await until(pilot, lambda: app.playing is None)
        app.action_go_on()
        table = await arrive(app, pilot, PlayScreen)
        assert table.session.state.at == 1

    in_seasons(tmp_path, (120, 40), act)


def test_keys_of_the_table_do_nothing_in_the_season_that_follows(tmp_path: Path) -> None:
    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        await go_home(app, pilot)
        await leaf_through(app, pilot)
        screen = await arrive(app, pilot, SeasonScreen)
        before = screen.session.cursor
        await press(app, pilot, "g", "a", "d", "f", "p", "b")
        assert season(app).session.cursor == before

    in_seasons(tmp_path, (120, 40), act, done=OPENED)


@pytest.mark.parametrize("size", SIZES)
def test_enter_alone_turns_the_pages_of_a_table_and_does_what_the_last_one_says(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def through(app: AmurApp, pilot: Pilot[None], says: str) -> None:
        pages = await arrive(app, pilot, TalksPages)
        for _ in range(60):
            foot = str(pages.query_one(Panel).border_subtitle)
            await pilot.press("enter")
            await pilot.pause()
            if app.screen is not pages:
                assert says in foot
                return
        raise AssertionError("Enter does nothing")

    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "3")
        await through(app, pilot, "Enter: sit down")
        await go_home(app, pilot)
        await through(app, pilot, "Enter: go on with the seasons")

    in_seasons(tmp_path, size, act)


def test_the_pages_of_a_table_say_why(tmp_path: Path) -> None:
    async def why(app: AmurApp, pilot: Pilot[None]) -> str:
        pages = await arrive(app, pilot, TalksPages)
        await press(app, pilot, "w")
        await arrive(app, pilot, Reading)
        told = app.screen.query_one(Prose).text
        await press(app, pilot, "escape")
        await until(pilot, lambda: app.screen is pages)
        return told

    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "3")
        assert "upper ford" in await why(app, pilot)
        await leaf_through(app, pilot)
        await arrive(app, pilot, PlayScreen)
        await go_home(app, pilot)
        told = await why(app, pilot)
        assert "What the numbers are" in told
        assert "What the rules are" in told

    in_seasons(tmp_path, (120, 40), act)


class Clock:
    """Stands still until it is set forward, in seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("size", SIZES)
def test_enter_pressed_on_after_sitting_down_answers_nothing_that_is_still_to_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    clock = Clock()
    monkeypatch.setattr(doubled, "monotonic", clock)
    monkeypatch.setattr(doubled, "WITHIN", 0.35)

    async def act(app: AmurApp, pilot: Pilot[None]) -> None:
        clock.now += 60
        await press(app, pilot, "3")
        pages = await arrive(app, pilot, TalksPages)
        while app.screen is pages:
            await pilot.press("enter")
            await pilot.pause()
        table = await arrive(app, pilot, PlayScreen)
        before = table.session.cursor
        clock.now += 0.8
        await pilot.press("enter")
        await pilot.pause()
        assert table.session.cursor == before
        clock.now += 60
        await press(app, pilot, "enter")
        await until(pilot, lambda: table.session.cursor != before)

    in_seasons(tmp_path, size, act)
