"""Afterwards: the pieces of an epilogue, the two reports home, and what others say of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from game.scenario.authored import Authored, ById, Clause, Id, Ids, Text, Texts, Yes, word_of


class Mark(StrEnum):
    """How far what an ending tells is known."""

    KNOWN = "known"
    """It stands in a source."""
    LIKELY = "likely"
    """It follows from what is known."""
    SPECULATION = "speculation"
    """Nobody can know."""


class Ending(Authored):
    """A piece of the epilogue; of each group the first whose `when` holds is told."""

    group: Id
    """One of `groups`; the pieces are told in the order of the groups."""
    seat: Id | None = None
    """Whom it is told to; `None` everybody."""
    when: Clause | None = None
    title: Text
    text: Text
    compare: Text = ""
    """What really happened."""
    mark: Annotated[Mark, BeforeValidator(word_of(Mark))] = Mark.KNOWN
    toll: Text = ""
    """Who paid for it."""
    source: Ids = ()
    invented: Yes = False


class Scale(Authored):
    """How a measure is told: more of it is better for whoever reads it."""

    label: Text = ""
    """What it is called where its own name reads the other way; empty for its name."""
    low: Text
    """What 0 means, as in: the court tore the paper up."""
    high: Text
    """What 100 means."""
    words: Texts = ()
    """Words for where it stands, from the lowest up; each has as much of the scale."""
    rests_on: Text = ""
    """What it rests on, in a sentence, where the ends do not say; the last pages tell it."""


class Part(Authored):
    """A passage that is written where its `when` holds; `None` always."""

    when: Clause | None = None
    text: Text
    source: Ids = ()


class Letter(Authored):
    """A report home: every part whose `when` holds, in order."""

    to: Text
    """Whom it goes to."""
    from_: Id
    """The seat that writes."""
    parts: tuple[Part, ...]
    source: Ids = ()


class Statement(Authored):
    """A sentence about what happened, for a class to find in one report or the other."""

    id: Id
    text: Text
    despatch: Yes
    """Whether the claimant's report says so."""
    memorial: Yes
    """Whether the host's report says so."""


class Witness(Authored):
    """Somebody who was there and is asked by nobody; the first whose `when` holds speaks."""

    when: Clause | None = None
    who: Text
    """Who speaks."""
    invented: Yes = False
    text: Text
    source: Ids = ()


class Voices(Authored):
    """What a faction says of a paper that it carries, and of one that it does not."""

    for_: Text
    """Of a paper that it carries."""
    against: Text
    """Of a paper that it does not."""


class Dossiers(Authored):
    """What is left of the talks in the archives."""

    despatch: Letter
    """The claimant's report home."""
    memorial: Letter
    """The host's report home."""
    statements: tuple[Statement, ...] = ()
    """Six or so, for a class to tick."""
    witness: tuple[Witness, ...] = ()
    """Who paid, or only saw."""
    court: ById[Voices] = Field(ById())
    """By faction."""
