"""Why in a scene: what the choice under the cursor does and risks, and what the scene rests on."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from game.coach.foreseen import foreseen, is_seen
from game.coach.invented import title_of
from game.coach.meaning import meaning
from game.rules import Rules
from game.scenario.clauses import Change
from game.scenario.event_model import Choice, Event
from game.state import State
from game.tui.texts import plain, said
from game.tui.widgets.page import rests_on

NOTHING = "Nothing that can be seen from here moves by it."
MUTED = "$text-muted"
ABOUT_A_TRACK = 3
"""Sentences on what a track is, its words, and where it stands; what moves it is left out."""


def of_scene(rules: Rules, state: State, chosen: str, mode: str) -> Iterator[Content]:
    """Yield why of a choice, by its id where it is open, and of the scene that asks for it."""
    scenario = rules.scenario
    event = scenario.events[rules.scenes.all[state.scene].id]
    if chosen in event.choices:
        choice = event.choices[chosen]
        yield from _of_choice(rules, state, event, choice, mode)
        yield from _of_tracks(rules, state, choice, mode)
    yield said((title_of(scenario, event), "bold $secondary"))
    yield from rests_on(event.source, scenario.sources)


def _of_choice(
    rules: Rules, state: State, event: Event, choice: Choice, mode: str
) -> Iterator[Content]:
    yield said((choice.say, "bold"))
    sure = choice.model_copy(update={"risk": None})
    does = foreseen(rules.scenario, event, sure, mode, state) or NOTHING
    yield said(("What it visibly does: ", MUTED), does)
    if choice.risk is not None:
        gone_wrong = sure.model_copy(update={"do": choice.risk.do})
        then = foreseen(rules.scenario, event, gone_wrong, mode, state) or NOTHING
        odds = f"{choice.risk.odds} times in a hundred it goes wrong. "
        yield said(("The risk: ", MUTED), odds, ("Then, besides: ", MUTED), then)


def _of_tracks(rules: Rules, state: State, choice: Choice, mode: str) -> Iterator[Content]:
    """Yield what each number that may move is, and where it stands."""
    risked = choice.risk.do if choice.risk is not None else ()
    moved = [effect.track for effect in (*choice.do, *risked) if isinstance(effect, Change)]
    for id in dict.fromkeys(moved):
        if id in rules.scenario.tracks and is_seen(rules.scenario, id, state.seat):
            yield plain(" ".join(meaning(rules, state, id, mode)[:ABOUT_A_TRACK]), style=MUTED)
