"""The timeline of a campaign: its rows are seasons and sittings, and one stands anywhere in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.tui.app import AmurApp
from game.tui.compare.columns import Columns
from game.tui.compare.screen import CompareScreen
from game.tui.play.head import Head
from game.tui.play.screen import PlayScreen
from game.tui.play.story import Story
from game.tui.season.retelling import SeasonRetelling
from game.tui.season.screen import SeasonScreen
from game.tui.timeline import screen as timeline
from game.tui.timeline.forest import Forest
from game.tui.timeline.screen import TimelineScreen
from game.tui.widgets.prose import Prose
from tests.tui.playing import until
from tests.tui.seasons import arrive, in_seasons, press, season
from tests.tui.showing import painted
from tests.tui.test_season_ending import LINE

SIZES = [(80, 24), (200, 60)]
"""The narrowest and the widest; the other tests here are in a window between them."""
DONE = ("act sound upper", "open upper-ford")
SEASONS = ("stand", "choose the-flood dike", "stand")


@pytest.mark.parametrize("size", SIZES)
def test_rows_name_the_season_and_what_was_ordered(tmp_path: Path, size: tuple[int, int]) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await arrive(app, pilot, TimelineScreen)
        shown = painted(app.screen)
        assert "Spr 1801" in shown
        assert "Let the season pass" in shown
        assert "Build up the dike" in shown
        await pilot.press("up", "up")
        await until(pilot, lambda: "Summer 1801." in app.screen.query_one(Prose).text)

    in_seasons(tmp_path, size, look, done=SEASONS)


def test_one_stands_in_another_season_and_goes_on_from_there(tmp_path: Path) -> None:
    async def walk(app: AmurApp, pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await arrive(app, pilot, TimelineScreen)
        await pilot.press("home", "enter")
        screen = await arrive(app, pilot, SeasonScreen)
        assert screen.session.state.turn == 1
        assert "You stand at another decision" in screen.query_one(Story).newest

    in_seasons(tmp_path, (120, 40), walk, done=SEASONS)


def test_a_row_far_off_in_the_tree_is_gone_to_only_when_that_was_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "FAR", 2)

    async def walk(app: AmurApp, pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await arrive(app, pilot, TimelineScreen)
        await pilot.press("home", "enter")
        await until(pilot, lambda: "3 decisions" in painted(app.screen).replace("\n", " "))
        assert isinstance(app.screen, TimelineScreen)
        await pilot.press("enter")
        screen = await arrive(app, pilot, SeasonScreen)
        assert screen.session.state.turn == 1

    in_seasons(tmp_path, (120, 40), walk, done=SEASONS)


def test_one_stands_in_talks_that_were_left_and_asks_what_if(tmp_path: Path) -> None:
    async def walk(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "u", "u")  # back to before the talks
        screen = await arrive(app, pilot, SeasonScreen)
        assert screen.session.state.left == 2
        await pilot.press("v")
        await arrive(app, pilot, TimelineScreen)
        await pilot.press("end", "enter")
        table = await arrive(app, pilot, PlayScreen)
        assert table.session.state.at == 1
        await pilot.press("v")
        await arrive(app, pilot, TimelineScreen)
        await pilot.press("end", "w")
        screen = await arrive(app, pilot, SeasonScreen)
        assert "What if?" in screen.query_one(Story).newest

    in_seasons(tmp_path, (120, 40), walk, done=DONE)


@pytest.mark.parametrize("size", SIZES)
def test_two_lines_are_compared_in_short_and_season_by_season(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def compare(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "u", "u", "2")  # the ferry, not the dike
        assert season(app).session.state.turn == 2
        await pilot.press("v")
        await arrive(app, pilot, TimelineScreen)
        await pilot.press("o")
        forest = app.screen.query_one(Forest)
        at = next(n for n, s in enumerate(forest.stops) if s.node == 3)
        forest.action_go_to(at)
        await pilot.press("c")
        found = await arrive(app, pilot, CompareScreen)
        columns = found.query_one(Columns)
        short = columns.text
        assert "Build the ferry" in short
        assert "Build up the dike" in short
        assert "Who paid" in short
        assert "The seasons in which they differ most" in short
        assert "in short" in painted(found)
        await pilot.press("n")
        await pilot.press("d")
        await until(pilot, lambda: "season by season" in painted(found) and found.is_whole)
        assert "What was signed" in columns.text
        assert "Who paid" not in columns.text
        await pilot.press("d")
        await until(pilot, lambda: columns.text == short)
        await pilot.press("x", "escape")
        await arrive(app, pilot, TimelineScreen)

    in_seasons(tmp_path, size, compare, done=SEASONS)


def test_a_line_that_has_ended_says_how(tmp_path: Path) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await arrive(app, pilot, TimelineScreen)
        assert "the line ends" not in painted(app.screen)
        titles = [piece.title for piece in season_endings(app)]
        assert any(title[:12] in painted(app.screen) for title in titles)

    def season_endings(app: AmurApp):
        assert app.kept is not None
        return app.kept.session.game.scenario.endings.values()

    in_seasons(tmp_path, (200, 60), look, done=LINE)


def test_in_a_narrow_window_an_ending_is_cut_so_that_one_sees_it(tmp_path: Path) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        await pilot.press("v")
        tree = await arrive(app, pilot, TimelineScreen)
        painter, outline = tree.grove.play.painter, tree.grove.play.outline
        last = next(s for s in tree.query_one(Forest).stops if painter.ends.at(s.record, s.node))
        whole = painter.ends.at(last.record, last.node)
        assert whole is not None
        for width in (48, 56, 66):
            row = painter.paint(last, outline, width, has_cursor=True)
            assert row.cell_length == width
            assert whole.told in row.plain or row.plain.endswith("…")
            assert whole.told[:8] in row.plain

    in_seasons(tmp_path, (200, 60), look, done=LINE)


@pytest.mark.parametrize("size", SIZES)
def test_a_line_is_told_again_decision_by_decision(tmp_path: Path, size: tuple[int, int]) -> None:
    async def tell(app: AmurApp, pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await arrive(app, pilot, TimelineScreen)
        await pilot.press("home", "r")
        told = await arrive(app, pilot, SeasonRetelling)
        assert "nothing is decided yet" in told.query_one(Story).newest
        await pilot.press("right")
        await until(pilot, lambda: "Sound the river" in told.query_one(Story).newest)
        await pilot.press("end")
        await until(pilot, lambda: told.state.at == 1)
        assert "The upper ford" in told.query_one(Head).text
        await pilot.press("home", "down", "enter")
        screen = await arrive(app, pilot, PlayScreen)
        assert screen.session.state.at == 1

    in_seasons(tmp_path, size, tell, done=DONE)


def test_what_if_is_asked_of_a_line_that_is_told_again(tmp_path: Path) -> None:
    async def tell(app: AmurApp, pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await arrive(app, pilot, TimelineScreen)
        await pilot.press("r")
        told = await arrive(app, pilot, SeasonRetelling)
        assert told.place == len(SEASONS)
        await pilot.press("left", "w")
        screen = await arrive(app, pilot, SeasonScreen)
        assert screen.is_scene
        assert "What if?" in screen.query_one(Story).newest

    in_seasons(tmp_path, (120, 40), tell, done=SEASONS)


@pytest.mark.parametrize("size", SIZES)
def test_the_tree_of_a_campaign_that_is_over_opens_is_told_again_and_compared(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        assert season(app).session.is_over
        await pilot.press("v")
        tree = await arrive(app, pilot, TimelineScreen)
        await pilot.press("a", "up", "c")
        await arrive(app, pilot, CompareScreen)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is tree)
        tree.action_replay()
        await arrive(app, pilot, SeasonRetelling)

    in_seasons(tmp_path, size, look, done=LINE)
