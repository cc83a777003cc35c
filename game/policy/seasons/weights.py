"""What a point of each track counts to a manner of governing: by the measures, and at the tables.

It is found by trying: each track is put a little higher and a little lower where the campaign
begins, and the measures and the tables are asked what that changes. What the seat may not see
counts nothing, since nobody can act upon it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.policy.seasons.manner import Manner
from game.rules.lasting import once_by_rules
from game.rules.moment import Moment
from game.rules.seasons import CampaignRules
from game.rules.seasons.deeds import TOLL
from game.rules.seasons.measures import LASTING, measures
from game.state import HOST, State

AROUND = 10
"""Points by which a track is put higher and lower."""
LEVERAGE, TRUST, BELIEF = "(leverage)", "(trust)", "(belief)"
"""Stand for what a track does to the tables; no id looks like them."""

Slopes = Mapping[str, tuple[int, ...]]
"""By measure, hundredths of a point of it for each point of each track, in the tracks' order."""


@once_by_rules
def slopes(rules: CampaignRules) -> Slopes:
    """Return what each track does to every measure, and to the tables when they open."""
    opening = rules.opening("")
    found: dict[str, list[int]] = {}
    for at in range(len(rules.levels)):
        low, high = (_with(opening, at, by) for by in (-AROUND, AROUND))
        rises = high.levels[at] - low.levels[at] or 1
        for what, (less, more) in _both(rules, low, high):
            row = found.setdefault(what, [0] * len(rules.levels))
            row[at] = (more - less) // rises
    return {what: tuple(row) for what, row in found.items()}


def _with(state: State, at: int, by: int) -> State:
    levels = list(state.levels)
    levels[at] = max(0, levels[at] + by)
    return state._replace(levels=tuple(levels))


def _both(rules: CampaignRules, low: State, high: State) -> Iterator[tuple[str, tuple[int, int]]]:
    read = measures(rules)
    for name in read.names:
        if name != LASTING:
            yield name, (read.exact(name, low), read.exact(name, high))
    of_tables = [_tables(rules, state) for state in (low, high)]
    for what, less in of_tables[0].items():
        yield what, (less, of_tables[1][what])


def _tables(rules: CampaignRules, state: State) -> dict[str, int]:
    """Return how well the tables would stand if they opened now, their means in hundredths."""
    walk, trust, belief = 0, 0, 0
    for talks in rules.talks:
        now = Moment(state)
        talks.open(now, None)
        walk += talks.rules.formulas.walk(HOST, now)
        trust += 100 * now.trust
        belief += 100 * now.credibility
    count = max(1, len(rules.talks))
    return {LEVERAGE: -walk // count, TRUST: trust // count, BELIEF: belief // count}


def weights(rules: CampaignRules, manner: Manner) -> tuple[int, ...]:
    """Return what a point of each track counts to a manner, in hundredths; 0 for the purse.

    Money is a means, and dear or cheap by how much of it there is.
    """
    rows = slopes(rules)
    cares = {name: by for name, by in manner.cares.items() if name in rows}
    if not cares:
        cares = {name: 100 for name in rows if not name.startswith("(")}
    cares |= {LEVERAGE: manner.leverage, TRUST: manner.trust, BELIEF: manner.belief}
    scenario = rules.scenario
    found = []
    for at, id in enumerate(rules.levels):
        track = scenario.tracks[id]
        seen = track.is_seen_by(scenario.seasons.seat) and id != scenario.seasons.purse
        counts = sum(by * rows[name][at] for name, by in cares.items() if name in rows) // 100
        found.append(counts if seen else 0)
        if seen and not counts and (track.harms or id == TOLL):
            found[-1] = -1
    return tuple(found)


def scale(level: int, span: tuple[int, int], weight: int) -> int:
    """Return how much a point more still counts at a level, in per cent.

    What there is little of counts most, and what is feared counts most where there is much of it.

    >>> scale(90, (0, 100), 5), scale(10, (0, 100), 5), scale(90, (0, 100), -5)
    (55, 135, 135)
    """
    low, high = span
    of_100 = 100 * (level - low) // max(1, high - low)
    return 145 - of_100 if weight > 0 else 45 + of_100
