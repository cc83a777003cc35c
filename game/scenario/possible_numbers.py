"""What the rules guarantee of the quantities that conditions ask for."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.known import Known
from game.scenario.possible_premises import Line, Premise, When
from game.scenario.possible_reach import Reach
from game.scenario.possible_terms import Claim, Either, Flag, Linear, Sum, Unsaid, compared, linear
from game.scenario.table_model import ActKind

HUNDRED = 100


def of_track(known: Known, reach: Reach, name: str) -> Iterator[Premise]:
    """Yield between what a track of the author's own can lie."""
    source = known.scenario.tracks[name]
    low, high = source.range
    is_alone = known.campaign is None  # else the seasons move it before the talks
    least, most = reach.bounds(name) if is_alone else (low, high)
    if (least, most) != (low, high):
        # Before the range: of two reasons that would do, the plainer is the last to go.
        said = f"{name} starts at {source.start}, and choices keep it in {least}-{most}"
        yield from lies_within(name, least, most, Line(("tracks", name, "start"), said))
    range_of = Line(("tracks", name, "range"), f"{name} lies in {low}-{high}")
    yield from lies_within(name, low, high, range_of)


def of_measure(known: Known, name: str) -> Iterator[Premise]:
    """Yield what a measure is, floored to whole points."""
    formula = known.scenario.measures[name]
    line = Line(("measures", name), f"{name} is {formula}")
    try:
        exact = linear(formula.root, known.after)
    except Unsaid:
        return
    own = Linear({name: 1}, 0)
    yield Premise(compared("<=", own, exact), line)
    yield Premise(compared("<", exact._replace(fixed=exact.fixed), _more(own)), line)


def of_day(known: Known) -> Iterator[Premise]:
    """Yield on which day a sitting is held."""
    scenario, table = known.scenario, known.scenario.table
    firsts = [scenario.first_day(start).day for start in (None, *scenario.starts)]
    first, last = min(firsts), max(firsts)
    begins = str(first) if first == last else f"{first} to {last}"
    path = ("start",) if known.campaign is None else ("table", "first-day")
    line = Line(path, f"the talks begin on day {begins}")
    # a_day * (day - first) <= sitting + opens_at - 2 < a_day * (day - first) + a_day
    days = Linear({"day": table.sittings_a_day}, -HUNDRED * table.sittings_a_day * last)
    held = Linear({"sitting": 1}, HUNDRED * (table.opens_at - 2))
    yield Premise(compared("<=", days, held), line)
    later = days._replace(fixed=HUNDRED * table.sittings_a_day * (1 - first))
    yield Premise(compared("<", held, later), line)


def of_pressure(known: Known, when: When, seat: str | None) -> Iterator[Premise]:
    """Yield how many acts of pressure there can have been."""
    table = known.scenario.table
    seats = known.scenario.seats
    acts = [
        act
        for act in table.acts.values()
        if any(seat == table.claimant or seat not in seats for seat in act.seats)
    ]
    line = Line(("table", "acts"), "acts of pressure are counted, one a sitting at most")
    yield Premise(at_least("pressure", 0), line)
    if not any(act.kind is ActKind.PRESSURE for act in acts):
        most = int(any(act.kind is ActKind.WAGER for act in acts))
        yield Premise(at_most("pressure", most), line)
    before = 1 if when is When.TALKS and seat == table.claimant else 0
    held = Linear({"sitting": 1}, -HUNDRED * before)
    yield Premise(compared("<=", Linear({"pressure": 1}, 0), held), line)


def of_news(known: Known) -> Iterator[Premise]:
    """Yield when the news can have come."""
    news = known.scenario.table.news
    if news is None:
        yield Premise(Flag("news", False), Line(("table",), "the table has no news"))
        return
    told = [
        man.news.sitting for man in known.scenario.table.people.values() if man.news is not None
    ]
    first = min([news.sittings[0], *told])
    if news.never >= 100 and not told:
        line = Line(("table", "news", "never"), "the news never comes")
        yield Premise(Flag("news", False), line)
        return
    line = Line(("table", "news", "sittings"), f"the news comes from sitting {first} on")
    yield Premise(Either((Flag("news", False), at_least("sitting", first))), line)


def at_least(name: str, points: int) -> Claim:
    """Return the claim that a quantity is so many points or more."""
    return Sum(((name, -1),), HUNDRED * points)


def at_most(name: str, points: int) -> Claim:
    """Return the claim that a quantity is so many points or fewer."""
    return Sum(((name, 1),), -HUNDRED * points)


def lies_within(name: str, low: int, high: int, line: Line) -> Iterator[Premise]:
    """Yield that a quantity lies in a range, both ends included."""
    yield Premise(at_least(name, low), line)
    yield Premise(at_most(name, high), line)


def _more(own: Linear) -> Linear:
    return own._replace(fixed=own.fixed + HUNDRED)
