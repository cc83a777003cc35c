"""Why in a scene: what the choice under the cursor does and risks, and what the scene rests on."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from game.coach.choice_told import choice_told, moved_told
from game.coach.invented import title_of
from game.rules import Rules
from game.state import State
from game.tui.texts import plain, said
from game.tui.widgets.page import rests_on

MUTED = "$text-muted"


def of_scene(rules: Rules, state: State, chosen: str, mode: str) -> Iterator[Content]:
    """Yield why of a choice, by its id where it is open, and of the scene that asks for it."""
    scenario = rules.scenario
    event = scenario.events[rules.scenes.all[state.scene].id]
    if chosen in event.choices:
        choice = event.choices[chosen]
        yield said((choice.say, "bold"))
        for heading, text in choice_told(rules, state, event, choice, mode):
            yield said((heading, MUTED), text)
        for text in moved_told(rules, state, choice, mode):
            yield plain(text, style=MUTED)
    yield said((title_of(scenario, event), "bold $secondary"))
    yield from rests_on(event.source, scenario.sources)
