"""The part of a play-test's report that is about the choices of its scenes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from game.cli.plain_text import hung, titled, wrapped
from game.coach.words_for import listed
from game.policy.tastes import HARM

SHOWN = 12
"""Choices that are shown of those that nobody took; `--json` has them all."""
WIDE = 46
"""Columns for a choice."""


def choices_beside(report: Mapping[str, Any]) -> Iterator[str]:
    asked = report["what_ifs"]
    yield from titled("Choices beside each other")
    if not asked["tried"]:
        yield wrapped(
            "Not tried: for so few plays, or plays by lot, it would take longer than they."
            " --what-ifs 10 tries every choice in ten states of each scene.",
            "  ",
        )
        return
    yield wrapped(
        f"Every open choice taken in {asked['tried']:,} states, up to {asked['states']} of each"
        " scene or four times as many where one is suspect, and played on by the integrative and"
        " the official with the same luck. Best and worst are by more than"
        f" {asked['equal'] / 100:.0f} point of lasting value to the chair that chooses. The most"
        " lopsided:",
        "  ",
    )
    yield f"  {'choice':<50}{'states':>8}{'best':>7}{'worst':>7}"
    for choice, fared in _lopsided(report["choices"]):
        states = fared["states"]
        best, worst = (f"{100 * fared[key] // states} %" for key in ("best", "worst"))
        yield f"  {choice:<50}{states:>8}{best:>7}{worst:>7}"


def _lopsided(choices: Mapping[str, Mapping[str, int]]) -> Sequence[tuple[str, Mapping[str, int]]]:
    def share(item: tuple[str, Mapping[str, int]]) -> tuple[float, str]:
        fared = item[1]
        return -max(fared["best"], fared["worst"]) / max(1, fared["states"]), item[0]

    return sorted(choices.items(), key=share)[:8]


def taken_by_nobody(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield which choices were open and never taken, and what the personas went by."""
    undone = [act for act in report["beyond"] if act in report["never"]["tactics"]]
    if report["untaken"] or undone:
        yield from titled("Open, and taken by nobody")
    if report["untaken"]:
        yield from _untaken(report)
    for act in undone:
        able = report["beyond"][act]
        who = f"of all personas only {listed(able)}" if able else "no persona"
        yield wrapped(f"The act {act} nobody did; {who} would. Try it yourself.", "  ")


def _untaken(report: Mapping[str, Any]) -> Iterator[str]:
    untaken = report["untaken"]
    yield f"  {'choice, and below it what was taken instead':<{WIDE}}{'counts':>10}{'the most':>12}"
    for found in untaken[:SHOWN]:
        yield f"  {found['choice']:<{WIDE}}{found['counts']:>+10}{found['most']:>+12}"
        if found["instead"]:
            yield f"    {found['instead']} ({found['plays']:,})"
    if len(untaken) > SHOWN:
        rest = [found["choice"] for found in untaken[SHOWN:]]
        yield hung(f"  and {len(rest)} more: ", ", ".join(rest))
    yield wrapped(
        "That is no fault yet. In a scene personas look only at what an answer moves at once, and"
        f" take what counts most by this: {'; '.join(_went_by(report))}. Of notes and of what comes"
        " later they know nothing, and of equals they take the first (`hawk` always takes the last,"
        " `random` any). To see one taken, let it move more of that; whether it is ever the best"
        " one, --what-ifs tells.",
        "  ",
    )


def _went_by(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is gone by in the chairs whose choices nobody took."""
    for seat, inclinations in report["inclinations"].items():
        for manner, cares in inclinations.items():
            who = f"{seat} of the habit `{manner}`" if manner else seat
            said = (f"{'harm' if id == HARM else id} {by:+}" for id, by in cares.items())
            yield f"{who} {listed(said)}"
