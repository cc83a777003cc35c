"""The tree of decisions: its laws, its digests, its replay."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import RecordError
from game.files.record_lines import heading_text, line_text
from game.files.records import read_record
from game.files.scenarios import read_scenario
from game.record import (
    OPENING,
    Cursor,
    Glyph,
    Heading,
    Name,
    Node,
    Promotion,
    Record,
    States,
    Unknown,
    digest,
    replay,
    verify,
)
from game.record.digests import canonical
from game.rules import Rules, formatted
from game.state import Phase, Reply

TINY = Path(__file__).parent / "cases" / "tiny"
RULES = Rules(read_scenario(TINY))
Steps = Sequence[tuple[int, int]]
"""For each decision the node it is made on, and its place among the legal ones; both wrap round."""

steps = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 9999)), max_size=25)


def begun(rules: Rules = RULES, seed: str = "1858") -> Record:
    scenario = rules.scenario
    return Record(Heading(scenario.id, scenario.version, scenario.digest, seed, "ferryman"))


def decided(record: Record, on: int, which: int, rules: Rules = RULES) -> Record:
    """Return a record with one decision more, if the talks are not over there."""
    state = States(rules, record.heading.seed).at(record, on)
    legal = rules.legal_decisions(state)
    if not len(legal):
        return record
    decision = legal[which % len(legal)]
    after = rules.apply(state, decision).state
    seat = rules.table.seats[rules.seat_to_move(state)]
    return record.add(on, seat, formatted(decision, rules.table), digest(after))[0]


def grown(steps: Steps, rules: Rules = RULES) -> Record:
    record = begun(rules)
    for where, which in steps:
        places = [OPENING, *record.nodes]
        record = decided(record, places[where % len(places)], which, rules)
    return record


def line(length: int, rules: Rules = RULES) -> Record:
    """Return a record of one line, with a scene met on its fourth decision."""
    record = begun(rules)
    for _ in range(length):
        record = decided(record, record.cursor, 4, rules)
    return record


@given(steps, st.integers(0, 99), st.integers(0, 9999))
@settings(max_examples=60, deadline=None)
def test_a_variation_never_changes_the_state_of_another(
    steps: Steps, where: int, which: int
) -> None:
    before = grown(steps)
    places = [OPENING, *before.nodes]
    after = decided(before, places[where % len(places)], which)
    assert all(after.nodes[id] == node for id, node in before.nodes.items())
    assert verify(RULES, after) == []


@given(steps, st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_promoting_naming_and_noting_change_no_state(steps: Steps, where: int) -> None:
    record = grown(steps)
    node = [OPENING, *record.nodes][where % (len(record.nodes) + 1)]
    marked = record.promote(node).named(node, "here").noted(node, "why?").signed(node, Glyph.GOOD)
    assert marked.nodes == record.nodes
    assert verify(RULES, marked) == []
    assert (marked.names[node], marked.notes[node], marked.glyphs[node]) == ("here", "why?", "!")
    assert marked.named(node, "").names == record.names


@given(steps, st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_a_promoted_node_is_on_the_main_line(steps: Steps, where: int) -> None:
    record = grown(steps)
    if record.nodes:
        node = list(record.nodes)[where % len(record.nodes)]
        promoted = record.promote(node)
        line = promoted.main_line()
        assert line[: len(record.path(node))] == record.path(node)
        assert {p: set(c) for p, c in promoted.children.items()} == {
            p: set(c) for p, c in record.children.items()
        }


@given(steps)
@settings(max_examples=60, deadline=None)
def test_every_node_is_a_variation_of_its_parent_and_of_nothing_else(steps: Steps) -> None:
    record = grown(steps)
    everything = [n for at in [OPENING, *record.nodes] for n in record.variations(at)]
    assert sorted(n.id for n in everything) == sorted(record.nodes)
    assert all(n in record.variations(n.parent) for n in everything)


@given(steps)
@settings(max_examples=60, deadline=None)
def test_the_lines_alone_make_the_same_record(steps: Steps) -> None:
    record = grown(steps)
    again, misfits = Record(record.heading).with_lines(record.lines)
    assert misfits == ()
    assert (again, again.nodes, again.children, again.cursor) == (
        record,
        record.nodes,
        record.children,
        record.cursor,
    )


def test_a_decision_made_twice_on_one_node_is_one_variation() -> None:
    record, first = begun().add(OPENING, "ferryman", "choose ice mend", "")
    record, _ = record.add(OPENING, "ferryman", "choose ice leave", "")
    again, same = record.add(OPENING, "ferryman", "choose ice mend", "")
    assert same == first
    assert again.lines[-1] == Cursor(first.id)
    assert len(again.nodes) == 2


def test_a_record_left_behind_stays_as_it_was() -> None:
    before = line(3)
    nodes, lines = dict(before.nodes), before.lines
    decided(before.promote(1), OPENING, 1).noted(2, "later")
    assert (before.nodes, before.lines, before.notes) == (nodes, lines, {})


def test_nothing_can_stand_on_a_node_that_is_not_there() -> None:
    with pytest.raises(RecordError, match="node 8 stands on node 7, which this record does not"):
        begun().with_line(Node(8, 7, "miller", "refuse", ""))
    with pytest.raises(RecordError, match="there is no node 7"):
        begun().promote(7)
    with pytest.raises(RecordError, match="there is no node 7"):
        begun().path(7)


def test_lines_that_do_not_fit_are_kept_and_passed_over() -> None:
    lines = (Unknown("{}"), Cursor(9), Name(OPENING, "start"), Promotion(4))
    record, misfits = begun().with_lines(lines)
    assert record.lines == lines
    assert record.names == {OPENING: "start"}
    assert [m.at for m in misfits] == [1, 3]
    assert record.unknown == (Unknown("{}"),)


def test_equal_states_have_equal_digests_however_their_numbers_are_written() -> None:
    state = RULES.opening("1858")
    as_numbers = state._replace(phase=0, reply=0, news=0, levels=tuple(map(int, state.levels)))
    assert state == as_numbers
    assert digest(as_numbers) == digest(state)
    assert canonical(Phase.OVER) == "4"
    assert canonical((Reply.NONE, True)) == "(0,1)"


def test_every_field_that_differs_changes_the_digest() -> None:
    state = RULES.opening("1858")._replace(paper=(1, 1), notes=frozenset({"a", "b"}))
    changed = {
        name: (7,)
        if value is None or isinstance(value, tuple)
        else frozenset({"z"})
        if isinstance(value, frozenset)
        else f"{value}7"
        if isinstance(value, str)
        else value + 7
        for name, value in vars(state).items()
    }
    digests = {digest(state._replace(**{name: value})) for name, value in changed.items()}
    assert len(digests | {digest(state)}) == len(vars(state)) + 1


@given(steps, st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_a_digest_does_not_depend_on_what_was_digested_before(steps: Steps, lot: Random) -> None:
    record = grown(steps)
    states = States(RULES, record.heading.seed)
    ids = list(record.nodes) * 2
    lot.shuffle(ids)
    for id in ids:
        assert digest(states.at(record, id)) == record.nodes[id].digest


def test_texts_that_look_alike_when_joined_have_different_digests() -> None:
    assert canonical(("a,1:b",)) != canonical(("a", "b"))
    with pytest.raises(TypeError, match=r"a state may not hold 1\.5"):
        canonical((1, 1.5))


PRINT_DIGESTS = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[1:3]
from test_record import Rules, grown, read_scenario
steps = [(k * 7, k * 31) for k in range(40)]
for scenario in ("aigun-six-days", Path(sys.argv[2]) / "cases" / "tiny"):
    for node in grown(steps, Rules(read_scenario(scenario))).nodes.values():
        print(node.digest)
"""


