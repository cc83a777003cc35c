"""The laws of a campaign: what is true of every season and every table that play can meet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.cli.seating import seating
from game.errors import IllegalDecisionError
from game.files.folders import folder_of
from game.files.gathering import ACTIONS
from game.files.plays import heading_for
from game.files.records import read_record
from game.files.scenarios import find_scenarios, read_any
from game.record import (
    OPENING,
    Glyph,
    Name,
    Promotion,
    Record,
    Sign,
    code_of,
    digest,
    record_of,
    replay,
    verify,
)
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.session import Session
from game.state import BUILT_IN, CLAIMANT, HOST, Decision, Entry, Phase, State
from tests.fords import FORDS, line_by_lot, quietly
from tests.in_lines import amur

SHIPPED = [id for id in find_scenarios() if (folder_of(id) / ACTIONS).is_file()]
CAMPAIGNS = [str(FORDS), *SHIPPED]
PLAYS = st.integers(0, 60)
A_FEW = settings(max_examples=8, deadline=None)

Line = tuple[tuple[State, Decision], ...]


@cache
def rules_of(campaign: str, start: str | None = None) -> CampaignRules:
    read = read_any(campaign)
    assert isinstance(read, Campaign)
    return CampaignRules(read, start)


@pytest.fixture(scope="module", params=CAMPAIGNS, ids=lambda campaign: Path(campaign).name)
def rules(request: pytest.FixtureRequest) -> CampaignRules:
    """The rules of the smallest campaign, and of each that comes with the game."""
    return rules_of(request.param)


@lru_cache(maxsize=64)
def line(rules: CampaignRules, seed: int) -> Line:
    """Return every state of a play by lot with the decision in it; talks are not skipped."""
    return tuple(line_by_lot(rules, str(seed)))


@lru_cache(maxsize=16)
def end(rules: CampaignRules, seed: int) -> State:
    state, decision = line(rules, seed)[-1]
    return rules.follow(state, decision)


def session_of(rules: CampaignRules, seed: int) -> Session:
    heading = heading_for(rules, str(seed), rules.seats[0])
    session = Session(rules, Record(heading), seating(rules, str(seed)))
    session.advance()
    return session


def play_on(session: Session, lot: Random) -> Session:
    while session.awaits_person:
        legal = session.legal()
        session.decide(legal[lot.randrange(len(legal))])
    return session


@lru_cache(maxsize=32)
def played(rules: CampaignRules, seed: int) -> Session:
    """Return a session that lot has played to its end, the hosts deciding for themselves."""
    return play_on(session_of(rules, seed), Random(seed))


@given(PLAYS)
@A_FEW
def test_telling_a_turn_changes_nothing_of_it_nor_of_what_was_before(
    rules: CampaignRules, seed: int
) -> None:
    for state, decision in line(rules, seed):
        before = digest(state)
        assert rules.apply(state, decision).state == rules.follow(state, decision)
        assert digest(state) == before


@given(PLAYS)
@A_FEW
def test_a_play_that_keeps_no_states_ends_where_one_does_that_keeps_them_all(
    rules: CampaignRules, seed: int
) -> None:
    decisions = iter([decision for _, decision in line(rules, seed)])
    chooser = lambda now, legal: next(decisions)  # noqa: E731
    ended, count = rules.played(str(seed), (chooser, chooser))
    assert count == len(line(rules, seed))
    assert digest(ended) == digest(end(rules, seed))
    assert ended == end(rules, seed)


@given(PLAYS)
@A_FEW
def test_the_words_of_every_legal_decision_name_it_and_no_other(
    rules: CampaignRules, seed: int
) -> None:
    lot = Random(seed)
    for state, _ in line(rules, seed):
        legal = rules.legal_decisions(state)
        some = legal if not state.at else [legal[lot.randrange(len(legal))] for _ in range(3)]
        texts = [rules.formatted(decision, state) for decision in some]
        for decision, text in zip(some, texts, strict=True):
            assert decision in legal
            assert rules.parsed(text, state) == decision
        if not state.at:
            assert len(set(texts)) == len(legal)


@given(PLAYS)
@A_FEW
def test_an_illegal_decision_is_refused_with_a_reason_and_changes_nothing(
    rules: CampaignRules, seed: int
) -> None:
    for state, _ in line(rules, seed):
        before, legal = digest(state), rules.legal_decisions(state)
        for decision in illegal(rules):
            if decision in legal:
                continue
            with pytest.raises(IllegalDecisionError) as refused:
                rules.apply(state, decision)
            assert len(str(refused.value)) > 10
        assert digest(state) == before


def illegal(rules: CampaignRules) -> Iterator[Decision]:
    """Yield decisions that are legal in few states or in none."""
    yield Decision("fly")
    yield from (feat.head.alone for feat in rules.orders.all[:8])
    yield from (talks.head.alone for talks in rules.talks)
    scene = next(iter(rules.scenes.all.values()))
    yield Decision("choose", scene.id, (scene.choices[0].id,))


@given(PLAYS)
@A_FEW
def test_something_can_always_be_decided_until_the_play_is_over(
    rules: CampaignRules, seed: int
) -> None:
    for state, _ in line(rules, seed):
        assert len(rules.legal_decisions(state)) > 0
    assert len(rules.legal_decisions(end(rules, seed))) == 0
    assert rules.outcome(end(rules, seed)) is not None


@given(PLAYS)
@A_FEW
def test_what_can_stand_as_ordered_is_what_can_be_ordered(rules: CampaignRules, seed: int) -> None:
    """The post does whatever can be ordered of those who are there, but makes no journeys."""
    orders = rules.orders
    for state, _ in line(rules, seed):
        if state.at or state.phase is not Phase.SEASON:
            continue
        legal = rules.legal_decisions(state._replace(away=0))
        for feat in orders.all:
            is_done = feat.head.alone in legal and not (state.away and feat.away)
            assert orders.allowed(feat.order, state) == is_done, feat.because


@given(PLAYS)
@A_FEW
def test_tracks_stay_in_their_range(rules: CampaignRules, seed: int) -> None:
    ranges = [rules.scenario.tracks[id].range for id in rules.levels]
    for state in (*[state for state, _ in line(rules, seed)], end(rules, seed)):
        shown = rules.seen_by(CLAIMANT, state).state
        for level, heard, (low, high) in zip(state.levels, shown.levels, ranges, strict=True):
            assert low <= level <= high
            assert low <= heard <= high


@given(PLAYS)
@A_FEW
def test_a_track_changes_only_by_what_is_told(rules: CampaignRules, seed: int) -> None:
    for state, decision in line(rules, seed):
        turn = rules.apply(state, decision)
        told = dict.fromkeys(rules.levels, 0)
        for entry in turn.entries:
            data = dict(entry.data)
            if entry.what == "track-changed" and data["track"] in told:
                told[str(data["track"])] += int(str(data["by"]))
        was, now = state.levels, turn.state.levels
        assert list(told.values()) == [b - a for a, b in zip(was, now, strict=True)]


@given(PLAYS)
@A_FEW
def test_every_change_leads_to_a_clause(rules: CampaignRules, seed: int) -> None:
    for state, decision in line(rules, seed):
        for entry in rules.apply(state, decision).entries:
            assert is_clause(rules, state, entry), entry


RULES = {"season", "last-season"}
"""Of the seasons; those of the tables are the tables' own."""


