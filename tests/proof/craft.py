"""Claims c, f, h, n and r: what each part of a negotiator's craft is worth, and what guns cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import mean, median

from game.state import Verdict
from tests.proof.claim import Claim
from tests.proof.plays import JUDGED, Crafted, Played, average, played

WHOLE: Crafted = ()
GUNS = ("pressure", "wager")
COERCER: Crafted = (("press", GUNS), ("reads_court", False))
"""Presses for the best paper and does not ask what Beijing will make of it."""
WITHOUT: dict[str, Crafted] = {
    "asking": (("asks", 0), ("rather", False), ("tells", False)),
    "arguing": (("argues", False),),
    "the memorial": (("memorial", False),),
    "courtesy": (("courtesies", 0),),
    "asking what Beijing will say": (("reads_court", False),),
}
MUST_PAY = ("asking", "asking what Beijing will say")
"""The rest must be in some near-best line; paired play-outs tell that."""
PRESSED = (0, 1, 2, 3, 5)
SILENT = (10, 25)


def claims_of_craft(workers: int = 2) -> Iterator[Claim]:
    """Yield the claims, each over the seeds that nobody was tuned on."""
    whole = played(WHOLE, JUDGED, workers)
    own = average(whole)
    ends = dict(Counter(p.verdict for p in whole))
    yield Claim(
        "c integrative: median, sittings, ends",
        f"{median(p.lasting for p in whole) / 100:.1f}, {mean(p.sittings for p in whole):.1f}, "
        f"{ends}",
        "told",
        True,
    )
    for name in ("hawk", "novice", "bluffer", "historical"):
        other = average(played(name, JUDGED, workers))
        yield Claim(f"c integrative against {name}", f"{own:.1f} : {other:.1f}", ">", own > other)
    for name, switches in WITHOUT.items():
        without = average(played(switches, JUDGED, workers))
        binds = name in MUST_PAY
        yield Claim(
            f"f {name} is worth its sitting",
            f"{own:.1f} : {without:.1f}",
            ">" if binds else "told",
            own > without or not binds,
        )
    yield from _pressure(workers)
    yield from _beijing(whole, workers)
    yield from _hidden(whole)


def _pressure(workers: int) -> Iterator[Claim]:
    """Yield how acts of pressure pay a claimant who looks at the table and not beyond it."""
    blind: Crafted = (("reads_court", False), ("press_from", 2))
    sweep = {n: played((*blind, ("press", ("pressure",) * n)), JUDGED, workers) for n in PRESSED}
    papers = {n: mean(p.paper for p in plays if p.treaty) / 100 for n, plays in sweep.items()}
    yield Claim(
        "c pressure is not monotone: points on paper by acts of pressure",
        ", ".join(f"{n}: {v:.1f}" for n, v in papers.items()),
        "first up, then below none",
        max(papers, key=lambda n: papers[n]) in (1, 2) and papers[5] < papers[0],
    )
    figures = {n: average(plays) for n, plays in sweep.items()}
    yield Claim(
        "c and lasting value",
        ", ".join(f"{n}: {v:.1f}" for n, v in figures.items()),
        "5 below 0",
        figures[5] < figures[0],
    )
    broken = {n: sum(p.treaty is None for p in plays) for n, plays in sweep.items()}
    yield Claim(
        "c overreach breaks the talks: no paper",
        ", ".join(f"{n}: {v}" for n, v in broken.items()) + f" of {len(JUDGED)}",
        "5 twice 0",
        broken[5] >= 2 * max(1, broken[0]),
    )


def _beijing(whole: Sequence[Played], workers: int) -> Iterator[Claim]:
    coercer = played(COERCER, JUDGED, workers)
    coerced = [p for p in coercer if p.coercion > 0]
    lost = sum(p.verdict != Verdict.RATIFIED for p in coerced)
    yield Claim(
        "n papers signed only because of guns end in silence or worse",
        f"{100 * lost // max(1, len(coerced))} % of {len(coerced)}",
        "> 50 %",
        2 * lost > len(coerced),
    )
    signed = [p for p in whole if p.verdict != Verdict.NONE]
    silent = 100 * sum(p.verdict != Verdict.RATIFIED for p in signed) / len(signed)
    low, high = SILENT
    yield Claim("n integrative papers too", f"{silent:.1f} %", "10-25 %", low <= silent <= high)
    papers = [
        mean(p.paper for p in plays if p.treaty is not None) / 100 for plays in (whole, coercer)
    ]
    lasting = [average(whole), average(coercer)]
    yield Claim(
        "n principled : coercer, lasting value (and points on paper)",
        f"{lasting[0]:.1f} : {lasting[1]:.1f} ({papers[0]:.1f} : {papers[1]:.1f})",
        "lasting >, paper <",
        lasting[0] > lasting[1] and papers[0] < papers[1],
    )


def _hidden(whole: Sequence[Played]) -> Iterator[Claim]:
    treaties = Counter(p.treaty for p in whole if p.treaty is not None)
    most = 100 * treaties.most_common(1)[0][1] // max(1, treaties.total())
    yield Claim(
        "h texts that the same player signs with 200 men",
        f"{len(treaties)}, the commonest {most} %",
        "none with more than one in three",
        most <= 33,
    )
