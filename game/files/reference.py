"""The handbook's reference, made from the models, the registered effects and the known names.

Every key of every file has a line, every closed word a sentence, and every model an example that
stands in the handbook's own scenario, so that nothing in it can drift from what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path as FilePath
from typing import Any, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from game.files.cases import Cases
from game.files.docstrings import sentence_of, sentences_within
from game.files.folders import COVER
from game.files.gathering import (
    ACTIONS,
    EVENTS,
    KEYS,
    OF_CAMPAIGNS,
    PRESSURE,
    TESTS,
    VIEW,
    Gathering,
)
from game.files.reference_language import conditions_page, effects_page, faults_page
from game.files.reference_tests import further_lines
from game.files.reference_words import EVERYWHERE
from game.scenario.authored import (
    Authored,
    ById,
    Clause,
    Day,
    Hundredths,
    Id,
    Ids,
    Span,
    Text,
    Texts,
    Whole,
    Wholes,
    Yes,
)
from game.scenario.calendar_model import Acting, Calendar, Cast
from game.scenario.campaign_model import Campaign
from game.scenario.case_model import Asked, Case, CaseFile, Claims, Given, Lines
from game.scenario.clauses import Effects
from game.scenario.days import DayOfYearText, DaysText, WhenText
from game.scenario.ending_model import Dossiers
from game.scenario.event_model import Counsel
from game.scenario.faults import Path
from game.scenario.map_model import Map, OfSeasons
from game.scenario.model import Page, Scenario
from game.scenario.season_model import Consequence, SeasonText
from game.scenario.side import SideText
from game.scenario.table_model import Table
from game.scenario.things import things

ROOTS: Mapping[str, tuple[str, type[Authored], tuple[str, ...] | None]] = {
    "reference-scenario": (COVER, Scenario, KEYS[COVER]),
    "reference-table": ("tables/ID.yaml", Table, None),
    "reference-events": (EVENTS, Scenario, KEYS[EVENTS]),
    "reference-endings": ("endings.yaml", Scenario, KEYS["endings.yaml"]),
    "reference-dossiers": ("dossiers.yaml", Dossiers, None),
    "reference-advisers": ("advisers.yaml", Scenario, KEYS["advisers.yaml"]),
    "reference-sources": ("sources.yaml", Scenario, KEYS["sources.yaml"]),
    "reference-calendar": ("calendar.yaml", Calendar, None),
    "reference-pages": ("codex/ID.md and briefs/ID.md", Page, None),
    "reference-map": (VIEW, Map, None),
    "reference-campaign": (f"{COVER} of a campaign", Campaign, OF_CAMPAIGNS[COVER]),
    "reference-actions": (ACTIONS, Campaign, OF_CAMPAIGNS[ACTIONS]),
    "reference-pressure": (PRESSURE, Campaign, OF_CAMPAIGNS[PRESSURE]),
    "reference-tests": (TESTS, CaseFile, None),
}
"""By page: the file it is about, its model, and the keys of it that stand there; `None` for all."""

SCALARS: Sequence[tuple[object, str]] = (
    (Text, "text"),
    (Texts, "a text, or a list of texts"),
    (Id, "an id"),
    (Ids, "an id, or a list of ids"),
    (Whole, "a whole number"),
    (Wholes, "a list of whole numbers"),
    (Hundredths, "a number with at most two decimals"),
    (Span, "a range such as 0-100"),
    (Yes, "yes or no"),
    (Day, "a date such as 1858-05-28"),
    (SeasonText, "a season and its year, such as autumn 1847"),
    (DaysText, "a year, a month or a day such as 1858-05-28"),
    (WhenText, "a year, a month or a day such as 1858-05-28; 05-28 for that day of any year"),
    (DayOfYearText, "a month and a day such as 11-16"),
    (Acting, "an id, or LIFE.OFFICE"),
    (Cast, "an id or LIFE.OFFICE, or a list of them"),
    (Clause, "a condition or a formula"),
    (Effects, "effects"),
    (SideText, "one of these words, or one of your own, of at most 30 letters"),
    (Lines, "a decision in words, or a list of them"),
    (Claims, "a condition, or as under Asked, or a list of these"),
)


BESIDES: Mapping[str, tuple[type[Authored], ...]] = {
    "reference-campaign": (Counsel, Consequence, OfSeasons)
}
"""By page: models of other files that it tells, since only a campaign has them."""


def reference_pages(folders: Sequence[FilePath]) -> dict[str, str]:
    """Return the pages of the reference as Markdown, by name.

    Examples come from the first of the scenarios' folders that has one.
    """
    examples = Examples(folders)
    seen: set[type] = set()
    pages = {
        name: _page(file, root, keys, seen, examples, BESIDES.get(name, ()))
        for name, (file, root, keys) in ROOTS.items()
    }
    return {
        **pages,
        "reference-effects": effects_page(),
        "reference-conditions": conditions_page(),
        "reference-faults": faults_page(),
        "reference-tests": pages["reference-tests"] + "\n".join(further_lines()) + "\n",
    }


class Examples:
    """The first thing of each kind in some scenarios' folders, as it stands there."""

    def __init__(self, folders: Sequence[FilePath]) -> None:
        self._found: dict[type, tuple[str, str]] = {}
        for folder in folders:
            gathering = Gathering(folder)
            whole = Campaign if gathering.is_campaign else Scenario
            scenario = whole.model_validate(gathering.written)
            for path, thing in things(scenario):
                if path and type(thing) not in self._found:
                    with suppress(KeyError):  # what an author left out stands in no file
                        file, lines = gathering.places.passage(path)
                        self._found[type(thing)] = (f"{folder.name}/{file}", lines)
            if isinstance(scenario, Scenario):
                self._add_tests(scenario, folder)

    def _add_tests(self, scenario: Scenario, folder: FilePath) -> None:
        for placed in Cases(scenario, folder, scenario):
            at = placed.path
            asked = [n for n, claim in enumerate(placed.case.then) if isinstance(claim, Asked)]
            parts: list[tuple[type, Path]] = [(Case, at), (Given, (*at, "given"))]
            parts += [(Asked, (*at, "then", n)) for n in asked[:1]]
            for kind, path in parts:
                with suppress(KeyError):
                    file, lines = placed.places.passage(path)
                    self._found.setdefault(kind, (f"{folder.name}/{file}", lines))

    def of(self, kind: type) -> tuple[str, str] | None:
        """Return a file and the lines in it that say a thing of this kind; `None` for none."""
        return self._found.get(kind)


