"""A play on the screen follows what is changed in its scenario's folder beside it."""

from __future__ import annotations

import asyncio
import gc
import shutil
from collections.abc import Awaitable, Callable
from itertools import pairwise
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from game.cli.seating import seating
from game.files.folders import shipped
from game.files.library import Library
from game.files.plays import game_of, heading_for, rules_of, start_play
from game.files.records import read_record
from game.record import verify
from game.tui import following
from game.tui.app import AmurApp
from game.tui.map.widget import MapCanvas
from game.tui.play.acts import Acts
from game.tui.play.ending import EndPages
from game.tui.play.ledger import Ledger
from game.tui.play.screen import PlayScreen
from game.tui.play.story import Story
from game.tui.play.trouble import TroublePanel
from game.tui.season.screen import SeasonScreen
from game.tui.shelf import Shelf, Wanted
from tests.fords import FORDS
from tests.tui.playing import decide, to_the_end, until
from tests.tui.showing import painted

TINY = Path(__file__).parent.parent / "cases" / "tiny"
RIVER = "events/river.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny scenario; it is looked at often."""
    monkeypatch.setattr(following, "EVERY", 0.02)
    return shutil.copytree(TINY, tmp_path / "tiny")


def followed(
    folder: Path,
    act: Callable[[AmurApp, Pilot[None]], Awaitable[None]],
    size: tuple[int, int],
    seat: str = "ferryman",
) -> None:
    """Open a watched play in a window and have something done in it."""

    async def play() -> None:
        home = folder.parent / "home"
        rules = rules_of(str(folder), None, None)
        kept = start_play(rules, heading_for(rules, "3", seat), seating, Library(home))
        wanted = Wanted(scenario=str(folder), watch=True)
        game = AmurApp(Shelf(seating, home), kept, wanted)
        async with game.run_test(size=size) as pilot:
            await pilot.pause()
            await act(game, pilot)

    asyncio.run(play())


def change(folder: Path, was: str, now: str, file: str = RIVER) -> None:
    text = (folder / file).read_text()
    assert was in text
    (folder / file).write_text(text.replace(was, now))


def screen_of(game: AmurApp) -> PlayScreen:
    assert isinstance(game.screen, PlayScreen)
    return game.screen


def newest(game: AmurApp) -> str:
    return " ".join(screen_of(game).query_one(Story).newest.split())


def test_a_fault_is_shown_and_when_it_is_mended_the_play_comes_back(folder: Path) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        change(folder, "The ice groans.", "The ice sings.")
        await until(pilot, lambda: game.is_playing and "The ice sings." in newest(game))
        assert "has changed; nothing had been decided yet." in newest(game)

        change(folder, "trust: +3", "trusst: +3")
        playing = screen_of(game)
        await until(pilot, lambda: bool(playing.query(TroublePanel)))
        await pilot.pause()
        shown = playing.query_one(TroublePanel)
        assert "events/river.yaml:12:14" in shown.text
        assert "trusst is no track" in shown.text
        assert "To mend it: write trust, if you mean that" in shown.text
        assert shown.region.right <= 80
        await pilot.press("escape")
        await until(pilot, lambda: not playing.query(TroublePanel))

        await decide(playing, pilot, "1")  # the play goes on by the old rules
        assert "It holds." in newest(game)
        change(folder, "trusst: +3", "trust: +8")
        await until(pilot, lambda: game.is_playing and screen_of(game) is not playing)
        await until(pilot, lambda: "trust 58, not 53" in newest(game))
        assert [offer.text.plain for offer in screen_of(game).query_one(Acts).offers]
        session = screen_of(game).session
        assert game.kept is not None
        kept = read_record(game.kept.file.path).record
        assert verify(session.rules, kept) == []
        assert kept.cursor == session.cursor

    followed(folder, act, (80, 24))


def test_a_season_follows_the_editor_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "EVERY", 0.02)
    fords = shutil.copytree(FORDS, tmp_path / "the-two-fords")

    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        before = game.screen
        assert isinstance(before, SeasonScreen)
        change(fords, "quays", "landing stages", "actions.yaml")
        await until(pilot, lambda: game.is_playing and game.screen is not before)
        await pilot.pause()
        assert isinstance(game.screen, SeasonScreen)
        assert (
            "actions.yaml has changed; replayed 1 decision" in game.screen.query_one(Story).newest
        )
        await pilot.press("1")
        assert "landing stages" in painted(game.screen)

    async def play() -> None:
        rules = game_of(str(fords), None, None)
        kept = start_play(rules, heading_for(rules, "3", "reeve"), seating, Library(tmp_path))
        kept.session.advance()
        kept.session.decide(rules.parsed("act repair", kept.session.state))
        game = AmurApp(Shelf(seating, tmp_path), kept, Wanted(scenario=str(fords), watch=True))
        async with game.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            await act(game, pilot)

    asyncio.run(play())


