"""A transcript in Markdown: a handout of one line, and where others part from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.coach.blocks import (
    Block,
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
from game.coach.glossary import WORDS, glossary
from game.coach.handout_tree import LEGEND, tree_lines
from game.coach.markdown import escaped, fenced, row, strong
from game.coach.transcript import Passage, Strand, Transcript
from game.coach.words_for import sentence
from game.record import OPENING
from game.record.outline import Row

OF_VARIATIONS = (
    "Each variation by its first difference, with the node at which one stands after it."
)
NO_BEFORE = ("Clause", "What it says")
BEFORE = ("Clause", "Before", "Now")


def told_in_markdown(told: Transcript, path: Iterable[int], rows: Iterable[Row]) -> str:
    """Return the line through a path's nodes as a handout in Markdown.

    `rows` are those of the play's outline.
    """
    line, strand = told.line_through(path)
    head = [f"# {escaped(told.title)}", "\n".join(_facts(told))]
    for brief in told.briefs:
        head += [f"## {escaped(brief.heading)}", *map(escaped, brief.paragraphs)]
    parts = [part for remarks in told.beside for part in _block(remarks)]
    parts += _line(line)
    for block in strand.closing:
        parts += _block(block)
        if isinstance(block, Ended):
            parts.append(escaped(told.measure))
    if len(told.strands) > 1:
        of_numbers = "" if strand.end else f" {told.measure}"
        parts += ["## Where the lines part", escaped(f"{OF_VARIATIONS}{of_numbers}")]
        here = {passage.nodes[0][0] for passage in line}
        parted = (_parting(each, here) for each in told.strands.values() if each.said)
        parts.append("\n".join(parted))
    tree = fenced(line for row in tree_lines(told, rows) for line in row.split("\n"))
    parts += ["## The tree of the play", escaped(LEGEND), "\n".join(tree)]
    text = "\n\n".join(parts)
    words = [f"- {strong(term.title)}: {escaped(term.said)}" for term in glossary(told.terms, text)]
    if words:
        parts += [f"## {WORDS}", "\n".join(words)]
    for page in told.questions:
        asked = "\n".join(f"- {escaped(question)}" for question in page.paragraphs)
        parts += [f"## {escaped(page.heading)}", asked]
    return "\n\n".join((*head, *parts))


def _facts(told: Transcript) -> Iterator[str]:
    for fact in told.facts:
        yield f"- {strong(fact.label)}: {escaped(fact.text)}"


def _line(passages: Iterable[Passage]) -> Iterator[str]:
    day = ""
    for passage in passages:
        if passage.day != day:
            day = passage.day
            yield f"## {escaped(day)}"
        yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[str]:
    """Yield a passage; behind the first thing decided in it the node where one stands after it."""
    number = f"node {passage.stands}"
    parts = [part for _, blocks in passage.nodes for block in blocks for part in _block(block)]
    at = next((at for at, part in enumerate(parts) if part.startswith("**")), 0)
    for place, part in enumerate(parts):
        yield f"{part} *({number})*" if place == at else part


def _block(block: Block) -> Iterator[str]:
    """Yield the parts of a block; an empty line goes between any two."""
    match block:
        case Scene(title, place, text, rests_on):
            where = f" *{escaped(place)}*" if place else ""
            cited = f"\n>\n> *{escaped(rests_on)}*" if rests_on else ""
            yield f"> {strong(title)}{where}\n>\n> {escaped(text)}{cited}"
        case Deed(text):
            yield strong(text)
        case Told(lines):
            for said in paragraphs_of(lines):
                if said.text:
                    yield escaped(said.text)
                if said.items:
                    yield "\n".join(f"- {escaped(item)}" for item in said.items)
        case Paper():
            yield from _paper(block)
        case Remarks(glyph, name, note):
            named = f"“{name}”" if name else ""
            heads = [escaped(head) for head in (glyph, named) if head]
            yield f"> *In the margin:* {' '.join(heads)}".rstrip() + "".join(
                f"\n>\n> {escaped(line)}" for line in note
            )
        case Looked(said):
            yield f"*{escaped(said)}*"
        case Ended(said, _):
            yield "## How it ended"
            yield strong(sentence(said))
        case Page(heading, paragraphs):
            yield f"### {escaped(heading)}"
            yield from map(escaped, paragraphs)
        case Stopped(said, untold):
            yield strong(said)
            if untold:
                yield "\n".join(f"- {escaped(line)}" for line in untold)


def _paper(paper: Paper) -> Iterator[str]:
    yield escaped(paper.said)
    if paper.clauses:
        is_first = paper.clauses[0].was is None
        head = NO_BEFORE if is_first else BEFORE
        rows = [row(*head), row(*("---" for _ in head))]
        for label, now, was in paper.clauses:
            cells = (label, now) if was is None else (label, was, now)
            rows.append(row(*(escaped(cell) for cell in cells)))
        yield "\n".join(rows)
    if paper.rest:
        yield escaped(paper.rest)
    if paper.land:
        yield "On the map:"
        yield "\n".join(f"- {escaped(line)}" for line in paper.land)


def _parting(strand: Strand, here: set[int]) -> str:
    """Return an item of the list of variations; `here` are the nodes that begin what was told."""
    where = "at the opening" if strand.parts_from == OPENING else f"after node {strand.parts_from}"
    day = f", {strand.passages[0].day}" if strand.passages else ""
    end = strand.end
    how = "told above" if strand.first in here else end.said if end else "goes no further"
    text = f"({where}{day}): {strand.said}; {how}"
    return f"- **{strand.differs}** {escaped(text)}"
