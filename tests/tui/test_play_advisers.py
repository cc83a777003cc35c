"""The advisers: each with his bias and his record, and a line on the draft in hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from game.coach.advice import SIGNING
from game.coach.persons import Person
from game.files.scenarios import read_scenario
from game.scenario.wording_model import Consent
from game.tui.play.acts import Acts
from game.tui.play.advisers import Advisers, silence
from game.tui.play.screen import PlayScreen
from game.tui.widgets.overflowing import READ_ON
from game.tui.widgets.prose import Prose
from tests.tui.playing import forecast, played, to_the_table, until
from tests.tui.showing import painted


def test_who_has_no_name_is_named_within_a_sentence_as_one_says_it() -> None:
    known = read_scenario("aigun-six-days").advisers
    silent = [(known[id], "") for id in ("budogossky", "cutters-officer")]
    (line,) = [part.plain for part in silence(silent, "nothing to say of it")]
    assert line == "Konstantin Budogossky and the officer of the cutters have nothing to say of it."


@pytest.mark.parametrize("seat", ["muraviev", "yishan"])
def test_each_adviser_of_the_chair_says_who_he_is(tmp_path: Path, seat: str) -> None:
    known = read_scenario("aigun-six-days").advisers.values()

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: bool(screen.query_one(Advisers).text))
        text = screen.query_one(Advisers).text
        for adviser in known:
            assert (adviser.name in text) == (adviser.seat == seat)
        assert "wrong" in text

    played(tmp_path, (140, 50), act, seat=seat)


def test_they_speak_of_the_draft_that_is_being_written(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        pane = screen.query_one(Advisers)
        await until(pilot, lambda: "Nobody" not in pane.text and "“" in pane.text)
        assert "no harbour" not in pane.text
        await pilot.press("d", "down", "left", "left", "left")
        await until(pilot, lambda: "no harbour" in pane.text)

    played(tmp_path, (140, 50), act)


def test_how_likely_a_draft_is_they_say_only_once_its_forecast_was_asked_for(
    tmp_path: Path,
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        pane = screen.query_one(Advisers)
        await until(pilot, lambda: "Whether he would sign it" in pane.text)
        assert not spoken(pane)
        assert "not weighed" in str(pane.border_subtitle)
        await forecast(screen, pilot)
        await until(pilot, lambda: bool(spoken(pane)))
        assert "Whether he would sign it" not in pane.text
        await pilot.press("d", "left")
        await until(pilot, lambda: "say when it is laid." in pane.text)
        assert not spoken(pane)

    played(tmp_path, (200, 60), act)


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
def test_no_adviser_is_cut_while_the_acts_have_room_to_spare(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        pane, acts = screen.query_one(Advisers), screen.query_one(Acts).query_one(OptionList)
        await to_the_table(screen, pilot)
        await until(pilot, lambda: pane.text.count("”") == 3)
        last = pane.text[: pane.text.rindex("”") + 1].split()[-1]
        await until(pilot, lambda: last in painted(screen))
        assert acts.max_scroll_y == 0
        await until(pilot, lambda: pane.query_one(Prose).max_scroll_y == 0)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: screen.query_one(Acts).size.width == 76)

    played(tmp_path, size, act, scenario=read_scenario("the-fair-at-kulja"), seat="kovalevsky")


def test_what_they_say_beyond_their_room_is_read_on_with_the_story(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        pane = screen.query_one(Advisers)
        await to_the_table(screen, pilot)
        await until(pilot, lambda: str(pane.border_subtitle).endswith(READ_ON))
        last = pane.text.split()[-1]
        for _ in range(8):
            await pilot.press("space")
            await pilot.pause()
            if pane.is_at_end:
                break
        await until(pilot, lambda: READ_ON not in str(pane.border_subtitle))
        assert last in painted(screen)

    played(tmp_path, (110, 24), act, scenario=read_scenario("the-fair-at-kulja"), seat="kovalevsky")


def test_where_there_are_none_the_instructions_stand_in_their_place(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        pane = screen.query_one(Advisers)
        await until(pilot, lambda: "You have no advisers at this table." in painted(screen))
        await until(pilot, lambda: "Your instructions" in str(pane.border_title))
        assert "Your advisers" not in painted(screen)
        assert "\n\n" in pane.text
        await until(pilot, lambda: str(pane.border_subtitle) == READ_ON)
        await pilot.pause()
        assert "l Causes" in painted(screen)

    khanka = read_scenario("handbook")
    played(tmp_path, (120, 40), act, scenario=khanka, seat="kazakevich")


HE = Person("Yishan", is_you=False)
"""Whose signature they speak of."""


def spoken(pane: Advisers) -> list[str]:
    """Return the likelihood words that the advisers use."""
    said = " ".join(pane.text.split())
    return [
        word
        for word, clause in SIGNING.items()
        if f"{clause.format(host=HE, consent=Consent())}.”" in said
    ]