def is_clause(rules: CampaignRules, state: State, entry: Entry) -> bool:
    """Return whether what brought something about stands in the campaign, or is a rule."""
    campaign = rules.scenario
    kind, *words = entry.because.split()
    match kind, words:
        case "rule", [rule]:
            return rule in RULES or bool(state.at) or "sitting" in rule or rule == "news"
        case "act", [id, *target]:
            if id in campaign.actions:
                return not target or target[0] in campaign.actions[id].targets
            return any(id in table.acts for table in campaign.tables.values())
        case "choice", [event, *choice]:
            return not choice or choice[0] in campaign.events[event].choices
        case "hazard", [id]:
            return any(a.hazard and a.hazard.id == id for a in campaign.actions.values())
        case "risk", [id]:
            risks = [c.risk for e in campaign.events.values() for c in e.choices.values()]
            return any(risk is not None and risk.id == id for risk in risks)
        case "usage", [id]:
            return id in campaign.seasons.usages
        case "breach", [id]:
            return id in campaign.seasons.breaches
        case "pressure", [id]:
            return id in campaign.pressure
        case "letter", [place]:
            return int(place) < len(rules.effects.letters)
        case "afterwards", [table, place]:
            return int(place) < len(campaign.tables[table].afterwards)
        case "table", [id]:
            return id in campaign.tables
        case (("scene" | "decision"), []):
            return True
    return bool(state.at)  # at a table the table's own laws hold


