"""The page of rules as a chair reads it."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.campaign_model import Campaign
from game.scenario.model import AnyScenario, Page, Scenario
from game.scenario.table_model import ActKind, Table

RULES = "rules"
"""The codex page of a scenario's rules, from the claimant's chair."""
RULES_OF_HOST = "rules-host"
"""The same from the host's chair, where a scenario has it."""
RULES_OF_SEASONS = "how-a-season-works"
"""The same of a campaign's seasons."""


def rules_page_for(scenario: AnyScenario, seat: str = "") -> Page | None:
    """Return the page of rules for a seat, by id; `None` where a scenario has none.

    Of a campaign it is the one on its seasons.
    """
    page = scenario.codex.get(RULES)
    if isinstance(scenario, Campaign):
        return scenario.codex.get(RULES_OF_SEASONS, page)
    assert isinstance(scenario, Scenario)
    if seat == scenario.table.host:
        return scenario.codex.get(RULES_OF_HOST, page)
    return page


def common_rules(scenario: Scenario) -> Iterator[str]:
    """Yield the rules that hold at every table of its kind, each a sentence a teacher can say."""
    table, words = scenario.table, scenario.table.words
    claimant, he = (scenario.seats[id].pronoun for id in (table.claimant, table.host))
    his = he.his.capitalize()
    can_press = _has(table, ActKind.PRESSURE) or _has(table, ActKind.WAGER)
    can_cede = any(o.cession for i in table.issues.values() for o in i.options.values())
    yield (
        f"{he.cap} signs when the paper is worth {he.his} walk-away plus what {he} still hopes for."
    )
    yield (
        f"{his} walk-away moves with danger; {he.his} hope wears away only for a cause: you gave,"
        f" you argued, you helped {he.him} write home, or at least something moved."
    )
    yield (
        f"{he.cap} answers what you give with half of it, and in full where you had asked"
        f" {he.him} why."
    )
    yield (
        f"The same paper, reason or question again earns nothing and tires {he.him}; what you take"
        f" back, {he} takes back."
    )
    unpressed = ", with no pressure between," if can_press else ","
    consults = f", or first consults {he.his} {words.officers} once" if can_cede else ""
    yield (
        f"{his} counter is {he.his} word: lay it down unchanged next time{unpressed} and {he}"
        f" signs{consults}."
    )
    yield (
        f"Every {he.man} has one thing {he} {words.cannot_do_without} and one ground {he} can"
        f" use before {words.throne}: ask; trust decides how truly {he} answers."
    )
    if can_press:
        yield (
            f"Pressure lowers {he.his} walk-away, each time less; the third act stiffens {he.him};"
            " every act is read at home on both sides."
        )
    if _has(table, ActKind.WAGER):
        yield (
            f"An ultimatum is a wager: once, on a paper {he} has answered, by a {claimant.man} who"
            f" has been seen to do what {claimant} says."
        )
    yield (
        f"{his} {words.court} ratifies, lets it lie, or tears it up; a treaty torn up is worth less"
        " than none."
    )


def _has(table: Table, kind: ActKind) -> bool:
    return any(act.kind is kind for act in table.acts.values())
