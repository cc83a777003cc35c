"""The author's handbook: pages of plain Markdown beside the scenario that its tutorial ends in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from game.errors import UsageError
from game.files.docstrings import sentences_within
from game.files.folders import shipped
from game.files.handbook_keys import Told, told_in
from game.scenario.faults import Code, did_you_mean, nearest_of

HANDBOOK = "handbook"
PAGES = "pages"
FAULTS = "faults"
REFERENCE = "reference-"

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
    "reference-campaign",
    "reference-actions",
    "reference-pressure",
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
    """Return a page by its name, the page on a fault by its code, or what is told of a key.

    Raises `UsageError` when there is none.
    """
    pages = {path.stem: path for path in pages_folder().rglob("*.md")}
    if name in pages:
        return _read(pages[name])
    keys = [told for page in handbook_pages() for told in _keys_of(page)]
    if found := [told for told in keys if name in told.names]:
        return HandbookPage(name, f"What the reference says of `{name}`", _told(name, found))
    known = [*pages, *(key for told in keys for key in told.names)]
    near = did_you_mean(name, known) or "`amur handbook` lists the pages"
    raise UsageError(f"the handbook has no page '{name}', and knows no such key: {near}")


def _keys_of(page: HandbookPage) -> Iterator[Told]:
    if page.name.startswith(REFERENCE):
        yield from told_in(page.name, page.text)


def _told(name: str, found: Iterable[Told]) -> str:
    """Return a page with all that the reference says of a key, and where."""
    parts = [f"# What the reference says of `{name}`"]
    for told in found:
        key, *words = told.lines
        meant = words if told.key == name else [word for word in words if f"`{name}`:" in word]
        parts += [f"In `{told.page}`, {told.chapter}:", "\n".join([key, *meant])]
    return "\n\n".join(parts) + "\n"


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
