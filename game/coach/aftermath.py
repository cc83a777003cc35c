"""What came of the talks: the court's reading, the two reports, the witness, the endings.

Every piece is chosen by its own condition over the last state; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, cast

from game.coach.words_for import whole
from game.negotiation import Package
from game.rules import Outcome, Rules, court
from game.rules.formulas import Getter
from game.rules.lasting import once_by_rules
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
    """Answers what can be asked once the talks are over, for one finished play."""

    def __init__(
        self, rules: Rules, state: State, seat: int, outcome: Outcome | None = None
    ) -> None:
        outcome = outcome or rules.outcome(state)
        if outcome is None:
            raise ValueError("the talks are not over")
        self.rules = rules
        self.outcome = outcome
        treaty = outcome.treaty
        # The treaty is what `offer.ISSUE` means now; without one nothing was agreed.
        self.state = state._replace(paper=treaty)
        self.seat = rules.table.seats[seat]
        self.measures: dict[str, int] = {}
        """In hundredths, by name: those of the scenario, in whole points."""
        self._language = _language(rules)
        self._language.measure(self)

    def holds(self, condition: Expression | None) -> bool:
        """Return whether a condition holds; one that is not given always does."""
        asked = self._language.condition(condition)
        return asked is None or asked(self)

    def told(self) -> Iterator[Told]:
        """Yield the pieces of the epilogue: of each group the first whose condition holds."""
        for pieces in self._language.pieces[self.seat]:
            for piece, holds in pieces:
                if holds is None or holds(self):
                    yield piece
                    break

    def resolve(self, name: str) -> Getter:
        """Return what reads a name of the language from the last state."""
        read = self._language.resolve(name)
        return lambda _: read(self)


Asked = Callable[[Afterwards], bool]
"""A condition that was compiled."""
Pieces = tuple[tuple[Told, Asked | None], ...]
"""Of one group, each with its condition; `None` where it always holds."""


class _Language:
    """Compiles what is asked of finished plays of one scenario, each condition once."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._conditions: dict[int, tuple[Expression, Asked]] = {}
        self._measures = [
            (name, compile_expression(formula, self.resolve))
            for name, formula in rules.scenario.measures.items()
        ]
        self.pieces = {seat: tuple(self._groups(seat)) for seat in rules.table.seats}
        """By chair what its epilogue may be made of, by group."""

    def _groups(self, seat: str) -> Iterator[Pieces]:
        endings = self._rules.scenario.endings.items()
        for group in self._rules.scenario.groups:
            yield tuple(
                (Told(id, group, ending), self.condition(ending.when))
                for id, ending in endings
                if ending.group == group and ending.seat in (None, seat)
            )

    def measure(self, play: Afterwards) -> None:
        """Take the measures of a play; each may ask for those before it."""
        for name, reckon in self._measures:
            play.measures[name] = int(reckon(play)) // 100 * 100

    def condition(self, written: Expression | None) -> Asked | None:
        """Return a condition as a function of a finished play; `None` for one that always holds."""
        if written is None:
            return None
        # A condition is known by what it is and not by what it says, which is slow to compare;
        # it is held here, so that no other can take its place.
        known = self._conditions.get(id(written))
        if known is None:
            asked = cast("Asked", compile_expression(written, self.resolve))
            known = self._conditions[id(written)] = written, asked
        return known[1]

    def resolve(self, name: str) -> Callable[[Afterwards], Any]:
        """Return what reads a name of the language from a finished play."""
        match name:
            case "verdict":
                return lambda play: str(play.outcome.verdict)
            case "seat":
                return lambda play: play.seat
            case "begged":
                return lambda play: play.state.disowned
        if name in self._rules.scenario.measures:
            return lambda play: play.measures[name]
        read = self._rules.formulas.resolve(name)
        return lambda play: read(play.state)


@once_by_rules
def _language(rules: Rules) -> _Language:
    return _Language(rules)


def endings(rules: Rules, state: State, seat: int) -> tuple[str, ...]:
    """Return the ids of the epilogue's pieces for a seat, one of each group."""
    return tuple(piece.id for piece in epilogue(rules, state, seat))


def epilogue(rules: Rules, state: State, seat: int) -> tuple[Told, ...]:
    """Return the pieces of the epilogue: of each group the first whose condition holds."""
    return tuple(Afterwards(rules, state, seat).told())


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
    return Ratification(outcome, tuple(says), whole(coerced), state.disowned)


def _bears(treaty: Package | None, sentence: Sentence) -> bool:
    """Return whether a treaty bears a sentence of the memorial out; else nobody is moved by it."""
    return treaty is not None and treaty[sentence.issue] in sentence.borne_by


def not_in_the_room(rules: Rules) -> str:
    """Return the heading of the page on those who must accept the paper."""
    return f"The {rules.table.words.court} that was not in the room"


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


def condition(rules: Rules, written: Expression | None) -> Asked | None:
    """Return a condition of the end as a function of a finished play; compiled once.

    `None` for one that always holds.
    """
    return _language(rules).condition(written)


def _parts(afterwards: Afterwards, letter: Letter) -> Iterator[str]:
    return (part.text for part in letter.parts if afterwards.holds(part.when))
