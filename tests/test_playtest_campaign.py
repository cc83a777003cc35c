"""What a play-test of a campaign counts: everything once, by one process or by two."""

from __future__ import annotations

import json

import pytest

from game.cli import main
from game.coach.workshop.seasons.playtest import things
from game.coach.workshop.seasons.what_ifs import Trial, dominated, judged, standing_out
from tests.fords import FORDS, rules_of_fords

TIMED = ("seconds", "decisions_per_second")


def report(capsys: pytest.CaptureFixture[str], *words: str) -> dict:
    assert main(["playtest", str(FORDS), "--json", *words]) == 0
    told = json.loads(capsys.readouterr().out)
    return {key: value for key, value in told.items() if key not in TIMED}


def test_every_play_is_counted_at_each_table_and_in_each_group(capsys) -> None:
    told = report(capsys, "--games", "20", "--policy", "all")
    games = told["games"]
    assert games == 20 * len(told["personas"]) == told["asked"]
    for endings in told["groups"].values():
        assert sum(endings.values()) == games
    assert set(told["tables"]) == {"upper-ford", "lower-ford"}
    for table in told["tables"].values():
        assert sum(table["ended"].values()) == table["held"]
        assert sum(table["verdicts"].values()) == table["ended"].get("signed", 0)
    for kind, ids in things(rules_of_fords()).items():
        share = told["coverage"][kind]
        assert (share["seen"] + len(told["never"][kind]), share["total"]) == (len(ids), len(ids))
    assert told["coverage"]["actions"]["seen"] > 0


def test_two_workers_count_the_same(capsys) -> None:
    asked = ("--games", "8", "--policy", "integrative,random", "--what-ifs", "1")
    assert report(capsys, *asked) == report(capsys, *asked, "--workers", "2")


def test_a_start_and_a_twist_are_played(capsys) -> None:
    told = report(capsys, "--games", "3", "--start", "second-year", "--twist", "dry-year")
    assert (told["start"], told["twists"]) == ("second-year", ["dry-year"])


def test_random_plays_by_both_sides_meet_more_than_one_way(capsys) -> None:
    told = report(capsys, "--games", "60", "--policy", "random", "--opponent", "random")
    assert told["coverage"]["events"]["seen"] == told["coverage"]["events"]["total"]
    assert told["personas"]["random"]["games"] == 60


def test_orders_and_answers_are_tried_beside_each_other(capsys) -> None:
    told = report(capsys, "--games", "6", "--what-ifs", "1")
    assert told["what_ifs"]["tried"] > 6
    assert "wait" in told["orders"]
    assert any(choice.startswith("the-flood.") for choice in told["choices"])


def test_what_nobody_governs_as_is_said(capsys) -> None:
    for words, said in (
        (("--policy", "stickler"), "nobody governs as 'stickler'"),
        (("--policy", "official"), "nobody governs as 'official'"),
        (("--opponent", "integrative"), "'integrative' cannot sit opposite at the tables"),
        (("--seat", "abbess"), "the chair of reeve is tested"),
        (("--twist", "long-war"), "no twist 'long-war'"),
    ):
        assert main(["playtest", str(FORDS), "--games", "1", *words]) == 2
        assert said in capsys.readouterr().err


def test_the_report_can_be_read(capsys) -> None:
    assert main(["playtest", str(FORDS), "--games", "5", "--policy", "all"]) == 0
    told = capsys.readouterr().out
    assert "Endings told, fords:" in told
    assert "upper-ford" in told
    assert all(len(line) <= 100 for line in told.splitlines())


def test_what_is_always_worst_stands_out_and_what_ties_does_not() -> None:
    trials = [Trial("orders", {"a": 0, "b": 500, "c": 500}) for _ in range(20)]
    fared = judged(trials)
    assert fared["a"] == (20, 0, 20)
    assert fared["b"].best == 0
    assert [(id, how) for id, how, _ in standing_out(fared)] == [("a", "worst")]
    assert list(standing_out(judged(trials[:10]))) == []


def test_a_choice_is_dominated_by_what_was_never_worse() -> None:
    often = [Trial("flood", {"a": 0, "b": 500}) for _ in range(9)]
    assert [found.choice for found in dominated(often)] == ["flood.a"]
    assert list(dominated([*often, Trial("flood", {"a": 500, "b": 0})])) == []
