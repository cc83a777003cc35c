"""A screen decides nothing itself: keys and the bare session come to the same digests."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.widgets import OptionList

from game.cli.seating import seating
from game.files.library import Library
from game.files.plays import heading_for
from game.files.scenarios import read_scenario
from game.record import Record
from game.rules import Rules, parsed
from game.session import Session
from game.tui.app import AmurApp
from game.tui.play.screen import PlayScreen
from game.tui.widgets.prose import Prose

SEED = "8"
DECISIONS = 10


@pytest.mark.parametrize("seat", ["muraviev", "yishan"])
def test_ten_decisions_by_keys_come_out_as_through_the_session(tmp_path: Path, seat: str) -> None:
    rules = Rules(read_scenario("aigun-six-days"))

    async def played() -> Record:
        game = AmurApp(rules, seating, Library(tmp_path), seat=seat, seed=SEED)
        async with game.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, PlayScreen)
            for _ in range(4 * DECISIONS):
                if decided(screen.session.record, seat) >= DECISIONS or screen.session.is_over:
                    break
                assert screen.query_one(OptionList).highlighted is not None
                await pilot.press("enter")
                await pilot.pause()
            return screen.session.record

    record = asyncio.run(played())
    assert decided(record, seat) == DECISIONS
    again = through_the_session(rules, record, seat)
    assert digests(again) == digests(record)


def test_going_back_tells_nothing_twice(tmp_path: Path) -> None:
    rules = Rules(read_scenario("aigun-six-days"))

    async def play() -> None:
        game = AmurApp(rules, seating, Library(tmp_path), seat="muraviev", seed=SEED)
        async with game.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            screen = game.screen
            assert isinstance(screen, PlayScreen)
            story = screen.query_one("#story", Prose)
            scene = story.text
            await pilot.press("escape")
            assert story.text == scene
            for _ in range(120):
                if screen.session.is_over:
                    break
                await pilot.press("enter")
                await pilot.pause()
            assert screen.session.is_over
            end = story.text
            await pilot.press("escape")
            assert story.text == end
            await pilot.press("u")
            await pilot.pause()
            assert not screen.session.is_over
            assert "The archives" not in story.text

    asyncio.run(play())


def through_the_session(rules: Rules, record: Record, seat: str) -> Record:
    """Return a record in which a person decides the same, without any screen."""
    session = Session(rules, Record(heading_for(rules, SEED, seat)), seating(rules, SEED))
    session.advance()
    for node in record.path(record.cursor):
        if node.seat_id == seat:
            session.decide(parsed(node.decision_text, rules.table, session.state))
    return session.record


def decided(record: Record, seat: str) -> int:
    return sum(node.seat_id == seat for node in record.path(record.cursor))


def digests(record: Record) -> list[tuple[str, str]]:
    return [(node.decision_text, node.digest) for node in record.path(record.cursor)]
