"""The first picture of a play is the one that stays: laid out for its window, and the advisers."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.tui.play.act_lines import Lines
from game.tui.play.advisers import Advisers
from game.tui.play.screen import PlayScreen
from game.tui.play.story import Story
from tests.tui.playing import played, until


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_nothing_jumps_when_a_play_is_opened(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[tuple[int, bool]] = []
    follow = Lines.on_resize

    def look(lines: Lines) -> None:
        follow(lines)
        laid_out.append((lines.size.width, bool(lines.screen.query_one(Advisers).text)))

    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await pilot.pause()
        width = screen.query_one(Lines).size.width
        assert laid_out
        assert set(laid_out) == {(width, True)}
        story = screen.query_one(Story)
        await until(pilot, lambda: not story.has_class("-unplaced"))
        assert story.styles.scrollbar_gutter == "stable", "text is not wrapped again for a bar"

    monkeypatch.setattr(Lines, "on_resize", look)
    played(tmp_path, size, act)
