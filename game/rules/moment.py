"""A state while it is being changed: the rules' own scratch copy, never seen outside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from game.negotiation import Package
from game.state import CLAIMANT, HOST, Decision, Entry, State


class Moment:
    """Holds every field of a `State` under its own name until `settled` freezes them again.

    What acts and orders count up and where the tracks stand are lists meanwhile: every decision
    moves some.
    """

    used: list[int]
    levels: list[int]
    done: list[int]

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

        def __setattr__(self, name: str, value: Any) -> None: ...

    def __init__(self, state: State) -> None:
        self.__dict__ = state.__dict__.copy()
        self.used = list(self.used)
        self.levels = list(self.levels)
        self.done = list(self.done)

    def settled(self) -> State:
        """Return the state as it now stands: the moment itself, which nobody can change any more.

        Both keep their fields in a mapping of their own, so that to become a state is a word.
        """
        fields = self.__dict__
        fields["used"] = tuple(self.used)
        fields["levels"] = tuple(self.levels)
        fields["done"] = tuple(self.done)
        self.__class__ = State  # type: ignore[assignment]
        return self  # type: ignore[return-value]


class Log:
    """Collects what happened; the bare rules keep none."""

    __slots__ = ("entries",)

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def tell(
        self,
        what: str,
        because: str,
        *,
        only: int | None = None,
        **data: int | str | Package | None,
    ) -> None:
        """Add one entry, seen by both seats unless `only` names one."""
        seats = (CLAIMANT, HOST) if only is None else (only,)
        self.entries.append(Entry(what, tuple(data.items()), because, seats))


Deed = Callable[[Moment, Decision, int, int, Log | None], bool]
"""Does an act of the claimant's; given his force in points and the host's walk-away before the
act, in hundredths. Returns whether anything moved the host."""
