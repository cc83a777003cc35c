"""Deciding by keys: what ends the talks is asked for twice, and what was decided can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from game.tui.play.acts import Acts
from game.tui.play.screen import PlayScreen
from game.tui.play.story import Story
from tests.tui.playing import decide, helped, played, to_the_table, until


def test_going_home_needs_a_second_press_and_says_so(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.press("g")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        assert not screen.session.is_over
        await pilot.press("down")
        await until(pilot, lambda: "Press it once more" not in helped(screen))
        await pilot.press("g")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        assert not screen.session.is_over
        await pilot.press("g")
        await until(pilot, lambda: screen.session.is_over)

    played(tmp_path, (80, 24), act)


def test_the_line_of_going_home_needs_a_second_enter(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        options = screen.query_one(OptionList)
        names = [offer.name for offer in screen.query_one(Acts).offers]
        options.highlighted = names.index("go-home")
        await pilot.press("enter")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        assert not screen.session.is_over
        await pilot.press("enter")
        await until(pilot, lambda: screen.session.is_over)

    played(tmp_path, (80, 24), act)


def test_enter_means_what_waits_for_a_second_press_and_no_other_act(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts, before = screen.query_one(Acts), screen.session.cursor
        await pilot.press("f")
        await until(pilot, lambda: "f: yes" in helped(screen))
        await pilot.press("enter")
        await until(pilot, lambda: screen.session.cursor != before)
        await until(pilot, lambda: not acts.is_waiting)
        assert [step.decision.verb for step in screen.annals.steps()][-1] == "forecast"
        await pilot.press("g")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        assert acts.current is not None
        assert acts.current.name == "go-home"
        await pilot.press("enter")
        await until(pilot, lambda: screen.session.is_over)

    played(tmp_path, (100, 30), act)


def test_what_can_be_done_only_once_needs_a_second_press(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        while "plead" not in (names := [offer.name for offer in screen.query_one(Acts).offers]):
            await decide(screen, pilot, "1")
        plea = str(names.index("plead") + 1)
        await pilot.press(plea)
        await until(pilot, lambda: "moves him only this once" in helped(screen))
        await decide(screen, pilot, plea)

    played(tmp_path, (80, 24), act, seat="yishan")


def test_what_may_not_be_done_says_why_and_not_press_again(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.press("a")
        await until(pilot, lambda: "no word that stands" in helped(screen))
        help = screen.query_one(Acts).query_one("#help")
        await until(pilot, lambda: screen.query_one(Acts).region.contains_region(help.region))

    played(tmp_path, (80, 24), act)


def test_what_was_taken_back_can_be_taken_forward(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        opening = screen.session.state
        await pilot.press("1")
        await pilot.pause()
        after, nodes = screen.session.state, len(screen.session.record.nodes)
        await pilot.press("u")
        await pilot.pause()
        assert screen.session.state == opening
        await pilot.press("r")
        await pilot.pause()
        assert screen.session.state == after
        assert len(screen.session.record.nodes) == nodes

    played(tmp_path, (80, 24), act)


def test_an_act_about_two_issues_asks_for_one_after_the_other(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        names = [offer.name for offer in acts.offers]
        issues = screen.rules.table.issues
        await pilot.press("d", str(names.index("rather") + 1))
        await until(pilot, lambda: acts.offers[0].name == issues[0])
        await until(pilot, lambda: acts.query_one(OptionList).has_focus)
        await pilot.press("3")
        await until(pilot, lambda: len(acts.offers) == len(issues) - 1)
        await decide(screen, pilot, "1")
        last = screen.annals.steps()
        made = [step.decision for step in last if step.decision.name == "rather"]
        assert [decision.about for decision in made] == [(issues[0], issues[2])]

    played(tmp_path, (80, 24), act)


def test_what_was_met_in_taking_a_play_up_is_said_at_the_start(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app, session = screen.app, screen.session
        session.notices = ("the scenario has changed since this play was begun",)
        again = PlayScreen(session, "advisers")
        await app.push_screen(again)
        await pilot.pause()
        assert "The scenario has changed" in again.query_one(Story).newest

    played(tmp_path, (80, 24), act)


@pytest.mark.parametrize("keys", [("d",), ("d", "left"), ("p",), ("tab",)])
def test_touching_the_draft_withdraws_a_first_press_and_its_warning(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        await pilot.press("g")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        await pilot.press(*keys)
        await until(pilot, lambda: "Press it once more" not in helped(screen))
        await pilot.press("g")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        assert not screen.session.is_over
        await pilot.press("g")
        await until(pilot, lambda: screen.session.is_over)

    played(tmp_path, (80, 24), act)
