"""Witnesses of a campaign as ordinary records: few plays that together reach everything.

Each record is one play; its nodes bear as their names the things that are reached there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from game.coach.seasons.endings import epilogue
from game.coach.workshop.seasons.aims import Aim, Kind, aim_named, order_id
from game.coach.workshop.seasons.proving import (
    CampaignProver,
    Proof,
    Tried,
    Witness,
    begun_by,
    spoken,
)
from game.coach.workshop.witnesses import grown
from game.errors import AmurError
from game.record import Heading, Record, decided_by, digest
from game.rules import CampaignRules
from game.state import Decision, State

Named = TypeVar("Named")
"""What a record is called by."""
BOTH_CHAIRS = "both chairs"
"""Who is said to decide in a record that was kept: nobody asks again whether officials would."""


class Line(NamedTuple):
    """A play, and the place in it, from 1, of everything that it reaches."""

    witness: Witness
    digests: tuple[str, ...]
    places: Mapping[Aim, int]


def recall(prover: CampaignProver, records: Mapping[Named, Record]) -> dict[Aim, tuple[Named, int]]:
    """Have a prover take what kept records still reach; a line counts as far as it is legal.

    Returns in which record each thing is reached, and at which node.
    """
    where: dict[Aim, tuple[Named, int]] = {}
    for called, record in records.items():
        heading = record.heading
        if heading.scenario != prover.rules.scenario.id or not _is_known(prover, heading):
            continue
        begun = heading.start, heading.twists
        rules = begun_by(prover.rules, begun)
        for end in record.ends():
            taken, nodes = _still_legal(rules, heading.seed, record, end.id)
            places = _places(rules, heading.seed, taken)
            met = frozenset(places).intersection(prover.missing)
            said = tuple(spoken(rules, heading.seed, taken))
            prover.take(begun, heading.seed, BOTH_CHAIRS, Tried(met, said))
            where |= {aim: (called, nodes[places[aim] - 1]) for aim in met}
    return where


def _is_known(prover: CampaignProver, heading: Heading) -> bool:
    twists = prover.rules.scenario.twists
    return heading.start in prover.starts and all(id in twists for id in heading.twists)


def _still_legal(
    rules: CampaignRules, seed: str, record: Record, end: int
) -> tuple[list[Decision], list[int]]:
    state, taken, nodes = rules.opening(seed), list[Decision](), list[int]()
    for node in record.path(end):
        try:
            decision = decided_by(rules, state, node)
            rules.check(state, decision)
        except AmurError:
            break
        state = rules.follow(state, decision)
        taken.append(decision)
        nodes.append(node.id)
    return taken, nodes


def named_in(records: Mapping[Named, Record]) -> dict[Aim, tuple[Named, int]]:
    """Return in which record and at which node each thing is reached, as it is named there."""
    return {
        aim_named(name): (called, node)
        for called, record in records.items()
        for node, names in record.names.items()
        for name in names.split()
    }


def records_of(prover: CampaignProver, proof: Proof) -> dict[str, Record]:
    """Return the records of few witnesses that reach all that is witnessed, by a file's name."""
    records: dict[str, Record] = {}
    for line, found in _few(prover, proof):
        (start, twists), seed = line.witness.begun, line.witness.seed
        scenario = prover.rules.scenario
        heading = Heading(
            scenario=scenario.id,
            version=scenario.version,
            digest=scenario.digest,
            seed=seed,
            seat=scenario.seasons.seat,
            start=start,
            twists=twists,
            persons=prover.rules.seats,
        )
        name = "-".join(filter(None, (start, *twists, seed)))
        first = next(iter(_numbered(name, records)))
        reached = ((str(aim), line.places[aim]) for aim in found)
        decisions = line.witness.decisions
        records[first] = grown(Record(heading), decisions, line.digests, reached)
    return records


def _numbered(name: str, taken: Mapping[str, Record]) -> Iterator[str]:
    """Yield names that no record has yet: the name with a letter behind it, and so on."""
    number = 0
    while True:
        number += 1
        called = f"{name}-{number}"
        if called not in taken:
            yield called


def _few(prover: CampaignProver, proof: Proof) -> Iterator[tuple[Line, list[Aim]]]:
    """Yield lines that together reach everything witnessed, the one that reaches most first."""
    lines = [_line(prover, witness) for witness in dict.fromkeys(proof.witnessed.values())]
    left = set(proof.witnessed)
    while left and lines:
        best = max(lines, key=lambda line: len(left & line.places.keys()))
        found = [aim for aim in proof.witnessed if aim in left and aim in best.places]
        if not found:
            return
        yield best, found
        left -= set(found)
        lines.remove(best)


def _line(prover: CampaignProver, witness: Witness) -> Line:
    rules = begun_by(prover.rules, witness.begun)
    state, digests, taken = rules.opening(witness.seed), [], []
    for _, words in witness.decisions:
        decision = rules.parsed(words, state)
        taken.append(decision)
        state = rules.follow(state, decision)
        digests.append(digest(state))
    return Line(witness, tuple(digests), _places(rules, witness.seed, taken))


def _places(rules: CampaignRules, seed: str, taken: list[Decision]) -> dict[Aim, int]:
    """Return the place, from 1, at which a play first reaches each thing."""
    places: dict[Aim, int] = {}
    state = rules.opening(seed)
    for place, decision in enumerate(taken, 1):
        after = rules.follow(state, decision)
        for aim in _done(rules, state, decision, after):
            places.setdefault(aim, place)
        state = after
    if state.ended is not None and not state.at:
        places |= {Aim(Kind.ENDING, piece.id): len(taken) for piece in epilogue(rules, state)}
    return places


def _done(rules: CampaignRules, before: State, decision: Decision, after: State) -> Iterator[Aim]:
    tables = list(rules.scenario.tables)
    if decision.verb == "choose":
        yield Aim(Kind.EVENT, decision.name)
        yield Aim(Kind.CHOICE, f"{decision.name}.{decision.about[0]}")
    elif before.at and decision.verb == "tactic":
        yield Aim(Kind.TACTIC, f"{tables[before.at - 1]}.{decision.name}")
    for place, (was, times) in enumerate(zip(before.done, after.done, strict=True)):
        if times > was:
            yield Aim(Kind.ACTION, order_id(rules, place))
    for deal in after.deals[len(before.deals) :]:
        table = rules.talks[deal.table].rules.table
        if deal.treaty is not None:
            for issue, options, at in zip(table.issues, table.options, deal.treaty, strict=True):
                yield Aim(Kind.OPTION, f"{tables[deal.table]}.{issue}.{options[at]}")
