"""Each kind of effect does what its cases in cases/clauses say.

says   what holds
given  how the talks of the tiny scenario stand before, by name; `seat` is who chooses
when   the effects of what is chosen, as an author writes them
then   a condition in the author's language
comes  which scene comes before the claimant in a sitting
knows  fields of the state
told   everything that is told of it, the choice itself left out
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from game.files.scenarios import read_scenario
from game.rules import Rules, parsed
from game.rules.moment import Moment
from game.scenario.authored import ById
from game.scenario.clauses import KINDS
from game.scenario.event_model import Event
from game.scenario.expressions import parse
from game.scenario.faults import Severity
from game.scenario.lint import problems
from game.state import CLAIMANT, Decision, Phase, State, Turn

HERE = Path(__file__).parent / "cases"
TINY = read_scenario(HERE / "tiny")


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
    choices = {
        "so": {"say": "So.", "do": said["when"]},
        "otherwise": {"say": "Otherwise.", "do": {"note": ["mended", "thanked"]}},
    }
    scene = {"title": "Now", "text": "Now.", "choices": choices, "invented": "true"}
    now = Event.model_validate({**scene, "seat": said.get("given", {}).get("seat", "ferryman")})
    events = ById({**TINY.events, "now": now})
    scenario = TINY.model_copy(update={"events": events})
    assert all(problem.severity is Severity.WARNING for problem in problems(scenario))
    return Rules(scenario)


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
            case "paper":
                changes["paper"] = parsed(f"offer {value}", rules.table).paper
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


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.kind}: {case.says}")
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


def _as_text(value: object) -> object:
    if value is None:
        return "null"
    return [str(item) for item in value] if isinstance(value, tuple) else str(value)


def test_every_kind_of_effect_has_cases():
    assert {case.kind for case in cases()} == {*KINDS, "change", "set", "offer"}
