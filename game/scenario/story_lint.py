"""What is wrong around the talks: cover, endings, dossiers and advisers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from game.scenario.authored import ById
from game.scenario.checks import Names
from game.scenario.days import said
from game.scenario.ending_model import Dossiers, Ending, Letter, Part, Witness
from game.scenario.expressions import Expression
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import (
    TAKEN,
    Known,
    asked,
    complete,
    ranged,
    reckoned,
    referred,
    warning,
)
from game.scenario.model import (
    ALL,
    NOBODY,
    Adviser,
    AnyScenario,
    Line,
    Scenario,
    Seat,
    Start,
    Track,
)
from game.scenario.syntax import Calculation, Name, Node, Number
from game.state import BUILT_IN

MOST_DIGITS, OF_A_QUANTITY = 40, 9
"""Of a measure, and of anything else that a formula asks for, in hundredths."""

LIKELY = "{likely}"
_GAP = re.compile(r"\{[a-z][a-z-]*\}")


def check_cover(scenario: Scenario, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the scenario as a whole."""
    if scenario.end < scenario.start:
        message, hint = "the scenario ends before it starts", "put the later day here"
        yield Problem((*path, "end"), Code.BAD_DATE, message, hint)
    yield from _check_room(scenario, path)
    yield from check_measures(scenario.measures, path, known.play, known.after)
    yield from check_scales(scenario, path)


def check_scales(scenario: AnyScenario, path: Path) -> Iterator[Problem]:
    """Yield the scales of what is no measure."""
    for id in scenario.scales:
        at = (*path, "scales", id)
        yield from referred(id, at, scenario.measures, "measure", at_key=True)


def check_measures(
    measures: ById[Expression], path: Path, play: Names, after: Names
) -> Iterator[Problem]:
    """Yield what is wrong with the measures of the endings; `play` is what those before add to."""
    digits: dict[str, int] = {}
    for index, (id, formula) in enumerate(measures.items()):
        # A measure may be made of those that stand before it.
        earlier = play.numbers | frozenset(list(measures)[:index])
        names = replace(after, numbers=earlier)
        yield from reckoned(formula, (*path, "measures", id), names)
        digits[id] = _digits(formula.root, digits)
        if digits[id] > MOST_DIGITS:
            message = f"{id} may come to a number of more than {MOST_DIGITS} digits"
            hint = "multiply fewer quantities with each other"
            yield Problem((*path, "measures", id), Code.TOO_BIG, message, hint)
            return


def _check_room(scenario: Scenario, path: Path) -> Iterator[Problem]:
    """Yield a problem if the scenario is over before its last sitting can be held."""
    table = scenario.table
    if min(table.sittings, table.sittings_a_day) < 1 or scenario.end < scenario.start:
        return
    days = table.day_and_part(table.sittings)[0]
    if (scenario.end - scenario.start).days >= days or (date.max - scenario.start).days < days:
        return
    last = scenario.start + timedelta(days)
    message = (
        f"the last sitting is held on {said(last)}, and the scenario ends on {said(scenario.end)}"
    )
    hint = f"write {last}, or let the table have fewer sittings"
    also: tuple[Path, ...] = (("table", "sittings"),)
    yield warning((*path, "end"), Code.BAD_DATE, message, hint)._replace(also=also)


def _digits(node: Node, of_measures: Mapping[str, int]) -> int:
    """Return how many digits a formula's number has at most, whatever the names stand for."""
    match node:
        case Number(hundredths):
            return len(str(abs(hundredths)))
        case Name(name):
            return of_measures.get(name, OF_A_QUANTITY)
        case Calculation(sign, left, right):
            one, other = _digits(left, of_measures), _digits(right, of_measures)
            return one + other if sign in ("*", "/") else max(one, other) + 1
    return 1


