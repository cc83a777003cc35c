"""`amur stats`: counts of everything that an author wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import click

TOLD = {"tactics": "acts"}
"""What a person is told that is counted, where tools have another word."""


@click.command()
@click.argument("scenario")
@click.option("--json", "as_json", is_flag=True, help="The counts as an object, for tools.")
def stats(scenario: str, as_json: bool) -> None:
    """Count everything authored in a scenario: issues, scenes, choices, endings, words."""
    from game.cli.plain_text import put, put_all
    from game.coach.workshop.stats import counted
    from game.files.library import Library
    from game.files.scenarios import read_any

    counts = counted(read_any(scenario, Library.of_player().scenarios_folder))
    if as_json:
        put(json.dumps(counts, indent=1))
    else:
        put_all(_lines(counts))


def _lines(counts: Mapping[str, Any]) -> Iterator[str]:
    """Yield the counts, line by line: of choices how many are heard of, of words what they are."""
    for name, count in counts.items():
        if name == "echoed":
            continue  # it stands beside those that are heard of by a note
        if name.startswith("echoes"):
            by = "by a note" if name.endswith("note") else "by a note or a track"
            share = 100 * count // max(1, counts["choices"])
            yield f"{'heard of later':<16}{count:>8,}  choices, {share} % of them, {by}"
        elif name == "words_by_kind":
            yield ""
            yield from (f"words: {kind:<16}{words:>8,}" for kind, words in count.items())
        else:
            told = TOLD.get(name, name.replace("_", " "))
            yield f"{told:<16}{count:>8,}"
