"""How near plays came to what none of them reached, in words."""

from __future__ import annotations

from typing import NamedTuple

from game.coach.words_for import counted, listed
from game.coach.workshop.nearness import Nearness, condition_of, lines_of
from game.scenario.aims import Aim, Kind
from game.scenario.faults import clipped
from game.scenario.model import Scenario
from game.scenario.possible_premises import Line
from game.scenario.possible_reach import Reach
from game.scenario.spelled import begins, spelled
from game.scenario.syntax import Between, Comparison, Node

MOST_NAMED = 4
"""Things that are named where any of them came instead."""


class Lacking(NamedTuple):
    """A line of a condition that did not hold in the play that came nearest."""

    line: Line
    nearest: str
    """How near it came to holding with the others, where it compares numbers."""


def held_and_lacking(
    aim: Aim, near: Nearness, scenario: Scenario
) -> tuple[tuple[Line, ...], tuple[Lacking, ...]]:
    """Return which lines of its condition held in the play that came nearest, and which not."""
    condition, path = condition_of(aim, scenario)
    held, lacking = [], []
    for at, node in enumerate(lines_of(condition)):
        line = Line(path, spelled(node), begins(node))
        if near.best >> at & 1:
            held.append(line)
        else:
            lacking.append(Lacking(line, _nearest(node, at, near)))
    return tuple(held), tuple(lacking)


def _nearest(node: Node, at: int, near: Nearness) -> str:
    _, number = near.nearest.get((at, near.best), (0, None))
    match node:
        case Comparison(left=value) | Between(value) if number is not None:
            return f"{spelled(value)} was {number / 100:g} at the nearest"
    return ""


def told(aim: Aim, near: Nearness, scenario: Scenario) -> str:
    """Return a sentence, without a full stop, that says how near the plays came."""
    if not near.plays:
        return "nothing was played for it"
    made = f", {near.made_for_it:,} of them made for it" if near.made_for_it else ""
    return clipped(f"{counted(near.plays, 'play')}{made}: {how_near(aim, near, scenario)}")


def how_near(aim: Aim, near: Nearness, scenario: Scenario) -> str:
    """Return how near the plays came, of which there was at least one."""
    of_all = f"{near.came:,} of them"
    lay = f"it stood in a paper in {near.held[1]:,} of them"
    match aim.kind:
        case Kind.EVENT:
            setters = Reach(scenario).schedulers.get(aim.id, ())
            if setters and scenario.events[aim.id].when is None:
                names = listed((".".join(setter) for setter, _ in setters[:MOST_NAMED]), "or")
                return f"only {names} brings it, which was chosen in {of_all}"
            return _of_condition(aim, near, scenario, "when", "came in its place")
        case Kind.CHOICE if not near.came:
            return "its scene never came"
        case Kind.CHOICE:
            how = _of_condition(aim, near, scenario, "if", "was chosen")
            return f"its scene came in {of_all}; {how}"
        case Kind.OPTION if not near.came:
            return f"no paper was signed; {lay}"
        case Kind.OPTION:
            return f"a paper was signed in {of_all}, none with it; {lay}"
        case Kind.TACTIC if near.came:
            return f"it was allowed in {of_all}, and never done"
        case Kind.TACTIC:
            why = listed(near.instead, "or")
            return f"it was never allowed{f' ({why})' if why else ''}"
        case Kind.ENDING if not near.came:
            return "the talks never ended"
        case Kind.ENDING:
            return _of_condition(aim, near, scenario, "when", "was told before it")


def _of_condition(aim: Aim, near: Nearness, scenario: Scenario, key: str, came_instead: str) -> str:
    held, lacking = held_and_lacking(aim, near, scenario)
    if not lacking:
        names = listed((id for id, _ in near.instead.most_common(MOST_NAMED)), "or")
        plays = near.held[near.best]
        it_held = f"its `{key}` held in {plays:,} of them" if held else "nothing forbids it"
        return f"{it_held}, but {names or 'something else'} {came_instead}"
    lines = " and ".join(line.sentence for line in held)
    never = listed(_lacks(each) for each in lacking)
    if not held:
        return f"{never} never held"
    return f"its `{key}` got as far as `{lines}`; {never} never held with it"


def _lacks(lacking: Lacking) -> str:
    nearest = f" ({lacking.nearest})" if lacking.nearest else ""
    return f"`{lacking.line.sentence}`{nearest}"
