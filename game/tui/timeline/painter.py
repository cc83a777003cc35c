"""A row of the timeline, painted: the day, the lanes, what was decided, and what came of it.

Colour never speaks alone: a verdict has its glyph and its word, the line that is played its mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from game.coach.outline_words import OutlineWords, Words, end_told
from game.coach.tree_ends import Ends
from game.coach.untried import Tried, untried
from game.errors import RecordError
from game.record import OPENING, Record, States
from game.record.outline import Outline
from game.rules import Outcome, Rules
from game.state import Verdict
from game.tui.glyphs_table import glyph, in_level
from game.tui.map.glyphs import Level
from game.tui.texts import clipped, plain, said
from game.tui.timeline.stops import Stop

MUTED, DIM = "$text-muted", "$text-disabled"
VERDICTS = {
    Verdict.RATIFIED: ("ratified", "$success"),
    Verdict.SILENCE: ("silence", "$warning"),
    Verdict.DISOWNED: ("torn", "$error"),
    Verdict.NONE: ("unsigned", MUTED),
}
"""The glyph of each verdict, by its name, and its ink."""
DAY_CELLS = 7
LEAST_SAID = 16
"""Cells that what was decided has, however much is remarked of it."""
LONGEST_NAME = 24


class Painter:
    """Paints the rows of one record, told to a chair."""

    def __init__(self, rules: Rules, states: States, seat: int, tried: Tried) -> None:
        self.rules = rules
        self.seat = seat
        self.states = states
        self.tried = tried
        self.ends = Ends(rules, states)
        self.same: Mapping[int, int] = {}
        """Nodes at the same position as an earlier one, as far as they were found."""
        self.level = Level.BRAILLE
        self.on_line: frozenset[int] = frozenset()
        """The nodes of the line that is played."""
        self.here = OPENING
        """Where the play stands."""
        self.fair = -1
        """The last node of the fair copy, where the play ever went back."""
        self.marked: Stop | None = None
        """What is to be compared with."""
        self._words = OutlineWords(rules, states, seat)
        self._told: dict[tuple[int, ...], Words] = {}
        self._dots: dict[int, bool] = {}

    def paint(self, stop: Stop, outline: Outline, width: int, has_cursor: bool) -> Content:
        """Return a row in so many cells."""
        words, row = self.words(stop), stop.row
        is_played = not stop.is_history and (row.stands in self.on_line or not row.nodes)
        outcome = self.outcome_beyond(stop, outline)
        mark = glyph("cursor", self.level) if has_cursor else " "
        day = f"{words.day:<{DAY_CELLS - 1}} " if words.day else " " * DAY_CELLS
        lead = said(
            (mark, "$accent"),
            (day, MUTED),
            (row.lanes, "$frame"),
            self._node(stop, outcome, is_played),
        )
        tail = self._tail(stop, outline, width)
        room = max(LEAST_SAID, width - lead.cell_length - tail.cell_length - 1)
        ink = "bold" if is_played else "" if words.is_sound else DIM
        text = said(
            plain(words.said, room, ink),
            *self._answer(words, room),
        )
        gap = max(1, width - lead.cell_length - text.cell_length - tail.cell_length)
        return in_level(said(lead, text, " " * gap, tail), self.level)

    def words(self, stop: Stop) -> Words:
        """Return a row in words; they are found once."""
        nodes = stop.row.nodes
        if nodes not in self._told:
            self._told[nodes] = self._words.of(stop.record, stop.row)
        if stop.is_history and not nodes:
            return Words("", 0, "History: the documented line, with the men as they were", "")
        return self._told[nodes]

    def outcome_beyond(self, stop: Stop, outline: Outline) -> Outcome | None:
        """Return how the line ends that leads on from a row, the main one there."""
        return self.ends.at(stop.record, outline.end_of[stop.node])

    def is_untried(self, stop: Stop) -> bool:
        """Return whether something can be chosen after a row that was never tried."""
        node = stop.node
        if node not in self._dots:
            self._dots[node] = bool(self.never_tried(stop.record, node))
        return self._dots[node]

    def never_tried(self, record: Record, node: int) -> tuple[tuple[str, str], ...]:
        """Return what this chair could decide at a node and never did, by kind."""
        try:
            state = self.states.at(record, node)
        except RecordError:
            return ()
        if state.ended is not None or state.seat != self.seat:
            return ()
        return untried(self.rules, state, self.tried)

    def _node(self, stop: Stop, outcome: Outcome | None, is_played: bool) -> Content:
        name, ink = ("agreed" if is_played else "open"), "$accent" if is_played else MUTED
        if outcome is not None:
            is_end = stop.node not in stop.record.children
            verdict, verdict_ink = VERDICTS[outcome.verdict]
            name = verdict if is_end else name
            ink = ink if is_played and not is_end else verdict_ink
        dot = glyph("unseen", self.level) if not stop.is_history and self.is_untried(stop) else " "
        return said((glyph(name, self.level), ink), (f"{dot} ", "$secondary"))

    def _answer(self, words: Words, room: int) -> Iterator[Content]:
        left = room - plain(words.said, room).cell_length - 3
        if words.answer and left >= LEAST_SAID // 2:
            yield said((" · ", MUTED), plain(words.answer, left, MUTED))

    def _tail(self, stop: Stop, outline: Outline, width: int) -> Content:
        parts = list(self._remarks(stop))
        outcome = self.outcome_beyond(stop, outline)
        if stop.row.folded:
            parts.append(plain(f"+{stop.row.folded}", style=MUTED))
        if outcome is not None and (stop.row.folded or stop.node not in stop.record.children):
            verdict, ink = VERDICTS[outcome.verdict]
            told = end_told(self.rules, outcome, stop.record)
            parts.append(plain(f"{glyph(verdict, self.level)} {told}", style=ink))
        whole = Content(" ").join(parts)
        most = max(0, width // 2)
        if whole.cell_length > most:
            whole = plain(clipped(whole.plain, most), style=MUTED)
        return whole

    def _remarks(self, stop: Stop) -> Iterator[Content]:
        record = stop.record
        for node in stop.row.nodes or (OPENING,):
            if node in record.glyphs:
                yield plain(record.glyphs[node].value, style="bold $accent")
            if node in record.names and node != OPENING:
                yield plain(f"“{clipped(record.names[node], LONGEST_NAME)}”", style="$secondary")
            if node in record.notes:
                yield plain("note", style=MUTED)
            if stop.is_history:
                continue
            if node in self.same:
                yield plain(f"= {self.same[node]}", style="$primary")
            if node == self.fair:
                yield plain("fair copy", style=MUTED)
            if node == self.here:
                yield plain("here", style="bold $accent")
        if self.marked is not None and self.marked.key == stop.key:
            yield plain("A", style="bold reverse $accent")
