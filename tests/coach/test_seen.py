"""What was seen of a scenario: in one play, in many, and how much of what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.coach.aftermath import endings
from game.coach.seen import (
    Seen,
    can_be_seen,
    coverage,
    joined,
    seen_in,
    to_be_seen,
)
from game.coach.standing import when
from game.coach.survey import survey
from game.coach.workshop.kept import row
from game.coach.workshop.playing import play_once, seated
from game.errors import RecordError
from game.files.plays import heading_for
from game.files.scenarios import read_scenario
from game.record import OPENING, Cursor, Heading, Node, Record, States
from game.rules import Rules, formatted, parsed
from game.session import Session
from game.state import Decision, Phase

TINY = Path(__file__).parents[1] / "cases" / "tiny"
CHAIRS = (("integrative", "official", 0), ("official", "integrative", 1), ("hawk", "official", 0))


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario("aigun-six-days"))


@pytest.fixture(scope="module")
def tiny() -> Rules:
    return Rules(read_scenario(TINY))


def whole_play(rules: Rules, ours: str, theirs: str, seat: int, seed: str) -> Record:
    """Return the record of a play that a person's chair took part in, both led by personas."""
    policies = dict(zip(rules.table.seats, seated(rules, ours, theirs, seat, seed), strict=True))
    heading = heading_for(rules, seed, rules.table.seats[seat])
    session = Session(rules, Record(heading), policies, persons=())
    session.advance()
    return session.record


@pytest.mark.parametrize("seed", ["1", "2", "3"])
@pytest.mark.parametrize(("ours", "theirs", "seat"), CHAIRS)
def test_a_record_tells_what_its_chair_met_as_a_play_test_does(
    rules: Rules, ours: str, theirs: str, seat: int, seed: str
) -> None:
    record = whole_play(rules, ours, theirs, seat, seed)
    game = play_once(rules, seated(rules, ours, theirs, seat, seed), seed)
    kept = row(rules, game, ours, seat)
    mine = rules.table.seats[seat]
    found = survey(rules, record)
    seen = found.seen[mine]
    assert list(found.seen) == [mine]
    choices = {tuple(note.split(".")) for note in kept.choices}
    assert seen.choices == {c for c in choices if rules.scenario.events[c[0]].seat == mine}
    assert seen.scenes == {scene for scene, _ in seen.choices}
    assert seen.endings == set(kept.endings) == set(found.told)
    assert seen.acts == {
        decision.name
        for decision in (
            parsed(n.decision_text, rules.table) for n in record.nodes.values() if n.seat_id == mine
        )
        if decision.verb == "tactic"
    }
    assert (found.lines, found.ended) == (1, 1)
    assert found.day == when(rules, game.final.sitting).partition(", sitting")[0]


def test_a_scene_that_waits_at_the_end_of_a_line_was_met(tiny: Rules) -> None:
    claimant = tiny.table.seats[0]
    record = Record(heading_for(tiny, "1858", claimant))
    session = Session(tiny, record, {tiny.table.seats[1]: _Listens()})
    while session.state.phase is not Phase.SCENE or not session.record.nodes:
        session.decide(session.legal()[0])
    waiting = tiny.scenes.all[session.state.scene].id
    seen = survey(tiny, session.record).seen[claimant]
    assert waiting in seen.scenes
    assert waiting not in {scene for scene, _ in seen.choices}


class _Listens:
    def choose(self, view: object, legal: object) -> Decision:
        return Decision("listen")


def test_every_line_counts_and_what_is_undone_was_seen_all_the_same(rules: Rules) -> None:
    one = whole_play(rules, "integrative", "official", 0, "4")
    seats = rules.table.seats
    session = Session(rules, one, {}, persons=seats)
    first = session.record.main_line()[0]
    session.go_to(first.parent)
    other = next(d for d in session.legal() if formatted(d, rules.table) != first.decision_text)
    session.decide(other)
    found = survey(rules, session.record)
    assert (found.lines, found.ended, found.result) == (2, 1, "")
    choices = {(other.name, other.about[0]), tuple(first.decision_text.split()[1:])}
    assert choices <= found.seen[seats[0]].choices
    assert found.seen[seats[0]].endings == set(survey(rules, one).told)


