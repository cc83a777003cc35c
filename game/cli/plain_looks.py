"""Where the talks stand, in words: the date, what he looks like, what lies on the table."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import wrapped
from game.coach.character import how_the_court_stands, kind_of_man
from game.coach.foreseen import is_seen
from game.coach.heard import weighs
from game.coach.invented import spoken
from game.coach.levels import level_told
from game.coach.own_need import own_need
from game.coach.papers import differences, terms_said
from game.coach.persons import opposite
from game.coach.standing import lies_open, looks, when
from game.coach.words_for import issue_label, sentence
from game.rules import Rules
from game.state import CLAIMANT, HOST, State


def on_the_table(rules: Rules, seat: int, state: State) -> Iterator[str]:
    """Yield what lies on the table and whose word it is."""
    claimant, host = (rules.scenario.seats[id].called for id in rules.table.seats)
    if state.paper is None:
        yield wrapped("No paper lies on the table.")
    else:
        whose = "Your paper" if seat == CLAIMANT else f"The paper of {claimant}"
        yield wrapped(f"{whose}: {terms_said(rules, state.paper)}.")
        if lying := lies_open(rules, seat, state):
            yield wrapped(lying)
    if state.word is not None:
        whose = "Your word" if seat == HOST else f"The word of {host}"
        if state.word == state.paper:
            yield wrapped(f"{whose}: this paper, as it stands.")
        elif state.paper is not None:
            yield wrapped(f"{whose}: the same, but {differences(rules, state.word, state.paper)}.")


def learned(rules: Rules, seat: int, state: State) -> Iterator[str]:
    """Yield what the claimant was told about the host, or the host asked of the claimant."""
    other = opposite(rules, seat)
    if state.question >= 0:
        label = issue_label(rules.scenario, state.question)
        yield wrapped(
            f"{other.He} asked how much {label} weighs with you."
            if seat == CLAIMANT
            else f"You asked how much {label} weighs with {other.him}."
        )
    if seat != CLAIMANT:
        return
    for issue, weight in enumerate(state.learned):
        if weight:
            label = issue_label(rules.scenario, issue)
            yield wrapped(f"{other.He} says {label} weighs {weighs(other, weight)}.")
    if state.heard_need >= 0:
        need = rules.table.needs[HOST][state.heard_need]
        cannot = rules.table.words.cannot_do_without
        yield wrapped(f"The one thing {other.he} {cannot}: {spoken(need)}")
    if state.heard_ground >= 0:
        ground = rules.table.grounds[state.heard_ground].say
        yield wrapped(
            f"The ground {other.he} could use before {rules.table.words.throne}: “{ground}”"
        )
    if state.heard_temper >= 0:
        temper = rules.table.tempers[HOST][state.heard_temper]
        yield wrapped(
            kind_of_man(opposite(rules, seat), temper, can_be_pressed=rules.table.knows_pressure)
        )
    if state.heard_mood is not None:
        court = rules.table.words.court
        yield wrapped(how_the_court_stands(opposite(rules, seat), state.heard_mood, court))


def status(rules: Rules, seat: int, state: State, mode: str) -> Iterator[str]:
    """Yield everything that a seat can see at a glance."""
    yield from before_the_tracks(rules, seat, state, mode)
    for id, index in rules.levels.items():
        if is_seen(rules.scenario, id, seat):
            track = rules.scenario.tracks[id]
            stands = level_told(id, track, state.levels[index], seat, mode)
            yield wrapped(f"{track.label}: {stands}.")
    yield from after_the_tracks(rules, seat, state)


def before_the_tracks(rules: Rules, seat: int, state: State, mode: str) -> Iterator[str]:
    """Yield the day, how the other looks, and what home asks."""
    yield wrapped(sentence(when(rules, max(1, state.sitting))))
    yield wrapped(looks(rules, seat, state, mode))
    need = own_need(rules, seat, state)
    if need:
        yield wrapped(need)


def after_the_tracks(rules: Rules, seat: int, state: State) -> Iterator[str]:
    """Yield what lies on the table, and what was learned."""
    yield from on_the_table(rules, seat, state)
    yield from learned(rules, seat, state)
