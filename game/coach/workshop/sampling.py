"""A batch of plays in one process: what they came to, some of them read through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from game.coach.workshop.kept import row
from game.coach.workshop.met import Met
from game.coach.workshop.playing import Game, line_of, play_once, seated
from game.coach.workshop.read_through import read_through
from game.coach.workshop.tally import Tally
from game.coach.workshop.what_ifs import Trial, able, tried, waiting_in
from game.policy.personas import persona, pressing
from game.rules import Rules
from game.state import CLAIMANT, HOST

READ = 100
"""So many plays of each persona are read through."""


class Plan(NamedTuple):
    """What is played; every process is given the same."""

    scenario: str
    start: str | None
    seat: int
    opponent: str
    seed: str
    sample: int
    """So many plays of each scene are kept in mind, to try its choices in."""


class Batch(NamedTuple):
    """Some plays of one persona: numbers `first` to before `last`."""

    persona: str
    first: int
    last: int


def batches_of(
    personas: Iterable[str], games: int, chunk: int, chunks: Mapping[str, int]
) -> list[Batch]:
    """Return so many games of each persona in batches of `chunk`, or of its own among `chunks`."""
    return [
        Batch(name, first, min(first + size, games))
        for name in personas
        for size in (chunks.get(name, chunk),)
        for first in range(0, games, size)
    ]


def batch_played(
    rules: Rules,
    plan: Plan,
    batch: Batch,
    clock: Callable[[], float],
    stopped: Callable[[], bool] = lambda: False,
) -> Tally:
    """Return what the plays of a batch came to; once it is `stopped`, those so far.

    `clock` gives seconds; only the plays themselves are timed, not what is counted of them.
    """
    tally = Tally(plan.sample)
    for number in range(batch.first, batch.last):
        if stopped():
            break
        seed = f"{plan.seed}-{number}"
        policies = seated(rules, batch.persona, plan.opponent, plan.seat, seed)
        is_read = number < READ
        begun = clock()
        if is_read:
            taken, final = line_of(rules, policies, seed)
            game = Game(seed, final, len(taken))
        else:
            taken, game = [], play_once(rules, policies, seed)
        tally.seconds += clock() - begun
        kept = row(rules, game, batch.persona, plan.seat)
        if is_read:
            words, spoken = read_through(rules, seed, taken, plan.seat)
            kept = kept._replace(texts=kept.texts | spoken, words=words)
        tally.add(kept, number, seed)
    return tally


def pressed(
    rules: Rules, plan: Plan, batch: Batch, stopped: Callable[[], bool] = lambda: False
) -> Tally:
    """Return what a claimant came to who begins with so many acts of pressure.

    The batch's persona is that number; every number meets the same men.
    """
    tally = Tally(0)
    for number in range(batch.first, batch.last):
        if stopped():
            break
        seed = f"{plan.seed}-{number}"
        host = persona(plan.opponent, rules, f"{seed} {plan.opponent} {HOST}")
        game = play_once(rules, (pressing(rules, int(batch.persona)), host), seed)
        tally.add(row(rules, game, batch.persona, CLAIMANT), number, seed)
    return tally


def scenes_tried(
    rules: Rules,
    plan: Plan,
    scene: str,
    plays: Iterable[Met],
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Trial]:
    """Yield what came of every choice of a scene, in some plays that met it."""
    for play in plays:
        if stopped():
            return
        seed = f"{plan.seed}-{play.number}"
        policies = seated(rules, play.persona, plan.opponent, plan.seat, seed)
        state = waiting_in(rules, policies, seed, scene)
        if state is not None:
            yield tried(rules, able(rules), state)._replace(persona=play.persona)
