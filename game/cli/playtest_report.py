"""The report of a play-test in lines of text: what to look at first, then the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import Any

from game.cli.plain_text import hung, titled, wrapped
from game.cli.playtest_choices import choices_beside, taken_by_nobody
from game.coach.words_for import counted, listed
from game.coach.workshop.findings import findings
from game.coach.workshop.playing import UNSKILLED

COUNTED = (("How it ended", "ended"), ("The court", "verdicts"), ("Endings told", "endings"))
"""What is counted, and under which key of the report."""
SHOWN = 12
"""Rows of a table after which the rest is only counted; `--json` has them all."""
ENOUGH = 100
"""Plays of each persona from which chance moves a share by ten of 100 at most."""

TOLD = {"tactics": "acts"}
"""What a person is told that is met, where tools have another word."""

COURSES = {
    "rises": "With every act more it leaves the claimant with more.",
    "falls": "With every act more it leaves the claimant with less.",
    "neither": "What it leaves the claimant with neither rises nor falls throughout.",
    "unknown": "Too few plays to say which way it goes.",
}
"""What is said of the table of pressure."""


def lines(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield the report, line by line."""
    yield from _head(report)
    if not report["games"]:
        return
    yield from _first(report)
    yield from _personas(report)
    for title, key in COUNTED:
        yield from _counted(title, report[key], report["games"])
    yield from _length(report)
    yield from _coverage(report)
    yield from choices_beside(report)
    yield from taken_by_nobody(report)
    yield from _pressure(report)
    yield from _zone(report)


def _head(report: Mapping[str, Any]) -> Iterator[str]:
    games, asked = report["games"], report["asked"]
    start = f", start {report['start']}," if report["start"] else ""
    told = counted(games, "play") if games == asked else f"{games:,} of {asked:,} plays"
    yield wrapped(
        f"{told} of {report['scenario']}{start} in the chair of {report['seat']} against"
        f" {report['opponent']}, by the seeds {report['seed']}-0 and so on."
    )
    yield wrapped(
        f"{report['decisions']:,} decisions; {report['seconds']:.1f} s in all,"
        f" {report['decisions_per_second']:,} decisions in a second of play."
    )
    if report.get("left_out"):
        yield wrapped(f"Left out: {listed(report['left_out'])}, for want of a history to play by.")


def _first(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("Look at this first")
    found = list(findings(report))
    for finding in found:
        yield hung("- ", finding)
    if not found:
        yield "Nothing: all of it was met, and nothing stands out."


def _personas(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("Who played, and what it left either chair with")
    seats = list(report["lasting"])
    heads = "".join(f"{seat[:11]:>12}" for seat in seats)
    yield f"  {'persona':<13}{'plays':>8}{'signed':>9}{'ratified':>10}{'sittings':>10}{heads}"
    rows = dict(report["personas"])
    if len(rows) > 1:
        if 0 < report["skilled"]["games"] < report["games"]:
            rows["skilled"] = report["skilled"]
        rows["together"] = report
    for name, own in rows.items():
        lasting = "".join(f"{own['lasting'][seat] / 100:>12.1f}" for seat in seats)
        signed = f"{own['agreement']:>8.1f}%{own['ratified']:>9.1f}%"
        yield f"  {name:<13}{own['games']:>8,}{signed}{own['sittings']:>10.1f}{lasting}"
    yield "  Ratified is of what was signed; sittings and lasting values are means."
    if "skilled" in rows:
        yield f"  Skilled are all but {listed(UNSKILLED)}."
    yield from _by_chance(own["games"] for own in report["personas"].values())


def _by_chance(plays: Iterable[int]) -> Iterator[str]:
    """Say how far a share may be out, where a persona played too seldom to tell."""
    fewest = min((number for number in plays if number), default=ENOUGH)
    if fewest < ENOUGH:
        out = round(196 * sqrt(0.25 / fewest))
        yield wrapped(
            f"{counted(fewest, 'play')} of a persona: a share may be out by {out} of 100.", "  "
        )


def _counted(title: str, counts: Mapping[str, int], games: int) -> Iterator[str]:
    yield from titled(title)
    for word, count in list(counts.items())[:SHOWN]:
        yield f"  {word:<34}{count:>8,}{100 * count / games:>7.1f} %"
    if len(counts) > SHOWN:
        rest = list(counts)[SHOWN:]
        yield hung(f"  and {len(rest)} more: ", ", ".join(rest))


def _length(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("Length")
    yield f"  {'':<12}{'mean':>8}{'a quarter':>12}{'half':>8}{'three quarters':>17}"
    rows = {**report["length"], "words": report["words"]}
    for what, spread in rows.items():
        first, half, third = spread["quartiles"]
        yield f"  {what:<12}{spread['mean']:>8,.1f}{first:>12,}{half:>8,}{third:>17,}"
    yield wrapped(
        f"Words as {report['seat']} reads them, in {report['words']['plays']:,} plays that were"
        " read through: scenes, what is told of each turn, and the pages of the end.",
        "  ",
    )


def _coverage(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("Met in these plays")
    kinds = list(report["coverage"].items())
    texts = [(f"  {kind}", share) for kind, share in report["texts"].items() if share["total"]]
    for named, share in [*kinds, *texts]:
        kind = TOLD.get(named, named)
        left = share["total"] - share["seen"]
        never = f"   {left:,} never" if left else ""
        yield f"  {kind:<14}{share['seen']:>6,} of {share['total']:<6,}{never}".rstrip()


def _pressure(report: Mapping[str, Any]) -> Iterator[str]:
    acts, rows = report["pressure"]["acts"], report["pressure"]["rows"]
    yield from titled("Pressure")
    if not acts:
        yield "  The table has no act of pressure."
        return
    if [row["acts"] for row in rows] == [0]:
        yield wrapped(f"No play used any: {listed(acts)}.", "  ")
    else:
        yield from _pressed(rows)
    sweep = report["sweep"]
    if sweep["rows"]:
        yield "  The same claimant, who begins with so many acts, against the same hosts:"
        yield from _pressed(sweep["rows"])
        yield wrapped(COURSES[sweep["lasting"]], "  ")
    else:
        yield "  Who presses differs in more than that; --sweep 40 lets one claimant press."


def _pressed(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield f"  {'acts':>6}{'plays':>9}{'signed':>9}{'ratified':>10}{'lasting':>10}"
    for row in rows:
        yield (
            f"  {row['acts']:>6}{row['games']:>9,}{row['agreement']:>8.1f}%"
            f"{row['ratified']:>9.1f}%{row['lasting'] / 100:>10.1f}"
        )


def _zone(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("The zone when the talks open, by start")
    if not report["zone"]:
        yield "  Too many papers to lay out."
        return
    yield f"  {'':<20}{'papers':>9}{'suit both':>12}{'good':>9}   history's text"
    words = {True: "within", False: "outside", None: "none told"}
    for start, zone in report["zone"].items():
        papers = zone["packages"]
        shares = f"{100 * zone['zone'] / papers:>10.1f} %{100 * zone['good'] / papers:>7.2f} %"
        yield f"  {start or 'as written':<20}{papers:>9,}{shares}   {words[zone['history']]}"
    yield wrapped(
        "Good is what leaves both chairs half of what is hoped for there above the walk-away."
        " History's text is judged by the people of history, as the talks open.",
        "  ",
    )
