"""The author's handbook: pages of plain Markdown beside the scenario that its tutorial ends in."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from game.errors import UsageError
from game.files.docstrings import sentences_within
from game.files.folders import shipped
from game.scenario.faults import Code, nearest_of

HANDBOOK = "handbook"
PAGES = "pages"
FAULTS = "faults"

ORDER = (
    "contents",
    "tutorial",
    "points",
    "fairness",
    "citing",
    "dates",
    "balance",
    "tools",
    "reference-scenario",
    "reference-table",
    "reference-events",
    "reference-effects",
    "reference-conditions",
    "reference-endings",
    "reference-dossiers",
    "reference-advisers",
    "reference-sources",
    "reference-calendar",
    "reference-pages",
    "reference-map",
    "reference-tests",
    "reference-faults",
)
"""The pages as one reads them; what is not named here comes after, by its name."""


class HandbookPage(NamedTuple):
    """A page of the handbook."""

    name: str
    """What one asks for it by; a page on a fault has the code's name."""
    title: str
    text: str
    """Markdown, the title line included."""


def pages_folder() -> Path:
    """Return the folder of the handbook's pages."""
    return shipped() / HANDBOOK / PAGES


def fault_pages() -> Path:
    """Return the folder of the pages that explain a kind of fault each, one for each code."""
    return pages_folder() / FAULTS


def handbook_pages() -> list[HandbookPage]:
    """Return the pages in the order of reading, without those on single faults."""
    pages = {path.stem: _read(path) for path in pages_folder().glob("*.md")}
    named = [pages.pop(name) for name in ORDER if name in pages]
    return [*named, *(pages[name] for name in sorted(pages))]


def handbook_page(name: str) -> HandbookPage:
    """Return a page by its name, or the page on a fault by its code.

    Raises `UsageError` when there is none.
    """
    pages = {path.stem: path for path in pages_folder().rglob("*.md")}
    if name not in pages:
        raise UsageError(f"the handbook has no page '{name}': {nearest_of(name, pages)}")
    return _read(pages[name])


def explained(code: str) -> str:
    """Return the page of a code, or a sentence where none is written; raises `UsageError`."""
    if code not in set(Code):
        raise UsageError(f"there is no fault called '{code}'; {nearest_of(code, set(Code))}")
    page = fault_pages() / f"{code}.md"
    if not page.is_file():
        return f"{code}: {sentences_within(Code)[Code(code).name]}"
    return page.read_text(encoding="utf-8").rstrip()


def _read(path: Path) -> HandbookPage:
    text = path.read_text(encoding="utf-8")
    title = text.partition("\n")[0].lstrip("# ").strip()
    return HandbookPage(path.stem, title, text)
