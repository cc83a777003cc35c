"""One line of a play as a code that fits in a message, and a record out of a code.

A decision is told by its place among what was legal when it was made, and whose it was follows
from the rules; what a policy would choose is never asked. What stands in no such sequence (a
guess, a forecast, words in another order) is told in words. After each decision comes a digit of
a sum over the words and the states so far, so that a code of another version of a scenario says
how far it goes. Of remarks only this is in it: whether the archives had been open to its player.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from zlib import crc32

from game.errors import AmurError, CodeError
from game.negotiation import Package
from game.record.course import LOOKED, has_looked, marked
from game.record.digests import digest
from game.record.lines import OPENING, Glyph, Heading, Line, Name, Node, Note, Sign
from game.record.packing import Packing, Unpacking
from game.record.replay import check_scenario, played
from game.record.symbols import check_length, number_in, spelled
from game.record.tree import Record
from game.rules import Game
from game.rules.table import Table
from game.state import Decision, State

RulesFor = Callable[[str, str | None], Game]
"""Given the id of a scenario and one of its starts, returns the rules; raises `AmurError`."""

_DIGIT, _WHOLE = 1 << 4, 1 << 32
"""How many sums a digit tells apart, and all of a sum."""
_FORECAST, _FORECAST_OF_PAPER, _IN_WORDS, _ASIDES = range(4)
_USUAL = Heading("", 0, "", "", "")


def code_of(rules: Game, record: Record, node: int | None = None) -> str:
    """Return the code of the line that leads to a node; of the line played last if none is named.

    Raises `RecordError` with the node and the reason where it does not replay, and `CodeError`
    where the line is too long.
    """
    check_scenario(rules, record)
    line = record.current_line() if node is None else record.path(node)
    packing = Packing()
    _put_heading(packing, rules, record.heading)
    packing.put(int(has_looked(record)), 2)
    packing.put_count(len(line))
    state = rules.opening(record.heading.seed)
    total = _sum(0, "", digest(state))
    for step in line:
        after = played(rules, state, step).state
        total = _sum(total, step.decision_text, digest(after))
        _put_decision(packing, rules, state, step.decision_text)
        packing.put(total % _DIGIT, _DIGIT)
        check_length(packing.bits)
        state = after
    packing.put(total, _WHOLE)
    return spelled(packing.number)


def record_of(code: str, rules_for: RulesFor) -> Record:
    """Return the record of a code: its one line, numbered from 1, with the digests of today.

    That the archives had been open stands as a note on its opening.

    Raises `CodeError` with the reason for what is no code, or spoilt, or does not come out as it
    was made because the scenario has changed since; then it says how far it goes.
    """
    packed = Unpacking(number_in(code))
    scenario, version = packed.take_text(), packed.take_count()
    start = packed.take_text() if packed.take(2) else None
    rules = rules_for(scenario, start)
    heading = _taken_heading(packed, rules, start)
    rules = rules.twisted(heading.twists)
    looked = packed.take(2)
    count = packed.take_count()
    check_scenario(rules, Record(replace(heading, scenario=scenario)))
    nodes: list[Node] = []
    try:
        for node in _taken_nodes(packed, rules, heading.seed, count):
            nodes.append(node)  # noqa: PERF402 (what came before the fault is counted)
    except AmurError as error:
        raise _changed(rules, version, len(nodes), count) from error
    notes = (Note(OPENING, LOOKED),) if looked else ()
    return Record(heading).with_lines((*nodes, *notes))[0]


def line_alone(record: Record, node: int | None = None) -> Record:
    """Return a record of one line and of what was remarked on it, numbered as in the whole.

    The line is the one that leads to a node; the one played last if none is named. Its digests
    and its heading are those that were recorded. That the archives had been open is noted on its
    opening where no note of the line says so.
    """
    line = record.current_line() if node is None else record.path(node)
    lines: list[Line] = [*line]
    for id in (OPENING, *(step.id for step in line)):
        if id in record.names:
            lines.append(Name(id, record.names[id]))
        if id in record.notes:
            lines.append(Note(id, record.notes[id]))
        if id in record.glyphs:
            lines.append(Sign(id, Glyph(record.glyphs[id])))
    alone = Record(record.heading).with_lines(lines)[0]
    if has_looked(record) and not has_looked(alone):
        alone = alone.noted(OPENING, marked(alone.notes.get(OPENING, "")))
    return alone


def _taken_nodes(packed: Unpacking, rules: Game, seed: str, count: int) -> Iterator[Node]:
    """Yield the nodes of a code as long as it comes out as it was made, then raise."""
    state = rules.opening(seed)
    total = _sum(0, "", digest(state))
    for id in range(1, count + 1):
        node = Node(id, id - 1, rules.seat_id(state), _taken_decision(packed, rules, state), "")
        text = node.decision_text
        state = played(rules, state, node).state
        node = replace(node, digest=digest(state))
        total = _sum(total, text, node.digest)
        if packed.take(_DIGIT) != total % _DIGIT:
            raise CodeError(f"node {id} comes out otherwise")
        yield node
    if packed.take(_WHOLE) != total or not packed.is_empty:
        raise CodeError("the end comes out otherwise")


def _changed(rules: Game, version: int, made: int, count: int) -> CodeError:
    """Return what to say of a code that does not come out as it was made."""
    id, now = rules.scenario.id, rules.scenario.version
    then = f"version {version} of '{id}', and this is {now}"
    made_with = then if version != now else f"another text of '{id}'"
    return CodeError(
        f"this code was made with {made_with}: of its {count} decisions the first {made}"
        f" come out as they did then"
    )


def _sum(before: int, text: str, digest: str) -> int:
    """Return the sum over a line whose last decision led to a state, given the one before it."""
    return crc32(f"{text} {digest}".encode("utf-8", "surrogatepass"), before)


# The heading: whatever is as usual takes one bit.


def _put_heading(packing: Packing, rules: Game, heading: Heading) -> None:
    packing.put_text(heading.scenario)
    packing.put_count(max(0, rules.scenario.version))
    _put_optional(packing, heading.start, _USUAL.start)
    packing.put_text(heading.seed)
    _put_seat(packing, rules, heading.seat)
    _put_optional(packing, heading.mode, _USUAL.mode)
    packing.put_count(len(heading.twists))
    for twist in heading.twists:
        packing.put_text(twist)
    packing.put(int(heading.persons is not None), 2)
    if heading.persons is not None:
        packing.put_count(len(heading.persons))
        for seat in heading.persons:
            _put_seat(packing, rules, seat)


def _taken_heading(packed: Unpacking, rules: Game, start: str | None) -> Heading:
    seed = packed.take_text()
    seat = _taken_seat(packed, rules)
    mode = packed.take_text() if packed.take(2) else _USUAL.mode
    twists = tuple([packed.take_text() for _ in range(packed.take_count())])
    persons = (
        tuple([_taken_seat(packed, rules) for _ in range(packed.take_count())])
        if packed.take(2)
        else None
    )
    scenario = rules.scenario
    return Heading(
        scenario=scenario.id,
        version=scenario.version,
        digest=scenario.digest,
        seed=seed,
        seat=seat,
        mode=mode,
        start=start,
        twists=twists,
        persons=persons,
    )


def _put_optional(packing: Packing, text: str | None, usual: str | None) -> None:
    packing.put(int(text != usual), 2)
    if text is not None and text != usual:
        packing.put_text(text)


def _put_seat(packing: Packing, rules: Game, seat: str) -> None:
    seats = rules.seats
    packing.put(seats.index(seat) if seat in seats else len(seats), len(seats) + 1)
    if seat not in seats:
        packing.put_text(seat)


def _taken_seat(packed: Unpacking, rules: Game) -> str:
    seats = rules.seats
    at = packed.take(len(seats) + 1)
    return seats[at] if at < len(seats) else packed.take_text()


# The decisions.


def _put_decision(packing: Packing, rules: Game, state: State, text: str) -> None:
    """Put in a legal decision by its place, or else what it is in words."""
    legal = rules.legal_decisions(state)
    decision = rules.parsed(text, state)
    is_plain = rules.formatted(decision, state) == text
    if is_plain and decision in legal:
        packing.put(legal.place_of(decision), len(legal) + 1)
        return
    packing.put(len(legal), len(legal) + 1)
    if not is_plain or decision.verb != "forecast":
        packing.put(_IN_WORDS, _ASIDES)
        packing.put_text(text)
    elif decision.paper is None:
        packing.put(_FORECAST, _ASIDES)
    else:
        packing.put(_FORECAST_OF_PAPER, _ASIDES)
        for option, of in zip(decision.paper, rules.at(state).table.sizes, strict=True):
            packing.put(option, of)


def _taken_decision(packed: Unpacking, rules: Game, state: State) -> str:
    """Return the text of the next decision; `played` says whether it may be made."""
    legal = rules.legal_decisions(state)
    at = packed.take(len(legal) + 1)
    if at < len(legal):
        return rules.formatted(legal[at], state)
    kind = packed.take(_ASIDES)
    if kind == _IN_WORDS:
        return packed.take_text()
    paper = _taken_paper(packed, rules.at(state).table) if kind == _FORECAST_OF_PAPER else None
    return rules.formatted(Decision("forecast", "", (), paper), state)


def _taken_paper(packed: Unpacking, table: Table) -> Package:
    return tuple([packed.take(of) for of in table.sizes])
