"""What can certainly never be reached in a campaign, and why: by its dates, or for want of a note.

Sound, and far from complete: whatever some play reaches is never called impossible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.coach.workshop.seasons.aims import Aim, Kind, order_id
from game.coach.workshop.seasons.setters import setters
from game.rules import CampaignRules
from game.scenario import Expression
from game.scenario.gates import parts_joined
from game.scenario.may import asked_in, calendar_of
from game.scenario.syntax import Name

NEVER = "no season of the campaign lets it hold: {}"
UNSET = "nothing sets note.{}, which it asks for"


def impossible(rules: CampaignRules) -> Mapping[Aim, str]:
    """Return what can never be reached, each with the reason."""
    return dict(_Impossible(rules).all())


class _Impossible:
    def __init__(self, rules: CampaignRules) -> None:
        self._rules = rules
        self._setters = setters(rules)
        notes = {note for start in rules.scenario.starts.values() for note in start.notes}
        self._notes = {*self._setters.notes, *notes}
        self._calendars = [
            calendar_of(turn, season) for turn, season in enumerate(rules.seasons) if turn
        ]

    def all(self) -> Iterator[tuple[Aim, str]]:
        scenario = self._rules.scenario
        never: dict[str, str] = {}
        for id, event in scenario.events.items():
            # At a table a scene without a condition may always come.
            why = self._why(event.when) if event.when is not None else ""
            if id in self._setters.scenes:
                why = ""
            if why:
                never[id] = why
                yield Aim(Kind.EVENT, id), why
        for id, event in scenario.events.items():
            for choice_id, choice in event.choices.items():
                why = never.get(id, "") or self._why(choice.when)
                if why:
                    yield Aim(Kind.CHOICE, f"{id}.{choice_id}"), why
        for feat in self._rules.orders.all:
            action = scenario.actions[feat.action]
            target = action.targets[feat.target] if feat.target else None
            why = self._why(action.when) or (self._why(target.when) if target else "")
            if why:
                yield Aim(Kind.ACTION, order_id(self._rules, feat.place)), why

    def _why(self, when: Expression | None) -> str:
        """Return why a condition never holds; empty where it may."""
        if when is None:
            return ""
        if all(asked_in(when, calendar) is None for calendar in self._calendars):
            return NEVER.format(when)
        for part in parts_joined(when):
            if isinstance(part, Name) and part.name.startswith("note."):
                note = part.name.removeprefix("note.")
                if note not in self._notes:
                    return UNSET.format(note)
        return ""