@given(PLAYS)
@A_FEW
def test_a_record_replays_to_the_same_digests(rules: CampaignRules, seed: int) -> None:
    session = played(rules, seed)
    again = CampaignRules(rules.scenario)
    assert verify(again, session.record) == []
    turns = list(replay(again, session.record))
    assert [digest(turn.state) for turn in turns] == [
        node.digest for node in session.record.main_line()
    ]
    assert turns[-1].state == session.state


@given(PLAYS)
@A_FEW
def test_a_code_brings_the_same_line_back(rules: CampaignRules, seed: int) -> None:
    session = played(rules, seed)
    record = record_of(code_of(rules, session.record), lambda scenario, start: rules)
    ours, theirs = session.record.main_line(), record.main_line()
    assert [node.decision_text for node in ours] == [node.decision_text for node in theirs]
    assert [node.digest for node in ours] == [node.digest for node in theirs]


@given(PLAYS, st.integers(0, 10**6))
@A_FEW
def test_a_variation_changes_no_state_of_another(rules: CampaignRules, seed: int, at: int) -> None:
    session = play_on(session_of(rules, seed), Random(seed))
    record, first = session.record, session.cursor
    digests = {node.id: node.digest for node in record.nodes.values()}
    line = record.path(first)
    session.what_if(line[at % len(line)].id)
    play_on(session, Random(at + 1))
    session.remark(Promotion(session.cursor))
    session.remark(Name(first, "the first"))
    session.remark(Sign(first, Glyph("!")))
    assert verify(rules, session.record) == []
    assert {id: session.record.nodes[id].digest for id in digests} == digests
    session.go_to(first)
    assert digest(session.state) == digests[first]
    session.go_to(OPENING)
    assert session.state == rules.opening(str(seed))


@given(PLAYS, st.integers(1000, 1010))
@A_FEW
def test_what_a_seat_cannot_see_changes_neither_its_view_nor_what_it_may_do(
    rules: CampaignRules, seed: int, other: int
) -> None:
    lot = Random(other)
    for state, _ in line(rules, seed):
        hidden = with_secrets(rules, state, str(other), lot)
        assert rules.seen_by(state.seat, hidden) == rules.seen_by(state.seat, state)
        legal, theirs = rules.legal_decisions(state), rules.legal_decisions(hidden)
        if not state.at:
            assert list(legal) == list(theirs)
        assert rules.seat_id(hidden) == rules.seat_id(state)


def with_secrets(rules: CampaignRules, state: State, seed: str, lot: Random) -> State:
    """Return the state with another seed, other hidden tracks, and other luck to come."""
    hidden = [not rules.scenario.tracks[id].is_seen_by(rules.seat_id(state)) for id in rules.levels]
    ranges = [rules.scenario.tracks[id].range for id in rules.levels]
    levels = [
        lot.randint(*span) if secret else level
        for secret, span, level in zip(hidden, ranges, state.levels, strict=True)
    ]
    events = len(rules.scenario.events)
    secret = state._replace(
        seed=seed,
        levels=tuple(levels),
        appointed=((lot.randrange(events), state.turn + 1),),
        fortune=None if state.fortune is None else state.fortune._replace(mood=lot.randint(-9, 9)),
        deals=tuple(deal._replace(factions=(), walks=(deal.walks[0], 7)) for deal in state.deals)
        if state.seat == CLAIMANT
        else state.deals,
    )
    if not state.at:
        return secret
    return secret._replace(due=(), guesses=((1 - state.seat, "he bluffs"),))


@given(PLAYS)
@A_FEW
def test_what_is_rumoured_is_seen_as_it_is_heard(rules: CampaignRules, seed: int) -> None:
    rumoured = [bool(rules.scenario.tracks[id].rumour) for id in rules.levels]
    for state, _ in line(rules, seed):
        if state.seat == HOST:
            continue
        moved = [level + 1 if r else level for r, level in zip(rumoured, state.levels, strict=True)]
        other = state._replace(levels=tuple(moved))
        assert rules.seen_by(CLAIMANT, other) == rules.seen_by(CLAIMANT, state)


