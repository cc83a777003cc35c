"""What an author wrote that can never be, or that says nothing.

All of it is only warned of: a scenario that is half written has scenes whose notes are still to
be set, and it plays without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.scenario.aims import Kind
from game.scenario.clauses import Change, Set
from game.scenario.expressions import Expression, names_used, within
from game.scenario.faults import Code, Path, Problem, Severity
from game.scenario.known import TAKEN, Known, effects_of, warning
from game.scenario.possible import Contradiction, Impossible
from game.scenario.possible_opening import never_opens
from game.scenario.possible_premises import When
from game.scenario.possible_terms import Claim, OneOf, Sum, claim
from game.scenario.possible_worlds import clash
from game.scenario.spelled import begins, spelled
from game.scenario.syntax import OFFER, Between, Comparison, Is, Name, Node, Some, parts_of
from game.scenario.things import Things, expressions_of
from game.state import BUILT_IN

READ_BY_THE_RULES = frozenset({"force", "crisis"})
"""Tracks that mean something without being asked for."""
CLOCK = frozenset({"sitting", "day"})
"""Asked for on purpose where they cannot fail: so a scene comes at any time."""
MOST_SEEN = 4


class Condition(NamedTuple):
    """A condition, where it stands and when it is asked."""

    asked: Expression
    path: Path
    when: When
    seat: str | None = None


def doubts(known: Known, written: Things) -> Iterator[Problem]:
    """Yield what can never be and what says nothing."""
    told = tuple(_told(known))
    if known.scenario.table.sittings > 0:
        impossible = Impossible(known)
        yield from _impossible(impossible)
        for asked, path, when, seat in told:
            why = impossible.asked_of(asked, path, when, seat)
            if why is not None:
                yield _contradiction(why, path[:-1], "take it out, or mend one of them")
    for condition in (*told, *_asked_in_play(known)):
        yield from _always_true(condition, known)
    yield from never_opens(known)
    yield from _unused_tracks(known, written)


def _told(known: Known) -> Iterator[Condition]:
    """Yield the conditions of what is told afterwards, and of what advisers say."""
    scenario = known.scenario
    for id, adviser in scenario.advisers.items():
        for at, line in enumerate(adviser.lines):
            if line.when is not None:
                path: Path = ("advisers", id, "lines", at, "when")
                yield Condition(line.when, path, When.ADVICE)
    if scenario.dossiers is None:
        return
    table, dossiers = scenario.table, scenario.dossiers
    letters = (
        ("despatch", dossiers.despatch, table.claimant),
        ("memorial", dossiers.memorial, table.host),
    )
    for key, letter, seat in letters:
        for at, part in enumerate(letter.parts):
            if part.when is not None:
                path = ("dossiers", key, "parts", at, "when")
                yield Condition(part.when, path, When.AFTERWARDS, seat)
    for at, witness in enumerate(dossiers.witness):
        if witness.when is not None:
            path = ("dossiers", "witness", at, "when")
            yield Condition(witness.when, path, When.AFTERWARDS)


def _asked_in_play(known: Known) -> Iterator[Condition]:
    """Yield the conditions whose things are aims."""
    for event, scene in known.scenario.events.items():
        if scene.when is not None:
            yield Condition(scene.when, ("events", event, "when"), When.TALKS)
        for id, choice in scene.choices.items():
            if choice.when is not None:
                path: Path = ("events", event, "choices", id, "if")
                yield Condition(choice.when, path, When.TALKS)
    for id, ending in known.scenario.endings.items():
        if ending.when is not None:
            yield Condition(ending.when, ("endings", id, "when"), When.TALKS)


def _impossible(impossible: Impossible) -> Iterator[Problem]:
    """Yield the impossible aims; not those that are so only because another one is."""
    found = impossible.of_aims()
    events = {aim.id for aim in found if aim.kind is Kind.EVENT}
    rests = {
        aim.id: {event if event in events else f"{event}.{choice}" for event, choice in r.rests_on}
        for aim, r in found.items()
    }
    options_told = False
    for aim, why in found.items():
        if aim.kind is Kind.CHOICE and aim.id.split(".")[0] in events:
            continue
        if any(aim.id not in _all_below(cause, rests) for cause in rests[aim.id]):
            continue
        match aim.kind:
            case Kind.EVENT:
                yield _contradiction(why, ("events", aim.id), "mend one of them, or take it out")
            case Kind.CHOICE:
                event, choice = aim.id.split(".")
                path: Path = ("events", event, "choices", choice)
                yield _contradiction(why, path, "mend one of them, or take the choice out")
            case Kind.TACTIC:
                hint = "give the table what the act is about, or take it out"
                yield _contradiction(why, ("table", "acts", aim.id), hint)
            case Kind.OPTION if not options_told:
                options_told = True
                yield _contradiction(why, ("table", "acts"), "let the claimant do one of them")
            case Kind.ENDING:
                yield _of_ending(why, aim.id)


def _of_ending(why: Contradiction, id: str) -> Problem:
    path: Path = ("endings", id)
    if not why.behind:
        return _contradiction(why, path, "mend one of them, or take it out")
    *more, last = why.behind
    named = f"{', '.join(more)} and {last}" if more else last
    message = f"it stands behind {named}, which leave{'' if more else 's'} it nothing"
    hint = "put it before them, or ask for less there" if more else f"put it before {last}"
    problem = warning(path, Code.UNREACHABLE_ENDING, message, hint, at_key=True)
    return problem._replace(also=tuple(("endings", each) for each in why.behind[:MOST_SEEN]))


def _all_below(id: str, rests: dict[str, set[str]]) -> set[str]:
    """Return everything on whose being impossible something rests, itself included."""
    seen, waiting = set[str](), [id]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            waiting += rests.get(each, set())
    return seen


def _contradiction(why: Contradiction, path: Path, hint: str) -> Problem:
    own = [line for line in why.lines if line.path[: len(path)] == path]
    others = [line for line in why.lines if line not in own]
    said = " and ".join(dict.fromkeys(line.sentence for line in own)) or "this"
    because = "; ".join(dict.fromkeys(line.sentence for line in others))
    message = f"{said} can never hold" if own else "this can never be"
    if own and path[0] == "table":
        message = said
    message += f": {because}" if because else " together" if len(own) > 1 else ""
    there = tuple(dict.fromkeys(line.path for line in others if line.path))[:MOST_SEEN]
    at, offset = (own[0].path, own[0].offset) if own else (path, 0)
    return Problem(
        at, Code.CONTRADICTION, message, hint, Severity.WARNING, offset, at == path, there
    )


def _always_true(condition: Condition, known: Known) -> Iterator[Problem]:
    """Yield the comparisons that cannot fail; those of the clock may be meant so."""
    names = known.after
    for node in within(condition.asked):
        match node:
            case Comparison() | Between():
                asked = {part.name for part in _below(node) if isinstance(part, Name)}
                is_idle = bool(asked) and not asked & CLOCK
            case Some():
                parts = [part for part in _below(node) if not isinstance(part, Some)]
                is_idle = not all(isinstance(p, Is) and not p.negated for p in parts)
            case _:
                is_idle = False
        contrary = [claim(node, names, holds=False)] if is_idle else []
        if contrary and clash([*contrary, *_ranges(node, known)]):
            hint = "take it out, or ask for what can fail"
            message = f"{spelled(node)} always holds"
            path, at = condition.path, begins(node)
            yield Problem(path, Code.ALWAYS_TRUE, message, hint, Severity.WARNING, at)
            return


def _below(node: Node) -> Iterator[Node]:
    for part in parts_of(node):
        yield part
        yield from _below(part)


def _ranges(node: Node, known: Known) -> Iterator[Claim]:
    """Yield between what a node's quantities lie, and that a paper is there to be asked of."""
    tracks = known.scenario.tracks
    for part in _below(node):
        match part:
            case Name(name) if name in tracks and name not in BUILT_IN:
                low, high = tracks[name].range
                yield Sum(((name, -1),), 100 * low)
                yield Sum(((name, 1),), -100 * high)
            case Name(name) if (name in BUILT_IN and name != "patience") or name == "danger":
                yield Sum(((name, -1),), 0)
                yield Sum(((name, 1),), -100 * 100)
            case Name("pressure"):
                yield Sum((("pressure", -1),), 0)
            case Is(name) if name.startswith(OFFER) and known.play.words.get(name):
                yield OneOf(name, frozenset(known.play.words[name]))


def _unused_tracks(known: Known, written: Things) -> Iterator[Problem]:
    scenario = known.scenario
    read = {
        name
        for _, thing in written
        for expression in expressions_of(thing)
        for name in names_used(expression)
    }
    changed = {
        effect.track
        for scene in scenario.events.values()
        for choice in scene.choices.values()
        for _, effect in effects_of(choice)
        if isinstance(effect, Change | Set)
    }
    for id in scenario.tracks:
        if id not in read | changed | READ_BY_THE_RULES | TAKEN | frozenset(BUILT_IN):
            hint = "let a choice move it, or a condition ask for it, or take it out"
            message = f"nothing changes {id} and nothing asks for it"
            yield warning(("tracks", id), Code.UNUSED_TRACK, message, hint, at_key=True)
