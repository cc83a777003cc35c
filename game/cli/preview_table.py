"""A table in lines of text: issues with the points of both, pairs, walk-aways, and the zone."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import ended, hung, wrapped
from game.coach.persons import kind_of, persons_of
from game.coach.visible import visible
from game.coach.workshop.table_seen import OptionSeen, TableSeen, Zone
from game.scenario import Scenario


def table(scenario: Scenario, seen: TableSeen) -> Iterator[str]:
    """Yield a table, laid out."""
    names = [scenario.seats[seat].headed for seat in seen.seats]
    _, host = both = persons_of(scenario, None)
    yield wrapped(ended(seen.title))
    yield ""
    yield f"{'points':<24}{visible(names[0]):>14}{visible(names[1]):>14}"
    yield f"(of this seed's {kind_of(both)}; where the author's differ they stand behind)"
    for issue in seen.issues:
        yield ""
        yield wrapped(f"{issue.id}: {issue.label} ({issue.kind})", "", "    ")
        yield wrapped(f"why {host.he} asks for it: {ended(issue.why)}", "    ")
        for option in issue.options:
            yield from _option(option)
    yield ""
    for pair in seen.pairs:
        stands = ""
        if pair.asks:
            stands = " -- holds" if all(part.holds for part in pair.asks) else " -- does not hold"
        said = f"{pair.when}: {points(pair.worth, '+')} for {pair.seat}, {pair.because}{stands}"
        yield hung("pair  ", ended(said))
    yield ""
    for walk in seen.walk_aways:
        kept = f"{walk.seat} keeps {points(walk.points)}"
        if walk.points != walk.of_common_man:
            man = scenario.seats[walk.seat].pronoun.man
            kept += f" ({points(walk.of_common_man)} for the common {man} of the chair)"
        yield hung("walk-away  ", kept)
        yield hung("    ", f"{walk.formula}; {walk.found}" if walk.found else walk.formula)
        if walk.told:
            yield wrapped(f"“{walk.told}”", "    ")
    yield hung("danger  ", f"{points(seen.danger)}: {seen.danger_formula}")
    if seen.paper:
        ours, theirs = map(points, seen.paper_worth)
        yield hung("paper  ", f"{' '.join(seen.paper)}: {ours} and {theirs}")
    yield hung("zone  ", _zone(seen.zone, names))


def _option(option: OptionSeen) -> Iterator[str]:
    ours, theirs = map(points, option.worth)
    marks = f"  ({', '.join(option.marks)})" if option.marks else ""
    row = f"    {option.id:<20}{ours:>14}{theirs:>14}"
    if option.worth != option.authored:
        row += f"  [{points(option.authored[0])} and {points(option.authored[1])}]"
    yield visible(f"{row}{marks}")
    yield wrapped(option.text, "        ")


def _zone(zone: Zone, names: list[str]) -> str:
    if zone.suit_both is None or zone.suit_seat is None:
        return f"{zone.papers:,} papers are too many to be counted"
    return (
        f"{_share(zone.suit_both, zone.papers)} leave both with at least what they keep without "
        f"one; {names[0]} {_share(zone.suit_seat[0], zone.papers, of='')}, "
        f"{names[1]} {_share(zone.suit_seat[1], zone.papers, of='')}"
    )


def _share(count: int, papers: int, of: str = " papers") -> str:
    """Return a part of all papers.

    >>> _share(1203, 46080)
    '1,203 of 46,080 papers (2.6 %)'
    """
    tenths = (2000 * count + papers) // (2 * papers)
    return f"{count:,} of {papers:,}{of} ({tenths // 10}.{tenths % 10} %)"


def points(hundredths: int, sign: str = "") -> str:
    """Return hundredths of a point as points.

    >>> points(3400), points(-150), points(250, "+")
    ('34', '-1.5', '+2.5')
    """
    return f"{hundredths / 100:{sign}g}"
