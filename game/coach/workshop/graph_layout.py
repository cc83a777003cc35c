"""Where everything in a drawn graph lies: layers by time, each in an order with few crossings.

After Sugiyama: what leads to something lies left of it; an edge that passes layers passes each at a
place of its own; every layer is ordered by the middle of its neighbours, to and fro.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from game.coach.workshop.graph import ENDING, Graph

SWEEPS = 12
STEP = 58
"""From a box to the next one in its layer."""
GAP = 12
"""From what only passes a layer to the next thing."""

Place = tuple[int, int]
"""The layer, and the middle from top to bottom."""
Arc = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where boxes and edges lie."""

    boxes: dict[str, Place]
    routes: dict[Arc, tuple[Place, ...]]
    """The places that an edge goes through, its ends included."""
    layers: int
    height: int


def laid_out(graph: Graph) -> Layout:
    """Return where the boxes of a graph lie, and where its edges pass."""
    arcs = list(dict.fromkeys((e.source, e.target) for e in graph.edges))
    rank = _ranks(graph, arcs)
    count = 1 + max(rank.values(), default=0)
    layers: list[list[str]] = [[] for _ in range(count)]
    for node in graph.nodes:
        layers[rank[node.id]].append(node.id)
    paths: dict[Arc, list[str]] = {}
    for number, (source, target) in enumerate(arcs):
        low, high = sorted((rank[source], rank[target]))
        passed = [f"~{number}.{layer}" for layer in range(low + 1, high)]
        for layer, name in zip(range(low + 1, high), passed, strict=True):
            layers[layer].append(name)
        between = passed if rank[source] <= rank[target] else passed[::-1]
        paths[source, target] = [source, *between, target]
    near: dict[str, list[str]] = {name: [] for layer in layers for name in layer}
    for path in paths.values():
        for one, other in pairwise(path):
            near[one].append(other)
            near[other].append(one)
    _order(layers, near)
    middle = _middles(layers, near)
    at = {name: layer for layer, names in enumerate(layers) for name in names}
    boxes = {node.id: (at[node.id], middle[node.id]) for node in graph.nodes}
    routes = {arc: tuple((at[n], middle[n]) for n in path) for arc, path in paths.items()}
    return Layout(boxes, routes, count, max(middle.values(), default=0) + STEP)


def _ranks(graph: Graph, arcs: Sequence[Arc]) -> dict[str, int]:
    """Return the layer of each node: when it can come first, and behind what leads to it."""
    begins = sorted({node.first for node in graph.nodes if node.kind != ENDING})
    rank = {n.id: begins.index(n.first) for n in graph.nodes if n.kind != ENDING}
    before = {node.id: node.first for node in graph.nodes if node.kind != ENDING}
    scenes = [(s, t) for s, t in arcs if t in rank and (before[s], s) < (before[t], t)]
    for _ in rank:  # a path is no longer than there are scenes
        late = [(s, t) for s, t in scenes if rank[t] <= rank[s]]
        if not late:
            break
        for source, target in late:
            rank[target] = max(rank[target], rank[source] + 1)
    last = 1 + max(rank.values(), default=-1)
    ends = [node for node in graph.nodes if node.kind == ENDING]
    groups = list(dict.fromkeys(node.group for node in ends))
    return rank | {node.id: last + groups.index(node.group) for node in ends}


def _order(layers: list[list[str]], near: dict[str, list[str]]) -> None:
    """Order every layer by the middle of its neighbours in the layer before, or behind."""
    for sweep in range(SWEEPS):
        numbers = range(1, len(layers)) if sweep % 2 == 0 else range(len(layers) - 2, -1, -1)
        for at in numbers:
            beside = layers[at - 1 if sweep % 2 == 0 else at + 1]
            place = {name: 1000 * i // max(1, len(beside) - 1) for i, name in enumerate(beside)}
            own = layers[at]
            now = {name: 1000 * i // max(1, len(own) - 1) for i, name in enumerate(own)}
            middle = {n: _mean([place[o] for o in near[n] if o in place], now[n]) for n in own}
            own.sort(key=lambda name, middle=middle: middle[name])  # type: ignore[misc]


def _middles(layers: list[list[str]], near: dict[str, list[str]]) -> dict[str, int]:
    """Return how far down everything lies: near its neighbours, and never upon another."""
    middle: dict[str, int] = {}
    tall = max((_height(layer) for layer in layers), default=0)
    for layer in layers:
        top = (tall - _height(layer)) // 2
        for name in layer:
            middle[name] = top + _room(name) // 2
            top += _room(name)
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 == 0 else layers[::-1]:
            wished = [_mean([middle[o] for o in near[n]], middle[n]) for n in layer]
            _spread(layer, wished, middle)
    least = min((middle[name] - _room(name) // 2 for name in middle), default=0)
    return {name: at - least for name, at in middle.items()}


def _spread(layer: Sequence[str], wished: Sequence[int], middle: dict[str, int]) -> None:
    """Lay a layer as it wishes, as far as there is room: those that touch move together."""
    blocks: list[tuple[int, list[str], int]] = []  # the sum of what tops wish, names, height
    for name, wish in zip(layer, wished, strict=True):
        total, names, height = wish - _room(name) // 2, [name], _room(name)
        while blocks and _top(blocks[-1]) + blocks[-1][2] > total // len(names):
            above = blocks.pop()
            total = above[0] + total - above[2] * len(names)
            names, height = above[1] + names, above[2] + height
        blocks.append((total, names, height))
    for block in blocks:
        top = _top(block)
        for name in block[1]:
            middle[name] = top + _room(name) // 2
            top += _room(name)


def _top(block: tuple[int, list[str], int]) -> int:
    return block[0] // len(block[1])


def _height(layer: Iterable[str]) -> int:
    return sum(map(_room, layer))


def _room(name: str) -> int:
    return GAP if name.startswith("~") else STEP


def _mean(numbers: Sequence[int], otherwise: int) -> int:
    return sum(numbers) // len(numbers) if numbers else otherwise
