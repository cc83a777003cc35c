"""What the tests of a scenario stand on: its rules, and the names that they can use.

A scenario of one table has one ground; a campaign has one for each of its tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from game.coach.workshop.seasons.tables import alone
from game.rules import CampaignRules, Rules
from game.scenario.authored import whole_number
from game.scenario.campaign_known import known_campaign
from game.scenario.campaign_model import Campaign
from game.scenario.case_lint import CaseNames, case_names, names_at
from game.scenario.case_model import Given
from game.scenario.faults import Code, Path, Problem, nearest_of
from game.scenario.model import Scenario
from game.scenario.things import things


class Ground(Protocol):
    """Answers for one scenario what its tests need."""

    def problems(self, given: Given, path: Path) -> Iterator[Problem]:
        """Yield why nobody knows what a test is about; nothing where that is plain."""
        ...

    def names(self, given: Given) -> CaseNames:
        """Return the names that a test can use."""
        ...

    def any_rules(self, given: Given) -> Rules | None:
        """Return the rules by which its words are read; `None` where there are none."""
        ...

    def rules(self, given: Given) -> Rules:
        """Return the rules by which it is run."""
        ...


class OneTable:
    """The ground of a scenario of one table."""

    def __init__(self, scenario: Scenario, played: Scenario | None) -> None:
        """Rules are made of what is `played`; without it the words of decisions are not read."""
        self._scenario, self._played = scenario, played
        self._names = case_names(scenario)
        self._rules: dict[str | None, Rules] = {}

    def problems(self, given: Given, path: Path) -> Iterator[Problem]:
        """Yield nothing: every test is about the table."""
        yield from ()

    def names(self, given: Given) -> CaseNames:
        """Return the names of the scenario."""
        return self._names

    def any_rules(self, given: Given) -> Rules | None:
        """Return the rules from the scenario's own start."""
        return None if self._played is None else self._from(None)

    def rules(self, given: Given) -> Rules:
        """Return the rules from the start that is given, made once."""
        return self._from(given.start)

    def _from(self, start: str | None) -> Rules:
        if start not in self._rules:
            self._rules[start] = Rules(self._played or self._scenario, start)
        return self._rules[start]


class ManyTables:
    """The ground of a campaign."""

    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign
        known = known_campaign(campaign, things(campaign))
        self._names: Mapping[str, CaseNames] = {
            table: names_at(context) for table, context in known.tables.items()
        }
        self._rules: dict[str | None, CampaignRules] = {}

    def problems(self, given: Given, path: Path) -> Iterator[Problem]:
        """Yield that no table is named, or none of the campaign's."""
        if given.table is None:
            message = "a test of a campaign is about one of its tables"
            hint = f"add `table: ID`; there are {', '.join(self._names)}"
            yield Problem(path, Code.MISSING_KEY, message, hint)
        elif given.table not in self._names:
            message, hint = f"{given.table} is no table", nearest_of(given.table, self._names)
            yield Problem((*path, "table"), Code.UNKNOWN_ID, message, hint)

    def names(self, given: Given) -> CaseNames:
        """Return the names of the table that is given."""
        return self._names[str(given.table)]

    def any_rules(self, given: Given) -> Rules:
        """Return the rules of the table as it stands when nothing is given."""
        return alone(self._from(None), str(given.table))

    def rules(self, given: Given) -> Rules:
        """Return the rules of the table, the tracks standing as they are given."""
        rules = self._from(given.start)
        levels = {name: whole_number(s) for name, s in given.holds.items() if name in rules.levels}
        return alone(rules, str(given.table), levels)

    def _from(self, start: str | None) -> CampaignRules:
        if start not in self._rules:
            self._rules[start] = CampaignRules(self._campaign, start)
        return self._rules[start]


def ground_of(scenario: Scenario | Campaign, played: Scenario | None) -> Ground:
    """Return what the tests of a scenario, or of a campaign, stand on."""
    if isinstance(scenario, Campaign):
        return ManyTables(scenario)
    return OneTable(scenario, played)
