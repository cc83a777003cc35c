"""A play is chosen: scenario, chair and terms; authors' words are nothing but words."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from shutil import copytree

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from game.cli.seating import seating
from game.errors import AmurError
from game.files.begun_with import BOTH
from game.files.folders import shipped
from game.files.scenarios import find_scenarios, read_scenario
from game.scenario import ById
from game.tui.app import AmurApp
from game.tui.play.curtain import Curtain
from game.tui.play.screen import PlayScreen
from game.tui.screens.choose import Choose
from game.tui.screens.terms import Terms
from game.tui.screens.title import Title
from game.tui.shelf import Found, Shelf, Wanted
from game.tui.widgets.prose import Prose
from tests.tui.playing import until
from tests.tui.showing import painted

SHIPPED = "aigun-six-days"
AT_THE_CHAIRS = Wanted(scenario=SHIPPED)
HOSTILE = "[/] [@click=app.quit]x[/] \x1b[31mred \u202eturned " + "long " * 2000


def test_a_chair_is_taken_on_terms(tmp_path: Path) -> None:
    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        chairs = screen.query_one("#chairs", OptionList)
        assert chairs.has_focus
        assert chairs.option_count == 3
        first = screen.query_one(Prose).text
        assert "hunger" in first
        await pilot.press("down")
        await pilot.pause()
        assert screen.query_one(Prose).text != first
        screen.query_one("#lines").focus()
        await pilot.press("enter", "down", "enter")
        screen.query_one(Input).focus()
        await pilot.press(*"42", "enter")
        await until(pilot, lambda: isinstance(game.screen, PlayScreen))
        assert game.kept is not None
        heading = game.kept.session.record.heading
        assert (heading.seat, heading.seed, heading.mode) == ("yishan", "42", "points")
        assert heading.start == next(iter(read_scenario(SHIPPED).starts))

    chosen(tmp_path, act)


def test_each_pane_says_what_enter_does_and_no_chair_looks_like_two(tmp_path: Path) -> None:
    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        shown = painted(screen)
        for does in ("on to the chairs", "sit down", "another"):
            assert f" Enter: {does} ─╯" in shown
        assert "│ Nikolai Muraviev, Governor-General" in shown
        assert "│   of Eastern Siberia" in shown

    chosen(tmp_path, act)


def test_the_terms_of_the_last_play_are_not_those_of_the_next(tmp_path: Path) -> None:
    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        screen.query_one("#lines").focus()
        await pilot.press("down", "enter", "tab", *"42", "enter")
        await until(pilot, lambda: isinstance(game.screen, PlayScreen))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(game.screen, Title))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(game.screen, Choose))
        terms = game.screen.query_one(Terms)
        assert (terms.start, terms.query_one(Input).value) == (None, "")

    chosen(tmp_path, act)


def test_who_reads_the_instructions_has_the_window_and_sits_down_from_there(
    tmp_path: Path,
) -> None:
    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        text = screen.query_one("#text", Prose)
        narrow = text.size.width
        await pilot.press("right")
        await until(pilot, lambda: text.size.width > 70)
        await pilot.press("left")
        await until(pilot, lambda: text.size.width == narrow)
        assert screen.query_one("#chairs").has_focus
        await pilot.press("down", "right")
        await until(pilot, lambda: text.size.width > 70)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(game.screen, PlayScreen))
        assert game.kept is not None
        assert game.kept.session.record.heading.seat == "yishan"

    chosen(tmp_path, act)


def test_what_all_are_told_stands_below_the_instructions_of_each_chair(tmp_path: Path) -> None:
    read = read_scenario(SHIPPED)
    [common] = read.common_briefs

    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        text = screen.query_one("#text", Prose)
        for seat in ("muraviev", "yishan", None):
            own = "a curtain falls" if seat is None else read.briefs[read.seats[seat].brief].text
            assert own[:40] in text.text
            assert own[:40] not in text.text.partition(common.title)[2]
            assert common.text[-40:].strip() in text.text
            await pilot.press("down")
            await pilot.pause()

    chosen(tmp_path, act)


def test_two_people_take_both_chairs(tmp_path: Path) -> None:
    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        await pilot.press("up", "enter")
        await until(pilot, lambda: isinstance(game.screen, Curtain))
        assert game.kept is not None
        assert len(game.kept.session.record.heading.played) == 2

    chosen(tmp_path, act, wanted=Wanted(SHIPPED, seat="muraviev"))


def test_a_play_is_left_for_the_title_and_let_go(tmp_path: Path) -> None:
    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(game.screen, PlayScreen))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(game.screen, Title))
        path = game.shelf.last_play()
        assert path is not None
        Shelf(seating, tmp_path).resume(path).close()

    chosen(tmp_path, act)


def test_a_broken_scenario_is_told_of_and_not_played(tmp_path: Path) -> None:
    broken = tmp_path / "scenarios" / "a-broken-one"
    copytree(shipped() / SHIPPED, broken)
    (broken / "scenario.yaml").write_text("title: [\n")

    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        scenarios = screen.query_one("#scenarios", OptionList)
        assert scenarios.option_count == len(find_scenarios()) + 1
        scenarios.focus()
        scenarios.highlighted = scenarios.option_count - 1
        await pilot.pause()
        told = screen.query_one(Prose).text
        assert "cannot be played" in told
        assert "amur check a-broken-one" in told
        assert "\n" not in told
        assert screen.query_one("#chairs", OptionList).option_count == 0
        await pilot.press("enter")
        await pilot.pause()
        assert game.screen is screen
        assert scenarios.has_focus

    chosen(tmp_path, act)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_hostile_words_are_words(tmp_path: Path, size: tuple[int, int]) -> None:
    read = read_scenario(SHIPPED)
    hostile = read.model_copy(
        update={
            "title": HOSTILE,
            "content_note": HOSTILE,
            "seats": ById(
                {
                    id: seat.model_copy(update={"name": HOSTILE, "office": HOSTILE})
                    for id, seat in read.seats.items()
                }
            ),
            "starts": ById(
                {
                    id: start.model_copy(update={"title": HOSTILE})
                    for id, start in read.starts.items()
                }
            ),
            "briefs": ById(
                {id: page.model_copy(update={"text": HOSTILE}) for id, page in read.briefs.items()}
            ),
        }
    )
    found = [Found(HOSTILE, hostile), Found(HOSTILE, None, HOSTILE)]

    async def look() -> None:
        game = AmurApp(Shelf(seating, tmp_path))
        async with game.run_test(size=size) as pilot:
            await game.push_screen(Choose(found, Wanted()))
            await pilot.pause()
            screen = game.screen
            screen.query_one("#lines").focus()
            await pilot.press("down", "enter")
            shown = [screen.query_one(Prose).text]
            for options in screen.query(OptionList):
                shown += [str(option.prompt) for option in options.options]
            scenarios = screen.query_one("#scenarios", OptionList)
            scenarios.focus()
            await pilot.press("down")
            await pilot.pause()
            shown.append(screen.query_one(Prose).text)
            said = "\n".join(shown)
            assert said.count("[@click=app.quit]x[/]") >= 6
            assert not {"\x1b", "\u202e"} & set(said)
            assert screen.query_one("#left").virtual_size.width <= 40

    asyncio.run(look())


def test_what_is_wanted_is_checked_before(tmp_path: Path) -> None:
    shelf = Shelf(seating, tmp_path)
    with pytest.raises(AmurError, match="no scenario nowhere"):
        shelf.rules(Wanted("nowhere"))
    with pytest.raises(AmurError, match="no seat 'nobody'"):
        shelf.rules(Wanted(seat="nobody"))
    with shelf.begin(Wanted(seat=BOTH, seed="7")) as kept:
        path = kept.file.path
    with pytest.raises(AmurError, match="seat 'both', not 'yishan'"):
        shelf.resume(path, Wanted(seat="yishan"))
    shelf.resume(path, Wanted(seat=BOTH)).close()


def chosen(
    home: Path,
    act: Callable[[AmurApp, Choose, Pilot[None]], Awaitable[None]],
    wanted: Wanted = AT_THE_CHAIRS,
) -> None:
    """Open what is to be played, by default at the chairs of a scenario, and act there."""

    async def look() -> None:
        game = AmurApp(Shelf(seating, home), wanted=wanted)
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.press("n")
            await until(pilot, lambda: isinstance(game.screen, Choose))
            await pilot.pause()
            assert isinstance(game.screen, Choose)
            assert game.screen.query_one(Terms).display
            await act(game, game.screen, pilot)

    asyncio.run(look())


def test_the_instructions_scroll_from_the_list_of_chairs(tmp_path: Path) -> None:
    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        chairs, text = screen.query_one("#chairs", OptionList), screen.query_one("#text", Prose)
        assert chairs.has_focus
        assert text.scroll_y == 0
        await pilot.press("pagedown")
        await until(pilot, lambda: text.scroll_y > 5)
        assert chairs.highlighted == 0
        await pilot.press("pageup")
        await until(pilot, lambda: text.scroll_y == 0)
        assert chairs.has_focus

    chosen(tmp_path, act)


def test_the_arrows_go_on_through_the_text_at_the_ends_of_a_list(tmp_path: Path) -> None:
    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        scenarios = screen.query_one("#scenarios", OptionList)
        text = screen.query_one("#text", Prose)
        scenarios.focus()
        scenarios.highlighted = scenarios.option_count - 1
        await pilot.pause(0.1)
        await pilot.press("down", "down")
        await until(pilot, lambda: text.scroll_y == 2)
        scenarios.highlighted = 0
        await until(pilot, lambda: text.scroll_y == 0)
        text.scroll_to(y=2, animate=False)
        await until(pilot, lambda: text.scroll_y == 2)
        await pilot.press("up")
        await until(pilot, lambda: text.scroll_y == 1)
        assert scenarios.has_focus

    chosen(tmp_path, act)


def test_the_seed_is_the_line_below_the_terms(tmp_path: Path) -> None:
    async def act(game: AmurApp, screen: Choose, pilot: Pilot[None]) -> None:
        lines, seed = screen.query_one("#lines", OptionList), screen.query_one("#seed", Input)
        lines.focus()
        await pilot.press("down", "down")
        await until(pilot, lambda: seed.has_focus)
        await pilot.press("up")
        await until(pilot, lambda: lines.has_focus)
        assert lines.highlighted == lines.option_count - 1
        await pilot.press(*"42")
        await until(pilot, lambda: seed.has_focus and seed.value == "42")
        row = seed.parent
        assert row is not None
        assert [str(label.content) for label in row.query(Static)] == ["Seed: "]
        assert seed.region.height == 1
        assert seed.region.width > 20
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(game.screen, PlayScreen))
        assert game.kept is not None
        assert game.kept.session.record.heading.seed == "42"

    chosen(tmp_path, act)
