"""What is told of a scenario that is broken, beside that: what does not hang on the broken part.

Its tests use names, and words of decisions; its record and its zone ask the rules of the table.
Whoever mends a title should not meet them only then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from game.files.cases import Cases, unreadable
from game.files.folders import COVER
from game.files.mending import A_GUESS
from game.files.restricted_yaml import Document
from game.files.shadows import is_hidden, lines_by_word
from game.scenario import Scenario
from game.scenario.authored import ById
from game.scenario.faults import Code, Fault

EVENTS = "events"
PLAYED = frozenset({"seats", "tracks", "starts", "table", EVENTS})
"""The sections that the rules are made of."""
_FOLDERS = {"tables": "table", EVENTS: EVENTS}
_BESIDE = frozenset({"source", "life", "cast", "knows", "sails", "at", "word-from"})
"""Keys within them that tell where something comes from, and when; no rule asks for it."""
_OF_DATES = frozenset(
    {Code.NOT_ALIVE, Code.OUT_OF_OFFICE, Code.NOT_YET, Code.TOO_FAST, Code.ICE_BOUND}
)


def playable(scenario: Scenario | None, found: Sequence[Fault]) -> Scenario | None:
    """Return what rules can be made of despite what was found: all of it, or all but the scenes."""
    if scenario is None:
        return None
    broken = {_section(fault) for fault in found if fault.is_error} & PLAYED
    if broken == {EVENTS}:
        return scenario.model_copy(update={EVENTS: ById()})
    return None if broken else scenario


def _section(fault: Fault) -> str:
    """Return the section of the scenario in which something is wrong."""
    if fault.code in _OF_DATES or fault.code is Code.UNKNOWN_SOURCE:
        return ""
    if fault.path:
        return "" if _BESIDE & set(map(str, fault.path)) else str(fault.path[0])
    if fault.code is Code.UNKNOWN_KEY and fault.hint.startswith(A_GUESS):
        return ""  # a key that is misspelt is read all the same
    folder, slash, _ = fault.file.partition("/")
    # Of a cover that cannot be read nobody knows which section it is.
    return "table" if fault.file == COVER else _FOLDERS.get(folder, "") if slash else ""


def of_tests(
    scenario: Scenario | None, played: Scenario | None, documents: Sequence[Document], folder: Path
) -> Iterator[Fault]:
    """Yield what is wrong with the tests of a broken scenario.

    A word that stands anywhere in it may be right once it is mended, and is not told.
    """
    if scenario is None or not all(document.text for document in documents):
        yield from unreadable(folder)
        return
    lines = lines_by_word(documents)
    yield from (
        fault for fault in Cases(scenario, folder, played).faults if not is_hidden(fault, lines)
    )
