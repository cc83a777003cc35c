"""What is asked of each kind of thing, wherever it stands.

One function a kind of thing; a new kind of fault is a new function in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from game.scenario.act_lint import check_act
from game.scenario.alone_lint import check_alone
from game.scenario.authored import Authored
from game.scenario.calendar_lint import check_happening, check_life, check_road
from game.scenario.calendar_model import Happening, Life, Road, Water
from game.scenario.court_model import Sentence
from game.scenario.ending_model import Dossiers, Ending, Letter, Part, Witness
from game.scenario.event_lint import check_choice, check_event, check_risk
from game.scenario.event_model import Choice, Event, Risk
from game.scenario.faults import Path, Problem
from game.scenario.known import Known
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
    check_first_scene,
    check_length,
)

Check = Callable[[Any, Path, Known], Iterator[Problem]]

CHECKS: Mapping[type[Authored], tuple[Check, ...]] = {
    Scenario: (check_cover, check_length),
    Seat: (check_seat,),
    Track: (check_track, check_alone),
    Start: (check_start, check_length, check_alone),
    Table: (check_table, check_alone),
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
    Event: (
        check_event,
        check_accounts,
        check_first_scene,
        check_length,
        check_cited,
        check_alone,
    ),
    Choice: (check_choice, check_length),
    Risk: (check_risk, check_length),
    Ending: (check_ending, check_length, check_cited),
    Dossiers: (check_dossiers,),
    Letter: (check_letter,),
    Part: (check_part,),
    Witness: (check_part,),
    Adviser: (check_adviser, check_cited, check_alone),
    Line: (check_line,),
    Page: (check_length, check_cited),
    Map: (check_map, check_alone),
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
