"""The pages of the author's handbook that explain a kind of fault each, with an example."""

from __future__ import annotations

from pathlib import Path

from game.errors import UsageError
from game.files.docstrings import sentences_within
from game.files.folders import shipped
from game.scenario.faults import Code, nearest_of


def fault_pages() -> Path:
    """Return the folder of the pages, one for each code."""
    return shipped() / "handbook" / "pages" / "faults"


def explained(code: str) -> str:
    """Return the page of a code, or a sentence where none is written; raises `UsageError`."""
    if code not in set(Code):
        raise UsageError(f"there is no fault called '{code}'; {nearest_of(code, set(Code))}")
    page = fault_pages() / f"{code}.md"
    if not page.is_file():
        return f"{code}: {sentences_within(Code)[Code(code).name]}"
    return page.read_text(encoding="utf-8").rstrip()
