"""The outline of a tree: every node once, variations before the main line, lanes that fit."""

from __future__ import annotations

from random import Random

from game.record import OPENING, Heading, Record
from game.record.outline import LANES, Outline
from game.record.replay import States
from game.record.roads import meetings
from game.state import ASIDES, Decision, Phase
from tests.test_session import RULES, session
from tests.test_walks import decided

PERSON, OTHER = "north", "south"


def grown(size: int, lot: Random, bushy: float = 0.3) -> Record:
    record = Record(Heading("duel", 1, "", "1", PERSON))
    at = OPENING
    for number in range(size):
        if lot.random() < bushy:
            at = lot.choice([OPENING, *record.nodes])
        seat = PERSON if lot.random() < 0.6 else OTHER
        word = "forecast" if seat == PERSON and lot.random() < 0.2 else f"offer n={number}"
        record, node = record.add(at, seat, word, "")
        at = node.id
    return record


def test_every_node_stands_in_one_row_and_after_what_it_stands_on() -> None:
    for number in range(30):
        record = grown(60, Random(number))
        seen: list[int] = [OPENING]
        for row in Outline(record).rows():
            for node in row.nodes:
                assert record.nodes[node].parent in seen
                seen.append(node)
        assert sorted(seen) == [OPENING, *sorted(record.nodes)]


def test_the_main_line_stands_in_no_lane() -> None:
    record = grown(80, Random(1))
    straight = [n for row in Outline(record).rows() if not row.lanes for n in row.nodes]
    assert straight == [node.id for node in record.main_line()]


def test_a_row_goes_on_with_what_needed_no_choice() -> None:
    record = grown(80, Random(2))
    outline = Outline(record)
    for row in outline.rows():
        for node in row.nodes[1:]:
            decided = record.nodes[node]
            is_aside = decided.decision_text.split(" ")[0] in ASIDES
            assert is_aside or decided.seat_id == OTHER
            assert len(record.children[decided.parent]) == 1
        for node in row.nodes:
            assert outline.row_of(node) == row.nodes


def test_what_is_folded_away_is_counted() -> None:
    record = grown(80, Random(3))
    shown = list(Outline(record).rows(()))
    assert sum(len(row.nodes) + row.folded for row in shown) == len(record.nodes)
    assert any(row.folded for row in shown)


def test_a_node_is_shown_when_the_variations_above_it_are_opened() -> None:
    record = grown(80, Random(4))
    outline = Outline(record)
    for node in record.nodes:
        opened = set(outline.folds_above(node))
        assert any(node in row.nodes for row in outline.rows(opened))


def test_lanes_stay_narrow_however_deep_the_variations_are() -> None:
    record = Record(Heading("duel", 1, "", "1", PERSON))
    at = OPENING
    for number in range(300):
        record, _ = record.add(at, PERSON, f"offer n={number} main=yes", "")
        record, node = record.add(at, PERSON, f"offer n={number}", "")
        at = node.id
    assert max(len(row.lanes) for row in Outline(record).rows()) <= 2 * LANES
    assert Outline(record).end_of[OPENING] == 1


def test_ten_thousand_nodes_in_one_line_are_rows_without_recursion() -> None:
    record, at = Record(Heading("duel", 1, "", "1", PERSON)), OPENING
    from game.record import Node

    nodes = [Node(id, id - 1, PERSON, f"offer n={id}", "") for id in range(1, 10_001)]
    record, _ = record.with_lines(nodes)
    assert sum(1 for _ in Outline(record).rows()) == 10_001
    assert Outline(record).beyond[at] == 10_000


def test_two_roads_that_meet_are_recognised() -> None:
    game = session()
    states = States(RULES, "1858")
    while game.state.phase is not Phase.SITTING:
        decided(game, 0)
    fork = game.cursor
    decided(game, 1)
    straight = game.cursor
    game.go_to(fork)
    game.decide(Decision("forecast"))
    assert meetings(game.record, states) == {}, "to ask one's people leads nowhere else"
    decided(game, 1)
    assert game.cursor != straight
    assert straight in meetings(game.record, states).values()
