"""What shows only its ground looks as it did when each of its rows was painted for itself."""

from __future__ import annotations

import asyncio

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.widgets import Static

from game.tui.widgets.bare import BareColumn, BareRow


class Side(App[None]):
    """Shows a column beside another, with bare ground around what they hold."""

    CSS = """
    Horizontal { background: darkgreen; padding: 0 2; align: center middle; }
    Vertical { background: $panel; width: 20; height: 10; }
    Static { width: 12; height: 3; border: round red; }
    """

    def __init__(self, across: type[Horizontal], down: type[Vertical]) -> None:
        super().__init__()
        self._across, self._down = across, down

    def compose(self) -> ComposeResult:
        with self._across():
            with self._down():
                yield Static("Amur")
            yield Static("Ussuri")


def shot(across: type[Horizontal], down: type[Vertical]) -> str:
    """Return the picture after one of the grounds has changed."""

    async def painted() -> str:
        app = Side(across, down)
        async with app.run_test(size=(60, 20)) as pilot:
            app.query_one(Vertical).styles.background = "navy"
            await pilot.pause()
            return app.export_screenshot(title="side")

    return asyncio.run(painted())


def test_bare_ground_looks_as_textual_paints_it() -> None:
    def named(picture: str) -> str:
        """Return a picture without the number that tells its styles from another's."""
        number = picture.split("terminal-")[1].split("-")[0]
        return picture.replace(number, "")

    assert named(shot(BareRow, BareColumn)) == named(shot(Horizontal, Vertical))


def test_bare_ground_is_one_row() -> None:
    async def rows() -> int:
        app = Side(BareRow, BareColumn)
        async with app.run_test(size=(60, 20)):
            return len({id(row) for row in app.query_one(BareRow).render_lines(Region(3, 4, 9, 8))})

    assert asyncio.run(rows()) == 1
