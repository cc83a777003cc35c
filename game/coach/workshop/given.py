"""How things stand before a test, or before a scene that is looked at: `given`, made a state.

What is given has been checked (`case_lint.given_problems`, `unplayable`).
"""

from __future__ import annotations

from collections.abc import Callable

from game.coach.workshop.playing import known_personas, may_sit
from game.errors import UsageError
from game.policy import Policy, opposite, persona
from game.rules import Rules, parsed
from game.rules.supposed import coming, standing, supposed
from game.scenario.authored import whole_number, yes_or_no
from game.scenario.case_lint import CaseNames
from game.scenario.case_model import HISTORY, NOTHING, Given
from game.scenario.faults import nearest_of
from game.state import CLAIMANT, Decision, Phase, State

OPPOSITE = ("integrative", "official")
"""Who sits in each chair opposite, if nobody is named."""

Policies = tuple[Policy, Policy]


def begun(rules: Rules, given: Given, names: CaseNames) -> State:
    """Return the state that is given; the rules are those of its start.

    Raises `UsageError` where a play never comes so far.
    """
    state = _played(rules, given) if given.play else rules.opening(given.seed)
    holds = {name: _value(name, said, names) for name, said in given.holds.items()}
    anew = given.sitting if not given.play else None
    if holds or anew is not None:
        state = supposed(rules, state, holds, anew)
    if given.scene == NOTHING:
        return standing(rules, state, None)
    if given.scene is not None:
        return standing(rules, state, given.scene)
    if state.ended is None and not given.play and (holds or anew is not None):
        closed = standing(rules, state, None)
        return standing(rules, closed, coming(rules, closed))
    return state


def seat_of(rules: Rules, given: Given) -> int:
    """Return the chair that the lines are for."""
    return CLAIMANT if given.seat is None else rules.table.seats.index(given.seat)


def policies_of(rules: Rules, given: Given, playing: str = "") -> Policies:
    """Return who decides for each chair; `playing` sits in the one that the lines are for."""
    at, seed = seat_of(rules, given), given.seed
    theirs = given.opposite or OPPOSITE[1 - at]
    other = opposite(theirs, rules, f"{seed} {theirs} {1 - at}")
    # Nobody plays where only lines decide; the chair's common persona stands there unasked.
    ours = playing or OPPOSITE[at]
    mine = persona(ours, rules, f"{seed} {ours} {at}")
    return (mine, other) if at == CLAIMANT else (other, mine)


def unplayable(rules: Rules, given: Given) -> dict[str, tuple[str, str]]:
    """Return what is wrong with the personas that are named, and a hint, by their keys."""
    at = seat_of(rules, given)
    found = {}
    for key, name, chair in (("play", given.play, at), ("opposite", given.opposite, 1 - at)):
        able = [known for known in known_personas() if may_sit(known, chair)]
        also = [HISTORY] if key == "play" else []
        if name is not None and name not in (*able, *also):
            message = f"{name} is no persona for the chair of {rules.table.seats[chair]}"
            found[key] = (message, nearest_of(name, (*able, *also)))
    return found


def _played(rules: Rules, given: Given) -> State:
    """Return where a play stands that has come as far as is given."""
    decide = _line(rules) if given.play == HISTORY else _persona(rules, given)
    state = rules.opening(given.seed)
    while not _is_there(rules, state, given):
        decision = decide(state)
        if state.ended is not None or decision is None:
            raise UsageError(f"this play ends in sitting {state.sitting} and never comes there")
        state = rules.follow(state, decision)
    return state


def _is_there(rules: Rules, state: State, given: Given) -> bool:
    if given.sitting is None and given.scene is None:
        return state.ended is not None
    if given.sitting is not None and state.sitting != given.sitting:
        return False
    if given.scene is None or given.scene == NOTHING:
        return state.ended is None and state.seat == CLAIMANT
    waits = state.phase == Phase.SCENE
    return waits and rules.scenes.all[state.scene].id == given.scene


def _line(rules: Rules) -> Callable[[State], Decision | None]:
    """Return what makes the decisions really taken, one after the other; `None` at their end."""
    words = iter(rules.scenario.history)

    def decide(state: State) -> Decision | None:
        _, said = next(words, ("", ""))
        decision = parsed(said, rules.table, state) if said else None
        return decision if decision in rules.legal_decisions(state) else None

    return decide


def _persona(rules: Rules, given: Given) -> Callable[[State], Decision | None]:
    policies = policies_of(rules, given, given.play or "")

    def decide(state: State) -> Decision | None:
        if state.ended is not None:
            return None
        view = rules.seen_by(state.seat, state)
        return policies[state.seat].choose(view, rules.legal_decisions(state))

    return decide


def _value(name: str, said: str, names: CaseNames) -> int | bool | str:
    if name in names.words:
        return said
    return yes_or_no(said) if name in names.truths else whole_number(said)
