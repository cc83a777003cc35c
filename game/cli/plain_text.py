"""Text for people, printed line by line: wrapped, numbered, and free of anything that acts.

Whatever an author, a record or a player wrote is data on the terminal: it passes by `visible`.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Sequence

from game.coach.visible import visible

WIDTH = 72
"""Columns of prose; longer lines tire the eye, wider terminals or not."""


def wrapped(text: str, first: str = "", later: str | None = None) -> str:
    """Return a text in paragraphs of `WIDTH` columns; blank lines part paragraphs."""
    later = first if later is None else later
    paragraphs = []
    for paragraph in visible(text).split("\n\n"):
        words = " ".join(paragraph.split())
        if words:
            paragraphs.append(
                textwrap.fill(
                    words,
                    WIDTH,
                    initial_indent=first,
                    subsequent_indent=later,
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            )
            first = later
    return "\n\n".join(paragraphs)


def ended(text: str) -> str:
    """Return a text with a full stop at its end, and one only.

    >>> ended("not with that paper"), ended("Not today."), ended("And if I refuse?")
    ('not with that paper.', 'Not today.', 'And if I refuse?')
    """
    text = text.strip()
    return text if text.endswith((".", "!", "?", "”", "’")) else f"{text}."


def titled(text: str) -> tuple[str, str]:
    """Return the lines that begin a section of a report."""
    return "", f"{text}:"


def hung(label: str, text: str) -> str:
    """Return a text behind a label, its continuation below itself.

    >>> hung("  his   ", "his last word")
    '  his   his last word'
    """
    return wrapped(text, label, " " * len(label))


def item(key: int | str, text: str) -> str:
    """Return a line with what chooses it, its continuation indented.

    >>> item(3, "Dine with him"), item("g", "Go home")
    (' 3. Dine with him', ' g. Go home')
    """
    return wrapped(text, f"{key:>2}. ", "    ")


def number_of(known: Sequence[int]) -> str:
    """Return what is wanted where the lines of a list are told by their numbers.

    >>> number_of([1, 2, 3]), number_of([4]), number_of([1, 2, 5])
    ('A number from 1 to 3', 'The number 4', 'One of the numbers 1, 2, 5')
    """
    if len(known) == 1:
        return f"The number {known[0]}"
    if known[-1] - known[0] < len(known):
        return f"A number from {known[0]} to {known[-1]}"
    return f"One of the numbers {runs(map(str, known))}"


def runs(keys: Iterable[str]) -> str:
    """Return keys as a list in which three or more numbers that follow each other are a run.

    >>> runs(["1", "2", "3", "4", "a", "6", "7"])
    '1 to 4, a, 6, 7'
    """
    found: list[list[str]] = []
    for key in keys:
        follows = found and key.isdecimal() and found[-1][-1].isdecimal()
        if follows and int(key) == int(found[-1][-1]) + 1:
            found[-1].append(key)
        else:
            found.append([key])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(run) for run in found)


def say(*texts: str) -> None:
    """Print texts, wrapped; what follows a dash is set in below it."""
    for text in texts:
        put(wrapped(text, "", "  " if text.startswith("- ") else None))


def put(text: str = "") -> None:
    """Print a text that is laid out already."""
    sys.stdout.write(text + "\n")


def put_all(lines: Iterable[str]) -> None:
    """Print lines that are laid out already."""
    for line in lines:
        put(line)


def in_utf8() -> None:
    """Have what is printed from now on in UTF-8, where it goes into a file or another program."""
    if not sys.stdout.isatty() and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
