"""What is told of a scenario that is broken, beside that: what does not hang on the broken part.

Its tests use names, and words of decisions; its record and its zone ask the rules of the table.
Whoever mends a title should not meet them only then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from game.files.cases import Cases, unreadable
from game.files.document import Document
from game.files.folders import COVER
from game.files.mending import A_GUESS, Hole
from game.files.shadows import SHADOWS, is_hidden, lines_by_word
from game.scenario import Scenario
from game.scenario.authored import ById
from game.scenario.faults import Code, Fault
from game.scenario.faults import Path as Keys

EVENTS, TABLE = "events", "table"
PLAYED = frozenset({"seats", "tracks", "starts", TABLE, EVENTS})
"""The sections that the rules are made of."""
_FOLDERS = {"tables": TABLE, EVENTS: EVENTS}
_BESIDE = frozenset({"source", "life", "cast", "knows", "sails", "at", "word-from"})
"""Keys within them that tell where something comes from, and when; no rule asks for it."""
_OF_DATES = frozenset(
    {Code.NOT_ALIVE, Code.OUT_OF_OFFICE, Code.NOT_YET, Code.TOO_FAST, Code.ICE_BOUND}
)


def broken_sections(
    found: Iterable[Fault], holes: Iterable[Hole], documents: Iterable[Document]
) -> frozenset[str]:
    """Return the sections of a scenario in which something may be wrong that the rules ask for.

    All that was found is needed for it, what may only follow from something else, too.
    """
    of_holes = (_section(hole.path) for hole in holes)
    of_faults = (each for fault in found if fault.is_error for each in _sections(fault))
    of_files = (each for document in documents for each in _sections_of_file(document))
    return frozenset((*of_holes, *of_faults, *of_files))


def _sections(fault: Fault) -> Iterator[str]:
    if fault.code in _OF_DATES or fault.code is Code.UNKNOWN_SOURCE:
        return
    if fault.code in SHADOWS and _section(fault.path):
        yield EVENTS  # a scene, a choice or a note may be misspelt where it is given
    yield _section(fault.path)


def _sections_of_file(document: Document) -> Iterator[str]:
    """Yield what is perhaps not as its author meant it, for what is wrong with the file as such."""
    if any(f.is_error and not _is_misspelt_key(f) for f in document.faults):
        folder, slash, _ = document.file.partition("/")
        # Of a cover that cannot be read nobody knows which section it is.
        yield TABLE if document.file == COVER else _FOLDERS.get(folder, "") if slash else ""


def _is_misspelt_key(fault: Fault) -> bool:
    """Return whether a key is misspelt, which is read all the same."""
    return fault.code is Code.UNKNOWN_KEY and fault.hint.startswith(A_GUESS)


def _section(path: Keys) -> str:
    return "" if not path or _BESIDE & set(map(str, path)) else str(path[0])


def playable(scenario: Scenario | None, broken: frozenset[str]) -> Scenario | None:
    """Return what rules can be made of: all of a scenario, or all but the scenes."""
    if scenario is None or broken & PLAYED - {EVENTS}:
        return None
    return scenario.model_copy(update={EVENTS: ById()}) if EVENTS in broken else scenario


def of_tests(
    scenario: Scenario | None, played: Scenario | None, documents: Sequence[Document], folder: Path
) -> Iterator[Fault]:
    """Yield what is wrong with the tests of a broken scenario.

    A word that stands anywhere in it, or is like none that does, may be right once it is mended,
    and is not told.
    """
    if scenario is None or not all(document.text for document in documents):
        yield from unreadable(folder)
        return
    lines = lines_by_word(documents)
    for fault in Cases(scenario, folder, played).faults:
        if fault.code is Code.BAD_RANGE and played is not scenario:
            continue  # a limit may be lost
        is_name = fault.code in SHADOWS or fault.code is Code.BAD_DECISION
        if not is_name or ("did you mean" in fault.hint and not is_hidden(fault, lines)):
            yield fault
