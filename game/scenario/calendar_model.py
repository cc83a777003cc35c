"""What is dated around the talks: who lived, and which office he held, when."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

from game.scenario.authored import KEBAB, Authored, ById, Id, Ids, Text, Texts, Whole, Yes, several
from game.scenario.days import DayOfYearText, DaysText

_KEBAB = KEBAB.strip("^$")
Acting = Annotated[str, StringConstraints(pattern=rf"^{_KEBAB}(\.{_KEBAB})?$")]
"""Somebody of the calendar by his id; behind a dot, the office in which he acts."""
Cast = Annotated[
    tuple[Acting, ...], BeforeValidator(several, json_schema_input_type=Acting | list[Acting])
]


class Office(Authored):
    """What somebody was for a time."""

    title: Text
    """What he was, as in: he was General of Ili."""
    from_: DaysText | None = None
    """When he began; left out, nobody knows."""
    to: DaysText | None = None
    """When he ended; left out, nobody knows, or it is long after."""
    source: Ids = ()


class Life(Authored):
    """When somebody lived, and what he was."""

    name: Text
    """What he is called."""
    born: DaysText | None = None
    """When he was born; left out, nobody knows."""
    died: DaysText | None = None
    """When he died; left out, nobody knows."""
    offices: ById[Office] = ById()
    """If there are any, he acts only while he holds one."""
    source: Ids = ()
    invented: Yes = False
    """There was no such person."""


class Happening(Authored):
    """Something that was, and that nobody can know of before: a treaty, a battle, a new name."""

    title: Text
    """What it is called in a sentence, as in: the fall of the Dagu forts."""
    date: DaysText
    """When it was; of a treaty, when it was signed."""
    place: Id | None = None
    """Where, as the roads call it; left out, word of it needs no courier."""
    words: Texts = ()
    """What nobody says before, word for word: a name such as Khabarovka."""
    source: Ids = ()
    invented: Yes = False
    """It never was."""


class Road(Authored):
    """How fast word goes between two places, there and back."""

    from_: Id
    """A place, by an id of your own."""
    to: Id
    """Another."""
    days: Whole
    """The fewest days that a courier needs."""
    source: Ids = ()
    invented: Yes = False
    """There is no such road."""


class Ice(Authored):
    """When a water is surely closed, every year; both days are."""

    from_: DayOfYearText
    """The first day on which no boat goes any more."""
    to: DayOfYearText
    """The last day on which none goes yet."""
    closes: DayOfYearText | None = None
    """In some years it closes as early as this; left out, always at `from`."""
    opens: DayOfYearText | None = None
    """In some years it opens as late as this; left out, always after `to`."""


class Water(Authored):
    """A river or a sea on which boats go."""

    name: Text
    """What it is called in a sentence, as in: the Amur."""
    ice: Ice
    """When it is closed."""
    source: Ids = ()
    invented: Yes = False
    """There is no such water."""


class Calendar(Authored):
    """What `amur check` compares the days of the scenes with; no play depends on it."""

    at: Id | None = None
    """Where everything is told that does not say where, as the roads call it."""

    lives: ById[Life] = ById()
    """Those who act or speak in the scenes."""
    happenings: ById[Happening] = ById()
    """What scenes can know of, and not too early."""
    roads: tuple[Road, ...] = ()
    """The roads of the couriers; where there are several, word goes by the fastest."""
    waters: ById[Water] = ById()
    """Where boats go, and when not."""
