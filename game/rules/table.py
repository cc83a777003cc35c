"""A scenario's table with every id resolved to an index: what the hot path of the rules reads.

Values are in hundredths of a point, in the order of the scenario's issues and options.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod

from game.negotiation import Package, Utility
from game.scenario.people_model import Habit
from game.scenario.pronoun import Pronoun
from game.scenario.table_model import ActKind
from game.scenario.wording_model import Answers, Wording
from game.state import CLAIMANT, HOST

Grid = tuple[tuple[int, ...], ...]
"""A whole number for each option of each issue."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason that can be argued, and the options of the paper that bear it out."""

    id: str
    say: str
    borne_by: tuple[tuple[int, frozenset[int]], ...]
    """Any one of these issues settled by one of these options bears the ground out."""
    proved_by_news: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the host's memorial, and the faction that it moves."""

    id: str
    say: str
    issue: int
    borne_by: frozenset[int]
    faction: int
    by: int
    price: int
    """Points of the claimant's lasting value at home."""
    caution: int


@dataclass(frozen=True, slots=True)
class Faction:
    """One body of opinion at the court that ratifies; weights and points in hundredths."""

    id: str
    label: str
    share: int
    land: int
    rite: int
    threshold: int
    crisis: int


@dataclass(frozen=True, slots=True)
class Need:
    """The one thing that a man cannot go home without."""

    id: str
    issue: int
    allows: frozenset[int]
    say: str
    invented: bool
    """Nobody is recorded to have said it."""


@dataclass(frozen=True, slots=True)
class Temper:
    """How far menace, argument and courtesy reach a man, in per cent."""

    id: str
    menace: int
    talk: int
    courtesy: int
    again: int
    """What of the wear so far an ultimatum makes count once more, in per cent."""
    habit: Habit
    sign: str


@dataclass(frozen=True, slots=True)
class Act:
    """What a sitting's act does; whole points."""

    id: str
    index: int
    kind: ActKind
    seats: frozenset[int]
    label: str
    help: str
    face: int
    trust: int
    patience: int
    credibility: int
    menace: int
    coerced: int
    caution: int
    because: str
    """The cause that is told of what it does."""
    marks: bool
    """The world will read of it: it alarms others, or makes what is signed look forced."""
    presses: bool
    """The claimant shows his guns by it: an act of pressure, or an ultimatum."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Everything about the table that never changes during a play."""

    seats: tuple[str, str]
    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    sizes: tuple[int, ...]
    land: Grid
    rite: Grid
    caution: Grid
    cession: Grid
    lapses: tuple[tuple[int, int], ...]
    unratified: tuple[tuple[int, int, int], ...]
    """(issue, option, worth to the claimant) of what is delivered only on ratification."""
    utilities: tuple[Utility, Utility]
    """What packages are worth to the common man of each chair."""
    joined: frozenset[int]
    """Issues whose options count differently together."""
    grounds: tuple[Ground, ...]
    memorial: tuple[Sentence, ...]
    factions: tuple[Faction, ...]
    tempers: tuple[tuple[Temper, ...], tuple[Temper, ...]]
    needs: tuple[tuple[Need, ...], tuple[Need, ...]]
    """Those that a seed may draw first, then those of authored persons."""
    drawn_needs: tuple[int, int]
    need_costs: tuple[int, int]
    acts: tuple[Act, ...]
    by_id: Mapping[str, Act]
    wagers: tuple[int, ...]
    """Indices of the acts that are an ultimatum."""
    sittings: int
    historical: Package | None
    rank: Grid
    """Each option's place in the claimant's liking, 0 for the worst: common knowledge."""
    bits: Grid
    """Each option as a bit of a mask of its issue's options."""
    words: Wording
    """What this table calls what every table has."""
    pronouns: tuple[Pronoun, Pronoun]
    """What stands for the names of claimant and host."""

    @property
    def lay(self) -> str:
        """The act that only lays a paper down."""
        return next(act.id for act in self.acts if act.kind == ActKind.LAY)

    @property
    def knows_cession(self) -> bool:
        """Whether land can pass at this table, so that the host may have to consult on it."""
        return any(map(any, self.cession))

    @property
    def knows_pressure(self) -> bool:
        """Whether somebody at this table can threaten at all."""
        return any(act.presses for act in self.acts)

    @property
    def shown(self) -> Answers:
        """How each of the host's answers looks to the claimant."""
        return self.words.shown(self.pronouns[HOST])

    @property
    def own_shown(self) -> Answers:
        """How the host himself reads of each."""
        return self.words.own_shown(self.pronouns[CLAIMANT])

    @property
    def no_word(self) -> str:
        """Why the host's word cannot be taken where none stands."""
        return f"{self.pronouns[HOST]} has given no word that stands"

    @property
    def departing(self) -> str:
        """How the host sees the claimant go home."""
        return self.words.departing(self.pronouns[CLAIMANT])

    def issue(self, id: str) -> int:
        """Return the index of an issue."""
        return self.issues.index(id)

    def option(self, issue: int, id: str) -> int:
        """Return the index of an option of an issue."""
        return self.options[issue].index(id)

    def ground(self, id: str) -> int:
        """Return the index of a ground that can be argued."""
        return next(index for index, ground in enumerate(self.grounds) if ground.id == id)

    def sentence(self, id: str) -> int:
        """Return the index of a sentence of the host's report."""
        return next(index for index, written in enumerate(self.memorial) if written.id == id)

    def acts_of(self, chair: int) -> dict[ActKind, Act]:
        """Return the acts open to a chair by their kind; of several of a kind, the last."""
        return {act.kind: act for act in self.acts if chair in act.seats}

    def package(self, **options: str) -> Package:
        """Return the package with one option id for each issue (underscores for hyphens)."""
        by_issue = {name.replace("_", "-"): option for name, option in options.items()}
        return tuple(self.option(i, by_issue[name]) for i, name in enumerate(self.issues))

    def ids_of(self, package: Package) -> tuple[str, ...]:
        """Return the option of each issue by its id, in the order of the issues."""
        return tuple(ids[o] for ids, o in zip(self.options, package, strict=True))

    def package_of(self, ids: Sequence[str]) -> Package | None:
        """Return the package of such ids; `None` where they are those of another table."""
        if len(ids) != len(self.options):
            return None
        known = tuple(zip(self.options, ids, strict=True))
        if not all(id in options for options, id in known):
            return None
        return tuple(options.index(id) for options, id in known)

    @property
    def packages(self) -> int:
        """How many packages there are."""
        return prod(self.sizes)
