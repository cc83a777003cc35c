"""What was remarked at the decision that one stands at: a sign, a bookmark and a note, in a box."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from game.record import OPENING, Glyph, Record, own_words
from game.tui.glyphs_table import glyph, in_level
from game.tui.replay.course import Course
from game.tui.settings import settings_of
from game.tui.texts import plain, said
from game.tui.widgets.panel import Panel

NAME_CELLS = 40
LONGEST = 1200
"""Letters of a note in the box; all of it can be opened."""


class Remarks(Panel):
    """Shows what was remarked; it is not there where nothing was."""

    DEFAULT_CSS = """
    Remarks { border: round $secondary; border-title-color: $secondary; max-height: 45%; }
    Remarks.-empty { display: none; }
    Remarks > Static { height: auto; max-width: 72; }
    """

    def __init__(self) -> None:
        super().__init__(id="remarks", classes="-empty")

    def compose(self) -> ComposeResult:
        """Yield the note."""
        yield Static()

    def show(self, record: Record, node: int, key: str) -> None:
        """Show what was remarked at a node; `key` opens the note in full."""
        # The opening bears the name of the whole play, which is no bookmark.
        name = "" if node == OPENING else record.names.get(node, "")
        sign = record.glyphs.get(node)
        note = own_words(record.notes.get(node, ""))
        self.set_class(not (sign or name or note), "-empty")
        title = titled(sign, name, has_note=bool(note))
        level = settings_of(self.app).level
        self.show_title(in_level(title, level))
        static = self.query_one(Static)
        static.update(in_level(plain(note[:LONGEST]), level))
        static.display = bool(note)
        self.show_state(f"{key}: in full" if note else "")


def titled(sign: Glyph | None, name: str, *, has_note: bool) -> Content:
    """Return what the box is headed: the sign with its word, the bookmark, that there is a note.

    >>> titled(Glyph.DUBIOUS, "the storm", has_note=True).plain
    '?! dubious · “the storm” · ¶ note'
    """
    parts: list[Content] = []
    if sign is not None:
        parts.append(said(f"{sign.value} {sign.name.lower()}"))
    if name:
        parts.append(said("“", plain(name, NAME_CELLS), "”"))
    if has_note:
        parts.append(said(f"{glyph('note')} note"))
    return Content(" · ").join(parts)


def marks_of(course: Course) -> dict[int, str]:
    """Return for each place of a line at which something was remarked the mark on the track.

    A sign goes before a note, and a note before a bookmark.
    """
    record, marks = course.record, dict[int, str]()
    noted = [node for node, note in record.notes.items() if own_words(note)]
    for found, mark in ((record.names.keys() - {OPENING}, "name"), (noted, "note")):
        marks |= _placed(course, {node: glyph(mark) for node in found})
    return marks | _placed(course, {node: sign.value[:1] for node, sign in record.glyphs.items()})


def _placed(course: Course, found: Mapping[int, str]) -> dict[int, str]:
    """Return marks by their places instead of their nodes, as far as these are on the line."""
    places = ((course.place_of(node), mark) for node, mark in found.items())
    return {place: mark for place, mark in places if place is not None}
