"""The land as each of two lines leaves it, and the difference in words."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from game.rules import Game
from game.tui.compare.either import Comparison, land, which
from game.tui.map.chart import Chart
from game.tui.map.claims import MapState
from game.tui.map.widget import MapCanvas
from game.tui.map.words import changes
from game.tui.play.board import board
from game.tui.texts import lines, plain, said
from game.tui.widgets.panel import Panel

ALIKE = "Both leave the land in the same hands."
NAME_CELLS = 40


class Maps(Vertical):
    """Shows two maps beside each other; a narrow window shows one of them."""

    DEFAULT_CSS = """
    Maps { height: 1fr; }
    Maps > Horizontal { height: 1fr; }
    Maps Panel { width: 1fr; height: 1fr; padding: 0; }
    Maps > Static { height: auto; max-height: 30%; padding: 0 2; }
    """

    def __init__(self, rules: Game, compared: Comparison) -> None:
        super().__init__(classes="-see-a")
        self.rules = rules
        self.compared = compared

    def compose(self) -> ComposeResult:
        """Yield a map for each line, and below them the difference."""
        written = self.rules.scenario.map
        with Horizontal():
            yield Panel(board(written), id="map-a")
            yield Panel(board(written), id="map-b")
        yield Static()

    def on_mount(self) -> None:
        """Draw the maps."""
        self.show(self.compared)

    def show(self, compared: Comparison) -> None:
        """Show the maps of a comparison; what differs on them is lit."""
        self.compared = compared
        canvases = list(self.query(MapCanvas))
        if not canvases:
            return
        chart = canvases[0].chart
        sides = compared.a, compared.b
        lands = [land(self.rules, chart, one) for one in sides]
        states = [state for _, state in lands]
        lit = differing(*states)
        for canvas, (own, state) in zip(canvases, lands, strict=True):
            canvas.show_chart(own, replace(state, highlight=lit))
        for letter, id, one in zip("AB", ("#map-a", "#map-b"), sides, strict=True):
            panel = self.query_one(id, Panel)
            panel.show_title(said(f"{letter} · ", plain(one.name, NAME_CELLS)))
            panel.show_state(which(one))
        self.query_one(Static).update(_told(chart, compared, states))

    def see(self, letter: str) -> None:
        """Choose the map that a narrow window shows: `a` or `b`."""
        self.set_class(letter == "a", "-see-a")
        self.set_class(letter == "b", "-see-b")


def differing(a: MapState, b: MapState) -> tuple[str, ...]:
    """Return the regions and rivers that two maps have otherwise, by holder, flag or word."""
    found: dict[str, None] = {}
    for one, other in ((a.holders, b.holders), (a.words, b.words), (a.waters, b.waters)):
        here, there = dict[str, object](one), dict[str, object](other)
        found |= dict.fromkeys(id for id in {**here, **there} if here.get(id) != there.get(id))
    return tuple(found)


def _told(chart: Chart, compared: Comparison, states: list[MapState]) -> Content:
    told = changes(chart, states[0], states[1], "B {now}, A {was}")
    if not told:
        return plain(ALIKE, style="$text-muted")
    names = (plain(one.name, NAME_CELLS, "bold") for one in (compared.a, compared.b))
    heading = said("A is ", next(names), ", B is ", next(names), "; they differ:")
    return lines(heading, plain(" ".join(told)))