def check_seat(seat: Seat, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a seat."""
    yield from referred(seat.other, (*path, "other"), known.scenario.seats, "seat")
    if seat.brief not in known.scenario.briefs:
        message = f"there is no page briefs/{seat.brief}.md"
        yield warning(
            (*path, "brief"), Code.MISSING_BRIEF, message, "write the seat's instructions"
        )


def check_track(track: Track, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a track."""
    readers = {ALL, NOBODY, *known.scenario.seats}
    yield from referred(track.seen_by, (*path, "seen-by"), readers, "reader")
    yield from _check_start_of(track, path)
    yield from ranged(track.start, (*path, "start"), *track.range)
    limits = track.limits
    rising = all(low < high for low, high in pairwise(limits))
    if limits and (len(limits) != len(track.words) or limits[0] != track.range[0] or not rising):
        why = "a word needs a level from which it is said, the lowest of the range first"
        hint = f"write {len(track.words)} levels that rise from {track.range[0]}"
        yield Problem((*path, "limits"), Code.BAD_RANGE, why, hint)


def _check_start_of(track: Track, path: Path) -> Iterator[Problem]:
    """Yield what is wrong with where a track starts, or with its being one at all."""
    name = path[-1]
    if name in TAKEN:
        message = f"{name} means something else in conditions"
        yield Problem(path, Code.BAD_ID, message, "call the track otherwise", at_key=True)
    elif name not in BUILT_IN:
        yield from complete(("start",) if track.start is not None else (), path, ("start",))
    elif track.start is not None:
        message = f"where {name} starts is the table's to say"
        hint = "take it out; what stands in the table's `quantities` starts there, the rest at 0"
        yield Problem((*path, "start"), Code.UNKNOWN_KEY, message, hint, at_key=True)


def check_start(start: Start, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with another opening."""
    tracks = known.scenario.tracks
    for id, level in start.tracks.items():
        at = (*path, "tracks", id)
        yield from referred(
            id, at, known.tracks.numbers, "track", code=Code.UNKNOWN_NAME, at_key=True
        )
        if id in tracks:
            yield from ranged(level, at, *tracks[id].range)


def check_ending(ending: Ending, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an ending."""
    yield from referred(ending.group, (*path, "group"), known.scenario.groups, "group")
    yield from referred(ending.seat, (*path, "seat"), known.scenario.seats, "seat")
    yield from asked(ending.when, (*path, "when"), known.after)


def check_letter(letter: Letter, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a report home."""
    yield from referred(letter.from_, (*path, "from"), known.scenario.seats, "seat")


def check_part(part: Part | Witness, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with a passage of the dossiers."""
    yield from asked(part.when, (*path, "when"), known.after)


def check_dossiers(dossiers: Dossiers, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the dossiers as a whole."""
    factions = known.scenario.table.ratifiers
    yield from complete(dossiers.court, (*path, "court"), factions)
    for id in dossiers.court:
        yield from referred(id, (*path, "court", id), factions, "faction", at_key=True)


def check_adviser(adviser: Adviser, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an adviser."""
    yield from referred(adviser.seat, (*path, "seat"), known.scenario.seats, "seat")
    yield from asked(adviser.when, (*path, "when"), known.play)
    yield from ranged(adviser.competence, (*path, "competence"), 0, 100)
    for index, issue in enumerate(adviser.weighs):
        yield from referred(issue, (*path, "weighs", index), known.options, "issue")
    table = known.scenario.table
    signs = adviser.seat == table.host != table.claimant
    for index, line in enumerate(adviser.lines):
        for found in _GAP.finditer(line.say):
            if signs or found[0] != LIKELY:
                message = f"nothing fills in {found[0]} here"
                hint = (
                    "what the host signs, the host decides; take it out"
                    if signs
                    else f"write {LIKELY}"
                )
                at = (*path, "lines", index, "say")
                yield warning(at, Code.UNFILLED, message, hint)._replace(offset=found.start())


def check_line(line: Line, path: Path, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an adviser's sentence."""
    yield from asked(line.when, (*path, "when"), known.play)
