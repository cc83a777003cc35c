"""The draft: what one knows of it oneself, and the forecast that stays stamped on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from game.coach.words_for import option_text
from game.state import Phase
from game.tui.play.acts import Acts
from game.tui.play.along import Along
from game.tui.play.ledger import Ledger
from game.tui.play.screen import ASKING, PlayScreen
from game.tui.play.sheet import Sheet, SheetView
from game.tui.play.story import Story
from tests.tui.playing import decide, forecast, helped, played, to_the_table, until


def text(screen: PlayScreen, id: str) -> str:
    return str(screen.query_one(id, Static).content)


def test_a_forecast_stays_on_the_draft_that_it_judged(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        assert not text(screen, "#stamp")
        await forecast(screen, pilot)
        await until(pilot, lambda: "signature" in text(screen, "#stamp"))
        assert "court" in text(screen, "#stamp")
        assert "earlier" not in text(screen, "#stamp")
        await pilot.press("d", "left")
        await until(pilot, lambda: "of an earlier draft" in text(screen, "#stamp"))
        await pilot.press("right", "f")
        await until(pilot, lambda: "earlier" not in text(screen, "#stamp"))
        await until(pilot, lambda: "already" in helped(screen))
        asked = [n for n in screen.session.record.nodes.values() if "forecast" in n.decision_text]
        assert len(asked) == 1
        state, stamp = screen.session.view().state, screen.annals.last_stamp(screen.seat)
        later, first = state._replace(sitting=state.sitting + 1), screen.hand.draft[0]
        other = (0 if first else 1, *screen.hand.draft[1:])
        along = Along(screen.seat, carries=False, was_turned=False)
        sheet = screen.query_one(Sheet)
        sheet.show(SheetView(screen.seat, later, other, along, stamp, "advisers"))
        assert "of an earlier draft" in text(screen, "#stamp")
        assert "signature" not in text(screen, "#stamp"), "it stands in what happened"

    played(tmp_path, (120, 40), act)


def test_what_was_expected_is_told_where_it_was_asked(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        story = screen.query_one(Story)
        await forecast(screen, pilot)
        await until(pilot, lambda: " a signature" in story.newest)
        asked, answered = story.newest.index("You ask your people"), story.newest.index(" a sign")
        assert asked < answered
        assert "Eat everything" not in story.newest
        answer = story.newest[answered:]
        await decide(screen, pilot, "1")
        await until(pilot, lambda: answer in story.text and " a sign" not in story.newest)

    played(tmp_path, (80, 24), act)


def test_the_other_chair_is_told_what_to_expect_of_its_word(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        for _ in range(20):
            state = screen.session.view().state
            if state.phase is Phase.REPLY and state.paper is not None:
                break
            await decide(screen, pilot, "1")
        await forecast(screen, pilot)
        await until(pilot, lambda: "he takes it" in text(screen, "#stamp").lower())
        assert "court" in text(screen, "#stamp")

    played(tmp_path, (80, 24), act, seat="yishan")


def test_the_draft_says_what_it_is_worth_and_how_home_would_take_it(tmp_path: Path) -> None:
    async def words(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        before = text(screen, "#reckoned")
        assert "your own reckoning" in before
        assert "At home" in before
        await pilot.press("d", *["left"] * 4)
        await until(pilot, lambda: text(screen, "#reckoned") != before)

    async def points(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        assert "Worth " in text(screen, "#reckoned")

    played(tmp_path / "words", (80, 24), words)
    played(tmp_path / "points", (80, 24), points, mode="points")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_nothing_is_weighed_that_was_not_looked_at(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        before = screen.session.cursor
        await pilot.press("f")
        await until(pilot, lambda: "It is your first draft." in helped(screen))
        assert "f: yes   d: change it" in helped(screen)
        assert screen.query_one(Sheet).is_on_screen
        assert screen.session.cursor == before
        await pilot.press("d", "f")
        await until(pilot, lambda: screen.session.cursor != before)

    played(tmp_path, size, act)


def test_who_is_asked_is_said_before_they_have_reckoned(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        before, acts = screen.session.cursor, screen.query_one(Acts)
        await pilot.press("d")
        screen.action_forecast()
        assert helped(screen) == ASKING
        acts.choose_number(1)
        assert screen.session.cursor == before
        await until(pilot, lambda: "signature" in text(screen, "#stamp"))
        steps = screen.annals.steps()[before:]
        assert [step.decision.verb for step in steps] == ["forecast"]

    played(tmp_path, (80, 24), act)


def test_a_forecast_names_the_draft_that_it_judged(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        story, scenario = screen.query_one(Story), screen.rules.scenario
        await to_the_table(screen, pilot)
        await pilot.press("p")
        await decide(screen, pilot, "1")
        await to_the_table(screen, pilot)
        while screen.session.view().state.phase is not Phase.SITTING:
            await decide(screen, pilot, "1")
        draft = screen.hand.draft
        await pilot.press("d", "left")
        await until(pilot, lambda: screen.hand.draft != draft)
        settled = option_text(scenario, 0, screen.hand.draft[0])
        await pilot.press("f")
        which = f"what to expect of your last paper, but: {settled}"
        await until(pilot, lambda: which in " ".join(story.newest.split()))
        await pilot.press("right")
        await until(pilot, lambda: f"which had: {settled}" in text(screen, "#stamp"))

    played(tmp_path, (120, 40), act)


def test_a_draft_that_can_go_along_with_nothing_offers_no_key_for_it(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        sheet = screen.query_one(Sheet)
        assert screen.session.view().state.phase is Phase.SCENE
        assert "let it go along" not in str(sheet.border_subtitle)
        await pilot.press("p")
        assert not screen.hand.carries, "nobody sees that it would go along later"
        await to_the_table(screen, pilot)
        await until(pilot, lambda: "let it go along" in str(sheet.border_subtitle))

    played(tmp_path, (120, 40), act)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_draft_that_is_worse_than_none_is_called_so_before_it_is_laid(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """The draft may be out of view: the acts say it, before any key is pressed for one."""

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        assert "worse than none" not in str(acts.border_title)
        await pilot.press("d", *(["left"] * 4 + ["down"]) * 5)
        await until(pilot, lambda: "worse for you than no paper" in text(screen, "#reckoned"))
        assert "with your paper, worse than none" in str(acts.border_title)
        await pilot.press("p")
        await until(pilot, lambda: "in the sleeve, worse than none" in str(acts.border_title))

    played(tmp_path, size, act)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_after_a_forecast_the_arrows_go_on_in_the_draft(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        ledger, sheet = screen.query_one(Ledger), screen.query_one(Sheet)
        await pilot.press("d", "down", "left", "f")
        await until(pilot, lambda: "signature" in text(screen, "#stamp"))
        stamp = sheet.query_one("#stamp")
        await until(pilot, lambda: sheet.region.contains_region(stamp.region) or size[1] < 30)
        acts = screen.query_one(Acts)
        await until(pilot, lambda: not acts.is_waiting and ledger.has_focus)
        await pilot.pause(0.2)
        assert ledger.has_focus
        assert sheet.is_on_screen
        asked, issue = screen.hand.draft, ledger.issue
        await pilot.press("left")
        await until(pilot, lambda: screen.hand.draft != asked)
        await pilot.press("right")
        await until(pilot, lambda: screen.hand.draft == asked)
        await pilot.press("down")
        await until(pilot, lambda: ledger.issue != issue)
        await pilot.press("up")
        await until(pilot, lambda: ledger.issue == issue)
        await pilot.press("d")
        await until(pilot, lambda: not ledger.has_focus)

    played(tmp_path, size, act)
