"""What an author should look at first in a play-test, in plain sentences with what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from game.coach.words_for import counted, listed

AGREEMENT = 55, 90
"""Per cent of signed plays between which a table leaves both ways open, as far as one can tell."""
COMMON = 60
"""Per cent of plays from which one ending of a group drowns the others."""
ONE = {
    "events": ("scene", "`amur prove` says whether it can come, `amur graph` what leads to it."),
    "choices": ("choice", "See what each asks for, or whether another is always the better one."),
    "options": ("option", "Nobody asked for it: what is it worth, and to whom?"),
    "tactics": ("act", "See what it costs, and whether anybody has a reason for it."),
    "endings": ("ending", "`amur prove` says whether a play can come to it."),
}
"""What one thing of a kind is called, and what to do where it was never met."""
NAMED = 5
"""So many things are named in one sentence."""


def findings(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield what stands out, the gravest first."""
    yield from _dominated(report)
    yield from _trivial(report)
    yield from _never(report)
    yield from _lopsided(report)
    yield from _pressure(report)


def _never(report: Mapping[str, Any]) -> Iterator[str]:
    places, never = report["places"], report["never"]
    for kind, (one, advice) in ONE.items():
        if never[kind]:
            count = counted(len(never[kind]), one)
            yield f"{count} never met: {_named(never[kind], places)}. {advice}"
    rest = list(_left_untold(never))
    if rest:
        yield (
            f"{counted(len(rest), 'text')} besides never told: {_named(rest, places)}. Read what"
            " each hangs on; it may be right to be rare."
        )
    if report["unchosen"]:
        yield (
            f"Nobody in the chair of {report['seat']} ever chose {_named(report['unchosen'], {})}."
            " Test more personas (`--policy all`), or give somebody a reason."
        )


def _left_untold(never: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield texts of which it is not said already that what they belong to was never met."""
    choices, endings = set(never["choices"]), set(never["endings"])
    for text in never["texts"]:
        match text.split("."):
            case ["events", scene, "choices", choice, *_] if f"{scene}.{choice}" in choices:
                continue
            case ["events", scene, *_] if scene in never["events"]:
                continue
            case ["endings", ending] if ending in endings:
                continue
        yield text


def _dominated(report: Mapping[str, Any]) -> Iterator[str]:
    for found in report["dominated"]:
        yield (
            f"{_at(found['choice'], report['places'])} is dominated: worse for its chair than"
            f" {found['by'].partition('.')[2]} in {found['worse']} of {found['states']} states, and"
            " never better. Give it something that the other has not."
        )


def _trivial(report: Mapping[str, Any]) -> Iterator[str]:
    for found in report["trivial"]:
        names = listed(found["choices"])
        yield (
            f"{_at(found['scene'], report['places'])}: between {names} there is no difference in"
            f" {found['states']} states, not in a track, a note, an ending or a lasting value. Let"
            " one of them change something."
        )


def _lopsided(report: Mapping[str, Any]) -> Iterator[str]:
    low, high = AGREEMENT
    share = report["agreement"]
    if share < low:
        yield (
            f"Only {share} % of the plays were signed; {low} to {high} leave both ways open. Widen"
            " the zone, or lower what the host hopes for."
        )
    elif share > high:
        yield (
            f"{share} % of the plays were signed; {low} to {high} leave both ways open. Where"
            " nobody can fail, raise a walk-away or a hope; test `--policy all` before you do."
        )
    games = report["games"]
    common = [
        f"{id} ({100 * count / games:.0f} %)"
        for id, count in report["endings"].items()
        if 100 * count > COMMON * games
    ]
    if common:
        yield (
            f"Told in more than {COMMON} % of the plays: {listed(common)}. Sharpen the condition,"
            " or put another ending of its group before it."
        )


def _pressure(report: Mapping[str, Any]) -> Iterator[str]:
    if report["sweep"]["lasting"] == "rises":
        yield (
            "The more pressure, the more it left the claimant with, at every step of the table"
            " below. Let the court read what was wrung from him, or the host stiffen."
        )


def _named(ids: Sequence[str], places: Mapping[str, str]) -> str:
    named = [_at(id, places) for id in ids[:NAMED]]
    if len(ids) > NAMED:
        named.append(f"{len(ids) - NAMED} more, in --json")
    return listed(named)


def _at(id: str, places: Mapping[str, str]) -> str:
    return f"{id} ({places[id]})" if id in places else id
