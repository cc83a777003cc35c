"""The kept plays: continued, thrown away and had back; nothing is lost on the way."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import OptionList, Static

from game.cli.seating import seating
from game.coach.words_for import points
from game.files.begun_with import BOTH
from game.record import Name
from game.state import Decision
from game.tui.app import AmurApp
from game.tui.play.curtain import Curtain
from game.tui.play.screen import PlayScreen
from game.tui.screens.library import NOTHING, Plays
from game.tui.shelf import Shelf, Wanted
from tests.tui.playing import until

HOSTILE = "[/] [@click=app.quit]x[/] \x1b[31mred \u202eturned "


def test_no_play_is_told(tmp_path: Path) -> None:
    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        assert screen.query_one("#nothing").display
        rows = ["".join(segment.text for segment in strip) for strip in painted(screen)]
        assert any(f" {NOTHING}, i takes one in. " in row for row in rows), "not hatched"
        await pilot.press("d", "u", "enter")
        assert game.screen is screen

    looked_at(tmp_path, act)


def test_a_play_is_continued(tmp_path: Path) -> None:
    begun(tmp_path, "muraviev")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        line = listed(screen)[0]
        assert "Nikolai Muraviev" in line
        assert "not begun" in line
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(game.screen, PlayScreen))
        play = game.screen
        assert isinstance(play, PlayScreen)
        before = play.session.cursor
        await pilot.press("1")
        await until(pilot, lambda: play.session.cursor != before)
        await pilot.press("q")
        await until(pilot, lambda: game.screen is screen)
        await pilot.pause()
        await until(pilot, lambda: "22 May, afternoon " in listed(screen)[0])
        assert "decision" in detail(screen)

    looked_at(tmp_path, act)


def test_plays_are_told_apart_in_eighty_columns(tmp_path: Path) -> None:
    shelf = Shelf(seating, tmp_path)
    for seed in ("7", "8"):
        shelf.begin(Wanted(scenario="the-fair-at-kulja", seat="kovalevsky", seed=seed)).close()

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        for line, seed in zip(listed(screen), "87", strict=True):
            assert line.startswith(f"The Fair at Kulja, 1851, seed {seed} Yegor Kovalevsky ")
            assert f"{datetime.now().astimezone():%H:}" in line

    looked_at(tmp_path, act)


def test_a_play_that_is_over_says_how_it_ended_and_on_which_terms(tmp_path: Path) -> None:
    shelf = Shelf(seating, tmp_path)
    start = next(iter(shelf.scenario(None).starts))
    with shelf.begin(Wanted(seat="muraviev", seed="7", start=start)) as kept:
        kept.session.advance()
        while Decision("go-home") not in kept.session.legal():
            kept.session.decide(kept.session.legal()[0])
            kept.session.advance()
        kept.session.decide(Decision("go-home"))
        lasting = kept.session.rules.outcome(kept.session.state)
    assert lasting is not None
    went_home = shelf.scenario(None).endings["went-home"].title

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "no paper" in listed(screen)[0])
        result = f"no paper · {points(lasting.lasting[0])}"
        assert result in listed(screen)[0]
        await until(pilot, lambda: "All plays as" in detail(screen))
        told = detail(screen)
        assert "Seed 7" in told
        assert shelf.scenario(None).starts[start].title in told
        assert "told in words" in told
        assert f"{result[:1].upper()}{result[1:]} lasted: {went_home}, " in told
        assert "1 line, 1 ended · 3 of 34 endings · " in told
        assert "All plays as Nikolai Muraviev: 3 of 34 endings · " in told
        assert f"played {datetime.now().astimezone():%d %B %Y}" in told
        assert " May 1858, " in told

    looked_at(tmp_path, act)


def test_a_play_left_at_an_old_node_says_its_last_end_and_what_was_decided_in_words(
    tmp_path: Path,
) -> None:
    shelf = Shelf(seating, tmp_path)
    with shelf.begin(Wanted(seat="muraviev", seed="7")) as kept:
        session = kept.session
        session.advance()
        while Decision("go-home") not in session.legal():
            session.decide(session.legal()[0])
        session.decide(Decision("go-home"))
        session.advance()
        session.go_to(next(n for n in session.record.path(session.cursor)).id)

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "last: no paper · " in listed(screen)[0])
        told = detail(screen)
        assert "1 of 1 line ended; no paper · " in told
        assert "Last decided: " in told
        assert "choose" not in told

    looked_at(tmp_path, act)


def test_the_foot_has_room_for_its_keys_in_eighty_columns(tmp_path: Path) -> None:
    begun(tmp_path, "muraviev")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        foot = "".join(segment.text for segment in painted(screen)[-1])
        assert foot.rstrip().endswith("F1 Help"), foot

    looked_at(tmp_path, act)


def painted(screen: Plays) -> list[Strip]:
    return screen._compositor.render_strips()


def test_a_play_of_two_is_continued(tmp_path: Path) -> None:
    begun(tmp_path, BOTH)

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        assert "Two people" in listed(screen)[0]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(game.screen, Curtain))

    looked_at(tmp_path, act)


def test_what_was_thrown_away_comes_back(tmp_path: Path) -> None:
    path = begun(tmp_path, "yishan")
    begun(tmp_path, "muraviev")
    text = path.read_bytes()

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        await pilot.press("down", "d")
        await pilot.pause()
        assert len(listed(screen)) == 1
        assert not path.exists()
        assert "u brings it back" in detail(screen)
        await pilot.press("u")
        await pilot.pause()
        assert len(listed(screen)) == 2
        assert path.read_bytes() == text

    looked_at(tmp_path, act)


def test_a_play_that_is_being_played_stays_where_it_is(tmp_path: Path) -> None:
    path = begun(tmp_path, "yishan")

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        with Shelf(seating, tmp_path).resume(path):
            await pilot.press("d")
            await pilot.pause()
            assert "is being played by" in detail(screen)
            await pilot.press("enter")
            await until(pilot, lambda: len(game._notifications) > 0)
            assert game.screen is screen
        assert path.exists()

    looked_at(tmp_path, act)


def test_a_damaged_play_is_told_of_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "records" / "x[@click=app.quit]\u202e.amur"
    path.parent.mkdir()
    path.write_text(HOSTILE)

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        assert "x[@click=app.quit]<U+202E>.amur cannot be read" in listed(screen)[0]
        assert "holds no play" in detail(screen)
        await pilot.press("enter")
        await until(pilot, lambda: len(game._notifications) > 0)
        assert game.screen is screen
        assert path.read_text() == HOSTILE

    looked_at(tmp_path, act)


def test_hostile_headings_and_names_are_words(tmp_path: Path) -> None:
    shelf = Shelf(seating, tmp_path)
    path = begun(tmp_path, "yishan")
    text = path.read_text().replace('"aigun-six-days"', '"[@click=app.quit]x[/]"')
    path.write_text(text)
    assert "[@click=app.quit]x[/]" in text

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        assert "[@click=app.quit]x[/]" in listed(screen)[0]
        await pilot.press("enter")
        await until(pilot, lambda: len(game._notifications) > 0)
        assert game.screen is screen

    assert shelf.last_play() == path
    looked_at(tmp_path, act)


def test_hostile_bookmarks_are_words(tmp_path: Path) -> None:
    with Shelf(seating, tmp_path).begin(Wanted(seat="yishan", seed=HOSTILE * 100)) as kept:
        kept.session.advance()
        kept.session.decide(kept.session.legal()[0])
        for node in kept.session.record.nodes:
            kept.session.remark(Name(node, HOSTILE * 300))

    async def act(game: AmurApp, screen: Plays, pilot: Pilot[None]) -> None:
        told = detail(screen)
        assert "Bookmarks: [/] [@click=app.quit]x[/] ␛[31mred" in told
        assert len(told) < 1000 + len(str(tmp_path))
        assert screen.query_one("#list").virtual_size.width <= 80

    looked_at(tmp_path, act)


def begun(home: Path, seat: str) -> Path:
    """Begin a play, leave it, and return where it is kept."""
    with Shelf(seating, home).begin(Wanted(seat=seat, seed="7")) as kept:
        return kept.file.path


def listed(screen: Plays) -> list[str]:
    return [str(option.prompt) for option in screen.query_one("#list", OptionList).options]


def detail(screen: Plays) -> str:
    return str(screen.query_one("#detail", Static).content)


def looked_at(home: Path, act: Callable[[AmurApp, Plays, Pilot[None]], Awaitable[None]]) -> None:
    """Open the kept plays and have something done there."""

    async def look() -> None:
        game = AmurApp(Shelf(seating, home))
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.press("p")
            await until(pilot, lambda: isinstance(game.screen, Plays))
            await pilot.pause()
            assert isinstance(game.screen, Plays)
            await act(game, game.screen, pilot)

    asyncio.run(look())
