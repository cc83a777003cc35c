"""What a play has not shown: notes that only scenes set of which none has come in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.rules import CampaignRules
from game.rules.lasting import once_by_rules
from game.scenario.campaign_known import notes_of_all
from game.scenario.syntax import All, Name, Node, Some
from game.scenario.things import things
from game.state import State

NOTE, CHOSE, EVENTS = "note.", "chose.", "events"
STARTS = "starts"


def is_unmet(rules: CampaignRules, state: State, parts: Iterable[Node]) -> bool:
    """Return whether what is asked came, if ever, of scenes alone that this play has not shown."""
    for part in parts:
        asked = _asked(part)
        if asked is not None and all(_is_unshown(rules, state, name) for name in asked):
            return True
    return False


def _asked(node: Node) -> frozenset[str] | None:
    """Return the notes and choices one of which is asked for; `None` where it is anything else."""
    match node:
        case Name(name) if name.startswith((NOTE, CHOSE)):
            return frozenset({name})
        case Some(parts) | All(parts):
            each = [_asked(part) for part in parts]
            return None if None in each else frozenset().union(*filter(None, each))
    return None


def _is_unshown(rules: CampaignRules, state: State, name: str) -> bool:
    if name.startswith(CHOSE):
        scenes = frozenset({name.removeprefix(CHOSE).partition(".")[0]})
    else:
        scenes = _scenes_of(rules).get(name.removeprefix(NOTE), frozenset())
    met = {note.partition(".")[0] for note in state.notes if "." in note}
    return bool(scenes) and scenes.isdisjoint(met)


@once_by_rules
def _scenes_of(rules: CampaignRules) -> Mapping[str, frozenset[str]]:
    """Return by note the scenes that can set it, where nothing else in a play can."""
    found: dict[str, set[str]] = {}
    others = set()
    for note, path in notes_of_all(things(rules.scenario)):
        if path[0] == EVENTS:
            found.setdefault(note, set()).add(str(path[1]))
        elif path[0] != STARTS:
            others.add(note)
    return {note: frozenset(scenes) for note, scenes in found.items() if note not in others}
