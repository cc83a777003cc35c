"""The plays of a library at a glance.

Each is looked at once for as long as its file stays as it is, and its scenario's files do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from time import time_ns
from typing import NamedTuple, TypeVar

from game.coach.seasons import seen as of_campaigns
from game.coach.seasons.survey import survey_campaign
from game.coach.seen import Coverage, Seen, coverage, joined, to_be_seen
from game.coach.survey import Survey, survey
from game.errors import AmurError, RecordError
from game.files.folders import folder_of
from game.files.library import Library
from game.files.plays import rules_told, scenario_told
from game.files.records import read_record
from game.files.summaries import Play, Stamp, summary
from game.files.trash import thrown_away
from game.files.watching import Watch
from game.rules import CampaignRules, Game
from game.scenario import Scenario
from game.scenario.campaign_model import Campaign
from game.scenario.model import AnyScenario

Asked = TypeVar("Asked")
Found = TypeVar("Found")
_As = tuple[Path, Stamp]
"""A file, as it was."""


class Part(NamedTuple):
    """What was seen of one scenario from one chair, in all plays that were looked at."""

    scenario: str
    seat: str
    seen: Seen
    coverage: Coverage


class Catalogue:
    """Lists plays, and surveys them when it is asked to, which may be from a thread."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._summaries: dict[_As, Play] = {}
        self._surveys: dict[str, dict[_As, Survey]] = defaultdict(dict)
        """By scenario; that of a play that cannot be read is empty."""
        self._rules: dict[tuple[str, str | None], Game | AmurError] = {}
        """By scenario and start; where they cannot be had, why."""
        self._scenarios: dict[str, AnyScenario | AmurError] = {}
        """Those that are asked for names, which takes no rules; or why they cannot be had."""
        self._watches: dict[str, Watch] = {}
        """By scenario; none of what has no folder."""

    def plays(self) -> list[Play]:
        """Return all plays, the last one played first.

        What was known of scenarios that have changed since is forgotten.
        """
        for scenario in {*tuple(self._scenarios), *(id for id, _ in tuple(self._rules))}:
            watch = self._watches.get(scenario)
            if watch is None or watch.changes():
                self._forget(scenario)
        return list(map(self._summary, self.library.play_files()))

    def trash(self) -> list[Play]:
        """Return all plays that were thrown away."""
        return thrown_away(self.library)

    def known(self, play: Play) -> Survey | None:
        """Return the survey of a play if it was surveyed as it is."""
        return self._surveys[_scenario_of(play)].get((play.path, play.stamp))

    def survey(self, play: Play) -> Survey:
        """Return the survey of a play; cost in proportion to its length, the first time.

        What cannot be replayed at all is a survey that says why.
        """
        known = self.known(play)
        if known is None:
            # Taken first: what is forgotten meanwhile must not come back by the old rules.
            surveys = self._surveys[_scenario_of(play)]
            known = surveys[play.path, play.stamp] = self._surveyed(play)
        return known

    def seen(self, plays: Iterable[Play]) -> list[Part]:
        """Return what was seen in plays, by scenario and chair, as far as they are surveyed."""
        found: dict[tuple[str, str], list[Seen]] = defaultdict(list)
        for play in plays:
            known = self.known(play)
            if known is not None and play.heading is not None:
                for seat, seen in known.seen.items():
                    found[play.heading.scenario, seat].append(seen)
        parts = []
        for (scenario, seat), every in sorted(found.items()):
            seen, whole = joined(every), _whole(self.scenario(scenario), seat)
            parts.append(Part(scenario, seat, seen, coverage(seen, whole)))
        return parts

    def rules(self, scenario: str, start: str | None) -> Game:
        """Return the rules of a scenario, made once; raises `AmurError` where there are none."""
        own = self.library.scenarios_folder
        asked = scenario, start
        return self._had(self._rules, asked, scenario, lambda: rules_told(scenario, start, own))

    def scenario(self, id: str) -> AnyScenario:
        """Return a scenario, read once; raises `AmurError`."""
        own = self.library.scenarios_folder
        return self._had(self._scenarios, id, id, lambda: scenario_told(id, own))

    def _had(
        self,
        had: dict[Asked, Found | AmurError],
        asked: Asked,
        scenario: str,
        read: Callable[[], Found],
    ) -> Found:
        found = had.get(asked)
        if found is None:
            found = had[asked] = self._read(scenario, read)
        if isinstance(found, AmurError):
            raise found
        return found

    def _read(self, scenario: str, read: Callable[[], Found]) -> Found | AmurError:
        since, own = time_ns(), self.library.scenarios_folder
        found: Found | AmurError
        try:
            found = read()
        except RecordError as error:
            return error  # it is no id, so that no folder of that name is looked at either
        except AmurError as error:
            found = error
        if scenario not in self._watches:
            with suppress(AmurError):
                self._watches[scenario] = Watch(folder_of(scenario, own), since)
        return found

    def _forget(self, scenario: str) -> None:
        for asked in tuple(self._rules):
            if asked[0] == scenario:
                self._rules.pop(asked, None)
        self._scenarios.pop(scenario, None)
        self._watches.pop(scenario, None)
        self._surveys.pop(scenario, None)

    def _summary(self, path: Path) -> Play:
        try:
            at = path, Stamp.of(path)
        except OSError:
            return summary(path)  # it says what is wrong
        known = self._summaries.get(at)
        if known is None:
            known = self._summaries[at] = summary(path)
        return known

    def _surveyed(self, play: Play) -> Survey:
        if play.heading is None:
            return Survey(trouble=play.trouble)
        try:
            rules = self.rules(play.heading.scenario, play.heading.start)
            record = read_record(play.path).record
            if isinstance(rules, CampaignRules):
                return survey_campaign(rules.twisted(play.heading.twists), record)
            return survey(rules, record)
        except AmurError as error:
            return Survey(trouble=str(error))


def _scenario_of(play: Play) -> str:
    return "" if play.heading is None else play.heading.scenario


def _whole(scenario: AnyScenario, seat: str) -> Seen:
    """Return all there is to be seen from a chair."""
    if isinstance(scenario, Campaign):
        return of_campaigns.to_be_seen(scenario)
    assert isinstance(scenario, Scenario)
    return to_be_seen(scenario, seat)
