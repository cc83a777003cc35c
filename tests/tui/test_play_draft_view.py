"""The draft in a window that is too low for it: what changes is in view, and nothing is halved."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Static

from game.coach.words_for import issue_label, option_text
from game.files.scenarios import read_scenario
from game.tui.play.ledger import Ledger
from game.tui.play.screen import PlayScreen
from game.tui.play.sheet import Sheet
from game.tui.play.story import Story
from tests.tui.playing import decide, forecast, played, to_the_table, until


async def have_weighed(screen: PlayScreen, pilot: Pilot[None]) -> None:
    await to_the_table(screen, pilot)
    await forecast(screen, pilot)
    await until(pilot, lambda: bool(str(screen.query_one("#stamp", Static).content)))


def test_home_and_end_go_to_the_first_clause_and_the_last(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        ledger = screen.query_one(Ledger)
        await pilot.press("d", "end")
        await until(pilot, lambda: ledger.issue == len(ledger.draft) - 1)
        await pilot.press("home")
        await until(pilot, lambda: ledger.issue == 0)

    played(tmp_path, (80, 24), act)


def test_no_clause_changes_out_of_sight(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await have_weighed(screen, pilot)
        ledger = screen.query_one(Ledger)
        page = screen.query_one(Sheet).query_one(VerticalScroll)
        await pilot.press("d")
        await until(pilot, lambda: ledger.is_cursor_seen)
        await pilot.press("pagedown")
        await until(pilot, lambda: page.scroll_y > 0 and not ledger.is_cursor_seen)
        before = ledger.draft
        await pilot.press("left")
        await until(pilot, lambda: ledger.is_cursor_seen)
        assert ledger.draft == before
        await pilot.press("left")
        await until(pilot, lambda: ledger.draft != before)
        await pilot.press("pagedown")
        await until(pilot, lambda: not ledger.is_cursor_seen)
        await pilot.press("escape", "d")
        await until(pilot, lambda: ledger.has_focus and ledger.is_cursor_seen)

    played(tmp_path, (80, 24), act)


@pytest.mark.parametrize("size", [(100, 30), (120, 40), (200, 60)])
def test_no_clause_is_cut_short_where_there_are_rows_for_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        ledger, scenario = screen.query_one(Ledger), screen.rules.scenario
        for issue, settled in enumerate(longest(screen)):
            ledger.draft = (*ledger.draft[:issue], settled, *ledger.draft[issue + 1 :])
        ledger.refresh(layout=True)
        await pilot.pause()
        words = " ".join(str(ledger.render()).split())
        assert "…" not in words
        assert "keep officials and a belt of" in words
        if size[0] >= 200:
            assert issue_label(scenario, 1) in words
            assert option_text(scenario, 2, ledger.draft[2]) in words
        assert ledger.tops[-1] == ledger.size.height

    played(tmp_path, size, act)


def test_a_small_window_tells_a_clause_in_full_where_the_pane_has_rows_for_it(
    tmp_path: Path,
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        ledger, scenario = screen.query_one(Ledger), screen.rules.scenario
        await pilot.press("d")
        await until(pilot, lambda: ledger.has_focus and "…" not in str(ledger.render()))
        words = " ".join(str(ledger.render()).split())
        assert option_text(scenario, 2, ledger.draft[2]).split()[-1] == "Russians"
        assert "judges the Russians" in " ".join(words.replace("○", " ").split())
        page = screen.query_one(Sheet).query_one(VerticalScroll)
        assert page.max_scroll_y == 0
        legend = screen.query_one("#legend", Static)
        assert str(legend.content) == "Marks: ○ no answer to it yet"
        word = (ledger.draft[0], *(0 for _ in ledger.draft[1:]))
        ledger.lay(ledger.draft, None, word, "his word")
        assert ledger.legend == "Marks: ● as his word has it   ◐ not so"
        ledger.lay(ledger.draft, None, None, "his paper")
        assert ledger.legend == "Marks: ○ no paper lies there yet"
        ledger.lay(ledger.draft, None, ledger.draft, "his withdrawn word")
        assert ledger.legend == "Marks: ● as his withdrawn word has it"

    played(tmp_path, (80, 24), act, seat="kovalevsky", scenario=read_scenario("the-fair-at-kulja"))


def test_what_his_word_left_as_it_stood_in_ones_own_paper_is_told_as_that(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        ledger = screen.query_one(Ledger)
        await pilot.press("d", "home")
        await until(pilot, lambda: ledger.has_focus and ledger.issue == 0)
        other = ((ledger.draft[0] + 1) % ledger.rules.table.sizes[0], *ledger.draft[1:])
        for last, is_left in ((other, True), (ledger.draft, False)):
            ledger.lay(ledger.draft, last, other, "his word")
            words = " ".join(str(ledger.render()).split())
            assert ("his word, as you had it: " in words) == is_left
            assert ("his word: " in words) != is_left

    played(tmp_path, (120, 40), act)


def longest(screen: PlayScreen) -> list[int]:
    """Return of each issue the option that is told at the greatest length."""
    table, scenario = screen.rules.table, screen.rules.scenario
    return [
        max(range(size), key=lambda option, issue=issue: len(option_text(scenario, issue, option)))
        for issue, size in enumerate(table.sizes)
    ]


def test_a_forecast_leaves_every_clause_in_view_where_there_is_room(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await decide(screen, pilot, "1")
        await to_the_table(screen, pilot)
        await pilot.press("d", "down", "left", "down", "left", "left", "escape")
        await have_weighed(screen, pilot)
        page = screen.query_one(Sheet).query_one(VerticalScroll)
        await until(pilot, lambda: page.max_scroll_y == 0 and page.scroll_y == 0)

    played(tmp_path, (120, 40), act)


def test_however_long_a_draft_and_its_forecast_are_eight_lines_are_left_to_what_happened(
    tmp_path: Path,
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await decide(screen, pilot, "1")
        await to_the_table(screen, pilot)
        ledger, story = screen.query_one(Ledger), screen.query_one(Story)
        await pilot.press("d", "p")
        for size in screen.rules.table.sizes:
            await pilot.press(*["right"] * size, "left", "down")
        await pilot.press("escape")
        await have_weighed(screen, pilot)
        await until(pilot, lambda: ledger.size.height > 8)
        assert story.size.height >= 8
        await pilot.press("d")
        await until(pilot, lambda: ledger.has_focus)
        await pilot.pause()
        assert story.size.height >= 8
        stamp, page = screen.query_one("#stamp"), screen.query_one(Sheet)
        await pilot.press("escape")
        await until(pilot, lambda: not ledger.has_focus)
        screen.query_one(Sheet).show_stamp()
        await until(pilot, lambda: page.region.contains_region(stamp.region))

    played(tmp_path, (120, 40), act)


def test_the_next_decision_brings_the_first_clause_back_into_view(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await have_weighed(screen, pilot)
        page = screen.query_one(Sheet).query_one(VerticalScroll)
        await until(pilot, lambda: page.scroll_y > 0)
        await decide(screen, pilot, "1")
        await until(pilot, lambda: page.scroll_y == 0)

    played(tmp_path, (110, 26), act)


@pytest.mark.parametrize("rows", range(24, 32, 2))
def test_a_forecast_comes_into_view_with_nothing_halved_above_it(tmp_path: Path, rows: int) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await have_weighed(screen, pilot)
        await pilot.pause()
        page = screen.query_one(Sheet).query_one(VerticalScroll)
        tops = [*screen.query_one(Ledger).tops[:-1]]
        tops += [page.query_one(id).virtual_region.y for id in ("#reckoned", "#stamp")]
        stamp = page.query_one("#stamp")

        def is_whole() -> bool:
            shown = page.scroll_y + page.size.height
            least = min(stamp.size.height, page.size.height)
            return page.scroll_y in tops and shown >= stamp.virtual_region.y + least

        await until(pilot, is_whole)

    played(tmp_path, (110, rows), act)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_options_of_a_clause_are_counted_and_end(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        ledger = screen.query_one(Ledger)
        last = screen.rules.table.sizes[0] - 1
        await pilot.press("d", *["right"] * (last + 2))
        await until(pilot, lambda: ledger.draft[0] == last)
        assert f"  ←{last + 1}/{last + 1}" in str(ledger.render())
        await pilot.press(*["left"] * (last + 2))
        await until(pilot, lambda: ledger.draft[0] == 0)
        assert f"  1/{last + 1}→" in str(ledger.render())
        await pilot.press("up")
        await until(pilot, lambda: ledger.issue == 0)
        await pilot.press(*["down"] * (len(ledger.draft) + 2))
        await until(pilot, lambda: ledger.issue == len(ledger.draft) - 1)
        await pilot.press("escape")
        await until(pilot, lambda: not ledger.has_focus)
        assert f"/{last + 1}" not in str(ledger.render())

    played(tmp_path, size, act)
