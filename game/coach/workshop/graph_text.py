"""The graph in lines of text that fit a terminal, and as DOT for Graphviz."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.visible import visible
from game.coach.workshop.graph import ENDING, SCENE, Edge, Graph, Node, Rates, Tie

WIDTH = 80
_BAR = 10
_SIGNS = {Tie.NOTE: "→", Tie.BRINGS: "⇒", Tie.KEEPS_AWAY: "⊣", Tie.TERM: "≈"}
LEGEND = (
    "1-3: it can come in sittings 1 to 3; the bar: in how many of the plays it is met",
    "→ by a note, ⇒ lets it come, ⊣ keeps it away, ≈ by what the paper then says",
)


def lines(graph: Graph, rates: Rates) -> Iterator[str]:
    """Yield the graph: each scene with its sittings and how often it was met, what it leads to."""
    yield f"{visible(graph.title)}: {rates.games} plays"
    yield from LEGEND
    for seat in dict.fromkeys(node.seat for node in graph.nodes if node.kind == SCENE):
        yield ""
        yield f"Scenes of {seat}"
        scenes = [n for n in graph.nodes if n.kind == SCENE and n.seat == seat]
        for node in sorted(scenes, key=lambda n: (n.first, n.last)):
            yield _row(node, rates)
            yield from (_tie(edge, graph, rates) for edge in graph.edges if edge.source == node.id)
    yield ""
    yield "Endings"
    for node in graph.nodes:
        if node.kind == ENDING:
            yield _row(node, rates)


def _row(node: Node, rates: Rates) -> str:
    count = rates.nodes.get(node.id, 0)
    share = rates.of(count)
    filled = -(-share * _BAR // 100)
    bar = "█" * filled + "·" * (_BAR - filled)
    rate = f"{share:>3} %" if count else "never"
    when = f"{node.first}-{node.last}" if node.first else ""
    return _fit(f"  {when:<6}{bar} {rate:<6}{visible(node.title)} ({plain_id(node)})")


def _tie(edge: Edge, graph: Graph, rates: Rates) -> str:
    count = rates.edges.get((edge.source, edge.target, edge.what), 0)
    rate = f"{rates.of(count):>3} %" if count else "never"
    target = next(node for node in graph.nodes if node.id == edge.target)
    ending = "the ending " if target.kind == ENDING else ""
    by = f"  by {edge.what}" if edge.what else ""
    return _fit(f"{'':>19}{rate:<6}{_SIGNS[edge.tie]} {ending}{plain_id(target)}{by}")


def plain_id(node: Node) -> str:
    """Return the id that the author gave."""
    return node.id.removeprefix(f"{ENDING}:")


def _fit(line: str) -> str:
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"


def dot(graph: Graph, rates: Rates) -> Iterator[str]:
    """Yield the graph in the language of Graphviz, line by line."""
    yield f"digraph {_quoted(graph.title)} {{"
    yield "  rankdir=LR; node [shape=box, style=rounded]; edge [fontsize=9];"
    for node in graph.nodes:
        count = rates.nodes.get(node.id, 0)
        when = f"sittings {node.first}-{node.last}, " if node.first else ""
        met = f"{rates.of(count)} %" if count else "never met"
        label = _quoted(f"{node.title}\n{when}{met}")
        looks = "" if count else ', style="rounded,dashed"'
        shape = ", shape=ellipse, style=solid" if node.kind == ENDING and count else ""
        yield f"  {_quoted(node.id)} [label={label}{looks}{shape}];"
    endings = " ".join(_quoted(node.id) + ";" for node in graph.nodes if node.kind == ENDING)
    yield f"  {{ rank=max; {endings} }}"
    for edge in graph.edges:
        count = rates.edges.get((edge.source, edge.target, edge.what), 0)
        label = _quoted(f"{edge.what} {rates.of(count)} %".strip())
        looks = {Tie.TERM: ", style=dotted", Tie.KEEPS_AWAY: ", arrowhead=tee"}.get(edge.tie, "")
        yield f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [label={label}{looks}];"
    yield "}"


def _quoted(text: str) -> str:
    """Return a text as DOT quotes it.

    >>> _quoted('the "barge"')
    '"the \\\\"barge\\\\""'
    """
    safe = "\n".join(visible(line) for line in text.split("\n"))
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
