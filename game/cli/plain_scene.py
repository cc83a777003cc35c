"""A scene in lines of text: what happens, and what each choice would visibly change."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import item, wrapped
from game.coach.words_for import sentence
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.scenario import Scenario
from game.scenario.clauses import (
    Change,
    Effect,
    OfferChange,
    Reveal,
    Schedule,
)
from game.scenario.event_model import Choice

LITTLE, MUCH = 2, 6
"""Points up to which a change is small, and from which it is large."""
HIDDEN = "none"
"""What an author says of a track that nobody sees."""
UNLABELLED = {"danger": "what he has to fear", "hope": "what he hopes for"}


def scene(rules: Rules, legal: Legal, index: int, mode: str) -> Iterator[str]:
    """Yield a scene and its numbered choices, each with its forecast."""
    scenario = rules.scenario
    event = scenario.events[rules.scenes.all[index].id]
    yield wrapped(f"{event.title}. {event.place}".rstrip(". ") + ".")
    yield ""
    yield wrapped(event.text)
    yield ""
    open_ids = choices(legal)
    for number, head in enumerate(legal.heads, 1):
        choice = event.choices[head.about[0]]
        yield item(number, choice.say)
        foreseen = forecast(scenario, choice, mode)
        if foreseen:
            yield wrapped(f"({foreseen})", "      ")
    for id, choice in event.choices.items():
        if id not in open_ids and choice.else_show:
            yield wrapped(f"{choice.say} Not open: {choice.else_show}", "  - ", "    ")


def choices(legal: Legal) -> list[str]:
    """Return the ids of the choices that are open, in the order of their numbers."""
    return [head.about[0] for head in legal.heads if head.verb == "choose"]


def chosen(legal: Legal, number: int) -> Head:
    """Return the head of a numbered choice."""
    return legal.heads[number - 1]


def forecast(scenario: Scenario, choice: Choice, mode: str) -> str:
    """Return what a choice would visibly do, in one line."""
    parts = list(_told(scenario, choice.do, mode))
    if choice.risk is not None:
        parts.append(f"a risk of {choice.risk.odds} %")
    return sentence("; ".join(parts)) if parts else ""


def _told(scenario: Scenario, effects: tuple[Effect, ...], mode: str) -> Iterator[str]:
    for effect in effects:
        match effect:
            case Change(track, by) if by and not _hidden(scenario, track):
                yield _change(_label(scenario, track), by, mode)
            case OfferChange(issue, option):
                text = scenario.table.issues[issue].options[option].text
                yield f"the paper then says: {text}"
            case Reveal(what):
                yield f"you may learn of him: {what}"
            case Schedule():
                yield "something will come of it later"
            case _:
                pass


def _hidden(scenario: Scenario, track: str) -> bool:
    return track in scenario.tracks and scenario.tracks[track].seen_by == HIDDEN


def _label(scenario: Scenario, track: str) -> str:
    if track in scenario.tracks:
        return scenario.tracks[track].label
    return UNLABELLED.get(track, track)


def _change(label: str, by: int, mode: str) -> str:
    if mode == "points":
        return f"{label} {by:+d}"
    how = "a little" if abs(by) <= LITTLE else "much" if abs(by) >= MUCH else ""
    return " ".join(filter(None, (label, "rises" if by > 0 else "falls", how)))
