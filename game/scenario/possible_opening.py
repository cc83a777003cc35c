"""Whether the news can ever come: what it needs is asked once, before the first sitting."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.authored import ById
from game.scenario.faults import Code, Problem
from game.scenario.known import Known, warning
from game.scenario.possible_premises import names_in
from game.scenario.possible_terms import Claim, Either, Every, Flag, Sum, claim
from game.scenario.possible_worlds import clash
from game.state import BUILT_IN


def never_opens(known: Known) -> Iterator[Problem]:
    """Yield a problem if no start of the scenario lets the news come."""
    news = known.scenario.table.news
    if news is None or news.needs is None:
        return
    needs = claim(news.needs.root, known.play)
    asked = set(names_in(needs))
    untouched = [Flag(name, False) for name in asked if name.partition(".")[0] in BEFORE]
    if clash([needs, *untouched, *_openings(known, asked)]):
        message = f"{news.needs} does not hold in any opening, so that the news never comes"
        hint = "ask for what a start of the scenario has"
        yield warning(("table", "news", "needs"), Code.CONTRADICTION, message, hint)


BEFORE = frozenset({"note", "chose", "argued", "signed", "paper", "news"})
"""What does not hold before anything has happened."""


def _openings(known: Known, asked: set[str]) -> Iterator[Claim]:
    """Yield what quantities are when the talks open, by one start or another."""
    scenario = known.scenario
    own = [name for name in scenario.tracks if name not in BUILT_IN and name in asked]
    starts = [start.tracks for start in scenario.starts.values()]
    yield Either(
        tuple(
            Every(
                tuple(_is(name, over.get(name, scenario.tracks[name].start or 0)) for name in own)
            )
            for over in (ById[int](), *starts)
        )
    )
    fixed = {"sitting": 0, "pressure": 0, "danger": 0, "caution": 0, "coerced": 0}
    quantities = scenario.table.quantities
    for name in ("face", "trust", "credibility", "patience"):
        fixed[name] = getattr(quantities, name)
    yield from (_is(name, level) for name, level in fixed.items() if name in asked)


def _is(name: str, points: int) -> Claim:
    return Sum(((name, 1),), -100 * points, "=")