def test_digests_are_the_same_under_every_hash_seed() -> None:
    tests = Path(__file__).parent
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT_DIGESTS, str(tests.parent), str(tests)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "4711")
    }
    assert len(printed) == 1
    assert printed.pop().count("\n") > 20


def test_replay_gives_the_states_that_were_recorded() -> None:
    record = decided(line(6), 2, 1)
    turns = list(replay(RULES, record))
    assert [digest(t.state) for t in turns] == [n.digest for n in record.main_line()]
    turns = list(replay(RULES, record, record.cursor))
    assert digest(turns[-1].state) == record.nodes[record.cursor].digest


def test_replay_stops_where_a_digest_differs_and_says_where() -> None:
    record = line(5)
    forged = tuple(
        Node(n.id, n.parent, n.seat_id, n.decision_text, "f" * 12 if n.id == 4 else n.digest)
        for n in record.nodes.values()
    )
    record, _ = Record(record.heading).with_lines(forged)
    turns = replay(RULES, record)
    assert len([next(turns) for _ in range(3)]) == 3
    with pytest.raises(
        RecordError, match=r"node 4 .* leads to state .* the record says ffffffffffff"
    ):
        next(turns)
    assert [d.node.id for d in verify(RULES, record)] == [4]


def test_replay_says_whose_turn_it_is_and_which_word_is_unknown() -> None:
    record, _ = begun().add(OPENING, "miller", "refuse", "")
    with pytest.raises(
        RecordError, match=r"stops at node 1 \(miller: refuse\): it is for 'ferryman' to decide"
    ):
        list(replay(RULES, record))
    record, _ = begun().add(OPENING, "ferryman", "dance", "")
    with pytest.raises(RecordError, match=r"stops at node 1 .*'dance' is no decision"):
        list(replay(RULES, record))


