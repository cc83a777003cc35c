"""Whatever an author or a player wrote is letters on the screen: it acts on nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.files.scenarios import read_scenario
from game.scenario import ById, Scenario
from game.tui.play.screen import PlayScreen
from tests.tui.playing import decide, played, to_the_table, until

ACTING = "[/] [/ [@click=app.quit]x[/] [bold]b[/bold] [type=x, v={'a[0]'}] \x1b[31mred \u202eback"
LONG = ACTING + " " + "long " * 300


def hostile(words: str) -> Scenario:
    """Return the scenario with every text that a play shows in other words."""
    scenario = read_scenario("aigun-six-days")
    table = scenario.table
    events = {
        id: event.model_copy(
            update={
                "title": words,
                "place": words,
                "text": words,
                "choices": ById(
                    {
                        key: choice.model_copy(
                            update={"say": words, "result": words, "else_show": (words,)}
                        )
                        for key, choice in event.choices.items()
                    }
                ),
            }
        )
        for id, event in scenario.events.items()
    }
    issues = {
        id: issue.model_copy(
            update={
                "label": words,
                "why": words,
                "options": ById(
                    {
                        key: option.model_copy(update={"text": words})
                        for key, option in issue.options.items()
                    }
                ),
            }
        )
        for id, issue in table.issues.items()
    }
    acts = {
        id: act.model_copy(update={"label": words, "help": words}) for id, act in table.acts.items()
    }
    return scenario.model_copy(
        update={
            "title": words,
            "events": ById(events),
            "table": table.model_copy(update={"issues": ById(issues), "acts": ById(acts)}),
            "seats": ById(
                {
                    id: seat.model_copy(update={"name": words, "office": words})
                    for id, seat in scenario.seats.items()
                }
            ),
            "advisers": ById(
                {
                    id: man.model_copy(update={"name": words, "office": words})
                    for id, man in scenario.advisers.items()
                }
            ),
            "tracks": ById(
                {
                    id: track.model_copy(update={"label": words})
                    for id, track in scenario.tracks.items()
                }
            ),
        }
    )


def on_screen(screen: PlayScreen) -> str:
    """Return all that a terminal would be sent."""
    strips = screen.app.screen._compositor.render_strips(screen.app.size)
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.mark.parametrize(
    ("seat", "words"), [("muraviev", LONG), ("yishan", ACTING)], ids=["long", "acting"]
)
def test_hostile_words_are_shown_and_do_nothing(tmp_path: Path, seat: str, words: str) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        app = screen.app
        for _ in range(3):
            await decide(screen, pilot, "1")
        await to_the_table(screen, pilot)
        for keys in (["d", "down", "left"], ["tab"], ["tab"], ["escape"]):
            await pilot.press(*keys)
            await pilot.pause()
            shown = on_screen(screen)
            assert "\x1b" not in shown
            assert "\u202e" not in shown
        for key in ("w", "l"):
            await pilot.press(key)
            await until(pilot, lambda: app.screen is not screen)
            await pilot.pause()
            assert "\x1b" not in on_screen(screen)
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
        await pilot.press("g")
        assert app.is_running

    played(tmp_path, (80, 24), act, seat=seat, scenario=hostile(words))
