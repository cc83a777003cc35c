"""Whether a code gives its line back, fits in a message, and is refused when it is spoilt."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from random import Random
from statistics import median
from typing import NamedTuple

from game.cli.seating import seating
from game.coach.workshop.playing import fitting
from game.errors import AmurError
from game.files.plays import heading_for
from game.files.scenarios import read_scenario
from game.policy import persona
from game.record import Node, Record, code_of, digest, record_of
from game.record.symbols import PREFIX
from game.rules import Rules, formatted, parsed
from game.state import ASIDES, CLAIMANT, HOST, Decision, Phase, State
from tests.proof.claim import Claim
from tests.proof.plays import SCENARIO

MESSAGE = 280
"""Characters that a code of fifteen decisions of a person may take."""
FIFTEEN = 15
SPOILT = 40
"""Every so many plays one has each of its characters changed, and is cut at each."""
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
STRANGE = "UÜ*.0?"
"""Characters that cannot be in a code, and one that can."""
GUESSES = (
    "expect top=villages,preamble limit=60-75",
    "expect limit=40",
    "expect  he will sign on the 28th,   «если» он не болен",
    "expect",
)


class Tried(NamedTuple):
    """What came of one play's code."""

    length: int
    persons: int
    """Decisions that one person made, asides not counted; 0 where there are two."""
    asides: frozenset[str]
    """What kinds of them there are."""
    is_same: bool
    spoilt: int
    """Codes with one character changed or cut off, and so on."""
    taken: tuple[str, ...]
    """Those of them that were not refused, or not in one sentence."""


def claims(plays: int, workers: int) -> Iterator[Claim]:
    """Yield what codes of so many plays come to."""
    with ProcessPoolExecutor(workers) as pool:
        tried = list(pool.map(tried_play, range(plays), chunksize=25))
    same = sum(one.is_same for one in tried)
    yield Claim("codes that give back their line", f"{same:,} of {plays:,}", "all", same == plays)
    fifteen = [one for one in tried if one.persons == FIFTEEN]
    for said, short in (
        ("alone", [one.length for one in fifteen if not one.asides]),
        ("and of forecasts", [one.length for one in fifteen if one.asides == {"forecast"}]),
    ):
        yield Claim(
            f"longest code of {FIFTEEN} decisions of a person {said}",
            f"{max(short)}, median {median(short):.0f}, of {len(short)} plays",
            f"<= {MESSAGE} characters",
            max(short) <= MESSAGE,
        )
    guessed = [one.length for one in fifteen if "expect" in one.asides]
    yield Claim(
        "the same where guesses are written, in any words",
        f"{max(guessed)}, median {median(guessed):.0f}, of {len(guessed)} plays",
        "told",
        holds=True,
    )
    spoilt, taken = sum(one.spoilt for one in tried), [code for one in tried for code in one.taken]
    yield Claim(
        "codes with a character changed, or cut short, that are refused",
        f"{spoilt - len(taken):,} of {spoilt:,}",
        "all",
        bool(spoilt) and not taken,
    )


def tried_play(number: int) -> Tried:
    """Make the play of a number, and try its code."""
    record, rules = made(number)
    lot = Random(number)
    node = lot.choice(record.ends()).id if record.nodes else None
    line = record.current_line() if node is None else record.path(node)
    code = code_of(rules, record, node)
    given = record_of(lot.choice((str, str.lower, dashed))(code), rules_for)
    expected = [(n.seat_id, n.decision_text, n.digest) for n in line]
    found = [(n.seat_id, n.decision_text, n.digest) for n in given.nodes.values()]
    numbers = [(n.id, n.parent) for n in given.nodes.values()]
    is_same = (
        (given.heading, found) == (record.heading, expected)
        and numbers == [(id, id - 1) for id in range(1, len(line) + 1)]
        and given.lines == given.main_line()
        and code_of(rules, given) == code
    )
    played, verbs = record.heading.played, [n.decision_text.split()[0] for n in line]
    persons = sum(n.seat_id in played and not _is_aside(n) for n in line)
    spoilt = list(spoilings(code)) if number % SPOILT == 0 else []
    taken = tuple(one for one in spoilt if not is_refused(one))
    return Tried(
        len(code),
        persons if len(played) == 1 else 0,
        frozenset(verbs).intersection(ASIDES),
        is_same,
        len(spoilt),
        taken,
    )


