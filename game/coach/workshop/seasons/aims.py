"""What can be reached in a campaign, each thing by its kind and id: `option:TABLE.ISSUE.OPTION`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from game.rules import CampaignRules


class Kind(StrEnum):
    """What sort of thing can be reached."""

    EVENT = "event"
    CHOICE = "choice"
    ACTION = "action"
    """An order of a season, with its target."""
    OPTION = "option"
    """A paper that was signed holds it."""
    TACTIC = "tactic"
    ENDING = "ending"

    @property
    def told(self) -> str:
        """What a person is told it is."""
        return {Kind.TACTIC: "act", Kind.ACTION: "order"}.get(self, self.value)


class Aim(NamedTuple):
    """Something that a play of a campaign can reach.

    >>> str(Aim(Kind.ACTION, "survey.kizi"))
    'action:survey.kizi'
    """

    kind: Kind
    id: str
    """Of what lies within something, that one's id and a dot before it."""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def told(self) -> str:
        """The same as a person is told it."""
        return f"{self.kind.told}:{self.id}"


def aim_named(name: str) -> Aim:
    """Return what a text names, such as `action:survey.kizi`."""
    kind, _, id = name.partition(":")
    return Aim(Kind(kind), id)


def aims(rules: CampaignRules) -> tuple[Aim, ...]:
    """Return everything that can be reached, kind by kind, in the author's order."""
    return tuple(_aims(rules))


def scene_of(aim: Aim) -> Aim | None:
    """Return the scene in which a choice is made; `None` for what is no choice."""
    event, _, _ = aim.id.partition(".")
    return Aim(Kind.EVENT, event) if aim.kind is Kind.CHOICE else None


def order_id(rules: CampaignRules, place: int) -> str:
    """Return an order by its action, and its target behind a dot."""
    feat = rules.orders.all[place]
    return f"{feat.action}.{feat.target}" if feat.target else feat.action


def _aims(rules: CampaignRules) -> Iterator[Aim]:
    scenario = rules.scenario
    yield from (Aim(Kind.EVENT, id) for id in scenario.events)
    for event, scene in scenario.events.items():
        yield from (Aim(Kind.CHOICE, f"{event}.{choice}") for choice in scene.choices)
    yield from (Aim(Kind.ACTION, order_id(rules, feat.place)) for feat in rules.orders.all)
    for table, written in scenario.tables.items():
        for id, issue in written.issues.items():
            yield from (Aim(Kind.OPTION, f"{table}.{id}.{option}") for option in issue.options)
    for table, written in scenario.tables.items():
        yield from (Aim(Kind.TACTIC, f"{table}.{act}") for act in written.acts)
    yield from (Aim(Kind.ENDING, id) for id in scenario.endings)
