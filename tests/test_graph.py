"""The graph of a scenario: what ties scenes and endings, how often, and how it is drawn."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.cli import main
from game.coach.workshop.graph import ENDING, Graph, Rates, Tie, graph, rates
from game.coach.workshop.graph_layout import laid_out
from game.coach.workshop.graph_svg import TALL, _curve, svg
from game.coach.workshop.graph_text import WIDTH, dot, lines
from game.coach.workshop.playing import play_once, seated
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.state import CLAIMANT

SCENARIO = "aigun-six-days"
TINY = Path(__file__).parent / "cases" / "tiny"
NOBODY_PLAYED = Rates(0, {}, {})


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(read_scenario(SCENARIO))


@pytest.fixture(scope="module")
def whole(rules: Rules) -> Graph:
    return graph(rules.scenario)


@pytest.fixture(scope="module")
def played(rules: Rules, whole: Graph) -> Rates:
    seeds = [f"graph {number}" for number in range(6)]
    games = [
        play_once(rules, seated(rules, "random", "random", CLAIMANT, seed), seed) for seed in seeds
    ]
    return rates(rules, whole, games)


@pytest.mark.parametrize(
    ("source", "target", "tie", "what"),
    [
        ("five-points", "sick-bed", Tie.NOTE, "pleads-ill"),
        ("rage-and-ride", "officer-asks", Tie.BRINGS, ""),
        ("night-river", "lights-at-night", Tie.KEEPS_AWAY, "dark-river"),
        ("weeping-envoy", "secretary-kneels", Tie.TERM, "ussuri=common"),
        ("the-seal", f"{ENDING}:cangue-for-jilaminga", Tie.NOTE, "deputys-seal"),
    ],
)
def test_what_leads_to_what_is_read_from_the_conditions(
    whole: Graph, source: str, target: str, tie: Tie, what: str
) -> None:
    found = {(edge.source, edge.target, edge.tie, edge.what) for edge in whole.edges}
    assert (source, target, tie, what) in found


def test_every_scene_and_ending_is_a_node(rules: Rules, whole: Graph) -> None:
    scenario = rules.scenario
    assert len(whole.nodes) == len(scenario.events) + len(scenario.endings)
    ids = {node.id for node in whole.nodes}
    assert {end for edge in whole.edges for end in (edge.source, edge.target)} <= ids


def test_what_was_met_is_counted_once_a_play(played: Rates) -> None:
    assert played.games == 6
    assert played.nodes["dinner"] == played.nodes["the-orders"] == 6
    assert all(count <= 6 for count in (*played.nodes.values(), *played.edges.values()))


def test_no_box_lies_upon_another_and_no_edge_through_one(whole: Graph) -> None:
    layout = laid_out(whole)
    for (layer, one), (other_layer, other) in combinations(layout.boxes.values(), 2):
        assert layer != other_layer or abs(one - other) > TALL
    for route in layout.routes.values():
        for layer, passed in route[1:-1]:
            at = [middle for box, middle in layout.boxes.values() if box == layer]
            assert all(abs(middle - passed) > TALL // 2 for middle in at)


def test_an_edge_that_runs_back_leaves_on_the_left_and_arrives_on_the_right() -> None:
    forth, back = _curve(((0, 30), (1, 90), (2, 60))), _curve(((2, 60), (1, 90), (0, 30)))
    ends = [
        [float(n) for n in path.replace("M", "").split()[0].split(",")] for path in (forth, back)
    ]
    assert ends[0][0] < ends[1][0]
    assert forth.count("H") == back.count("H") == 1


def test_a_layout_is_the_same_every_time(whole: Graph) -> None:
    assert laid_out(whole) == laid_out(whole)


def test_the_text_fits_a_terminal_and_says_what_was_never_met(whole: Graph, played: Rates) -> None:
    shown = list(lines(whole, played))
    assert all(len(line) <= WIDTH for line in shown)
    assert any("100 %" in line and "(dinner)" in line for line in shown)
    assert any("never" in line for line in shown)


def test_what_an_author_wrote_is_data_in_every_form() -> None:
    scenario = read_scenario(TINY)
    event = scenario.events["ice"].model_copy(update={"title": 'a"]; <b>&\x1b[31m\\'})
    hostile = scenario.model_copy(update={"events": {**scenario.events, "ice": event}})
    whole = graph(hostile)
    drawn = svg(whole, NOBODY_PLAYED)
    ElementTree.fromstring(drawn)
    texts = [*lines(whole, NOBODY_PLAYED), *dot(whole, NOBODY_PLAYED), drawn]
    assert not any("\x1b" in text for text in texts)
    assert "<b>" not in drawn
    assert any('a\\"]; <b>&' in line for line in dot(whole, NOBODY_PLAYED))


def test_the_command_writes_a_new_file_and_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "graph.svg"
    words = ["graph", str(TINY), "--games", "2", "--policy", "random", "--format", "svg"]
    assert main([*words, "--output", str(file)]) == 0
    assert file.read_text(encoding="utf-8").startswith("<svg ")
    assert main([*words, "--output", str(file)]) == 2
    assert main(["graph", str(TINY), "--policy", "wizard"]) == 2
    assert "there is no claimant 'wizard'" in capsys.readouterr().err
