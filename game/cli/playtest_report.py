"""The report of a play-test in lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

CHAPTERS = (("How it ended", "ended"), ("The court", "verdicts"), ("Endings", "endings"))
"""What is counted, and under which key of the report."""


def lines(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield the report, line by line."""
    games = report["games"]
    yield (
        f"{games:,} plays of {report['scenario']} in the chair of {report['seat']}"
        f" against {report['opponent']}"
    )
    yield (
        f"{report['decisions']:,} decisions in {report['seconds']:.2f} s:"
        f" {report['decisions_per_second']:,} a second"
    )
    yield ""
    yield f"{'persona':<14}{'plays':>7}{'signed':>8}{'sittings':>10}  lasting, by seat"
    for name, own in report["personas"].items():
        lasting = "  ".join(f"{seat} {mean / 100:.1f}" for seat, mean in own["lasting"].items())
        figures = f"{own['games']:>7}{own['agreement']:>7.1f}%{own['sittings']:>10.1f}"
        yield f"{name:<14}{figures}  {lasting}"
    for title, key in CHAPTERS:
        yield ""
        yield f"{title}:"
        for word, count in report[key].items():
            yield f"  {word:<28}{count:>7}  {100 * count / max(1, games):5.1f} %"
    yield ""
    yield "Met in these plays:"
    for kind, counted in report["coverage"].items():
        yield f"  {kind:<10}{counted['seen']:>5} of {counted['total']}"
    if report["dominated"]:
        yield f"Never chosen: {', '.join(report['dominated'])}"
