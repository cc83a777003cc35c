"""The title is first on the screen, and what takes long to import is not waited for."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

from game.cli.seating import seating
from game.files.plays import heading_for, start_play
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.tui.app import AmurApp
from game.tui.play.screen import PlayScreen
from game.tui.screens.choose import Choose
from game.tui.screens.title import Title
from game.tui.shelf import Shelf
from tests.afresh import afresh
from tests.tui.playing import until

BESIDE = (
    "game.tui.compare",
    "game.tui.replay",
    "game.tui.screens.help",
    "game.tui.screens.library",
    "game.tui.timeline.screen",
)
HEAVY = ("pydantic", "game.rules", "game.scenario", "game.record")


def test_the_screen_is_imported_without_what_a_play_needs() -> None:
    code = (
        "import sys, game.tui.app\n"
        f"heavy = {HEAVY!r}\n"
        "print([m for m in sys.modules if m.startswith(heavy)])"
    )
    assert afresh(code) == "[]"


def test_what_is_looked_at_beside_a_play_is_imported_when_it_is_asked_for() -> None:
    code = (
        "import sys\n"
        "from game.tui.warming import import_play\n"
        "import_play()\n"
        "import game.tui.season.screen\n"
        f"beside = {BESIDE!r}\n"
        "print([m for m in sys.modules if m.startswith(beside)])"
    )
    assert afresh(code) == "[]"


def test_the_screen_needs_no_openssl_and_keeps_it_from_nobody() -> None:
    code = (
        "import sys, game.cli.play\n"
        "from game.tui.offline import import_offline\n"
        "import_offline()\n"
        "import game.tui.opened\n"
        "print('_ssl' in sys.modules, '_hashlib' in sys.modules)\n"
        "import hashlib, hmac, ssl\n"
        "print(ssl.OPENSSL_VERSION != '')\n"
        "print(hashlib.sha256(b'Aigun').hexdigest()[:8])\n"
        "print(hmac.digest(b'key', b'Aigun', 'sha256').hex()[:8])"
    )
    assert afresh(code).split() == [
        *("False", "False", "True"),
        hashlib.sha256(b"Aigun").hexdigest()[:8],
        hmac.digest(b"key", b"Aigun", "sha256").hex()[:8],
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_the_title_shows_the_river_and_a_menu(tmp_path: Path, size: tuple[int, int]) -> None:
    async def look() -> None:
        game = AmurApp(Shelf(seating, tmp_path))
        async with game.run_test(size=size) as pilot:
            await pilot.pause()
            assert isinstance(game.screen, Title)
            assert "Continue" not in listed(game)
            assert listed(game)[0] == "New game"
            assert listed(game)[-1] == "Quit"
            await pilot.press("n")
            await until(pilot, lambda: isinstance(game.screen, Choose))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(game.screen, Title))
            await pilot.press("q")
        assert not game.is_running

    asyncio.run(look())


def test_the_play_left_last_can_be_continued(tmp_path: Path) -> None:
    shelf = Shelf(seating, tmp_path)
    rules = Rules(read_scenario("aigun-six-days"))
    heading = heading_for(rules, "7", "yishan", mode="points")
    start_play(rules, heading, seating, shelf.library).close()

    async def look() -> None:
        game = AmurApp(shelf)
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert listed(game)[0] == "Continue"
            help = game.screen.query_one("#help", Static)
            await until(pilot, lambda: "Six Days at Aigun, Yishan" in str(help.content))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(game.screen, PlayScreen))
            assert game.kept is not None
            assert game.kept.session.record.heading == heading

    asyncio.run(look())


def test_after_a_play_the_cursor_stands_on_continue(tmp_path: Path) -> None:
    shelf = Shelf(seating, tmp_path)
    rules = Rules(read_scenario("aigun-six-days"))

    async def look() -> None:
        game = AmurApp(shelf)
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(game.screen, Choose))
            start_play(rules, heading_for(rules, "7", "yishan"), seating, shelf.library).close()
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(game.screen, Title))
            await pilot.pause()
            assert highlighted(game) == "continue"
            await pilot.press("down", "enter")
            await until(pilot, lambda: isinstance(game.screen, Choose))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(game.screen, Title))
            await pilot.pause()
            assert highlighted(game) == "continue"
            await pilot.press("down", "down", "enter")
            await until(pilot, lambda: not isinstance(game.screen, Title))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(game.screen, Title))
            await pilot.pause()
            assert highlighted(game) == "plays"

    asyncio.run(look())


def test_a_play_that_cannot_be_continued_is_told_in_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "records" / "broken.amur"
    broken.parent.mkdir()
    broken.write_text("[/][@click=app.quit]\x1b[31m\n")

    async def look() -> None:
        game = AmurApp(Shelf(seating, tmp_path))
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("c")
            await until(pilot, lambda: len(game._notifications) > 0)
            assert isinstance(game.screen, Title)
            assert "broken.amur" in next(iter(game._notifications)).message

    asyncio.run(look())


def test_settings_that_cannot_be_written_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")

    async def look() -> None:
        game = AmurApp(Shelf(seating, tmp_path))
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.press("t")
            await until(pilot, lambda: len(game._notifications) > 0)
            assert game.theme == "map-room"

    asyncio.run(look())


def listed(game: AmurApp) -> list[str]:
    menu = game.screen.query_one("#menu", OptionList)
    return [str(option.prompt).split("  ")[0].strip() for option in menu.options]


def highlighted(game: AmurApp) -> str | None:
    option = game.screen.query_one("#menu", OptionList).highlighted_option
    return None if option is None else option.id
