"""The plays of a library at a glance.

Each is looked at once for as long as its file stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from game.coach.seen import Coverage, Seen, coverage, joined, to_be_seen
from game.coach.survey import Survey, survey
from game.errors import AmurError
from game.files.library import Library
from game.files.plays import rules_told
from game.files.records import read_record
from game.files.summaries import Play, Stamp, summary
from game.files.trash import thrown_away
from game.rules import Rules
from game.scenario import Scenario

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
        self._surveys: dict[_As, Survey] = {}
        self._rules: dict[tuple[str, str | None], Rules | AmurError] = {}
        """By scenario and start; where they cannot be had, why."""

    def plays(self) -> list[Play]:
        """Return all plays, the last one played first."""
        return list(map(self._summary, self.library.play_files()))

    def trash(self) -> list[Play]:
        """Return all plays that were thrown away."""
        return thrown_away(self.library)

    def known(self, play: Play) -> Survey | None:
        """Return the survey of a play if it was surveyed as it is."""
        return self._surveys.get((play.path, play.stamp))

    def survey(self, play: Play) -> Survey:
        """Return the survey of a play; cost in proportion to its length, the first time.

        What cannot be replayed at all is a survey that says why.
        """
        known = self.known(play)
        if known is None:
            known = self._surveys[play.path, play.stamp] = self._surveyed(play)
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
            seen, whole = joined(every), to_be_seen(self.scenario(scenario), seat)
            parts.append(Part(scenario, seat, seen, coverage(seen, whole)))
        return parts

    def rules(self, scenario: str, start: str | None) -> Rules:
        """Return the rules of a scenario, read once; raises `AmurError` where there are none."""
        asked = scenario, start
        if asked not in self._rules:
            try:
                self._rules[asked] = rules_told(scenario, start, self.library.scenarios_folder)
            except AmurError as error:
                self._rules[asked] = error
        found = self._rules[asked]
        if isinstance(found, AmurError):
            raise found
        return found

    def scenario(self, id: str) -> Scenario:
        """Return a scenario, read once; raises `AmurError`."""
        return self.rules(id, None).scenario

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
            return survey(rules, read_record(play.path).record)
        except AmurError as error:
            return Survey(trouble=str(error))