def _page(
    file: str,
    root: type[Authored],
    keys: tuple[str, ...] | None,
    seen: set[type],
    examples: Examples,
    besides: tuple[type[Authored], ...] = (),
) -> str:
    waiting = [*_within(root, keys), *besides]
    lines = [f"# {file}", "", *_keys_of(root, keys)]
    while waiting:
        kind = waiting.pop(0)
        if kind in seen:
            continue
        seen.add(kind)
        lines += [
            "",
            f"## {kind.__name__}",
            "",
            _for_authors(sentence_of(kind)),
            "",
            *_keys_of(kind, None),
        ]
        if (example := examples.of(kind)) is not None:
            lines += ["", f"In `{example[0]}`:", "", "```yaml", example[1], "```"]
        waiting = [*_within(kind, None), *waiting]
    return "\n".join(lines) + "\n"


def _fields(
    model: type[Authored], keys: tuple[str, ...] | None
) -> Iterator[tuple[str, str, FieldInfo, Any]]:
    """Yield key, attribute, field and type of what an author may write in a model."""
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        key = field.alias or name
        wanted = key in keys if keys is not None else (model, key) not in NOT_WRITTEN
        if wanted:
            yield key, name, field, hints[name]


NOT_WRITTEN = {(Scenario, "digest"), (Scenario, "history"), (Scenario, "history-notes")}
"""Attributes that are worked out and stand in no file."""


ELSEWHERE = (Table, Counsel, Consequence, OfSeasons)
"""Models that are told on another page than the one that names them: a table, and what only a
campaign has."""


def _within(model: type[Authored], keys: tuple[str, ...] | None) -> Iterator[type[Authored]]:
    """Yield the models that stand in a model, in order; a table has a page of its own."""
    for _, _, _, hint in _fields(model, keys):
        for kind in _members(hint):
            if isinstance(kind, type) and issubclass(kind, Authored) and kind not in ELSEWHERE:
                yield kind


def _members(hint: Any) -> Iterator[Any]:
    if get_args(hint):
        for part in get_args(hint):
            yield from _members(part)
    else:
        yield hint


def _keys_of(model: type[Authored], keys: tuple[str, ...] | None) -> Iterator[str]:
    said = sentences_within(model)
    for key, name, field, hint in _fields(model, keys):
        sentence = _for_authors(said.get(name) or EVERYWHERE.get(key, ""))
        told = f" {sentence}" if sentence else ""
        yield f"- `{key}` ({_kind(hint)}; {_need(field)}){told}"
        for word, meaning in _words(hint):
            yield f"    - `{word}`: {meaning}"


def _for_authors(sentence: str) -> str:
    """Return a sentence of the source in the words of who writes YAML.

    >>> _for_authors("It holds only then; `None` always. In points; kept in hundredths.")
    'It holds only then; left out, always. In points.'
    """
    told = sentence.replace("`None`", "left out,").replace("; kept in hundredths", "")
    return re.sub(r"(?<!\n)\n(?!\n)", " ", told)


def _need(field: FieldInfo) -> str:
    if field.is_required():
        return "needed"
    match field.default:
        case bool(answer):
            return f"{'yes' if answer else 'no'} if left out"
        case StrEnum() | int() as value:
            return f"{value} if left out"
        case _:
            return "may be left out"


def _kind(hint: Any) -> str:
    for scalar, words in SCALARS:
        if hint == scalar:
            return words
    arguments = [part for part in get_args(hint) if part is not type(None)]
    origin = get_origin(hint)
    if isinstance(origin, type) and issubclass(origin, ById):
        if arguments[0] is Table:
            return "a list of ids"
        return f"by id: {_kind(arguments[0])}"
    if origin is tuple:
        return f"a list: {_kind(arguments[0])}"
    if isinstance(hint, type) and issubclass(hint, Table):
        return "an id"
    if isinstance(hint, type) and issubclass(hint, Authored):
        return f"as under {hint.__name__}"
    if _enum(hint):
        return "one of these words"
    return _kind(arguments[0])


def _enum(hint: Any) -> type[StrEnum] | None:
    for kind in _members(hint):
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return kind
    return None


def _words(hint: Any) -> Iterator[tuple[str, str]]:
    """Yield the words of a closed list with what each means."""
    kind = _enum(hint)
    if kind is not None:
        said = sentences_within(kind)
        yield from ((member.value, said[member.name]) for member in kind)
