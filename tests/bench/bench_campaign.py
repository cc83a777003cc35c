"""Random play of a campaign: decisions per second against OpenSpiel's `bargaining`, and its rules.

All play in turns in the same run. The bar is 30,000 decisions a second on a machine where the peer,
driven as its own benchmark drives it, makes 117,000; so a ratio is told, as in `bench_speed`.
Processor time is taken, since a campaign's play is longer than what a busy machine leaves in peace.
"""

import random
from collections.abc import Callable
from statistics import median
from time import process_time

from game.files.scenarios import find_scenarios, read_any
from game.rules import CampaignRules
from game.rules.formulas import Now
from game.rules.legal import Legal
from game.scenario.campaign_model import Campaign
from game.state import Decision
from tests.bench.bars import line
from tests.bench.bench_speed import PEERS, hottest, ratio, spiel
from tests.fords import FORDS

BAR = 30_000 / 117_000
MOST_TO_MAKE = 150.0
"""Milliseconds for the rules of a campaign of five tables."""
ROUNDS = 9
PLAYS = 40


def main(plays: int = PLAYS) -> None:
    """Print of each campaign what it takes to make its rules, and how fast it is played."""
    for campaign in campaigns():
        measure(CampaignRules(campaign), plays)


def measure(rules: CampaignRules, plays: int) -> None:
    """Print decisions per second, the ratio, what it takes to make the rules, and hot spots."""
    campaign = rules.scenario
    made = min(1000 * took(lambda: CampaignRules(campaign)) for _ in range(5))
    print(line(f"rules, {len(campaign.tables)} tables", made, "ms", MOST_TO_MAKE))
    peer = spiel(next(iter(PEERS.values())), plays * 60)
    own(rules, plays, ROUNDS)  # the first of many plays cost the most
    ours, theirs = [], []
    for turn in range(ROUNDS):
        ours.append(per_second(lambda turn=turn: own(rules, plays, turn)))
        if peer is not None:
            theirs.append(per_second(lambda turn=turn: peer(turn)))
    print(line(f"random play, {campaign.id}", median(ours), "dec/s"))
    if peer is None:
        print("OpenSpiel is not installed, so there is nothing to compare with; skipped")
    else:
        print(line("OpenSpiel bargaining, its loop", median(theirs), "dec/s"))
        print(line("ratio", ratio(ours, theirs), "", round(BAR, 3), least=True))
    for spot in hottest(lambda: own(rules, plays, 0), spots=5):
        print(f"   {spot}")


def campaigns() -> list[Campaign]:
    """Return the campaigns that come with the game; the smallest of the tests where none does."""
    shipped = [read_any(id) for id in find_scenarios()]
    found = [scenario for scenario in shipped if isinstance(scenario, Campaign)]
    smallest = read_any(FORDS)
    return found or ([smallest] if isinstance(smallest, Campaign) else [])


def own(rules: CampaignRules, plays: int, turn: int) -> int:
    """Play a campaign by lot and return the number of decisions."""
    decisions = 0
    for number in range(plays):
        seed = f"bench {turn} {number}"
        lot = by_lot(seed)
        decisions += rules.played(seed, (lot, lot))[1]
    return decisions


def by_lot(seed: str) -> Callable[[Now, Legal], Decision]:
    """Return what decides for every chair by lot."""
    draw = random.Random(seed).random
    return lambda now, legal: legal[int(draw() * len(legal))]


def took(work: Callable[[], object]) -> float:
    """Return how many seconds of the processor something takes."""
    begun = process_time()
    work()
    return process_time() - begun


def per_second(plays: Callable[[], int]) -> float:
    """Return how many decisions are made in a second of the processor."""
    begun = process_time()
    decisions = plays()
    return decisions / (process_time() - begun)


if __name__ == "__main__":
    main()
