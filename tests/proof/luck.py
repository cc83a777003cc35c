"""Whether fortune stays what it was on every branch, as far as no branch touches it (law 5).

Two lines of one record are compared by what was told, not by what the seed holds: the courier's
day and what he adds, the court's mood where somebody heard of it, what each man needs where he
said it truly, and whether a risk that was run on both came true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from random import Random
from typing import NamedTuple

from game.coach.compare import Side, side
from game.policy import persona
from game.record import OPENING, Heading, Record, Step, digest
from game.rules import Rules, formatted, parsed
from game.session import Session
from game.state import ASIDES, CLAIMANT, Phase
from tests.proof.claim import Claim
from tests.proof.plays import rules

PLAYERS = ("random", "novice", "hawk", "conciliator", "bluffer", "integrative", "cautious")
Met = dict[tuple[str, str], tuple[int | str, ...]]
"""What a line met of fortune: by kind and subject, its day (0 for what has none) and its size."""


def met(line: Iterable[Step]) -> Met:
    """Return what a line met of fortune, read from its entries."""
    found: Met = {}
    for step in line:
        came = {entry.what for entry in step.turn.entries}
        for entry in step.turn.entries:
            data = dict(entry.data)
            match entry.what:
                case "news-came":
                    found["courier", ""] = (step.turn.state.sitting, str(data["danger"]))
                case "court-heard":
                    found["court", ""] = (0, str(data["mood"]))
                case "temper-seen":
                    found["temper", ""] = (0, str(data["temper"]))
        if step.before.phase == Phase.SCENE:
            risk = _risk(step)
            if risk:
                found["risk", risk] = (0, int("risk-came" in came))
    return found


def _risk(step: Step) -> str:
    event = rules().scenario.events[step.decision.name]
    risk = event.choices[step.decision.about[0]].risk
    return "" if risk is None else risk.id


def branched(game: Rules, lot: Random) -> Record:
    """Return a record with two whole lines that part somewhere, each played by its own persona."""
    seed = str(lot.randrange(10_000))
    record = _played_on(game, Record(_heading(game, seed)), OPENING, lot.choice(PLAYERS))
    path = record.path(record.cursor)
    fork = lot.choice(path[:-1]).id if path[:-1] else OPENING
    return _played_on(game, record, fork, lot.choice(PLAYERS))


def _heading(game: Rules, seed: str) -> Heading:
    source = game.scenario
    return Heading(source.id, source.version, source.digest, seed, game.table.seats[CLAIMANT])


def _played_on(game: Rules, record: Record, at: int, claimant: str) -> Record:
    """Return a record with one line more, played on from a node by policies."""
    seats, seed = game.table.seats, record.heading.seed
    policies = {
        seats[CLAIMANT]: persona(claimant, game, seed),
        seats[1 - CLAIMANT]: persona("official", game, seed),
    }
    session = Session(game, record.moved(at), policies, persons=())
    session.advance()
    return session.record


def of_branches(game: Rules, lot: Random) -> Pair:
    """Return what two lines of one record met of fortune."""
    record = branched(game, lot)
    ends = record.ends()
    a, b = (side(game, record, ends[at].id, "") for at in (0, -1))
    return _pair(a, b)


class Pair(NamedTuple):
    """What two lines met of fortune."""

    shared: frozenset[str]
    """Kinds that both met."""
    faults: tuple[str, ...]


def _pair(a: Side, b: Side) -> Pair:
    here, there = met(a.steps), met(b.steps)
    wrong = [
        f"seed {a.record.heading.seed}: {thing} is {here[thing]} and {there[thing]}"
        for thing in here.keys() & there.keys()
        if here[thing] != there[thing]
    ]
    courier = ("courier", "")
    for one, other in ((a, b), (b, a)):
        came = met(one.steps).get(courier)
        if came and courier not in met(other.steps) and other.end.sitting >= int(came[0]):
            wrong.append(f"seed {a.record.heading.seed}: the courier of {came} did not come")
    return Pair(frozenset(kind for kind, _ in here.keys() & there.keys()), tuple(wrong))


def of_moving(game: Rules, lot: Random) -> Pair:
    """Return what a line met of fortune, and the same with two acts changed about."""
    record = branched(game, lot)
    end = record.ends()[0].id
    own = game.table.seats[CLAIMANT]
    acts = [
        node.id
        for node in record.path(end)
        if node.seat_id == own and not node.decision_text.startswith(("choose", *ASIDES))
    ]
    if len(acts) < 3:
        return Pair(frozenset(), ())
    moved = lot.randrange(len(acts) - 2)
    at = record.nodes[acts[moved]].parent
    texts = {acts[moved]: acts[moved + 1], acts[moved + 1]: acts[moved]}
    swapped = [record.nodes[texts.get(id, id)].decision_text for id in acts[moved:]]
    grown = _followed(game, record, at, swapped)
    a = side(game, record, end, "")
    b = side(game, grown, grown.cursor, "")
    return _pair(a, b)


def _followed(game: Rules, record: Record, at: int, texts: list[str]) -> Record:
    """Return a record with a line that does these acts in order, as far as each is legal then.

    Scenes are chosen as they come, by their first choice; the host answers for himself.
    """
    seats, seed = game.table.seats, record.heading.seed
    host = persona("official", game, seed)
    state = side(game, record, at, "").end
    waiting = list(texts)
    while state.ended is None:
        legal = game.legal_decisions(state)
        if state.seat != CLAIMANT:
            decision = host.choose(game.seen_by(state.seat, state), legal)
        elif state.phase == Phase.SITTING and waiting:
            decision = parsed(waiting.pop(0), game.table, state)
            if decision not in legal:
                decision = legal.heads[0].nth(0)
        else:
            decision = legal.heads[0].nth(0)
        seat = seats[state.seat]
        state = game.follow(state, decision)
        text = formatted(decision, game.table)
        record, node = record.add(at, seat, text, digest(state))
        at = node.id
    return record


def claims(pairs: int) -> Iterator[Claim]:
    """Yield whether fortune stayed the same on so many pairs of branches, and of moved acts."""
    game = rules()
    for name, pair in (
        ("what no branch touched comes on the same day, at the same size", of_branches),
        ("an act done earlier or later moves none of it", of_moving),
    ):
        found = [pair(game, Random(number)) for number in range(pairs)]
        wrong = [fault for one in found for fault in one.faults]
        shared = Counter(kind for one in found for kind in one.shared)
        met_by = ", ".join(f"{kind} in {count}" for kind, count in sorted(shared.items()))
        figure = f"{len(wrong)} of {pairs} pairs ({met_by})" + (f": {wrong[0]}" if wrong else "")
        is_tried = shared["courier"] * 10 >= pairs and shared["risk"] > 0
        yield Claim(name, figure, "none, the courier met in a tenth", is_tried and not wrong)
