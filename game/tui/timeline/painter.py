"""A row of the timeline, painted: the day, the lanes, what was decided, and what came of it.

Colour never speaks alone: a verdict has its glyph and its word, the line that is played its mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from game.coach.outline_words import Words
from game.coach.persons import kind_of, persons
from game.coach.seasons.outline import outline_words
from game.coach.untried import Tried
from game.errors import RecordError
from game.record import OPENING, States, own_words
from game.record.outline import Outline
from game.rules import CampaignRules, Game
from game.tui.glyphs_table import glyph, in_level
from game.tui.map.glyphs import Level
from game.tui.texts import clipped, plain, said
from game.tui.timeline.ends import MUTED, End, Ends
from game.tui.timeline.in_seasons import never_tried
from game.tui.timeline.stops import Stop

DIM = "$text-disabled"
DAY_CELLS, SEASON_CELLS = 7, 10
"""Of a day before a row, and of a season."""
MOST_OF_A_ROW = 60
"""Per cent of a row that is told at its right at most."""
LEAST_SAID = 16
"""Cells that what was decided has, however much is remarked of it."""
LONGEST_NAME = 24
ACT = "tactic"
"""The kind of decision that an act at the table is."""


class Painter:
    """Paints the rows of one record, told to a chair."""

    def __init__(self, rules: Game, states: States, seat: int, tried: Tried) -> None:
        self.rules = rules
        self._day_cells = SEASON_CELLS if isinstance(rules, CampaignRules) else DAY_CELLS
        self.seat = seat
        self.states = states
        self.tried = tried
        self.ends = Ends(rules, states, seat)
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
        self._words = outline_words(rules, states, seat)
        self._told: dict[tuple[int, ...], Words] = {}
        self._dots: dict[int, bool] = {}
        self._hidden: dict[int, int] = {}

    def paint(self, stop: Stop, outline: Outline, width: int, has_cursor: bool) -> Content:
        """Return a row in so many cells."""
        words, row = self.words(stop), stop.row
        is_played = not stop.is_history and (row.stands in self.on_line or not row.nodes)
        outcome = self.outcome_beyond(stop, outline)
        mark = glyph("cursor", self.level) if has_cursor else " "
        day = f"{words.day:<{self._day_cells - 1}} " if words.day else " " * self._day_cells
        lead = said(
            (mark, "$accent"),
            (day, MUTED),
            (row.lanes, "$frame"),
            self._node(stop, outcome, is_played),
        )
        tail = self._tail(stop, outline, width, width - lead.cell_length - LEAST_SAID - 1)
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
            return Words(
                "", 0, f"History: the documented line, with the {self._men} as they were", ""
            )
        return self._told[nodes]

    @property
    def _men(self) -> str:
        if isinstance(self.rules, CampaignRules):
            return "people"
        return kind_of(persons(self.rules, None))

    def outcome_beyond(self, stop: Stop, outline: Outline) -> End | None:
        """Return how the line ends that leads on from a row, the main one there."""
        return self.ends.at(stop.record, outline.end_of[stop.node])

    def is_untried(self, stop: Stop) -> bool:
        """Return whether a row chose in a scene, of which another choice was never taken."""
        node = stop.row.decided
        if node not in self._dots:
            self._dots[node] = any(verb != ACT for verb, _ in self.never_tried(stop))
        return self._dots[node]

    def never_tried(self, stop: Stop) -> tuple[tuple[str, str], ...]:
        """Return what this chair could decide instead of a row and never did, by kind.

        Of a row after which nothing was decided yet, it is what could be decided next; what only
        ends the talks is not counted.
        """
        record, row = stop.record, stop.row
        if stop.is_history:
            return ()
        is_open = row.stands not in record.children
        if not row.nodes and not is_open:
            return ()
        at = row.stands if is_open else record.nodes[row.decided].parent
        try:
            state = self.states.at(record, at)
        except RecordError:
            return ()
        if state.ended is not None or state.seat != self.seat:
            return ()
        return never_tried(self.rules, state, self.tried)

    def _node(self, stop: Stop, outcome: End | None, is_played: bool) -> Content:
        name, ink = ("agreed" if is_played else "open"), "$accent" if is_played else MUTED
        if outcome is not None:
            is_end = stop.node not in stop.record.children
            name = outcome.glyph if is_end else name
            ink = ink if is_played and not is_end else outcome.ink
        dot = glyph("unseen", self.level) if self.is_untried(stop) else " "
        return said((glyph(name, self.level), ink), (f"{dot} ", "$secondary"))

    def _answer(self, words: Words, room: int) -> Iterator[Content]:
        left = room - plain(words.said, room).cell_length - 3
        if words.answer and left >= LEAST_SAID // 2:
            yield said((" · ", MUTED), plain(words.answer, left, MUTED))

    def _tail(self, stop: Stop, outline: Outline, width: int, room: int) -> Content:
        """Return what stands at the right: remarks, as far as there is room, and how it ends."""
        most = max(LEAST_SAID, min(width * MOST_OF_A_ROW // 100, room))
        end = self._end(stop, outline, most)
        remarks = Content(" ").join(self._remarks(stop, outline))
        most -= end.cell_length + 1
        if remarks.cell_length > most:
            short = clipped(remarks.plain, most) if most > 0 else ""
            remarks = plain(short, style=MUTED)
        return Content(" ").join(part for part in (remarks, end) if part.plain)

    def _end(self, stop: Stop, outline: Outline, most: int) -> Content:
        parts = []
        if stop.row.folded:
            parts.append(plain(f"+{self._rows_folded(stop, outline)}", style=MUTED))
        outcome = self.outcome_beyond(stop, outline)
        if outcome is not None and (stop.row.folded or stop.node not in stop.record.children):
            told = f"{glyph(outcome.glyph, self.level)} {outcome.told}"
            parts.append(plain(clipped(told, most), style=outcome.ink))
        return Content(" ").join(parts)

    def _rows_folded(self, stop: Stop, outline: Outline) -> int:
        """Return how many rows a folded one hides."""
        if stop.row.decided not in self._hidden:
            self._hidden[stop.row.decided] = sum(1 for _ in outline.rows_after(stop.node))
        return self._hidden[stop.row.decided]

    def _remarks(self, stop: Stop, outline: Outline) -> Iterator[Content]:
        record = stop.record
        for node in self._told_of(stop, outline):
            if node in record.glyphs:
                yield plain(record.glyphs[node].value, style="bold $accent")
            if node in record.names and node != OPENING:
                yield plain(f"“{clipped(record.names[node], LONGEST_NAME)}”", style="$secondary")
            if own_words(record.notes.get(node, "")):
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

    def _told_of(self, stop: Stop, outline: Outline) -> Iterator[int]:
        """Yield the nodes whose remarks a row tells: its own, and of what is folded the places."""
        yield from stop.row.nodes or (OPENING,)
        if stop.row.folded and not stop.is_history:
            for place in (self.fair, self.here):
                if place > OPENING and outline.is_beyond(place, stop.node):
                    yield place
