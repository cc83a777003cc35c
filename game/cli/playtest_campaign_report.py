"""The report of a campaign's play-test in lines of text: what to look at first, then the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from game.cli.plain_text import hung, titled, wrapped
from game.coach.words_for import counted, listed

SHOWN = 10
"""Rows of a table after which the rest is only counted; `--json` has them all."""
COMMON = 45
"""Per cent of plays from which one ending drowns the others of its group."""
NAMED = 12
"""So many things are named in one sentence."""
TOLD = {"tactics": "acts of tables", "actions": "orders"}


def lines(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield the report, line by line."""
    yield from _head(report)
    if not report["games"]:
        return
    yield from _first(report)
    yield from _personas(report)
    for group, endings in report["groups"].items():
        yield from _counted(f"Endings told, {group}", endings, report["games"])
    yield from _tables(report)
    yield from _coverage(report)
    yield from _orders(report)
    yield from _beside(report)


def _head(report: Mapping[str, Any]) -> Iterator[str]:
    start = f", start {report['start']}," if report["start"] else ""
    twists = f" with {listed(report['twists'])}" if report["twists"] else ""
    yield wrapped(
        f"{counted(report['games'], 'play')} of {report['scenario']}{start}{twists} as"
        f" {report['seat']}, by the seeds {report['seed']}-0 and so on."
    )
    yield wrapped(
        f"{report['decisions']:,} decisions; {report['seconds']:.1f} s in all,"
        f" {report['decisions_per_second']:,} decisions in a second of play."
    )


def _first(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("Look at this first")
    found = list(_findings(report))
    for finding in found:
        yield hung("- ", finding)
    if not found:
        yield "Nothing: all of it was met, and nothing stands out."


def _findings(report: Mapping[str, Any]) -> Iterator[str]:
    for out in report["standing_out"]:
        yield (
            f"{out['id']} is the {out['is']} in {out[out['is']]} of {out['states']} states that it"
            " was tried in, whatever else was open. Let it cost, or bring, something else."
        )
    for found in report["dominated"]:
        yield (
            f"{found['choice']} is dominated: worse than {found['by']} in {found['worse']} of"
            f" {found['states']} states, and never better."
        )
    skilled = report["skilled"]
    for group, endings in skilled["groups"].items():
        for id, times in endings.items():
            if 100 * times > COMMON * skilled["games"]:
                share = 100 * times / skilled["games"]
                yield f"{id} is the ending of {group} in {share:.0f} % of the skilled plays."
    for kind, ids in report["never"].items():
        ids = [id for id in ids if kind != "choices" or _event(id) not in report["never"]["events"]]
        if ids:
            named = listed(ids[:NAMED])
            more = f" and {len(ids) - NAMED} more, in --json" if len(ids) > NAMED else ""
            yield f"{TOLD.get(kind, kind)} never met: {named}{more}."


def _event(choice: str) -> str:
    return choice.partition(".")[0]


def _personas(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("Who governed, and what it left")
    yield f"  {'persona':<13}{'plays':>7}{'decisions':>11}{'lasting':>9}   most told"
    rows = dict(report["personas"])
    if len(rows) > 1:
        rows["skilled"] = report["skilled"]
        rows["together"] = report
    for name, own in rows.items():
        if own["games"]:
            told = ", ".join(next(iter(own["groups"][group]), "-") for group in own["groups"])
            mean = own["length"]["decisions"]["mean"]
            numbers = f"{own['games']:>7,}{mean:>11.1f}{own['lasting'] / 100:>9.1f}"
            yield f"  {name:<13}{numbers}   {told}"


def _counted(title: str, counts: Mapping[str, int], games: int) -> Iterator[str]:
    yield from titled(title)
    for word, count in list(counts.items())[:SHOWN]:
        yield f"  {word:<34}{count:>8,}{100 * count / games:>7.1f} %"
    if len(counts) > SHOWN:
        yield hung(f"  and {len(counts) - SHOWN} more: ", ", ".join(list(counts)[SHOWN:]))


def _tables(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("Tables")
    yield f"  {'':<18}{'held':>8}{'signed':>9}{'ratified':>10}   court, of what was signed"
    for id, own in report["tables"].items():
        signed = f"{own['agreement']:>8.1f}%{own['ratified']:>9.1f}%"
        words = ", ".join(f"{word} {n:,}" for word, n in own["verdicts"].items())
        yield f"  {id:<18}{own['held']:>8,}{signed}   {words}"


def _coverage(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("Met in these plays")
    for kind, share in report["coverage"].items():
        left = share["total"] - share["seen"]
        never = f"   {left:,} never" if left else ""
        told = TOLD.get(kind, kind)
        yield f"  {told:<16}{share['seen']:>6,} of {share['total']:<6,}{never}".rstrip()


def _orders(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("What was ordered, in how many plays")
    rows = list(report["actions"].items())
    half = -(-len(rows) // 2)
    for at in range(half):
        pair = [rows[at], *rows[at + half : at + half + 1]]
        yield "  " + "".join(f"{id:<30}{n:>6,}  " for id, n in pair).rstrip()


def _beside(report: Mapping[str, Any]) -> Iterator[str]:
    yield from titled("Orders and answers beside each other")
    if not report["what_ifs"]["tried"]:
        yield wrapped(
            "Not tried: --what-ifs 10 tries every answer in ten states of each scene, and every"
            " order in a hundred seasons.",
            "  ",
        )
        return
    yield f"  {'order':<30}{'states':>8}{'best':>7}{'worst':>7}"
    for id, fared in sorted(report["orders"].items()):
        best, worst = (f"{100 * fared[key] // fared['states']} %" for key in ("best", "worst"))
        yield f"  {id:<30}{fared['states']:>8}{best:>7}{worst:>7}"
