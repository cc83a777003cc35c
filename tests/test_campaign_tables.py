"""Each table of a campaign by itself meets the claims that the first scenario meets.

Those of plays, of pressure and of what is agreed on, are proved by `make proof`.
"""

from __future__ import annotations

import re
from random import Random

import pytest

from game.coach.meaning import meaning
from game.coach.seasons.talks_told import brief_of_talks, taken_from_seasons
from game.coach.workshop.playing import line_of, seated
from game.coach.workshop.seasons.tables import alone, held
from game.rules import CampaignRules
from game.rules.men import HISTORY
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST
from tests.fords import rules_of_fords, with_tracks
from tests.proof.tables import at, campaigns, claims_of_zone, rules_of

TABLES = [(id, table) for id in campaigns() for table in rules_of(id).scenario.tables]


@pytest.mark.parametrize(("campaign", "table"), TABLES)
def test_a_table_has_the_zone_that_it_should(campaign: str, table: str) -> None:
    for claim in claims_of_zone(campaign, table):
        assert claim.holds, f"{claim.name}: {claim.figure} (bar: {claim.bar})"


@pytest.mark.parametrize(("campaign", "table"), TABLES)
def test_a_table_by_itself_goes_as_it_went_in_the_documented_line(
    campaign: str, table: str
) -> None:
    rules, line = at(campaign, table).rules, held(rules_of(campaign))[table]
    state = rules.opening(HISTORY)
    for seat, words in line.line:
        assert rules.seat_id(state) == seat
        decision = rules.parsed(words, state)
        rules.check(state, decision)
        state = rules.follow(state, decision)
    assert rules.outcome(state) == rules.outcome(line.end)


@pytest.mark.parametrize(("campaign", "table"), TABLES)
def test_those_who_sit_there_suppose_the_danger_that_its_author_wrote(
    campaign: str, table: str
) -> None:
    rules = at(campaign, table).rules
    assert rules.known_crisis == rules.scenario.table.court.crisis


def test_a_table_that_no_line_came_to_stands_as_at_the_opening_of_its_campaign() -> None:
    rules = rules_of_fords()
    opening = alone(rules, "upper-ford").opening("1")
    assert opening.levels == rules.opening("1").levels
    assert opening.at == 1
    assert opening.patience > 0


def test_who_comes_to_a_table_is_told_at_which_level_a_track_begins_there() -> None:
    rules, lot = rules_of("the-governor"), Random(3)
    state = rules.opening(HISTORY)
    while not state.at:
        legal = rules.legal_decisions(state)
        opens = [head.alone for head in legal.heads if head.verb == "open"]
        decision = opens[0] if opens else legal[lot.randrange(len(legal))]
        state = rules.apply(state, decision).state
    told = " ".join(taken_from_seasons(rules, rules.seen_by(CLAIMANT, state), "points"))
    begins = re.search(r"Your credit begins at “[a-z]+ \((\d+)\)”, by what was done before", told)
    assert begins is not None
    assert int(begins[1]) == state.credibility
    moved = rules.seen_by(CLAIMANT, state._replace(credibility=state.credibility + 30))
    told = " ".join(brief_of_talks(rules, moved, "points", state))
    began = re.search(r"Your credit began at “[a-z]+ \((\d+)\)”, by what was done before", told)
    assert began is not None
    assert began[1] == begins[1]


def test_an_issue_is_told_of_where_it_has_the_name_of_acts_of_pressure() -> None:
    rules = at("the-governor", "passage").rules
    state = rules.seen_by(CLAIMANT, rules.opening("1")).state
    told = meaning(rules, state, "guns")
    assert "the guns on the boats" in told[0].lower()
    assert told[-1] == "Of acts of pressure 'why pressure' tells."
    assert "Acts of pressure are" in " ".join(meaning(rules, state, "pressure"))


def test_a_season_moves_the_walk_away_of_a_table_by_itself() -> None:
    rules: CampaignRules = rules_of_fords()
    talks, season = rules.talks[0], rules.opening("1")
    quiet, wild = (
        talks.alone(with_tracks(rules, season, unrest=unrest)).opening("1") for unrest in (20, 90)
    )
    assert wild.ground_danger > quiet.ground_danger


def test_who_gives_early_begs_once_when_he_is_threatened() -> None:
    rules, begged = at("the-governor", "amur-committee").rules, []
    plea = rules.table.acts_of(HOST)[ActKind.PLEAD].id
    for number in range(8):
        seed = f"begging {number}"
        policies = seated(rules, "hawk", "conceder", CLAIMANT, seed)
        taken, _ = line_of(rules, policies, seed)
        begged.append(sum(decision.name == plea for decision in taken))
    assert set(begged) == {0, 1}


@pytest.mark.parametrize("table", rules_of("the-governor").scenario.tables)
def test_at_tables_in_the_capital_nobody_is_told_of_alarm_there(table: str) -> None:
    told = at("the-governor", table).rules.scenario.tracks["caution"].label
    is_there = table in ("amur-committee", "st-petersburg")
    assert told == f"alarm {'in the ministries' if is_there else 'at St Petersburg'}"
