"""What is wrong in a scenario that can be read: every fault, each at its place.

One function a kind of thing; a new kind of fault is a new function in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from game.scenario.anachronism_lint import anachronisms
from game.scenario.authored import Authored
from game.scenario.calendar_lint import check_happening, check_life, check_road
from game.scenario.calendar_model import Happening, Life, Road, Water
from game.scenario.campaign_lint import campaign_problems
from game.scenario.campaign_model import Campaign
from game.scenario.court_model import Sentence
from game.scenario.dominated_lint import check_dominated
from game.scenario.ending_model import Dossiers, Ending, Letter, Part, Witness
from game.scenario.event_lint import check_choice, check_event, check_notes, check_risk
from game.scenario.event_model import Choice, Event, Risk
from game.scenario.faults import Fault, Path, Places, Problem, located
from game.scenario.known import Known, known
from game.scenario.map_lint import (
    check_caption,
    check_edges,
    check_map,
    check_map_issue,
    check_redrawing,
    check_tract,
)
from game.scenario.map_model import Caption, Edges, Map, MapIssue, Redrawing, Tract
from game.scenario.model import (
    Adviser,
    AnyScenario,
    Line,
    Page,
    Scenario,
    Seat,
    Start,
    Track,
)
from game.scenario.people_model import Need, Person, Quantities
from game.scenario.story_lint import (
    check_adviser,
    check_cover,
    check_dossiers,
    check_ending,
    check_letter,
    check_line,
    check_part,
    check_seat,
    check_start,
    check_track,
)
from game.scenario.table_lint import (
    check_act,
    check_ground,
    check_issue,
    check_need,
    check_news,
    check_option,
    check_pair,
    check_person,
    check_quantities,
    check_sentence,
    check_table,
)
from game.scenario.table_model import Act, Ground, Issue, News, Option, Pair, Table
from game.scenario.text_lint import (
    check_accounts,
    check_cited,
    check_empty,
    check_first_scene,
    check_length,
    check_sources,
)
from game.scenario.things import things

Check = Callable[[Any, Path, Known], Iterator[Problem]]

CHECKS: Mapping[type[Authored], tuple[Check, ...]] = {
    Scenario: (check_cover, check_length),
    Seat: (check_seat,),
    Track: (check_track,),
    Start: (check_start, check_length),
    Table: (check_table,),
    Issue: (check_issue,),
    Option: (check_option,),
    Pair: (check_pair,),
    News: (check_news, check_length, check_cited),
    Quantities: (check_quantities,),
    Ground: (check_ground,),
    Sentence: (check_sentence,),
    Need: (check_need,),
    Person: (check_person,),
    Act: (check_act,),
    Event: (check_event, check_accounts, check_first_scene, check_length, check_cited),
    Choice: (check_choice, check_length),
    Risk: (check_risk, check_length),
    Ending: (check_ending, check_length, check_cited),
    Dossiers: (check_dossiers,),
    Letter: (check_letter,),
    Part: (check_part,),
    Witness: (check_part,),
    Adviser: (check_adviser, check_cited),
    Line: (check_line,),
    Page: (check_length, check_cited),
    Map: (check_map,),
    Edges: (check_edges,),
    Caption: (check_caption,),
    Tract: (check_tract,),
    MapIssue: (check_map_issue,),
    Redrawing: (check_redrawing,),
    Life: (check_life, check_cited),
    Happening: (check_happening, check_cited),
    Road: (check_road, check_cited),
    Water: (check_cited,),
}
"""What is asked of each kind of thing."""


def faults(scenario: AnyScenario, places: Places, *, doubting: bool = True) -> Iterator[Fault]:
    """Yield every fault of a scenario; those that are `doubts` only if they are asked for."""
    return (located(problem, places) for problem in problems(scenario, doubting=doubting))


def problems(scenario: AnyScenario, *, doubting: bool = True) -> Iterator[Problem]:
    """Yield everything wrong in a scenario, or in a campaign, at its path."""
    if isinstance(scenario, Campaign):
        return campaign_problems(scenario, doubting=doubting)
    assert isinstance(scenario, Scenario)
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
    yield from check_notes(written, context)
    yield from check_dominated(written, context)
    yield from check_sources(written, context)
    yield from check_empty(written, context)
    if doubting:
        from game.scenario.possible_lint import doubts  # what is only played has no need of it

        yield from doubts(context, written)
    yield from anachronisms(context, written)
