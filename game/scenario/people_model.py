"""The men in the chairs: how they may be drawn, what they cannot go home without, who they were."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from game.scenario.authored import Authored, ById, Id, Ids, Span, Text, Whole, Yes, word_of


class Habit(StrEnum):
    """What a man does when it is his to begin."""

    ASKS = "asks"
    """He asks before he answers, in the second sitting."""
    STALLS = "stalls"
    """He lets a sitting go by before he begins."""
    OPENS = "opens"
    """He says in the first two sittings what weighs with him."""
    STORMS = "storms"
    """He makes scenes; it is how one knows him, and changes no rule."""
    PRESSES = "presses"
    """He counts the days; it is how one knows him, and changes no rule."""


class Quantities(Authored):
    """Where the table's own quantities stand when the talks open, in whole points."""

    face: Whole
    """How the host stands before his own people, 0 to 100; 50 is even."""
    trust: Whole
    """The host's trust in the claimant, 0 to 100."""
    credibility: Whole
    """How far the claimant is believed, 0 to 100."""
    patience: Whole
    """The host's patience, 0 to 100; at 0 he breaks off."""
    hope: ById[Whole]
    """By seat: what it hopes to keep above its walk-away."""


class Men(Authored):
    """How far a drawn man may differ from the common man of his chair."""

    weights: Whole
    """Per cent either way, for each issue."""
    nerve: Whole
    """Points of his walk-away either way."""
    hope: Whole
    """Points of his hope either way."""
    pace: Span
    """The sittings in which he may take the initiative."""


class Temperament(Authored):
    """How far menace, argument and courtesy reach a man, in per cent of the common man."""

    menace: Whole
    """How far menace reaches him."""
    talk: Whole
    """How far arguments and sentences reach him."""
    courtesy: Whole
    """How far courtesies reach him."""
    again: Whole
    """What of his worn hope an ultimatum makes count once more, in per cent."""
    habit: Annotated[Habit, BeforeValidator(word_of(Habit))]
    sign: Text
    """How one notices it across a table."""


class Need(Authored):
    """The one thing that a man cannot go home without."""

    issue: Id
    allows: Ids
    """The options of the issue that he can go home with."""
    say: Text
    """How he says it, once he trusts."""
    invented: Yes = False


class Arrival(Authored):
    """When the courier came, and with how much."""

    sitting: Whole
    """In which sitting."""
    danger: Whole
    """Points that his news adds to the danger."""


class Person(Authored):
    """A man as he was, in place of a drawn one; what is left out is the common man's."""

    seat: Id
    temper: Id
    """Which of his chair's temperaments he has."""
    ground: Id | None = None
    """The ground he can use before those at home."""
    need: Need | None = None
    nerve: Whole = 0
    """Points added to his walk-away."""
    hope: Whole = 0
    """Points added to his hope."""
    news: Arrival | None = None
    mood: Whole = 0
    """How much worse (+) or better (-) the crisis looks to his court, in points."""
    source: Ids = ()
