"""What `amur check` says of faults: a line each for tools, a few short ones at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from game.cli.plain_text import ended, wrapped
from game.coach.visible import visible
from game.coach.words_for import counted
from game.scenario.faults import remedy

if TYPE_CHECKING:
    from game.scenario.faults import Fault, Place

Found = Sequence[tuple[str, "Fault"]]
"""Faults, each with the scenario as it was named."""

MOST_TOLD = 200
"""Faults of all scenarios that are told in words; the rest is counted."""
MOST_KINDS = 4
"""Codes that the last line counts."""
INDENT = "    "


def told(found: Found, *, is_terminal: bool, names_scenario: bool) -> Iterator[str]:
    """Yield the faults in words, what keeps a scenario from being played first."""
    in_order = sorted(found, key=lambda each: not each[1].is_error)
    for path, fault in in_order[:MOST_TOLD]:
        where = f"{path}: " if names_scenario else ""
        yield _block(where, fault) if is_terminal else _line(where, fault)


def _line(where: str, fault: Fault) -> str:
    kind = "" if fault.is_error else " [warning]"
    return visible(f"{where}{fault}{kind}").replace("\n", " ")


def _block(where: str, fault: Fault) -> str:
    place = f"{where}{fault.file}:{fault.line}:{fault.column}"
    head = visible(f"{place}  {fault.severity}: {fault.code}").replace("\n", " ")
    see = ", ".join(dict.fromkeys(f"{there.file}:{there.line}" for there in fault.also))
    parts = [wrapped(ended(fault.message), INDENT)]
    if see:
        parts.append(wrapped(f"See {see}.", INDENT))
    parts.append(wrapped(f"To mend it: {ended(remedy(fault.hint))}", INDENT))
    return "\n".join([head, *parts])


def summary(found: Found) -> str:
    """Return how many faults there are, of which kinds, and how to learn more."""
    errors = sum(fault.is_error for _, fault in found)
    files = len({(path, fault.file) for path, fault in found})
    counts = [
        counted(count, word)
        for count, word in ((errors, "error"), (len(found) - errors, "warning"))
        if count
    ]
    kinds = Counter(str(fault.code) for _, fault in found).most_common()
    named = [f"{count:,} {code}" for code, count in kinds[:MOST_KINDS]]
    others = [f"{len(kinds) - MOST_KINDS} other kinds"] if len(kinds) > MOST_KINDS + 1 else []
    others += [f"1 {kinds[-1][0]}"] if len(kinds) == MOST_KINDS + 1 else []
    said = f"{', '.join(counts)} in {counted(files, 'file')}"
    if len(found) > 1:
        said += f": {', '.join([*named, *others])}"
    rest = len(found) - MOST_TOLD
    if rest > 0:
        said += f"; {rest:,} of them are not shown, --json has them all"
    worst = next((fault for _, fault in found if fault.is_error), found[0][1])
    return f"{said} (--explain {worst.code} says more)"


def row(fault: Fault) -> dict[str, Any]:
    """Return a fault as tools read it; `also` is where else one must look."""
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "code": str(fault.code),
        "severity": str(fault.severity),
        "message": fault.message,
        "hint": fault.hint,
        "also": [_place(there) for there in fault.also],
    }


def _place(place: Place) -> dict[str, str | int]:
    return {"file": place.file, "line": place.line, "column": place.column}
