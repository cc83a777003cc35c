"""What a whole campaign takes of each persona that does not search, against the officials.

The bar is the median of all their plays. The processor's clock is read, which a busy machine slows
less than the wall's; it slows it all the same, so that a table of Six Days by the integrative is
told beside it.
"""

from __future__ import annotations

from statistics import median
from time import process_time

from game.coach.workshop import playing
from game.coach.workshop.seasons.playing import fast, play_once
from game.files.scenarios import read_scenario
from game.rules import CampaignRules, Rules
from game.state import CLAIMANT
from tests.bench.bars import line
from tests.bench.bench_campaign import campaigns

TABLE = "aigun-six-days"
WHOLE, MOST = 20, 30.0
"""Campaigns by each persona, and the milliseconds that half of them all may take at most."""


def main(plays: int = WHOLE) -> None:
    """Print milliseconds by persona, and of all together."""
    table = Rules(read_scenario(TABLE))
    took = []
    for number in range(plays):
        begun = process_time()
        policies = playing.seated(table, "integrative", "official", CLAIMANT, str(number))
        playing.play_once(table, policies, str(number))
        took.append(1000 * (process_time() - begun))
    print(line("beside it, one table", median(took), "ms"))
    for campaign in campaigns():
        of_campaign(CampaignRules(campaign), plays)


def of_campaign(rules: CampaignRules, plays: int) -> None:
    """Print what whole plays of one campaign take."""
    every: list[float] = []
    for name in fast():
        play_once(rules, name, "official", "warm")
        took = []
        for number in range(plays):
            begun = process_time()
            play_once(rules, name, "official", f"bench {number}")
            took.append(1000 * (process_time() - begun))
        every += took
        print(line(f"a campaign by {name}", median(took), "ms"))
    print(line(f"half of all, {rules.scenario.id}", median(every), "ms", MOST))


if __name__ == "__main__":
    main()
