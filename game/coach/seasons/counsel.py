"""What the advisers of the seasons say before a scene, and how often each was right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.invented import office_of
from game.coach.seasons.conditions_told import told_condition
from game.coach.words_for import counted
from game.rules import CampaignRules
from game.scenario.model import Adviser
from game.state import Phase, State, View


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
    """How often he was right before, as `right 7 of 11`; empty before he foretold anything."""

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


def counsel(rules: CampaignRules, view: View) -> tuple[Word, ...]:
    """Return what advisers say of the scene that waits for a choice; nothing outside one."""
    return tuple(_words(rules, view.state))


def records(rules: CampaignRules, view: View) -> tuple[Standing, ...]:
    """Return how often each adviser of the seasons was right, in the author's order."""
    state = view.state
    return tuple(
        Standing(id, rules.scenario.advisers[id], right, told, _is_there(rules, id, state))
        for id, (right, told) in zip(rules.scenes.advisers, state.proved, strict=True)
    )


def record_said(right: int, told: int) -> str:
    """Return how often somebody was right; empty where he foretold nothing.

    >>> record_said(7, 11), record_said(0, 0)
    ('right 7 of 11', '')
    """
    return f"right {right} of {told}" if told else ""


def _words(rules: CampaignRules, state: State) -> Iterator[Word]:
    if state.phase != Phase.SCENE or state.at:
        return
    event = rules.scenario.events[rules.scenes.all[state.scene].id]
    places = {id: at for at, id in enumerate(rules.scenes.advisers)}
    for id, said in event.counsel.items():
        if id not in places or not _is_there(rules, id, state):
            continue
        foretells = ""
        if said.expects is not None:
            what = told_condition(rules, said.expects)
            when = "next season" if said.within == 1 else f"in {counted(said.within, 'season')}"
            foretells = f"He expects, {when}: {what}." if what else ""
        yield Word(
            id,
            rules.scenario.advisers[id],
            said.say,
            said.for_,
            event.choices[said.for_].say if said.for_ in event.choices else "",
            foretells,
            record_said(*state.proved[places[id]]),
        )


def _is_there(rules: CampaignRules, id: str, state: State) -> bool:
    when = rules.scenario.advisers[id].when
    return when is None or bool(rules.condition(when)(state))
