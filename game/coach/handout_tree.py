"""The tree of a transcript in lines of text, for a reader who has no game before him."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from game.coach.blocks import Looked, Remarks, Stopped
from game.coach.outline_words import noted
from game.coach.transcript import Passage, Strand, Transcript
from game.coach.visible import visible
from game.record import OPENING
from game.record.outline import Row

LEGEND = (
    "The number is the node at which one stands after the row; '|' and '+-' set a variation in, "
    "and it stands before the main line goes on."
)
WIDTH = 72
"""Columns of a line."""


def tree_lines(told: Transcript, rows: Iterable[Row]) -> Iterator[str]:
    """Yield the rows of an outline, laid out.

    What can be told no more stands, as it was recorded, at the row where its line stops.
    """
    strands = told.strands.values()
    passages = {each.nodes[0][0]: each for strand in strands for each in strand.passages}
    untold = {strand.first: strand for strand in strands if not strand.passages}
    ending = {strand.passages[-1].stands: strand for strand in strands if strand.passages}
    width = len(str(max((each.stands for each in passages.values()), default=OPENING)))
    for row in rows:
        passage = passages.get(row.decided)
        if passage is not None:
            yield _row(told, row, passage, ending.get(passage.stands), width)
        elif row.decided == OPENING:
            lead = f"{OPENING:>{width}} {'':<7}"
            yield _laid_out(lead, row, "The talks open", _marks(told.beside))
        elif row.decided in untold:
            lead = f"{row.stands:>{width}} {'':<7}"
            yield _laid_out(lead, row, "", _how(untold[row.decided]))


def _row(told: Transcript, row: Row, passage: Passage, strand: Strand | None, width: int) -> str:
    words = passage.words
    said = words.said + (f" · {words.answer}" if words.answer else "")
    tail = [mark for _, blocks in passage.nodes for mark in _marks(blocks)]
    if strand is not None:
        tail += _how(strand)
    if any(node == told.cursor for node, _ in passage.nodes):
        tail.append("the play stands here")
    return _laid_out(f"{passage.stands:>{width}} {words.day:<7}", row, said, tail)


def _how(strand: Strand) -> Iterator[str]:
    """Yield how a line ends, and what of it can be told no more."""
    yield strand.end.said if strand.end else "goes no further"
    for block in strand.closing:
        if isinstance(block, Stopped):
            yield from block.untold


def _laid_out(lead: str, row: Row, said: str, tail: Iterable[str]) -> str:
    beside = "; ".join(tail)
    return fill(
        " ".join(visible(f"{said}{f' ({beside})' if beside else ''}").split()),
        WIDTH,
        initial_indent=lead + row.plain_lanes,
        subsequent_indent=" " * len(lead) + row.plain_lanes_under,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _marks(blocks: Iterable[object]) -> Iterator[str]:
    """Yield what is remarked of a row, in short."""
    for block in blocks:
        match block:
            case Remarks(glyph, name, note):
                yield from filter(None, (glyph.split(" ")[0], f"“{name}”" if name else ""))
                if note:
                    yield noted(" ".join(note))
            case Looked(said):
                yield said.rstrip(".")
            case _:
                pass
