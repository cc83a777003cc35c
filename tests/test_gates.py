"""What is open in a season: asked of many things at once, and of notes alike in all seasons."""

from game.rules.moment import Moment
from game.rules.seasons.gates import Gate, Thing, gates
from game.scenario import parse
from game.scenario.may import calendar_of
from tests.fords import rules_of_fords

RULES = rules_of_fords()
FIRST, SECOND = RULES.opening("1"), RULES.opening("1")._replace(turn=5)
"""In the springs of 1801 and 1802."""


def gates_of(*conditions: str) -> tuple[Gate, ...]:
    """Return the gates of things that ask for conditions, in the springs of 1801 and 1802."""
    things = [Thing((parse(condition),)) for condition in conditions]
    calendars = [calendar_of(state.turn, RULES.seasons[state.turn]) for state in (FIRST, SECOND)]
    return gates(things, calendars, RULES.questions)


def test_a_note_that_only_some_seasons_ask_for_shuts_in_those_alone() -> None:
    first, second = gates_of("note.gone or year >= 1802", "not note.gone")
    assert (first.opened(FIRST, 0b11), second.opened(SECOND, 0b11)) == (0b10, 0b11)
    gone = FIRST._replace(notes=FIRST.notes | {"gone"})
    assert (first.opened(gone, 0b11), second.opened(gone._replace(turn=5), 0b11)) == (0b01, 0b01)


def test_what_was_open_by_its_date_can_ask_for_a_note_later() -> None:
    first, second = gates_of("year >= 1801", "note.gone", "year <= 1801 or note.gone")
    assert (first.opened(FIRST, 0b111), second.opened(SECOND, 0b111)) == (0b101, 0b001)


def test_notes_that_grow_where_they_are_open_what_asks_for_them() -> None:
    gate, _ = gates_of("note.met", "note.met and note.gone")
    now = Moment(FIRST)
    now.notes = set(now.notes)
    opened = [gate.opened(now, 0b11)]
    for note in ("met", "met", "gone"):
        now.notes |= {note}
        opened.append(gate.opened(now, 0b11))
    assert opened == [0b00, 0b01, 0b01, 0b11]


def test_what_a_track_shuts_is_one_thing_in_all_seasons_that_ask_the_same() -> None:
    first, second = gates_of("favour > 40", "favour > 40 and year >= 1802")
    assert first.tracks[0][-1] is second.tracks[0][-1]
    assert (first.opened(FIRST, 0b11), second.opened(SECOND, 0b11)) == (0b01, 0b11)


def test_what_comes_every_year_is_one_thing_in_all_years() -> None:
    rows = [row for season in RULES.course.brought for row in season]
    assert len({id(row) for row in rows}) == len(set(rows)) < len(rows)
