"""What `amur prove` has found, for people and for tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from game.coach.workshop.proving import Proof
    from game.scenario.aims import Aim
    from game.scenario.faults import Place, Places
    from game.scenario.model import Scenario
    from game.scenario.possible_premises import Line

CONDITIONS = ("when", "if")
"""Keys whose value is a condition, in which a place may be told."""


class Report(NamedTuple):
    """A proof and what is needed to tell of it."""

    scenario: Scenario
    places: Places
    proof: Proof
    kept: Mapping[Aim, tuple[PurePath, int]]
    """The record that is kept of a witness, and the node in it where the thing is reached."""


def as_object(report: Report) -> dict[str, Any]:
    """Return a proof as `amur prove --json` gives it (format 2); its help says what it holds."""
    from game.coach.workshop.nearness_words import held_and_lacking, told

    scenario, proof = report.scenario, report.proof

    def row(line: Line, **more: str) -> dict[str, Any]:
        return {**_place(report, line)._asdict(), "says": line.sentence, **more}

    unknown = []
    for aim, near in proof.unknown.items():
        held, lacking = held_and_lacking(aim, near, scenario)
        unknown.append(
            {
                "aim": str(aim),
                "plays": near.plays,
                "made_for_it": near.made_for_it,
                "because": told(aim, near, scenario),
                "held": [row(line) for line in held],
                "never": [row(each.line, nearest=each.nearest) for each in lacking],
            }
        )
    return {
        "format": 2,
        "scenario": scenario.id,
        "total": len(proof.witnessed) + len(proof.impossible) + len(proof.unknown),
        "witnessed": len(proof.witnessed),
        "plays": proof.plays,
        "witnesses": {
            str(aim): {**found._asdict(), "kept": _kept(report, aim)}
            for aim, found in proof.witnessed.items()
        },
        "impossible": [
            {
                "aim": str(aim),
                "because": str(why),
                "lines": [row(line) for line in why.lines if line.path],
            }
            for aim, why in proof.impossible.items()
        ],
        "unknown": unknown,
    }


def _kept(report: Report, aim: Aim) -> dict[str, Any] | None:
    if aim not in report.kept:
        return None
    file, node = report.kept[aim]
    return {"file": file.as_posix(), "node": node}


def _place(report: Report, line: Line) -> Place:
    at_key = line.path[-1] not in CONDITIONS
    return report.places.place(line.path, offset=line.offset, at_key=at_key)


def lines(report: Report) -> Iterator[str]:
    """Yield what is told to people, laid out."""
    from game.cli.plain_text import wrapped
    from game.cli.prove_search import table_of
    from game.coach.words_for import counted
    from game.coach.workshop.nearness import condition_of
    from game.coach.workshop.nearness_words import told
    from game.scenario.aims import Kind, scene_of
    from game.scenario.possible_premises import Line

    proof = report.proof
    found_of = (proof.witnessed, proof.impossible, proof.unknown)
    kinds = ([aim.kind for aim in each] for each in found_of)
    yield from table_of(report.scenario.id, Kind, *kinds)
    official = sum(found.by == "official" for found in proof.witnessed.values())
    plays = counted(proof.plays, "play")
    yield f"{plays}; in {official} of the witnesses the official sits opposite."
    for aim, why in proof.impossible.items():
        if scene_of(aim) not in proof.impossible:
            yield f"impossible  {aim.told}{_at(report, why.lines)}"
            yield wrapped(f"{why}{_and_choices(aim, proof.impossible)}", "    ")
    for aim, near in proof.unknown.items():
        if scene_of(aim) not in proof.unknown:
            _, path = condition_of(aim, report.scenario)
            yield f"unknown  {aim.told}{_at(report, (Line(path, ''),))}"
            how = told(aim, near, report.scenario)
            yield wrapped(f"{how}{_and_choices(aim, proof.unknown)}", "    ")


def _and_choices(scene: Aim, found: Iterable[Aim]) -> str:
    from game.cli.prove_search import and_choices
    from game.scenario.aims import scene_of

    return and_choices(aim.id for aim in found if scene_of(aim) == scene)


def _at(report: Report, lines: tuple[Line, ...]) -> str:
    """Return in which files and lines something stands, as a person would look them up."""
    places = (_place(report, line) for line in lines if line.path)
    where = ", ".join(dict.fromkeys(f"{place.file}:{place.line}" for place in places))
    return f"  ({where})" if where else ""
