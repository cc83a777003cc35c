"""What can be reached in a scenario, each thing by its kind and id: `choice:EVENT.CHOICE`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from game.scenario.model import Scenario


class Kind(StrEnum):
    """What sort of thing can be reached."""

    EVENT = "event"
    CHOICE = "choice"
    OPTION = "option"
    """A signed paper holds it."""
    TACTIC = "tactic"
    ENDING = "ending"

    @property
    def told(self) -> str:
        """What a person is told it is; an act is a `tactic` in records and objects alone."""
        return "act" if self is Kind.TACTIC else self.value


class Aim(NamedTuple):
    """Something that a play can reach.

    >>> str(Aim(Kind.CHOICE, "weeping-envoy.refuse"))
    'choice:weeping-envoy.refuse'
    """

    kind: Kind
    id: str
    """As it is written; of what lies within something, that one's id and a dot before it."""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def told(self) -> str:
        """The same as a person is told it: `act:tea`."""
        return f"{self.kind.told}:{self.id}"


def aims(scenario: Scenario) -> tuple[Aim, ...]:
    """Return everything that can be reached, kind by kind, in the author's order."""
    return tuple(_aims(scenario))


def scene_of(aim: Aim) -> Aim | None:
    """Return the scene in which a choice is made; `None` for what is no choice.

    >>> str(scene_of(Aim(Kind.CHOICE, "weeping-envoy.refuse")))
    'event:weeping-envoy'
    """
    event, _, _ = aim.id.partition(".")
    return Aim(Kind.EVENT, event) if aim.kind is Kind.CHOICE else None


def _aims(scenario: Scenario) -> Iterator[Aim]:
    events, table = scenario.events, scenario.table
    yield from (Aim(Kind.EVENT, id) for id in events)
    for event, scene in events.items():
        yield from (Aim(Kind.CHOICE, f"{event}.{choice}") for choice in scene.choices)
    for id, issue in table.issues.items():
        yield from (Aim(Kind.OPTION, f"{id}.{option}") for option in issue.options)
    yield from (Aim(Kind.TACTIC, act) for act in table.acts)
    yield from (Aim(Kind.ENDING, id) for id in scenario.endings)
