"""The codex is listed, searched and read with the keyboard alone, in a narrow window too."""

from __future__ import annotations

import asyncio
from pathlib import Path
from re import search

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from game.cli.seating import seating
from game.files.scenarios import read_scenario
from game.tui.app import AmurApp
from game.tui.play.screen import PlayScreen
from game.tui.screens.codex import NO_PAGE, CodexScreen, pages_for, with_words
from game.tui.shelf import Shelf, Wanted
from game.tui.widgets.page import PageView
from tests.tui.playing import played, until
from tests.tui.showing import painted


async def opened(screen: PlayScreen, pilot: Pilot[None]) -> CodexScreen:
    """Open the codex from a play."""
    app = screen.app
    await pilot.press("c")
    await until(pilot, lambda: isinstance(app.screen, CodexScreen))
    await pilot.pause()
    codex = app.screen
    assert isinstance(codex, CodexScreen)
    return codex


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_page_is_searched_for_read_and_left_by_keys(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        codex = await opened(screen, pilot)
        await pilot.press("slash", *"nerchinsk")
        await pilot.press("down")
        await until(pilot, lambda: codex.query_one(OptionList).has_focus)
        page = codex.query_one(PageView)
        while "Nerchinsk, 1689" not in page.text:
            await pilot.press("down")
            await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: page.has_focus)
        assert page.size.width > 40
        source = codex.sources["miasnikov"]
        assert source.cite in page.text
        is_in_view = size[1] == 40  # not below the fold of a lower window
        hangs = r"│    [a-z .]*vostlit\.info"
        await until(pilot, lambda: not is_in_view or bool(search(hangs, painted(codex))))
        assert "Rests on" in page.text
        assert f"{source.side} · " in page.text
        await pilot.press("escape")
        await until(pilot, lambda: codex.query_one(OptionList).has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: not codex.query_one(Input).value)
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is screen)

    played(tmp_path, size, act)


def test_the_codex_on_the_title_is_that_of_the_last_play_and_says_whose_it_is(
    tmp_path: Path,
) -> None:
    shelf = Shelf(seating, tmp_path)
    shelf.begin(Wanted(scenario="the-fair-at-kulja", seat="kovalevsky", seed="7")).close()

    async def look() -> None:
        game = AmurApp(shelf)
        async with game.run_test(size=(100, 30)) as pilot:
            await pilot.press("o")
            await until(pilot, lambda: isinstance(game.screen, CodexScreen))
            await until(
                pilot, lambda: "╭─ Codex · The Fair at Kulja, 1851 ─" in painted(game.screen)
            )
            await until(pilot, lambda: "│   host's chair " in painted(game.screen))

    asyncio.run(look())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_word_of_the_table_is_answered_where_no_page_has_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        codex = await opened(screen, pilot)
        assert not with_words(codex.pages, "batna")
        await pilot.press("slash", *"batn")
        page = codex.query_one(PageView)
        await until(pilot, lambda: page.text == NO_PAGE)
        await pilot.press("a", "down", "enter")
        await until(pilot, lambda: page.has_focus)
        await until(pilot, lambda: page.text.startswith("batna") and len(page.text) > 40)
        assert page.size.width > 40

    played(tmp_path, size, act)


def test_a_narrow_window_shows_the_list_then_the_page(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        codex = await opened(screen, pilot)
        assert codex.query_one("#list").display
        assert not codex.query_one("#page").display
        await pilot.press("enter")
        await until(pilot, lambda: codex.query_one("#page").display)
        assert not codex.query_one("#list").display
        page = codex.query_one(PageView)
        before = page.text
        await pilot.press("n")
        await until(pilot, lambda: page.text != before)
        assert page.has_focus
        await pilot.press("p")
        await until(pilot, lambda: page.text == before)
        await pilot.press("slash")
        await until(pilot, lambda: codex.query_one("#list").display)

    played(tmp_path, (80, 24), act)


def test_words_that_no_page_has_are_answered_with_a_sentence(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        codex = await opened(screen, pilot)
        await pilot.press("slash", *"zeppelin")
        await until(pilot, lambda: codex.query_one(Input).value == "zeppelin")
        await pilot.pause()
        assert codex.query_one(PageView).text == "No page has these words."
        await pilot.press("enter", "enter", "n", "p", "down", "up")
        await pilot.pause()
        assert screen.app.screen is codex

    played(tmp_path, (80, 24), act)


def test_search_finds_words_of_titles_and_texts_in_any_order() -> None:
    pages = pages_for(read_scenario("aigun-six-days"))
    assert with_words(pages, "1689 NERCHINSK")[0] == "nerchinsk-1689"
    assert all(with_words(pages, page.title)[0] == id for id, page in pages.items())
    assert set(with_words(pages, "")) == set(pages)
    inside = [id for id, page in pages.items() if "tribute" in page.text.casefold()]
    assert inside
    assert set(inside) <= set(with_words(pages, "tribute"))


def test_the_other_chairs_instructions_are_not_among_the_pages() -> None:
    scenario = read_scenario("aigun-six-days")
    mine = pages_for(scenario, "muraviev")
    assert "brief/muraviev" in mine
    assert "brief/common" in mine
    assert "brief/yishan" not in mine
    assert "muraviev" in pages_for(scenario)
    assert "brief/muraviev" not in pages_for(scenario)
