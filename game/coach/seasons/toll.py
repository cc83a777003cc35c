"""The ledger of the toll: who paid, what befell them, how many they were, when, and who says so.

Those who died and those who were driven out are never added to each other. What no entry names, of
what the track has counted, stands at its end: it is not hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.coach.invented import cite_of, named_of
from game.coach.seasons.dates import before_play, season_of
from game.coach.seasons.endings import measure_label
from game.coach.seasons.formula_parts import parts_of
from game.coach.words_for import listed
from game.rules import CampaignRules
from game.rules.seasons.deeds import TOLL
from game.rules.seasons.measures import LASTING
from game.scenario.model import Weight
from game.scenario.paid_model import Fate
from game.scenario.side import Side
from game.state import State

OWN = "Where no source is named, the number is reckoned or made up for this game."
NOBODY = "Nobody has been entered."
DUE = "What is dated after {season} was still to come then, of what had been decided."
BEFELL: Mapping[Fate, str] = {
    Fate.DEAD: "dead",
    Fate.WOUNDED: "wounded",
    Fate.CASUALTIES: "killed and wounded",
    Fate.FLOGGED: "flogged",
    Fate.DRIVEN_OUT: "driven out",
    Fate.SENT: "sent by order",
    Fate.IN_WANT: "left in want",
}
"""What stands behind a number in the ledger."""


class Entered(NamedTuple):
    """An entry of the ledger."""

    season: str
    """As in `Winter 1855-56`, or `Before spring 1854`; empty for those whom no entry names."""
    number: int
    kind: str
    """What befell them, one of `Fate`; empty for those whom no entry names."""
    who: str
    source: str
    """Who says so, as a line of a story calls it; empty where nobody is cited."""
    sum: int
    """What the entries of its kind come to with it."""


def ledger(rules: CampaignRules, state: State) -> tuple[Entered, ...]:
    """Return the entries of the ledger in their order, then those whom no entry names."""
    return tuple(_entries(rules, state))


def _entries(rules: CampaignRules, state: State) -> Iterator[Entered]:
    if TOLL not in rules.levels:
        return
    sums: dict[str, int] = {}
    for season, count, kind, who, source in (*_before(rules), *_since(rules, state)):
        sums[kind] = sums.get(kind, 0) + count
        yield Entered(season, count, kind, who, said_by(rules, source), sums[kind])
    unnamed = state.levels[rules.levels[TOLL]] - sum(sums.values())
    if unnamed > 0:
        yield Entered("", unnamed, "", "", "", unnamed)


def _before(rules: CampaignRules) -> Iterator[tuple[str, int, str, str, str]]:
    """Yield the entries of those who paid before the play, as its start has them."""
    if rules.start is None:
        return
    for paid in rules.scenario.starts[rules.start].paid:
        yield before_play(rules), paid.count, str(paid.kind), paid.who, next(iter(paid.source), "")


def _since(rules: CampaignRules, state: State) -> Iterator[tuple[str, int, str, str, str]]:
    for turn, place in state.book:
        entry = rules.effects.book[place]
        yield season_of(rules, turn), entry.count, str(entry.kind), entry.who, entry.source


def said_by(rules: CampaignRules, source: str) -> str:
    """Return who says so; nobody, of what is an author's own decision."""
    known = rules.scenario.sources
    if source not in known:
        return ""
    is_own = known[source].weight is Weight.DESIGN and known[source].side != Side.INVENTED
    return "" if is_own else named(rules, source)


def named(rules: CampaignRules, source: str) -> str:
    """Return what a line of a story calls a source; empty for one that there is not."""
    known = rules.scenario.sources
    return named_of(known[source]) if source in known else ""


def cited(rules: CampaignRules, source: str) -> str:
    """Return what a source is, as a reader would look for it; empty for one that there is not."""
    known = rules.scenario.sources
    return cite_of(known[source]) if source in known else ""


def told_entry(entry: Entered) -> str:
    """Return an entry as a line.

    >>> who = "soldiers of the second party"
    >>> told_entry(Entered("Winter 1855-56", 96, "dead", who, "Smirnov", 108))
    'Winter 1855-56: 96 dead, soldiers of the second party (Smirnov).'
    >>> told_entry(Entered("", 12, "", "", "", 12))
    '12 more were counted, of whom no entry says who they were or what befell them.'
    """
    if not entry.kind:
        return (
            f"{entry.number:,} more were counted, of whom no entry says who they were or what "
            "befell them."
        )
    says = f" ({entry.source})" if entry.source else ""
    return f"{entry.season}: {entry.number:,} {BEFELL[Fate(entry.kind)]}, {entry.who}{says}."


def in_all(entries: tuple[Entered, ...]) -> str:
    """Return what the ledger comes to, each kind by itself; the most first, empty for none.

    >>> in_all((Entered("", 9, "dead", "", "", 9), Entered("", 40, "driven-out", "", "", 40)))
    'In all: 9 dead and 40 driven out.'
    """
    sums = {each.kind: each.sum for each in entries if each.kind}
    told = [f"{sums[fate]:,} {said}" for fate, said in BEFELL.items() if fate in sums]
    return f"In all: {listed(told)}." if told else ""


def reckoned(rules: CampaignRules) -> tuple[str, ...]:
    """Return in a sentence each which measures of the end fall with the toll, and how far."""
    found = []
    for name in rules.scenario.measures:
        try:
            parts = parts_of(rules.scenario.measures[name]).parts
        except ValueError:
            continue
        each = next((float(-part.weight) for part in parts if part.name == TOLL), 0)
        if name != LASTING and each > 0:
            label = measure_label(rules, name)
            much = f"{each:g} {'of a point' if each < 1 else 'points'}"
            found.append(f"{label} falls by {much} for each of them, whatever befell them.")
    return tuple(found)


def told_ledger(rules: CampaignRules, state: State) -> tuple[str, ...]:
    """Return the ledger as lines, its sums and what they are reckoned for last.

    One line that says so where nobody was entered.
    """
    entries = ledger(rules, state)
    if not entries:
        return (NOBODY,)
    own = OWN if any(entry.kind and not entry.source for entry in entries) else ""
    is_due = any(turn > state.turn for turn, _ in state.book)
    due = DUE.format(season=season_of(rules, state.turn).lower()) if is_due else ""
    last = (in_all(entries), due, own, *reckoned(rules))
    return (*map(told_entry, entries), *filter(None, last))
