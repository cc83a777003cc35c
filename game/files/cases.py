"""A scenario's tests: read from its folder, looked at, and run.

They are no part of what is played: no digest depends on them, and no play reads them. With pytest:

    import pytest
    from game.files.scenarios import read_cases

    @pytest.mark.parametrize("case", read_cases("my-scenario"), ids=str)
    def test_my_scenario(case):
        assert case.failures() == []
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.coach.workshop.case_faults import faults_of
from game.coach.workshop.cases import failures_of
from game.files.folder_text import read_text
from game.files.gathering import TESTS
from game.files.locating import MAPPING, DocumentPlaces, problems_of
from game.files.restricted_yaml import read_yaml
from game.rules import Rules
from game.scenario.case_lint import CaseNames, case_names
from game.scenario.case_model import Case, CaseFile
from game.scenario.faults import Code, Fault, Problem, located
from game.scenario.faults import Path as At
from game.scenario.model import Scenario


class Cases:
    """The cases in a scenario's folder; what is wrong with them is found when they are read."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        self.scenario = scenario
        self.faults: list[Fault] = []
        self.all: list[PlacedCase] = []
        self.names: CaseNames = case_names(scenario)
        self._rules: dict[str | None, Rules] = {}
        for path in sorted(folder.glob(TESTS)):
            self._add(folder, path.relative_to(folder).as_posix())

    def rules(self, start: str | None) -> Rules:
        """Return the rules from one of the scenario's starts, made once."""
        if start not in self._rules:
            self._rules[start] = Rules(self.scenario, start)
        return self._rules[start]

    def __iter__(self) -> Iterator[PlacedCase]:
        """Yield every case that nothing is wrong with."""
        return iter(self.all)

    def failures(self) -> list[Fault]:
        """Return why cases do not hold; those that something is wrong with are not run."""
        return [failure for case in self for failure in case.failures()]

    def _add(self, folder: Path, file: str) -> None:
        text, fault = read_text(folder, file)
        if fault is not None:
            self.faults.append(fault)
            return
        document = read_yaml(text, file)
        places = DocumentPlaces(file)
        places.add(document, ())
        if not isinstance(document.data, dict):
            message = "a file is a mapping"
            document.complain(document.values[()], Code.TYPE_MISMATCH, message, MAPPING)
        self.faults += document.faults
        if not document.whole or not isinstance(document.data, dict):
            return
        try:
            cases = CaseFile.model_validate(document.data).cases
        except ValidationError as error:
            self.faults += [located(p, places) for p in problems_of(error, CaseFile)]
            return
        for id, case in cases.items():
            self._check(PlacedCase(self, file, id, case, places))

    def _check(self, placed: PlacedCase) -> None:
        wrong = list(faults_of(placed.case, placed.path, self.rules(None), self.names))
        self.faults += [placed.located(problem) for problem in wrong]
        if not wrong:
            self.all.append(placed)


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
        rules = self.among.rules(self.case.given.start)
        problems = failures_of(self.case, self.path, rules, self.among.names)
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
