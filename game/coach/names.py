"""Names in the middle of a sentence: they keep their capital, and tell whose something is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.coach.words_for import phrase
from game.scenario import Scenario
from game.scenario.campaign_model import Campaign
from game.scenario.lasting import once_by_scenario
from game.scenario.model import AnyScenario, PageKind, Seat
from game.scenario.table_model import Table
from game.state import CLAIMANT, HOST

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*"
_NAMED = re.compile(rf"(?<!\w){_CAPITAL}")
_WITHIN = re.compile(rf"(?<=[\w,] )(?:{_CAPITAL})")
NAMING = (PageKind.PERSON, PageKind.PLACE)
"""Pages of the codex whose titles are names."""
_ARTICLES = frozenset(("The", "A", "An", "I"))
_OWNED = re.compile(r"(?:[Tt]he )?(.+?)['’]s? (.+)")


def in_sentence(scenario: AnyScenario, text: str) -> str:
    """Return a text as a part of a sentence: its first letter small, unless a name begins it."""
    first = _WORD.match(text)
    if first is not None and first[0] in _names(scenario):
        return text.removesuffix(".")
    return phrase(text)


def owned(scenario: Scenario, label: str) -> tuple[int | None, str]:
    """Return the chair that something is of, and what it is called among his own.

    Its owner is named in front by a name of his or by his office, as in `Muraviev's credit` of
    Nikolai Muraviev.
    """
    found = _OWNED.fullmatch(label)
    if found is not None:
        table = scenario.table
        chairs = ((CLAIMANT, table.claimant), (HOST, table.host))
        called = [chair for chair, id in chairs if _is_called(scenario.seats[id], found[1])]
        if len(called) == 1:
            return called[0], found[2]
    return None, in_sentence(scenario, label)


def _is_called(seat: Seat, name: str) -> bool:
    offices = seat.office, seat.office.partition(" of ")[0]
    is_office = name.casefold() in map(str.casefold, offices)
    is_name = name in (*seat.name.split(), seat.short) or f" {seat.name}".endswith(f" {name}")
    return is_office or is_name


@once_by_scenario
def _names(scenario: AnyScenario) -> frozenset[str]:
    return frozenset(_named(scenario)) - _ARTICLES


def _named(scenario: AnyScenario) -> Iterator[str]:
    """Yield the words of names, and what has its capital within a line of the scenario."""
    for seat in scenario.seats.values():
        yield from _NAMED.findall(f"{seat.name} {seat.short} {seat.side}")
        yield from _WITHIN.findall(seat.office)
    for adviser in scenario.advisers.values():
        yield from _NAMED.findall(adviser.name)
        yield from _WITHIN.findall(adviser.office)
    for source in scenario.sources.values():
        yield from _NAMED.findall(source.side)
    for track in scenario.tracks.values():
        yield from _WITHIN.findall(track.label)
    for page in scenario.codex.values():
        if page.kind in NAMING and not page.title.startswith("The "):
            found = _NAMED.findall(page.title)
            yield from found if page.kind is PageKind.PERSON else found[:1]
    for table in _tables(scenario):
        yield from _named_at(table)


def _tables(scenario: AnyScenario) -> Iterable[Table]:
    if isinstance(scenario, Campaign):
        return scenario.tables.values()
    return (scenario.table,) if isinstance(scenario, Scenario) else ()


def _named_at(table: Table) -> Iterator[str]:
    for issue in table.issues.values():
        yield from _WITHIN.findall(issue.label)
        for option in issue.options.values():
            yield from _WITHIN.findall(option.text)
    for needs in table.needs.values():
        for need in needs.values():
            yield from _WITHIN.findall(need.say)
    for act in table.acts.values():
        yield from _WITHIN.findall(act.label)
