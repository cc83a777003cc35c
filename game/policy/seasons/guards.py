"""What would end the play before its time: where a track must not come, as the breaches have it."""

from __future__ import annotations

from typing import NamedTuple

from game.rules.lasting import once_by_rules
from game.rules.seasons import CampaignRules
from game.scenario.expressions import within
from game.scenario.syntax import Comparison, Name, Number

NEAR = 20
"""Points from such a place within which nothing counts as much."""
DREAD = 60
"""Hundredths that each point nearer counts."""
FALLING, RISING = ("<", "<="), (">", ">=")


class Guard(NamedTuple):
    """A place at which everything ends."""

    at: int
    """The track, by its place."""
    limit: int
    sign: int
    """1 where it must not fall to it, -1 where it must not rise."""

    def dread(self, level: int) -> int:
        """Return what a point more counts at a level, beyond what it counts anyway."""
        left = self.sign * (level - self.limit)
        return self.sign * DREAD * max(0, NEAR - left)


@once_by_rules
def guards(rules: CampaignRules) -> tuple[Guard, ...]:
    """Return what must be kept off, of what whoever decides may see."""
    scenario = rules.scenario
    found = []
    for breach in scenario.seasons.breaches.values():
        for node in within(breach.when):
            match node:
                case Comparison(left=Name(name=name), relation=relation, right=Number() as number):
                    track = scenario.tracks.get(name)
                    if track is None or not track.is_seen_by(scenario.seasons.seat):
                        continue
                    sign = 1 if relation in FALLING else -1 if relation in RISING else 0
                    if sign and name in rules.levels:
                        limit = number.hundredths // 100
                        found.append(Guard(rules.levels[name], limit, sign))
    return tuple(found)
