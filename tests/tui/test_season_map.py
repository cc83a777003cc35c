"""The map of a season: what was founded stands there, what was agreed is drawn, boats go."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.errors import ScenarioError
from game.files.geo import read_theatre
from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.map_model import Holder
from game.tui.app import AmurApp
from game.tui.map.labels import lettering
from game.tui.map.placenames import NEAR
from game.tui.map.plate import engrave
from game.tui.map.seasons import SeasonMap
from game.tui.map.theatre import theatre_from
from game.tui.season.land import Land
from game.tui.season.panes import LAND, SeasonPanes
from tests.fords import after
from tests.tui.seasons import QUIET, VIEW, in_seasons, let_pass, press, season, with_a_map
from tests.tui.showing import painted

SHARED = Path(__file__).parents[2] / "scenarios" / "shared-map"
DIKED = ("stand", "choose the-flood dike")


@pytest.fixture
def rules(tmp_path: Path) -> CampaignRules:
    return with_a_map(tmp_path / "scenarios")


def test_a_place_is_on_the_map_once_it_was_founded(rules: CampaignRules) -> None:
    land, state = SeasonMap(rules), rules.opening(QUIET)
    assert land.at(state).founded == ()
    assert "petrovskoye" in land.at(state).chart.absent
    founded = land.at(after(rules, state, *DIKED))
    assert founded.founded == ("petrovskoye",)
    assert "petrovskoye" in founded.chart.present
    assert founded.says == ("The town has diked the mouth.",)
    assert dict(founded.state.words) == {"mouth-left-bank": "diked"}


def test_what_was_done_changes_who_holds_the_land(rules: CampaignRules) -> None:
    land, state = SeasonMap(rules), rules.opening(QUIET)
    assert land.at(state).state.holder("mouth-left-bank") is Holder.QING
    sounded = after(rules, state, "act sound upper")
    assert land.at(sounded).state.holder("mouth-left-bank") is Holder.RUSSIA
    assert land.at(sounded).state.holder("ussuri-maritime") is Holder.UNDEFINED


def test_boats_are_seen_in_the_season_of_the_order_and_further_down_in_the_next(
    rules: CampaignRules,
) -> None:
    land, state = SeasonMap(rules), rules.opening(QUIET)
    assert not land.at(state).boats
    sounded = after(rules, state, "act sound upper")
    assert [boats.near for boats in land.at(sounded).boats] == ["mariinsk"]
    later = after(rules, sounded, "act write", "choose the-flood dike")
    assert [boats.near for boats in land.at(later).boats] == ["nikolaevsk"]
    gone = after(rules, later, "act write", "act write")
    assert not land.at(gone).boats


def test_a_table_has_its_own_map_and_the_land_as_the_seasons_left_it(rules: CampaignRules) -> None:
    state = after(rules, rules.opening(QUIET), "act sound upper", "open upper-ford")
    assert SeasonMap(rules).at(state).state.holder("mouth-left-bank") is Holder.RUSSIA
    written = rules.at(state).scenario.map
    assert written is not None
    assert not written.seasons.places


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_the_land_is_shown_by_a_key_part_by_part_and_told_in_words(
    tmp_path: Path, rules: CampaignRules, size: tuple[int, int]
) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        panes = season(app).query_one(SeasonPanes)
        await press(app, pilot, "z")
        if size[0] < 100:
            assert panes.seen == LAND
        assert "lower river" in painted(app.screen)
        assert "The dike" in painted(app.screen)
        await press(app, pilot, "z")
        assert "lower river" not in painted(app.screen)
        words = "\n".join(season(app).query_one(Land).words)
        assert "Founded: The dike." in words
        await press(app, pilot, "e")
        assert "The town has diked the mouth." in painted(app.screen)

    in_seasons(tmp_path, size, look, rules=rules, done=DIKED)


def test_boats_are_drawn_where_they_are(tmp_path: Path, rules: CampaignRules) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        canvas = season(app).query_one(Land).canvas
        await press(app, pilot, "1", "1", "1", "z")
        await pilot.pause(0.4)
        assert canvas._marks
        await let_pass(app, pilot)
        await press(app, pilot, "1")
        await let_pass(app, pilot)
        await let_pass(app, pilot)
        await pilot.pause(0.4)
        assert not canvas._marks

    in_seasons(tmp_path, (120, 40), look, rules=rules)


def test_without_a_map_the_news_have_its_room_and_no_key_is_offered_for_it(tmp_path: Path) -> None:
    async def look(app: AmurApp, pilot: Pilot[None]) -> None:
        screen = season(app)
        assert not screen.query(Land)
        described = {active.binding.description for active in screen.active_bindings.values()}
        assert not {"Zoom", "Map"} & described

    in_seasons(tmp_path, (120, 40), look)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("petrovskoye: {if", "petrovskoi: {if"),
        ("near: [mariinsk,", "near: [marinsk,"),
        ("river: amur", "river: amour"),
    ],
)
def test_what_the_seasons_name_on_the_map_must_be_there(
    tmp_path: Path, right: str, wrong: str
) -> None:
    assert VIEW.count(right) == 1
    with pytest.raises(ScenarioError) as refused:
        with_a_map(tmp_path, VIEW.replace(right, wrong))
    assert "of shared-map" in str(refused.value)


@pytest.mark.parametrize("size", [(64, 15), (80, 14), (78, 14)])
def test_no_name_of_the_coast_runs_up_to_the_mark_of_aigun(size: tuple[int, int]) -> None:
    read = read_any("the-governor")
    assert isinstance(read, Campaign)
    governor = CampaignRules(read)
    drawn = SeasonMap(governor).at(governor.opening("history"))
    harbour = "imperatorskaya-gavan"
    absent = tuple(id for id in drawn.chart.absent if id != harbour)
    chart = replace(drawn.chart, absent=absent, present=(harbour,))
    plate = engrave(theatre_from(read_theatre(SHARED)), chart.window("theatre"), *size)
    letters = lettering(plate, chart, drawn.state)
    aigun = next(cell for place, cell in letters.marked if place.id == "aigun")
    column, row = aigun % plate.width, aigun // plate.width
    near = [
        label
        for label in letters.labels
        if label.subject == harbour and label.row == row and 0 < label.column - column <= NEAR
    ]
    assert not near
