"""The graph drawn: one SVG that needs nothing else, on a ground of its own in light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from game.coach.visible import visible
from game.coach.workshop.graph import ENDING, Graph, Node, Rates, Tie
from game.coach.workshop.graph_layout import Layout, Place, laid_out

WIDE, TALL = 200, 42
"""Of a box."""
BETWEEN = 64
"""From layer to layer."""
MARGIN, HEAD = 28, 96
LETTERS = 27
"""Of a title that a box has room for."""
PAPER, INK, FAINT = "#fbf8f1", "#26231d", "#7d766a"
SEATS = ("#b5532f", "#2f6f6b", "#6c5b95", "#8a6d1f")
"""A colour for each seat, in the scenario's order."""
NOBODYS = "#6b6558"
LOOKS = {
    Tie.NOTE: "",
    Tie.BRINGS: ' stroke-width="2.2"',
    Tie.KEEPS_AWAY: ' stroke-dasharray="7 3"',
    Tie.TERM: ' stroke-dasharray="2 3"',
}


def svg(graph: Graph, rates: Rates) -> str:
    """Return the drawing."""
    layout = laid_out(graph)
    wide = 2 * MARGIN + layout.layers * (WIDE + BETWEEN) - BETWEEN
    tall = HEAD + layout.height + MARGIN
    seats = [seat for seat in dict.fromkeys(node.seat for node in graph.nodes) if seat]
    colours = {seat: SEATS[at % len(SEATS)] for at, seat in enumerate(seats)}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}"'
        f' height="{tall}" font-family="DejaVu Sans, Verdana, sans-serif" font-size="12"'
        f' fill="{INK}">',
        f"<title>{_safe(graph.title)}</title>",
        '<defs><marker id="to" viewBox="0 0 8 8" refX="8" refY="4" orient="auto"'
        f' markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8">'
        f'<path d="M0,0 L8,4 L0,8 z" fill="{FAINT}"/></marker>'
        "</defs>",
        f'<rect width="{wide}" height="{tall}" fill="{PAPER}"/>',
        f'<text x="{MARGIN}" y="36" font-size="20" font-weight="bold">{_safe(graph.title)}</text>',
        *_legend(rates, colours),
        *_headings(graph, layout),
        *_edges(graph, rates, layout),
        *(_box(node, layout.boxes[node.id], rates, colours) for node in graph.nodes),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _legend(rates: Rates, colours: dict[str, str]) -> Iterator[str]:
    x, y = MARGIN, 66
    told = f"{rates.games} plays; the bar in a box is how many of them met it"
    yield f'<text x="{x}" y="{y}" fill="{FAINT}">{told}</text>'
    x += 8 * len(told)
    for seat, colour in colours.items():
        yield f'<rect x="{x}" y="{y - 11}" width="14" height="14" rx="3" fill="{colour}"/>'
        yield f'<text x="{x + 20}" y="{y}">{_safe(seat)}</text>'
        x += 44 + 8 * len(seat)
    for tie, means in (
        (Tie.NOTE, "by a note"),
        (Tie.BRINGS, "lets it come"),
        (Tie.KEEPS_AWAY, "keeps it away"),
        (Tie.TERM, "by a term of the paper"),
    ):
        yield f'<path d="M{x},{y - 4} h34" stroke="{FAINT}" fill="none"{LOOKS[tie]}/>'
        yield f'<text x="{x + 42}" y="{y}">{means}</text>'
        x += 66 + 7 * len(means)


def _headings(graph: Graph, layout: Layout) -> Iterator[str]:
    """Say over each column of endings which group they are of."""
    layers = {node.group: layout.boxes[node.id][0] for node in graph.nodes if node.group}
    for group, layer in layers.items():
        x, y = _left(layer), HEAD - 4
        yield f'<text x="{x}" y="{y}" fill="{FAINT}">Endings: {_safe(group)}</text>'


def _edges(graph: Graph, rates: Rates, layout: Layout) -> Iterator[str]:
    arcs: dict[tuple[str, str, Tie], list[str]] = {}
    for edge in graph.edges:
        count = rates.edges.get((edge.source, edge.target, edge.what), 0)
        said = f"{edge.what or edge.tie}: {rates.of(count)} % of plays"
        arcs.setdefault((edge.source, edge.target, edge.tie), []).append(said)
    titles = {node.id: node.title for node in graph.nodes}
    for (source, target, tie), all_said in arcs.items():
        told = _safe(f"{titles[source]} → {titles[target]}; {'; '.join(all_said)}")
        yield (
            f'<path d="{_curve(layout.routes[source, target])}" fill="none" stroke="{FAINT}"'
            f'{LOOKS[tie]} opacity="0.75" marker-end="url(#to)"><title>{told}</title></path>'
        )


def _curve(route: tuple[Place, ...]) -> str:
    """Return a path that runs level through every layer it passes; within a layer it bows out."""
    (source, _), (target, _) = route[0], route[-1]
    if source == target:
        x, y, down = _left(source) + WIDE, _y(route[0]), _y(route[-1])
        return f"M{x},{y} C{x + 30},{y} {x + 30},{down} {x},{down}"
    comes, goes = (0, WIDE) if source < target else (WIDE, 0)
    x, y = _left(source) + goes, _y(route[0])
    path = [f"M{x},{y}"]
    for at, place in enumerate(route[1:], 1):
        into, down = _left(place[0]) + comes, _y(place)
        half = (x + into) // 2
        path.append(f"C{half},{y} {half},{down} {into},{down}")
        x, y = _left(place[0]) + goes, down
        if at < len(route) - 1:
            path.append(f"H{x}")
    return " ".join(path)


def _box(node: Node, place: Place, rates: Rates, colours: dict[str, str]) -> str:
    count = rates.nodes.get(node.id, 0)
    share = rates.of(count)
    colour = colours.get(node.seat, NOBODYS)
    left, top = _left(place[0]), _y(place) - TALL // 2
    when = f"{node.first}-{node.last} · " if node.first else ""
    met = f"{share} %" if count else "never met"
    looks = "" if count else ' stroke-dasharray="5 4"'
    title = visible(node.title)
    short = title if len(title) <= LETTERS else title[: LETTERS - 1] + "…"
    corner = TALL // 2 if node.kind == ENDING else 6
    bar = (WIDE - 2 * corner) * share // 100
    whole = f"{title}; {node.seat or 'everybody'}; {when}{met}"
    return (
        f"<g><title>{_safe(whole)}</title>"
        f'<rect x="{left}" y="{top}" width="{WIDE}" height="{TALL}" rx="{corner}" fill="#ffffff"'
        f' stroke="{colour}" stroke-width="1.5"{looks}/>'
        f'<rect x="{left + corner}" y="{top + TALL - 5}" width="{bar}" height="3" rx="1"'
        f' fill="{colour}"/>'
        f'<text x="{left + 10}" y="{top + 16}" font-size="11.5">{_safe(short)}</text>'
        f'<text x="{left + 10}" y="{top + 31}" font-size="10" fill="{colour}">{when}{met}</text>'
        "</g>"
    )


def _left(layer: int) -> int:
    return MARGIN + layer * (WIDE + BETWEEN)


def _y(place: Place) -> int:
    return HEAD + place[1]


def _safe(text: str) -> str:
    return escape(visible(text))
