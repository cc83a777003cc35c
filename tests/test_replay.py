"""What `amur replay` tells: a handout in lines, and an object whose numbers are the game's."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from game.cli.replay import replay, verify
from game.cli.replay_json import came_of
from game.coach.aftermath import epilogue
from game.coach.bill import bill
from game.coach.words_for import points
from game.files.records import read_record
from game.files.scenarios import read_scenario
from game.negotiation import value
from game.record import replay as replayed
from game.rules import Rules, parsed
from game.rules.words import terms
from game.state import CLAIMANT, HOST
from tests.coach.test_unsigned import without_paper
from tests.in_lines import SCENARIO, plain

HISTORY = "history:aigun-six-days"


def told(*words: str) -> str:
    done = CliRunner(catch_exceptions=False).invoke(replay, list(words))
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def played() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(HISTORY, "--json"))
    return found


def test_the_object_has_every_decision_and_paper(rules: Rules, played: dict[str, Any]) -> None:
    record = read_record(Path("scenarios/aigun-six-days/history.amur")).record
    nodes = list(record.main_line())
    assert played["decisions"] == len(nodes) == len(played["line"])
    state, papers = rules.opening("history"), []
    for step, node, turn in zip(played["line"], nodes, replayed(rules, record), strict=True):
        assert (step["node"], step["do"]) == (node.id, node.decision_text)
        assert (step["seat"], step["sitting"]) == (node.seat_id, state.sitting)
        before, state = state.paper, turn.state
        decision = parsed(node.decision_text, rules.table)
        if decision.paper is not None and decision.verb == "tactic":
            papers.append((node.id, decision.paper, before))
    laid = [paper for paper in played["papers"] if paper["do"] != "accept"]
    assert len(laid) == len(papers) > 3
    for paper, (node_id, expected, before) in zip(laid, papers, strict=True):
        assert paper["node"] == node_id
        words = terms(expected, rules.table)
        assert [f"{issue}={option}" for issue, option in paper["terms"].items()] == words
        differs = [w for w in words if before is None or w not in terms(before, rules.table)]
        assert [f"{issue}={option}" for issue, option in paper["changed"].items()] == differs


def test_its_values_are_whole_points_as_they_are_told(rules: Rules, played: dict[str, Any]) -> None:
    record = read_record(Path("scenarios/aigun-six-days/history.amur")).record
    *_, last = replayed(rules, record)
    outcome, table = rules.outcome(last.state), played["tables"]["aigun"]
    assert outcome is not None
    seats = rules.table.seats
    for key, found in (("values", outcome.values), ("walk-aways", outcome.walks)):
        assert table[key] == {s: int(points(n)) for s, n in zip(seats, found, strict=True)}
    assert played["lasting"] == {
        s: int(points(n)) for s, n in zip(seats, outcome.lasting, strict=True)
    }
    paid = bill(rules, last.state)
    assert table["bill"]["together"]["gain"] == paid.joint
    for seat in seats:
        account = table["bill"][seat]
        parts = [account[key] for key in ("in-first-paper", "moved", "created")]
        assert account["gain"] == sum(parts)
        before = account["walk-away"] - (paid.taken if seat == "yishan" else 0)
        assert account["gain"] + account["walk-away"] == table["values"][seat]
        assert before == table["walk-aways"][seat]
    down = table["brought-down"]
    assert down["came-for"] + sum(down["by"].values()) == down["wanted"]


def test_what_it_means_is_told_of_keys_that_are_there(played: dict[str, Any]) -> None:
    table = played["tables"]["aigun"]
    account = table["bill"]["muraviev"]
    for key in played["meaning"]:
        place, _, name = key.partition(".")
        assert place in played or place in table
        assert not name or name in table["bill"] or name in account


def test_what_is_not_decided_is_null_or_empty() -> None:
    early = json.loads(told(HISTORY, "--to", "9", "--json"))
    table = early["tables"]["aigun"]
    assert early["ended"] is None
    assert (table["values"], table["walk-aways"], early["lasting"]) == ({}, {}, {})
    assert table["bill"] is table["brought-down"] is table["without-paper"] is None


def test_the_handout_tells_what_was_done_before_what_came_of_it() -> None:
    text = " ".join(told(HISTORY).split())
    for said in (
        "22 May 1858, afternoon, sitting 1 of 12.",
        "28 May 1858, morning, sitting 12 of 12.",
        "You choose: Eat little, say less",
        "You choose: argue a ground: the English will come",
        "The paper you lay down: the whole left bank Russian;",
        "Your paper now has “for protection from foreigners” instead of “no word on foreigners”.",
    ):
        assert said in text
    assert text.index("The paper you lay down") < text.index("To grant this would be his ruin")
    assert text.count(", sitting ") >= 10


def test_the_handout_tells_each_paper_once_and_rightly(rules: Rules) -> None:
    record = read_record(Path("scenarios/aigun-six-days/history.amur")).record
    text = " ".join(told(HISTORY).split())
    same = changed = 0
    state = rules.opening("history")
    for node, turn in zip(record.main_line(), replayed(rules, record), strict=True):
        decision = parsed(node.decision_text, rules.table)
        laid = state.word if decision.verb == "accept" else decision.paper
        if node.seat_id == "muraviev" and laid is not None and state.paper is not None:
            same += laid == state.paper
            changed += laid != state.paper
        state = turn.state
    assert text.count("Your paper is the same as before.") == same
    assert text.count("Your paper now has “") == changed >= 3


def test_each_chair_is_given_its_own_epilogue(rules: Rules) -> None:
    record = read_record(Path("scenarios/aigun-six-days/history.amur")).record
    other = 0
    for state, _ in zip(without_paper(rules), range(12), strict=False):
        told_to = []
        for seat in (CLAIMANT, HOST):
            kept = replace(record, heading=replace(record.heading, seat=rules.table.seats[seat]))
            found = came_of(rules, kept, state, [])["ending"]
            assert found == [piece.id for piece in epilogue(rules, state, seat)]
            told_to.append(found)
        other += told_to[CLAIMANT] != told_to[HOST]
    assert other


def test_talks_without_a_paper_have_their_account(rules: Rules) -> None:
    record = read_record(Path("scenarios/aigun-six-days/history.amur")).record
    seen = 0
    for state, _ in zip(without_paper(rules), range(12), strict=False):
        table = came_of(rules, record, state, [])["tables"]["aigun"]
        assert table["bill"] is table["brought-down"] is None
        found = table["without-paper"]
        for key in ("last-paper", "last-word", "fairest-for-both"):
            for seat, man in enumerate(state.men):
                if found[key] is not None and man is not None:
                    options = list(found[key]["terms"].values())
                    paper = tuple(map(rules.table.option, range(8), options))
                    worth = int(points(value(paper, man.utility)))
                    assert found[key]["values"][rules.table.seats[seat]] == worth
                    seen += 1
    assert seen > 10


def test_a_torn_record_is_incomplete_and_does_not_pass(tmp_path: Path) -> None:
    whole = Path("scenarios/aigun-six-days/history.amur").read_bytes()
    torn = tmp_path / "torn.amur"
    run = CliRunner(catch_exceptions=False)
    torn.write_bytes(whole)
    assert run.invoke(verify, [str(torn)]).exit_code == 0
    for damaged in (whole[:-20], whole[:-1] + b"\n{nonsense}\n"):
        torn.write_bytes(damaged)
        done = run.invoke(verify, [str(torn)])
        assert done.exit_code == 1
        assert "incomplete: of it" in done.stdout
        assert "every digest as recorded" in done.stdout


def test_the_line_played_last_is_told_with_what_was_expected_of_it(tmp_path: Path) -> None:
    record = tmp_path / "play.amur"
    words = (SCENARIO, "--plain", "--seat", "muraviev", "--seed", "5", "--record", str(record))
    first = "1\n1\nexpect he signs at once\ngo-home\n1\nundo\n"
    plain(tmp_path, *words, lines=f"{first}expect nothing\nask rivers\n1\ngo-home\n1\nquit\n")
    text = " ".join(told(str(record)).split())
    assert "== What you expected == Sitting 1: “he signs at once”" in text
    assert "“nothing”" in text
    assert "What came: Nikolai Muraviev went home" in text
    read = read_record(record).record
    assert read.current_line() != read.main_line()
    ended = {node.id for node in read.ends()}
    assert {read.current_line()[-1].id, read.main_line()[-1].id} == ended
    for node in ended:
        which = "the line that was played last ends" if node == max(ended) else "another line ends"
        assert f"node {node}: {which}" in text
    other = " ".join(told(str(record), "--to", str(min(ended))).split())
    assert "“nothing”" not in other
    assert "What came: Nikolai Muraviev went home in sitting 1." in other
    assert json.loads(told(str(record), "--json"))["decisions"] == len(read.current_line())


def test_the_handout_names_the_nodes_that_can_be_asked_for() -> None:
    text = told(HISTORY)
    asked = [int(n) for n in re.findall(r"\(node (\d+)\)", text)]
    assert len(asked) >= 10
    assert asked == sorted(set(asked))
    sitting = re.findall(r"(sitting \d+ of 12)\. \(node \d+\)", text)
    stopped = told(HISTORY, "--to", str(asked[4]))
    assert sitting[4] in stopped
    assert sitting[5] not in stopped


def test_what_an_author_noted_is_told_at_its_node(rules: Rules) -> None:
    text = " ".join(told(HISTORY).split())
    notes = rules.scenario.history_notes
    assert len(notes) >= 8
    for _, note in notes:
        assert f"[Note: {' '.join(note.split())}]" in text
