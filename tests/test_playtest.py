"""Play-tests: the same numbers from one worker or many, and honest counts."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from game.coach.workshop.kept import row
from game.coach.workshop.playing import may_sit, play_once, seated
from game.coach.workshop.tally import Tally
from game.files.scenarios import read_scenario
from game.negotiation import Package, value
from game.policy import Policy, persona
from game.policy.plain import Random
from game.rules import Rules
from game.state import CLAIMANT, HOST
from tests.proof.host import Waiting

SCENARIO = "aigun-six-days"
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The rules of the shipped table."""
    return Rules(read_scenario(SCENARIO))


def report(*words: str) -> dict[str, object]:
    """Return what `amur playtest --json` prints, the times left out."""
    done = subprocess.run(
        [sys.executable, "-m", "game", "playtest", SCENARIO, "--json", *words],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        timeout=300,
    )
    told: dict[str, object] = json.loads(done.stdout)
    for key in ("seconds", "decisions_per_second"):
        assert key in told
        del told[key]
    return told


def test_many_workers_give_the_numbers_of_one() -> None:
    words = ("--games", "120", "--policy", "random", "--opponent", "random", "--seed", "w")
    assert report(*words) == report(*words, "--workers", "2")


def test_a_report_says_what_it_must() -> None:
    told = report("--games", "4", "--policy", "random,integrative")
    keys = {"games", "decisions", "endings", "coverage", "dominated"}
    assert keys <= told.keys()
    assert told["games"] == 8
    assert set(told["coverage"]) == {"events", "choices", "options", "tactics", "endings"}  # type: ignore[call-overload]
    assert set(told["personas"]) == {"random", "integrative"}  # type: ignore[call-overload]


def test_the_other_chair_can_be_tested() -> None:
    told = report("--games", "2", "--policy", "official", "--seat", "yishan")
    assert (told["seat"], told["opponent"]) == ("yishan", "integrative")


def test_a_blind_play_is_the_play_with_views(rules: Rules) -> None:
    policies = seated(rules, "random", "random", CLAIMANT, "blind")
    game = play_once(rules, policies, "blind")
    again = seated(rules, "random", "random", CLAIMANT, "blind")
    state = rules.opening("blind")
    while state.ended is None:
        view = rules.seen_by(state.seat, state)
        state = rules.follow(state, again[state.seat].choose(view, rules.legal_decisions(state)))
    assert game.final == state
    assert all(isinstance(policy, Random) for policy in policies)


def test_the_order_of_plays_changes_no_number(rules: Rules) -> None:
    rows = []
    for number in range(6):
        seed = f"order {number}"
        game = play_once(rules, seated(rules, "random", "random", CLAIMANT, seed), seed)
        rows.append(row(rules, game, "random"))
    one, other = Tally(rules, CLAIMANT), Tally(rules, CLAIMANT)
    one.add(rows)
    other.add(reversed(rows))
    assert one.report(1.0) == other.report(1.0)
    assert one.report(1.0)["decisions"] == sum(row.decisions for row in rows)


def test_acts_that_nobody_used_are_listed(rules: Rules) -> None:
    tally = Tally(rules, CLAIMANT)
    seed = "unused"
    game = play_once(rules, seated(rules, "conciliator", "official", CLAIMANT, seed), seed)
    tally.add([row(rules, game, "conciliator")])
    never = set(tally.report(1.0)["dominated"])
    used = {act.id for act in rules.table.acts if game.final.used[act.index]}
    claimants = {act.id for act in rules.table.acts if CLAIMANT in act.seats}
    assert never == claimants - used


def papers_laid(rules: Rules, host: Policy, seed: str) -> list[Package]:
    """Return the papers that the hawk lays down before a host, in their order."""
    final = play_once(rules, (persona("hawk", rules, seed), host), seed).final
    return [d.paper for d in final.transcript[::2] if d.paper is not None]


@pytest.mark.parametrize("seed", ["hard 1", "hard 2", "history"])
def test_the_hawk_gives_nothing_to_a_host_who_gives_nothing(rules: Rules, seed: str) -> None:
    assert len(set(papers_laid(rules, Waiting(rules, "stall", 9000), seed))) == 1


@pytest.mark.parametrize("seed", ["hard 1", "hard 2", "hard 3"])
def test_the_hawk_offers_nothing_below_what_he_can_walk_away_to(rules: Rules, seed: str) -> None:
    claimant = rules.opening(seed).men[CLAIMANT]
    assert claimant is not None
    papers = papers_laid(rules, persona("official", rules, seed), seed)
    assert len(set(papers)) > 1
    floor = rules.walk(CLAIMANT, rules.opening(seed))
    assert all(value(paper, claimant.utility) > floor for paper in papers)


def test_personas_sit_only_where_they_are_made_for() -> None:
    assert may_sit("random", CLAIMANT)
    assert may_sit("random", HOST)
    assert not may_sit("official", CLAIMANT)
    assert not may_sit("hawk", HOST)
