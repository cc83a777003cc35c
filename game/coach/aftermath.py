"""What came of the talks: the court's reading, the two reports, the witness, the endings.

Every piece is chosen by its own condition over the last state; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.negotiation import Package
from game.rules import Outcome, Rules, court
from game.rules.formulas import Getter
from game.rules.table import Sentence
from game.scenario import Expression
from game.scenario.compiled import compile_expression
from game.scenario.ending_model import Ending, Letter, Witness
from game.state import State


class Told(NamedTuple):
    """A piece of the epilogue."""

    id: str
    group: str
    ending: Ending


class FactionSays(NamedTuple):
    """What one body of opinion at the court makes of the paper."""

    label: str
    share: int
    """Per cent of the whole court."""
    support: int
    """Per cent of the faction that would own the paper."""
    voice: str
    """Empty where the scenario gives it none."""
    written: tuple[str, ...]
    """Sentences of the host's memorial that moved it."""


class Ratification(NamedTuple):
    """The page of the court that was not in the room."""

    outcome: Outcome
    factions: tuple[FactionSays, ...]
    """Empty without a treaty."""
    coerced: int
    """Whole points by which the paper lies below what would have been signed unmenaced."""
    begged: bool
    """The signer himself had begged the throne to disown it."""


class Afterwards:
    """Resolves what can be asked once the talks are over, for one finished play."""

    def __init__(self, rules: Rules, state: State, seat: int) -> None:
        outcome = rules.outcome(state)
        if outcome is None:
            raise ValueError("the talks are not over")
        self.rules = rules
        self.outcome = outcome
        treaty = outcome.treaty
        # The treaty is what `offer.ISSUE` means now; without one nothing was agreed.
        self.state = state._replace(paper=treaty)
        self.seat = rules.table.seats[seat]
        self._measures: dict[str, int] = {}
        for name, formula in rules.scenario.measures.items():
            self._measures[name] = int(compile_expression(formula, self.resolve)(self.state)) // 100

    def holds(self, condition: Expression | None) -> bool:
        """Return whether a condition holds; one that is not given always does."""
        if condition is None:
            return True
        return bool(compile_expression(condition, self.resolve)(self.state))

    def resolve(self, name: str) -> Getter:
        """Return what reads a name of the language from the last state."""
        match name:
            case "verdict":
                return lambda _: str(self.outcome.verdict)
            case "seat":
                return lambda _: self.seat
            case "begged":
                return lambda _: self.state.disowned
        if name in self._measures:
            return lambda _: 100 * self._measures[name]
        return self.rules.formulas.resolve(name)


def endings(rules: Rules, state: State, seat: int) -> tuple[str, ...]:
    """Return the ids of the epilogue's pieces for a seat, one of each group."""
    return tuple(piece.id for piece in epilogue(rules, state, seat))


def epilogue(rules: Rules, state: State, seat: int) -> tuple[Told, ...]:
    """Return the pieces of the epilogue: of each group the first whose condition holds."""
    afterwards = Afterwards(rules, state, seat)
    pieces = []
    for group in rules.scenario.groups:
        for id, ending in rules.scenario.endings.items():
            if (
                ending.group == group
                and ending.seat in (None, afterwards.seat)
                and afterwards.holds(ending.when)
            ):
                pieces.append(Told(id, group, ending))
                break
    return tuple(pieces)


def ratification(rules: Rules, state: State) -> Ratification:
    """Return how each faction of the court reads the paper, and why."""
    outcome = rules.outcome(state)
    if outcome is None:
        raise ValueError("the talks are not over")
    dossiers = rules.scenario.dossiers
    voices = dossiers.court if dossiers is not None else {}
    coerced = court.taken_by_menace(state, rules.table, rules.walk_unmenaced(state))
    says = []
    for index, faction in enumerate(rules.table.factions):
        if not outcome.factions:
            break
        support = outcome.factions[index]
        voice = voices.get(faction.id)
        written = tuple(
            sentence.say
            for sentence in (rules.table.memorial[i] for i in sorted(state.memorial))
            if sentence.faction == index and _bears(outcome.treaty, sentence)
        )
        says.append(
            FactionSays(
                faction.label,
                faction.share,
                support,
                "" if voice is None else voice.for_ if support >= 50 else voice.against,
                written,
            )
        )
    return Ratification(outcome, tuple(says), coerced // 100, state.disowned)


def _bears(treaty: Package | None, sentence: Sentence) -> bool:
    """Return whether a treaty bears a sentence of the memorial out; else nobody is moved by it."""
    return treaty is not None and treaty[sentence.issue] in sentence.borne_by


def letters(rules: Rules, state: State) -> tuple[tuple[Letter, tuple[str, ...]], ...]:
    """Return the despatch and the memorial, each with the passages that were written."""
    dossiers = rules.scenario.dossiers
    if dossiers is None:
        return ()
    return tuple(
        (letter, tuple(_parts(Afterwards(rules, state, seat), letter)))
        for seat, letter in enumerate((dossiers.despatch, dossiers.memorial))
    )


def witness(rules: Rules, state: State, seat: int) -> Witness | None:
    """Return who was there and was asked by nobody; `None` where the scenario has none."""
    dossiers = rules.scenario.dossiers
    if dossiers is None:
        return None
    afterwards = Afterwards(rules, state, seat)
    return next((w for w in dossiers.witness if afterwards.holds(w.when)), None)


def _parts(afterwards: Afterwards, letter: Letter) -> Iterator[str]:
    for part in letter.parts:
        if afterwards.holds(part.when):
            yield part.text
