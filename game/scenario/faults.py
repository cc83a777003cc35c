"""A fault is something wrong in a scenario: where it stands, what it is, how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from game.scenario.spelling import is_near

if TYPE_CHECKING:
    from collections.abc import Iterable

Path = tuple[str | int, ...]
"""The keys and list positions that lead to a value, from the top of the scenario."""


class Severity(StrEnum):
    """Whether a fault keeps the scenario from being played."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """The kinds of fault; stable, for tools and searches."""

    # What the file is.
    MISSING_FILE = "missing-file"
    """A file that the scenario needs is not there, or cannot be read."""
    OUTSIDE_FOLDER = "outside-folder"
    """A file is a link that leads out of the scenario's folder."""
    UNREAD_FILE = "unread-file"
    """A file of the scenario's folder that nothing reads."""
    TOO_BIG = "too-big"
    """A file or a scenario holds more than is read."""
    NOT_TEXT = "not-text"
    """A file is not UTF-8 text."""
    YAML_SYNTAX = "yaml-syntax"
    """The text is no YAML."""
    FORBIDDEN_YAML = "forbidden-yaml"
    """YAML that scenarios do not use: anchors, aliases, tags, merge keys, tabs, documents."""
    DUPLICATE_KEY = "duplicate-key"
    """A key stands twice in one mapping, or an id twice in the scenario."""
    BAD_PAGE = "bad-page"
    """A page of Markdown does not begin with its front lines."""

    BAD_MAP = "bad-map"
    """A shared map cannot be understood, or its theatre is not made of the files beside it."""

    # What stands in it.
    MISSING_KEY = "missing-key"
    """Something that must be said is not said."""
    UNKNOWN_KEY = "unknown-key"
    """A key that means nothing here."""
    TYPE_MISMATCH = "type-mismatch"
    """Another kind of value is needed here: a text, a list, a mapping, a number, a condition."""
    BAD_NUMBER = "bad-number"
    """No number, or one that is not allowed here."""
    BAD_RANGE = "bad-range"
    """No range such as 0-100, or a number outside its range."""
    BAD_ANSWER = "bad-answer"
    """Neither yes nor no."""
    BAD_DATE = "bad-date"
    """No date such as 1858-05-28, or dates in the wrong order."""
    BAD_ID = "bad-id"
    """An id is not in kebab-case, means something else, or is not its folder's in a library."""
    UNKNOWN_WORD = "unknown-word"
    """A word that is none of a closed list."""
    BAD_EXPRESSION = "bad-expression"
    """A condition or formula cannot be read."""
    TOO_DEEP = "too-deep"
    """An expression is nested too deeply."""
    TOO_LONG = "too-long"
    """A text, or an expression, is longer than it may be."""
    BAD_EFFECT = "bad-effect"
    """An effect is not written as its kind is."""
    BARE_NUMBER = "bare-number"
    """An effect sets a number where it may have been meant to add."""

    # What it refers to.
    UNKNOWN_NAME = "unknown-name"
    """An expression or effect uses a name that nothing bears."""
    UNKNOWN_ID = "unknown-id"
    """An id refers to nothing."""
    UNKNOWN_SOURCE = "unknown-source"
    """A source that sources.yaml does not list."""
    NO_SOURCE = "no-source"
    """Something cites no source and is not marked as invented."""
    UNUSED_SOURCE = "unused-source"
    """Nothing cites a source."""
    NOTE_NEVER_SET = "note-never-set"
    """A condition asks for a note that no effect sets."""
    NOTE_NEVER_READ = "note-never-read"
    """An effect sets a note that no condition asks for."""

    UNFILLED = "unfilled"
    """A word in braces for which nothing is put in."""

    # What it adds up to.
    BAD_SUM = "bad-sum"
    """Shares or weights do not add up to 100."""
    IDLE_ISSUE = "idle-issue"
    """An issue that moves nobody by 5 points."""
    EMPTY_ZONE = "empty-zone"
    """No paper suits both seats, whatever the start."""
    TOTAL_ZONE = "total-zone"
    """Every paper suits both seats, whatever the start."""
    OUTSIDE_ZONE = "outside-zone"
    """History signs a paper that leaves somebody with less than no paper would."""
    HISTORY_NOT_REACHABLE = "history-not-reachable"
    """The documented record does not replay, or signs what is not marked as history."""
    DOMINATED_OPTION = "dominated-option"
    """An option that another of its issue beats for everybody."""
    TOO_FEW_CHOICES = "too-few-choices"
    """A scene leaves nothing to choose."""
    TOO_FEW_NEEDS = "too-few-needs"
    """Whoever is drawn for a chair needs the same in every play, or nothing."""
    NO_EFFECT = "no-effect"
    """A choice changes nothing."""
    MISSING_BRIEF = "missing-brief"
    """A seat has no page of instructions."""
    UNREACHABLE_ENDING = "unreachable-ending"
    """An ending that stands behind others that leave it nothing."""
    CONTRADICTION = "contradiction"
    """A condition that can never hold, or something that can never come."""
    ALWAYS_TRUE = "always-true"
    """A comparison that cannot fail."""
    UNUSED_TRACK = "unused-track"
    """A track that nothing changes and nothing reads."""

    # Whether it can have been.
    NOT_ALIVE = "not-alive"
    """Somebody acts before birth or after death."""
    OUT_OF_OFFICE = "out-of-office"
    """Somebody acts while he holds none of his offices, or not the one that is named."""

    NOT_YET = "not-yet"
    """Something is known before it has happened."""
    TOO_FAST = "too-fast"
    """Something is known sooner than the fastest courier can have brought it."""

    ICE_BOUND = "ice-bound"
    """Boats go where all is ice."""

    # What its tests say.
    BAD_DECISION = "bad-decision"
    """A line of a test is no decision in words."""
    FAILED_CASE = "failed-case"
    """A test of the scenario does not hold."""


