"""The blocks of a transcript in HTML."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.blocks import (
    Block,
    Clause,
    Deed,
    Ended,
    Looked,
    Page,
    Paper,
    Remarks,
    Scene,
    Stopped,
    Told,
    paragraphs_of,
)
from game.coach.html_text import Markup, as_it_stands, element, joined, wrapped
from game.coach.redline import Ink, redline
from game.coach.words_for import sentence

DEEPEST = 6
"""The last level of heading that there is."""


def heading(level: int, text: str) -> Markup:
    """Return a heading; what would be deeper than the last level is of that level."""
    return element(f"h{min(level, DEEPEST)}", text)


def in_html(block: Block, level: int) -> Iterator[Markup]:
    """Yield a block; headings in it are of a level and the one below."""
    match block:
        case Scene(title, place, text, rests_on):
            head = [element("strong", title)]
            head += [element("span", place, class_="place")] if place else []
            parts = [element("p", joined(head, " ")), element("p", text)]
            parts += [element("p", rests_on, class_="place")] if rests_on else []
            yield wrapped("blockquote", parts)
        case Deed(text):
            yield element("p", text, class_="deed")
        case Told(lines):
            for said in paragraphs_of(lines):
                if said.text:
                    yield element("p", said.text)
                if said.items:
                    yield listed(said.items)
        case Paper():
            yield from _paper(block)
        case Remarks():
            yield _remarks(block)
        case Looked(text):
            yield element("p", element("em", text))
        case Ended():
            yield heading(level, "How it ended")
            yield element("p", verdict(block))
        case Page(title, paragraphs):
            yield heading(level + 1, title)
            yield from (element("p", paragraph) for paragraph in paragraphs)
        case Stopped(text, untold):
            yield element("p", text, class_="deed")
            if untold:
                yield listed(untold)


def verdict(ended: Ended) -> Markup:
    """Return how a line ended, in the colour of the verdict and in words."""
    return element("span", sentence(ended.said), class_=f"verdict {ended.verdict}")


def listed(texts: tuple[str, ...]) -> Markup:
    """Return texts as a list."""
    return wrapped("ul", (element("li", text) for text in texts))


def _remarks(remarks: Remarks) -> Markup:
    heads = [element("strong", "In the margin:")]
    if remarks.glyph:
        heads.append(element("span", remarks.glyph, class_="glyph"))
    if remarks.name:
        heads.append(element("span", f"“{remarks.name}”"))
    notes = (element("p", line) for line in remarks.note)
    return wrapped("aside", (element("p", joined(heads, " ")), *notes))


def _paper(paper: Paper) -> Iterator[Markup]:
    if paper.clauses:
        is_first = paper.clauses[0].was is None
        head = ("Clause", "What it says") if is_first else ("Clause", "Before", "Now")
        columns = (element("th", column, scope="col") for column in head)
        rows = (wrapped("tr", _cells(clause)) for clause in paper.clauses)
        yield wrapped(
            "table",
            (
                element("caption", paper.said),
                wrapped("thead", (wrapped("tr", columns),)),
                wrapped("tbody", rows),
            ),
        )
    else:
        yield element("p", paper.said)
    if paper.rest:
        yield element("p", paper.rest)
    if paper.land:
        yield element("p", "On the map:")
        yield listed(paper.land)


def _cells(clause: Clause) -> Iterator[Markup]:
    yield element("th", clause.label, scope="row")
    if clause.was is None:
        yield element("td", clause.now)
        return
    words = redline(clause.was, clause.now)
    for drawn, name in ((Ink.GONE, "del"), (Ink.COME, "ins")):
        seen = (word for word in words if word.ink in (Ink.SAME, drawn))
        parts = (_inked(word.text, name if word.ink is drawn else "") for word in seen)
        yield wrapped("td", parts)


def _inked(text: str, name: str) -> Markup:
    """Return words in the element of their ink, if they have one; the space after them is not."""
    if not name:
        return as_it_stands(text)
    marked = text.rstrip()
    return joined((element(name, as_it_stands(marked)), as_it_stands(text[len(marked) :])))
