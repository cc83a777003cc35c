"""Claims of the table itself: its zone, its pie, its needs, the verdicts of one formula."""

from __future__ import annotations

from collections.abc import Iterator

from game.files.records import read_record
from game.files.scenarios import folder_of
from game.negotiation import Package, dominates, every_package, value
from game.record import replay
from game.rules import Rules, court
from game.state import CLAIMANT, HOST, Decision, State, Verdict
from tests.proof.claim import Claim
from tests.proof.plays import SCENARIO, played_by_line, rules

NEWS = 800
"""Hundredths of danger that the courier of history brought."""
HARSHEST = {
    "left_bank": "amur",
    "ussuri": "russian",
    "villages": "removed",
    "rivers": "three-two",
    "trade": "merchants",
    "form": "signed",
    "preamble": "glory",
    "defence": "nothing",
}
"""The five points of 24 May 1858, with what the draft took for granted."""
CRISES = {"mid-1859": 35, "Nov 1860": 98}


def claims_of_ground() -> Iterator[Claim]:
    """Yield claims a, d, i, m and t as far as no play is needed."""
    by = rules()
    yield from _zone(by)
    yield from _pie(by)
    yield from _fates(by)
    table = by.table
    acts = max(sum(seat in act.seats for act in table.acts) for seat in (CLAIMANT, HOST))
    yield Claim("t acts of a seat", str(acts), "<= 12", acts <= 12)
    history = table.historical
    assert history is not None
    drawn = table.needs[HOST][: table.drawn_needs[HOST]]
    barred = {n.issue for n in drawn if history[n.issue] not in n.allows}
    issues = len(table.issues)
    yield Claim(
        "m options of history's paper that are somebody's impossibility",
        f"{len(barred)} of {issues}",
        "all",
        len(barred) == issues,
    )


def history_played(by: Rules) -> State:
    """Return the last state of the documented line."""
    record = read_record(folder_of(SCENARIO) / "history.amur").record
    *_, last = replay(by, record)
    return last.state


def _zone(by: Rules) -> Iterator[Claim]:
    table = by.table
    ours, theirs = table.utilities
    history = table.historical
    assert history is not None
    state = by.opening("history")
    after_news = state._replace(ground_danger=state.ground_danger + NEWS)
    above = (
        value(history, ours) - by.formulas.walk(CLAIMANT, after_news),
        value(history, theirs) - by.formulas.walk(HOST, after_news),
    )
    papers = list(every_package(table.sizes))
    better = sum(dominates(p, history, ours, theirs) for p in papers)
    yield Claim(
        "a history's paper in May 1858",
        f"{above[0] / 100:.0f} and {above[1] / 100:.0f} above the walk-aways, {better} better",
        ">= 0, >= 0, none",
        min(above) >= 0 and not better,
    )
    early = Rules(by.scenario, "1854")
    least = early.formulas.walk(HOST, early.opening("history"))
    amur = table.option(table.issue("left-bank"), "amur")
    open_then = sum(p[0] == amur and value(p, theirs) >= least for p in papers)
    signed = sum(
        state.treaty is not None and state.treaty[0] == amur
        for seed in range(8)
        for line in _repeated(early)
        for state in [played_by_line(early, line, str(seed))]
    )
    yield Claim(
        "a papers with the whole left bank in 1854, and signed at the table",
        f"{open_then}, {signed}",
        "0, 0",
        not open_then and not signed,
    )
    harshest = table.package(**HARSHEST)
    threatened = state._replace(ground_danger=10_000)
    short = by.formulas.walk(HOST, threatened) - value(harshest, theirs)
    yield Claim(
        "a the five points at the greatest threat", f"{short / 100:.0f} short", "> 0", short > 0
    )


def _repeated(by: Rules) -> Iterator[list[Decision]]:
    """Yield lines that repeat one act with history's paper."""
    paper = by.table.historical
    yield [Decision("tactic", "display", (), paper), Decision("tactic", "ultimatum", (), paper)]
    for act in by.table.acts:
        if CLAIMANT in act.seats and act.kind in ("courtesy", "lay", "pressure"):
            yield [Decision("tactic", act.id, (), paper)]
    for ground in by.table.grounds:
        yield [Decision("tactic", "argue", (ground.id,), paper)]


