"""What the advisers of the seasons say before a scene, and how often each was right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.invented import office_of
from game.coach.seasons.foretold import foretells
from game.rules import CampaignRules
from game.scenario.model import Adviser
from game.state import Phase, State, View

BOTH = 2


class Word(NamedTuple):
    """What one adviser says of a scene."""

    id: str
    adviser: Adviser
    say: str
    choice: str
    """What he would choose, by id."""
    for_: str
    """What he would choose, as the one who chooses would say it."""
    foretells: str
    """What he foretells of it, in a sentence; empty where he foretells nothing."""
    record: str
    """How often he was right before, as `right once of 2`; empty before he foretold anything."""

    @property
    def name(self) -> str:
        """Who speaks, and what he is."""
        return f"{self.adviser.name}, {office_of(self.adviser)}"


class Standing(NamedTuple):
    """An adviser of the seasons and how often he was right."""

    id: str
    adviser: Adviser
    right: int
    told: int
    is_there: bool
    """He is there to be asked now."""


def counsel(rules: CampaignRules, view: View, mode: str) -> tuple[Word, ...]:
    """Return what advisers say of the scene that waits for a choice; nothing outside one."""
    return tuple(_words(rules, view.state, mode))


def records(rules: CampaignRules, view: View) -> tuple[Standing, ...]:
    """Return how often each adviser of the seasons was right, in the author's order."""
    state = view.state
    return tuple(
        Standing(id, rules.scenario.advisers[id], right, told, _is_there(rules, id, state))
        for id, (right, told) in zip(rules.scenes.counsels.advisers, state.proved, strict=True)
    )


def record_said(right: int, told: int) -> str:
    """Return how often somebody was right, in figures as one adviser is read beside another.

    Empty where he foretold nothing.

    >>> record_said(7, 11), record_said(2, 14), record_said(1, 2), record_said(2, 2)
    ('right 7 times of 11', 'right twice of 14', 'right once of 2', 'right both times')
    >>> record_said(1, 1), record_said(0, 1), record_said(0, 3), record_said(0, 0)
    ('right the one time', 'wrong the one time', 'never right of 3', '')
    """
    if told <= 1:
        return ("", f"{'right' if right else 'wrong'} the one time")[told]
    if right == told:
        return "right both times" if told == BOTH else f"right all {told:,} times"
    times = {0: "never right", 1: "right once", 2: "right twice"}
    return f"{times.get(right, f'right {right:,} times')} of {told:,}"


def _words(rules: CampaignRules, state: State, mode: str) -> Iterator[Word]:
    if state.phase != Phase.SCENE or state.at:
        return
    event = rules.scenario.events[rules.scenes.all[state.scene].id]
    places = {id: at for at, id in enumerate(rules.scenes.counsels.advisers)}
    for id, said in event.counsel.items():
        if id not in places or not _is_there(rules, id, state):
            continue
        yield Word(
            id,
            rules.scenario.advisers[id],
            said.say,
            said.for_,
            event.choices[said.for_].say if said.for_ in event.choices else "",
            foretells(rules, state, rules.scenario.advisers[id], said, mode),
            record_said(*state.proved[places[id]]),
        )


def _is_there(rules: CampaignRules, id: str, state: State) -> bool:
    when = rules.scenario.advisers[id].when
    return when is None or bool(rules.condition(when)(state))
