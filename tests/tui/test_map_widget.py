"""The map in Textual: it fills its room, follows claims, repaints only what a sprite touches."""

import asyncio
from pathlib import Path

from textual.app import App, ComposeResult

from game.files.geo import read_theatre
from game.files.scenarios import read_scenario
from game.tui.map.canvas import Mark
from game.tui.map.chart import chart_from
from game.tui.map.glyphs import Level
from game.tui.map.theatre import theatre_from
from game.tui.map.widget import MapCanvas

SCENARIOS = Path(__file__).parents[2] / "scenarios"
VIEW = SCENARIOS / "aigun-six-days" / "map" / "view.yaml"


class MapApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.pointed: list[str] = []

    def compose(self) -> ComposeResult:
        chart = chart_from(read_scenario("aigun-six-days").map)
        yield MapCanvas(theatre_from(read_theatre(SCENARIOS / "shared-map")), chart, id="map")

    def on_map_canvas_region_pointed(self, message: MapCanvas.RegionPointed) -> None:
        self.pointed.append(message.region)


def text_of(canvas: MapCanvas) -> str:
    return "\n".join(canvas.render_line(y).text for y in range(canvas.size.height))


def test_the_map_follows_claims_levels_windows_and_themes():
    async def play() -> None:
        app = MapApp()
        async with app.run_test(size=(80, 24)) as pilot:
            canvas = app.query_one(MapCanvas)
            assert text_of(canvas) == canvas.frame.text
            before = text_of(canvas)
            canvas.show_state(canvas.chart.state({"left-bank": "amur"}, cursor="left-bank"))
            assert "Russian" in text_of(canvas)
            assert text_of(canvas) != before
            assert "Left bank: Russian." in canvas.spoken
            canvas.show_level(Level.ASCII)
            assert text_of(canvas).isascii()
            canvas.show_window("zeya")
            assert "Kumara" in text_of(canvas)
            dark = canvas.palette
            app.theme = "textual-light"
            await pilot.pause()
            assert canvas.palette != dark

    asyncio.run(play())


def test_a_sprite_leaves_the_other_rows_as_they_were():
    async def play() -> None:
        app = MapApp()
        async with app.run_test(size=(60, 20)):
            canvas = app.query_one(MapCanvas)
            strips = [canvas.render_line(y) for y in range(20)]
            canvas.show_marks((Mark(10, 5, "◆", (255, 255, 255)),))
            after = [canvas.render_line(y) for y in range(20)]
            assert [y for y in range(20) if strips[y] is not after[y]] == [5]
            assert after[5].text[10] == "◆"
            canvas.show_marks(())
            assert canvas.render_line(5).text == strips[5].text

    asyncio.run(play())


def test_a_click_tells_the_region():
    async def play() -> None:
        app = MapApp()
        async with app.run_test(size=(80, 30)) as pilot:
            canvas = app.query_one(MapCanvas)
            cell = canvas.plate.ground.index(canvas.plate.code("lower-left-bank"))
            at = (cell % canvas.plate.width, cell // canvas.plate.width)
            await pilot.click(MapCanvas, offset=at)
            await pilot.pause()
            assert app.pointed == ["lower-left-bank"]

    asyncio.run(play())


def test_it_survives_being_very_small():
    async def play() -> None:
        app = MapApp()
        async with app.run_test(size=(5, 3)):
            canvas = app.query_one(MapCanvas)
            assert len(text_of(canvas).split("\n")) == canvas.size.height

    asyncio.run(play())
