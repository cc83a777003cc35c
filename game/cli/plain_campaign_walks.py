"""The words of line mode that walk the tree of a campaign, and put two of its lines beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.cli.plain_text import put, put_all, say, wrapped
from game.cli.plain_tree import LEGEND, told_tree
from game.cli.plain_walks import NO_ARCHIVES, Walks
from game.coach.compare_parts import Kind, Part
from game.coach.compare_parts import Row as Compared
from game.coach.outline_words import opens_archives
from game.coach.persons import capital
from game.coach.seasons.compare import Side, compare, history_of, is_one_line, side
from game.coach.seasons.compare_short import parts_in_short
from game.coach.seasons.compare_whole import parts
from game.coach.seasons.outline import CampaignOutlineWords
from game.coach.seasons.standing import stands_in
from game.errors import RecordError, WordsError
from game.record import node_called
from game.record.history import HISTORY
from game.record.outline import Outline, Row, answered
from game.rules import CampaignRules

ALL = "all"
"""Stands behind what is to be told whole."""
BESIDE = (Kind.LEGACY, Kind.LASTING, Kind.STANDING)
"""Parts whose rows are short enough that both lines stand in one, in the order of the heading;
clauses are, too."""
SAME = (
    "Fortune stays as it was: the same ice, the same news on the same days, the same luck of every "
    "order. Only what you decide can differ, and what follows from it."
)


class CampaignWalks(Walks):
    """Answers the words of the tree in a campaign, in its seasons and at its tables."""

    @property
    def campaign(self) -> CampaignRules:
        """The rules of the whole play."""
        game = self.session.game
        assert isinstance(game, CampaignRules)
        return game

    def _tree(self, which: str) -> None:
        record = self.session.record
        here = set(Outline(record).folds_above(self.session.cursor))
        opened = None if which.lower() == "all" else here
        states, cursor = self.session.states, self.session.cursor
        put_all(told_tree(self.campaign, record, states, opened, None, cursor))
        put()
        say(LEGEND)
        if opened is not None and len(record.ends()) > 1:
            say("'tree all' opens every variation.")

    def _said_at(self, node: int) -> str:
        words = CampaignOutlineWords(self.campaign, self.session.states)
        told = words.of(self.session.record, Row((node,), "", False, 0))
        return " · ".join(filter(None, (told.day, told.said)))

    def _say_before(self, node: int) -> None:
        record = self.session.record
        before = self.session.states.at(record, record.nodes[node].parent)
        where = stands_in(self.campaign, before)
        named = answered(record, node)
        say(f"What if? You stand before node {named}, {where}. There you had decided:")
        say(f"    {self._said_at(node)}")
        say(SAME)

    def _say_where(self) -> None:
        where = stands_in(self.campaign, self.session.state)
        say(f"You stand at node {self.session.cursor}, {where}.")

    def _compare(self, words: str) -> None:
        named = words.split()
        is_whole = len(named) > 1 and named[-1].lower() == ALL
        if is_whole:
            named.pop()
        if not 1 <= len(named) <= 2:
            raise WordsError(
                "say what to compare: 'compare 12' puts node 12 beside where you stand, "
                "'compare 12 40' two nodes, 'compare history' the documented line; "
                "'all' after it tells season by season"
            )
        sides = [self._line_of(word) for word in (named[0], named[1] if named[1:] else "here")]
        told = compare(*sides)
        if is_whole:
            put_all(told_parts(parts(self.campaign, told, self.mode), told.a.name, told.b.name))
            return
        short = parts_in_short(self.campaign, told, self.mode)
        put_all(told_parts(short, told.a.name, told.b.name))
        if not is_one_line(told):
            put()
            say(f"'compare {words.strip()} {ALL}' tells the rest, season by season.")

    def _line_of(self, word: str) -> Side:
        record, rules = self.session.record, self.campaign
        of, _, node = word.partition("@")
        if of == HISTORY:
            if not opens_archives(record, self.session.states):
                raise RecordError(NO_ARCHIVES)
            line = history_of(rules)
            return side(rules, line, node_called(line, node or "here"), "History")
        if word == "here":
            return side(rules, record, self.session.cursor, "Where you stand")
        at = answered(record, node_called(record, word))
        return side(rules, record, at, f"Node {at}" if word.isdecimal() else f"“{word}”")


def told_parts(compared: Iterable[Part], a: str, b: str) -> Iterator[str]:
    """Yield a comparison, laid out part by part: what is the same is said once."""
    yield wrapped(f"{a} beside {b}")
    for part in compared:
        yield ""
        yield wrapped(f"== {part.heading} ==")
        for said in part.said:
            yield wrapped(said)
        for row in part.rows:
            if row.differs:
                yield from _told_row(part, row, a, b)
        alike = "; ".join(
            ": ".join(filter(None, (row.label, row.a.rstrip("."))))
            for row in part.rows
            if not row.differs
        )
        if alike:
            yield wrapped(f"The same on both: {alike}.", "  ", "    ")


def _told_row(part: Part, row: Compared, a: str, b: str) -> Iterator[str]:
    label = f"{capital(row.label)}:"
    if (part.kind in BESIDE or part.is_redlined) and row.a and row.b:
        yield wrapped(f"{label} {row.a} beside {row.b}", "  ", "    ")
        return
    if row.label:
        yield wrapped(label, "  ")
    for name, cell in ((a, row.a), (b, row.b)):
        lines = cell.split("\n") if cell else ["nothing of this"]
        if len(lines) == 1:
            yield wrapped(lines[0], f"    {name}: ", "      ")
            continue
        yield f"    {name}:"
        for line in lines:
            yield wrapped(line, "        " if line.startswith("  ") else "      ", "        ")
