"""What of a campaign was seen in a play, and what there is to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.coach.seasons.endings import epilogue
from game.coach.seen import Seen
from game.record import Record
from game.rules import CampaignRules
from game.rules.seasons.orders import ACT
from game.scenario.campaign_model import Campaign
from game.state import Phase, State


def to_be_seen(campaign: Campaign) -> Seen:
    """Return all there is for whoever decides in the seasons: scenes, choices, orders, endings.

    Those of the tables count, and their acts; an act that several tables have, once.
    """
    seat = campaign.seasons.seat
    scenes = {id: event for id, event in campaign.events.items() if event.seat == seat}
    acts = {
        id for table in campaign.tables.values() for id, a in table.acts.items() if seat in a.seats
    }
    return Seen(
        frozenset(scenes),
        frozenset((id, choice) for id, event in scenes.items() for choice in event.choices),
        frozenset(campaign.actions) | frozenset(acts),
        frozenset(id for id, piece in campaign.endings.items() if piece.seat in (None, seat)),
    )


def seen_in(rules: CampaignRules, record: Record, ends: Iterable[State]) -> Seen:
    """Return what was seen in a play; `ends` are the states at the ends of its lines."""
    whole, seat = to_be_seen(rules.scenario), rules.seats[0]
    choices, acts = set[tuple[str, str]](), set[str]()
    for node in record.nodes.values():
        match node.decision_text.split():
            case ["choose", scene, choice] if node.seat_id == seat:
                choices.add((scene, choice))
            case [verb, name, *_] if node.seat_id == seat and verb in (ACT, "tactic"):
                acts.add(name)
    states = list(ends)
    return Seen(
        whole.scenes & ({scene for scene, _ in choices} | set(_waiting(rules, states))),
        whole.choices & choices,
        whole.acts & acts,
        frozenset(
            piece.id
            for state in states
            if rules.outcome(state) is not None
            for piece in epilogue(rules, state)
        ),
    )


def _waiting(rules: CampaignRules, states: Iterable[State]) -> Iterator[str]:
    """Yield the scenes that wait for a choice where lines end."""
    for state in states:
        if state.phase == Phase.SCENE and state.scene >= 0:
            scenes = rules.at(state).scenes.all if state.at else rules.scenes.all
            yield scenes[state.scene].id
