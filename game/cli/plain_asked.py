"""A question that is answered by a number, and how it may be left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol


class WentBack(Exception):
    """Whoever was asked went back from the first question to the menu."""


class SaidOtherwise(Exception):
    """Something that is no answer was typed; it is to be read as a line of its own."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Asker(Protocol):
    """Asks for a number; raises `SaidOtherwise` when something else is typed."""

    def number(self, known: Sequence[int], show: Callable[[], None]) -> int:
        """Return one of the numbers that lines have, or 0 to go back one question.

        `show` prints the question, once more after something was asked or noted on the way.
        """
        ...
