"""What the codex and the briefs of The Governor say of the rules is what the rules do."""

from __future__ import annotations

import re

import pytest

from game.coach.foreseen import COUNTED
from game.coach.seasons.leverage import leverage
from game.coach.seasons.meaning_ends import of_measure
from game.coach.seasons.waters import closes_on, opens_on
from game.coach.words_for import whole
from game.files.scenarios import read_any
from game.record import steps_of
from game.record.history import documented
from game.rules import CampaignRules, rules_for
from game.rules.seasons.measures import measures
from game.scenario.campaign_model import Campaign
from game.state import CLAIMANT, HOST, State, Verdict

GOVERNOR = read_any("the-governor")
assert isinstance(GOVERNOR, Campaign)
RULES = CampaignRules(GOVERNOR)
ABOUT = 5
"""Points by which a number that is said to be about may be off."""


def page(id: str) -> str:
    return GOVERNOR.codex[id].text


@pytest.fixture(scope="module")
def end() -> State:
    record = documented(RULES)
    steps = steps_of(RULES, RULES.opening(record.heading.seed), record.current_line())
    return steps[-1].turn.state


def test_where_the_documented_line_arrives_is_as_the_page_says(end: State) -> None:
    numbers = page("how-the-numbers-were-made")
    said = re.findall(r"(favour|force|settlement|ministers|credit) (\d+)", numbers)
    assert len(said) == 5
    for track, level in said:
        assert abs(end.levels[RULES.levels[track]] - int(level)) <= ABOUT, track


def test_what_presses_at_aigun_is_as_the_page_says(end: State) -> None:
    parts = {"force": 35, "settlement": 20, "allies": 25, "turmoil": 20}
    said = re.search(r"gives (\d+) of 100 in May 1858, and (\d+)", page("leverage"))
    assert said is not None
    begun = rules_for(GOVERNOR, "1854").opening("history")
    for state, number in ((end, said[1]), (begun, said[2])):
        exact = sum(part * state.levels[RULES.levels[track]] for track, part in parts.items())
        assert abs(whole(exact) - int(number)) <= 2


@pytest.mark.parametrize("table", GOVERNOR.tables)
def test_the_bars_of_each_table_are_named_on_the_page(table: str) -> None:
    stands = leverage(RULES, RULES.seen_by(CLAIMANT, RULES.opening("1")), "advisers", table)
    assert stands is not None
    named = {
        "force": "force on the river",
        "settlement": "settlement",
        "allies": "allied pressure",
        "turmoil": "turmoil",
        "favour": "the Emperor's favour",
        "alarm": "alarmed the English",
        "knowledge": "what is known of it",
        "ministers": "the ministers' caution",
    }
    ids = {track.label: id for id, track in GOVERNOR.tracks.items()}
    for bar in stands.bars:
        assert named[ids[bar.track.label]] in page("leverage")


def test_the_pages_count_what_there_is() -> None:
    hidden = [id for id, track in GOVERNOR.tracks.items() if track.seen_by == "none"]
    assert f"{COUNTED[len(hidden) - 1].capitalize()} number nobody is shown" in page("the-tracks")
    assert len(GOVERNOR.actions) == 22 + 1
    counted = page("how-a-season-works")
    assert "There are twenty-two" in counted
    assert "and one more for whoever" in counted
    for id in (id for id, track in GOVERNOR.tracks.items() if track.rumour):
        called = {"ministers": "ministers", "alarm": "English", "vigilance": "Qing"}
        assert called.get(id, "rebels") in page("the-tracks").split("you know by hearsay")[0][-80:]


def test_nobody_is_told_of_patrons_or_posts_that_he_cannot_have_yet() -> None:
    patrons = GOVERNOR.actions["patron"].targets
    assert {"konstantin", "perovsky"} <= set(patrons), "who has to be won is not there already"
    assert "patrons" not in GOVERNOR.briefs["muraviev"].text
    assert "year >= 1850" in str(patrons["konstantin"].when)
    assert "from 1850 on" in page("konstantin")
    asked = GOVERNOR.actions["found-post"].targets["nikolaevsk"].when
    assert "note.mouth-charted" in str(asked)
    assert "no post can be ordered inside it" in page("the-mouth")


def test_the_third_party_is_the_one_that_went_2340_versts() -> None:
    for id in ("pood-and-verst", "toll-of-1856"):
        assert re.search(r"third[^.]*2,340 versts", page(id))


def test_the_mouth_closes_and_opens_when_the_pages_say() -> None:
    assert "in late October or November" in page("the-mouth")
    mouth = GOVERNOR.calendar.waters["mouth"]
    closed = [closes_on("mouth", mouth, "1", year) for year in range(1848, 1858)]
    assert all((10, 25) <= (day.month, day.day) <= (12, 1) for day in closed)
    assert len({(day.month, day.day) for day in closed}) > 1
    assert {opens_on("mouth", mouth, "1", year).month for year in range(1848, 1858)} == {5}


def test_rights_are_what_somebody_else_owns_as_why_of_them_says(end: State) -> None:
    aigun = list(GOVERNOR.tables).index("aigun")
    talks = end.deals[-1]
    assert talks.table == aigun

    def rights(verdict: Verdict, lasting: int) -> int:
        kept = talks._replace(verdict=verdict, lasting=(lasting, talks.lasting[HOST]))
        return measures(RULES).exact("rights", end._replace(deals=(*end.deals[:-1], kept)))

    without = measures(RULES).exact("rights", end._replace(deals=end.deals[:-1]))
    assert rights(Verdict.DISOWNED, talks.values[CLAIMANT]) == without
    owned = rights(Verdict.RATIFIED, talks.values[CLAIMANT])
    assert without < rights(Verdict.SILENCE, talks.lasting[CLAIMANT]) < owned
    told = " ".join(of_measure(RULES, RULES.seen_by(CLAIMANT, end), "rights"))
    assert "not at all where it is torn up" in told
    assert "left you with, where it stands" in told


def test_the_answer_of_beijing_is_told_when_it_comes_and_says_one_thing() -> None:
    """The common brief gives it half a year: what is made of the paper before comes before."""
    told = GOVERNOR.tables["aigun"]
    assert "half a year" in GOVERNOR.briefs["common"].text
    torn = next(a for a in told.afterwards if str(a.when) == "verdict.aigun = disowned")
    assert "By winter" in torn.text
    assert "never heard" not in torn.text
    assert "half a year" in told.words.became.disowned
