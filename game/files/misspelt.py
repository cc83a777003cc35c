"""Whether a name is misspelt where it is given or where it is used: told once, and at its place.

Whoever gives a thing a misspelt id leaves every use of it without a meaning; whoever misspells a
use leaves the thing unused. Where there are several uses it is told once, where it is given.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.files.document import Document
from game.files.shadows import subject
from game.scenario.faults import Code, Fault, Place, Severity

_UNKNOWN = frozenset(
    {
        Code.UNKNOWN_ID,
        Code.UNKNOWN_NAME,
        Code.UNKNOWN_WORD,
        Code.UNKNOWN_SOURCE,
        Code.NOTE_NEVER_SET,
    }
)
_UNUSED = frozenset({Code.UNUSED_SOURCE, Code.NOTE_NEVER_READ})
_MEANT = re.compile(r"did you mean (?:note\.|offer\.)?([a-z0-9-]+)\?")
_PART = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def told_once(found: list[Fault], documents: Iterable[Document]) -> list[Fault]:
    """Return the faults with those that come of one misspelt id told as one."""
    uses: dict[tuple[str, str], list[Fault]] = defaultdict(list)
    for fault in found:
        meant = _MEANT.search(fault.hint) if fault.code in _UNKNOWN else None
        if meant is not None:
            uses[_word_of(fault), meant[1]].append(fault)
    if not uses:
        return found
    texts = list(documents)
    words = Counter(word for document in texts for word in _WORD.findall(document.text))
    parts = Counter(p for document in texts for p in _PART.findall(document.text.casefold()))
    unknown = {used for used, _ in uses}
    gone: set[Fault] = set()
    told: list[Fault] = []
    for (used, given), faults in uses.items():
        if given in unknown and words[given] == 1:
            gone.update(faults)
            continue
        of_given, of_use = _slips(given, used, words, parts), _slips(used, given, words, parts)
        if words[given] == 1 and (of_given or (len(faults) > 1 and not of_use)):
            gone.update(faults)
            told += _at_definition(used, given, faults, texts)
        unused = [fault for fault in found if fault.code in _UNUSED and _word_of(fault) == given]
        gone.update(unused)  # whichever of the two is the slip, it is told once
        for fault in [] if faults[0] in gone else faults:
            there = (Place(each.file, each.line, each.column) for each in unused)
            gone.add(fault)
            told.append(replace(fault, also=(*fault.also, *there)))
    return [fault for fault in found if fault not in gone] + told


def _slips(word: str, other: str, words: Counter[str], parts: Counter[str]) -> bool:
    """Return whether a word has a part that occurs in no other word, unlike the other."""
    own, others = (set(_PART.findall(id)) for id in (word, other))
    is_odd = any(parts[part] <= words[word] for part in own - others)
    return is_odd and all(parts[part] > words[other] for part in others - own)


def _at_definition(
    used: str, given: str, faults: list[Fault], documents: list[Document]
) -> Iterator[Fault]:
    for document in documents:
        for match in _WORD.finditer(document.text):
            if match[0] == given:
                before = document.text.rfind("\n", 0, match.start())
                line = document.text.count("\n", 0, match.start()) + 1
                places = f"{faults[0].file}:{faults[0].line}"
                yield replace(
                    faults[0],
                    file=document.file,
                    line=line,
                    column=match.start() - before,
                    severity=Severity.ERROR,
                    message=f"{given} is called {used} where it is used, {len(faults)} times",
                    hint=f"call it {used}; the first use is at {places}",
                )


def _word_of(fault: Fault) -> str:
    """Return the id that a fault speaks of, without what it is an option or a note of."""
    return subject(fault.message).strip("'“”").removeprefix("note.").removeprefix("offer.")
