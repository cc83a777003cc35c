"""What is known of the row under the cursor: what happened in it, its paper, and the land."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual.content import Content

from game.coach.menu import label, words_of
from game.coach.words_for import issue_label, option_text
from game.errors import RecordError
from game.negotiation import Package
from game.record import LOOKED, OPENING, own_words, steps_of
from game.record.outline import Outline
from game.rules import CampaignRules, Game, Rules
from game.state import State
from game.tui.glyphs_table import glyph, in_level
from game.tui.play.annals import passage_of
from game.tui.play.story import passage_parts
from game.tui.texts import lines, plain, said
from game.tui.timeline.ends import MUTED
from game.tui.timeline.in_seasons import order_said, parts_of, standing, table_at, when_of
from game.tui.timeline.painter import Painter
from game.tui.timeline.stops import Stop

SPELT_OUT = 90
"""Cells from which on issues stand in a column of their own."""
LABEL = 35
NEVER_TRIED = "Never tried in this play, and open instead: "
NO_PAPER = "No paper lies on the table yet."


class Preview:
    """Tells of a stop, as its chair may know it."""

    def __init__(self, rules: Game, painter: Painter, mode: str) -> None:
        """`painter` paints the rows of the same record."""
        self.rules = rules
        self.painter = painter
        self.mode = mode

    def heading(self, stop: Stop) -> str:
        """Return where a stop is: its node, and the day on which it was decided."""
        where = "Opening" if stop.node == OPENING else f"Node {stop.node}"
        if stop.is_history:
            where = f"History, {where.lower()}"
        decided = stop.row.decided
        before = self.state(
            stop, OPENING if decided == OPENING else stop.record.nodes[decided].parent
        )
        return where if before is None else f"{where} · {when_of(self.rules, before)}"

    def happened(self, stop: Stop, outline: Outline) -> Iterator[Content]:
        """Yield what is remarked of a stop and what happened in it, as paragraphs."""
        record = stop.record
        for node in stop.row.nodes or (OPENING,):
            if node in record.names:
                called = "Called " if node != OPENING else "The play is called "
                yield said((called, MUTED), (f"“{record.names[node]}”", "$secondary"))
            note = record.notes.get(node, "")
            if own_words(note):
                yield said(("Note: ", "$secondary"), own_words(note))
            if LOOKED in note:
                yield plain(LOOKED, style=MUTED)
            if node in self.painter.same and not stop.is_history:
                other = self.painter.same[node]
                yield said((f"Two roads meet: the same position as node {other}.", "$primary"))
        yield from self._folded(stop, outline)
        yield from self._untried(stop)
        if not stop.row.nodes:
            yield plain(
                "Nothing is decided yet. Every line of this play begins here."
                if not stop.is_history
                else "The documented line: the paper, its dates and the signing are recorded; what "
                "is chosen in an invented scene is made up. It can be compared and played on from.",
                style=MUTED,
            )
        try:
            yield from self._passages(stop)
        except RecordError as error:
            yield plain(f"This row no longer replays: {error}.", style="$warning")
        outcome = self.painter.ends.at(record, stop.node)
        if outcome is not None:
            said_of_end = f"{glyph(outcome.glyph)} {outcome.told}"
            yield in_level(plain(said_of_end, style=outcome.ink), self.painter.level)

    def paper(self, stop: Stop, width: int) -> Content:
        """Return the paper that lies on the table at a stop, beside the word that was given.

        In a season it is how the tracks stood.
        """
        state = self.state(stop)
        if state is None:
            return plain(NO_PAPER, style=MUTED)
        table = table_at(self.rules, state)
        if table is None:
            assert isinstance(self.rules, CampaignRules), "only a campaign has seasons"
            return standing(self.rules, state, self.mode, width, self.painter.level)
        shown = self.papers(stop)
        if shown is None:
            return plain(NO_PAPER, style=MUTED)
        word = shown if state.treaty is not None else state.word
        return lines(*self._clauses(table, shown, word, width))

    def papers(self, stop: Stop) -> Package | None:
        """Return the paper whose claim the map shows at a stop; `None` where there is none."""
        state = self.state(stop)
        if state is None:
            return None
        return state.treaty or state.paper or state.word

    def state(self, stop: Stop, node: int | None = None) -> State | None:
        """Return what is true at a stop, or at a node of its record; `None` where that is lost."""
        try:
            return self.painter.states.at(stop.record, stop.node if node is None else node)
        except RecordError:
            return None

    def _clauses(
        self, table: Rules, own: Package, word: Package | None, width: int
    ) -> Iterator[Content]:
        scenario = table.scenario
        for issue, option in enumerate(own):
            name = issue_label(scenario, issue)
            seal = "open" if word is None else "agreed" if word[issue] == option else "offered"
            mark = glyph(seal, self.painter.level)
            text = option_text(scenario, issue, option)
            if width < SPELT_OUT:
                yield said((f"{mark} {name}: ", MUTED), text)
                continue
            label = plain(name, LABEL, MUTED)
            yield said(
                (f"{mark} ", MUTED),
                label.pad_right(LABEL + 1 - label.cell_length),
                plain(text, max(8, width - LABEL - 3)),
            )

    def _passages(self, stop: Stop) -> Iterator[Content]:
        nodes = [stop.record.nodes[id] for id in stop.row.nodes]
        if not nodes:
            return
        before = self.painter.states.at(stop.record, nodes[0].parent)
        shown = ""
        for step in steps_of(self.rules, before, nodes):
            if isinstance(self.rules, CampaignRules):
                yield from parts_of(self.rules, step, self.mode)
                continue
            passage = passage_of(self.rules, step, self.painter.seat, self.mode, None)
            day, shown = shown, passage.when
            if passage.when == day:
                passage = replace(passage, when="")
            if not passage.is_empty:
                yield from passage_parts(passage)

    def _folded(self, stop: Stop, outline: Outline) -> Iterator[Content]:
        if stop.row.folded:
            yield said(
                ("A variation, folded away; ", MUTED),
                ("→", "$accent"),
                (" opens it.", MUTED),
            )

    def _untried(self, stop: Stop) -> Iterator[Content]:
        kinds = self.painter.never_tried(stop)
        if kinds:
            is_open = stop.node not in stop.record.children
            asks = "Never tried in this play, and open here: " if is_open else NEVER_TRIED
            dot = glyph("unseen", self.painter.level)
            at = stop.node if is_open else stop.record.nodes[stop.row.decided].parent
            table = table_at(self.rules, self.painter.states.at(stop.record, at))
            told_of = "; ".join(self._kind(table, *kind) for kind in kinds)
            yield said((f"{dot} {asks}", "$secondary"), (f"{told_of}.", MUTED))

    def _kind(self, table: Rules | None, verb: str, name: str) -> str:
        """Return in words what was never tried."""
        seat = self.painter.seat
        if table is None:
            assert isinstance(self.rules, CampaignRules), "only a campaign has seasons"
            return order_said(self.rules, verb, name).rstrip(".")
        if verb == "tactic":
            act = table.table.by_id[table.table.lay if name == "offer" else name]
            return label(table, act, seat)
        if name:
            return table.scenario.events[verb].choices[name].say.rstrip(".")
        return words_of(table, seat).get(verb, verb)
