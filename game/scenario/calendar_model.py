"""What is dated around the talks: who lived, and which office he held, when."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

from game.scenario.authored import KEBAB, Authored, ById, Ids, Text, Yes, several
from game.scenario.days import DaysText

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


class Calendar(Authored):
    """What `amur check` compares the days of the scenes with; no play depends on it."""

    lives: ById[Life] = ById()
    """Those who act or speak in the scenes."""
