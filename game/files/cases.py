"""A scenario's tests: read from its folder, looked at, and run.

They are no part of what is played: no digest depends on them, and no play reads them. With pytest:

    import pytest
    from game.files.scenarios import read_cases

    @pytest.mark.parametrize("case", read_cases("my-scenario"), ids=str)
    def test_my_scenario(case):
        assert case.failures() == []
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from game.coach.workshop.case_faults import faults_of
from game.coach.workshop.case_grounds import ground_of
from game.coach.workshop.cases import failures_of
from game.files.folder_text import read_text
from game.files.gathering import TESTS
from game.files.locating import MAPPING, DocumentPlaces, problems_of
from game.files.restricted_yaml import read_yaml
from game.scenario.campaign_model import Campaign
from game.scenario.case_model import Case, CaseFile
from game.scenario.faults import Code, Fault, Problem, located
from game.scenario.faults import Path as At
from game.scenario.model import Scenario


class Cases:
    """The cases in a scenario's folder; what is wrong with them is found when they are read."""

    def __init__(
        self, scenario: Scenario | Campaign, folder: Path, played: Scenario | None
    ) -> None:
        """Rules are made of what is `played`; without it the words of decisions are not read.

        Of a campaign they are always made.
        """
        self.ground = ground_of(scenario, played)
        self.faults: list[Fault] = []
        self.all: list[PlacedCase] = []
        for written in _written(folder):
            self.faults += written.faults
            for id, case in written.cases.items():
                self._check(PlacedCase(self, written.file, id, case, written.places))

    def __iter__(self) -> Iterator[PlacedCase]:
        """Yield every case that nothing is wrong with."""
        return iter(self.all)

    def failures(self) -> list[Fault]:
        """Return why cases do not hold; those that something is wrong with are not run."""
        return [failure for case in self for failure in case.failures()]

    def _check(self, placed: PlacedCase) -> None:
        given = placed.case.given
        wrong = list(self.ground.problems(given, (*placed.path, "given")))
        if not wrong:
            rules, names = self.ground.any_rules(given), self.ground.names(given)
            wrong = list(faults_of(placed.case, placed.path, rules, names))
        self.faults += [placed.located(problem) for problem in wrong]
        if not wrong:
            self.all.append(placed)


class Written(NamedTuple):
    """A file of tests as it is written, whatever the scenario says."""

    file: str
    faults: tuple[Fault, ...]
    cases: Mapping[str, Case]
    places: DocumentPlaces


def unreadable(folder: Path) -> list[Fault]:
    """Return what is wrong with the files of tests as such, while the scenario is broken."""
    return [fault for written in _written(folder) for fault in written.faults]


def _written(folder: Path) -> Iterator[Written]:
    for path in sorted(folder.glob(TESTS)):
        yield _read(folder, path.relative_to(folder).as_posix())


def _read(folder: Path, file: str) -> Written:
    places = DocumentPlaces(file)
    text, fault = read_text(folder, file)
    if fault is not None:
        return Written(file, (fault,), {}, places)
    document = read_yaml(text, file)
    places.add(document, ())
    if not isinstance(document.data, dict):
        message = "a file is a mapping"
        document.complain(document.values[()], Code.TYPE_MISMATCH, message, MAPPING)
    if not document.whole or not isinstance(document.data, dict):
        return Written(file, tuple(document.faults), {}, places)
    try:
        cases = CaseFile.model_validate(document.data).cases
    except ValidationError as error:
        wrong = (located(problem, places) for problem in problems_of(error, CaseFile))
        return Written(file, (*document.faults, *wrong), {}, places)
    return Written(file, tuple(document.faults), cases, places)


@dataclass(frozen=True, slots=True)
class PlacedCase:
    """One case, in its place."""

    among: Cases
    file: str
    id: str
    case: Case
    places: DocumentPlaces

    def __str__(self) -> str:
        return f"{self.file.removeprefix('tests/').removesuffix('.yaml')}: {self.id}"

    @property
    def path(self) -> At:
        """The way to it in its file."""
        return ("cases", self.id)

    def failures(self) -> list[Fault]:
        """Return why it does not hold, each with its place; nothing where it holds."""
        ground, given = self.among.ground, self.case.given
        problems = failures_of(self.case, self.path, ground.rules(given), ground.names(given))
        return [self.located(problem) for problem in problems]

    def located(self, problem: Problem) -> Fault:
        """Return what is wrong at its place; what stands alone for a list is all there is of it."""
        within: Any = self.places.documents[0].data
        path: list[str | int] = []
        for step in problem.path:
            if isinstance(step, int) and not isinstance(within, list):
                continue
            path.append(step)
            with suppress(KeyError, IndexError, TypeError):
                within = within[step]
        return located(problem._replace(path=tuple(path)), self.places)
