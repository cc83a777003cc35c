"""The tree of a transcript in HTML: nested lists, each row a link to where it is told."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.block_html import DEEPEST
from game.coach.blocks import Remarks
from game.coach.html_story import DAY, how, summary
from game.coach.html_text import Markup, element, escaped, joined, wrapped
from game.coach.transcript import Passage, Strand, Transcript
from game.record import OPENING


class Tree:
    """Shows the outline of a transcript in nested lists, each row a link to what is told of it."""

    def __init__(self, told: Transcript) -> None:
        self.told = told
        self.later: list[Strand] = []

    def all(self) -> Iterator[Markup]:
        """Yield the lists: the whole tree, and what stands too deep in it."""
        yield self._list(self.told.strands[OPENING], DAY)
        while self.later:
            strand = self.later.pop(0)
            yield element(
                "p", element("a", f"From node {strand.differs}:", href=f"#from-{strand.first}")
            )
            yield self._list(strand, DAY + 1)

    def _list(self, strand: Strand, level: int) -> Markup:
        at_once = strand.variations.get(OPENING, ()) if strand.first == OPENING else ()
        rows = [*self._variations(at_once, level)]
        for passage in strand.passages:
            rows.append(self._row(passage))
            rows += self._variations(strand.variations.get(passage.stands, ()), level)
        rows += [wrapped("li", (how(strand),))]
        return wrapped("ol", rows, class_="tree", role="list")

    def _row(self, passage: Passage) -> Markup:
        first, words = passage.nodes[0][0], passage.words
        link = element("a", str(passage.stands), href=f"#node-{first}")
        said = words.said + (f" · {words.answer}" if words.answer else "")
        day = element("span", words.day, class_="day")
        beside = (
            element("span", mark, class_="glyph")
            for _, blocks in passage.nodes
            for block in blocks
            if isinstance(block, Remarks)
            for mark in filter(None, (block.glyph.split(" ")[0], block.name))
        )
        stands = any(node == self.told.cursor for node, _ in passage.nodes)
        here = (element("em", "The play stands here."),) if stands else ()
        return wrapped("li", (joined((link, day, escaped(said), *beside, *here), " "),))

    def _variations(self, variations: tuple[int, ...], level: int) -> Iterator[Markup]:
        for first in variations:
            strand = self.told.strands[first]
            if level < DEEPEST:
                parts = (element("summary", summary(strand)), self._list(strand, level + 1))
                yield wrapped("li", (wrapped("details", parts),))
            else:
                self.later.append(strand)
                link = element("a", f"Node {strand.differs}", href=f"#from-{first}")
                yield wrapped("li", (joined((link, escaped(strand.said)), ": "),))
