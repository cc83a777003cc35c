"""A season on the screen: what stands there, and every order by keys alone, in every window."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import OptionList

from game.coach.leaves import CUTS_FAIR_COPY
from game.coach.seasons.effects_told import SIGNS_MEAN
from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import Phase
from game.tui.app import AmurApp
from game.tui.play import doubled
from game.tui.play.acts import ALL_READ, Acts
from game.tui.play.head import Head
from game.tui.play.story import Story
from game.tui.play.why_page import WhyPage
from game.tui.screens.reading import Reading
from game.tui.season.counsel import Counsel
from game.tui.season.land import Land
from game.tui.season.levels import Levels
from game.tui.season.panes import SeasonPanes
from game.tui.season.signs import HEARSAY_MEANS, LISTS_MEAN, SINCE_MEAN
from game.tui.widgets.hanging import Hanging
from game.tui.widgets.measured import Measured
from game.tui.widgets.overflowing import GO_ON, GO_THERE, READ_ON
from game.tui.widgets.prose import Prose
from tests.fords import level, rules_of_fords
from tests.tui.playing import helped, until
from tests.tui.seasons import in_seasons, let_pass, offered, press, season
from tests.tui.showing import painted

SIZES = [(80, 24), (120, 40), (200, 60)]
RULES = rules_of_fords()
FLOOD = ("stand",)
"""After which the flood comes, in the second season."""
DIKED = (*FLOOD, "choose the-flood dike")
TO_THE_THIRD_MAN = (
    "choose sergievskoe ask-the-river",
    "act patron perovsky",
    "act hold-back",
    "choose nevelskoy-asks secret-instruction",
    "act memorandum",
    "act hold-back",
)
"""To a scene of The Governor in which two advisers speak, and a fourth choice is not open."""


@pytest.fixture(scope="module")
def governor() -> CampaignRules:
    campaign = read_any("the-governor")
    assert isinstance(campaign, Campaign)
    return CampaignRules(campaign)


@pytest.mark.parametrize("size", SIZES)
def test_a_season_tells_its_name_both_calendars_and_what_can_be_done(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        head = season(app).query_one(Head).text
        assert "Spring 1801" in head
        assert "17 February" in head  # the old style
        assert "2 of 2 orders left" in head
        assert [line[:1] for line in offered(app).splitlines() if line[:1].strip()] == list("312s")
        shown = painted(app.screen)
        assert "Open the talks: The upper ford" in shown
        assert "Let the season pass as ordered" in shown

    in_seasons(tmp_path, size, look)


def test_tracks_are_told_as_far_as_they_are_known(tmp_path: Path) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        told = season(app).query_one(Levels).text
        assert "the purse" in told
        assert "40" in told
        heard = level(RULES, season(app).session.view().state, "trade")
        assert f"{heard - 6} to {heard + 6}" in told
        assert "what lies in the" in told
        assert "little" in told
        assert "unrest" not in told  # nobody sees it

    in_seasons(tmp_path, (120, 40), look)


def test_points_are_told_where_they_are_asked_for(tmp_path: Path) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        assert "little (28)" in season(app).query_one(Levels).text

    in_seasons(tmp_path, (120, 40), look, mode="points")


@pytest.mark.parametrize("size", SIZES)
def test_an_order_is_given_by_its_digits_and_told(tmp_path: Path, size: tuple[int, int]) -> None:
    async def order(app: AmurApp, pilot: Pilot[None]) -> None:
        session = season(app).session
        await press(app, pilot, "1")
        assert "Sound the river…  5" in offered(app)
        await press(app, pilot, "1")
        assert "at the upper ford  5" in offered(app)
        assert "the upper ford comes first" in offered(app)
        await press(app, pilot, "1")
        assert session.state.left == 1
        assert "Sound the river at the upper ford." in season(app).query_one(Story).newest
        assert "reads the depths out" in season(app).query_one(Story).newest

    in_seasons(tmp_path, size, order)


def test_escape_goes_back_level_by_level_and_decides_nothing(tmp_path: Path) -> None:
    async def order(app: AmurApp, pilot: Pilot[None]) -> None:
        first = offered(app)
        await press(app, pilot, "1", "1", "escape")
        assert offered(app) == first
        assert season(app).session.cursor == 0

    in_seasons(tmp_path, (80, 24), order)


def test_what_cannot_be_ordered_has_no_key_and_says_why_when_it_is_chosen(tmp_path: Path) -> None:
    async def order(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "1", "1", "2")
        assert "No line has that key now." in painted(app.screen)
        await press(app, pilot, "down", "enter")
        assert "Not now: the upper ford comes first" in helped(season(app))
        assert season(app).session.state.left == 2

    in_seasons(tmp_path, (120, 40), order)


@pytest.mark.parametrize("size", SIZES)
def test_one_key_lets_a_quiet_season_pass(tmp_path: Path, size: tuple[int, int]) -> None:
    async def stand(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "s")
        assert season(app).session.state.turn == 3
        assert "Autumn 1801" in season(app).query_one(Head).text
        assert "Autumn 1801." in season(app).query_one(Story).newest

    in_seasons(tmp_path, size, stand, done=DIKED)


def test_a_season_that_talks_close_with_passes_only_when_that_was_said(tmp_path: Path) -> None:
    async def stand(app: AmurApp, pilot: Pilot[None]) -> None:
        session = season(app).session
        await press(app, pilot, "s")
        assert session.state.turn == 1
        assert "Press it once more" in painted(app.screen)
        await press(app, pilot, "down", "s")
        assert session.state.turn == 1  # the cursor went elsewhere between
        await pilot.pause(0.4)
        await press(app, pilot, "s")
        assert session.state.turn == 2

    in_seasons(tmp_path, (80, 24), stand)


def test_a_last_order_closes_talks_only_when_that_was_said(tmp_path: Path) -> None:
    async def order(app: AmurApp, pilot: Pilot[None]) -> None:
        session = season(app).session
        await press(app, pilot, "1", "2")
        assert (session.state.turn, session.state.left) == (1, 1)
        assert "Press it once more" in painted(app.screen)
        await pilot.pause(0.4)
        await press(app, pilot, "2")
        assert session.state.turn == 2

    in_seasons(tmp_path, (80, 24), order, done=("act repair",))


@pytest.mark.parametrize("size", SIZES)
def test_a_scene_is_read_with_counsel_and_chosen_in(tmp_path: Path, size: tuple[int, int]) -> None:
    async def choose(app: AmurApp, pilot: Pilot[None]) -> None:
        screen = season(app)
        assert screen.is_scene
        assert "The river stands a hand below the dike." in screen.query_one(Story).newest
        assert "A dike is dry for ten years." in screen.query_one(Counsel).text
        await press(app, pilot, "s")  # nothing is passed over
        assert screen.session.state.phase == Phase.SCENE
        await press(app, pilot, "1")
        assert "dike-stands" in screen.session.state.notes
        assert "It holds, and looks like nothing." in screen.query_one(Story).newest
        assert not screen.query_one(Counsel).display

    in_seasons(tmp_path, size, choose, done=FLOOD)


def test_a_scene_is_called_by_its_name_once_before_its_words_and_what_was_chosen(
    tmp_path: Path,
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        story = season(app).query_one(Story)
        lines = story.text.splitlines()
        assert sum(line.startswith("The flood") for line in lines) == 1
        assert story.newest.startswith("› Build up the dike.")
        await let_pass(app, pilot)
        later = story.text
        assert later.index("The flood") < later.index("› Build up the dike.")

    in_seasons(tmp_path, (120, 40), look, done=DIKED)


def test_a_choice_tells_what_it_would_visibly_change(tmp_path: Path) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        assert "purse -8" in offered(app)
        assert "favour" in offered(app)

    in_seasons(tmp_path, (120, 40), look, done=FLOOD)


@pytest.mark.parametrize("size", SIZES)
def test_every_pane_is_reached_by_tab(tmp_path: Path, size: tuple[int, int]) -> None:
    async def go(app: AmurApp, pilot: Pilot[None]) -> None:
        panes = season(app).query_one(SeasonPanes)
        seen = set()
        for _ in range(8):
            await press(app, pilot, "tab")
            seen.add(next(n.id for n in app.focused.ancestors_with_self if n.id in panes.known))
        # A narrow window has the pane in view beside the orders in any case.
        assert seen | {panes.seen} >= set(panes.known)

    in_seasons(tmp_path, size, go, done=FLOOD)


def test_why_tells_all_that_can_be_known_of_an_order(tmp_path: Path) -> None:
    async def ask(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "1", "1", "w")
        assert isinstance(app.screen, Reading)
        shown = painted(app.screen)
        assert "It costs 5" in shown
        assert "It may go wrong" in shown

    in_seasons(tmp_path, (120, 40), ask)


@pytest.mark.parametrize("size", SIZES)
def test_a_number_asks_why_of_another_line_and_decides_nothing(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def ask(app: AmurApp, pilot: Pilot[None]) -> None:
        below = season(app)
        offers = below.query_one(Acts).offers
        await press(app, pilot, "w")
        assert isinstance(app.screen, WhyPage)
        assert "1, 2 …: another line" in painted(app.screen)
        first = app.screen.query_one(Prose).text
        await press(app, pilot, "2")
        second = app.screen.query_one(Prose).text
        assert second not in ("", first)
        await press(app, pilot, "9")
        assert app.screen.query_one(Prose).text == second
        assert "No line has that key" in painted(app.screen)
        await press(app, pilot, "escape")
        acts = season(app).query_one(Acts)
        assert acts.current is not None
        assert acts.current.numbers == (2,)
        assert (acts.offers, below.session.record.nodes) == (offers, {})

    in_seasons(tmp_path, size, ask)


def test_what_an_order_does_is_never_cut_without_the_key_that_tells_all_of_it(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "4")
        acts = season(app).query_one(Acts)
        assert acts.current is not None
        last = acts.current.help.split()[-1]
        await until(pilot, lambda: "… w: all of it" in painted(app.screen))
        await press(app, pilot, "w")
        assert last in app.screen.query_one(Prose).text
        await press(app, pilot, "escape")
        await pilot.resize_terminal(120, 48)
        await until(pilot, lambda: "all of it" not in painted(app.screen))
        assert last in painted(app.screen)

    done = TO_THE_THIRD_MAN[:2]
    in_seasons(tmp_path, (80, 24), look, rules=governor, seed="history", done=done)


def test_the_ledger_names_who_paid(tmp_path: Path) -> None:
    async def ask(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "l")
        assert "7 driven out, lodgers of the low street" in painted(app.screen)

    in_seasons(tmp_path, (80, 24), ask, done=(*FLOOD, "choose the-flood neither"))


def test_causes_tell_what_moved_lately_and_by_what(tmp_path: Path) -> None:
    async def ask(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "l")
        shown = app.screen.query_one(Prose).text
        assert "The flood. The purse falls by 8" in shown
        assert shown.index("What moved") < shown.index("Who paid")

    in_seasons(tmp_path, (120, 40), ask, done=(*FLOOD, "choose the-flood dike"))


def test_why_tells_of_a_line_that_is_shut(tmp_path: Path) -> None:
    async def ask(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "1", "1")
        acts = app.screen.query_one(Acts)
        shut = next(at for at, offer in enumerate(acts.offers) if not offer.heads)
        acts.query_one(OptionList).highlighted = shut
        await press(app, pilot, "w")
        shown = app.screen.query_one(Prose).text
        assert "Not now: the upper ford comes first" in shown
        assert len(shown.splitlines()) > 1

    in_seasons(tmp_path, (120, 40), ask)


def test_why_in_a_scene_tells_of_the_choice_and_on_the_numbers_what_moved_them(
    tmp_path: Path,
) -> None:
    async def ask(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "w")
        assert "Build up the dike." in app.screen.query_one(Prose).text
        await press(app, pilot, "escape")
        season(app).query_one(SeasonPanes).go_to("standing")
        await press(app, pilot, "w")
        shown = app.screen.query_one(Prose).text
        assert "Trade on the river" in shown
        assert "Summer 1801. They have fought in the hills since spring." in shown
        assert "Build up the dike." not in shown

    in_seasons(tmp_path, (120, 40), ask, done=FLOOD)


def test_what_was_decided_is_taken_back_and_done_again(tmp_path: Path) -> None:
    async def walk(app: AmurApp, pilot: Pilot[None]) -> None:
        session = season(app).session
        await let_pass(app, pilot)
        await press(app, pilot, "u")
        assert session.state.turn == 1
        assert "Spring 1801" in season(app).query_one(Head).text
        story = season(app).query_one(Story)
        assert story.newest == f"You go back to the decision before.\n\n{CUTS_FAIR_COPY}"
        await press(app, pilot, "r")
        assert season(app).query_one(Story).newest.startswith("You go forward again.\n\n")
        assert session.state.turn == 2

    in_seasons(tmp_path, (80, 24), walk)


def test_one_reads_how_to_leave_below_what_can_be_chosen(tmp_path: Path) -> None:
    async def ask(app: AmurApp, pilot: Pilot[None]) -> None:
        first = offered(app)
        await press(app, pilot, "ctrl+c")
        shown = painted(app.screen)
        assert "Ctrl+Q leaves the game" in shown.replace("\n", " ")
        assert not app._notifications
        assert offered(app) == first
        assert "Let the season pass as ordered" in shown

    in_seasons(tmp_path, (80, 24), ask)


def test_space_goes_from_the_last_words_to_what_can_be_chosen_and_stays(tmp_path: Path) -> None:
    async def read(app: AmurApp, pilot: Pilot[None]) -> None:
        panes, acts = season(app).query_one(SeasonPanes), season(app).query_one(Acts)
        for _ in range(12):
            await pilot.press("space")
            await pilot.pause()
        assert not acts.is_resting
        assert panes.seen == "happened"
        await pilot.press("tab", "space")
        await pilot.pause()
        assert panes.seen == "happened"
        assert not acts.is_resting
        assert acts.has_focus_within

    in_seasons(tmp_path, (80, 24), read, done=FLOOD)


def test_choices_wait_only_for_words_that_are_not_in_view(tmp_path: Path) -> None:
    async def read(app: AmurApp, pilot: Pilot[None]) -> None:
        panes, acts = season(app).query_one(SeasonPanes), season(app).query_one(Acts)
        story, found = season(app).query_one(Story), set()
        for words in range(330, 430):
            story.tell([], [Content("flood " * words)])
            acts.remove_class("-resting")
            panes.put_story_first(is_scene=True)
            await pilot.pause()
            assert acts.is_resting == (story.max_scroll_y > 0)
            found.add(acts.is_resting)
        assert found == {True, False}

    in_seasons(tmp_path, (120, 40), read, done=FLOOD)


def test_a_long_story_lays_out_only_what_is_new(tmp_path: Path) -> None:
    async def grow(app: AmurApp, pilot: Pilot[None]) -> None:
        story = season(app).query_one(Story)
        told = [Content(f"Season {at} went by.") for at in range(100)]
        story.tell(told, [Content("It rains.")])
        await pilot.pause()
        parts = list(story.query(Measured))
        shown = [part.visual for part in parts]
        story.tell([*told, Content("It rains.")], [Content("It snows.")])
        await pilot.pause()
        assert list(story.query(Measured)) == parts
        assert [part.visual for part in parts][:-2] == shown[:-2]
        assert story.text.endswith("Season 99 went by.\n\nIt rains.\nIt snows.")
        await until(pilot, lambda: "It snows." in painted(app.screen))
        story.tell(told[:30], [Content("It thaws.")])
        await until(pilot, lambda: len(story.query(Measured)) == 3)
        assert "Season 30" not in story.text

    in_seasons(tmp_path, (120, 40), grow)


def test_space_that_comes_before_the_newest_words_are_in_view_is_not_meant_for_them(
    tmp_path: Path,
) -> None:
    async def read(app: AmurApp, pilot: Pilot[None]) -> None:
        panes, acts = season(app).query_one(SeasonPanes), season(app).query_one(Acts)
        story = season(app).query_one(Story)
        told = [Content(f"Season {at} went by.") for at in range(100)]
        story.tell(told, [Content("It rains.")])
        await until(pilot, lambda: "It rains." in painted(app.screen))
        for at_first in (story.scroll_home, story.scroll_end):
            at_first(animate=False)
            await pilot.pause()
            acts.rest(is_all_seen=True, is_unasked=True)
            story.tell([*told, Content("It rained.")], [Content("It snows.")])
            panes.read_on()
            panes.read_on()
            await pilot.pause(0.1)
            assert "It snows." in painted(app.screen)
            assert acts.is_resting
        panes.read_on()
        await until(pilot, lambda: not acts.is_resting)

    in_seasons(tmp_path, (120, 40), read)


def test_a_key_that_comes_before_the_season_was_seen_does_not_let_it_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stand(app: AmurApp, pilot: Pilot[None]) -> None:
        turn = season(app).session.state.turn
        monkeypatch.setattr(doubled, "WITHIN", 60)
        await press(app, pilot, "s")
        assert season(app).session.state.turn == turn
        assert "Not taken: “s Let the season pass as…”" in helped(season(app))

    in_seasons(tmp_path, (80, 24), stand, done=DIKED)


def test_what_presses_stands_before_the_tracks(tmp_path: Path) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        first, *_ = season(app).query_one(Levels).text.splitlines()
        assert first.startswith("What presses: "), season(app).query_one(Levels).text
        assert first.endswith(" of 100")

    in_seasons(tmp_path, (120, 40), look)


def test_the_cursor_stays_with_the_orders_after_each_decision(tmp_path: Path) -> None:
    async def order(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "2", "6")
        acts = season(app).query_one(Acts)
        assert acts.has_focus_within
        assert acts.current is not None

    in_seasons(tmp_path, (120, 40), order)


def test_money_is_shown_as_it_is_spent(tmp_path: Path) -> None:
    async def order(app: AmurApp, pilot: Pilot[None]) -> None:
        screen = season(app)
        rules = screen.session.game
        assert isinstance(rules, CampaignRules)
        await press(app, pilot, "1", "2")
        left = level(rules, screen.session.state, "purse")
        assert left == 32
        assert str(left) in screen.query_one(Levels).text

    in_seasons(tmp_path, (120, 40), order)


def test_whoever_advises_is_read_to_the_end_beside_the_choices_of_a_scene(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        panel = season(app).query_one(Counsel)
        await until(pilot, lambda: str(panel.border_subtitle) == READ_ON)
        last = words_of(panel.text.splitlines()[-1])
        assert not last <= words_of(painted(app.screen))
        for _ in range(12):
            await pilot.press("space")
            await pilot.pause()
            if panel.is_at_end:
                break
        await until(pilot, lambda: last <= words_of(painted(app.screen)))
        assert str(panel.border_subtitle) == ""

    in_seasons(tmp_path, (120, 36), look, rules=governor, seed="history", done=TO_THE_THIRD_MAN)


def test_while_choices_wait_their_rows_go_to_what_advisers_say(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        acts, counsel = season(app).query_one(Acts), season(app).query_one(Counsel)
        await until(pilot, lambda: acts.is_resting and acts.size.height <= 4)
        waiting = counsel.size.height
        for _ in range(8):
            await pilot.press("space")
            await pilot.pause()
            if not acts.is_resting:
                break
        await until(pilot, lambda: counsel.size.height < waiting)
        assert acts.size.height > 6

    in_seasons(tmp_path, (120, 30), look, rules=governor, seed="history", done=TO_THE_THIRD_MAN)


def test_a_pane_that_is_cut_says_which_keys_bring_the_rest(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        levels = season(app).query_one(Levels)
        await until(pilot, lambda: str(levels.border_subtitle) == GO_THERE)
        inner = levels.query_one(VerticalScroll)
        inner.focus()
        await until(pilot, lambda: str(levels.border_subtitle) == GO_ON)
        await pilot.press("end")
        await until(pilot, lambda: str(levels.border_subtitle) == "")

    in_seasons(tmp_path, (120, 40), look, rules=governor, seed="history", done=TO_THE_THIRD_MAN)


def test_what_is_said_below_the_choices_of_a_scene_cuts_none_of_them(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        acts = season(app).query_one(Acts)
        await until(pilot, lambda: acts.size.height > 0)
        acts.say("These lines have only just come; press it once more if it is meant for them.")
        await pilot.pause()
        await until(pilot, lambda: "meant for them" in painted(app.screen))
        shown = painted(app.screen)
        assert all(words_of(str(offer.text)) <= words_of(shown) for offer in acts.offers)

    in_seasons(tmp_path, (120, 40), look, rules=governor, seed="history")


def test_what_a_group_holds_is_told_whole_in_its_line_or_below_the_list(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        acts = season(app).query_one(Acts)
        await until(pilot, lambda: "…" not in offered(app))
        await pilot.resize_terminal(120, 32)
        await until(pilot, lambda: "…" in offered(app))
        await press(app, pilot, "down", "down", "down")
        assert acts.current is not None
        held = words_of(acts.current.help)
        assert len(held) > 10
        await until(pilot, lambda: held <= words_of(painted(app.screen)))

    done = TO_THE_THIRD_MAN[:2]
    in_seasons(tmp_path, (120, 40), look, rules=governor, seed="history", done=done)


def test_the_map_has_most_of_a_narrow_window_while_it_is_looked_at(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "m")
        canvas = season(app).query_one(Land).canvas
        await until(pilot, lambda: canvas.size.height >= 12)
        await press(app, pilot, "m")
        assert season(app).query_one(Acts).size.height > 6

    done = TO_THE_THIRD_MAN[:2]
    in_seasons(tmp_path, (80, 24), look, rules=governor, seed="history", done=done)


def test_the_orders_of_a_group_have_the_room_of_the_tracks_while_they_are_listed(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        levels, acts = season(app).query_one(Levels), season(app).query_one(Acts)
        before = levels.size.height
        await press(app, pilot, "4")
        await until(pilot, lambda: levels.size.height < before)
        shown = painted(app.screen)
        assert len(acts.offers) > 3
        assert all(str(offer.text).split("  ")[0] in shown for offer in acts.offers)
        await press(app, pilot, "escape")
        await until(pilot, lambda: levels.size.height == before)

    done = TO_THE_THIRD_MAN[:2]
    in_seasons(tmp_path, (120, 40), look, rules=governor, seed="history", done=done)


def test_every_track_stays_in_view_while_orders_of_a_group_are_listed_where_the_window_is_high(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        levels, acts = season(app).query_one(Levels), season(app).query_one(Acts)
        tracks = levels.text.split("What presses, part by part")[0].splitlines()
        assert len(tracks) > 12
        for group in "45":
            await press(app, pilot, "escape", group)
            await until(
                pilot, lambda: all(track.strip() in painted(app.screen) for track in tracks)
            )
            assert len(acts.offers) > 3
        await until(pilot, lambda: "w: all of it" in painted(app.screen))

    done = TO_THE_THIRD_MAN[:2]
    in_seasons(tmp_path, (120, 40), look, rules=governor, seed="history", done=done)


def words_of(text: str) -> set[str]:
    return {word.strip("│╭╮╰╯─") for word in text.split()} - {""}


def test_what_was_foretold_is_one_line_of_a_season_and_each_by_itself_in_the_ledger(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        told = season(app).query_one(Story).text
        assert " came due: " in told
        assert " foretold at “" not in told
        await press(app, pilot, "l")
        page = app.screen.query_one(Prose).text
        assert "What was foretold, and what came of it" in page
        assert "Zaborinsky foretold rightly" in page

    done = (
        "choose sergievskoe ask-the-river",
        "stand",
        "choose nevelskoy-asks secret-instruction",
        "stand",
        "choose no-handshake withhold",
        "stand",
        "choose belousov-speaks give-your-word",
        "stand",
        "stand",
    )
    in_seasons(tmp_path, (80, 24), look, rules=governor, seed="history", done=done)


def test_space_after_the_last_page_stays_there_and_says_how_to_go_back(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        acts, story = season(app).query_one(Acts), season(app).query_one(Story)
        await until(pilot, lambda: acts.is_resting)
        for _ in range(20):
            await pilot.press("space")
            await pilot.pause()
        assert not acts.is_resting
        assert story.is_at_end
        assert season(app).query_one(Counsel).is_at_end
        assert helped(season(app)) == ALL_READ
        story.focus()
        await pilot.press("space")
        await until(pilot, lambda: acts.has_focus_within and helped(season(app)) == ALL_READ)

    in_seasons(tmp_path, (120, 36), look, rules=governor, seed="history", done=TO_THE_THIRD_MAN)


@pytest.mark.parametrize("key", ["f1", "question_mark"])
def test_help_and_the_page_of_rules_say_what_the_signs_mean(
    tmp_path: Path, governor: CampaignRules, key: str
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, key)
        told = " ".join(page.text for kind in (Prose, Hanging) for page in app.screen.query(kind))
        assert "▲ ▼" in told
        for means in (LISTS_MEAN, SIGNS_MEAN, SINCE_MEAN, HEARSAY_MEANS):
            assert words_of(means) <= words_of(told)

    done = TO_THE_THIRD_MAN[:1]
    in_seasons(tmp_path, (120, 40), look, rules=governor, seed="history", done=done)


def test_why_of_how_matters_stand_begins_with_the_signs_beside_them(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        assert "▲" in season(app).query_one(Levels).text
        season(app).query_one(SeasonPanes).go_to("standing")
        await press(app, pilot, "w")
        assert app.screen.query_one(Prose).text.startswith(f"▲ ▼  {SINCE_MEAN}")

    done = TO_THE_THIRD_MAN[:1]
    in_seasons(tmp_path, (120, 40), look, rules=governor, seed="history", done=done)


def test_what_happened_before_stands_above_that_one_went_back(tmp_path: Path) -> None:
    async def walk(app: AmurApp, pilot: Pilot[None]) -> None:
        before = season(app).query_one(Story).text
        await let_pass(app, pilot)
        await press(app, pilot, "u")
        story = season(app).query_one(Story)
        happened, _, rest = story.text.partition("You go back to the decision before.")
        assert happened.split() == before.split()
        assert story.newest == f"You go back to the decision before.{rest}"

    in_seasons(tmp_path, (120, 40), walk, done=DIKED)


def test_a_scene_that_waits_bears_the_mark_of_invented_words(
    tmp_path: Path, governor: CampaignRules
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        assert "While the horses are changed°  " in season(app).query_one(Story).newest

    in_seasons(tmp_path, (120, 40), look, rules=governor, seed="history")
