"""Whether a campaign is worth beginning again: its endings, its twists, and if thinking pays."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import pairwise
from statistics import mean, stdev

from game.coach.workshop.seasons.playing import (
    UNSKILLED,
    fast,
    host_of,
    play_once,
    played_on,
)
from game.coach.workshop.seasons.tally import Counts, row
from game.files.scenarios import find_scenarios, read_any
from game.policy.seasons.personas import searching
from game.policy.seasons.search import RUNGS
from game.policy.seated import AtEachTable
from game.rules import CampaignRules
from game.rules.seasons.measures import lasting
from game.scenario.campaign_model import Campaign
from tests.proof.claim import Claim

PLAYS = 40
"""By each persona, for each claim of endings."""
PAIRS = 40
"""Seeds over which two rungs are compared."""
HEARD = 10
"""Plays by each persona in which advisers are heard."""
LEAST_RIGHT, MOST_RIGHT = 35, 80
LEAST_ENDINGS, MOST_SHARE = 5, 45
AHEAD = 60
"""Per cent of the seeds in which the highest rung must be ahead of the lowest."""
SURE = 1.96
"""Standard errors within which a rung may lie behind the one below."""


def claims(pairs: int = PAIRS, workers: int = 2) -> Iterator[Claim]:
    """Yield the claims of every campaign that is shipped."""
    for id in find_scenarios():
        if isinstance(read_any(id), Campaign):
            with ProcessPoolExecutor(workers) as pool:
                yield from _endings(id, pool)
                yield from _advisers(id, pool)
                yield from _twists(id, pool)
                if pairs:
                    yield from _rungs(id, pool, pairs)


@cache
def _rules(id: str, start: str | None, twists: tuple[str, ...] = ()) -> CampaignRules:
    campaign = read_any(id)
    assert isinstance(campaign, Campaign)
    return CampaignRules(campaign, start, twists)


def _shortest(id: str) -> str | None:
    """Return the start from which a play is shortest."""
    starts = (None, *_rules(id, None).scenario.starts)
    return max(starts, key=lambda start: _rules(id, start).opening("").turn)


def _endings(id: str, pool: ProcessPoolExecutor) -> Iterator[Claim]:
    start = _shortest(id)
    counts = sum(pool.map(partial(_played, id, start, ()), _skilled()), Counts())
    written = _rules(id, None).scenario
    first = written.groups[0]
    told = {e: n for e, n in counts.met["endings"].items() if written.endings[e].group == first}
    most = max(told, key=lambda ending: told[ending])
    share = 100 * told[most] / counts.games
    yield Claim(
        f"{id}, start {start}: endings of {first} by who knows the craft",
        f"{len(told)}; {most} in {share:.0f} %",
        f">= {LEAST_ENDINGS}, none above {MOST_SHARE} %",
        len(told) >= LEAST_ENDINGS and share <= MOST_SHARE,
    )


def _advisers(id: str, pool: ProcessPoolExecutor) -> Iterator[Claim]:
    """Yield whether each adviser is worth a hearing, and none is an oracle."""
    advisers = _rules(id, None).scenes.counsels.advisers
    found = list(pool.map(partial(_proved, id), fast()))
    for at, adviser in enumerate(advisers):
        right, told = (sum(each[at][part] for each in found) for part in (0, 1))
        share = 100 * right / told if told else 0
        yield Claim(
            f"{id}: how often {adviser} was right, of {told} times",
            f"{share:.0f} %",
            f"{LEAST_RIGHT} to {MOST_RIGHT} %",
            LEAST_RIGHT <= share <= MOST_RIGHT,
        )


def _proved(id: str, name: str) -> list[tuple[int, int]]:
    """Return of each adviser how often he was right and how often he foretold, over some plays."""
    rules = _rules(id, None)
    finals = [play_once(rules, name, "official", f"heard {n}").final for n in range(HEARD)]
    return [
        (sum(right for right, _ in each), sum(told for _, told in each))
        for each in zip(*(final.proved for final in finals), strict=True)
    ]


def _twists(id: str, pool: ProcessPoolExecutor) -> Iterator[Claim]:
    rules = _rules(id, None)
    for twist in rules.scenario.twists if rules.scenario.history else ():
        names = fast()
        found = pool.map(partial(_played, id, None, (twist,)), names)
        left = {name: one.lasting / one.games for name, one in zip(names, found, strict=True)}
        place = sorted(left.values(), reverse=True).index(left["historical"]) + 1
        yield Claim(
            f"{id}, {twist}: who copies history, by what he is left with",
            f"{place} of {len(left)}",
            "not in the top third",
            3 * place > len(left),
        )


def _rungs(id: str, pool: ProcessPoolExecutor, pairs: int) -> Iterator[Claim]:
    found = list(pool.map(partial(_by_rung, id, _shortest(id)), range(pairs)))
    for at, (lower, higher) in enumerate(pairwise(zip(*found, strict=True)), 1):
        leads = [more - less for less, more in zip(lower, higher, strict=True)]
        error = SURE * stdev(leads) / len(leads) ** 0.5
        yield Claim(
            f"{id}: {RUNGS[at]} plays in thought against {RUNGS[at - 1]}",
            f"ahead by {mean(leads) / 100:.2f} +- {error / 100:.2f}",
            "not behind",
            mean(leads) + error >= 0,
        )
    ahead = sum(ends[-1] > ends[0] for ends in found)
    yield Claim(
        f"{id}: {RUNGS[-1]} plays in thought against {RUNGS[0]}",
        f"ahead in {100 * ahead / pairs:.0f} % of {pairs}",
        f">= {AHEAD} %",
        100 * ahead >= AHEAD * pairs,
    )


def _skilled() -> list[str]:
    return [name for name in fast() if name not in UNSKILLED]


def _played(id: str, start: str | None, twists: tuple[str, ...], name: str) -> Counts:
    rules, counts = _rules(id, start, twists), Counts()
    for number in range(PLAYS):
        game = play_once(rules, name, "official", f"proof {number}")
        counts.add(row(rules, game, name))
    return counts


def _by_rung(id: str, start: str | None, number: int) -> list[int]:
    """Return what each rung is left with by the same seed, the lowest first."""
    rules, seed, left = _rules(id, start), f"rungs {number}", []
    for rung in range(1, len(RUNGS) + 1):
        hosts = AtEachTable(rules, host_of("official", seed))
        policies = searching(rules, "key", rung), hosts
        left.append(lasting(rules, played_on(rules, policies, rules.opening(seed))))
    return left
