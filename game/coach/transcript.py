"""A play written down: every line of its tree once, in blocks that any form of text lays out.

What both lines of a fork share is told once, in the line that was there first; a variation is
told from where it parts. A line whose talks are not over tells no more than its chair may see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from game.coach.blocks import Block, Ended, Looked, Page, Remarks, Stopped
from game.coach.glossary import Term, common_briefs, terms_of
from game.coach.lesson import to_talk_about, what_for
from game.coach.outline_words import OutlineWords, Words
from game.coach.passages import Land, Passages
from game.coach.play_facts import Fact, facts_of, measure_of, title_of
from game.coach.standing import when
from game.coach.words_for import sentence
from game.errors import RecordError
from game.record import (
    OPENING,
    Record,
    States,
    Step,
    check_scenario,
    is_aside,
    steps_of,
    told_to,
)
from game.record.excerpt import without_remarks
from game.record.outline import Outline, Row
from game.rules import Rules
from game.state import State

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
    differs: int
    """The node at which one stands after that; of the main line `OPENING`."""
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
    beside: tuple[Remarks | Looked, ...]
    """What the player wrote beside the opening."""
    strands: Mapping[int, Strand]
    """By their first nodes; the main line by `OPENING`, and before what parts from it."""
    cursor: int
    """Where the play stands."""
    measure: str
    """What the number is that stands behind a verdict; empty where there is no verdict."""
    briefs: tuple[Page, ...] = ()
    """What the play is for, and what every chair was told before the talks."""
    terms: tuple[Term, ...] = ()
    """What may be explained to a reader, where the text names it."""
    questions: tuple[Page, ...] = ()
    """What to talk about once the talks are over; nothing while they go on."""

    def line_through(self, path: Iterable[int]) -> tuple[tuple[Passage, ...], Strand]:
        """Return the passages of the line through a path's nodes, and the strand that ends it.

        It goes by the last of them that could be told; the main line where none could.
        """
        first_of = {
            id: strand.first
            for strand in self.strands.values()
            for passage in strand.passages
            for id, _ in passage.nodes
        }
        node = next((id for id in reversed(list(path)) if id in first_of), OPENING)
        last = strand = self.strands[first_of.get(node, OPENING)]
        parts = [strand.passages]
        while strand.first != OPENING:
            parts_from = strand.parts_from
            strand = self.strands[first_of.get(parts_from, OPENING)]
            shared = [passage.stands for passage in strand.passages]
            parts.append(strand.passages[: shared.index(parts_from) + 1 if parts_from else 0])
        return tuple(passage for part in reversed(parts) for passage in part), last


def transcript(
    rules: Rules,
    record: Record,
    land: Land,
    told_by: str,
    progress: Callable[[int, int], None] = lambda done, total: None,
    *,
    has_remarks: bool = True,
) -> Transcript:
    """Return a play written down; cost in proportion to the record.

    `told_by` names the game and its version; `progress` is told how many decisions of how many
    are written down. Without remarks no bookmark, note or glyph is told. Raises `RecordError` for
    another scenario's record.
    """
    check_scenario(rules, record)
    title, facts = title_of(rules, record), tuple(facts_of(rules, record, told_by))
    record = record if has_remarks else without_remarks(record)
    telling = _Telling(rules, record, land)
    strands: dict[int, Strand] = {}
    for strand in telling.strands():
        strands[strand.first] = strand
        progress(len(telling.steps), len(record.nodes))
    beside = tuple(Passages(rules, record, land).beside(OPENING))
    is_over = any(each.end for each in strands.values())
    measure = measure_of(rules, record) if is_over else ""
    terms = terms_of(rules, record.heading.seed, told_to(rules, record.heading))
    aims = what_for(rules.scenario)
    briefs = (Page(aims.heading, aims.paragraphs), *common_briefs(rules))
    asked = to_talk_about(rules.scenario) if is_over else ()
    questions = tuple(Page(leaf.heading, leaf.paragraphs) for leaf in asked)
    return Transcript(
        title, facts, beside, strands, record.cursor, measure, briefs, terms, questions
    )


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
        said, differs = self._parting(first, parts_from) if first != OPENING else ("", OPENING)
        closing = closing or self._closing(stands)
        return Strand(first, parts_from, said, differs, tuple(passages), closing, variations)

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

    def _parting(self, first: int, parts_from: int) -> tuple[str, int]:
        """Return the first difference of a variation in a sentence, and its node."""
        main = self.record.children[parts_from][0]
        rows = [self.outline.row_from(self._decided(id)) for id in (first, main)]
        ours, theirs = (self._words(row) for row in rows)
        said = f"“{ours.said}”, and otherwise than on the main line"
        if ours.said != theirs.said:
            said = f"“{ours.said}” instead of “{theirs.said}”"
        elif ours.answer != theirs.answer:
            answers = (words.answer or NOTHING for words in (ours, theirs))
            said = f"“{ours.said}”: {' instead of '.join(answers)}"
        return said, rows[0][-1]

    def _decided(self, first: int) -> int:
        """Return the first decision of the line from a node on; the node where there is none."""
        at: int | None = first
        while at is not None:
            if not is_aside(self.record.nodes[at]):
                return at
            at = next(iter(self.record.children.get(at, ())), None)
        return first

    def _closing(self, end: int) -> tuple[Block, ...]:
        path = self.record.path(end) if end != OPENING else ()
        blocks = tuple(self.passages.at_the_end([self.steps[node.id] for node in path]))
        return blocks or (Stopped(GOES_ON),)

    def _stopped(self, error: RecordError, first: int, told: int) -> Stopped:
        """Return why a line stops in the row of a node, and all that was decided beyond."""
        unseen, untold = [self.outline.row_from(first)[told]], []
        while unseen:
            node = self.record.nodes[unseen.pop()]
            untold.append(
                f"node {node.id}, on {node.parent}: {node.seat_id}: {node.decision_text}"
                f"{self._marked(node.id)}"
            )
            unseen += reversed(self.record.children.get(node.id, ()))
        return Stopped(sentence(f"the line {error}"), tuple(untold))

    def _marked(self, node: int) -> str:
        """Return what was written beside a node that can be told no more."""
        marks = [
            mark
            for block in self.passages.beside(node)
            for mark in (
                (block.said,)
                if isinstance(block, Looked)
                else (block.glyph, f"“{block.name}”" if block.name else "", *block.note)
            )
        ]
        return "".join(f"; {mark}" for mark in marks if mark)
