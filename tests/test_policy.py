"""Policies reckon with what the rules hold, in every start."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.files.folders import find_scenarios, folder_of
from game.files.scenarios import read_any, read_scenario
from game.policy import persona, prospect
from game.policy.belief import Believer
from game.policy.heard_exactly import Exact
from game.policy.hearing import BELIEVABLE, Suspect
from game.policy.prospect import court
from game.rules import CampaignRules, Rules, rules_for
from game.state import CLAIMANT, HOST, Phase, Reply

TINY = Path(__file__).parent / "cases" / "tiny"


@pytest.mark.parametrize(("start", "crisis"), [(None, 70), ("1854", 30), ("maximum-threat", 70)])
def test_a_paper_is_weighed_against_the_danger_of_its_own_year(start, crisis, monkeypatch):
    rules = Rules(read_scenario("aigun-six-days"), start)
    feared = set()
    supports = court.supports

    def heard(leans, dangers):
        feared.update(dangers)
        return supports(leans, dangers)

    monkeypatch.setattr(court, "supports", heard)
    prospect.prospect(rules, rules.opening("1"), (0,) * len(rules.table.issues), 1)
    mood = rules.scenario.table.court.mood
    assert rules.known_crisis == crisis
    assert all(crisis - mood <= danger <= crisis + mood for danger in feared)
    assert crisis in feared


@pytest.mark.parametrize("name", ["official", "integrative"])
@pytest.mark.parametrize(("harms", "chosen"), [("yes", "rather"), ("no", "flood")])
def test_nobody_in_character_has_people_pay_for_a_little_trust(name, harms, chosen, tmp_path):
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    seat = "miller" if name == "official" else "ferryman"
    cover, events = folder / "scenario.yaml", folder / "events" / "river.yaml"
    cover.write_text(cover.read_text().replace("start: 30,", f"start: 30, harms: {harms},"))
    events.write_text(SCENE.format(seat=seat))
    rules = Rules(read_scenario(folder))
    state = rules.opening("1")._replace(
        scene=0, phase=Phase.SCENE, seat=rules.table.seats.index(seat)
    )
    policy = persona(name, rules, "1")
    decision = policy.choose(rules.seen_by(state.seat, state), rules.legal_decisions(state))
    assert decision.about == (chosen,)


TABLES = [
    (scenario, path.stem)
    for scenario in sorted(find_scenarios())
    for path in sorted((folder_of(scenario) / "tables").glob("*.yaml"))
]


def rules_at(scenario: str, table: str) -> Rules:
    """Return the rules of a table, also of one that stands in a campaign."""
    rules = rules_for(read_any(scenario))
    if isinstance(rules, CampaignRules):
        return next(talks.rules for talks in rules.talks if talks.id == table)
    return rules


@pytest.mark.parametrize(("scenario", "table"), TABLES)
def test_the_hawk_signs_a_good_word_two_sittings_before_the_last_at_every_table(scenario, table):
    rules = rules_at(scenario, table)
    best = tuple(row.index(max(row)) for row in rules.table.utilities[CLAIMANT].worth)
    last = rules.table.sittings
    said = rules.opening("1")._replace(
        scene=-1, phase=Phase.SITTING, seat=CLAIMANT, reply=Reply.COUNTERS, word=best
    )
    for sitting in range(3, last + 1):
        state = said._replace(sitting=sitting)
        legal = rules.legal_decisions(state)
        decision = persona("hawk", rules, "1").choose(rules.seen_by(CLAIMANT, state), legal)
        assert (decision.verb == "accept") == (sitting >= last - 2)


@pytest.mark.parametrize(("scenario", "table"), TABLES)
@pytest.mark.parametrize("name", ["stickler", "annexer"])
def test_who_insists_on_what_was_asked_for_insists_on_something_at_every_table(
    name, scenario, table
):
    policy = persona(name, rules_at(scenario, table), "1")
    assert policy.craft.insists


SCENE = """
events:
  sluice:
    title: The sluice
    seat: {seat}
    text: The water is high.
    choices:
      flood: {{say: Open it., do: {{flood: +10}}}}
      rather: {{say: Leave it., do: {{trust: -1}}}}
    invented: true
"""


def test_a_temperament_that_was_seen_outweighs_what_was_made_of_his_answers(monkeypatch):
    rules = Rules(read_scenario("the-fair-at-kulja"))
    believer = Believer(rules)
    view = rules.seen_by(CLAIMANT, rules.opening("1")).state
    suspects = believer.belief(view).suspects
    seen = suspects[0].man.temper
    unlikely = tuple(s._replace(likely=BELIEVABLE * (s.man.temper != seen)) for s in suspects)
    monkeypatch.setattr(believer, "_after", lambda _: unlikely)
    belief = believer.belief(view._replace(heard_temper=seen))
    assert belief.tempers[seen] == 100


def test_who_is_taken_for_the_man_he_is_is_heard_to_hope_what_he_hopes():
    written = read_scenario("the-fair-at-kulja").model_copy(update={"events": {}})
    rules = Rules(written)
    hearing, heard = Exact(rules), 0
    for number in range(12):
        name = ("integrative", "hawk", "bluffer")[number % 3]
        *_, state = (s for s in _sittings(rules, name, f"heard {number}") if not s.news)
        seen, man = rules.seen_by(CLAIMANT, state).state, state.men[HOST]
        company = (
            Suspect(man, man.hope, (0, 0, 0, 0), rules.opening("").ladder, 0, 0, BELIEVABLE),
        )
        for at, before in enumerate(hearing.stood(seen, seen.transcript, 0, man)):
            company = hearing.sat(company, before, *seen.transcript[2 * at : 2 * at + 2])
            heard += 1
        assert company[0].hope == state.hope[HOST]
    assert heard > 40


def _sittings(rules, name, seed):
    """Yield the states in which the claimant is about to sit, over one play."""
    policies = (persona(name, rules, seed), persona("official", rules, seed))
    state = rules.opening(seed)
    while state.ended is None:
        if state.phase == Phase.SITTING:
            yield state
        view, legal = rules.seen_by(state.seat, state), rules.legal_decisions(state)
        state = rules.follow(state, policies[state.seat].choose(view, legal))
