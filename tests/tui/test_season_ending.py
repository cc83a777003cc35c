"""The end of a campaign: its pages, its profile, and what can be done then."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from game.coach.seasons.endings import Spoke
from game.rules import CampaignRules
from game.scenario.authored import ById
from game.tui.app import AmurApp
from game.tui.map.glyphs import Level
from game.tui.play.ending import EndPages
from game.tui.screens.reading import Reading
from game.tui.season.ending import spokes_drawn
from game.tui.season.screen import SeasonScreen
from game.tui.season.sources import source_line
from game.tui.widgets.prose import Prose
from tests.fords import quietly, rules_of_fords
from tests.tui.playing import until
from tests.tui.seasons import QUIET, arrive, in_seasons, let_pass, season


def quiet_line(rules: CampaignRules) -> tuple[str, ...]:
    """Return every decision of a play that is left to itself."""
    state, words = rules.opening(QUIET), []
    while state.ended is None:
        decision = quietly(rules, state)
        words.append(rules.formatted(decision, state))
        state = rules.follow(state, decision)
    return tuple(words)


LINE = quiet_line(rules_of_fords())


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_the_last_pages_tell_papers_endings_profile_and_ledger(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def read(app: AmurApp, pilot: Pilot[None]) -> None:
        pages = season(app).query_one(EndPages)
        told = [pages.text]
        while not pages.is_last:
            await pilot.press("right")
            await pilot.pause()
            told.append(pages.text)
        whole = "\n".join(told)
        assert "What was signed" in whole
        assert "The ledger of the toll" in whole
        assert "0: the hills in arms; 100: nobody stirs." in whole
        assert "every line that was played is kept" in told[-1]
        assert pages.query_one(OptionList).has_focus

    in_seasons(tmp_path, size, read, done=LINE)


def test_the_last_decision_can_be_taken_back_from_the_end(tmp_path: Path) -> None:
    async def back(app: AmurApp, pilot: Pilot[None]) -> None:
        screen = season(app)
        await pilot.press("u")
        await until(pilot, lambda: not screen.session.is_over)
        await pilot.pause()
        assert not screen.has_class("-over")
        assert screen.session.has_looked

    in_seasons(tmp_path, (120, 40), back, done=LINE)


def test_every_key_at_the_foot_of_the_last_pages_does_something(tmp_path: Path) -> None:
    async def press_all(app: AmurApp, pilot: Pilot[None]) -> None:
        screen = await arrive(app, pilot, SeasonScreen)
        shown = [a.binding for a in screen.active_bindings.values() if a.binding.show and a.enabled]
        for binding in shown:
            before = app.screen
            if binding.key in ("q", "u", "f1"):
                continue
            await pilot.press(binding.key)
            await pilot.pause()
            assert app.screen is not before, binding.description
            await pilot.press("escape")
            await until(pilot, lambda before=before: app.screen is before)

    in_seasons(tmp_path, (120, 40), press_all, done=LINE)


def test_the_end_comes_when_the_last_season_passes(tmp_path: Path) -> None:
    async def pass_on(app: AmurApp, pilot: Pilot[None]) -> None:
        screen = await arrive(app, pilot, SeasonScreen)
        await let_pass(app, pilot)
        await until(pilot, lambda: screen.session.is_over)
        await pilot.pause()
        assert screen.has_class("-over")
        assert screen.query_one(EndPages).has_focus

    in_seasons(tmp_path, (120, 40), pass_on, done=LINE[:-1])


def test_a_spoke_shows_the_play_beside_history_without_colour() -> None:
    high, low = Spoke("a", "Blood", 100, 0), Spoke("b", "Cost", 0, None)
    drawn = [line.plain for line in spokes_drawn([high, low], Level.ASCII)]
    assert drawn[0].startswith("Blood  |#")
    assert drawn[1].startswith("Cost ")
    assert "#" not in drawn[1]
    assert "history: 0" in drawn[0]


def test_why_at_the_end_tells_what_the_measures_mean(tmp_path: Path) -> None:
    async def ask(app: AmurApp, pilot: Pilot[None]) -> None:
        await pilot.press("w")
        await arrive(app, pilot, Reading)
        shown = app.screen.query_one(Prose).text
        assert shown.startswith("What is reckoned at the end")
        assert "0: the hills in arms; 100: nobody stirs." in shown
        assert "It came to " in shown

    in_seasons(tmp_path, (120, 40), ask, done=LINE)


def test_a_source_of_the_ledger_is_told_whole() -> None:
    long = "A work whose title goes on and on, as titles did, and of which no word is left away"
    assert source_line(long).plain.strip() == long


def test_why_of_an_ending_tells_what_it_rests_on(tmp_path: Path) -> None:
    scenario = rules_of_fords().scenario
    cited = {
        id: ending.model_copy(update={"source": ("ledger",)})
        for id, ending in scenario.endings.items()
    }
    rules = CampaignRules(scenario.model_copy(update={"endings": ById(cited)}))

    async def ask(app: AmurApp, pilot: Pilot[None]) -> None:
        pages = season(app).query_one(EndPages)
        while pages.page is None or not pages.page.source:
            await pilot.press("right")
            await pilot.pause()
        title = pages.page.title
        await pilot.press("w")
        await arrive(app, pilot, Reading)
        shown = app.screen.query_one(Prose).text
        assert shown.startswith(title)
        assert "Rests on" in shown
        assert "The reeve's ledger" in shown
        assert "What is reckoned at the end" in shown

    in_seasons(tmp_path, (80, 24), ask, rules=rules, done=LINE)


def test_the_bill_of_the_talks_held_last_opens_from_the_end(tmp_path: Path) -> None:
    async def ask(app: AmurApp, pilot: Pilot[None]) -> None:
        await pilot.press("o")
        await arrive(app, pilot, Reading)
        shown = app.screen.query_one(Prose).text
        assert len(shown.splitlines()) > 3

    in_seasons(tmp_path, (120, 40), ask, done=line_with_talks(rules_of_fords()))


def line_with_talks(rules: CampaignRules) -> tuple[str, ...]:
    """Return every decision of a play that opens talks at once, and leaves them."""
    state, words = rules.opening(QUIET), []
    while state.ended is None:
        decision = quietly(rules, state)
        if state.at:
            heads = rules.legal_decisions(state).heads
            going = [head.alone for head in heads if head.verb in ("go-home", "break-off")]
            decision = going[0] if going else heads[0].alone
        elif not words:
            decision = rules.parsed("open upper-ford", state)
        words.append(rules.formatted(decision, state))
        state = rules.follow(state, decision)
    return tuple(words)
