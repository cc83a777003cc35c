"""What is wrong with a scenario that only shows when its rules are asked: zones, and history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import prod

from game.coach.words_for import points
from game.coach.workshop.seasons.tables import alone, held
from game.errors import AmurError
from game.negotiation.packages import every_package
from game.negotiation.value import value
from game.record import Record
from game.record.digests import digest
from game.record.replay import check_scenario, played
from game.rules import CampaignRules, Game, Rules
from game.scenario import Scenario
from game.scenario.faults import Code, Path, Problem, Severity
from game.state import CLAIMANT, HOST, State

MOST_PACKAGES = 500_000
"""Of all starts together; beyond them the zone is not laid out."""
_WALKS: Path = ("table", "walk-away")


def zone_problems(scenario: Scenario) -> Iterator[Problem]:
    """Yield a warning where, at every start, no paper or every paper suits the two common men.

    One start may have no zone on purpose.
    """
    starts = (None, *scenario.starts)
    if _packages(scenario) * len(starts) <= MOST_PACKAGES:
        yield from _of_zone((Rules(scenario, start) for start in starts), _WALKS)


def table_problems(rules: CampaignRules) -> Iterator[Problem]:
    """Yield what is wrong with the zone of each table of a campaign, and with what history signed.

    A table is looked at as the documented line sat down at it, or else as at the opening; that the
    opening has no zone is no fault where a line came there later.
    """
    line = held(rules)
    for id, talks in zip(rules.scenario.tables, rules.talks, strict=True):
        at = alone(rules, id)
        if _packages(talks.rules.scenario) <= MOST_PACKAGES:
            yield from _of_zone([at], ("tables", id, *_WALKS[1:]))
        if id in line:
            for problem in history_problems(at, line[id].end):
                yield problem._replace(path=("tables", id, *problem.path[1:]))
            for why in signed_outside(at, line[id].end):
                hint = "mend the walk-away, or what the options of history are worth there"
                path: Path = ("tables", id, *_WALKS[1:])
                yield Problem(path, Code.OUTSIDE_ZONE, why, hint, Severity.WARNING, at_key=True)


def _packages(scenario: Scenario) -> int:
    return prod(len(issue.options) for issue in scenario.table.issues.values())


def _of_zone(from_starts: Iterable[Rules], path: Path) -> Iterator[Problem]:
    some_suit = some_do_not = False
    for rules in from_starts:
        for does in _suiting(rules):
            some_suit, some_do_not = some_suit or does, some_do_not or not does
            if some_suit and some_do_not:
                return
    if some_suit:
        message = "every paper there can be leaves both with more than no paper"
        hint = "raise a walk-away, or take worth from the options that a seat should refuse"
        yield _warning(Code.TOTAL_ZONE, message, hint, path)
    elif some_do_not:
        message = "no paper leaves both with as much as no paper would"
        hint = "lower a walk-away, or make the options worth more to the seat that wants them less"
        yield _warning(Code.EMPTY_ZONE, message, hint, path)


def _suiting(rules: Rules) -> Iterator[bool]:
    """Yield of every package whether both common men would sooner have it than none."""
    table = rules.table
    state = rules.opening("1")
    least = [rules.formulas.walk(seat, state) for seat in (CLAIMANT, HOST)]
    for package in every_package(table.sizes):
        yield all(value(package, table.utilities[seat]) >= least[seat] for seat in (CLAIMANT, HOST))


def _warning(code: Code, message: str, hint: str, path: Path) -> Problem:
    return Problem(path, code, message, hint, Severity.WARNING, at_key=True)


def history_stops(rules: Game, record: Record) -> tuple[int, str] | None:
    """Return the node at which a documented line does not go on as recorded, and why.

    Layout and words of a scenario may change; the states that follow may not.
    """
    try:
        check_scenario(rules, record)
    except AmurError as error:
        return 0, str(error)
    state = rules.opening(record.heading.seed)
    for node in record.main_line():
        try:
            state = played(rules, state, node).state
        except AmurError as error:
            return node.id, str(error)
        if node.digest and node.digest != digest(state):
            return node.id, f"it leads to state {digest(state)}; the record says {node.digest}"
    return None


def history_end(rules: Rules, record: Record) -> State:
    """Return the state in which a line that replays ends."""
    state = rules.opening(record.heading.seed)
    for node in record.main_line():
        state = played(rules, state, node).state
    return state


def history_problems(rules: Rules, state: State) -> Iterator[Problem]:
    """Yield what history signed otherwise than the options say that are marked as history."""
    table = rules.table
    issues = rules.scenario.table.issues
    marked = {
        id: o for id, issue in issues.items() for o in issue.options if issue.options[o].history
    }
    if state.treaty is None:
        if marked:
            yield _unreached(("table", "issues"), "history.amur ends without a paper")
    else:
        for issue, options, chosen in zip(table.issues, table.options, state.treaty, strict=True):
            if issue in marked and marked[issue] != options[chosen]:
                message = f"history.amur signs {options[chosen]}, and {marked[issue]} is marked"
                path: Path = ("table", "issues", issue, "options", marked[issue], "history")
                yield _unreached(path, message)


def signed_outside(rules: Rules, state: State) -> Iterator[str]:
    """Yield why the paper that history signs lies outside the zone of those who signed it."""
    scenario = rules.scenario
    if state.treaty is None:
        return
    for seat, id in enumerate(rules.table.seats):
        man = state.men[seat]
        worth = value(state.treaty, man.utility if man else rules.table.utilities[seat])
        least = rules.formulas.walk_of_man(seat, state)
        if worth < least:
            name, he = scenario.seats[id].name, scenario.seats[id].pronoun
            yield (
                f"{name} signs what is worth {points(worth)} points to {he.him}; without a paper "
                f"{he} keeps {points(least)}"
            )


def _unreached(path: Path, message: str) -> Problem:
    hint = "mark what history.amur signs, or play history anew"
    return Problem(path, Code.HISTORY_NOT_REACHABLE, message, hint, Severity.WARNING)
