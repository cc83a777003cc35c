"""What is chosen on the screen of settings holds at once, and is remembered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList, Static

from game.cli.seating import seating
from game.files.library import Library
from game.tui.glyphs_table import GLYPHS
from game.tui.map.glyphs import Level
from game.tui.map.palette import PLAIN
from game.tui.map.widget import MapCanvas
from game.tui.play.ledger import Ledger
from game.tui.play.screen import PlayScreen
from game.tui.screens.codex import CodexScreen
from game.tui.screens.settings import NO_COLOUR, SettingsScreen
from game.tui.shelf import Shelf, Wanted
from game.tui.theme import NAMES
from game.tui.widgets.page import PageView
from tests.tui.playing import played, to_the_table, until


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the player's own settings out of it."""
    monkeypatch.setenv("AMUR_HOME", str(tmp_path))
    return tmp_path


async def choose(pilot: Pilot[None], name: str) -> None:
    """Open the settings if they are not open, and choose something by its name."""
    app = pilot.app
    if not isinstance(app.screen, SettingsScreen):
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        await pilot.pause()
    options = app.screen.query_one(OptionList)
    target = options.get_option_index(name)
    while options.highlighted != target:
        await pilot.press("down")
        await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


MARKS = {glyph for glyph, _ in GLYPHS.values()}


def drawn(widget: Widget) -> str:
    """Return the letters of a widget as they stand on the screen, or would if it were in view."""
    return "\n".join(widget.render_line(row).text for row in range(widget.size.height))


def kept(home: Path) -> dict[str, object]:
    return dict(Library(home).settings())


def test_colours_and_information_hold_and_are_remembered(home: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await choose(pilot, "map-room")
        await until(pilot, lambda: screen.app.theme == "map-room")
        await choose(pilot, "points")
        await until(pilot, lambda: kept(home).get("mode") == "points")
        assert kept(home)["theme"] == "map-room"
        assert screen.mode == "advisers"

    played(home, (80, 24), act)


def test_new_plays_are_told_as_it_is_set_unless_it_is_said_otherwise(home: Path) -> None:
    Library(home).change_settings({"mode": "points"})
    shelf = Shelf(seating, home)
    for asked, mode in ((None, "points"), ("advisers", "advisers")):
        play = shelf.begin(Wanted(seat="muraviev", seed="7", mode=asked))
        assert play.session.record.heading.mode == mode
        play.close()


def test_every_screen_bears_all_the_colours(home: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        for name in NAMES:
            await choose(pilot, name)
            await until(pilot, lambda name=name: screen.app.theme == name)
        await pilot.press("escape", "c")
        await until(pilot, lambda: isinstance(screen.app.screen, CodexScreen))
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is screen)
        for _ in NAMES:
            before = screen.app.theme
            await pilot.press("t")
            await until(pilot, lambda before=before: screen.app.theme != before)
        assert kept(home)["theme"] == NAMES[-1]

    played(home, (160, 40), act)


def test_the_maps_follow_the_glyphs_that_are_chosen(home: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await choose(pilot, "ascii")
        await until(pilot, lambda: kept(home).get("glyphs") == "ascii")
        sample = screen.app.screen.query_one(MapCanvas)
        for canvas in (sample, screen.query_one(MapCanvas)):
            assert canvas.level is Level.ASCII
        rows = "".join(text for row in sample.frame.rows for text, _ in row)
        assert rows.isascii()

    played(home, (160, 40), act)


def test_the_draft_the_story_and_pages_follow_the_glyphs_that_are_chosen(home: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.pause()
        ledger, newest = screen.query_one(Ledger), screen.query_one("#newest", Static)
        assert "○" in drawn(ledger)
        assert "› " in drawn(newest)
        await choose(pilot, "ascii")
        await pilot.press("escape")
        await until(pilot, lambda: screen.app.screen is screen)
        await until(pilot, lambda: "> " in drawn(newest))
        for widget in (ledger, newest):
            assert not MARKS & set(drawn(widget))
        await pilot.press("c")
        await until(pilot, lambda: isinstance(screen.app.screen, CodexScreen))
        page = screen.app.screen.query_one(PageView)
        await until(pilot, lambda: "Rests on" in page.text)
        assert MARKS & set(page.text)
        assert not MARKS & set(drawn(page.query_one(Static)))

    played(home, (160, 40), act)


def test_a_new_session_begins_with_what_was_chosen(home: Path) -> None:
    Library(home).change_settings({"glyphs": "half", "theme": "high-contrast"})

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        assert screen.app.theme == "high-contrast"
        assert screen.query_one(MapCanvas).level is Level.HALF

    played(home, (160, 40), act)


def test_settings_that_cannot_be_kept_hold_for_this_time_and_say_so(home: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        (home / "settings.json").write_text("{broken [/", "utf-8")
        await choose(pilot, "map-room")
        await until(pilot, lambda: screen.app.theme == "map-room")
        said = [notice.message for notice in screen.app._notifications]
        assert any("settings.json cannot be read" in words for words in said)
        assert (home / "settings.json").read_text("utf-8") == "{broken [/"

    played(home, (80, 24), act)


def test_other_settings_in_the_file_stay(home: Path) -> None:
    Library(home).change_settings({"key.codex": "x", "of-another": 7})

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await choose(pilot, "half")
        await until(pilot, lambda: kept(home).get("glyphs") == "half")
        assert json.loads((home / "settings.json").read_text())["of-another"] == 7
        assert kept(home)["key.codex"] == "x"

    played(home, (80, 24), act)


def test_without_colour_nothing_has_a_hue(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await choose(pilot, "map-room")
        assert screen.query_one(MapCanvas).palette is PLAIN
        help = screen.app.screen.query_one("#help", Static)
        assert NO_COLOUR in str(help.content)
        for strip in screen.app.screen._compositor.render_strips():
            for segment in strip:
                for colour in colours(segment.style):
                    assert len(set(colour.get_truecolor())) == 1

    played(home, (120, 40), act)


def colours(style: Style | None) -> list[Color]:
    """Return the colours that a style has."""
    return [] if style is None else [c for c in (style.color, style.bgcolor) if c is not None]
