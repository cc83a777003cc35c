"""Keys reach the game whole, and Escape does soon."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Queue
from threading import Event, Thread
from typing import Any

import pytest
from textual import constants
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key
from textual.message import Message

from game.tui.driver import SECONDS, quick

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells of keys whole")


@contextmanager
def typed() -> Iterator[tuple[int, Queue[Message]]]:
    """Yield where bytes are typed, and what a driver makes of them."""
    from textual.drivers.linux_driver import LinuxDriver

    read, write = os.pipe()
    kind: Any = quick(LinuxDriver)
    driver = kind.__new__(kind)
    found: Queue[Message] = Queue()
    driver.fileno, driver.exit_event, driver.process_message = read, Event(), found.put
    thread = Thread(target=driver.run_input_thread)
    thread.start()
    try:
        yield write, found
    finally:
        driver.exit_event.set()
        thread.join()
        os.close(read)
        os.close(write)


@pytest.fixture(autouse=True)
def waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave Textual's own waiting as it was."""
    monkeypatch.delenv("ESCDELAY", raising=False)
    monkeypatch.setattr(constants, "ESCAPE_DELAY", constants.ESCAPE_DELAY)


def keys(found: Queue[Message], count: int) -> list[str]:
    got = [found.get(timeout=5) for _ in range(count)]
    return [message.key for message in got if isinstance(message, Key)]


def test_escape_alone_and_keys_that_begin_like_it_are_told_apart() -> None:
    with typed() as (write, found):
        os.write(write, b"\x1b")
        assert keys(found, 1) == ["escape"]
        os.write(write, b"\x1bOP\x1b[A")
        assert keys(found, 2) == ["f1", "up"]
    assert constants.ESCAPE_DELAY == SECONDS


def test_half_a_letter_waits_for_its_other_half() -> None:
    with typed() as (write, found):
        os.write(write, "й".encode()[:1])
        os.write(write, "й".encode()[1:] + b"x")
        assert len(keys(found, 2)) == 2


def test_a_player_sets_the_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESCDELAY", "300")
    before = constants.ESCAPE_DELAY
    with typed():
        assert before == constants.ESCAPE_DELAY


def test_a_driver_of_another_kind_stays_as_it_is() -> None:
    assert quick(HeadlessDriver) is HeadlessDriver
