"""A scene in lines of text: what happens, and what each choice would visibly change."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import ended, item, wrapped
from game.coach.closed import why_closed
from game.coach.foreseen import foreseen
from game.coach.invented import title_in_play
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.state import State


def scene(rules: Rules, legal: Legal, state: State, mode: str) -> Iterator[str]:
    """Yield a scene and its numbered choices, each with its forecast."""
    scenario = rules.scenario
    event = scenario.events[rules.scenes.all[state.scene].id]
    yield wrapped(f"{title_in_play(scenario, event)}. {event.place}".rstrip(". ") + ".")
    yield ""
    yield wrapped(event.text)
    yield ""
    open_ids = choices(legal)
    for number, head in enumerate(legal.heads, 1):
        choice = event.choices[head.about[0]]
        yield item(number, choice.say)
        seen = foreseen(scenario, event, choice, mode, state)
        if seen:
            yield wrapped(f"({seen})", "      ")
    for id, choice in event.choices.items():
        why = "" if id in open_ids else why_closed(rules, state, choice)
        if why:
            yield wrapped(f"{choice.say} Not open: {ended(why)}", "  - ", "    ")


def choices(legal: Legal) -> list[str]:
    """Return the ids of the choices that are open, in the order of their numbers."""
    return [head.about[0] for head in legal.heads if head.verb == "choose"]


def chosen(legal: Legal, number: int) -> Head:
    """Return the head of a numbered choice."""
    return legal.heads[number - 1]
