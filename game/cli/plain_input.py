"""What is typed: lines from a keyboard or a pipe, until there are no more."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import TextIO

from game.cli.plain_text import put
from game.coach.visible import visible

LONGEST = 2000
"""Characters of a line that are read; no decision is nearly as long."""
COMMENT = "#"
"""A line that begins so is passed over, so that a script can say what it does."""
EMPTY = "An empty line decides nothing; 'help' lists what you can say."
LEAVE = ("quit", "leave", "exit", "q")
"""Leaves the table."""
BACK = ("0", "back")
"""Goes back one question."""
YES = ("yes", "y")
NO = ("no", "n")
"""Answer a question to which there is one answer."""


class InputEnded(Exception):
    """Nothing more will be typed."""


class Reader:
    """Reads lines; from a pipe it also prints them, so that the transcript reads whole."""

    def __init__(self, source: TextIO | None = None) -> None:
        self.source = sys.stdin if source is None else source
        self._is_on_terminal = source is None and sys.stdout.isatty()
        self.is_keyboard = self._is_on_terminal and sys.stdin.isatty()
        self.before: Callable[[], None] = lambda: None
        """Is called before each line is asked for; what it raises is passed on."""
        self._back: list[str] = []

    def line(self, prompt: str = "> ", *, empty: bool = False) -> str:
        """Return the next line that says something; raises `InputEnded` after the last one.

        With `empty` a line without a word says something, too; else a keyboard is told that it
        decides nothing.
        """
        if self._back:
            return self._back.pop()
        while True:
            self.before()
            text = self._raw(prompt).strip()[:LONGEST]
            if (text or empty) and not text.startswith(COMMENT):
                put()
                return text
            if not text and self.is_keyboard:
                put(EMPTY)

    def enter(self, prompt: str) -> None:
        """Wait at a keyboard until Enter is pressed; a pipe does not wait."""
        if self.is_keyboard:
            self._raw(prompt)

    def scroll_away(self) -> bool:
        """Push what a terminal shows out of sight, further up; return whether there is one."""
        if self._is_on_terminal:
            put("\n" * shutil.get_terminal_size().lines)
        return self._is_on_terminal

    def give_back(self, text: str) -> None:
        """Put a line back, to be read next."""
        self._back.append(text)

    def _raw(self, prompt: str) -> str:
        if self.is_keyboard:
            try:
                return input(prompt)
            except EOFError:
                raise InputEnded from None
        text = self.source.readline()
        if not text:
            raise InputEnded
        if text.strip() and not text.lstrip().startswith(COMMENT):
            put(f"{prompt}{visible(text.rstrip())}")
        return text