def test_two_people_see_both_chairs_scenes_and_one_epilogue(rules: Rules) -> None:
    claimant, host = rules.table.seats
    one = whole_play(rules, "integrative", "official", 0, "5")
    heading = heading_for(rules, "5", "both")
    record, _ = Record(heading).with_lines(one.lines)
    found = survey(rules, record)
    assert found.seen[claimant].endings == set(found.told)
    assert found.seen[host].endings == frozenset()
    assert found.seen[host].scenes
    assert found.coverage is not None
    assert found.coverage.scenes.total == len(rules.scenario.events)
    assert found.coverage.endings.total == len(to_be_seen(rules.scenario, claimant).endings)
    assert " to " in found.result


def test_what_there_is_for_a_chair_is_its_own(rules: Rules) -> None:
    scenario = rules.scenario
    for seat in rules.table.seats:
        whole = to_be_seen(scenario, seat)
        assert {scenario.events[id].seat for id in whole.scenes} == {seat}
        assert {scenario.endings[id].seat for id in whole.endings} <= {None, seat}
        assert all(seat in scenario.table.acts[id].seats for id in whole.acts)
    shares = coverage(Seen(), to_be_seen(scenario, "muraviev"))
    assert shares.told == "0 of 34 endings · 0 of 25 scenes"


def test_what_is_unseen_is_all_but_what_was_seen(rules: Rules) -> None:
    record = whole_play(rules, "integrative", "official", 0, "6")
    seen = survey(rules, record).seen["muraviev"]
    whole = to_be_seen(rules.scenario, "muraviev")
    left = whole.without(seen)
    for kind, mine, rest in zip(whole, seen, left, strict=True):
        assert mine
        assert rest
        assert mine | rest == kind
        assert not mine & rest
    # Who asks after choices and acts alone need not give the rest.
    asked = whole.without(Seen(choices=seen.choices, acts=seen.acts))
    assert (asked.choices, asked.acts) == (left.choices, left.acts)


def test_what_a_scenario_no_longer_has_is_not_counted(tiny: Rules) -> None:
    claimant = tiny.table.seats[0]
    heading = heading_for(tiny, "1858", claimant)
    gone = (
        Node(1, OPENING, claimant, "choose storm flee", ""),
        Node(2, 1, claimant, "tactic dance", ""),
        Node(3, OPENING, claimant, "choose ice swim", ""),
    )
    record, _ = Record(heading).with_lines(gone)
    found = survey(tiny, record)
    assert found.seen[claimant] == Seen()
    assert found.lines == 2
    assert found.day == ""
    assert "stops at node 3" in found.trouble


def test_a_play_that_was_not_begun_saw_nothing(tiny: Rules) -> None:
    found = survey(tiny, Record(heading_for(tiny, "1858", "ferryman")))
    assert found.seen == {"ferryman": Seen()}
    assert (found.lines, found.ended, found.day) == (0, 0, "22 May 1858")


def test_a_record_of_something_else_is_not_surveyed(tiny: Rules) -> None:
    with pytest.raises(RecordError, match="this record is of 'mill'"):
        survey(tiny, Record(Heading("mill", 1, "", "1858", "ferryman")))


def test_a_watched_play_is_seen_from_the_chair_it_is_told_to(rules: Rules) -> None:
    one = whole_play(rules, "integrative", "official", 0, "7")
    heading = heading_for(rules, "7", "muraviev", persons=())
    record, _ = Record(heading).with_lines((*one.lines, Cursor(OPENING)))
    found = survey(rules, record)
    assert list(found.seen) == ["muraviev"]
    assert len(found.seen["muraviev"].endings) == 3
    assert found.result == ""


def test_many_plays_are_joined(rules: Rules) -> None:
    plays = [whole_play(rules, "hawk", "official", 0, seed) for seed in ("1", "2", "3")]
    found = [survey(rules, play).seen["muraviev"] for play in plays]
    every = joined(found)
    assert all(part <= whole for seen in found for part, whole in zip(seen, every, strict=True))
    assert every.scenes == frozenset().union(*(seen.scenes for seen in found))
    assert joined([]) == Seen()
    assert can_be_seen(rules, plays[0].heading) == to_be_seen(rules.scenario, "muraviev")


def test_the_ends_of_lines_say_which_epilogues_were_told(rules: Rules) -> None:
    record = whole_play(rules, "hawk", "official", 0, "8")
    (end,) = record.ends()
    states = {end.id: States(rules, "8").at(record, end.id)}
    told = set(endings(rules, states[end.id], 0))
    assert seen_in(rules, record, states)["muraviev"].endings == told
    assert seen_in(rules, record, {})["muraviev"].endings == frozenset()
