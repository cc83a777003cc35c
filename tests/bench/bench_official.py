"""An official's answer: mean and 95th percentile over states that are met in play."""

from statistics import mean
from time import perf_counter

from game.coach.workshop.playing import fitting
from game.files.scenarios import read_scenario
from game.policy import persona
from game.policy.official import Official
from game.rules import Rules
from game.state import CLAIMANT, HOST, Phase, State
from tests.bench.bars import line

SCENARIO = "aigun-six-days"
MEAN_BAR, P95_BAR = 0.2, 2.0
"""Milliseconds."""
REPEATS = 3


def main(plays: int = 12) -> None:
    """Print how long an official takes, in milliseconds."""
    rules = Rules(read_scenario(SCENARIO))
    official = Official(rules)
    took = []
    states = met(rules, plays)
    for state in states:
        view, legal = rules.seen_by(HOST, state), rules.legal_decisions(state)
        best = float("inf")
        for _ in range(REPEATS):
            begun = perf_counter()
            official.choose(view, legal)
            best = min(best, perf_counter() - begun)
        took.append(1000 * best)
    took.sort()
    print(f"{len(states)} states, {rules.table.packages:,} packages")
    print(line("mean of an answer", mean(took), "ms", MEAN_BAR))
    print(line("95th percentile", took[len(took) * 95 // 100], "ms", P95_BAR))
    print(line("slowest", took[-1], "ms"))


def met(rules: Rules, plays: int) -> list[State]:
    """Return the states in which an official had to answer, over plays by every persona."""
    states = []
    for name in fitting(CLAIMANT):
        for number in range(plays):
            seed = f"bench {number}"
            policies = (persona(name, rules, seed), Official(rules))
            state = rules.opening(seed)
            while state.ended is None:
                if state.phase is Phase.REPLY:
                    states.append(state)
                legal = rules.legal_decisions(state)
                view = rules.seen_by(state.seat, state)
                state = rules.follow(state, policies[state.seat].choose(view, legal))
    return states


if __name__ == "__main__":
    main()
