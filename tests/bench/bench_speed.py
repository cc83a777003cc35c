"""Random play: our decisions per second against OpenSpiel's `bargaining`, driven from Python.

All play in turns in the same run, so that a busy machine slows all. The bar is half of the C++
peer, for the table alone; the whole scenario, its scenes included, is told beside it. The peer is
driven as OpenSpiel's own `python/examples/benchmark_games.py` drives a game; what comes of the
leanest loop that we could write for it is told, too. Draws of its cards are not counted as
decisions. The hottest spots of our own loop are printed beneath.
"""

import random
from collections.abc import Callable
from cProfile import Profile
from pstats import Stats
from statistics import median
from time import perf_counter
from typing import Any

from game.coach.workshop.playing import play_once, seated
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.state import CLAIMANT
from tests.bench.bars import line

SCENARIO = "aigun-six-days"
BAR = 0.5
ROUNDS = 5
PLAYS = 5000
"""Of a round, as many as a play-test is asked for; the first of many men cost the most."""
GIVEN_UP_AFTER = 100
"""Moves after which its benchmark gives a game up, by default."""


def main(plays: int = PLAYS) -> None:
    """Print decisions per second, the ratios and the hottest spots."""
    scenario = read_scenario(SCENARIO)
    whole, table = Rules(scenario), Rules(scenario.model_copy(update={"events": {}}))
    runs: dict[str, Callable[[int], int]] = {
        "random play of the table": lambda turn: own(table, plays, turn),
        "the same with its scenes": lambda turn: own(whole, plays, turn),
    }
    peers = {name: spiel(play, plays * 4) for name, play in PEERS.items()}
    runs |= {name: peer for name, peer in peers.items() if peer is not None}
    rates: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(ROUNDS):
        for name, run in runs.items():
            rates[name].append(per_second(lambda run=run, turn=turn: run(turn)))
    for name, found in rates.items():
        print(line(name, median(found), "dec/s"))
    ours, with_scenes, *theirs = rates.values()
    if theirs:
        own_loop, leanest = theirs
        print(line("ratio, the table", ratio(ours, own_loop), "", BAR, least=True))
        print(line("ratio, with its scenes", ratio(with_scenes, own_loop), ""))
        print(line("ratio to the leanest loop", ratio(ours, leanest), ""))
    else:
        print("OpenSpiel is not installed, so there is nothing to compare with; skipped")
    for spot in hottest(lambda: own(table, plays, ROUNDS)):
        print(f"   {spot}")


def ratio(ours: list[float], theirs: list[float]) -> float:
    """Return the median of what each round came to."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))


def per_second(plays: Callable[[], int]) -> float:
    """Return how many decisions are made in a second."""
    begun = perf_counter()
    decisions = plays()
    return decisions / (perf_counter() - begun)


def own(rules: Rules, plays: int, turn: int) -> int:
    """Play our table by lot and return the number of decisions."""
    decisions = 0
    for number in range(plays):
        seed = f"bench {turn} {number}"
        policies = seated(rules, "random", "random", CLAIMANT, seed)
        decisions += play_once(rules, policies, seed).decisions
    return decisions


def as_its_own_benchmark(game: Any, luck: random.Random) -> int:
    """Play one game as OpenSpiel's benchmark does; return how many decisions it took."""
    state = game.new_initial_state()
    decisions = 0
    while not state.is_terminal():
        if len(state.history()) > GIVEN_UP_AFTER:
            break
        decisions += not state.is_chance_node()
        state.apply_action(luck.choice(state.legal_actions(state.current_player())))
    return decisions


def as_lean_as_can_be(game: Any, luck: random.Random) -> int:
    """Play one game with as few calls as it takes; return how many decisions it took."""
    state = game.new_initial_state()
    decisions = 0
    while not state.is_terminal():
        decisions += not state.is_chance_node()
        actions = state.legal_actions()
        state.apply_action(actions[int(luck.random() * len(actions))])
    return decisions


PEERS: dict[str, Callable[[Any, random.Random], int]] = {
    "OpenSpiel bargaining, its loop": as_its_own_benchmark,
    "OpenSpiel, the leanest loop": as_lean_as_can_be,
}


def spiel(play: Callable[[Any, random.Random], int], plays: int) -> Callable[[int], int] | None:
    """Return the same for OpenSpiel, played one way; `None` where it is not installed."""
    try:
        import pyspiel
    except ImportError:
        return None
    game = pyspiel.load_game("bargaining")
    luck = random.Random(1858)
    return lambda _: sum(play(game, luck) for _ in range(plays))


def hottest(plays: Callable[[], int], spots: int = 3) -> list[str]:
    """Return the functions in which most of the time is spent, without what they call."""
    profile = Profile()
    profile.runcall(plays)
    stats = Stats(profile)
    whole = stats.total_tt  # type: ignore[attr-defined]
    rows = sorted(stats.stats.items(), key=lambda item: -item[1][2])  # type: ignore[attr-defined]
    return [
        f"{100 * own / whole:4.1f} %  {file.rpartition('/game/')[2]}:{number} {name}"
        for (file, number, name), (_, _, own, _, _) in rows[:spots]
    ]


if __name__ == "__main__":
    main()
