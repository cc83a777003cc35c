"""Textual's driver, waiting less for what may follow Escape.

A longer key begins as Escape does. Textual waits a tenth of a second for the rest of it, and looks
only every tenth whether that is over: so much was felt at every Escape.
"""

from __future__ import annotations

import os
import sys
from codecs import getincrementaldecoder

from textual import constants
from textual.driver import Driver

SECONDS = 0.04
"""The parts of a key that a network has cut in two are nearer to each other than this."""


def quick(found: type[Driver]) -> type[Driver]:
    """Return a driver that hears Escape sooner, where it would be Textual's for Linux and macOS.

    A player whose network is slower sets ESCDELAY, in milliseconds, as for other programs.
    """
    if sys.platform == "win32":
        return found
    from selectors import EVENT_READ, SelectSelector

    try:
        from textual._xterm_parser import XTermParser
        from textual.drivers.linux_driver import LinuxDriver
    except ImportError:  # another Textual: its parser is no promise of its
        return found

    class QuickDriver(LinuxDriver):
        """Reads keys as `LinuxDriver` does, only looking oftener whether one is over."""

        def run_input_thread(self) -> None:
            parser = XTermParser()
            decode = getincrementaldecoder("utf-8")("replace").decode
            with SelectSelector() as selector:
                selector.register(self.fileno, EVENT_READ)
                while not self.exit_event.is_set():
                    if selector.select(constants.ESCAPE_DELAY):
                        text = decode(os.read(self.fileno, 4096))
                        # No text is no end: there may be half a letter, and the parser would stop.
                        for message in parser.feed(text) if text else ():
                            self.process_message(message)
                    for message in parser.tick():
                        self.process_message(message)

    if found is not LinuxDriver:
        return found
    if "ESCDELAY" not in os.environ:
        constants.ESCAPE_DELAY = SECONDS  # type: ignore[misc]
    return QuickDriver
