"""A law: a condition that holds in a state which some play reaches is never called impossible."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.coach.aftermath import Afterwards
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.scenario import parse
from game.scenario.known import known
from game.scenario.possible import Impossible
from game.scenario.possible_premises import When
from game.state import Phase, State

TINY = Path(__file__).parent / "cases" / "tiny"
FOLDERS = [TINY, "aigun-six-days"]
PLAYS = 25


class Reached(NamedTuple):
    """What random plays of a scenario came to."""

    impossible: Impossible
    asked: tuple[tuple[Rules, State], ...]
    """States in which a scene has just come."""
    over: tuple[tuple[Rules, State], ...]


@cache
def reached(folder: str | Path) -> Reached:
    """Play a scenario at random, from all its starts."""
    scenario = read_scenario(folder)
    starts = [Rules(scenario, start) for start in (None, *scenario.starts)]
    asked, over = [], []
    for number in range(PLAYS):
        lot, rules = Random(number), starts[number % len(starts)]
        state = rules.opening(str(number))
        while state.ended is None:
            if state.phase == Phase.SCENE:
                asked.append((rules, state))
            legal = rules.legal_decisions(state)
            # One head is as likely as another: talks that go on would else be rare.
            head = lot.choice(legal.heads[: -1 if len(legal.heads) > 1 else None])
            state = rules.follow(state, head.nth(lot.randrange(len(head))))
        over.append((rules, state))
    return Reached(Impossible(known(scenario)), tuple(asked), tuple(over))


def written(lot: Random, reach: Reached, read, names) -> str:
    """Return a part of a condition that is near to what a state is."""
    numbers, truths = sorted(names.numbers), sorted(names.truths)
    match lot.randrange(4):
        case 0:
            name = lot.choice(truths)
            return name if read(name) else f"not {name}"
        case 1:
            name = lot.choice(sorted(name for name in names.words if name != "seat"))
            word = read(name)
            other = lot.choice(names.words[name])
            return f"{name} in ({word}, {other})" if word else f"not ({name} = {other})"
        case 2:
            one, two = lot.choice(numbers), lot.choice(numbers)
            total = 2 * read(one) - read(two) + lot.choice((0, 0, 100))
            sign = "-" if total < 0 else ""
            return f"2 * {one} - {two} <= {sign}{abs(total) // 100}.{abs(total) % 100:02}"
        case _:
            name = lot.choice(numbers)
            level = read(name) + lot.choice((0, 0, 0, 100, -100))
            sign = "-" if level < 0 else ""
            size = f"{sign}{abs(level) // 100}.{abs(level) % 100:02}"
            return f"{name} {lot.choice(('>=', '<=', '=', '!='))} {size}"


@pytest.mark.parametrize("folder", FOLDERS)
@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**9))
def test_what_some_play_reaches_is_never_called_impossible(folder, number):
    reach, lot = reached(folder), Random(number)
    names = reach.impossible.known
    if lot.random() < 0.5:
        rules, state = lot.choice(reach.asked)
        seat = rules.table.seats[state.seat]

        def read(name):
            return rules.formulas.resolve(name)(state)

        parts = [written(lot, reach, read, names.play) for _ in range(lot.randint(1, 5))]
        condition = parse(lot.choice((" and ", " and ", " or ")).join(parts))
        holds, path, when = rules.formulas.condition(condition)(state), ("events", "x"), When.TALKS
    else:
        rules, state = lot.choice(reach.over)
        chair = lot.randrange(2)
        seat, after = rules.table.seats[chair], Afterwards(rules, state, chair)

        def read(name):
            return after.resolve(name)(after.state)

        parts = [written(lot, reach, read, names.after) for _ in range(lot.randint(1, 5))]
        condition = parse(lot.choice((" and ", " and ", " or ")).join(parts))
        holds, path, when = after.holds(condition), ("endings", "x"), When.AFTERWARDS
    why = reach.impossible.asked_of(condition, (*path, "when"), when, seat)
    assert not (holds and why), f"{condition}: {why}"


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_choice_comes_no_earlier_than_it_is_thought_to(folder):
    reach = reached(folder)
    for rules, state in reach.asked:
        scene = rules.scenes.all[state.scene]
        open_now = [c.id for c in scene.choices if c.may is None or c.may(state)]
        firsts = [reach.impossible.reach.first.get((scene.id, choice)) for choice in open_now]
        assert all(first is not None and first <= state.sitting for first in firsts)
