"""Everything an author wrote, one thing at a time, with the path that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from game.scenario.authored import Authored
from game.scenario.clauses import Effect, Later
from game.scenario.expressions import Expression, names_used
from game.scenario.faults import Path

_LEAVES = frozenset({str, int, bool, type(None), Expression})
"""Passed over at once: most of what is written is one of these."""

Things = tuple[tuple[Path, Authored], ...]


def things(whole: Authored) -> Things:
    """Return a thing and everything within it, outer things first, with paths in its words."""
    found: list[tuple[Path, Authored]] = []
    _add(whole, (), found)
    return tuple(found)


def expressions_of(thing: Authored) -> Iterator[Expression]:
    """Yield the conditions and formulas that stand directly in a thing."""
    for _, attribute in _fields(type(thing)):
        value = getattr(thing, attribute)
        if isinstance(value, Expression):
            yield value
        elif isinstance(value, dict):
            yield from (item for item in value.values() if isinstance(item, Expression))


def all_expressions_of(thing: Authored) -> Iterator[Expression]:
    """Yield the same, and the conditions of what a thing lets come later."""
    do: tuple[Effect, ...] = vars(thing).get("do", ())
    yield from expressions_of(thing)
    yield from _of_letters(do)


def _of_letters(effects: tuple[Effect, ...]) -> Iterator[Expression]:
    for effect in effects:
        if isinstance(effect, Later):
            if effect.when is not None:
                yield effect.when
            yield from _of_letters(effect.do)


def each_of(texts: str | tuple[str, ...], path: Path) -> Iterator[tuple[Path, str]]:
    """Yield a text with its path, or each of several.

    >>> list(each_of("once", ("result",))), list(each_of(("once", "again"), ("result",)))[1]
    ([(('result',), 'once')], (('result', 1), 'again'))
    """
    if isinstance(texts, str):
        yield path, texts
    elif len(texts) == 1:
        yield path, texts[0]
    else:
        yield from (((*path, at), text) for at, text in enumerate(texts))


def names_read(written: Things) -> set[str]:
    """Return every name that a condition or a formula asks for."""
    return {
        name
        for _, thing in written
        for expression in all_expressions_of(thing)
        for name in names_used(expression)
    }


def _add(value: object, path: Path, found: list[tuple[Path, Authored]]) -> None:
    if isinstance(value, Authored):
        found.append((path, value))
        for key, attribute in _fields(type(value)):
            part = getattr(value, attribute)
            if type(part) not in _LEAVES:
                _add(part, (*path, key), found)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(item, str):
                _add(item, (*path, key), found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, Authored):
                _add(item, (*path, index), found)


@cache
def _fields(kind: type[Authored]) -> tuple[tuple[str, str], ...]:
    return tuple((field.alias or name, name) for name, field in kind.model_fields.items())
