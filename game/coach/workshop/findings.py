"""What an author should look at first in a play-test, in plain sentences with what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from game.coach.words_for import counted, listed
from game.coach.workshop.bars import EVEN, GENTLER, broken_bars
from game.coach.workshop.never_met import KINDS
from game.coach.workshop.scene_weight import FAR, LEAST_STATES
from game.scenario.aims import Kind

COMMON = 60
"""Per cent of plays from which one ending of a group drowns the others."""
ONE = {
    "events": ("scene", "`amur prove` says whether it can come, `amur graph` what leads to it."),
    "choices": ("choice", "`amur preview` shows a scene with what each choice asks for."),
    "options": ("option", "Nobody asked for it: what is it worth, and to whom?"),
    "tactics": (
        "act",
        "Test others (`--policy all`, `--opponent`), or give somebody a reason for it.",
    ),
    "endings": ("ending", "`amur prove` says whether a play can come to it."),
}
"""What one thing of a kind is called, and what to do where it was never met."""
POOR = 20
"""Per cent of states in which a choice that is never the best one must be the worst to be named."""
AIMED = {**KINDS, "options": Kind.OPTION}
NAMED, EXPLAINED = 5, 3
"""So many things are named in one sentence; fewer where how near they came is told of them."""


def findings(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield what stands out, the gravest first."""
    yield from _towering(report)
    yield from _dominated(report)
    yield from _trivial(report)
    yield from _light(report)
    yield from broken_bars(report)
    yield from _never(report) if _is_company(report) else _never_by_one(report)
    yield from _untaken(report)
    yield from _hogs(report) if _is_company(report) else ()
    yield from _pressure(report)


def _is_company(report: Mapping[str, Any]) -> bool:
    """Return whether those who played do much of what can be done: several, or who draws lots."""
    return len(report["personas"]) > 1 or "random" in report["personas"]


def _never_by_one(report: Mapping[str, Any]) -> Iterator[str]:
    never = report["never"]
    missed = [counted(len(never[word]), one) for word, (one, _) in ONE.items() if never[word]]
    missed += [counted(len(never["texts"]), "text")] if never["texts"] else []
    if missed:
        yield (
            f"Never met by {listed(report['personas'])}, who played alone: {listed(missed)}. What"
            " nobody meets, and how near they came, `--policy all` tells (`search` takes its time)."
        )


def _never(report: Mapping[str, Any]) -> Iterator[str]:
    places, never = report["places"], report["never"]
    near, untaken = report["near"], {found["choice"] for found in report["untaken"]}
    for word, (one, advice) in ONE.items():
        missed = never[word]
        if word == "choices":
            # Without saying goes it of one whose scene never came; of an open one a table tells.
            missed = [c for c in missed if c.partition(".")[0] not in never["events"]]
            missed = [c for c in missed if c not in untaken]
        if word == "tactics":
            missed = [act for act in missed if act not in report["beyond"]]
        if not missed:
            continue
        how = {id: near["how"].get(f"{AIMED[word]}:{id}", "") for id in missed}
        seen = f" ({near['plays']} plays were looked into)" if any(how.values()) else ""
        named = _named(missed, places, how)
        yield f"{counted(len(missed), one)} never met{seen}: {named}. {advice}"
    rest = list(_left_untold(never))
    if rest:
        yield (
            f"{counted(len(rest), 'text')} besides never told: {_named(rest, places)}. Read what"
            " each hangs on; it may be right to be rare."
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


def _towering(report: Mapping[str, Any]) -> Iterator[str]:
    for found in report["towering"]:
        by = f" ({listed(found['personas'])})" if found["personas"] else ""
        yield (
            f"{_at(found['choice'], report['places'])} is better than every other answer by far:"
            f" by more than {FAR // 100} points in {found['best']} of {found['states']} states,"
            f" whoever came there{by}, and by {found['lead'] / 100:.1f} on average. Nobody need"
            " think about it. Let it cost something of what it brings, or let another bring more."
        )


def _dominated(report: Mapping[str, Any]) -> Iterator[str]:
    towering = {found["choice"] for found in report["towering"]}
    for found in report["dominated"]:
        if found["by"] in towering:
            continue
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


def _light(report: Mapping[str, Any]) -> Iterator[str]:
    trivial = {found["scene"] for found in report["trivial"]}
    scenes = {f["scene"]: f["harm"] for f in report["light"] if f["scene"] not in trivial}
    if not scenes:
        return
    harmed = [scene for scene, harm in scenes.items() if harm]
    besides = f" (in {listed(harmed)} people suffer more of one than of another)" if harmed else ""
    yield (
        f"{counted(len(scenes), 'scene')} in which the answer hardly matters to its chair:"
        f" {_named(list(scenes), report['places'])}; in nearly all states tried it kept the same"
        f" to a point, whatever it answered{besides}. If an ending tells of it later, that may be"
        " enough; else let an answer move more, or what a signature hangs on: trust, face, hope."
    )


def _untaken(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield which of the choices that nobody took are never the better ones, either."""
    told = {found["choice"] for found in report["dominated"]}
    same = {found["scene"] for key in ("trivial", "light") for found in report[key]}
    same |= {found["choice"].partition(".")[0] for found in report["towering"]}
    poor = [
        choice
        for choice in (found["choice"] for found in report["untaken"])
        if choice not in told and choice.partition(".")[0] not in same
        if (fared := report["choices"].get(choice)) is not None
        if fared["states"] >= LEAST_STATES and not fared["best"]
        if 100 * fared["worst"] >= POOR * fared["states"]
    ]
    if poor:
        yield (
            f"{counted(len(poor), 'choice')} taken by nobody, often the worst of a scene and never"
            f" the best: {_named(poor, report['places'])}. Pay whoever takes it for something that"
            " the others have not."
        )


def _hogs(report: Mapping[str, Any]) -> Iterator[str]:
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
    sweep = report["sweep"]
    if not sweep["rows"]:
        return
    none, best = sweep["rows"][0], max(sweep["rows"], key=lambda row: float(row["lasting"]))
    remedy = f"{GENTLER[0].upper()}{GENTLER[1:]}."
    if sweep["lasting"] == "rises":
        yield (
            "The more pressure, the more it left the claimant with, at every step of the table"
            f" below. {remedy}"
        )
    elif best["lasting"] > none["lasting"] + EVEN and best["ratified"] >= none["ratified"]:
        yield (
            "Pressure pays: one and the same claimant keeps most with"
            f" {counted(best['acts'], 'act')} of it ({best['lasting'] / 100:.1f} points; with none"
            f" {none['lasting'] / 100:.1f}), and the court ratifies as readily. {remedy}"
        )


def _named(
    ids: Sequence[str], places: Mapping[str, str], near: Mapping[str, str] | None = None
) -> str:
    """Return the first of some things in words, each with how `near` it came where that is known.

    What came near in the same way is named together.
    """
    near = near or {}
    most = EXPLAINED if any(near.values()) else NAMED
    alike = dict[str, list[str]]()
    for id in ids:
        alike.setdefault(near.get(id, ""), []).append(_at(id, places))
    named, told = [], 0
    for how, things in alike.items():
        shown = things[: most - told]
        told += len(shown)
        if shown:
            named.append(f"{listed(shown)}: {how}" if how else listed(shown))
    if len(ids) > told:
        named.append(f"{len(ids) - told} more, in --json")
    return "; ".join(named)


def _at(id: str, places: Mapping[str, str]) -> str:
    return f"{id} ({places[id]})" if id in places else id
