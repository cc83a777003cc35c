"""Play-tests: what many plays of a scenario come to, in counts that can be added up.

>>> one, other = Counts(1), Counts(1)
>>> one.endings.update(["count-amursky"])
>>> other.endings.update(["count-amursky", "recalled"])
>>> ranked((one + other).endings)
{'count-amursky': 2, 'recalled': 1}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TypeVar

from game.coach.workshop.by_persona import ByPersona
from game.coach.workshop.kept import Row
from game.coach.workshop.met import Met
from game.state import Ended, Verdict


@dataclass(slots=True)
class Counts:
    """How often each thing was met in some plays; two of them add up, in any order."""

    games: int = 0
    decisions: Counter[int] = field(default_factory=Counter)
    """Plays by how many decisions they took."""
    sittings: Counter[int] = field(default_factory=Counter)
    """Plays by how many sittings they took."""
    words: Counter[int] = field(default_factory=Counter)
    """Plays that were read through, by how many words there were to read."""
    ended: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    endings: Counter[str] = field(default_factory=Counter)
    choices: Counter[str] = field(default_factory=Counter)
    options: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    lasting: Counter[int] = field(default_factory=Counter)
    """By chair the sum of lasting values, in hundredths; it may be below 0."""
    pressed: Counter[int] = field(default_factory=Counter)
    """Plays by how many acts of pressure there were."""
    pressed_signed: Counter[int] = field(default_factory=Counter)
    """Of these the ones that were signed."""
    pressed_ratified: Counter[int] = field(default_factory=Counter)
    pressed_lasting: Counter[int] = field(default_factory=Counter)
    """The sum of the claimant's lasting values, in hundredths."""

    def add(self, row: Row) -> None:
        """Count one play."""
        self.games += 1
        self.decisions[row.decisions] += 1
        self.sittings[row.sittings] += 1
        self.ended[row.ended] += 1
        self.verdicts[row.verdict] += 1
        self.endings.update(row.endings)
        self.choices.update(row.choices)
        self.options.update(row.options)
        self.acts.update(row.acts)
        self.texts.update(row.texts)
        if row.words:
            self.words[row.words] += 1
        for chair, lasting in enumerate(row.lasting):
            self.lasting[chair] += lasting
        self.pressed[row.pressure] += 1
        self.pressed_signed[row.pressure] += row.ended == Ended.SIGNED
        self.pressed_ratified[row.pressure] += row.verdict == Verdict.RATIFIED
        self.pressed_lasting[row.pressure] += row.lasting[0]

    def __add__(self, other: Counts) -> Counts:
        """Return what both came to; neither changes."""
        counters = [part.name for part in fields(self) if part.name != "games"]
        return Counts(
            self.games + other.games,
            **{name: _added(getattr(self, name), getattr(other, name)) for name in counters},
        )


Thing = TypeVar("Thing")


def _added(one: Counter[Thing], other: Counter[Thing]) -> Counter[Thing]:
    """Return both together; unlike `+` it keeps a sum that is not above 0."""
    added = Counter(one)
    added.update(other)
    return added


def ranked(counter: Mapping[str, int]) -> dict[str, int]:
    """Return counts with the most frequent first, and equal ones by name."""
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


class Tally(ByPersona[Counts]):
    """The counts of plays of one table."""

    __slots__ = ()

    @staticmethod
    def nothing() -> Counts:
        """Return the counts of no play."""
        return Counts()

    def add(self, row: Row, number: int, seed: str) -> None:
        """Count a play."""
        self.of(row.persona).add(row)
        if self.sample:
            scenes = {choice.partition(".")[0] for choice in row.choices}
            self.keep_in_mind(scenes, Met.by_lot(number, row.persona, seed))
