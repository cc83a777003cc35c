"""The two at the table as a sentence names them: who is told of himself is `you`.

Each form is named after what it is of a man, and is what the person's own pronoun makes of it.

>>> told = Person("Yishan", is_you=True)
>>> f"{told.named} {told.verb('was', 'were')} proud, and {told.his} face with {told.him}"
'you were proud, and your face with you'
>>> other = Person("Datu", is_you=False, pronoun=Pronoun.SHE)
>>> f"{other.He} lays it down; the word is {other.his_own}, and binds {other.him}"
'She lays it down; the word is hers, and binds her'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.rules import Rules
from game.scenario import Scenario
from game.scenario.pronoun import Pronoun


class Person(NamedTuple):
    """One of the two, as a chair is told of him."""

    name: str
    is_you: bool
    pronoun: Pronoun = Pronoun.HE

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
        return "you" if self.is_you else self.pronoun.value

    @property
    def He(self) -> str:
        """The same at the beginning of a sentence."""
        return capital(self.he)

    @property
    def him(self) -> str:
        """The same where something is done to him."""
        return "you" if self.is_you else self.pronoun.him

    @property
    def his(self) -> str:
        """The same as an owner."""
        return "your" if self.is_you else self.pronoun.his

    @property
    def His(self) -> str:
        """The same at the beginning of a sentence."""
        return capital(self.his)

    @property
    def his_own(self) -> str:
        """The same as an owner, with no noun after it."""
        return "yours" if self.is_you else self.pronoun.his_own

    @property
    def man(self) -> str:
        """What he is: `man`, `woman`."""
        return self.pronoun.man

    def verb(self, one: str, you: str) -> str:
        """Return the form of a verb that goes with him: `was` or `were`."""
        return you if self.is_you else one


def persons(rules: Rules, seat: int | None) -> tuple[Person, Person]:
    """Return claimant and host as a chair is told of them; `None` is neither of the two."""
    return persons_of(rules.scenario, seat)


def persons_of(scenario: Scenario, seat: int | None) -> tuple[Person, Person]:
    """Return the claimant and the host of a scenario as a chair is told of them."""
    seats = (scenario.seats[id] for id in (scenario.table.claimant, scenario.table.host))
    claimant, host = (
        Person(sat.called, chair == seat, sat.pronoun) for chair, sat in enumerate(seats)
    )
    return claimant, host


def opposite(rules: Rules, seat: int) -> Person:
    """Return who sits opposite a chair, as that chair is told of him."""
    return persons(rules, seat)[1 - seat]


def kind_of(both: Iterable[Person]) -> str:
    """Return what both are: `men`, `women`; a man and a woman are `people`.

    >>> told, other = Person("Yishan", is_you=True), Person("Datu", False, Pronoun.SHE)
    >>> kind_of((told, told)), kind_of((other, other)), kind_of((told, other))
    ('men', 'women', 'people')
    """
    pronouns = {person.pronoun for person in both}
    if len(pronouns) > 1:
        return "people"
    return "women" if Pronoun.SHE in pronouns else "men"


def each_his(both: Iterable[Person]) -> str:
    """Return what stands for each of both as an owner: `his`, `her`, `their`.

    >>> told, other = Person("Yishan", is_you=True), Person("Datu", False, Pronoun.SHE)
    >>> each_his((told, told)), each_his((other, other)), each_his((told, other))
    ('his', 'her', 'their')
    """
    pronouns = {person.pronoun for person in both}
    return "their" if len(pronouns) > 1 else pronouns.pop().his


def capital(text: str) -> str:
    """Return a text with a capital first letter.

    >>> capital("your face"), capital("Yishan's face")
    ('Your face', "Yishan's face")
    """
    return text[:1].upper() + text[1:]
