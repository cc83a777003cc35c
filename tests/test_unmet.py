"""A closed choice tells of nothing that the play has not shown."""

from __future__ import annotations

from game.coach.closed import why_closed
from game.files.scenarios import read_any
from game.rules import CampaignRules, rules_for
from game.scenario.campaign_model import Campaign
from game.state import State
from tests.fords import with_tracks

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)


def _why(event: str, choice: str, *notes: str, rules: CampaignRules = RULES) -> str:
    state: State = rules.opening("history")
    written = rules.scenario.events[event].choices[choice]
    return why_closed(rules, state._replace(notes=state.notes | {*notes}), written)


def test_what_a_scene_that_never_came_would_have_opened_is_hidden() -> None:
    flour = "flour-for-petrovskoe"
    yakut = next(
        id
        for id, choice in GOVERNOR.events[flour].choices.items()
        if choice.when is not None and "yakut-horses-home" in choice.when.text
    )
    assert _why(flour, yakut) == ""
    assert "yards that lent you horses" in _why(flour, yakut, "okhotsk-road.full-train")


def test_what_an_order_could_have_brought_is_shown_closed() -> None:
    told = _why("four-junks", "one-pillar-on-the-uda")
    assert told == "You have no sheet of the Uda."


def test_what_hangs_on_a_track_too_is_shown_closed() -> None:
    written = GOVERNOR.events["flour-for-three-posts"].choices["buy-millet"]
    state = with_tracks(RULES, RULES.opening("history"), goodwill=20)
    assert why_closed(RULES, state, written) == "This year nobody on the Zeya would sell to you."


def test_whoever_begins_with_the_river_has_not_heard_at_the_works() -> None:
    rules = rules_for(GOVERNOR, "1854")
    assert isinstance(rules, CampaignRules)
    heard = GOVERNOR.events["agafyas-petition"].choices["hear-her-again"]
    assert heard.when is not None
    state = rules.opening("1")
    assert not rules.condition(heard.when)(state)
    assert why_closed(rules, state, heard) == ""
    met = state._replace(notes=state.notes | {"the-drum-at-the-works.by-drum"})
    assert "In 1851" in why_closed(rules, met, heard)
