"""What is wrong in a scenario that can be read: every fault, each at its place."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.anachronism_lint import anachronisms
from game.scenario.campaign_lint import campaign_problems
from game.scenario.campaign_model import Campaign
from game.scenario.dominated_lint import check_dominated
from game.scenario.event_lint import check_notes
from game.scenario.faults import Fault, Places, Problem, located
from game.scenario.known import known, notes_set
from game.scenario.lint_kinds import CHECKS
from game.scenario.model import (
    Scenario,
)
from game.scenario.text_lint import (
    check_empty,
    check_sources,
)
from game.scenario.things import things


def faults(
    scenario: Scenario | Campaign, places: Places, *, doubting: bool = True
) -> Iterator[Fault]:
    """Yield every fault of a scenario; those that are `doubts` only if they are asked for."""
    return (located(problem, places) for problem in problems(scenario, doubting=doubting))


def problems(scenario: Scenario | Campaign, *, doubting: bool = True) -> Iterator[Problem]:
    """Yield everything wrong in a scenario, or in a campaign, at its path."""
    if isinstance(scenario, Campaign):
        return campaign_problems(scenario, doubting=doubting)
    return _problems(scenario, doubting=doubting)


def _problems(scenario: Scenario, *, doubting: bool) -> Iterator[Problem]:
    """Yield everything wrong in a scenario, at its path; not all of it if it is only to be played.

    Without `doubting`, what can never be is passed over: no error, and the longest to find.
    """
    context = known(scenario)
    written = things(scenario)
    for path, thing in written:
        for check in CHECKS.get(type(thing), ()):
            yield from check(thing, path, context)
    yield from check_notes(written, notes_set(scenario))
    yield from check_dominated(written, context)
    yield from check_sources(written, scenario.sources)
    yield from check_empty(written)
    if doubting:
        from game.scenario.possible_lint import doubts  # what is only played has no need of it

        yield from doubts(context, written)
    yield from anachronisms(context, written, doubting=doubting)
