"""What a table's map shows of a paper is what the season's map shows once it is signed."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest

from game.cli.plain_map import chart_in, told_map
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import Deal, Ended, Phase, State, Verdict
from game.tui.map.seasons import SeasonMap
from game.tui.map.words import describe
from game.tui.play.board import claimed, said_of
from game.tui.play.why import of_clause


@cache
def at_mariinsk() -> tuple[CampaignRules, State]:
    """Return the documented sitting at Mariinsk, in which a paper can be laid."""
    campaign = read_any("the-governor")
    assert isinstance(campaign, Campaign)
    rules = CampaignRules(campaign)
    table = 1 + list(campaign.tables).index("mariinsk")
    record = documented(rules)
    steps = steps_of(rules, rules.opening(record.heading.seed), record.current_line())
    befores = (step.before for step in steps)
    found = next(s for s in befores if s.at == table and s.phase is Phase.SITTING)
    return rules, found


def signed(state: State, paper: tuple[int, ...]) -> State:
    """Return the season in which a paper of these talks was signed and left unanswered."""
    deal = Deal(
        state.at - 1, state.turn, 0, 0, 0, 0, Ended.SIGNED, paper, Verdict.SILENCE,
        50, (), 0, (0, 0), (0, 0), (0, 0),
    )  # fmt: skip
    return state._replace(at=0, deals=(*state.deals, deal), phase=Phase.SEASON)


def test_a_paper_looks_the_same_at_its_table_and_in_the_season_after() -> None:
    rules, state = at_mariinsk()
    land, table = SeasonMap(rules), rules.at(state)
    chart = land.at(state).chart
    options = [range(size) for size in table.table.sizes]
    for left_bank, mouth in product(*options[:2]):
        paper = (left_bank, mouth, *(0 for _ in options[2:]))
        there, after = claimed(table, chart, paper), land.at(signed(state, paper)).state
        assert dict(there.holders) == dict(after.holders), paper
        assert dict(there.words) == dict(after.words), paper
        assert set(there.lines) == set(after.lines), paper
        assert there.waters == after.waters, paper


def test_before_a_paper_a_table_s_map_is_the_season_s() -> None:
    rules, state = at_mariinsk()
    land, table = SeasonMap(rules), rules.at(state)
    season = land.at(state._replace(at=0, phase=Phase.SEASON))
    chart = chart_in(rules, state)
    assert chart is not None
    assert describe(chart, claimed(table, chart, None)) == describe(season.chart, season.state)
    assert "Russian posts" in describe(chart, claimed(table, chart, None))
    told = " ".join(" ".join(told_map(table, state, None, chart)).split())
    assert "Qing (Russian posts) in the left bank at the mouth" in told


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("qing", "The mouth stays Qing on paper."),
        ("english", "The mouth is held against the English; nobody says whose it is."),
        ("russian", "The mouth becomes Russian."),
    ],
)
def test_who_would_hold_the_mouth_stands_in_text_too(option: str, says: str) -> None:
    rules, state = at_mariinsk()
    land, table = SeasonMap(rules), rules.at(state)
    chart = land.at(state).chart
    issue = table.table.issue("mouth")
    paper = (0, table.table.option(issue, option), 0, 0, 0)
    assert said_of(table, issue, paper[issue]) == says
    why = "\n".join(
        told.plain for told in of_clause(table, state, issue, paper[issue], [], "points")
    )
    assert f"On the map: {says}" in why
    assert not said_of(table, table.table.issue("next"), 0)
    assert says in " ".join(" ".join(told_map(table, state, paper, chart)).split())
    assert any("mouth" in told.lower() for told in land.at(signed(state, paper)).says[2:])
