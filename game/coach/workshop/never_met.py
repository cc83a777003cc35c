"""What a play-test never met: how near a few plays of each persona came to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from game.coach.workshop.nearness import Gauge, Nearness, condition_of, lines_of
from game.coach.workshop.nearness_words import how_near
from game.coach.workshop.playing import SLOW, course, line_of, seated
from game.coach.workshop.sampling import Plan
from game.rules import Rules
from game.scenario.aims import Aim, Kind
from game.scenario.faults import clipped
from game.state import State

LOOKED_AT = 5
"""So many plays of each persona are looked at."""
KINDS = {
    "events": Kind.EVENT,
    "choices": Kind.CHOICE,
    "tactics": Kind.TACTIC,
    "endings": Kind.ENDING,
}
"""What is looked for, by what a report calls it."""


class NeverMet(NamedTuple):
    """How near some plays came to what was never met."""

    plays: int
    """So many were looked at."""
    how: Mapping[str, str]
    """How near in words, by kind and id (`choice:ice.walk`)."""
    open: tuple[str, ...]
    """Choices that could have been taken in one of them at least."""


NOTHING = NeverMet(0, {}, ())


def came_near(
    rules: Rules, plan: Plan, played: Mapping[str, int], never: Mapping[str, Sequence[str]]
) -> NeverMet:
    """Return how near came what was `never` met; `played` is how many plays each persona had."""
    near = {Aim(kind, id): Nearness() for word, kind in KINDS.items() for id in never[word]}
    gauge, plays = Gauge(rules), 0
    for states in _courses(rules, plan, played) if near else ():
        plays += 1
        for aim, glimpse in gauge.glimpses(near, states).items():
            near[aim].add(glimpse, made_for_it=False)
    if not plays:
        return NOTHING
    how = {str(aim): clipped(how_near(aim, found, rules.scenario)) for aim, found in near.items()}
    was_open = (aim.id for aim, found in near.items() if _was_open(aim, found, rules))
    return NeverMet(plays, how, tuple(was_open))


def _was_open(aim: Aim, near: Nearness, rules: Rules) -> bool:
    """Return whether it is a choice that could have been taken."""
    condition, _ = condition_of(aim, rules.scenario)
    every_line = (1 << len(lines_of(condition))) - 1
    return aim.kind is Kind.CHOICE and near.came > 0 and near.best == every_line


def _courses(rules: Rules, plan: Plan, played: Mapping[str, int]) -> Iterator[Sequence[State]]:
    """Yield all states of the first plays of each persona that decides at once."""
    for name, number in _first(played):
        seed = f"{plan.seed}-{number}"
        policies = seated(rules, name, plan.opponent, plan.seat, seed)
        taken, _ = line_of(rules, policies, seed)
        yield course(rules, seed, taken)


def _first(played: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    return (
        (name, number)
        for name, games in sorted(played.items())
        if name not in SLOW
        for number in range(min(games, LOOKED_AT))
    )
