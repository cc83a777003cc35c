"""One file of a scenario, read: what it says, where, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from game.files.scalars import offset_in
from game.scenario.faults import Code, Fault, Path, Severity, clipped

Data = str | list[Any] | dict[str, Any]
"""What a file says, untyped."""


class Mark(NamedTuple):
    """Where something begins and ends in its file's text, and its line and column from 1."""

    line: int
    column: int
    start: int
    end: int


class Marks(NamedTuple):
    """Where every value and every key of a document stands, by its path."""

    values: dict[Path, Mark]
    keys: dict[Path, Mark]


@dataclass(slots=True)
class Document:
    """What one file says, where it says it, and what is wrong with it."""

    file: str
    text: str
    data: Data = field(default_factory=dict)
    size: int = 0
    """How many keys and values it has."""
    faults: list[Fault] = field(default_factory=list)
    whole: bool = True
    """Whether `data` is all that the file says."""
    hides: bool = False
    """Whether something that it says is passed over: what an alias stands for, or a section."""

    find: Callable[[], Marks] = lambda: Marks({}, {})
    """Finds where all stands, once that is asked for."""
    _found: Marks | None = None

    @property
    def values(self) -> dict[Path, Mark]:
        """Where each value stands."""
        return self._marks.values

    @property
    def keys(self) -> dict[Path, Mark]:
        """Where each key stands."""
        return self._marks.keys

    @property
    def _marks(self) -> Marks:
        if self._found is None:
            self._found = self.find()
        return self._found

    @property
    def heads(self) -> Iterator[Path]:
        """Yield the paths of its sections, and of what stands in them by a key."""
        if not self.whole:
            yield from (path for path in self.keys if len(path) <= 2)
            return
        for section, things in self.data.items() if isinstance(self.data, dict) else ():
            yield (section,)
            if isinstance(things, dict):
                yield from ((section, id) for id in things)

    def complain(self, mark: Mark, code: Code, message: str, hint: str) -> None:
        """Add an error at a mark."""
        self.faults.append(
            Fault(
                self.file,
                mark.line,
                mark.column,
                code,
                Severity.ERROR,
                clipped(message),
                clipped(hint),
            )
        )

    def position(self, mark: Mark, offset: int, value: str) -> tuple[int, int]:
        """Return line and column of the character at `offset` in the value of a scalar."""
        start = mark.start + offset_in(self.text[mark.start : mark.end], value, offset)
        before = self.text.rfind("\n", 0, start)
        return self.text.count("\n", 0, start) + 1, start - before
