"""`amur stats`: counts of everything that an author wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.scenario import Scenario


@click.command()
@click.argument("scenario")
@click.option("--json", "as_json", is_flag=True, help="The counts as an object, for tools.")
def stats(scenario: str, as_json: bool) -> None:
    """Count everything authored in a scenario: issues, scenes, choices, endings, words."""
    from game.cli.plain_text import put
    from game.files.library import Library
    from game.files.scenarios import read_scenario

    counts = counted(read_scenario(scenario, Library.of_player().scenarios_folder))
    if as_json:
        put(json.dumps(counts, indent=1))
        return
    for name, count in counts.items():
        put(f"{name.replace('_', ' '):<14}{count:>8,}")


def counted(scenario: Scenario) -> dict[str, int]:
    """Return the counts of a scenario by name, in the order of architecture section 11."""
    table, events = scenario.table, scenario.events
    kinds = [str(page.kind) for page in scenario.codex.values()]
    return {
        "tables": 1,
        "issues": len(table.issues),
        "options": sum(len(issue.options) for issue in table.issues.values()),
        "tactics": len(table.acts),
        "events": len(events),
        "choices": sum(len(event.choices) for event in events.values()),
        "actions": 0,  # standing actions come with campaigns
        "people": len({*table.people, *scenario.advisers}) + kinds.count("person"),
        "codex": len(scenario.codex),
        "sources": len(scenario.sources),
        "cited_events": sum(bool(event.source) for event in events.values()),
        "endings": len(scenario.endings),
        "words": sum(len(text.split()) for text in _texts(scenario.model_dump())),
    }


def _texts(value: object) -> Iterator[str]:
    """Yield every text for people: one that has a space in it, which no id has."""
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
