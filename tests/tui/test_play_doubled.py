"""A key that is hit twice in one go does not choose from the list that its first press brought."""

from __future__ import annotations

from math import inf
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.tui.play import doubled
from game.tui.play.acts import DOUBLED, Acts
from game.tui.play.screen import PlayScreen
from tests.tui.playing import decide, helped, played, to_the_table, until


@pytest.mark.parametrize("is_entered", [False, True])
def test_a_doubled_key_spends_no_argument(
    is_entered: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        acts = screen.query_one(Acts)
        number = next(offer.number for offer in acts.offers if offer.name == "argue")
        before, listed = screen.session.cursor, acts.offers
        if is_entered:
            await pilot.press(*["down"] * (number - 1))
        key = "enter" if is_entered else str(number)
        monkeypatch.setattr(doubled, "WITHIN", 60.0)
        await pilot.press(key, key)
        await until(pilot, lambda: acts.offers != listed)
        await pilot.press(key)
        await until(pilot, lambda: helped(screen) == DOUBLED)
        assert screen.session.cursor == before
        await pilot.press("1" if is_entered else "3")
        await until(pilot, lambda: screen.session.cursor != before)

    played(tmp_path, (80, 24), act)


def test_a_doubled_key_does_not_end_the_talks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        await to_the_table(screen, pilot)
        monkeypatch.setattr(doubled, "WITHIN", 60.0)
        await pilot.press("g", "g")
        await until(pilot, lambda: "Press it once more" in helped(screen))
        assert not screen.session.is_over
        monkeypatch.setattr(doubled, "WITHIN", -inf)
        await pilot.press("g")
        await until(pilot, lambda: screen.session.is_over)

    played(tmp_path, (80, 24), act)


def test_a_doubled_key_does_not_answer_the_next_scene(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(screen: PlayScreen, pilot: Pilot[None]) -> None:
        monkeypatch.setattr(doubled, "WITHIN", 60.0)
        await decide(screen, pilot, "1")
        before = screen.session.cursor
        await pilot.press("1")
        await until(pilot, lambda: helped(screen) == DOUBLED)
        assert screen.session.cursor == before

    played(tmp_path, (80, 24), act)
