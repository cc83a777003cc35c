"""What a play of a campaign that is led somewhere is to do, and to leave undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from game.coach.workshop.attempts import some_paper
from game.coach.workshop.directed import Route
from game.rules import CampaignRules
from game.scenario.event_model import Event
from game.scenario.expressions import names_used


class Failing(NamedTuple):
    """How talks are to end without a paper."""

    spent: bool
    """The host's patience is to be spent; else whoever sits opposite goes home."""
    pressed: bool
    """The host is to be threatened first."""


@dataclass(slots=True)
class CampaignRoute:
    """What a play is to do, and to leave undone; tables by their index."""

    choices: set[str] = field(default_factory=set)
    """As `EVENT.CHOICE`."""
    shunned: set[str] = field(default_factory=set)
    orders: set[int] = field(default_factory=set)
    """By their places."""
    avoided: set[int] = field(default_factory=set)
    pulls: dict[int, int] = field(default_factory=dict)
    """By the place of a track how much it is to rise (+) or to fall (-), beside others."""
    opens: set[int] = field(default_factory=set)
    silent: set[int] = field(default_factory=set)
    """Where nothing is to be signed."""
    disowned: set[int] = field(default_factory=set)
    """Where it is to be signed in order to be disowned."""
    twice: dict[int, Failing] = field(default_factory=dict)
    """How talks are to fail that are to be held again."""
    terms: dict[int, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    twists: set[str] = field(default_factory=set)
    tables: dict[int, Route] = field(default_factory=dict)

    def hold_twice(self, at: int, event: Event, lot: int) -> None:
        """Let the talks of a table be held twice if a scene at it asks for earlier ones."""
        asked = names_used(event.when) if event.when is not None else ()
        if {f"held.{event.table}", f"ended.{event.table}"} & set(asked):
            self.opens.add(at)
            self.twice[at] = Failing(lot % 2 == 0, lot // 2 % 2 == 0)


def at_tables(
    rules: CampaignRules, route: CampaignRoute, act: tuple[int, str] | None, number: int
) -> dict[int, Route]:
    """Return by table where its talks are to go, an act of one of them if it is asked for."""
    found = {}
    for talks in rules.talks:
        at = talks.index
        sittings = talks.rules.table.sittings
        paper = some_paper(talks.rules, route.terms.get(at, {}), number)
        quiet = at in route.silent or (act is not None and act[0] == at)
        late = act is None and at not in route.terms and number % 3 == 2
        found[at] = Route(
            frozenset(route.choices),
            act=act[1] if act is not None and act[0] == at else "",
            paper=None if quiet or (number % 4 == 3 and at not in route.terms) else paper,
            sentences=number // sittings % 3,
            pressure=number // 7 % 3,
            sitting=sittings if late else 1 + number % sittings,
        )
    return found
