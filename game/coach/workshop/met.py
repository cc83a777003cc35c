"""Which plays met a scene: of each scene a sample, the same in whatever order they come."""

from __future__ import annotations

from typing import NamedTuple

from game.rules.luck import lots_of


class Met(NamedTuple):
    """A play that met a scene; plays are sampled by the least lots."""

    lot: int
    number: int
    persona: str

    @classmethod
    def by_lot(cls, number: int, persona: str, seed: str) -> Met:
        """Return a persona's play of a number, with the lot by which it is sampled."""
        return cls(lots_of(1, seed, "sample", persona)[0], number, persona)


def keep(met: dict[str, tuple[Met, ...]], scene: str, play: Met, most: int) -> None:
    """Keep a play in mind for a scene if its lot is among the least, of `most` at the most."""
    kept = met.get(scene, ())
    if len(kept) < most or play < kept[-1]:
        met[scene] = tuple(sorted((*kept, play))[:most])
