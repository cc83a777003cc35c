"""The tests of a scenario, run: what is given, what is decided, and whether what then should hold
does. A failure is a value with its path; a test changes nothing and needs nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from game.coach.workshop.asking import Asking
from game.coach.workshop.given import Policies, begun, policies_of, seat_of
from game.errors import AmurError, IllegalDecisionError
from game.rules import Rules, parsed
from game.rules.legal import Legal
from game.scenario.case_lint import CaseNames
from game.scenario.case_model import Asked, Case
from game.scenario.expressions import Expression
from game.scenario.faults import Code, Path, Problem
from game.state import State

MOST_SHOWN = 8
"""Kinds of legal decisions that are named where another was written."""
MEND = "mend the scenario, or the test"

RulesFrom = Callable[[str | None], Rules]
"""Returns the rules of a scenario from one of its starts."""


class _StoppedError(Exception):
    """A test cannot go on; it bears why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def failures(
    cases: Iterable[tuple[Path, Case]], rules_from: RulesFrom, names: CaseNames
) -> Iterator[Problem]:
    """Yield why tests fail, each at its path; nothing for those that hold."""
    for path, case in cases:
        yield from failures_of(case, path, rules_from(case.given.start), names)


def failures_of(case: Case, path: Path, rules: Rules, names: CaseNames) -> Iterator[Problem]:
    """Yield why one test fails; the rules are those of its start."""
    try:
        state = _decided(case, path, rules, names)
    except _StoppedError as stopped:
        yield stopped.problem
        return
    asking = Asking(rules, state, seat_of(rules, case.given))
    for index, claim in enumerate(case.then):
        at = (*path, "then", index)
        if isinstance(claim, Asked):
            yield from _of_asked(claim, at, rules, state, case)
        elif not asking.holds(claim):
            found = asking.found(claim, names.asked)
            so = f": {found}" if found else ""
            yield _failure(at, f"{_quoted(claim)} does not hold{so}", case)


def _decided(case: Case, path: Path, rules: Rules, names: CaseNames) -> State:
    """Return the state after the last line, and after all that others decide upon it."""
    given = case.given
    try:
        state = begun(rules, given, names)
    except AmurError as error:
        raise _StoppedError(_failure((*path, "given"), str(error), case)) from error
    policies = None if given.both_chairs else policies_of(rules, given)
    own = seat_of(rules, given)
    for index, (seat, words) in enumerate(case.when):
        at = (*path, "when", index, seat) if seat else (*path, "when", index)
        wanted = rules.table.seats.index(seat) if seat else state.seat if policies is None else own
        state = _led_to(wanted, state, rules, policies, own)
        state = _decide(words, wanted, state, rules, at, case)
    return _led_to(own, state, rules, policies, own)


def _led_to(wanted: int, state: State, rules: Rules, policies: Policies | None, own: int) -> State:
    """Let the other chair decide until it is for a seat to decide, or for one's own."""
    while policies and state.ended is None and state.seat not in (wanted, own):
        view = rules.seen_by(state.seat, state)
        decision = policies[state.seat].choose(view, rules.legal_decisions(state))
        state = rules.follow(state, decision)
    return state


def _decide(words: str, seat: int, state: State, rules: Rules, at: Path, case: Case) -> State:
    """Return what follows a line."""
    seats = rules.table.seats
    if state.ended is not None:
        message = f"the talks are over before this line: {state.ended}"
        raise _StoppedError(_failure(at, message, case))
    if state.seat != seat:
        message = f"it is for {seats[state.seat]} to decide, not for {seats[seat]}"
        raise _StoppedError(_failure(at, message, case, open_to(rules, state)))
    try:
        return rules.apply(state, parsed(words, rules.table, state)).state
    except AmurError as error:
        message = f"{seats[seat]} cannot decide “{words}”: {error}"
        raise _StoppedError(_failure(at, message, case, open_to(rules, state))) from error


def _of_asked(
    claim: Asked, path: Path, rules: Rules, state: State, case: Case
) -> Iterator[Problem]:
    """Yield why a decision is not open, or not closed, as it should be."""
    key, words = ("may", claim.may) if claim.may else ("may-not", claim.may_not)
    at = (*path, key)
    if state.ended is not None:
        yield _failure(at, f"the talks are over, and nobody decides: {state.ended}", case)
        return
    seat = rules.table.seats[state.seat]
    try:
        rules.apply(state, parsed(words, rules.table, state))
    except IllegalDecisionError as refused:
        if claim.may:
            message = f"{seat} may not “{words}”: {refused}"
            yield _failure(at, message, case, open_to(rules, state))
        elif claim.why.casefold() not in str(refused).casefold():
            message = f"the reason is another: {refused}"
            yield _failure((*path, "why"), message, case)
    except AmurError as error:
        yield _failure(at, f"“{words}” is no decision here: {error}", case)
    else:
        if claim.may_not:
            yield _failure(at, f"{seat} may “{words}”", case)


def open_to(rules: Rules, state: State) -> str:
    """Return in a line what the seat to move may decide.

    Such as `open to north: choose dawn wake, choose dawn wait`.
    """
    kinds = list(dict.fromkeys(_kinds(rules.legal_decisions(state))))
    more = len(kinds) - MOST_SHOWN
    rest = [f"{more} others"] if more > 0 else []
    seat = rules.table.seats[state.seat]
    return f"open to {seat}: {', '.join([*kinds[:MOST_SHOWN], *rest])}"


def _kinds(legal: Legal) -> Iterator[str]:
    for head in legal.heads:
        about = head.about if head.verb == "choose" else ()
        yield " ".join(filter(None, (head.verb, head.name, *about)))


def _quoted(claim: Expression) -> str:
    return f"“{claim.text}”"


def _failure(path: Path, message: str, case: Case, hint: str = "") -> Problem:
    because = case.because.rstrip(".")
    mend = f"{MEND}, which says: {because}" if because else MEND
    return Problem(path, Code.FAILED_CASE, message, hint or mend)
