"""How things are said to stand for a preview: keys and values of a command line, or of a file.

They are what a test writes under `given`; a test itself can be named, as FILE#ID.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.coach.workshop.case_faults import faults_of_given
from game.errors import UsageError
from game.files.folder_text import read_text
from game.files.locating import DocumentPlaces, problems_of
from game.files.restricted_yaml import read_yaml
from game.rules import Rules
from game.scenario.case_lint import CaseNames
from game.scenario.case_model import Given
from game.scenario.faults import Problem, located, nearest_of

Where = Callable[[Problem], str]
"""Says what is wrong, after where that was said."""


def given_of(said: Iterable[str], asked: Mapping[str, str | None]) -> Given:
    """Return what is given by words and files, later ones over earlier, and by options over all.

    Raises `UsageError` with the first thing that is wrong.
    """
    holds: dict[str, Any] = {}
    said_by: dict[str, Where] = {}
    for word in said:
        for key, value, where in _read(word):
            holds[key], said_by[key] = value, where
    for key, option in asked.items():
        if option is not None:
            holds[key], said_by[key] = option, _of_word(f"--{key} {option}")
    try:
        return Given.model_validate(holds)
    except ValidationError as error:
        raise _wrong(next(problems_of(error, Given)), said_by) from error


def check_given(
    given: Given,
    said: Iterable[str],
    asked: Mapping[str, str | None],
    rules: Rules,
    names: CaseNames,
) -> None:
    """Raise `UsageError` with the first thing given that nothing in the scenario bears.

    `rules` are those of any start.
    """
    problems = faults_of_given(given, (), rules, names)
    if problems:
        said_by = {key: where for word in said for key, _, where in _read(word)}
        said_by |= {key: _of_word(f"--{key} {o}") for key, o in asked.items() if o is not None}
        raise _wrong(problems[0], said_by)


def _read(word: str) -> list[tuple[str, Any, Where]]:
    """Return the keys and values of KEY=VALUE, or of a file, each with how it is complained of."""
    name, _, case = word.partition("#")
    if _is_file(name):
        return _of_file(Path(name), case)
    key, is_pair, value = word.partition("=")
    if not is_pair or not key.strip():
        raise UsageError(f"--given {word}: there is no such file, and it is not KEY=VALUE")
    return [(key.strip(), value.strip(), _of_word(f"--given {word}"))]


def _of_file(path: Path, case: str) -> list[tuple[str, Any, Where]]:
    text, fault = read_text(path.parent, path.name)
    document = read_yaml(text, str(path))
    faults = document.faults if fault is None else [fault]
    if faults:
        raise UsageError(str(faults[0]))
    places = DocumentPlaces(str(path))
    places.add(document, ())
    data: Any = document.data
    at: tuple[str, ...] = ()
    if isinstance(data, dict) and "cases" in data:
        cases = data["cases"] if isinstance(data["cases"], dict) else {}
        if case not in cases:
            which = nearest_of(case, cases) if case else "name one of them as FILE#ID"
            raise UsageError(f"{path} holds tests, and {case or 'none'} is none of them; {which}")
        written = cases[case] if isinstance(cases[case], dict) else {}
        at, data = ("cases", case, "given"), written.get("given", {})
    elif isinstance(data, dict) and isinstance(data.get("given"), dict):
        at, data = ("given",), data["given"]
    if not isinstance(data, dict):
        raise UsageError(f"{path}: what is given is a mapping; write KEY: VALUE, one a line")

    def where(problem: Problem) -> str:
        return str(located(problem._replace(path=(*at, *problem.path)), places))

    return [(key, value, where) for key, value in data.items()]


def _of_word(said: str) -> Where:
    return lambda problem: f"{said}: {problem.message} ({problem.hint})"


def _wrong(problem: Problem, said_by: Mapping[str, Where]) -> UsageError:
    key = str(problem.path[0]) if problem.path else ""
    return UsageError(said_by.get(key, _of_word("--given"))(problem))


def _is_file(name: str) -> bool:
    with suppress(OSError, ValueError):
        return Path(name).is_file()
    return False
