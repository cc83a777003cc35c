"""Where the talks stand, in words: the date, what he looks like, what lies on the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from game.cli.plain_paper import differences, terms_said
from game.cli.plain_text import wrapped
from game.coach.words_for import issue_label, sentence, track_word
from game.rules import Rules
from game.rules.scenes import BUILT_IN
from game.state import CLAIMANT, HOST, State

HALVES = ("morning", "afternoon")
FIRST_FIVE = {"caution": CLAIMANT}
"""A track of the table that only one chair sees."""


def when(rules: Rules, sitting: int) -> str:
    """Return the day and the sitting, as in `23 May 1858, afternoon, sitting 4 of 12`."""
    a_day = rules.scenario.table.sittings_a_day
    first: date = rules.scenario.start
    day = first + timedelta(days=(sitting - 1) // a_day)
    half = f", {HALVES[(sitting - 1) % a_day]}" if a_day == len(HALVES) else ""
    return f"{day.day} {day:%B %Y}{half}, sitting {sitting} of {rules.table.sittings}"


def looks(rules: Rules, seat: int, state: State, mode: str) -> str:
    """Return in one line how matters stand between the two, as far as a seat can see."""
    parts = []
    for id, track in rules.scenario.tracks.items():
        if id not in BUILT_IN or not track.words or FIRST_FIVE.get(id, seat) != seat:
            continue
        level = getattr(state, id)
        number = f" ({level})" if mode == "points" else ""
        parts.append(f"{track.label}: {track_word(track, level)}{number}")
    return "; ".join(parts) + "."


def on_the_table(rules: Rules, seat: int, state: State) -> Iterator[str]:
    """Yield what lies on the table and whose word it is."""
    claimant, host = (rules.scenario.seats[id].name for id in rules.table.seats)
    if state.paper is None:
        yield wrapped("No paper lies on the table.")
    else:
        whose = "Your paper" if seat == CLAIMANT else f"The paper of {claimant}"
        yield wrapped(f"{whose}: {terms_said(rules, state.paper)}.")
    if state.word is not None:
        whose = "Your word" if seat == HOST else f"The word of {host}"
        if state.word == state.paper:
            yield wrapped(f"{whose}: this paper, as it stands.")
        elif state.paper is not None:
            yield wrapped(f"{whose}: the same, but {differences(rules, state.word, state.paper)}.")


def learned(rules: Rules, seat: int, state: State) -> Iterator[str]:
    """Yield what the claimant was told about the man opposite, or the host asked of the other."""
    if state.question >= 0:
        label = issue_label(rules.scenario, state.question)
        yield wrapped(
            f"He asked how much {label} weighs with you."
            if seat == CLAIMANT
            else f"You asked how much {label} weighs with him."
        )
    if seat != CLAIMANT:
        return
    for issue, weight in enumerate(state.learned):
        if weight:
            how = "more" if weight > 110 else "less" if weight < 90 else "no more and no less"
            label = issue_label(rules.scenario, issue)
            yield wrapped(f"He says {label} weighs {how} with him than one would expect.")
    if state.heard_need >= 0:
        id = rules.table.needs[HOST][state.heard_need].say
        yield wrapped(f"The one thing he cannot go home without: “{id}”")
    if state.heard_ground >= 0:
        ground = rules.table.grounds[state.heard_ground].say
        yield wrapped(f"The ground he could use before his throne: “{ground}”")


def status(rules: Rules, seat: int, state: State, mode: str) -> Iterator[str]:
    """Yield everything that a seat can see at a glance."""
    yield wrapped(sentence(when(rules, max(1, state.sitting))))
    yield wrapped(looks(rules, seat, state, mode))
    id = rules.table.seats[seat]
    for name, index in rules.levels.items():
        track = rules.scenario.tracks[name]
        if track.seen_by in ("all", id):
            yield wrapped(f"{track.label}: {state.levels[index]}.")
    yield from on_the_table(rules, seat, state)
    yield from learned(rules, seat, state)
