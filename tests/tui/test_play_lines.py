"""A list that becomes longer than its room: no letter is lost below its scrollbar."""

from __future__ import annotations

import asyncio

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets.option_list import Option

from game.tui.play.act_lines import Lines
from game.tui.widgets.hung import KEY, Hung

WORDS = "the ministers' caution and the settlement of the lower river rise a little"


class Listing(App[None]):
    """Shows a list that is seven rows high."""

    CSS = "Lines { height: 7; width: 34; border: none; padding: 0; }"

    def compose(self) -> ComposeResult:
        """Yield the list."""
        yield Lines()


def test_a_list_breaks_its_lines_alike_with_a_scrollbar_and_without() -> None:
    async def look() -> None:
        app = Listing()
        async with app.run_test(size=(60, 20)) as pilot:
            found = app.query_one(Lines)
            widths = set()
            for number in (1, 9, 2):
                found.clear_options()
                found.add_options(Option(Hung(Content(WORDS), KEY)) for _ in range(number))
                await pilot.pause()
                widths.add((found.scrollable_content_region.width, found.size.width))
                assert (found.max_scroll_y > 0) == (number == 9)
            assert len(widths) == 1

    asyncio.run(look())