def test_what_was_shown_before_a_change_is_not_kept(folder: Path) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        painted, maps = [], []
        for was, now in pairwise(("title: ", "title: New ", "title: Newer ", "title: Newest ")):
            before = id(game.playing)
            change(aigun, was, now, "scenario.yaml")
            await until(pilot, lambda before=before: id(game.playing) != before)
            await until(pilot, lambda: bool(screen_of(game).query(MapCanvas)))
            await pilot.pause()
            gc.unfreeze()
            gc.collect()
            there = gc.get_objects()
            painted.append(sum(isinstance(each, Strip) for each in there))
            maps.append(sum(isinstance(each, MapCanvas) for each in there))
            del there  # or it would keep them all
        assert maps == [1, 1, 1]
        assert painted[2] - painted[1] < 500

    aigun = shutil.copytree(shipped() / "aigun-six-days", folder.parent / "aigun")
    followed(aigun, act, (100, 30), "muraviev")


def test_a_draft_is_carried_over_and_other_screens_are_left_alone(folder: Path) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        await decide(screen_of(game), pilot, "1")
        await pilot.press("d", "right")
        playing = screen_of(game)
        await until(pilot, lambda: playing.hand.is_own)
        draft = playing.hand.draft
        await pilot.press("v")
        await until(pilot, lambda: not game.is_playing)
        change(folder, "It holds.", "It holds, for now.")
        for _ in range(20):
            await asyncio.sleep(0.02)
        assert game.playing is playing
        await pilot.press("escape")
        await until(pilot, lambda: game.is_playing and screen_of(game) is not playing)
        await until(pilot, lambda: "It holds, for now." in newest(game))
        assert "replayed 1 decision, as before." in newest(game)
        assert (screen_of(game).hand.draft, screen_of(game).hand.is_own) == (draft, True)

    followed(folder, act, (120, 40))


def test_last_pages_that_were_read_are_not_shown_again_until_one_of_them_changes(
    folder: Path,
) -> None:
    async def reloaded(game: AmurApp, pilot: Pilot[None], *edit: str) -> EndPages:
        before = screen_of(game)
        change(folder, *edit)
        await until(pilot, lambda: game.is_playing and screen_of(game) is not before)
        pages = screen_of(game).query_one(EndPages)
        await until(pilot, lambda: bool(pages.text))
        return pages

    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        await to_the_end(screen_of(game), pilot)
        await pilot.press("enter", "enter", "enter")
        pages = screen_of(game).query_one(EndPages)
        await until(pilot, lambda: len(pages.read) == 4)
        in_view = pages.text

        pages = await reloaded(game, pilot, "It holds.", "It holds, for now.")
        assert pages.text == in_view
        pages = await reloaded(game, pilot, "I remain.", "I stay.", "dossiers.yaml")
        assert "I stay." in pages.text
        assert len(pages.read) == 3

    followed(folder, act, (80, 24))


def test_what_has_changed_is_said_where_the_fault_is_elsewhere(folder: Path) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        playing = screen_of(game)
        (folder / "sources.yaml").unlink()
        await until(pilot, lambda: bool(playing.query(TroublePanel)))
        await pilot.pause()
        place, what, *_ = playing.query_one(TroublePanel).text.splitlines()
        assert not place.startswith("sources.yaml")
        assert what == "sources.yaml is gone."

    followed(folder, act, (80, 24))


def test_a_folder_that_is_gone_is_said_and_the_play_can_be_left(folder: Path) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        playing = screen_of(game)
        await pilot.press("d")
        await until(pilot, lambda: playing.query_one(Ledger).has_focus)
        folder.rename(folder.with_name("elsewhere"))
        await until(pilot, lambda: bool(playing.query(TroublePanel)))
        await pilot.pause()
        assert "holds no scenario any more" in playing.query_one(TroublePanel).text
        await pilot.press("escape", "q")
        await until(pilot, lambda: game.playing is None)
        folder.with_name("elsewhere").rename(folder)
        await asyncio.sleep(0.1)
        assert game.playing is None

    followed(folder, act, (80, 24))
