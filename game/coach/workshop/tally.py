"""Play-tests: what many plays of a scenario come to, in counts that can be added up.

>>> one, other = Counts(1), Counts(1)
>>> one.endings.update(["count-amursky"])
>>> other.endings.update(["count-amursky", "recalled"])
>>> ranked((one + other).endings)
{'count-amursky': 2, 'recalled': 1}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TypeVar

from game.coach.workshop.kept import Row
from game.coach.workshop.met import Met, keep
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


@dataclass(slots=True)
class Tally:
    """The counts of each persona, and for each scene a sample of the plays that met it."""

    sample: int
    """So many plays of each scene are kept in mind, the same ones in whatever order they come."""
    personas: dict[str, Counts] = field(default_factory=dict)
    met: dict[str, tuple[Met, ...]] = field(default_factory=dict)
    seconds: float = 0.0
    """That the plays themselves took, each in its own process."""

    def add(self, row: Row, number: int, seed: str) -> None:
        """Count a play."""
        self.personas.setdefault(row.persona, Counts()).add(row)
        if self.sample:
            play = Met.by_lot(number, row.persona, seed)
            for scene in {choice.partition(".")[0] for choice in row.choices}:
                keep(self.met, scene, play, self.sample)

    def __add__(self, other: Tally) -> Tally:
        """Return what both came to; neither changes."""
        seconds = self.seconds + other.seconds
        both = Tally(self.sample, dict(self.personas), dict(self.met), seconds)
        for name, counts in other.personas.items():
            both.personas[name] = both.personas.get(name, Counts()) + counts
        for scene, plays in other.met.items():
            for play in plays:
                keep(both.met, scene, play, self.sample)
        return both

    def whole(self, but: Sequence[str] = ()) -> Counts:
        """Return the counts of all personas together, `but` some."""
        return sum((own for name, own in self.personas.items() if name not in but), Counts())
