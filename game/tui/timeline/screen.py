"""The timeline of a play: every line of it as a tree, to be walked, marked and gone on from."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from game.coach import compare as of_table
from game.coach.persons import kind_of, opposite, persons
from game.coach.seasons import compare as of_campaign
from game.coach.words_for import phrase, sentence
from game.errors import AmurError, RecordError
from game.record import OPENING, Record, node_called
from game.record.outline import Row
from game.rules import CampaignRules
from game.tui.commands import bindings
from game.tui.keyboard import keys_now
from game.tui.texts import clipped
from game.tui.timeline.forest import Forest
from game.tui.timeline.keys import COMPARE, KEYMAP, MARK_A
from game.tui.timeline.looks import LAYOUT
from game.tui.timeline.marking import Marking
from game.tui.timeline.stops import Stop
from game.tui.widgets.asked import Asked

NO_HISTORY = (
    "The documented line can be looked at once a line of this play has come to its end: what was "
    "really done is no plan."
)
OTHER_MEN = (
    "History's {men} are others: this begins a new play from there, and this one is kept. The same "
    "key once more does it."
)
FAR = 10
"""Decisions of the line where the play stands that one key alone does not leave behind."""
FAR_FROM_HERE = (
    "That is far off in the tree: {left} decisions of the line where the play stands would be left "
    "behind, and kept. The same key once more goes there."
)
JUMPS = "A node's number, a name, some words of a row, or main, fair, here, opening."


class TimelineScreen(Marking):
    """Shows the tree of a session; gone with what is to be said where the play stands elsewhere."""

    class FromHistory(Message):
        """A new play is to go on from a node of the documented line."""

        def __init__(self, node: int) -> None:
            super().__init__()
            self.node = node

    class Retell(Message):
        """The line to a stop, and on from there, is to be told again, step by step."""

        def __init__(self, timeline: TimelineScreen, stop: Stop) -> None:
            super().__init__()
            self.timeline = timeline
            self.stop_at = stop

    _asked_of = _far_asked_of = -1
    """The node of history from which a play of its own was asked for once, and one far away."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (140, "-wide")]
    DEFAULT_CSS = LAYOUT

    # Walking.

    def action_stand(self) -> None:
        """Go on with the play from here."""
        self.stand_at(self.stop, self.stop.node, is_meant=False)

    def stand_at(self, stop: Stop, node: int, *, is_meant: bool = True) -> None:
        """Go on with the play from a node in the record of a stop.

        One that is far off is asked for twice, unless it was read on the way there: `is_meant`.
        """
        if stop.is_history:
            self._go_on_from_history(stop.record, self._find_in_history(node).stands)
        elif (
            not is_meant and (left := self._left_behind(node)) > FAR and self._far_asked_of != node
        ):
            self._far_asked_of = node
            self.say(FAR_FROM_HERE.format(left=left), "$warning")
        else:
            self._move(lambda: self.session.go_to(node), "You stand at another decision now.")

    def _left_behind(self, node: int) -> int:
        """Return how many decisions of the line to where the play stands do not lead to a node."""
        record = self.session.record
        kept = {each.id for each in record.path(node)}
        return sum(each.id not in kept for each in record.path(self.session.cursor))

    def action_replay(self) -> None:
        """Have the line told again."""
        self.post_message(self.Retell(self, self.stop))

    def action_what_if(self) -> None:
        """Stand before the decision under the cursor."""
        self.decide_otherwise(self.stop, self.stop.row.decided)

    def decide_otherwise(self, stop: Stop, node: int) -> None:
        """Stand before the decision of a node in the record of a stop."""
        if stop.is_history:
            row = self._find_in_history(node)
            before = stop.record.nodes[row.decided].parent if row.nodes else OPENING
            self._go_on_from_history(stop.record, before)
        else:
            row = Row(self.grove.play.outline.row_of(node), "", False, 0)
            decided = self.grove.play.painter.words(Stop(stop.record, row, False)).said
            self._move(
                lambda: self.session.what_if(node),
                f"What if? There you had decided: {phrase(decided)}. Decide otherwise; fortune "
                f"stays as it was{self._same_luck()}.",
            )

    def _same_luck(self) -> str:
        """Return what else of fortune stays where a line parts."""
        if self.session.in_season:
            return ""
        rules = self.session.rules
        man = opposite(rules, rules.table.seats.index(self.session.seat)).man
        table = rules.scenario.table
        if table.news is None:
            return f", the same {man}"
        return f", the same {man}, the {table.words.courier} on the same day"

    def _find_in_history(self, node: int) -> Row:
        """Return the row of the documented line in which a node stands, the cursor on it."""
        part = self.grove.part(self.stop) if self.stop.is_history else self.grove.history
        assert part is not None, "it is shown"
        row = Row(part.outline.row_of(node), "", False, 0)
        if self.stop.key != (True, row.decided) and row.nodes:
            self.grove.reveal_history()
            self._show(key=(True, row.decided))
        return row

    def _go_on_from_history(self, record: Record, node: int) -> None:
        """Add the documented line to a play of history's own men, or begin one."""
        if self.session.record.heading.seed != record.heading.seed:
            if self._asked_of != node:
                self._asked_of = node
                is_campaign = isinstance(self.rules, CampaignRules)
                men = "people" if is_campaign else kind_of(persons(self.session.rules, None))
                self.say(OTHER_MEN.format(men=men), "$warning")
                return
            self._asked_of = -1
            app = self.app
            self.dismiss("")
            app.post_message(self.FromHistory(node))
            return
        self._move(
            lambda: self.session.graft(record.path(node)),
            "You stand in the documented line; from here it is yours.",
        )

    def _move(self, how: Callable[[], object], note: str) -> None:
        try:
            how()
            self.session.advance()
        except AmurError as error:
            self.say(sentence(str(error)), "$warning")
        else:
            self.dismiss(note)

    def action_jump(self) -> None:
        """Ask for a node, and go to its row."""
        self.app.push_screen(Asked("Jump to a row", "", JUMPS, self._jump))

    def _jump(self, word: str) -> None:
        try:
            node = node_called(self.session.record, word)
        except RecordError:
            self._search(word)
        else:
            self._show(node=self.session.cursor if word == "here" else node)

    def _search(self, words: str) -> None:
        """Go to the next row that has some words, in it or in what is remarked of it."""
        forest = self.query_one(Forest)
        asked = words.casefold()
        for at in (*range(forest.at + 1, len(forest.stops)), *range(forest.at + 1)):
            stop = forest.stops[at]
            told = self.grove.part(stop).painter.words(stop)
            record, nodes = stop.record, stop.row.nodes
            remarks = (shelf.get(n, "") for n in nodes for shelf in (record.names, record.notes))
            if asked in " ".join((told.said, told.answer, *remarks)).casefold():
                forest.action_go_to(at)
                return
        raise RecordError(f"no node is called '{words}', and no row that is open has these words")

    def action_back(self) -> None:
        """Leave the timeline; the play stands where it stood."""
        self.dismiss("")

    # Comparing.

    def action_mark_a(self) -> None:
        """Mark the row under the cursor as the one that others are compared with, or no more."""
        is_marked = self.marked is not None and self.marked.key == self.stop.key
        self.memory.marked = None if is_marked else self.stop
        self.query_one(Forest).repaint()
        c, a = (keys_now(self.app, key) for key in (COMPARE, MARK_A))
        self.say(
            "No row is marked."
            if is_marked
            else f"This row is A: {c} puts another beside it, {a} takes the mark back."
        )

    def action_compare(self) -> None:
        """Put the row under the cursor beside A, or beside where the play stands."""
        stop = self.stop
        other = self.marked or self._here()
        if other.key == stop.key:
            a = keys_now(self.app, MARK_A)
            self.say(f"Go to another row first; {a} marks one to compare with.", "$warning")
        else:
            self._compare(other, stop)

    def action_history(self) -> None:
        """Put the row under the cursor beside the documented line."""
        history = self.grove.history
        if history is not None:
            line = history.record
            end = history.outline.row_of(line.cursor)
        elif isinstance(self.rules, CampaignRules) and self.grove.is_open:
            line = of_campaign.history_of(self.rules)
            end = (line.cursor,)
        else:
            self.say(NO_HISTORY, "$warning")
            return
        self._compare(Stop(line, Row(end, "", False, 0), True), self.stop)

    def _here(self) -> Stop:
        record = self.session.record
        row = self.grove.play.outline.row_of(self.session.cursor)
        return Stop(record, Row(row, "", False, 0), False)

    def _compare(self, a: Stop, b: Stop) -> None:
        # Imported here: the tree can be walked without it.
        from game.tui.compare.screen import CompareScreen

        try:
            found = self._compared(a, b)
        except AmurError as error:
            self.say(sentence(str(error)), "$warning")
            return
        mode = self.session.record.heading.mode
        self.app.push_screen(CompareScreen(self.rules, found, mode))

    def _compared(self, a: Stop, b: Stop) -> of_table.Comparison | of_campaign.Comparison:
        lines = [(stop.record, *self._called(stop)) for stop in (a, b)]
        if isinstance(self.rules, CampaignRules):
            one, other = (of_campaign.side(self.rules, *line) for line in lines)
            return of_campaign.compare(one, other)
        left, right = (of_table.side(self.rules, *line, self.grove.seat) for line in lines)
        return of_table.compare(self.rules, left, right)

    def _called(self, stop: Stop) -> tuple[int, str]:
        """Return the node to which a stop leads, and its name; of a folded one, that of its end."""
        node = stop.node
        if stop.row.folded:
            node = self.grove.part(stop).outline.end_of[node]
        name = stop.record.names.get(node, "")
        called = f"“{clipped(name, 24)}”" if name else f"node {node}"
        if stop.is_history:
            called = "History"
        elif node == self.session.cursor and not name:
            called = "Here"
        return node, called
