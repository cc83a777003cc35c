"""What is quoted stands between marks that open and close, and never within marks of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from game.files.scenarios import read_any
from game.scenario.authored import Authored

SHIPPED = ("the-governor", "aigun-six-days", "the-fair-at-kulja", "handbook")
CITED = "sources"
"""Part of a scenario in which titles stand as libraries print them."""
QUOTED_WHOLE = ("title", "say", "label")
"""Texts that are told in double marks where they are mentioned."""


def texts(thing: object, at: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every text of a thing with where it stands."""
    if isinstance(thing, str):
        yield at, thing
    elif isinstance(thing, Authored):
        for name in type(thing).model_fields:
            yield from texts(getattr(thing, name), (*at, name))
    elif isinstance(thing, Mapping):
        for id, part in thing.items():
            yield from texts(part, (*at, str(id)))
    elif isinstance(thing, list | tuple):
        for i, part in enumerate(thing):
            yield from texts(part, (*at, str(i)))


@pytest.mark.parametrize("id", SHIPPED)
def test_quotation_marks_open_and_close_and_are_never_nested_alike(id: str) -> None:
    found = [(at, text) for at, text in texts(read_any(id)) if at[0] != CITED]
    assert len(found) > 100
    assert not [at for at, text in found if '"' in text]
    assert not [at for at, text in found if at[-1] in QUOTED_WHOLE and "“" in text]
