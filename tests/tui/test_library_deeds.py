"""What can be done with kept plays by keys: named, searched, copied, given away, had back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from game.cli.seating import seating
from game.files.naming import rename
from game.files.summaries import summary
from game.files.trash import throw_away
from game.record import code_of
from game.tui.app import AmurApp
from game.tui.play.screen import PlayScreen
from game.tui.screens.library import NONE_SO, Plays
from game.tui.screens.play_list import PlayList
from game.tui.screens.play_told import Columns
from game.tui.screens.trash import EMPTY, Trash
from game.tui.shelf import Shelf
from game.tui.widgets.asked import Asked
from game.tui.widgets.panel import Panel
from tests.tui.playing import until
from tests.tui.test_plays import begun, detail, listed

SIZES = [(80, 24), (120, 40), (200, 60)]
HOSTILE = "[/] [@click=app.quit]x[/] [bold]b \x1b[31mred ‮turned 満洲 " + "long " * 20
Act = Callable[[AmurApp, Plays, Pilot[None]], Awaitable[None]]


def looked_at(home: Path, act: Act, size: tuple[int, int] = (80, 24)) -> None:
    """Open the kept plays, wait until all are surveyed, and have something done there."""

    async def look() -> None:
        game = AmurApp(Shelf(seating, home))
        async with game.run_test(size=size) as pilot:
            await pilot.press("p")
            await until(pilot, lambda: isinstance(game.screen, Plays))
            screen = game.screen
            assert isinstance(screen, Plays)
            await until(
                pilot, lambda: all(screen.shelf.catalogue.known(k.play) for k in screen.every)
            )
            await pilot.pause()
            await act(game, screen, pilot)

    asyncio.run(look())


async def typed(pilot: Pilot[None], words: str) -> None:
    """Have a line say something else, and enter it."""
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, Asked))
    await pilot.pause()
    app.screen.query_one(Input).value = words
    await pilot.press("enter")
    await pilot.pause()


def asked(game: AmurApp) -> str:
    """Return what is said below the line that is asked for."""
    return str(game.screen.query_one("#said", Static).content)


def title_of(screen: Plays, id: str) -> str:
    return str(screen.query_one(f"#{id}", Panel).border_title)


def test_a_play_is_given_a_name_and_loses_it(tmp_path: Path) -> None:
    path = begun(tmp_path, "muraviev")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await pilot.press("r")
        await typed(pilot, "The Zeya line")
        await until(pilot, lambda: game.screen is screen)
        await pilot.pause()
        assert listed(screen)[0].startswith("The Zeya line ")
        assert "The Zeya line" in title_of(screen, "told")
        assert "It has its name." in detail(screen)
        assert summary(path).name == "The Zeya line"
        await pilot.press("r")
        await typed(pilot, "")
        await until(pilot, lambda: summary(path).name == "")
        await until(pilot, lambda: listed(screen)[0].startswith("Six Days"))

    looked_at(tmp_path, act)


def test_a_name_that_cannot_be_is_asked_for_again(tmp_path: Path) -> None:
    path = begun(tmp_path, "muraviev")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await pilot.press("r")
        await typed(pilot, "x" * 300)
        assert "at most 200 characters" in asked(game)
        with Shelf(seating, tmp_path).resume(path):
            await typed(pilot, "The Zeya line")
            assert "is being played by" in asked(game)
        await pilot.press("escape")
        await until(pilot, lambda: game.screen is screen)
        assert summary(path).name == ""

    looked_at(tmp_path, act)


def test_letters_in_a_line_are_letters_and_no_commands(tmp_path: Path) -> None:
    begun(tmp_path, "muraviev")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        theme = game.theme
        await pilot.press("r", *"tduq", "enter")
        await until(pilot, lambda: game.screen is screen)
        await pilot.pause()
        assert listed(screen)[0].startswith("tduq ")
        assert game.theme == theme

    looked_at(tmp_path, act)


@pytest.mark.parametrize("size", SIZES)
def test_hostile_names_are_letters_in_their_column(tmp_path: Path, size: tuple[int, int]) -> None:
    rename(begun(tmp_path, "muraviev"), HOSTILE[:200])
    begun(tmp_path, "yishan")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        hostile, other = sorted(listed(screen))[::-1]
        assert hostile.startswith("[/] [@click=app.quit]")
        assert cell_len(hostile) == cell_len(other) <= size[0] - 5
        await pilot.press("b")
        await until(pilot, lambda: isinstance(game.screen, Trash))
        await pilot.press("escape")
        await until(pilot, lambda: game.screen is screen)
        for strip in screen._compositor.render_strips(game.size):
            line = "".join(segment.text for segment in strip)
            assert "\x1b" not in line
            assert "‮" not in line
            assert cell_len(line) == size[0]
        for key, done in (("c", 3), ("d", 2)):
            await pilot.press("home", key)
            await until(pilot, lambda done=done: len(listed(screen)) == done)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(game.screen, Asked))
        await pilot.pause()
        for strip in game.screen._compositor.render_strips(game.size):
            line = "".join(segment.text for segment in strip)
            assert not {"\x1b", "\u202e"} & set(line)
        assert game.is_running

    looked_at(tmp_path, act, size)


def test_a_long_name_is_read_whole_beside_its_list(tmp_path: Path) -> None:
    name = "The line on which everything was said about " + "the villages " * 10
    rename(begun(tmp_path, "muraviev"), name)

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        assert detail(screen).startswith(name.strip())
        assert title_of(screen, "told").endswith("…")

    looked_at(tmp_path, act)


@pytest.mark.parametrize("cells", [62, 75, 99, 100, 115, 190])
def test_columns_fill_a_line_and_no_more(cells: int) -> None:
    columns = Columns.within(cells)
    shares = 2 * (columns.share + 1) if columns.share else 0
    assert columns.name + columns.chair + columns.stands + columns.played + 3 + shares == cells
    assert columns.name >= 8


def test_words_find_plays_by_name_chair_day_and_file(tmp_path: Path) -> None:
    path = begun(tmp_path, "muraviev")
    rename(path, "The Zeya line")
    begun(tmp_path, "yishan")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        words = screen.query_one("#words", Input)
        assert not words.display
        await pilot.press("slash", *"zeya")
        await until(pilot, lambda: len(listed(screen)) == 1)
        assert "1 of 2" in title_of(screen, "kept")
        for found in ("LINE zeya", "nikolai", path.stem, "22 may nikolai"):
            words.value = found
            await until(pilot, lambda: len(listed(screen)) == 1)
            assert listed(screen)[0].startswith("The Zeya line")
        words.value = "no such words"
        await until(pilot, lambda: not listed(screen))
        assert str(screen.query_one("#nothing Static", Static).content) == NONE_SO
        words.value = "zeya"
        await until(pilot, lambda: len(listed(screen)) == 1)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(game.screen, PlayScreen))
        await pilot.press("q")
        await until(pilot, lambda: game.screen is screen)
        await pilot.press("escape")
        await until(pilot, lambda: len(listed(screen)) == 2)
        assert not words.display
        await pilot.press("escape")
        await until(pilot, lambda: game.screen is not screen)

    looked_at(tmp_path, act)


def test_a_play_is_copied_and_the_cursor_stands_on_the_copy(tmp_path: Path) -> None:
    path = begun(tmp_path, "muraviev")
    rename(path, "The Zeya line")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await pilot.press("c")
        await until(pilot, lambda: len(listed(screen)) == 2)
        assert screen.chosen is not None
        assert screen.chosen.play.name == "The Zeya line, copy"
        assert "This is the copy." in detail(screen)
        assert screen.chosen.path.read_bytes().startswith(path.read_bytes())

    looked_at(tmp_path, act)


def test_a_play_is_given_away_and_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = begun(tmp_path / "home", "muraviev")
    monkeypatch.chdir(tmp_path)
    taken = tmp_path / "taken.amur"
    taken.write_text("mine")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await pilot.press("e")
        await until(pilot, lambda: isinstance(game.screen, Asked))
        assert game.screen.query_one(Input).value == str(tmp_path / path.name)
        await typed(pilot, str(taken))
        assert "exists already; choose another name" in asked(game)
        assert taken.read_text() == "mine"
        for wrong, said in (("", "name a file"), ("~nobody-has-this-name/x", "cannot be found")):
            await typed(pilot, wrong)
            assert said in asked(game)
        await typed(pilot, str(tmp_path / "away.amur"))
        await until(pilot, lambda: game.screen is screen)
        assert (tmp_path / "away.amur").read_bytes() == path.read_bytes()
        assert f"Copied to {tmp_path / 'away.amur'}." in detail(screen)
        await pilot.press("i")
        await typed(pilot, str(taken))
        assert "holds no play" in asked(game)
        await typed(pilot, str(tmp_path / "away.amur"))
        await until(pilot, lambda: game.screen is screen)
        await until(pilot, lambda: len(listed(screen)) == 2)
        assert screen.chosen is not None
        assert screen.chosen.path.name == "away.amur"
        assert "This is the play that was taken in." in detail(screen)

    looked_at(tmp_path / "home", act)


def test_a_code_is_pasted_and_taken_in(tmp_path: Path) -> None:
    path = begun(tmp_path, "muraviev")
    with Shelf(seating, tmp_path).resume(path) as kept:
        kept.session.advance()
        kept.session.decide(kept.session.legal()[0])
        code = code_of(kept.session.rules, kept.session.record)
    broken_over_lines = f"{code[:40]}\n{code[40:]}\n"

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await pilot.press("i")
        await until(pilot, lambda: isinstance(game.screen, Asked))
        await pilot.pause()
        line = game.screen.query_one(Input)
        line.value = ""
        line.post_message(Paste("\x1b[31m"))
        await until(pilot, lambda: line.value == "␛[31m")
        line.value = ""
        line.post_message(Paste(broken_over_lines))
        await until(pilot, lambda: len(line.value) > 40)
        await pilot.press("enter")
        await until(pilot, lambda: game.screen is screen)
        await until(pilot, lambda: len(listed(screen)) == 2)
        assert "1 decision" in detail(screen)

    looked_at(tmp_path, act)


def test_a_library_without_plays_can_take_one_in(tmp_path: Path) -> None:
    path = begun(tmp_path / "other", "yishan")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await pilot.press("r", "c", "e", "d", "slash", "u")
        await pilot.pause()
        assert "Nothing was thrown away here" in detail(screen)
        assert screen.query_one("#told").display
        assert game.screen is screen
        await pilot.press("i")
        await typed(pilot, str(path))
        await until(pilot, lambda: len(listed(screen)) == 1)
        assert not screen.query_one("#nothing").display
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(game.screen, PlayScreen))

    looked_at(tmp_path / "home", act)


def test_the_trash_of_an_earlier_session_gives_back(tmp_path: Path) -> None:
    path = begun(tmp_path, "yishan")
    rename(path, "The Zeya line")
    text = path.read_bytes()
    throw_away(Shelf(seating, tmp_path).library, path)

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        assert listed(screen) == []
        await pilot.press("u")
        await pilot.pause()
        assert "Nothing was thrown away here; b shows the trash." in detail(screen)
        await pilot.press("b")
        await until(pilot, lambda: isinstance(game.screen, Trash))
        await pilot.pause()
        trash = game.screen
        lying = trash.query_one(OptionList)
        assert str(lying.options[0].prompt).startswith("The Zeya line")
        told = trash.query_one("#detail", Static)
        assert "amur plays empty-trash" in str(told.content)
        await until(pilot, lambda: "22 May 1858" in str(told.content))
        await pilot.press("enter")
        await until(pilot, lambda: not lying.options)
        assert "The Zeya line is kept again." in str(told.content)
        assert str(trash.query_one("#nothing Static", Static).content) == EMPTY
        await pilot.press("enter", "u", "escape")
        await until(pilot, lambda: game.screen is screen)
        await until(pilot, lambda: len(listed(screen)) == 1)
        assert path.read_bytes() == text

    looked_at(tmp_path, act)


def test_a_line_that_is_asked_for_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename(begun(tmp_path, "yishan"), "The Zeya")
    monkeypatch.chdir(tmp_path)

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        for key, line in (("r", "The Zeya again"), ("i", f"{tmp_path}/ again")):
            await pilot.press(key)
            await until(pilot, lambda: isinstance(game.screen, Asked))
            await pilot.pause()
            await pilot.press("space", *"again")
            assert game.screen.query_one(Input).value == line
            await pilot.press("escape")
            await until(pilot, lambda: game.screen is screen)

    looked_at(tmp_path, act)


def test_what_a_survey_that_was_broken_off_found_is_shown_all_the_same(tmp_path: Path) -> None:
    for seat in ("yishan", "muraviev"):
        begun(tmp_path, seat)

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        shelf = screen.shelf
        path = begun(tmp_path, "muraviev")
        with shelf.resume(path) as kept:
            kept.session.advance()
            kept.session.decide(kept.session.legal()[0])
        plays = screen.query_one(PlayList)
        plays.show(shelf.plays())
        assert "…" in listed(screen)[0]
        shelf.catalogue.survey(shelf.plays()[0].play)
        plays.survey(())
        await until(pilot, lambda: "22 May, afternoon" in listed(screen)[0])

    looked_at(tmp_path, act)


def test_it_is_said_how_many_plays_were_counted_so_far(tmp_path: Path) -> None:
    begun(tmp_path, "yishan")
    begun(tmp_path, "muraviev")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        kept = screen.query_one("#kept", Panel)
        screen.query_one(PlayList).post_message(PlayList.Surveyed(1))
        await until(pilot, lambda: "1 of 2 counted" in str(kept.border_subtitle))
        screen.query_one(PlayList).post_message(PlayList.Surveyed(None))
        await until(pilot, lambda: "counted" not in str(kept.border_subtitle))

    looked_at(tmp_path, act)


@pytest.mark.parametrize("size", SIZES)
def test_the_list_holds_in_every_window(tmp_path: Path, size: tuple[int, int]) -> None:
    for seat in ("yishan", "both", "muraviev") * 10:
        begun(tmp_path, seat)

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        options = screen.query_one("#list", OptionList)
        assert len(listed(screen)) == 30
        keys = screen.query("FooterKey")
        assert len(keys) >= 6
        assert max(key.region.right for key in keys) <= size[0]
        for id, named in (("kept", "i: import · b: trash"), ("told", "c: copy · e: export")):
            assert named in str(screen.query_one(f"#{id}", Panel).border_subtitle)
        assert options.size.height >= 8
        assert options.virtual_size.width <= options.size.width
        assert options.virtual_size.height == 30, "a play is one line"
        assert screen.query_one("#told", Panel).content_size.height >= 9
        over = str(screen.query_one("#over", Static).content)
        assert over.startswith("Play ")
        assert over.endswith("Played")
        assert ("Scenes" in over) == (size[0] >= 120)
        assert cell_len(over) == cell_len(listed(screen)[0])

    looked_at(tmp_path, act, size)


def test_the_cursor_stays_on_its_play_when_the_window_changes(tmp_path: Path) -> None:
    for seat in ("yishan", "muraviev", "yishan"):
        begun(tmp_path, seat)

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await pilot.press("down")
        before = screen.chosen
        await pilot.resize_terminal(200, 60)
        await pilot.pause()
        assert screen.chosen == before
        assert cell_len(listed(screen)[0]) > 100

    looked_at(tmp_path, act)
