"""The words of line mode that walk a tree, mark it, and put two of its lines side by side."""

from __future__ import annotations

from collections.abc import Callable

from game.cli.plain_compare import told
from game.cli.plain_remarks import Remarks
from game.cli.plain_text import item, put, put_all, say
from game.cli.plain_tree import LEGEND, told_tree
from game.coach.compare import Side, compare, side
from game.coach.compare_words import said_of
from game.coach.outline_words import opens_archives
from game.coach.persons import opposite
from game.coach.standing import when
from game.coach.words_for import sentence
from game.errors import AmurError, RecordError, WordsError
from game.record import OPENING, is_aside, node_called
from game.record.history import HISTORY, documented
from game.record.outline import Outline, answered
from game.rules import Rules
from game.session import Session

NO_ARCHIVES = (
    "the documented line can be looked at once a line of this play has come to its end: what was "
    "really done is no plan"
)
STAYS_ASKED = "What was asked of your own people, or guessed, stays asked; you go on from there."

SAME_LUCK = (
    "Fortune stays as it was: the same {man} with the same need,{news} the same mood of the "
    "{court}. Only what you decide can differ, and what follows from it."
)


class Walks:
    """Answers the words of the tree; what moves the play calls `moved` afterwards."""

    def __init__(self, session: Session, mode: str, moved: Callable[[], None]) -> None:
        self.session = session
        self.mode = mode
        self.moved = moved
        self._words: dict[str, Callable[[str], None]] = {
            "tree": self._tree,
            "undo": self._undo,
            "redo": self._redo,
            "goto": self._go_to,
            "whatif": self._what_if,
            "compare": self._compare,
            **Remarks(session).words,
        }

    @property
    def rules(self) -> Rules:
        """The rules of the table."""
        return self.session.rules

    def answer(self, text: str) -> bool:
        """Answer a line if it begins with a word of the tree; return whether it did."""
        word, _, rest = text.strip().partition(" ")
        deed = self._words.get(word.lower())
        if deed is None:
            return False
        try:
            deed(rest.strip())
        except AmurError as error:
            say(sentence(str(error)))
        return True

    def _tree(self, which: str) -> None:
        record = self.session.record
        here = set(Outline(record).folds_above(self.session.cursor))
        opened = None if which.lower() == "all" else here
        seat = self.rules.table.seats.index(self.session.seat)
        put_all(
            told_tree(
                self.rules, record, self.session.states, opened, None, self.session.cursor, seat
            )
        )
        put()
        say(LEGEND)
        if opened is not None and len(record.ends()) > 1:
            say("'tree all' opens every variation.")

    def _undo(self, count: str) -> None:
        _nothing_after("undo", count)
        if not self.session.undo():
            say("There is nothing to undo.")
            return
        self.moved()

    def _redo(self, which: str) -> None:
        ways = self.session.ways_on()
        into = None
        if which:
            at = int(which) if which.isdecimal() and which.isascii() else 0
            if not ways:
                raise WordsError("no way goes on from here; 'undo' goes back, 'tree' shows all")
            if not 1 <= at <= len(ways):
                raise WordsError(f"'redo' takes the number of a way on, from 1 to {len(ways)}")
            into = ways[at - 1].id
        elif len(ways) > 1:
            say("Several ways go on from here; this is the one you went last.")
            self._tell_ways()
        if not self.session.redo(into):
            say("There is nothing to redo.")
            return
        self.moved()

    def _tell_ways(self) -> None:
        here = self.session.cursor
        record = self.session.record
        for number, way in enumerate(self.session.ways_on(), 1):
            lines = sum(1 for end in record.ends() if way in record.path(end.id))
            put(item(number, f"{self._said_at(way.id)} ({_lines(lines)})"))
        say(f"'redo 2' takes the second from node {here}.")
        put()

    def _said_at(self, node: int) -> str:
        """Return what was decided at a node."""
        walked = side(self.rules, self.session.record, node, "")
        return said_of(self.rules, walked, walked.steps[-1])

    def _go_to(self, word: str) -> None:
        if not word:
            raise WordsError(
                "say where to: 'goto 12', 'goto main', or a bookmark; 'tree' shows all"
            )
        self.session.go_to(node_called(self.session.record, word))
        self.session.advance()
        self._say_where()
        self.moved()

    def _what_if(self, word: str) -> None:
        # A row of the tree is named by its last node and is about its first: the rest is answers,
        # and what was asked of one's own people.
        row = Outline(self.session.record).row_of(node_called(self.session.record, word or "here"))
        decided = self.session.what_if(row[0] if row else OPENING)
        if is_aside(decided):
            say(STAYS_ASKED)
            self._say_where()
        else:
            self._say_before(decided.id)
        put()
        self.moved()

    def _say_before(self, node: int) -> None:
        """Say where one stands before a decision, what it was, and what would stay."""
        walked = side(self.rules, self.session.record, node, "")
        before = walked.steps[-1].before
        say(
            f"What if? You stand before node {answered(self.session.record, node)}, "
            f"on {when(self.rules, max(1, before.sitting))}. There you had decided:"
        )
        say(f"    {said_of(self.rules, walked, walked.steps[-1])}")
        words, man = self.rules.table.words, opposite(self.rules, before.seat).man
        brought = f" the {words.courier} on the same day," if self.rules.scenario.table.news else ""
        say(SAME_LUCK.format(man=man, news=brought, court=words.court))

    def _say_where(self) -> None:
        state = self.session.state
        say(
            f"You stand at node {self.session.cursor}, on "
            f"{when(self.rules, max(1, state.sitting))}."
        )

    def _compare(self, words: str) -> None:
        named = words.split()
        if not 1 <= len(named) <= 2:
            raise WordsError(
                "say what to compare: 'compare 12' puts node 12 beside where you stand, "
                "'compare 12 40' two nodes, 'compare history' the documented line"
            )
        a, b = self._side(named[0]), self._side(named[1] if len(named) > 1 else "here")
        put_all(told(self.rules, compare(self.rules, a, b), self.mode))

    def _side(self, word: str) -> Side:
        record = self.session.record
        of, _, node = word.partition("@")
        if of == HISTORY:
            if not opens_archives(record, self.session.states):
                raise RecordError(NO_ARCHIVES)
            line = documented(self.rules)
            return side(self.rules, line, node_called(line, node or "here"), "History")
        if word == "here":
            return side(self.rules, record, self.session.cursor, "Where you stand")
        at = answered(record, node_called(record, word))
        return side(self.rules, record, at, f"Node {at}" if word.isdecimal() else f"“{word}”")


def _lines(count: int) -> str:
    return "one line" if count == 1 else f"{count} lines"


def _nothing_after(word: str, rest: str) -> None:
    if rest:
        raise WordsError(f"'{word}' stands alone and goes one decision back; 'goto' goes anywhere")
