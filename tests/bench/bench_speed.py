"""Random play: our decisions per second against OpenSpiel's `bargaining`, driven from Python.

All play in turns in the same run, so that a busy machine slows all. The bar is half of the C++
peer, for the table alone; the whole scenario, its scenes included, is told beside it. The hottest
spots of our own loop are printed beneath.
"""

import random
from collections.abc import Callable
from cProfile import Profile
from pstats import Stats
from statistics import median
from time import perf_counter

from game.coach.playtest import play_once, seated
from game.files.scenarios import read_scenario
from game.rules import Rules
from game.state import CLAIMANT
from tests.bench.bars import line

SCENARIO = "aigun-six-days"
BAR = 0.5
ROUNDS = 5


def main(plays: int = 300) -> None:
    """Print decisions per second, the ratio and the hottest spots."""
    scenario = read_scenario(SCENARIO)
    whole, table = Rules(scenario), Rules(scenario.model_copy(update={"events": {}}))
    peer = spiel(plays * 4)
    ours, with_scenes, theirs = [], [], []
    for turn in range(ROUNDS):
        ours.append(per_second(lambda turn=turn: own(table, plays, turn)))
        if peer is not None:
            theirs.append(per_second(peer))
        with_scenes.append(per_second(lambda turn=turn: own(whole, plays, turn)))
    print(line("random play of the table", median(ours), "dec/s"))
    print(line("the same with its scenes", median(with_scenes), "dec/s"))
    if peer is None:
        print("OpenSpiel is not installed, so there is nothing to compare with; skipped")
    else:
        print(line("OpenSpiel bargaining", median(theirs), "dec/s"))
        print(line("ratio, the table", ratio(ours, theirs), "", BAR, least=True))
        print(line("ratio, with its scenes", ratio(with_scenes, theirs), ""))
    for spot in hottest(lambda: own(table, plays, 0)):
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


def spiel(plays: int) -> Callable[[], int] | None:
    """Return the same for OpenSpiel; `None` where it is not installed."""
    try:
        import pyspiel
    except ImportError:
        return None
    game = pyspiel.load_game("bargaining")
    luck = random.Random(1858)

    def played() -> int:
        decisions = 0
        for _ in range(plays):
            state = game.new_initial_state()
            while not state.is_terminal():
                decisions += not state.is_chance_node()
                actions = state.legal_actions()
                state.apply_action(actions[int(luck.random() * len(actions))])
        return decisions

    return played


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
