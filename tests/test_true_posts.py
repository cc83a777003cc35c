"""What a scene tells of posts, promises and envoys agrees with what was founded and signed."""

from __future__ import annotations

import re

from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Note
from game.scenario.event_model import Event
from game.scenario.expressions import Expression

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
EVENTS = GOVERNOR.events
RULES = CampaignRules(GOVERNOR)
OPENING = RULES.opening("history")


def holds(asked: Expression | None, turn: int, *notes: str) -> bool:
    """Return whether something may be in a season in which nothing but these is noted."""
    assert asked is not None
    return bool(RULES.condition(asked)(OPENING._replace(turn=turn, notes=frozenset(notes))))


def words(event: Event) -> str:
    """Return all that a scene and its answers say."""
    said = [f"{choice.say} {choice.result}" for choice in event.choices.values()]
    return " ".join([event.title, event.text, *said])


def test_men_for_whom_no_post_was_ordered_are_not_told_as_a_post() -> None:
    for id in ("eight-men-and-a-board", "flour-for-three-posts"):
        told = words(EVENTS[id]).lower()
        assert re.findall(r"\b(?:for|each|the|one) posts?\b", told) == []
        assert re.search(r"a post is more|not yet posts", told)


def test_a_sergeant_holds_de_kastri_only_where_a_post_was_founded_there() -> None:
    landing = EVENTS["de-kastri-landing"].when
    assert not holds(landing, 33, "post-mariinsk")
    assert not holds(landing, 33, "post-alexandrovsk")
    assert holds(landing, 33, "post-mariinsk", "post-alexandrovsk")


def test_the_post_on_the_gulf_is_founded_by_every_answer_with_what_founding_gives() -> None:
    scene = EVENTS["where-we-eat"]
    assert "winter post" not in scene.text
    for choice in scene.choices.values():
        assert "post-petrovskoe" in {do.id for do in choice.do if isinstance(do, Note)}
        raised = {do.track: do.by for do in choice.do if isinstance(do, Change)}
        assert raised.get("settlement", 0) >= 3
