"""What a told play is made of: scenes, deeds, papers, answers, remarks, pages.

Whoever writes a play down (in Markdown, in HTML, in lines) lays the same blocks out, so that all
of them say the same. Nothing in a block is markup: every text is to be escaped by who writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.state import Verdict


class Scene(NamedTuple):
    """A scene of the chair's own, before it was decided."""

    title: str
    place: str
    text: str
    rests_on: str = ""
    """Who says so, in a sentence."""


class Deed(NamedTuple):
    """What the chair itself decided."""

    text: str


class Clause(NamedTuple):
    """One clause of a paper, and what stood there before."""

    label: str
    now: str
    was: str | None = None
    """`None` where no paper lay there before."""


class Paper(NamedTuple):
    """A paper: every clause of the first one, of a later one what changed."""

    said: str
    clauses: tuple[Clause, ...]
    rest: str
    """What is said of the clauses that stand as they were; empty where none is left out."""
    land: tuple[str, ...] = ()
    """What it changes on the map, a sentence each."""


class Told(NamedTuple):
    """What came of a decision, sentence by sentence, as the chronicle tells it to the chair.

    A sentence that begins with two spaces goes on from the one before.
    """

    lines: tuple[str, ...]


class Remarks(NamedTuple):
    """What the player wrote beside a node."""

    glyph: str
    name: str
    note: tuple[str, ...]
    """Its lines."""


class Looked(NamedTuple):
    """That the archives were read, which somebody who goes on from there knows."""

    said: str


class Ended(NamedTuple):
    """How a line ended."""

    said: str
    verdict: Verdict


class Page(NamedTuple):
    """A page that is read after the talks."""

    heading: str
    paragraphs: tuple[str, ...]


class Stopped(NamedTuple):
    """A line that goes no further, and why."""

    said: str
    untold: tuple[str, ...] = ()
    """Decisions that stand on it and can be told no more, as they were recorded."""


Block = Scene | Deed | Paper | Told | Remarks | Looked | Ended | Page | Stopped


class Said(NamedTuple):
    """A paragraph of what was told, and what hangs on it."""

    text: str
    items: tuple[str, ...]


def paragraphs_of(lines: Iterable[str]) -> Iterator[Said]:
    """Yield the paragraphs of told sentences.

    >>> list(paragraphs_of(["He nods.", "His word:", "  the bank", "Sign it."]))
    [Said(text='He nods. His word:', items=('the bank',)), Said(text='Sign it.', items=())]
    """
    texts: list[str] = []
    items: list[str] = []
    for line in lines:
        if line.startswith("  "):
            items.append(line.strip())
            continue
        if items:
            yield Said(" ".join(texts), tuple(items))
            texts, items = [], []
        texts.append(line.strip())
    if texts or items:
        yield Said(" ".join(texts), tuple(items))


def one_line(text: str) -> str:
    """Return a text on one line, its words parted by single spaces.

    >>> one_line(" a \\n b ")
    'a b'
    """
    return " ".join(text.split())
