"""The page of rules as a chair reads it."""

from __future__ import annotations

from game.scenario.model import Page, Scenario

RULES = "rules"
"""The codex page of a scenario's rules, from the claimant's chair."""
RULES_OF_HOST = "rules-host"
"""The same from the host's chair, where a scenario has it."""


def rules_page_for(scenario: Scenario, seat: str = "") -> Page | None:
    """Return the page of rules for a seat, by id; `None` where a scenario has none."""
    page = scenario.codex.get(RULES)
    if seat == scenario.table.host:
        return scenario.codex.get(RULES_OF_HOST, page)
    return page
