"""Nobody speaks in a town while an earlier scene has him on the road or in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Later, Note
from game.scenario.event_model import Event
from game.scenario.may import asked_in, calendar_of

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
BACK = re.compile(r"^(\w+) is back")


def _may_come(event: Event, turn: int) -> bool:
    if event.table is not None or event.when is None:
        return False
    return asked_in(event.when, calendar_of(turn, RULES.seasons[turn])) is not None


def _absences() -> Iterator[tuple[str, str, str, set[int]]]:
    """Yield who was sent away: his id, the scene, the note, and the seasons until he is back."""
    for id, event in GOVERNOR.events.items():
        for choice in event.choices.values():
            for effect in choice.do:
                gone = isinstance(effect, Later) and BACK.match("".join(effect.texts))
                if isinstance(effect, Later) and gone:
                    sent = [t for t in range(1, len(RULES.seasons)) if _may_come(event, t)]
                    away = {t + more for t in sent for more in range(effect.after)}
                    [note] = [e.id for e in choice.do if isinstance(e, Note)]
                    yield gone[1].lower(), id, note, away


def _heard(event: Event) -> set[str]:
    return {actor.partition(".")[0] for actor in event.cast} | {*event.counsel}


def test_somebody_is_sent_away() -> None:
    assert {person for person, *_ in _absences()} >= {"akhte", "belousov"}


def test_who_was_sent_away_is_met_nowhere_until_he_is_back() -> None:
    for person, scene, note, away in _absences():
        for id, event in GOVERNOR.events.items():
            if id == scene or person not in _heard(event):
                continue
            if any(_may_come(event, turn) for turn in away):
                assert event.when is not None
                assert f"not note.{note}" in event.when.text, (person, id)


def test_who_is_sent_for_to_the_palace_has_no_journey_of_his_own_in_those_seasons() -> None:
    finger = GOVERNOR.events["a-finger-on-the-map"]
    assert finger.at == "st-petersburg"
    assert finger.when is not None
    assert "not away" in finger.when.text
    note_of_june = GOVERNOR.events["pillars-at-gorbitsa"]
    seasons = range(1, len(RULES.seasons))
    assert max(t for t in seasons if _may_come(finger, t)) < min(
        t for t in seasons if _may_come(note_of_june, t)
    )
