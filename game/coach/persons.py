"""The two at the table as a sentence names them: who is told of himself is `you`.

>>> told = Person("Yishan", is_you=True)
>>> f"{told.named} {told.verb('was', 'were')} proud, and {told.his} face with {told.him}"
'you were proud, and your face with you'
"""

from __future__ import annotations

from typing import NamedTuple

from game.rules import Rules


class Person(NamedTuple):
    """One of the two, as a chair is told of him."""

    name: str
    is_you: bool

    @property
    def named(self) -> str:
        """His name; `you`."""
        return "you" if self.is_you else self.name

    @property
    def named_his(self) -> str:
        """His name as an owner; `your`."""
        return "your" if self.is_you else f"{self.name}'s"

    @property
    def he(self) -> str:
        """What stands for him where he was named."""
        return "you" if self.is_you else "he"

    @property
    def him(self) -> str:
        """The same where something is done to him."""
        return "you" if self.is_you else "him"

    @property
    def his(self) -> str:
        """The same as an owner."""
        return "your" if self.is_you else "his"

    def verb(self, one: str, you: str) -> str:
        """Return the form of a verb that goes with him: `was` or `were`."""
        return you if self.is_you else one


def persons(rules: Rules, seat: int) -> tuple[Person, Person]:
    """Return claimant and host as a chair is told of them."""
    names = (rules.scenario.seats[id].name for id in rules.table.seats)
    claimant, host = (Person(name, chair == seat) for chair, name in enumerate(names))
    return claimant, host


def capital(text: str) -> str:
    """Return a text with a capital first letter.

    >>> capital("your face"), capital("Yishan's face")
    ('Your face', "Yishan's face")
    """
    return text[:1].upper() + text[1:]
