"""Land with title: what the papers that were signed, and not torn up, have passed, and its size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.land import two_figures
from game.coach.seasons.toll import cited
from game.coach.words_for import listed
from game.rules import CampaignRules, settled
from game.scenario.map_model import Map, Redrawing
from game.state import Deal, State, Verdict

NONE = "No paper that stands has passed any land."


class Title(NamedTuple):
    """Land that a paper passes."""

    table: str
    deal: Deal
    says: tuple[str, ...]
    """What each clause does on the map."""
    measured: int | None
    """Square miles, as the map draws them; `None` where nobody measured it."""
    printed: int | None
    """Square miles, as an old text prints them."""
    modern: int | None
    """Square miles, as modern works give them."""
    sources: tuple[str, ...]


def titles(rules: CampaignRules, state: State) -> tuple[Title, ...]:
    """Return what land each paper passes that stands: signed, and not disowned."""
    written = rules.scenario.map
    if written is None:
        return ()
    last = {deal.table: deal for deal in state.deals if deal.treaty is not None}
    found = (
        _title(rules, written, deal)
        for deal in last.values()
        if deal.verdict is not Verdict.DISOWNED
    )
    return tuple(title for title in found if title is not None)


def territory(rules: CampaignRules, state: State) -> tuple[str, ...]:
    """Return in sentences what land there is a title to, and the figures that are given for it."""
    return tuple(_told(rules, state)) or (NONE,)


def _told(rules: CampaignRules, state: State) -> Iterator[str]:
    for title in titles(rules, state):
        name = rules.scenario.tables[title.table].title
        is_owned = title.deal.verdict is Verdict.RATIFIED
        host = rules.scenario.seats[rules.scenario.tables[title.table].host]
        doubt = "" if is_owned else f" {host.side[:1].upper()}{host.side[1:]} has not ratified it."
        yield f"{name}: {listed(title.says)}.{doubt}"
        figures = []
        if title.printed is not None:
            figures.append(f"{title.printed:,} square miles as printed")
        if title.modern is not None:
            figures.append(f"{title.modern:,} by modern works")
        if title.measured is not None:
            figures.append(f"about {two_figures(title.measured):,} as the map draws it")
        if figures:
            says = f" ({listed(title.sources)})" if title.sources else ""
            yield f"Its size: {listed(figures)}{says}."


def _title(rules: CampaignRules, written: Map, deal: Deal) -> Title | None:
    assert deal.treaty is not None
    terms = settled(deal.treaty, rules.talks[deal.table].rules.table)
    clauses = [clause for id in written.issues if (clause := _in_force(written, id, terms))]
    passed = [clause for clause in clauses if clause.holders]
    if not passed:
        return None
    regions: set[str] = set()
    for clause in passed:
        regions |= {
            id for id, holder in clause.holders.items() if holder != written.regions[id].holder
        }
    if not regions:
        return None
    sizes = [written.regions[id].square_miles for id in sorted(regions)]
    measured = [size for size in sizes if size is not None]
    printed = [clause.printed for clause in passed if clause.printed is not None]
    modern = [clause.modern for clause in passed if clause.modern is not None]
    sources = dict.fromkeys(cited(rules, id) for clause in passed for id in clause.source)
    return Title(
        list(rules.scenario.tables)[deal.table],
        deal,
        tuple(clause.says for clause in passed),
        sum(measured) if measured else None,
        sum(printed) if printed else None,
        sum(modern) if modern else None,
        tuple(filter(None, sources)),
    )


def _in_force(written: Map, issue: str, terms: dict[str, str]) -> Redrawing | None:
    """Return what the option of an issue does on the map; `None` where it does nothing there."""
    given = written.issues[issue].given
    if any(terms.get(other) not in allowed for other, allowed in given.items()):
        return None
    return written.issues[issue].options.get(terms.get(issue, ""))
