"""What nobody needs any more goes while nobody waits for a key, and what stays is left alone."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import ref

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from game.cli.seating import seating
from game.files.plays import heading_for, start_play
from game.rules import Rules
from game.tui import sweeping
from game.tui.app import AmurApp
from game.tui.opened import run
from game.tui.screens.reading import Reading
from game.tui.sweeping import MUCH, Sweeper
from tests.tui.playing import until

SCENARIO, SEAT, SIZE = "aigun-six-days", "muraviev", (80, 24)
ALL = 2
"""The generation of what has been there for long: with it all is looked through."""
RARELY = sweeping.NEWEST, sweeping.SELDOM, sweeping.NEVER
"""How often Python looks by itself once all is imported that a play needs."""


class Ring:
    """Holds itself, and goes only when it is looked for."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Have all other tests looked through as often as before."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_what_was_left_behind_goes_in_the_next_pause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        await settled(pilot)
        ring = Ring()
        gone = ref(ring)
        gc.collect(1)  # now it is one of those that have been there for long
        del ring
        made_much()
        await pilot.press("down")
        await until(pilot, lambda: gone() is None)

    played(act, tmp_path, monkeypatch)


def test_all_is_looked_through_only_after_much_has_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        sweeper = Sweeper(game)
        sweeper.sweep()
        with looked_through() as times:
            sweeper.sweep()
            assert ALL not in times
            made_much()
            sweeper.sweep()
            assert times.count(ALL) == 1
            sweeper.sweep()
            assert times.count(ALL) == 1

    monkeypatch.setattr(sweeping, "PAUSE", 600)
    played(act, tmp_path, monkeypatch)


def test_a_page_is_not_looked_through_while_it_is_open_and_goes_with_the_newest_once_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        sweeper = Sweeper(game)
        await until(pilot, lambda: gc.get_threshold() == RARELY)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(game.screen, Reading))
        page = ref(game.screen)
        with looked_through() as times:
            sweeper.sweep_newest()
            assert times == []
            await pilot.press("escape")
            await until(pilot, lambda: game.is_playing and not is_running(page()))
            sweeper.sweep_newest()
            assert times == [1]
        assert page() is None

    def is_running(page: Screen[Any] | None) -> bool:
        return page is not None and page.is_running

    monkeypatch.setattr(sweeping, "PAUSE", 600)
    monkeypatch.setattr(sweeping, "BREATH", 600)
    monkeypatch.setattr(sweeping, "FEW", 0)
    played(act, tmp_path, monkeypatch)


def test_keys_that_follow_each_other_are_kept_waiting_by_no_look_through_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        await until(pilot, lambda: gc.get_threshold() == RARELY)
        with looked_through() as times:
            for _ in range(12):
                await pilot.press("question_mark", "escape")
        assert set(times) <= {0}

    monkeypatch.setattr(sweeping, "PAUSE", 600)
    monkeypatch.setattr(sweeping, "BREATH", 600)
    played(act, tmp_path, monkeypatch)


def test_each_key_puts_it_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        loop = asyncio.get_running_loop()
        later = loop.call_later
        put_off: list[asyncio.TimerHandle] = []

        def call_later(
            delay: float, callback: Callable[..., object], *about: object
        ) -> asyncio.TimerHandle:
            handle = later(delay, callback, *about)
            if delay == sweeping.PAUSE:
                put_off.append(handle)
            return handle

        monkeypatch.setattr(loop, "call_later", call_later)
        await pilot.press("down", "up", "down")
        assert len(put_off) >= 3
        assert all(handle.cancelled() for handle in put_off[:-1])
        assert not put_off[-1].cancelled()

    monkeypatch.setattr(sweeping, "PAUSE", 600)
    played(act, tmp_path, monkeypatch)


def test_what_a_play_needs_is_left_alone_until_another_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(game: AmurApp, pilot: Pilot[None]) -> None:
        ring = Ring()
        gone = ref(ring)
        await settled(pilot)
        assert game.kept is not None
        played_by = game.kept.session.game
        assert not any(each is played_by for each in gc.get_objects())
        del ring
        gc.collect()
        assert gone() is not None
        game.action_leave_play()
        rules = Rules(game.scenario)
        heading = heading_for(rules, "8", SEAT)
        game.open_play(lambda: start_play(rules, heading, seating, game.shelf.library))
        await pilot.press("down")
        await until(pilot, lambda: gone() is None)
        assert not any(each is rules for each in gc.get_objects())

    played(act, tmp_path, monkeypatch)


def played(
    act: Callable[[AmurApp, Pilot[None]], Awaitable[None]],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Open the game on a play as the command does, and have something done in it."""

    async def play(game: AmurApp) -> None:
        async with game.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await act(game, pilot)

    monkeypatch.setenv("AMUR_HOME", str(home))
    monkeypatch.setattr(AmurApp, "run", lambda game: asyncio.run(play(game)))
    if sweeping.PAUSE < 600:
        monkeypatch.setattr(sweeping, "PAUSE", 0.01)
    run(seating, scenario=SCENARIO, seat=SEAT, seed="7")


async def settled(pilot: Pilot[None]) -> None:
    """Wait for a pause in which the play that was opened is put aside."""
    with looked_through() as times:
        await pilot.press("down")
        await until(pilot, lambda: ALL in times)


def made_much() -> None:
    """Have so much made that all is to be looked through."""
    for _ in range(MUCH):
        gc.collect(1)


@contextmanager
def looked_through() -> Iterator[list[int]]:
    """Yield how far back it has been looked for what can go, each time."""
    times: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop":
            times.append(info["generation"])

    gc.callbacks.append(note)
    try:
        yield times
    finally:
        gc.callbacks.remove(note)