def spoilings(code: str) -> Iterator[str]:
    """Yield every code that differs by one character, and every shorter beginning of it."""
    for at, character in enumerate(code):
        if character == "-":
            continue
        in_prefix = at < len(PREFIX)
        for other in SYMBOLS + STRANGE:
            if other != character and (not in_prefix or other.isalpha()):
                yield code[:at] + other + code[at + 1 :]
        yield code[:at] + code[at + 1 :]
        yield code[:at] + character + code[at:]
        after = code[at + 1 : at + 2]
        if after not in ("", "-", character):
            yield code[:at] + after + character + code[at + 2 :]
    for end in range(len(code)):
        yield code[:end]


def is_refused(code: str) -> bool:
    """Return whether a code is refused in one sentence."""
    with suppress(AmurError):
        record_of(code, rules_for)
        return False
    return True


def dashed(code: str) -> str:
    """Return a code as a person may have broken it into groups."""
    return "\n".join(code[at : at + 5] + " - " for at in range(0, len(code), 5))


_RULES: dict[str | None, Rules] = {}


def rules_for(scenario: str, start: str | None) -> Rules:
    """Return the rules of a start of a scenario, made once."""
    if start not in _RULES:
        _RULES[start] = Rules(read_scenario(scenario), start)
    return _RULES[start]


def made(number: int) -> tuple[Record, Rules]:
    """Return a record of the play of a number and its rules.

    One half of them are drawn by lot, in the others personas meet the officials; two people play
    in every eighth, another start is played in every fourth. Each second has forecasts, guesses
    and a second line.
    """
    lot = Random(f"codes {number}")
    first = rules_for(SCENARIO, None)
    start = lot.choice((None, None, None, *first.scenario.starts))
    rules = rules_for(SCENARIO, start)
    seats = rules.table.seats
    seat = seats[lot.choice((CLAIMANT, HOST))]
    heading = heading_for(
        rules,
        lot.choice((str(lot.randrange(10**6)), "history", "Ёлка 7")),
        "both" if lot.random() < 1 / 8 else seat,
        mode=lot.choice(("advisers", "advisers", "points")),
    )
    record = Record(heading)
    record = grown(rules, record, lot, limit=lot.choice((FIFTEEN, FIFTEEN, 60, lot.randrange(20))))
    if number % 2 and record.nodes:
        record = grown(rules, record.moved(lot.choice(list(record.nodes))), lot, FIFTEEN)
    return record, rules


def grown(rules: Rules, record: Record, lot: Random, limit: int) -> Record:
    """Return a record with a line more from its cursor, of so many decisions of its persons."""
    seed = record.heading.seed
    by_lot = lot.random() < 0.5
    players = dict(seating(rules, seed))
    if not by_lot:
        claimants = fitting(CLAIMANT)
        players[rules.table.seats[CLAIMANT]] = persona(lot.choice(claimants), rules, seed)
    state = rules.opening(seed)
    for node in record.path(record.cursor):
        state = rules.apply(state, _parsed(rules, node)).state
        limit -= node.seat_id in record.heading.played and not _is_aside(node)
    talks = lot.random() < 0.5
    while limit > 0 and state.ended is None:
        seat = rules.table.seats[state.seat]
        is_person = seat in record.heading.played
        text = ""
        if talks and is_person and state.phase in (Phase.SITTING, Phase.REPLY):
            text = aside(rules, state, lot)
        if not text:
            legal = rules.legal_decisions(state)
            decision = (
                legal[lot.randrange(len(legal))]
                if by_lot and is_person
                else players[seat].choose(rules.seen_by(state.seat, state), legal)
            )
            text = formatted(decision, rules.table)
            limit -= is_person
        node = Node(1, 0, seat, text, "")
        state = rules.apply(state, _parsed(rules, node)).state
        record, _ = record.add(record.cursor, seat, text, digest(state))
    return record


def aside(rules: Rules, state: State, lot: Random) -> str:
    """Return a forecast or a guess in words; empty for none."""
    if lot.random() < 1 / 6:
        return lot.choice(GUESSES)
    if state.forecasts[state.seat] != state.sitting and lot.random() < 1 / 3:
        paper = tuple(lot.randrange(size) for size in rules.table.sizes)
        decision = Decision("forecast", "", (), lot.choice((None, paper)))
        return formatted(decision, rules.table)
    return ""


def _parsed(rules: Rules, node: Node) -> Decision:
    return parsed(node.decision_text, rules.table)


def _is_aside(node: Node) -> bool:
    return node.decision_text.split()[0] in ASIDES
