"""Whether the paper goes along: said with the acts, and in the draft's foot as it turns."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.content import Content
from textual.pilot import Pilot

from game.cli.seating import seating
from game.tui.app import AmurApp
from game.tui.play.acts import Acts
from game.tui.play.ledger import Ledger
from game.tui.play.screen import PlayScreen
from game.tui.play.sheet import Sheet
from game.tui.shelf import Shelf
from tests.tui.playing import decide, helped, played, to_the_table, until


def title(screen: PlayScreen) -> str:
    return Content.from_markup(screen.query_one(Acts).border_title or "").plain


def foot(screen: PlayScreen) -> str:
    return Content.from_markup(screen.query_one(Sheet).border_subtitle or "").plain


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
def test_it_is_said_as_a_state_and_then_the_key(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        assert title(screen) == "Your choice"
        await to_the_table(screen, pilot)
        assert title(screen) == "Your acts · paper in the sleeve"
        assert "in the sleeve (p: let it go along)" in foot(screen)
        await pilot.press("d", "p")
        await until(pilot, lambda: title(screen) == "Your acts · with your paper")
        width = screen.query_one(Sheet).outer_size.width
        await until(pilot, lambda: "arrows: change it" in foot(screen))
        assert "p: keep it back" in foot(screen)
        assert ("goes along with the act" in foot(screen)) == (width > 60)
        assert len(foot(screen)) <= width - 6
        await pilot.press("2")
        await until(pilot, lambda: title(screen) == "Which reason? · with your paper")

    played(tmp_path, size, act)


def test_an_edit_that_made_it_go_along_is_told_of_once(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.press("d", "left")
        await until(pilot, lambda: "changed: it now goes along (p: keep it back)" in foot(screen))
        assert title(screen) == "Your acts · with your paper"
        await pilot.press("left")
        await until(pilot, lambda: "changed" not in foot(screen))
        assert "goes along with the act (p: keep it back)" in foot(screen)
        await pilot.press("p", "left")
        await until(pilot, lambda: "changed: it now" in foot(screen))
        await pilot.press("escape")
        await decide(screen, pilot, "1")
        assert "changed" not in foot(screen)

    played(tmp_path, (80, 24), act)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_each_turn_of_the_paper_is_said_in_full_below_the_acts(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.press("d", "left")
        changed = "Changed: your paper now goes along with the next act. p: keep it back."
        await until(pilot, lambda: helped(screen) == changed)
        await pilot.press("escape", "p")
        kept = "Your paper stays in the sleeve. p: let it go along."
        await until(pilot, lambda: helped(screen) == kept)
        assert not screen.hand.carries
        await pilot.press("p")
        goes = "Your paper goes along with the next act. p: keep it back."
        await until(pilot, lambda: helped(screen) == goes)
        await pilot.press("down")
        await until(pilot, lambda: helped(screen) not in (goes, ""))

    played(tmp_path, size, act)


def test_the_other_chair_has_a_word_and_no_paper(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        for _ in range(6):
            if " · " in title(screen):
                break
            await decide(screen, pilot, "1")
        # What lies there is Muraviev's paper, which he had better not sign as it stands.
        assert title(screen) == "Your acts · in the sleeve, worse than none"
        await pilot.press("p")
        await until(pilot, lambda: title(screen) == "Your acts · with your word, worse than none")

    played(tmp_path, (120, 40), act, seat="yishan")


def test_a_draft_half_made_is_there_again_when_the_play_is_taken_up(tmp_path: Path) -> None:
    made: list[tuple[int, ...]] = []

    async def change(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.press("d", "down", "left", "down", "left")
        await until(pilot, lambda: screen.hand.carries)
        made.append(screen.hand.draft)
        await pilot.press("q", "c")
        await until(pilot, lambda: screen.app.screen is not screen and at_a_play(screen))
        again = screen.app.screen
        assert isinstance(again, PlayScreen)
        assert again.hand.draft == made[0]
        assert again.query_one(Ledger).draft == made[0]
        await pilot.press("d", "left")
        await until(pilot, lambda: again.hand.draft != made[0])
        made.append(again.hand.draft)

    async def killed() -> None:
        app = AmurApp(Shelf(seating, tmp_path))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("c")
            await until(pilot, lambda: isinstance(app.screen, PlayScreen))
            screen = app.screen
            assert isinstance(screen, PlayScreen)
            assert screen.hand.draft == made[1]
            assert screen.hand.carries
            await decide(screen, pilot, "1")
            await until(pilot, lambda: not list((tmp_path / "records").glob(".*.draft")))

    played(tmp_path, (80, 24), change)
    asyncio.run(killed())


def test_a_draft_is_begun_anew_where_a_decision_is_taken_back(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        before = screen.hand.draft
        await pilot.press("d", "down", "left")
        await until(pilot, lambda: bool(list((tmp_path / "records").glob(".*.draft"))))
        await decide(screen, pilot, "1")
        await decide(screen, pilot, "u")
        assert screen.hand.draft == before
        assert not screen.hand.carries

    played(tmp_path, (80, 24), act)


def at_a_play(screen: PlayScreen) -> bool:
    return isinstance(screen.app.screen, PlayScreen)


def test_what_an_act_asks_is_said_whole(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        asking = next(offer.numbers[0] for offer in acts.offers if offer.name == "ask")
        await pilot.press("p", str(asking))
        await until(pilot, lambda: title(screen) == "Of which issue do you ask why?")
        await pilot.resize_terminal(200, 60)
        await until(pilot, lambda: title(screen).endswith("why? · with your paper"))

    played(tmp_path, (120, 40), act)
