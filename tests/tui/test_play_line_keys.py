"""The keys of the lines: every line that may be chosen shows one, in order and without a gap."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.rules.legal import Head
from game.state import Phase
from game.tui.play.acts import Acts
from game.tui.play.keys import FURTHER
from game.tui.play.linekeys import Numbering
from game.tui.play.screen import PlayScreen
from tests.tui.playing import decide, played, to_the_table


def keys_shown(screen: PlayScreen) -> list[str]:
    """Return the first word of every open line."""
    return [offer.text.plain.split()[0] for offer in screen.query_one(Acts).offers if offer.is_open]


@pytest.mark.parametrize("seat", ["muraviev", "yishan"])
def test_open_acts_are_numbered_without_a_gap(tmp_path: Path, seat: str) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        for _ in range(8):
            await to_the_table(screen, pilot)
            keys = keys_shown(screen)
            numbers = [key for key in keys if key not in ("a", "g")]
            assert numbers == list("1234567890")[: len(numbers)]
            assert len(keys) - len(numbers) <= 2
            at = keys.index("4")
            opened = [offer for offer in screen.query_one(Acts).offers if offer.is_open]
            await pilot.press("4")
            await pilot.pause()
            if opened[at].heads[1:]:
                assert keys_shown(screen) == list("1234567890")[: len(keys_shown(screen))]
                await pilot.press("escape")
            if screen.session.state.phase is Phase.OVER:
                return
            await to_the_table(screen, pilot)
            await decide(screen, pilot, "1")

    played(tmp_path, (80, 24), act, seat=seat)


def test_letters_follow_the_ten_digits() -> None:
    number = Numbering()
    keys = [number(Head("tactic", "x")).key for _ in range(10 + len(FURTHER))]
    assert keys[:10] == list("1234567890")
    assert keys[10] == FURTHER[1]


def test_the_host_breaks_off_by_the_key_of_going_home(tmp_path: Path) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        line = next(o for o in screen.query_one(Acts).offers if o.name == "break-off")
        assert line.text.plain.startswith("g ")
        await pilot.press("g")
        await pilot.pause()
        assert screen.twice.is_about("break-off")

    played(tmp_path, (80, 24), act, seat="yishan")
