"""Witnesses as ordinary records: few plays that together reach everything, and what they reach.

One record for each seed, start and chair that is told the end; its nodes bear as their names the
things that are reached there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from game.coach.aftermath import endings
from game.coach.workshop.proving import Proof, Prover, Witness
from game.errors import AmurError
from game.policy import persona
from game.record import OPENING, Heading, Record, decided_by, digest
from game.rules import Rules, parsed
from game.scenario.aims import Aim, Kind
from game.state import CLAIMANT, HOST, Decision, State

Named = TypeVar("Named")
"""What a record is called by."""


class Line(NamedTuple):
    """A play, and the place in it, from 1, of everything that it reaches for a chair."""

    witness: Witness
    seat: int
    """The chair that is told how it ends."""
    digests: tuple[str, ...]
    places: Mapping[Aim, int]


def recall(prover: Prover, records: Mapping[Named, Record]) -> dict[Aim, tuple[Named, int]]:
    """Have a prover take what kept records still reach; a line counts as far as it is legal.

    Returns in which record each thing is reached, and at which node.
    """
    where: dict[Aim, tuple[Named, int]] = {}
    for called, record in records.items():
        rules = prover.starts.get(record.heading.start)
        if rules is None or record.heading.scenario != rules.scenario.id:
            continue
        seed = record.heading.seed
        for end in record.ends():
            state, taken, nodes = rules.opening(seed), list[Decision](), list[int]()
            for node in record.path(end.id):
                try:
                    decision = decided_by(rules, state, node)
                    state = rules.apply(state, decision).state
                except AmurError:
                    break
                taken.append(decision)
                nodes.append(node.id)
            by = _decided_by(rules, seed, taken)
            for aim in prover.recall(rules.start, seed, by, taken):
                steps = zip(nodes, taken, strict=True)
                done = (node for node, decision in steps if aim in _done(decision))
                where[aim] = called, next(done, nodes[-1])
    return where


def named_in(records: Mapping[Named, Record]) -> dict[Aim, tuple[Named, int]]:
    """Return in which record and at which node each thing is reached, as `records_of` names it."""
    return {
        Aim(Kind(kind), id): (called, node)
        for called, record in records.items()
        for node, names in record.names.items()
        for kind, _, id in (name.partition(":") for name in names.split())
    }


def _decided_by(rules: Rules, seed: str, taken: Sequence[Decision]) -> str:
    """Return whether the official would have decided as the host did throughout."""
    official, state = persona("official", rules, ""), rules.opening(seed)
    for decision in taken:
        if state.seat == HOST:
            legal = rules.legal_decisions(state)
            if official.choose(rules.seen_by(HOST, state), legal) != decision:
                return "both chairs"
        state = rules.follow(state, decision)
    return "official"


def records_of(prover: Prover, proof: Proof) -> dict[str, Record]:
    """Return the records of few witnesses that reach all that is witnessed, by a file's name."""
    records: dict[str, Record] = {}
    for line, reached in _few(prover, proof):
        rules = prover.starts[line.witness.start]
        seat = rules.table.seats[line.seat]
        name = "-".join(filter(None, (seat, line.witness.start, line.witness.seed)))
        heading = Heading(
            scenario=rules.scenario.id,
            version=rules.scenario.version,
            digest=rules.scenario.digest,
            seed=line.witness.seed,
            seat=seat,
            start=rules.start,
            persons=rules.table.seats,
        )
        records[name] = grown(
            records.get(name, Record(heading)),
            line.witness.decisions,
            line.digests,
            ((str(aim), line.places[aim]) for aim in reached),
        )
    return records


def grown(
    record: Record,
    decisions: Sequence[tuple[str, str]],
    digests: Sequence[str],
    reached: Iterable[tuple[str, int]],
) -> Record:
    """Return a record with a line as far as it reaches something, each thing named where it is.

    `decisions` are seats and words; `reached` are things and the places, from 1, of the decisions
    that reach them.
    """
    names: dict[int, list[str]] = {}
    for thing, place in reached:
        names.setdefault(place, []).append(thing)
    at = OPENING
    decisions = decisions[: max(names)]
    for place, ((seat, words), after) in enumerate(zip(decisions, digests, strict=False), 1):
        record, node = record.add(at, seat, words, after)
        at = node.id
        if place in names:
            said = [*record.names.get(at, "").split(), *names[place]]
            record = record.named(at, " ".join(dict.fromkeys(said)))
    return record


def _few(prover: Prover, proof: Proof) -> Iterator[tuple[Line, list[Aim]]]:
    """Yield lines that together reach everything witnessed, and what each is kept for.

    Those in which the official decides are asked first, for all that such a line reaches.
    """
    lines = list(_lines(prover, dict.fromkeys(proof.witnessed.values())))
    left = set(proof.witnessed)
    for by in ("official", "both chairs"):
        asked = [line for line in lines if line.witness.by == by]
        while asked:
            best = max(asked, key=lambda line: len(left & line.places.keys()))
            reached = [aim for aim in proof.witnessed if aim in left and aim in best.places]
            if not reached:
                break
            yield best, reached
            left -= set(reached)
            asked.remove(best)


def _lines(prover: Prover, witnesses: Iterable[Witness]) -> Iterator[Line]:
    for witness in witnesses:
        rules = prover.starts[witness.start]
        state, digests, places = rules.opening(witness.seed), list[str](), dict[Aim, int]()
        for place, (_, words) in enumerate(witness.decisions, 1):
            decision = parsed(words, rules.table, state)
            state = rules.follow(state, decision)
            digests.append(digest(state))
            for aim in _done(decision):
                places.setdefault(aim, place)
        if state.treaty is not None:
            signed = zip(rules.table.issues, rules.table.options, state.treaty, strict=True)
            for issue, options, option in signed:
                places[Aim(Kind.OPTION, f"{issue}.{options[option]}")] = len(digests)
        for seat in (CLAIMANT, HOST):
            yield Line(witness, seat, tuple(digests), places | _told(rules, state, seat, digests))


def _done(decision: Decision) -> Iterator[Aim]:
    if decision.verb == "choose":
        yield Aim(Kind.EVENT, decision.name)
        yield Aim(Kind.CHOICE, f"{decision.name}.{decision.about[0]}")
    elif decision.verb == "tactic":
        yield Aim(Kind.TACTIC, decision.name)


def _told(rules: Rules, end: State, seat: int, digests: Sequence[str]) -> dict[Aim, int]:
    told = endings(rules, end, seat) if end.ended is not None else ()
    return {Aim(Kind.ENDING, id): len(digests) for id in told}