class Place(NamedTuple):
    """A place in a file: line and column count from 1."""

    file: str
    line: int
    column: int


class Problem(NamedTuple):
    """Something wrong at a path of the scenario, before its place is looked up."""

    path: Path
    code: Code
    message: str
    hint: str
    """How to mend it."""
    severity: Severity = Severity.ERROR
    offset: int = 0
    """How many characters into the scalar."""
    at_key: bool = False
    """The key is meant, not its value."""
    also: tuple[Path, ...] = ()
    """What else must be seen to understand it."""
    so: tuple[Path, ...] = ()
    """What is wrong only because of it."""
    lacks: bool = False
    """It is wrong because of what is not there, such as another choice that sets a note."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a scenario; `file` is relative to its folder."""

    file: str
    line: int
    column: int
    code: Code
    severity: Severity
    message: str
    hint: str
    """How to mend it."""
    also: tuple[Place, ...] = ()
    """Where else one must look."""
    path: Path = field(default=(), compare=False, repr=False)
    """What of the scenario it is about, where it is about a part of it."""
    lacks: bool = field(default=False, compare=False, repr=False)
    """It is wrong because of what is not there."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        also = ", ".join(f"{there.file}:{there.line}" for there in self.also)
        see = f"; see {also}" if also else ""
        return f"{place}: {self.code}: {self.message}{see} ({self.hint})"

    @property
    def is_error(self) -> bool:
        """Whether the scenario cannot be played until this is mended."""
        return self.severity is Severity.ERROR


class Places(Protocol):
    """Where each value of a scenario stands."""

    def place(self, path: Path, *, offset: int = 0, at_key: bool = False) -> Place:
        """Return the place of the value at a path, or of the nearest thing around it."""
        ...


def located(problem: Problem, places: Places) -> Fault:
    """Return a problem as a fault at its place."""
    place = places.place(problem.path, offset=problem.offset, at_key=problem.at_key)
    message, hint = clipped(problem.message), clipped(problem.hint)
    there = (places.place(path, at_key=True) for path in (*problem.also, *problem.so))
    also = tuple(dict.fromkeys(at for at in there if at[:2] != place[:2]))
    code, severity = problem.code, problem.severity
    return Fault(*place, code, severity, message, hint, also, problem.path, problem.lacks)


MOST_SAID = 400
"""Characters of a sentence about a fault, whatever the author's words in it."""


def clipped(sentence: str) -> str:
    """Return a sentence that can be read, however long the words are that it repeats."""
    return sentence if len(sentence) <= MOST_SAID else f"{sentence[: MOST_SAID - 1]}…"


MOST_COMPARED = 80
"""Characters of a word that may be a misspelt one."""
MOST_KNOWN = 400
"""Words that one is compared with."""
MOST_LIKELY = 8
"""Words that are looked at more closely."""
MOST_NAMED = 20
"""Words that are named where any of them could be meant."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or the empty text.

    >>> did_you_mean("forse", ["force", "settlement"])
    'did you mean force?'
    """
    near = nearest(word, known)
    return f"did you mean {near}?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the nearest known word, if any is really near."""
    if len(word) > MOST_COMPARED:
        return None
    likely = get_close_matches(word, list(islice(known, MOST_KNOWN)), n=MOST_LIKELY, cutoff=0.6)
    return next((other for other in likely if is_near(word, other)), None)


def remedy(hint: str) -> str:
    """Return a hint as something to do, where it was a question.

    >>> remedy("did you mean force?"), remedy("add `force: …`")
    ('write force, if you mean that', 'add `force: …`')
    """
    meant = re.fullmatch(r"did you mean (.+)\?", hint)
    return f"write {meant[1]}, if you mean that" if meant else hint


def nearest_of(word: str, known: Iterable[str]) -> str:
    """Return a hint with the nearest known word, or with all of them.

    >>> nearest_of("forse", ["force", "settlement"]), nearest_of("x", ["force", "settlement"])
    ('did you mean force?', 'write one of force, settlement')
    """
    words = sorted(known)
    if not words:
        return "take it out"
    more = ", …" if len(words) > MOST_NAMED else ""
    return did_you_mean(word, words) or f"write one of {', '.join(words[:MOST_NAMED])}{more}"
