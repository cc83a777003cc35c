"""What was made up for the game says so wherever it is told.

>>> marked("The secretary weeps", invented=True), marked("The oath", invented=False)
('The secretary weeps (invented)', 'The oath')
"""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.table import Need
from game.scenario.event_model import Event
from game.scenario.model import Adviser, AnyScenario, Source, Weight
from game.scenario.side import Side

FREELY = "°"
MEANS = "Behind the title of a scene: a source tells of it, and its words are invented."
LEGEND = f"{FREELY} {MEANS[:1].lower()}{MEANS[1:]}"


def marked(text: str, *, invented: bool) -> str:
    """Return a text, and after it that it is invented where it is."""
    return f"{text} (invented)" if invented else text


def title_of(scenario: AnyScenario, event: Event) -> str:
    """Return what a scene is called; of one that a source tells of only the words were made up."""
    if is_freely_told(scenario, event):
        return f"{event.title} (words invented)"
    return marked(event.title, invented=event.invented)


def title_in_play(scenario: AnyScenario, event: Event) -> str:
    """Return the same with a sign in place of words; whoever plays has read the `legend_of` it."""
    if is_freely_told(scenario, event):
        return f"{event.title}{FREELY}"
    return marked(event.title, invented=event.invented)


def legend_of(scenario: AnyScenario) -> str:
    """Return what the sign behind a title means; empty where no scene has it."""
    is_there = any(is_freely_told(scenario, event) for event in scenario.events.values())
    return LEGEND if is_there else ""


def is_freely_told(scenario: AnyScenario, event: Event) -> bool:
    """Return whether a source tells of a scene, and its words were made up."""
    return event.invented and bool(sources_of(scenario, event.source))


def sources_of(scenario: AnyScenario, ids: Iterable[str]) -> list[Source]:
    """Return the sources that are not of the game's own making."""
    known = [scenario.sources[id] for id in ids if id in scenario.sources]
    return [source for source in known if source.weight is not Weight.DESIGN]


def office_of(adviser: Adviser) -> str:
    """Return what an adviser is."""
    return marked(adviser.office, invented=adviser.invented)


def cite_of(source: Source) -> str:
    """Return what a source is, as a reader would look for it, or that it is none to be found."""
    return marked(source.cite, invented=source.side == Side.INVENTED)


def named_of(source: Source) -> str:
    """Return what a line of a story calls a source: in short where its author has said how."""
    return marked(source.told_as or source.cite, invented=source.side == Side.INVENTED)


def citation_of(source: Source) -> str:
    """Return the same in full, with where it was read."""
    return f"{cite_of(source)}{f' [read at {source.read_at}]' if source.read_at else ''}"


def spoken(need: Need) -> str:
    """Return in quotation marks what a man cannot go home without; it closes the sentence."""
    if not need.invented:
        return f"“{need.say}”"
    return marked(f"“{need.say.removesuffix('.')}”", invented=True) + "."


def accounts_heading(event: Event) -> str:
    """Return what stands above a scene as each side tells it."""
    if event.invented:
        return "As each side might tell it (invented; quoted where marked)"
    return "As each side tells it"
