"""A play written down: every line of its tree once, in blocks that any form of text lays out.

What both lines of a fork share is told once, in the line that was there first; a variation is
told from where it parts. A line whose talks are not over tells no more than its chair may see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.coach.blocks import Block, Ended, Remarks, Stopped
from game.coach.outline_words import OutlineWords, Words
from game.coach.passages import Land, Passages
from game.coach.play_facts import Fact, facts_of, title_of
from game.coach.standing import when
from game.coach.words_for import sentence
from game.errors import RecordError
from game.record import (
    OPENING,
    Cursor,
    Name,
    Node,
    Note,
    Promotion,
    Record,
    Sign,
    States,
    Step,
    Unknown,
    check_scenario,
    steps_of,
    told_to,
)
from game.record.outline import Outline, Row
from game.rules import Rules
from game.state import State

Known = Node | Note | Sign | Name | Cursor | Promotion
GOES_ON = "Here the line stops; the talks are not over."
NOTHING = "no answer"


class Passage(NamedTuple):
    """What was decided and how it was answered: a row of the outline, told."""

    nodes: tuple[tuple[int, tuple[Block, ...]], ...]
    """Each node with what it tells; some tell nothing."""
    day: str
    """The day and the sitting."""
    words: Words
    """The same in short."""

    @property
    def stands(self) -> int:
        """The node at which one stands after it."""
        return self.nodes[-1][0]


class Strand(NamedTuple):
    """A line from where it parts: the main line, or a variation and what follows it."""

    first: int
    """Its first node; of the main line `OPENING`."""
    parts_from: int
    said: str
    """Of a variation its first difference; empty for the main line."""
    passages: tuple[Passage, ...]
    closing: tuple[Block, ...]
    """What is told where it ends."""
    variations: Mapping[int, tuple[int, ...]]
    """By the node at which they part from it, the first nodes of others."""

    @property
    def end(self) -> Ended | None:
        """How it ended; `None` while its talks go on."""
        return next((block for block in self.closing if isinstance(block, Ended)), None)


class Transcript(NamedTuple):
    """A play written down."""

    title: str
    facts: tuple[Fact, ...]
    beside: tuple[Remarks, ...]
    """What the player wrote beside the opening."""
    strands: Mapping[int, Strand]
    """By their first nodes; the main line by `OPENING`, and before what parts from it."""

    def strand_with(self, node: int) -> Strand:
        """Return the strand in which a node is told; the main line where none does."""
        for strand in self.strands.values():
            if any(node == id for passage in strand.passages for id, _ in passage.nodes):
                return strand
        return self.strands[OPENING]

    def line_of(self, strand: Strand) -> tuple[Passage, ...]:
        """Return the passages of the line that a strand ends, from the opening on."""
        line = strand.passages
        while strand.first != OPENING:
            parts_from, strand = strand.parts_from, self.strand_with(strand.parts_from)
            shared = [p.stands for p in strand.passages]
            count = shared.index(parts_from) + 1 if parts_from in shared else 0
            line = strand.passages[:count] + line
        return line


def transcript(rules: Rules, record: Record, land: Land, told_by: str) -> Transcript:
    """Return a play written down; cost in proportion to the record.

    `told_by` names the game and its version. Raises `RecordError` for another scenario's record.
    """
    check_scenario(rules, record)
    strands = {strand.first: strand for strand in _Telling(rules, record, land).strands()}
    beside = tuple(Passages(rules, record, land).beside(OPENING))
    facts = tuple(facts_of(rules, record, told_by))
    return Transcript(title_of(rules, record), facts, beside, strands)


def up_to(record: Record, node: int) -> Record:
    """Return a record that knows no more than the line up to a node, and what was written there.

    Raises `RecordError` where there is no such node.
    """
    path = {OPENING, *(step.id for step in record.path(node))}
    lines = [line for line in record.lines if not isinstance(line, Unknown) and _on(line) in path]
    return Record(record.heading).with_lines(lines)[0].moved(node)


def _on(line: Known) -> int:
    """Return the node that a line of a record makes or speaks of."""
    return line.id if isinstance(line, Node) else line.on


class _Telling:
    """Tells the strands of one record, each decision replayed once."""

    def __init__(self, rules: Rules, record: Record, land: Land) -> None:
        self.rules = rules
        self.record = record
        self.outline = Outline(record)
        self.states = States(rules, record.heading.seed)
        self.words = OutlineWords(rules, self.states, told_to(rules, record.heading))
        self.passages = Passages(rules, record, land)
        self.steps: dict[int, Step] = {}
        self.known: dict[int, Words] = {}

    def strands(self) -> Iterator[Strand]:
        """Yield every strand, one that another parts from before that other."""
        waiting = [(OPENING, OPENING)]
        while waiting:
            strand = self._strand(*waiting.pop())
            yield strand
            found = [(id, on) for on, ids in strand.variations.items() for id in ids]
            waiting += reversed(found)

    def _strand(self, first: int, parts_from: int) -> Strand:
        """Return the strand that begins with a node; the main line of `OPENING`."""
        state = self.states.at(self.record, parts_from)
        passages: list[Passage] = []
        variations: dict[int, tuple[int, ...]] = {}
        closing: tuple[Block, ...] = ()
        stands = parts_from
        at = first if first != OPENING else self._next(OPENING, variations)
        while at != OPENING:
            passage, state, error = self._passage(at, state)
            if passage.nodes:
                passages.append(passage)
                stands = passage.stands
            if error is not None:
                closing = (self._stopped(error, at, len(passage.nodes)),)
                break
            at = self._next(stands, variations)
        said = self._parting(first, parts_from) if first != OPENING else ""
        return Strand(
            first, parts_from, said, tuple(passages), closing or self._closing(stands), variations
        )

    def _next(self, on: int, variations: dict[int, tuple[int, ...]]) -> int:
        """Return the node that goes on from one, noting those that part there; else `OPENING`."""
        main, *others = self.record.children.get(on, (OPENING,))
        if others:
            variations[on] = tuple(others)
        return main

    def _passage(self, first: int, state: State) -> tuple[Passage, State, RecordError | None]:
        """Return the passage that begins with a node, as far as it replays."""
        row = self.outline.row_from(first)
        day = sentence(when(self.rules, max(1, state.sitting))).rstrip(".")
        told: list[tuple[int, tuple[Block, ...]]] = []
        trouble = None
        for id in row:
            try:
                (step,) = steps_of(self.rules, state, (self.record.nodes[id],))
            except RecordError as error:
                trouble = error
                break
            self.steps[id], state = step, step.turn.state
            self.states.remember(id, state)
            told.append((id, tuple(self.passages.of(step))))
        return Passage(tuple(told), day, self._words(row)), state, trouble

    def _words(self, row: tuple[int, ...]) -> Words:
        if row[0] not in self.known:
            self.known[row[0]] = self.words.of(self.record, Row(row, "", False, 0))
        return self.known[row[0]]

    def _parting(self, first: int, parts_from: int) -> str:
        """Return the first difference of a variation, in a sentence."""
        main = self.record.children[parts_from][0]
        ours, theirs = (self._words(self.outline.row_from(id)) for id in (first, main))
        if ours.said != theirs.said:
            return f"“{ours.said}” instead of “{theirs.said}”"
        if ours.answer != theirs.answer:
            answers = (words.answer or NOTHING for words in (ours, theirs))
            return f"“{ours.said}”: {' instead of '.join(answers)}"
        return f"“{ours.said}”, and otherwise than on the main line"

    def _closing(self, end: int) -> tuple[Block, ...]:
        path = self.record.path(end) if end != OPENING else ()
        blocks = tuple(self.passages.at_the_end([self.steps[node.id] for node in path]))
        return blocks or (Stopped(GOES_ON),)

    def _stopped(self, error: RecordError, first: int, told: int) -> Stopped:
        """Return why a line stops in the row of a node, and all that was decided beyond."""
        unseen, untold = [self.outline.row_from(first)[told]], []
        while unseen:
            node = self.record.nodes[unseen.pop()]
            untold.append(f"node {node.id}, on {node.parent}: {node.seat_id}: {node.decision_text}")
            unseen += reversed(self.record.children.get(node.id, ()))
        return Stopped(sentence(f"the line {error}"), tuple(untold))
