"""What can be read of a part in a scenario that has faults: its words, and nothing of the rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.workshop.parts import DESPATCH, WITNESS, Kind, Part
from game.coach.workshop.scene_seen import effects_said
from game.scenario import Scenario
from game.scenario.expressions import Expression


class Sketch(NamedTuple):
    """The words of a part, line by line."""

    part: Part
    lines: tuple[tuple[str, str], ...]
    """What each is, such as `choice mend`, and its text."""


def sketched(scenario: Scenario, part: Part) -> Sketch:
    """Return the words of a part; of conditions and effects as they are written."""
    lines = _LINES[part.kind](scenario, part.id)
    return Sketch(part, tuple((label, text) for label, text in lines if text))


def _scene(scenario: Scenario, id: str) -> Iterator[tuple[str, str]]:
    event = scenario.events[id]
    yield "title", event.title
    yield "place", event.place
    yield "when", _written(event.when)
    yield "text", event.text
    for choice_id, choice in event.choices.items():
        yield f"choice {choice_id}", choice.say
        yield "  if", _written(choice.when)
        yield "  else-show", " ".join(choice.else_show)
        yield "  do", "; ".join(effects_said(choice.do))
        if choice.risk is not None:
            wrong = "; ".join(effects_said(choice.risk.do))
            yield f"  risk {choice.risk.id}", f"{choice.risk.odds} %: {wrong}"
        yield "  result", choice.result
    for seat, account in event.accounts.items():
        yield f"account {seat}", account


def _table(scenario: Scenario, _: str) -> Iterator[tuple[str, str]]:
    table = scenario.table
    yield "title", table.title
    for id, issue in table.issues.items():
        yield f"issue {id}", issue.label
        for option_id, option in issue.options.items():
            worth = ", ".join(f"{seat} {points / 100:g}" for seat, points in option.worth.items())
            yield f"  {option_id}", f"{option.text} ({worth})"
    for pair in table.pairs:
        yield f"pair {pair.seat}", f"{pair.when}: {pair.worth / 100:+g}; {pair.because}"
    for seat, formula in table.walk_away.items():
        yield f"walk-away {seat}", str(formula)


def _ending(scenario: Scenario, id: str) -> Iterator[tuple[str, str]]:
    ending = scenario.endings[id]
    yield "title", ending.title
    yield "group", ending.group
    yield "seat", ending.seat or ""
    yield "when", _written(ending.when)
    yield "text", ending.text
    yield "compare", ending.compare
    yield "toll", ending.toll


def _dossier(scenario: Scenario, id: str) -> Iterator[tuple[str, str]]:
    dossiers = scenario.dossiers
    if dossiers is None:
        return
    if id == WITNESS:
        for witness in dossiers.witness:
            yield witness.who, witness.text
            yield "  when", _written(witness.when)
        return
    for number, part in enumerate(
        (dossiers.despatch if id == DESPATCH else dossiers.memorial).parts, 1
    ):
        yield f"part {number}", part.text
        yield "  when", _written(part.when)


def _brief(scenario: Scenario, id: str) -> Iterator[tuple[str, str]]:
    yield "title", scenario.briefs[id].title
    yield "text", scenario.briefs[id].text


def _page(scenario: Scenario, id: str) -> Iterator[tuple[str, str]]:
    yield "title", scenario.codex[id].title
    yield "text", scenario.codex[id].text


def _written(condition: Expression | None) -> str:
    return "" if condition is None else condition.text


_LINES = {
    Kind.SCENE: _scene,
    Kind.TABLE: _table,
    Kind.ENDING: _ending,
    Kind.DOSSIER: _dossier,
    Kind.BRIEF: _brief,
    Kind.PAGE: _page,
}
