"""What is wrong with a scenario's tests before any of them is run: every name that nothing bears.

Decisions in words, and who can play, are looked at where the rules are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from game.scenario.authored import whole_number, yes_or_no
from game.scenario.case_model import HISTORY, NOTHING, Asked, Case, Given
from game.scenario.checks import Names
from game.scenario.expressions import Expression
from game.scenario.faults import Code, Path, Problem, did_you_mean
from game.scenario.known import (
    CHANGEABLE,
    Known,
    asked,
    at_the_table,
    known,
    ranged,
    referred,
)
from game.scenario.model import AnyScenario, Scenario
from game.scenario.syntax import ENDING, OFFER, WORD
from game.state import Reply

MET = "met."
"""Begins the name, in tests, of whether a scene was met."""
ANSWERS = tuple(reply.name.lower().replace("_", "-") for reply in Reply)
SUPPORT, LASTING, WORTH = "support", "lasting.", "worth."
"""What a test can ask the outcome for, in per cent of the court and in points of a seat."""
ZONE, BETTER, WALK_AWAY = "zone", "better", "walk-away."
"""What a test can ask the table for: how many papers suit both, or both more; points of a seat."""
COMES_OF_PLAY = frozenset({"signed", "paper"})
"""Truths of the talks that are nothing by themselves."""


@dataclass(frozen=True, slots=True)
class CaseNames:
    """What can be given, and what can be asked, in the tests of a scenario."""

    known: Known
    asked: Names
    numbers: Mapping[str, tuple[int, int]]
    """What can be given as a number, and between which two."""
    truths: frozenset[str]
    words: Mapping[str, tuple[str, ...]]


def case_names(scenario: Scenario) -> CaseNames:
    """Return the names that the tests of a scenario can use."""
    return names_at(known(scenario))


def names_at(context: Known) -> CaseNames:
    """Return the names that tests of one table can use."""
    scenario = context.scenario
    after, table, tracks = context.after, scenario.table, scenario.tracks
    met = frozenset(MET + event for event in scenario.events)
    says = {WORD + id: tuple(issue.options) for id, issue in table.issues.items()}
    told = {
        ENDING + group: (*(id for id, e in scenario.endings.items() if e.group == group), NOTHING)
        for group in scenario.groups
    }
    others = {"scene": (*scenario.events, NOTHING), "answer": ANSWERS}
    by_seat = {kind + seat for kind in (LASTING, WORTH, WALK_AWAY) for seat in context.chairs}
    names = Names(
        after.numbers | {SUPPORT, ZONE, BETTER} | by_seat,
        after.truths | met,
        {**after.words, **says, **told, **others},
    )
    moved = {*CHANGEABLE, *tracks, "pressure"}
    given_words = {OFFER + id: options for id, options in context.options.items()} | says
    return CaseNames(
        context,
        names,
        {name: tracks[name].range if name in tracks else (0, 100) for name in sorted(moved)},
        (context.play.truths | met) - COMES_OF_PLAY,
        {**{k: tuple(v) for k, v in given_words.items()}, "temper": context.play.words["temper"]},
    )


def case_problems(case: Case, path: Path, names: CaseNames) -> Iterator[Problem]:
    """Yield what is wrong with a test, as far as the scenario alone can tell."""
    yield from given_problems(case.given, (*path, "given"), names)
    for index, (seat, _) in enumerate(case.when):
        if seat:
            at = (*path, "when", index, seat)
            yield from at_the_table(seat, at, names.known, at_key=True)
    for index, claim in enumerate(case.then):
        at = (*path, "then", index)
        if isinstance(claim, Expression):
            yield from asked(claim, at, names.asked)
        else:
            yield from _of_asked(claim, at)
    if not case.then:
        hint = "write a condition, such as signed"
        yield Problem((*path, "then"), Code.MISSING_KEY, "this test asks for nothing", hint)


def _of_asked(claim: Asked, path: Path) -> Iterator[Problem]:
    if bool(claim.may) == bool(claim.may_not):
        message = "one decision may be made, or may not"
        yield Problem(path, Code.MISSING_KEY, message, "write may: WORDS, or may-not: WORDS")
    elif claim.why and not claim.may_not:
        message, hint = "what may be decided needs no reason", "take it out, or write may-not"
        yield Problem((*path, "why"), Code.UNKNOWN_KEY, message, hint, at_key=True)


def given_problems(given: Given, path: Path, names: CaseNames) -> Iterator[Problem]:
    """Yield what is wrong with how things stand before a test, or before a scene is looked at."""
    context = names.known
    scenario = context.scenario
    whole = context.campaign or scenario
    yield from referred(given.start, (*path, "start"), whole.starts, "start")
    if given.table is not None and context.campaign is None:
        message, hint = "this scenario has one table, and every test is about it", "take it out"
        yield Problem((*path, "table"), Code.UNKNOWN_KEY, message, hint, at_key=True)
    if given.seat is not None:
        yield from at_the_table(given.seat, (*path, "seat"), context)
    yield from ranged(given.sitting, (*path, "sitting"), 1, scenario.table.sittings)
    if given.scene != NOTHING:
        yield from referred(given.scene, (*path, "scene"), scenario.events, "scene")
    if given.play == HISTORY:
        yield from _of_history(given, path, whole)
    if given.play and given.sitting is None and given.scene is None:
        for name in given.holds:
            message = "a play to the end leaves nothing to be given"
            hint = "say how far it goes: add `sitting: N` or `scene: ID`"
            yield Problem((*path, name), Code.UNKNOWN_KEY, message, hint, at_key=True)
    for name, value in given.holds.items():
        yield from _held(name, value, (*path, name), names)


def _of_history(given: Given, path: Path, scenario: AnyScenario) -> Iterator[Problem]:
    if not scenario.history:
        message, hint = "this scenario keeps no decisions really taken", "let a persona play"
        yield Problem((*path, "play"), Code.UNKNOWN_ID, message, hint)
    if given.start is not None:
        message = "history has one start only, the scenario's first"
        yield Problem((*path, "start"), Code.UNKNOWN_ID, message, "take it out")
    if given.seed != HISTORY:
        message, hint = f"history is played with the seed {HISTORY}", "take the seed out"
        yield Problem((*path, "seed"), Code.UNKNOWN_WORD, message, hint)


def _held(name: str, value: str, path: Path, names: CaseNames) -> Iterator[Problem]:
    """Yield what is wrong with one name that is given, and with its value."""
    if name in names.words:
        kind = "option" if name.startswith((OFFER, WORD)) else name
        yield from referred(value, path, names.words[name], kind, code=Code.UNKNOWN_WORD)
        return
    try:
        if name in names.truths:
            yes_or_no(value)
        elif name in names.numbers:
            yield from ranged(whole_number(value), path, *names.numbers[name])
        else:
            yield _not_given(name, path, names)
    except PydanticCustomError as error:
        hint = str((error.context or {}).get("hint", ""))
        yield Problem(path, Code(error.type), error.message(), hint)


def _not_given(name: str, path: Path, names: CaseNames) -> Problem:
    if name in names.asked.all():
        message, hint = f"{name} comes of the play", "ask for it in `then`"
        return Problem(path, Code.UNKNOWN_NAME, message, hint, at_key=True)
    own = [field.alias or key for key, field in Given.model_fields.items()]
    can_be = [*own, *names.numbers, *names.truths, *names.words]
    hint = did_you_mean(name, can_be) or "give a track, a note or a term of the paper"
    message = f"nothing is called {name} here"
    return Problem(path, Code.UNKNOWN_NAME, message, hint, at_key=True)
