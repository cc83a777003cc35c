"""Who says so: what a scene, a page or an adviser rests on, and what was made up for the game."""

from __future__ import annotations

from collections.abc import Iterable

from game.coach.glossary import first_sentence
from game.coach.invented import citation_of, office_of, sources_of
from game.scenario.ending_model import Ending
from game.scenario.event_model import Event
from game.scenario.model import AnyScenario

NO_SCENE = "No scene has come yet."
NOBODY = "Nobody is cited."
RESTS = "It rests on"
FROM_ELSEWHERE = "Its words are invented; what it tells of the time is from"
"""What stands before the sources of a scene."""


def rests_on(scenario: AnyScenario, event: Event | Ending) -> str:
    """Return what a scene or an ending rests on; of an invented one, what the game did not make."""
    said = _cited(scenario, event.source)
    if event.invented:
        kind = "scene" if isinstance(event, Event) else "ending"
        return f"{FROM_ELSEWHERE}: {said}." if said else f"An invented {kind}, made for this game."
    return f"{RESTS}: {said}." if said else NOBODY


def titled_rests_on(scenario: AnyScenario, told: Event | Ending) -> tuple[str, ...]:
    """Return the same with what a scene or an ending is called, each source on its own line."""
    cited = sources_of(scenario, told.source)
    if not cited:
        return (f"“{told.title}”. {rests_on(scenario, told)}",)
    leads = FROM_ELSEWHERE if told.invented else RESTS
    return (f"“{told.title}”. {leads}:", *(f"- {citation_of(each)}." for each in cited))


def who_says(scenario: AnyScenario, name: str) -> tuple[str, ...]:
    """Return what a page of the codex or an adviser rests on; nothing where a name is neither's."""
    word = name.lower().strip()
    for id, page in scenario.codex.items():
        if word.replace(" ", "-") == id or word == page.title.lower():
            said = _cited(scenario, page.source)
            rests = f"It rests on: {said}." if said else NOBODY
            return (
                f"{page.title}. {first_sentence(page.text)} {rests} 'codex {id}' has the page.",
            )
    for id, adviser in scenario.advisers.items():
        if word and (
            word == id or word in adviser.name.lower().split() or word == adviser.name.lower()
        ):
            said = _cited(scenario, adviser.source)
            rests = f" It rests on: {said}." if said else f" {NOBODY}"
            return (f"{adviser.name}, {office_of(adviser)}.{rests}",)
    return ()


def _cited(scenario: AnyScenario, sources: Iterable[str]) -> str:
    return "; ".join(citation_of(source) for source in sources_of(scenario, sources))
