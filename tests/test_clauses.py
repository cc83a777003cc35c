"""Each kind of effect does what its cases in cases/clauses say.

says   what holds
free   the tiny scenario's scenes that ask nothing here of when they come
given  how the talks of the tiny scenario stand before, by name; `seat` is who chooses
when   the effects of what is chosen, as an author writes them
then   a condition in the author's language
comes  which scene comes before the claimant in a sitting
knows  fields of the state
told   everything that is told of it, the choice itself left out

The kinds in `OF_SEASONS` are chosen in a season of a campaign, whose one table is the tiny
scenario's; `stands` is how many seasons then pass before `then`, `knows` and `told` are looked at.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from game.files.scenarios import read_scenario
from game.rules import CampaignRules, Rules, parsed
from game.rules.moment import Moment
from game.scenario.authored import ById
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import KINDS
from game.scenario.event_model import Event
from game.scenario.expressions import parse
from game.scenario.faults import Severity
from game.scenario.lint import problems
from game.scenario.model import AnyScenario, Track
from game.scenario.season_model import Seasons
from game.state import CLAIMANT, Decision, Phase, State, Turn

HERE = Path(__file__).parent / "cases"
TINY = read_scenario(HERE / "tiny")
OF_SEASONS = {"later", "open-table", "ledger"}


class Case(NamedTuple):
    """One case of an effect."""

    kind: str
    said: dict[str, Any]

    @property
    def says(self) -> str:
        """What holds."""
        return str(self.said["says"])


def cases() -> list[Case]:
    """Return every case of every kind."""
    paths = sorted((HERE / "clauses").glob("*.yaml"))
    return [
        Case(path.stem, said)
        for path in paths
        for said in yaml.load(path.read_text(), yaml.BaseLoader)
    ]


def rules_for(said: dict[str, Any]) -> Rules:
    """Return the rules of a scenario in which a scene `now` lets one choose these effects."""
    free = {id: TINY.events[id].model_copy(update={"when": None}) for id in said.get("free", ())}
    events = ById({**TINY.events, **free, "now": now(said)})
    scenario = TINY.model_copy(update={"events": events})
    assert all(problem.severity is Severity.WARNING for problem in problems(scenario))
    return Rules(scenario)


def now(said: dict[str, Any]) -> Event:
    """Return the scene that lets one choose the effects of a case."""
    choices = {
        "so": {"say": "So.", "do": said["when"]},
        "otherwise": {"say": "Otherwise.", "do": {"note": ["mended", "thanked"]}},
    }
    scene = {"title": "Now", "text": "Now.", "choices": choices, "invented": "true"}
    return Event.model_validate({**scene, "seat": said.get("given", {}).get("seat", "ferryman")})


def seasons_for(said: dict[str, Any]) -> CampaignRules:
    """Return the rules of a campaign in whose seasons `now` lets one choose these effects."""
    shared = {name: getattr(TINY, name) for name in AnyScenario.model_fields}
    toll = {"label": "The drowned", "range": "0-100", "start": "0", "seen-by": "all"}
    seasons = {"seat": "ferryman", "from": "spring 1858", "to": "spring 1860", "purse": "flood"}
    at_table = {id: e.model_copy(update={"table": "ferry"}) for id, e in TINY.events.items()}
    shared |= {
        "tracks": ById({**TINY.tracks, "toll": Track.model_validate(toll)}),
        "starts": ById(),
        "events": ById({**at_table, "now": now(said)}),
        "seasons": Seasons.model_validate({**seasons, "quiet": "100"}),
        "tables": ById({"ferry": TINY.table}),
        "actions": ById(),
    }
    return CampaignRules(Campaign.model_construct(**shared))


def before_season(rules: CampaignRules, given: dict[str, Any]) -> State:
    """Return the state of the first season in which the scene `now` waits for a choice."""
    state = rules.opening("history")
    levels = [
        int(given.get(id, level)) for id, level in zip(rules.levels, state.levels, strict=True)
    ]
    scene = rules.scenes.by_id["now"].index
    return state._replace(phase=Phase.SCENE, scene=scene, levels=tuple(levels))


def before(rules: Rules, given: dict[str, Any]) -> State:
    """Return the state in which the scene `now` waits for a choice, the ice met before."""
    state = rules.opening("history")
    changes: dict[str, Any] = {
        "phase": Phase.SCENE,
        "scene": rules.scenes.by_id["now"].index,
        "seat": rules.table.seats.index(given.get("seat", "ferryman")),
        "met": frozenset(rules.scenes.by_id[scene].index for scene in given.get("met", ["ice"])),
    }
    for name, value in given.items():
        match name:
            case "seat" | "met":
                pass
            case "paper" | "word":
                changes[name] = parsed(f"offer {value}", rules.table).paper
            case "notes":
                changes["notes"] = frozenset(value)
            case "due":
                changes["due"] = ((rules.scenes.by_id[value].index, 1),)
            case "flood":
                changes["levels"] = (int(value),)
            case _:
                changes[name] = int(value)
    return state._replace(**changes)


def coming(rules: Rules, state: State, sitting: int) -> str:
    """Return the scene that comes before the claimant in a sitting, or `nothing`."""
    at = rules.scenes.next_for(Moment(state._replace(sitting=sitting)), CLAIMANT)
    return rules.scenes.all[at].id if at >= 0 else "nothing"


def told(turn: Turn) -> list[str]:
    """Return what is told of a turn, each entry in its words."""
    return [
        " ".join([entry.what, *(str(value) for _, value in entry.data)])
        for entry in turn.entries
        if entry.what not in ("chose", "scene-came")
    ]


def named(case: Case) -> str:
    """Return what a case is called among the tests."""
    return f"{case.kind}: {case.says}"


@pytest.mark.parametrize("case", [c for c in cases() if c.kind not in OF_SEASONS], ids=named)
def test_an_effect_does_what_its_case_says(case):
    rules, said = rules_for(case.said), case.said
    turn = rules.apply(before(rules, said.get("given", {})), Decision("choose", "now", ("so",)))
    if "then" in said:
        assert rules.formulas.condition(parse(said["then"]))(turn.state)
    for sitting, scene in said.get("comes", {}).items():
        assert coming(rules, turn.state, int(sitting)) == scene
    for field, value in said.get("knows", {}).items():
        assert _as_text(getattr(turn.state, field)) == value
    if "told" in said:
        assert told(turn) == said["told"]


@pytest.mark.parametrize("case", [c for c in cases() if c.kind in OF_SEASONS], ids=named)
def test_an_effect_on_the_seasons_does_what_its_case_says(case):
    rules, said = seasons_for(case.said), case.said
    state = before_season(rules, said.get("given", {}))
    turns = [rules.apply(state, Decision("choose", "now", ("so",)))]
    for _ in range(int(said.get("stands", 0))):
        turns.append(rules.apply(turns[-1].state, Decision("stand")))
    state = turns[-1].state
    assert rules.condition(parse(said["then"]))(state)
    for field, value in said.get("knows", {}).items():
        assert _as_text(getattr(state, field)) == value
    assert [what for turn in turns for what in told(turn)] == said["told"]


def _as_text(value: object) -> object:
    if value is None:
        return "null"
    return [str(item) for item in value] if isinstance(value, tuple) else str(value)


def test_every_kind_of_effect_has_cases():
    assert {case.kind for case in cases()} == {*KINDS, "change", "set", "offer"}
