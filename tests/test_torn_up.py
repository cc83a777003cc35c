"""What follows from a paper that a court tears up: nothing of what its clauses would have done."""

from __future__ import annotations

import pytest

from game.files.scenarios import read_any
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Note, Toll
from game.scenario.season_model import Consequence
from game.state import Deal, Ended, State, Verdict
from game.tui.map.seasons import map_of

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
TWISTED = ("cautious-tsar",)
AIGUN = list(GOVERNOR.tables).index("aigun")


def _held(rules: CampaignRules, verdict: Verdict, **terms: str) -> State:
    """Return the summer after a paper of Aigun that says this and, else, what stands first."""
    table = rules.talks[AIGUN].rules.table
    treaty = tuple(
        options.index(terms[issue]) if issue in terms else 0
        for issue, options in zip(table.issues, table.options, strict=True)
    )
    deal = Deal(AIGUN, 43, 0, 0, 0, 0, Ended.SIGNED, treaty, verdict, 30, (), 0, *[(0, 0)] * 3)
    return rules.opening("history")._replace(deals=(deal,), turn=43)


def _paper(rules: CampaignRules, verdict: Verdict, **terms: str) -> list[Consequence]:
    """Return what follows from that paper."""
    held = _held(rules, verdict, **terms)
    parts = GOVERNOR.tables["aigun"].afterwards
    return [part for part in parts if part.when is None or rules.condition(part.when)(held)]


def _does(parts: list[Consequence]) -> tuple[dict[str, int], set[str]]:
    """Return by how much tracks move, and what is noted and booked besides."""
    moved: dict[str, int] = {}
    rest = set[str]()
    for effect in (effect for part in parts for effect in part.do):
        match effect:
            case Change(track, by):
                moved[track] = moved.get(track, 0) + by
            case Note(id):
                rest.add(id)
            case Toll(who=who):
                rest.add(who)
    return moved, rest


def test_no_yearly_passage_stands_on_the_map_by_a_paper_that_was_torn_up() -> None:
    rules = CampaignRules(GOVERNOR)
    at = list(GOVERNOR.tables).index("passage")
    table = rules.talks[at].rules.table
    right = table.issues.index("right")
    treaty = [0] * len(table.issues)
    treaty[right] = table.options[right].index("yearly")
    drawn = {}
    for verdict in (Verdict.RATIFIED, Verdict.SILENCE, Verdict.DISOWNED):
        nothing = [(0, 0)] * 3
        deal = Deal(at, 27, 0, 0, 0, 0, Ended.SIGNED, tuple(treaty), verdict, 30, (), 0, *nothing)
        held = rules.opening("history")._replace(deals=(deal,), turn=29)
        drawn[verdict] = "may pass Aigun" in " ".join(map_of(rules).at(held).says)
    assert drawn == {Verdict.RATIFIED: True, Verdict.SILENCE: True, Verdict.DISOWNED: False}


CLAUSES = [
    (issue, option)
    for issue, source in GOVERNOR.tables["aigun"].issues.items()
    for option in source.options
]


@pytest.mark.parametrize(("issue", "option"), CLAUSES)
def test_no_clause_of_a_paper_that_is_torn_up_does_anything(issue: str, option: str) -> None:
    rules = CampaignRules(GOVERNOR)
    torn = _does(_paper(rules, Verdict.DISOWNED, **{issue: option}))
    assert torn == ({"favour": -4, "vigilance": 8, "goodwill": -8, "credit": -4}, set())


def test_nobody_is_driven_out_by_a_paper_that_is_torn_up() -> None:
    rules = CampaignRules(GOVERNOR)
    for verdict, driven_out in (
        (Verdict.DISOWNED, False),
        (Verdict.SILENCE, True),
        (Verdict.RATIFIED, True),
    ):
        _, rest = _does(_paper(rules, verdict, villages="removed"))
        assert ("villages-removed" in rest) is driven_out
        assert any("made to leave" in each for each in rest) is driven_out


def test_an_emperor_who_wanted_no_amur_judges_the_signature_whatever_beijing_does() -> None:
    rules = CampaignRules(GOVERNOR, twists=TWISTED)
    for verdict in (Verdict.RATIFIED, Verdict.SILENCE, Verdict.DISOWNED):
        terms = {"left-bank": "amur"}
        _, rest = _does(_paper(rules, verdict, **terms))
        assert "amur-not-owned-at-home" in rest


def test_what_stands_on_the_sheet_can_be_read_to_whoever_asks_and_moves_nobody_out() -> None:
    rules = CampaignRules(GOVERNOR)
    choices = GOVERNOR.events["tobuka-asks-what-it-says"].choices
    for villages, choice in (("qing-rule", "read-the-clause"), ("removed", "a-year")):
        may = choices[choice].when
        assert may is not None
        held = _held(rules, Verdict.DISOWNED, villages=villages)
        assert bool(rules.condition(may)(held)) is (choice == "read-the-clause")