def test_a_changed_scenario_replays_as_far_as_it_stays_legal(tmp_path: Path) -> None:
    record = decided(line(6), OPENING, 1)
    shutil.copytree(TINY, tmp_path / "tiny")
    river = tmp_path / "tiny" / "events" / "river.yaml"
    river.write_text(river.read_text("utf-8").replace("eat: {say: Eat", "fry: {say: Fry"), "utf-8")
    changed = Rules(read_scenario(tmp_path / "tiny"))
    assert changed.scenario.digest != RULES.scenario.digest
    turns = replay(changed, record)
    assert len([next(turns) for _ in range(3)]) == 3
    with pytest.raises(
        RecordError, match=r"stops at node 4 \(ferryman: choose thanks eat\): that cannot"
    ):
        next(turns)
    assert [d.node.id for d in verify(changed, record)] == [4]
    assert len(list(replay(changed, record, record.cursor))) == 1


def test_verify_counts_what_stands_on_an_illegal_node() -> None:
    record, bad = begun().add(OPENING, "ferryman", "accept", "")
    record, _ = record.add(bad.id, "miller", "refuse", "")
    (difference,) = verify(RULES, record)
    assert difference.reason.endswith("; 1 more stand on it")


def test_a_record_of_another_scenario_is_refused() -> None:
    with pytest.raises(RecordError, match="of 'duel', and this scenario is 'tiny'"):
        verify(RULES, Record(Heading("duel", 1, "", "1", "x")))
    spring = Rules(RULES.scenario, "spring")
    with pytest.raises(RecordError, match="begins at 'the first start', and the rules at 'spring'"):
        verify(spring, begun())


@given(steps, st.integers(1, 9))
@settings(max_examples=30, deadline=None)
def test_a_state_reached_by_a_jump_is_the_state_reached_by_replay(steps: Steps, every: int) -> None:
    record = grown(steps)
    states = States(RULES, record.heading.seed, every)
    for node in sorted(record.nodes, key=lambda id: id * 7919 % 101):
        assert digest(states.at(record, node)) == record.nodes[node].digest


def test_a_record_by_hand_says_what_is_written_in_it() -> None:
    record, notices, *_ = read_record(TINY.parents[1] / "records" / "format-1" / "by-hand.amur")
    assert notices == ()
    assert record.heading.played == {"muraviev"}
    assert [n.id for n in record.main_line()] == [1, 2, 4, 7]
    assert [n.decision_text for n in record.variations(2)] == ["consult", "refuse"]
    assert (record.cursor, record.names) == (4, {2: "before the refusal"})
    assert (record.notes[4], record.glyphs) == ("He sends to Qiqihar: «подождём».", {4: "!?"})
    assert record.unknown == (Unknown('{"weather": "of a later version"}'),)
    assert line_text(record.nodes[3]) == (
        '{"id": 3, "on": 2, "seat": "yishan", "do": "refuse", "state": "2a1b2c3d4e5f"}'
    )
    assert heading_text(record.heading).startswith('{"amur": 1, "scenario": "aigun-six-days"')
