"""What a play-test keeps of plays of a campaign, in counts that add up in any order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from game.coach.seasons.endings import epilogue
from game.coach.workshop.by_persona import ByPersona
from game.coach.workshop.met import Met
from game.coach.workshop.seasons.aims import order_id
from game.coach.workshop.seasons.playing import CampaignGame
from game.rules import CampaignRules
from game.rules.seasons.measures import lasting

COUNTED = ("ended", "endings", "choices", "options", "tactics", "actions", "tables", "length")
"""What is counted, by what is met."""


class Row(NamedTuple):
    """What is kept of one play; of everything that was met, its id."""

    persona: str
    decisions: int
    lasting: int
    """In hundredths."""
    met: dict[str, tuple[str, ...]]
    """By the words of `COUNTED`."""


def row(rules: CampaignRules, game: CampaignGame, persona: str) -> Row:
    """Return what is kept of a play."""
    scenario, final = rules.scenario, game.final
    tables = list(scenario.tables)
    met = {
        "ended": (str(final.ended),),
        "endings": tuple(piece.id for piece in epilogue(rules, final)),
        "choices": tuple(note for note in final.notes if note.partition(".")[0] in scenario.events),
        "options": tuple({id for at, paper in game.seen.papers for id in _terms(rules, at, paper)}),
        "tactics": tuple(
            f"{tables[at - 1]}.{act}"
            for at, act in game.seen.acts
            if act in scenario.tables[tables[at - 1]].acts
        ),
        "actions": tuple(order_id(rules, place) for place, times in enumerate(final.done) if times),
        "tables": tuple(
            f"{tables[deal.table]} {word}"
            for deal in final.deals
            for word in ("held", str(deal.ended), *([str(deal.verdict)] if deal.treaty else []))
        ),
        "length": (str(game.decisions),),
    }
    return Row(persona, game.decisions, lasting(rules, final), met)


def _terms(rules: CampaignRules, at: int, paper: tuple[int, ...]) -> list[str]:
    table, id = rules.talks[at - 1].rules.table, rules.talks[at - 1].id
    return [
        f"{id}.{issue}.{options[option]}"
        for issue, options, option in zip(table.issues, table.options, paper, strict=True)
    ]


@dataclass(slots=True)
class Counts:
    """How often each thing was met in some plays."""

    games: int = 0
    decisions: int = 0
    lasting: int = 0
    """The sum, in hundredths."""
    met: dict[str, Counter[str]] = field(default_factory=lambda: {c: Counter() for c in COUNTED})

    def add(self, row: Row) -> None:
        """Count one play."""
        self.games += 1
        self.decisions += row.decisions
        self.lasting += row.lasting
        for what, ids in row.met.items():
            self.met[what].update(ids)

    def __add__(self, other: Counts) -> Counts:
        """Return what both came to; neither changes."""
        met = {what: self.met[what] + other.met[what] for what in COUNTED}
        return Counts(
            self.games + other.games,
            self.decisions + other.decisions,
            self.lasting + other.lasting,
            met,
        )


class Tally(ByPersona[Counts]):
    """The counts of plays of a campaign; in mind are kept those that met scenes of its seasons."""

    __slots__ = ()

    @staticmethod
    def nothing() -> Counts:
        """Return the counts of no play."""
        return Counts()

    def add(self, row: Row, number: int, seed: str, scenes: frozenset[str]) -> None:
        """Count a play; `scenes` are those of the seasons."""
        self.of(row.persona).add(row)
        if self.sample:
            met = {choice.partition(".")[0] for choice in row.met["choices"]} & scenes
            self.keep_in_mind(met, Met.by_lot(number, row.persona, seed))
