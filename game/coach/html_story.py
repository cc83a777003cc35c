"""The lines of a transcript in HTML: the main one, and every variation once.

A variation is folded where it parts. Beyond what headings can count, variations of variations
stand by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.block_html import DEEPEST, heading, in_html, verdict
from game.coach.html_text import Markup, element, escaped, joined, wrapped
from game.coach.transcript import Passage, Strand, Transcript
from game.record import OPENING

DAY = 3
"""The level of heading of a day on the main line."""


class Story:
    """Tells the strands of a transcript."""

    def __init__(self, told: Transcript) -> None:
        self.told = told
        self.later: list[Strand] = []
        """Strands that no heading is left for where they part."""

    def strand(self, strand: Strand, level: int) -> Iterator[Markup]:
        """Yield a strand, its days under headings of a level, its variations folded in it."""
        day = ""
        folded = strand.variations.get(OPENING, ()) if strand.first == OPENING else ()
        for passage in strand.passages:
            if passage.day != day:
                day = passage.day
                yield heading(level, day)
            yield from self._folded(folded, level)
            yield from _passage(passage, level)
            folded = strand.variations.get(passage.stands, ())
        yield from self._folded(folded, level)
        for block in strand.closing:
            yield from in_html(block, level)

    def alone(self, strand: Strand) -> Iterator[Markup]:
        """Yield a strand under a heading of its own."""
        yield element(f"h{DAY}", f"Node {strand.differs}", id=f"from-{strand.first}")
        where = element("a", f"node {strand.parts_from}", href=f"#node-{strand.parts_from}")
        parting = joined((escaped(f"{strand.said}; after"), where), " ")
        yield element("p", parting)
        yield from self.strand(strand, DAY + 1)

    def _folded(self, variations: tuple[int, ...], level: int) -> Iterator[Markup]:
        for first in variations:
            strand = self.told.strands[first]
            if level < DEEPEST:
                parts = (element("summary", summary(strand)), *self.strand(strand, level + 1))
                yield wrapped("details", parts, id=f"from-{first}")
            else:
                self.later.append(strand)
                link = element("a", f"Node {strand.differs}", href=f"#from-{first}")
                yield element("p", joined((link, summary(strand)), ": "))


def summary(strand: Strand) -> Markup:
    """Return a variation in one line: its node, its first difference, and how it ends."""
    return joined((element("b", str(strand.differs)), escaped(strand.said), how(strand)), " ")


def how(strand: Strand) -> Markup:
    """Return how a line ends, in short."""
    end = strand.end
    return element("span", "Goes no further.") if end is None else verdict(end)


def _passage(passage: Passage, level: int) -> Iterator[Markup]:
    """Yield a passage, its number before the first thing that it tells."""
    is_numbered = False
    for node, blocks in passage.nodes:
        parts = [part for block in blocks for part in in_html(block, level)]
        if parts and not is_numbered:
            is_numbered = True
            link = element("a", str(passage.stands), class_="number", href=f"#node-{node}")
            parts.insert(0, link)
        yield wrapped("div", parts, class_="node", id=f"node-{node}")
