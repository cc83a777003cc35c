"""The words of line mode that mark, name and note a decision, and make a line the main one."""

from __future__ import annotations

from collections.abc import Callable

from game.cli.plain_text import say
from game.errors import WordsError
from game.record import OPENING, Glyph, Name, Note, Promotion, Sign, is_aside, node_called
from game.session import Session

GLYPHS = " ".join(glyph.value for glyph in Glyph)
NONE = "none"
"""Takes a mark, a name or a note away."""


class Remarks:
    """Answers the words that remark something on a node."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.words: dict[str, Callable[[str], None]] = {
            "mark": self._mark,
            "name": self._name,
            "note": self._note,
            "promote": self._promote,
        }

    def _mark(self, words: str) -> None:
        node, sign = self._on(words, self._last_decision())
        if sign != NONE and sign not in (glyph.value for glyph in Glyph):
            said = f"'{sign}' is no mark" if sign else "say which mark"
            raise WordsError(f"{said}: there are {GLYPHS}, and '{NONE}' takes one away")
        glyph = None if sign == NONE else Glyph(sign)
        self.session.remark(Sign(node, glyph))
        say(f"Node {node} is marked {sign}." if glyph else f"Node {node} bears no mark now.")

    def _name(self, words: str) -> None:
        node, name = self._on(words, self._last_decision())
        what = "The play" if node == OPENING else f"Node {node}"
        names = self.session.record.names
        if not name:
            now = f"is called “{names[node]}”" if node in names else "has no name"
            say(f"{what} {now}; 'name {node} WORDS' gives one, 'name {node} {NONE}' takes it away.")
            return
        self.session.remark(Name(node, "" if name == NONE else name))
        say(f"{what} has no name now." if name == NONE else f"{what} is called “{name}” now.")
        others = [other for other, called in names.items() if called == name and other != node]
        if name != NONE and others:
            say(f"Node {others[0]} has that name, too; 'goto' will ask which is meant.")

    def _note(self, words: str) -> None:
        node, text = self._on(words, self._last_decision())
        notes = self.session.record.notes
        if not text:
            if node in notes:
                say(f"The note on node {node}: {notes[node]}")
            how = f"'note {node} WORDS' writes one, 'note {node} {NONE}' takes it away."
            say(how if node in notes else f"Node {node} has no note; {how}")
            return
        self.session.remark(Note(node, "" if text == NONE else text))
        say(f"Node {node} has no note now." if text == NONE else f"Noted on node {node}.")

    def _promote(self, word: str) -> None:
        if not word:
            raise WordsError("say which line: 'promote here', or a node that it leads to")
        here = self.session.cursor
        node = here if word == "here" else node_called(self.session.record, word)
        self.session.remark(Promotion(node))
        say(f"The line through node {node} is the main line now.")

    def _on(self, words: str, otherwise: int) -> tuple[int, str]:
        """Return the node that words begin with, a number or `here`, else another; and the rest."""
        first, _, rest = words.partition(" ")
        if first == "here":
            return self.session.cursor, rest.strip()
        if first.removeprefix("#").isdecimal():
            return node_called(self.session.record, first), rest.strip()
        return otherwise, words

    def _last_decision(self) -> int:
        persons = self.session.persons
        for node in reversed(self.session.record.path(self.session.cursor)):
            if not is_aside(node) and (node.seat_id in persons or not persons):
                return node.id
        return OPENING
