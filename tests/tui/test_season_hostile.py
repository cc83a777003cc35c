"""Whatever the author of a campaign wrote is letters on its screens: it acts on nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.rules import CampaignRules
from game.scenario import ById
from game.scenario.campaign_model import Campaign
from game.tui.app import AmurApp
from game.tui.play.screen import PlayScreen
from game.tui.play.story import Story
from game.tui.season.screen import SeasonScreen
from game.tui.timeline.screen import TimelineScreen
from tests.fords import fords
from tests.tui.seasons import arrive, go_home, in_seasons, leaf_through, press
from tests.tui.showing import painted
from tests.tui.test_play_hostile import ACTING, LONG

SIZES = [(80, 24), (120, 40)]


def hostile(words: str) -> Campaign:
    """Return the two fords with every text that a season shows in other words."""
    campaign = fords()
    events = {
        id: event.model_copy(
            update={
                "title": words,
                "place": words,
                "text": words,
                "counsel": ById(
                    {a: c.model_copy(update={"say": words}) for a, c in event.counsel.items()}
                ),
                "choices": ById(
                    {
                        key: choice.model_copy(update={"say": words, "result": words})
                        for key, choice in event.choices.items()
                    }
                ),
            }
        )
        for id, event in campaign.events.items()
    }
    actions = {
        id: action.model_copy(
            update={
                "label": words,
                "help": words,
                "result": words,
                "targets": ById(
                    {
                        key: target.model_copy(update={"label": words, "else_show": words})
                        for key, target in action.targets.items()
                    }
                ),
            }
        )
        for id, action in campaign.actions.items()
    }
    named = {"name": words, "office": words}
    return campaign.model_copy(
        update={
            "title": words,
            "events": ById(events),
            "actions": ById(actions),
            "tracks": ById(
                {id: t.model_copy(update={"label": words}) for id, t in campaign.tracks.items()}
            ),
            "tables": ById(
                {id: t.model_copy(update={"title": words}) for id, t in campaign.tables.items()}
            ),
            "advisers": ById(
                {id: a.model_copy(update=named) for id, a in campaign.advisers.items()}
            ),
            "endings": ById(
                {
                    id: piece.model_copy(update={"title": words, "text": words})
                    for id, piece in campaign.endings.items()
                }
            ),
        }
    )


@pytest.mark.parametrize("words", [ACTING, LONG], ids=["acting", "long"])
@pytest.mark.parametrize("size", SIZES)
def test_words_that_would_act_are_shown_and_nothing_more(
    tmp_path: Path, size: tuple[int, int], words: str
) -> None:
    async def walk(app: AmurApp, pilot: Pilot[None]) -> None:
        await press(app, pilot, "1", "1")
        assert "[/]" in painted(app.screen)
        await press(app, pilot, "w", "escape", "1")
        await press(app, pilot, "l", "escape", "y", "escape", "v")
        await arrive(app, pilot, TimelineScreen)
        await pilot.press("escape")
        await arrive(app, pilot, SeasonScreen)
        await press(app, pilot, "3")
        await leaf_through(app, pilot)
        await arrive(app, pilot, PlayScreen)
        await go_home(app, pilot)
        await leaf_through(app, pilot)
        await arrive(app, pilot, SeasonScreen)
        await press(app, pilot, "1")
        assert app.is_running

    in_seasons(tmp_path, size, walk, rules=CampaignRules(hostile(words)))


@pytest.mark.parametrize("size", SIZES)
def test_a_long_scene_can_be_read_to_its_end_and_answered(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async def read(app: AmurApp, pilot: Pilot[None]) -> None:
        screen = await arrive(app, pilot, SeasonScreen)
        assert screen.is_scene
        story = screen.query_one(Story)
        assert not story.is_at_end
        await pilot.press("1")
        assert screen.is_scene, "no choice is made in a scene that was not read"
        for _ in range(60):
            await pilot.press("space")
            await pilot.pause()
            if story.is_at_end:
                break
        assert story.is_at_end
        await press(app, pilot, "1")
        assert not screen.is_scene

    done = ("stand",)
    in_seasons(tmp_path, size, read, rules=CampaignRules(hostile(LONG)), done=done)
