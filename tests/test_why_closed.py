"""Of several reasons why a choice is not open the first is told that stands in its way."""

from __future__ import annotations

from game.coach.closed import why_closed
from game.files.scenarios import read_any, read_scenario
from game.rules import CampaignRules, Rules, rules_for


def test_whether_no_paper_lies_there_or_one_that_gives_it_already_is_told() -> None:
    rules = Rules(read_scenario("aigun-six-days"))
    belt = rules.scenario.events["daur-headman"].choices["ask-for-a-belt"]
    state = rules.opening("history")
    at, id = rules.table.issues.index("villages"), "enclave"
    papers = {
        option: tuple(place if issue == at else 0 for issue in range(len(rules.table.issues)))
        for place, option in enumerate(rules.table.options[at])
    }
    assert why_closed(rules, state, belt) == "No paper lies there."
    told = {
        option: why_closed(rules, state._replace(paper=p), belt) for option, p in papers.items()
    }
    assert told.pop(id) == "It already gives them a belt."
    assert set(told.values()) == {""}


def test_in_the_seasons_each_reason_stands_for_its_part() -> None:
    rules = rules_for(read_any("the-governor"), "1854")
    assert isinstance(rules, CampaignRules)
    pillar = rules.scenario.events["four-junks"].choices["one-pillar-on-the-uda"]
    state = rules.opening("history")
    sheet = "You have no sheet of the Uda."
    heard = "You were heard at Shilka to call the river your fathers'."
    for notes, told in (
        ((), sheet),
        (("line-surveyed",), ""),
        (("said-return",), sheet),
        (("line-surveyed", "said-return"), heard),
    ):
        assert why_closed(rules, state._replace(notes=state.notes | {*notes}), pillar) == told


def test_a_choice_without_a_condition_is_never_closed() -> None:
    rules = Rules(read_scenario("aigun-six-days"))
    choices = [c for event in rules.scenario.events.values() for c in event.choices.values()]
    state = rules.opening("history")
    assert not any(why_closed(rules, state, choice) for choice in choices if choice.when is None)
