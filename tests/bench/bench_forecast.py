"""The forecasts of both seats: mean and 95th percentile over sittings that are met in play."""

from collections.abc import Callable
from statistics import mean
from time import perf_counter

from game.coach.company import company
from game.coach.forecast import forecast
from game.coach.host_forecast import host_forecast
from game.coach.workshop.playing import fitting
from game.files.scenarios import read_scenario
from game.policy import persona
from game.policy.official import Official
from game.rules import Rules
from game.state import CLAIMANT, HOST, Phase, State
from tests.bench.bars import line

SCENARIO = "aigun-six-days"
BAR = 50.0
"""Milliseconds for a draft."""
EVERY = 5
"""Of the sittings that are met, one in so many is weighed."""
REPEATS = 2


def main(plays: int = 3) -> None:
    """Print how long the forecasts take, in milliseconds."""
    rules = Rules(read_scenario(SCENARIO))
    sittings, answers = met(rules, plays)
    men = [len(company(rules, rules.seen_by(CLAIMANT, state).state)) for state in sittings[:1]]
    print(f"{len(sittings)} drafts, {men[0]} men each; {len(answers)} words")

    def draft(state: State) -> None:
        forecast(rules, rules.seen_by(CLAIMANT, state), state.paper)

    def word(state: State) -> None:
        assert state.paper is not None
        host_forecast(rules, rules.seen_by(HOST, state), state.paper)

    for what, ask, states in (("a draft", draft, sittings), ("a word", word, answers)):
        took = timed(ask, states)
        print(line(f"mean forecast of {what}", mean(took), "ms", BAR))
        print(line("95th percentile", took[len(took) * 95 // 100], "ms", BAR))
        print(line("slowest", took[-1], "ms"))


def timed(ask: Callable[[State], None], states: list[State]) -> list[float]:
    """Return the milliseconds that each state takes at best, the shortest first."""
    took = []
    for state in states:
        best = float("inf")
        for _ in range(REPEATS):
            begun = perf_counter()
            ask(state)
            best = min(best, perf_counter() - begun)
        took.append(1000 * best)
    return sorted(took)


def met(rules: Rules, plays: int) -> tuple[list[State], list[State]]:
    """Return sittings and answers with a paper on the table, over plays by every persona."""
    sittings, answers = [], []
    for name in fitting(CLAIMANT):
        for number in range(plays):
            seed = f"bench {number}"
            policies = (persona(name, rules, seed), Official(rules))
            state = rules.opening(seed)
            while state.ended is None:
                if state.paper is not None and state.phase is Phase.SITTING:
                    sittings.append(state)
                elif state.paper is not None and state.phase is Phase.REPLY:
                    answers.append(state)
                legal = rules.legal_decisions(state)
                view = rules.seen_by(state.seat, state)
                state = rules.follow(state, policies[state.seat].choose(view, legal))
    return sittings[::EVERY], answers[::EVERY]


if __name__ == "__main__":
    main()