def _pie(by: Rules) -> Iterator[Claim]:
    table = by.table
    ours, theirs = table.utilities
    best = max(value(p, ours) + value(p, theirs) for p in every_package(table.sizes))
    split = compromise(by)
    joint = value(split, ours) + value(split, theirs)
    yield Claim(
        "d the best joint paper against issue-by-issue compromise",
        f"{100 * best // joint - 100} % more",
        ">= 20 %",
        5 * best >= 6 * joint,
    )
    kinds = {"integrative": 0, "compatible": 0, "distributive": 0}
    for mine, his in zip(ours.worth, theirs.worth, strict=True):
        kinds[kind_of(mine, his)] += 1
    yield Claim(
        "d integrative, compatible and distributive issues",
        ", ".join(str(n) for n in kinds.values()),
        ">= 2 each",
        min(kinds.values()) >= 2,
    )
    spans = [
        max(max(mine) - min(mine), max(his) - min(his))
        for mine, his in zip(ours.worth, theirs.worth, strict=True)
    ]
    yield Claim(
        "d the least an issue weighs", f"{min(spans) / 100:.0f} points", ">= 4", min(spans) >= 400
    )
    villages = table.issue("villages")
    removed = table.option(villages, "removed")
    harmless = all(u.worth[villages][removed] == min(u.worth[villages]) for u in table.utilities)
    yield Claim(
        "d harm to the villagers", f"caution {table.caution[villages][removed]}", "no points",
        harmless,
    )  # fmt: skip


def compromise(by: Rules) -> Package:
    """Return the paper that halves every issue by itself: the most even option of each."""
    ours, theirs = by.table.utilities
    return tuple(most_even(*rows) for rows in zip(ours.worth, theirs.worth, strict=True))


def most_even(mine: tuple[int, ...], his: tuple[int, ...]) -> int:
    """Return the option that gives both seats most nearly the same share of an issue."""

    def unevenness(option: int) -> tuple[int, int]:
        shares = [100 * row[option] // max(1, *row) for row in (mine, his)]
        return abs(shares[0] - shares[1]), -mine[option] - his[option]

    return min(range(len(mine)), key=unevenness)


def kind_of(mine: tuple[int, ...], his: tuple[int, ...]) -> str:
    """Return whether two seats can both win on an issue, trade it, or only share it out."""
    if min(mine.index(max(mine)), his.index(max(his))) > 0 and mine.index(max(mine)) == his.index(
        max(his)
    ):
        return "compatible"
    low, high = sorted((max(mine) - min(mine), max(his) - min(his)))
    return "integrative" if high >= 3 * max(1, low) else "distributive"


def _fates(by: Rules) -> Iterator[Claim]:
    state = history_played(by)
    table, outcome = by.table, by.outcome(state)
    assert outcome is not None
    assert state.treaty is not None
    rule = by.scenario.table.court
    fates = [str(outcome.verdict)]
    for crisis in CRISES.values():
        seen = court.reading(table, state.treaty, crisis, outcome.coercion, state.memorial)
        fates.append(str(court.verdict(seen.support, rule.ratified, rule.silence)))
    yield Claim(
        "a the documented line, and its paper's fate in 1858, mid-1859 and Nov 1860",
        f"{'the text' if state.treaty == table.historical else 'another text'}, "
        + ", ".join(fates),
        "silence, disowned, ratified",
        state.treaty == table.historical and fates == ["silence", "disowned", "ratified"],
    )
    walk = by.walk(CLAIMANT, state)
    worths = [
        court.claimant_lasting(state, table, walk, verdict)
        for verdict in (Verdict.RATIFIED, Verdict.SILENCE, Verdict.DISOWNED)
    ]
    home = state._replace(treaty=None, called=False, caution=0)
    worths.insert(2, court.claimant_lasting(home, table, walk, Verdict.NONE))
    yield Claim(
        "i ratified, silence, going home, disowned",
        ", ".join(f"{w / 100:.0f}" for w in worths),
        "falling",
        worths == sorted(worths, reverse=True) and len(set(worths)) == len(worths),
    )
