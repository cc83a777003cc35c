"""Claims b, l and r: what one can win without looking at the man opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from statistics import mean, median

from game.negotiation import Package
from game.policy.hunt import Hunt, Line
from game.rules import Rules, formatted, parsed
from game.state import CLAIMANT, Decision
from tests.proof.claim import Claim
from tests.proof.ground import history_played
from tests.proof.plays import JUDGED, average, kept, played, played_by_line, rules

HUNTED = 48
"""Men on which a hunt climbs; its best line is judged on others."""
AHEAD = 2
"""Points by which the adaptive player must be ahead of every script."""
PARROTS = 60
"""Men against whom each simple line is tried."""
STRONG = "amur common enclave three-two barter signed grace words"
"""The paper of the line that beat the second version of the table."""


def claims_of_lines(workers: int = 2) -> Iterator[Claim]:
    """Yield that no simple line reaches the adaptive player, nor history by two sittings."""
    by = rules()
    whole = played((), JUDGED, workers)
    middle = median(p.lasting for p in whole) / 100
    seeds = [str(seed) for seed in JUDGED[:PARROTS]]
    outcome = by.outcome(history_played(by))
    assert outcome is not None
    history = outcome.lasting[CLAIMANT] / 100
    with ProcessPoolExecutor(workers) as pool:
        parrots = dict(_judged(pool, _parrots(by), seeds))
        hasty = dict(_judged(pool, _hasty(by), seeds))
        older = dict(_judged(pool, {"the line of version 2": _old_line(by)}, seeds))
    for name, lines in (("b a tactic or draft repeated", parrots), ("b two sittings", hasty)):
        best = max(lines, key=lambda line: lines[line])
        bar = history if "two" in name else middle
        yield Claim(
            f"{name}: the best of {len(lines)}",
            f"{lines[best]:.1f} ({best}) : {bar:.1f}",
            "below",
            lines[best] < bar,
        )
    own = average(whole)
    for name, value in older.items():
        yield Claim(f"l {name}", f"{value:.1f} : {own:.1f}", "2 below", value <= own - AHEAD)


def claim_of_waiting(workers: int = 2) -> Iterator[Claim]:
    """Yield claim r: what waiting for the courier costs the adaptive player."""
    own = average(played((), JUDGED, workers))
    waited = played((("waits", 4),), JUDGED, workers)
    news = [
        fortune.news_sitting for seed in JUDGED if (fortune := rules().opening(str(seed)).fortune)
    ]
    never = 100 * sum(sitting == 0 for sitting in news) // len(news)
    yield Claim(
        "r waiting four sittings for news",
        f"{average(waited):.1f} : {own:.1f}; it never comes in {never} %, "
        f"else in sittings {min(s for s in news if s)}-{max(news)}",
        "below",
        average(waited) < own,
    )


def claim_of_scripts(plays: int, workers: int = 2) -> Iterator[Claim]:
    """Yield claim l: no fixed line found by so many plays comes near the adaptive player."""
    own = average(played((), JUDGED, workers))
    with ProcessPoolExecutor(workers) as pool:
        hunts = list(pool.map(hunted, [(f"hunt {n}", plays // workers) for n in range(workers)]))
    line, best, _ = max(hunts, key=lambda found: found[1])
    spent = sum(spent for _, _, spent in hunts)
    table = rules().table
    yield Claim(
        "l no script",
        f"{best / 100:.1f} after {spent:,} plays : {own:.1f}; "
        + "; ".join(formatted(d, table) for d in line),
        f"{AHEAD} below",
        best / 100 <= own - AHEAD,
    )


def hunted(job: tuple[str, int]) -> tuple[Line, int, int]:
    """Return the best line of one hunt, its mean over the judged men, and the plays it took."""
    key, plays = job
    hunt = Hunt(rules(), [f"hunt {n}" for n in range(HUNTED)], key)
    best: Line = ()
    for found in hunt.run(plays):
        best = found.line
    judge = Hunt(rules(), [str(seed) for seed in JUDGED], key)
    judge.open()
    return best, judge.judged(best, -1_000_000), hunt.plays


def _judged(
    pool: ProcessPoolExecutor, lines: dict[str, Line], seeds: Sequence[str]
) -> Iterator[tuple[str, float]]:
    jobs = [(line, tuple(seeds)) for line in lines.values()]
    yield from zip(lines, pool.map(_mean_of, jobs, chunksize=4), strict=True)


def _mean_of(job: tuple[Line, tuple[str, ...]]) -> float:
    line, seeds = job
    by = rules()
    return mean(kept(by, played_by_line(by, line, seed)).lasting for seed in seeds) / 100


def _papers(by: Rules) -> dict[str, Package]:
    """Return strong, moderate and soft papers."""
    table = by.table
    assert table.historical is not None
    loan = list(table.historical)
    loan[table.issue("left-bank")] = table.option(table.issue("left-bank"), "loan")
    zeya = list(table.historical)
    zeya[table.issue("left-bank")] = table.option(table.issue("left-bank"), "to-zeya")
    return {
        "history's paper": table.historical,
        "the strong paper": _strong(by),
        "a loan": tuple(loan),
        "to the Zeya": tuple(zeya),
    }


def _strong(by: Rules) -> Package:
    options = STRONG.split()
    return tuple(by.table.option(i, option) for i, option in enumerate(options))


def _parrots(by: Rules) -> dict[str, Line]:
    """Return every act by itself, repeated with one paper, or before one last draft."""
    lines: dict[str, Line] = {}
    for title, paper in _papers(by).items():
        for act in _acts(by):
            named = f"{act.name} {' '.join(act.about)}".strip()
            lines[f"{named}, {title}"] = (act._replace(paper=paper),)
            wait = (act,) * (by.table.sittings - 2)
            lines[f"{named}, at last {title}"] = (*wait, act._replace(paper=paper))
    return lines


def _acts(by: Rules) -> Iterator[Decision]:
    table = by.table
    for act in table.acts:
        if CLAIMANT not in act.seats or act.kind == "suppose":
            continue
        abouts: list[tuple[str, ...]]
        match act.kind:
            case "argue":
                abouts = [(ground.id,) for ground in table.grounds]
            case "tell" | "ask":
                abouts = [(issue,) for issue in table.issues[:3]]
            case "rather":
                abouts = [(table.issues[0], table.issues[1])]
            case "memorial":
                abouts = [(sentence.id,) for sentence in table.memorial]
            case _:
                abouts = [()]
        for about in abouts:
            yield Decision("tactic", act.id, about)


def _hasty(by: Rules) -> dict[str, Line]:
    """Return lines of two sittings: an act, another with a paper, and his word taken at once."""
    acts = [a for a in _acts(by) if a.name in ("dinner", "display", "ultimatum", "argue", "lay")]
    lines: dict[str, Line] = {}
    for title, paper in _papers(by).items():
        for first in acts:
            for second in acts:
                for early in (paper, None):
                    named = f"{first.name}{' with it' if early else ''}, {second.name}, {title}"
                    lines[f"{named} ({' '.join(first.about + second.about)})"] = (
                        first._replace(paper=early),
                        second._replace(paper=paper),
                        Decision("accept"),
                    )
    return lines


def _old_line(by: Rules) -> Line:
    paper = _strong(by)
    lay = by.choices.lay
    acts = (
        "argue english",
        "argue custom",
        "memorial people",
        "dinner",
        "dinner",
        "dinner",
        "display",
        "ultimatum",
    )
    line = [
        parsed(f"tactic {act}", by.table, by.opening("0"))._replace(paper=paper) for act in acts
    ]
    return (*line, Decision("tactic", lay, (), paper))
