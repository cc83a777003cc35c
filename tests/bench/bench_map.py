"""How long the map takes: milliseconds, the median of several runs.

Bars: loading and first drawing at 60x30 under 120, drawing again under 40, a frame from kept
strips under 5.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from textual.app import App, ComposeResult

from game.files.geo import read_theatre
from game.files.scenarios import read_scenario
from game.tui.map.canvas import draw
from game.tui.map.chart import chart_from
from game.tui.map.glyphs import Level
from game.tui.map.labels import _laid_out
from game.tui.map.palette import NIGHT_LAMP
from game.tui.map.plate import engrave
from game.tui.map.sprites import flotilla
from game.tui.map.theatre import theatre_from
from game.tui.map.widget import MapCanvas

SCENARIOS = Path(__file__).parents[2] / "scenarios"
VIEW = read_scenario("aigun-six-days").map
PAPER = {"left-bank": "amur", "ussuri": "common", "villages": "qing-rule", "rivers": "three-two"}


def main(runs: int = 9) -> None:
    """Print a line for each measure and size."""
    chart = chart_from(VIEW)
    theatre = theatre_from(read_theatre(SCENARIOS / "shared-map"))
    state, other = chart.state(PAPER), chart.state({**PAPER, "ussuri": "qing"})
    show("load the theatre", runs, lambda: theatre_from(read_theatre(SCENARIOS / "shared-map")))
    window = chart.window("theatre")
    for width, height in ((60, 30), (110, 36), (160, 50)):
        size = f"{width}x{height}"

        def first(width: int = width, height: int = height) -> None:
            forget()
            draw(engrave(theatre, window, width, height), chart, state, NIGHT_LAMP, Level.BRAILLE)

        show(f"{size} first drawing", runs, first)
        plate = engrave(theatre, window, width, height)

        def recoloured(plate: object = plate) -> None:
            draw.cache_clear()
            draw(plate, chart, other, NIGHT_LAMP, Level.BRAILLE)

        recoloured()
        show(f"{size} another claim", runs, recoloured)
    asyncio.run(in_the_widget(runs))


async def in_the_widget(runs: int) -> None:
    """Print the times of a frame and of a sprite's step, without the terminal."""
    app = MapApp()
    async with app.run_test(size=(110, 36)):
        canvas = app.query_one(MapCanvas)

        def frame() -> None:
            for y in range(36):
                canvas.render_line(y)

        def fresh_strips() -> None:
            canvas._strips.clear()
            frame()

        def step() -> None:
            step.at = (step.at + 7) % 1000
            canvas.show_marks(flotilla(canvas.plate, "amur", step.at, NIGHT_LAMP, Level.BRAILLE))
            frame()

        step.at = 0
        frame()
        show("110x36 frame from kept strips", runs, frame)
        show("110x36 strips made anew", runs, fresh_strips)
        show("110x36 sprite's step", runs, step)


class MapApp(App[None]):
    """An application that is only the map."""

    def compose(self) -> ComposeResult:
        """Yield the map."""
        chart = chart_from(VIEW)
        theatre = theatre_from(read_theatre(SCENARIOS / "shared-map"))
        yield MapCanvas(theatre, chart, state=chart.state(PAPER))


def forget() -> None:
    """Empty every cache."""
    for kept in (engrave, draw, _laid_out):
        kept.cache_clear()


def show(name: str, runs: int, work: Callable[[], object]) -> None:
    """Print the median time of a piece of work."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    print(f"{name:32} {median(times):8.2f} ms")


if __name__ == "__main__":
    main()
