"""What a play-test counts, for each persona apart, and the plays that it keeps in mind."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, Self, TypeVar

from game.coach.workshop.met import Met, keep


class AddsUp(Protocol):
    """Counts of some plays, which add up with others of their kind."""

    def __add__(self, other: Self, /) -> Self:
        """Return what both came to; neither changes."""
        ...


Counted = TypeVar("Counted", bound=AddsUp)


@dataclass(slots=True)
class ByPersona(Generic[Counted]):
    """The counts of each persona, and for each scene a sample of the plays that met it."""

    sample: int
    """So many plays of each scene are kept in mind, the same ones in whatever order they come."""
    personas: dict[str, Counted] = field(default_factory=dict)
    met: dict[str, tuple[Met, ...]] = field(default_factory=dict)
    seconds: float = 0.0
    """That the plays themselves took, each in its own process."""

    @staticmethod
    @abstractmethod
    def nothing() -> Counted:
        """Return the counts of no play."""

    def of(self, persona: str) -> Counted:
        """Return the counts of a persona, to which plays can be added."""
        return self.personas.setdefault(persona, self.nothing())

    def keep_in_mind(self, scenes: Iterable[str], play: Met) -> None:
        """Keep a play in the samples of the scenes that it met."""
        for scene in scenes:
            keep(self.met, scene, play, self.sample)

    def __add__(self, other: Self) -> Self:
        """Return what both came to; neither changes."""
        seconds = self.seconds + other.seconds
        both = type(self)(self.sample, dict(self.personas), dict(self.met), seconds)
        for name, counts in other.personas.items():
            both.personas[name] = both.personas.get(name, self.nothing()) + counts
        for scene, plays in other.met.items():
            for play in plays:
                keep(both.met, scene, play, self.sample)
        return both

    def whole(self, but: Sequence[str] = ()) -> Counted:
        """Return the counts of all personas together, `but` some."""
        whole = self.nothing()
        for name, own in self.personas.items():
            if name not in but:
                whole = whole + own
        return whole
