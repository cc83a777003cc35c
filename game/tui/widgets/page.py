"""A page of the codex: its title, its kind, its text, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from game.tui.texts import lines, plain, said
from game.tui.widgets.prose import Prose, paragraphs

if TYPE_CHECKING:
    from game.scenario.model import Page, Source

KINDS = {
    "person": ("P", "Persons"),
    "place": ("L", "Places"),
    "term": ("T", "Terms"),
    "contested": ("?", "Contested"),
    "rule": ("§", "Rules"),
    "brief": ("B", "Briefs"),
}
"""Each kind of page, by its word in the format: a letter and a heading."""

SIDES = {"Russian": "$russia", "Qing": "$qing", "British": "$primary", "modern": "$text-muted"}
WEIGHTS = {
    "firm": "●●● firm",
    "partisan": "●●○ partisan",
    "popular": "●○○ popular",
    "design": "○○○ made for the game",
}
"""How far a source can be trusted, as dots and in a word."""


class PageView(Prose):
    """Shows one page."""

    def show_page(self, page: Page, sources: Mapping[str, Source]) -> None:
        """Show a page and the sources it names."""
        self.show(*page_parts(page, sources))


def page_parts(page: Page, sources: Mapping[str, Source]) -> Iterator[Content]:
    """Yield the parts of a page from its title to its sources."""
    kind = KINDS.get(page.kind.value, ("", page.kind.value))[1]
    yield lines((page.title, "bold $secondary"), (kind, "$text-muted"))
    yield from paragraphs(page.text)
    yield from rests_on(page.source, sources)


def rests_on(ids: Iterable[str], sources: Mapping[str, Source]) -> Iterator[Content]:
    """Yield in one paragraph the sources that something rests on; nothing where none are cited."""
    cited = [cited_line(id, sources.get(id)) for id in ids]
    if cited:
        yield lines(("Rests on", "bold $text-muted"), *cited)


def cited_line(id: str, source: Source | None) -> Content:
    """Return one source: whose account it is, what weight it has, its title, where it was read.

    A source that the scenario does not describe is told by its id.
    """
    if source is None:
        return plain(id, style="$text-muted")
    read = ("\n  ", (f"Read at {source.read_at}", "$text-muted")) if source.read_at else ()
    return said(
        (source.side, SIDES.get(source.side, "$text-muted")),
        (" · " + WEIGHTS.get(source.weight.value, source.weight.value), "$text-muted"),
        "\n  ",
        source.cite,
        *read,
    )
