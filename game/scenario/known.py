"""What a scenario's parts can refer to, gathered once before everything is checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from game.scenario import vocabulary
from game.scenario.campaign_model import Campaign
from game.scenario.checks import Names, Sort, check
from game.scenario.clauses import Effect, Note
from game.scenario.event_model import Choice
from game.scenario.expressions import Expression
from game.scenario.faults import Code, Path, Problem, Severity, did_you_mean, nearest_of
from game.scenario.model import Scenario
from game.scenario.syntax import CASE_WORDS, OFFER, WORD_NAMES
from game.state import BUILT_IN, ENDS_OF_TALKS, Verdict

ONLY_MOVED = frozenset({"danger", "hope"})
"""Quantities that effects can move but not set."""

CHANGEABLE = ONLY_MOVED | frozenset(BUILT_IN)
"""Quantities that every table has and effects can move."""

QUANTITIES = frozenset(vocabulary.NUMBERS)
TRUTHS = frozenset(vocabulary.TRUTHS)
AFTERWARDS = frozenset(vocabulary.TRUTHS_AFTERWARDS)
"""Truths of a play that is over."""
ENDED = tuple(map(str, ENDS_OF_TALKS))
VERDICTS = tuple(map(str, Verdict))
TAKEN = (QUANTITIES - frozenset(BUILT_IN)) | TRUTHS | AFTERWARDS | WORD_NAMES | CASE_WORDS
"""What no track of an author's can be called."""


@dataclass(frozen=True, slots=True)
class Known:
    """The scenario itself and the names that expressions can use in it."""

    scenario: Scenario
    tracks: Names
    """The author's own tracks, before the talks."""
    play: Names
    """What can be asked while the talks go on."""
    after: Names
    """What can be asked when they are over, the measures included."""
    campaign: Campaign | None = None
    """Of which it is one table; `None` where it is all there is."""

    @property
    def chairs(self) -> Collection[str]:
        """Return the two seats at the table; where it does not name two, all there are."""
        seats, table = self.scenario.seats, self.scenario.table
        both = (table.claimant, table.host)
        are_two = table.claimant != table.host and all(chair in seats for chair in both)
        return both if are_two else seats

    @property
    def options(self) -> Mapping[str, Collection[str]]:
        """Return the options of each issue."""
        return {id: issue.options.keys() for id, issue in self.scenario.table.issues.items()}


def known(scenario: Scenario) -> Known:
    """Return what can be referred to in a scenario."""
    table = scenario.table
    own = frozenset(scenario.tracks) - QUANTITIES
    offers = {OFFER + id: tuple(issue.options) for id, issue in table.issues.items()}
    tempers = tuple(table.temperaments.get(table.host, ()))
    notes = {f"note.{note}" for note, _ in notes_set(scenario)}
    chose = {
        f"chose.{event}.{choice}"
        for event, scene in scenario.events.items()
        for choice in scene.choices
    }
    argued = {f"argued.{ground}" for ground in table.grounds}
    truths = TRUTHS | notes | chose | argued
    play = Names(own | QUANTITIES, truths, {**offers, "temper": tempers, "ended": ENDED})
    after = Names(
        play.numbers | frozenset(scenario.measures),
        truths | AFTERWARDS,
        {**play.words, "verdict": VERDICTS, "seat": tuple(scenario.seats)},
    )
    return Known(scenario, Names(own, frozenset()), play, after)


def effects_of(choice: Choice) -> Iterator[tuple[Path, Effect]]:
    """Yield the effects of a choice and of its risk, each with the path of its mapping."""
    yield from ((("do",), effect) for effect in choice.do)
    if choice.risk is not None:
        yield from ((("risk", "do"), effect) for effect in choice.risk.do)


def notes_set(scenario: Scenario) -> Iterator[tuple[str, Path]]:
    """Yield every note that some choice sets, with the place of the effect."""
    for event, scene in scenario.events.items():
        for id, choice in scene.choices.items():
            for path, effect in effects_of(choice):
                if isinstance(effect, Note):
                    yield effect.id, ("events", event, "choices", id, *path, "note")


def asked(expression: Expression | None, path: Path, names: Names) -> Iterator[Problem]:
    """Yield what is wrong with a condition."""
    return _wrong(expression, path, names, Sort.TRUTH)


def reckoned(expression: Expression | None, path: Path, names: Names) -> Iterator[Problem]:
    """Yield what is wrong with a formula."""
    return _wrong(expression, path, names, Sort.NUMBER)


def _wrong(
    expression: Expression | None, path: Path, names: Names, wanted: Sort
) -> Iterator[Problem]:
    if expression is not None:
        for slip in check(expression, names, wanted):
            yield Problem(path, slip.code, slip.message, slip.hint, offset=slip.offset)


def referred(
    id: str | None,
    path: Path,
    among: Collection[str],
    what: str,
    *,
    code: Code = Code.UNKNOWN_ID,
    at_key: bool = False,
) -> Iterator[Problem]:
    """Yield a problem if an id is none of those it can be; `what` names one of them."""
    if id is not None and id not in among:
        hint = nearest_of(id, among) if among else "there is none yet; write one"
        yield Problem(path, code, f"{id} is no {what}", hint, at_key=at_key)


def at_the_table(seat: str, path: Path, known: Known, *, at_key: bool = False) -> Iterator[Problem]:
    """Yield a problem if a seat is none of the two at the table."""
    return referred(seat, path, known.chairs, "seat at the table", at_key=at_key)


def ranged(
    number: int | None, path: Path, low: int, high: int, *, at_key: bool = False
) -> Iterator[Problem]:
    """Yield a problem if a number lies outside a range, both ends included."""
    if number is not None and not low <= number <= high:
        message = f"{number} does not lie in {low}-{high}"
        hint = f"{low} is the least" if number < low else f"{high} is the most"
        yield Problem(path, Code.BAD_RANGE, message, hint, at_key=at_key)


def complete(
    given: Collection[str], path: Path, wanted: Collection[str], *, others: bool = False
) -> Iterator[Problem]:
    """Yield a problem for every id that a mapping must have and has not.

    Unless it may have `others`, one that is there and is nearly the same is a fault by itself.
    """
    strangers = () if others else [id for id in given if id not in wanted]
    for id in wanted:
        if id not in given and not did_you_mean(id, strangers):
            message, hint = f"{id} is missing here", f"add `{id}: …`"
            yield Problem(path, Code.MISSING_KEY, message, hint, at_key=True)


def warning(path: Path, code: Code, message: str, hint: str, *, at_key: bool = False) -> Problem:
    """Return a problem that does not keep the scenario from being played."""
    return Problem(path, code, message, hint, Severity.WARNING, at_key=at_key)