@given(PLAYS, st.integers(0, 10**6))
@example(26, 10**6)
@A_FEW
def test_luck_that_a_decision_does_not_touch_is_the_same_in_both_branches(
    rules: CampaignRules, seed: int, at: int
) -> None:
    """What goes wrong with an order seasons later hangs on no decision in between."""
    seasons = [state for state, _ in line(rules, seed) if state.phase == Phase.SEASON]
    state = seasons[at % len(seasons)]
    legal = rules.legal_decisions(state)
    branches = [
        seasons_on(rules, rules.follow(state, legal[place]), 3)
        for place in {0, at % len(legal), len(legal) - 1}
    ]
    first, *others = [branch for branch in branches if branch.ended is None] or [state]
    for feat in rules.orders.all:
        if feat.hazard is None:
            continue
        for other in others:
            if other.done[feat.place] == first.done[feat.place]:
                # Alike in all that odds may hang on, but not in what was decided.
                alike = other._replace(
                    levels=first.levels, notes=first.notes, done=first.done, deals=first.deals
                )
                came = [hazard_came(rules, branch, feat.order) for branch in (first, alike)]
                assert came[0] == came[1]


def seasons_on(rules: CampaignRules, state: State, count: int) -> State:
    """Return the state so many seasons later, everything having gone quietly."""
    until = state.turn + count
    while state.ended is None and (state.turn < until or state.phase != Phase.SEASON):
        state = rules.follow(state, quietly(rules, state))
    return state


def hazard_came(rules: CampaignRules, state: State, order: object) -> bool:
    """Return whether an order goes wrong that is carried out here and now."""
    from game.rules.moment import Log, Moment

    log = Log()
    feat = next(feat for feat in rules.orders.all if feat.order == order)
    rules.orders.carry_out(Moment(state), feat, log)
    return any(entry.what == "hazard-came" for entry in log.entries)


@pytest.mark.parametrize("seed", [2, 3])
def test_line_mode_gives_the_digests_of_a_session(
    rules: CampaignRules, seed: int, tmp_path: Path
) -> None:
    lot, path = Random(seed), tmp_path / "play.amur"
    campaign = str(FORDS) if rules.scenario.id == FORDS.name else rules.scenario.id
    lines = ["1", *(lot.choice(["1", "2", "3", "stand", ""]) for _ in range(200)), "quit", ""]
    words = ("play", campaign, "--plain", "--seed", str(seed), "--record", str(path))
    done = amur(*words, lines="\n".join(lines))
    assert done.returncode == 0, done.stderr
    theirs = read_record(path).record.current_line()
    session = session_of(rules, seed)
    while len(session.record.nodes) < len(theirs):
        node = theirs[len(session.record.nodes)]
        session.decide(rules.parsed(node.decision_text, session.state))
    assert len(theirs) > 10
    assert [(node.decision_text, node.digest) for node in theirs] == [
        (node.decision_text, node.digest) for node in session.record.main_line()
    ]


def test_digests_hang_on_no_hash_seed(rules: CampaignRules) -> None:
    if rules.scenario.id != "the-two-fords":
        pytest.skip("one campaign is enough for two processes")
    program = (
        "from tests.fords import line_by_lot, rules_of_fords\n"
        "from game.record import digest\n"
        "import json\n"
        "print(json.dumps([digest(s) for n in '123' for s, _ in line_by_lot(rules_of_fords(), n)]))"
    )
    root = Path(__file__).parents[1]
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "1858")
    }
    assert len(said) == 1
    assert [digest(s) for n in "123" for s, _ in line_by_lot(rules, n)] == json.loads(said.pop())


def test_the_built_in_tracks_are_none_of_the_seasons(rules: CampaignRules) -> None:
    assert not set(rules.levels) & set(BUILT_IN)


def test_however_empty_the_purse_every_scene_leaves_something_to_choose(
    rules: CampaignRules,
) -> None:
    purse, opening = rules.levels[rules.scenario.seasons.purse], rules.opening("1")
    levels = list(opening.levels)
    levels[purse] = rules.scenario.tracks[rules.scenario.seasons.purse].range[0]
    poor = opening._replace(levels=tuple(levels), phase=Phase.SCENE, at=0)
    for index, scene in rules.scenes.all.items():
        open_now = {
            head.about[0] for head in rules.legal_decisions(poor._replace(scene=index)).heads
        }
        unpaid = {choice.id for choice in scene.choices if choice.price > levels[purse]}
        assert open_now, scene.id
        assert not open_now & unpaid, scene.id


@A_FEW
@given(PLAYS)
def test_what_a_choice_costs_is_in_the_purse(rules: CampaignRules, seed: int) -> None:
    purse = rules.levels[rules.scenario.seasons.purse]
    for state, decision in line(rules, seed):
        if state.phase == Phase.SCENE and not state.at:
            choice = rules.scenes.all[state.scene].by_id[decision.about[0]]
            assert choice.price <= state.levels[purse]
