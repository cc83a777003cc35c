"""Who paid: what befell those whom the ledger of a campaign names, and who paid before a start."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from game.scenario.authored import Authored, Ids, Text, Whole, Yes, word_of


class Fate(StrEnum):
    """What befell those whom an entry of the ledger names."""

    DEAD = "dead"
    """They died."""
    WOUNDED = "wounded"
    """They were wounded."""
    CASUALTIES = "casualties"
    """They were killed or wounded, and nobody told them apart."""
    FLOGGED = "flogged"
    """They were flogged."""
    DRIVEN_OUT = "driven-out"
    """They had to leave where they lived."""
    SENT = "sent"
    """They were sent somewhere, enrolled or married by order."""
    IN_WANT = "in-want"
    """What they lived by was taken from them, or cut off."""


class Paid(Authored):
    """Who paid before a start."""

    count: Whole
    """How many they were."""
    who: Text
    """Who they were, a noun phrase."""
    kind: Annotated[Fate, BeforeValidator(word_of(Fate))]
    """What befell them."""
    source: Ids = ()


class Past(Authored):
    """What came of talks that were held before a start."""

    text: Text
    """What came of them, in a sentence or two."""
    source: Ids = ()
    invented: Yes = False
