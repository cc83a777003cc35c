"""How the talks stand in words: the day and the sitting, and what he looks like."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from game.coach.foreseen import is_seen, label_of
from game.coach.levels import level_told
from game.coach.persons import capital, opposite
from game.rules import Rules
from game.state import BUILT_IN, CLAIMANT, Phase, State

HALVES = ("morning", "afternoon")


def when(rules: Rules, sitting: int) -> str:
    """Return the day and the sitting, as in `23 May 1858, afternoon, sitting 4 of 12`."""
    return f"{day_of(rules, sitting)}, sitting {sitting} of {rules.table.sittings}"


def day_of(rules: Rules, sitting: int) -> str:
    """Return the day of a sitting, and its half, as in `23 May 1858, afternoon`."""
    table = rules.scenario.table
    days, part = table.day_and_part(sitting)
    day = rules.first_day + timedelta(days=days)
    half = f", {HALVES[part]}" if table.sittings_a_day == len(HALVES) else ""
    return f"{day.day} {day:%B %Y}{half}"


def short_day(rules: Rules, sitting: int) -> str:
    """Return the day of a sitting in short, as in `23 May`."""
    days, _ = rules.scenario.table.day_and_part(max(1, sitting))
    day = rules.first_day + timedelta(days=days)
    return f"{day.day} {day:%b}"


def lies_open(rules: Rules, seat: int, state: State) -> str:
    """Return that a claimant's own paper may be signed without being laid down again; or nothing.

    Said for as long as an act without a paper may bring a signature.
    """
    if seat != CLAIMANT or state.phase != Phase.SITTING or state.paper is None:
        return ""
    host, consent = opposite(rules, seat), rules.table.words.consent
    return (
        f"Your paper lies before {host.him}: {host.he} may {consent.will} {consent.it} in any "
        f"sitting that moves {host.him}."
    )


def looks(rules: Rules, seat: int, state: State, mode: str) -> str:
    """Return in one line how matters stand between the two, as far as a seat can see."""
    return " ".join(looks_each(rules, seat, state, mode))


def looks_each(rules: Rules, seat: int, state: State, mode: str) -> Iterator[str]:
    """Yield the same track by track, each with the stop behind it."""
    tracks = [
        f"{label_of(rules.scenario, id, seat)}: "
        f"{level_told(id, track, getattr(state, id), seat, mode)}"
        for id, track in rules.scenario.tracks.items()
        if id in BUILT_IN and track.words and is_seen(rules.scenario, id, seat)
    ]
    for at, told in enumerate(tracks, 1):
        stopped = f"{told}{'.' if at == len(tracks) else ';'}"
        yield capital(stopped) if at == 1 else stopped
