"""A game being played: deciding, going back, going on, and taking up after a crash."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.coach.weighing import ALREADY, why_not_weigh
from game.errors import IllegalDecisionError, RecordError
from game.files.library import Library
from game.files.plays import heading_for, resume_play, start_play
from game.files.records import RecordFile, read_record
from game.files.scenarios import read_scenario
from game.policy import Policy, persona
from game.record import (
    OPENING,
    Cursor,
    Glyph,
    Heading,
    Line,
    Name,
    Node,
    Note,
    Promotion,
    Record,
    Sign,
    digest,
    verify,
)
from game.rules import Rules
from game.rules.legal import Legal
from game.session import Session
from game.state import CLAIMANT, HOST, Decision, Phase, View

TINY = Path(__file__).parent / "cases" / "tiny"
RULES = Rules(read_scenario(TINY))
BOTH = ("ferryman", "miller")


class Steady:
    """Decides by what it sees alone, and never ends the talks if it can help it."""

    def __init__(self, taste: int = 0) -> None:
        self.taste = taste
        self.saw: list[View] = []

    def choose(self, view: View, legal: Legal) -> Decision:
        self.saw.append(view)
        ends = {"accept", "break-off", "sign-to-disown", "go-home"}
        heads = [h for h in legal.heads if h.verb not in ends] or list(legal.heads)
        head = heads[(self.taste + view.state.sitting) % len(heads)]
        return head.nth(len(head) - 1)


def seating(rules: Rules = RULES, seed: str = "") -> dict[str, Policy]:
    return {seat: Steady() for seat in rules.table.seats}


def session(seat: str = "ferryman", keep: list[Line] | None = None, **more: object) -> Session:
    kept: list[Line] = [] if keep is None else keep
    persons = more.pop("persons", None)
    assert not more
    heading = heading_for(RULES, "1858", seat, persons=persons)  # type: ignore[arg-type]
    begun = Session(RULES, Record(heading), seating(), kept.append)
    begun.advance()
    return begun


def at_the_table() -> Session:
    """Return a play in which an act is asked for."""
    one = session()
    while one.view().state.phase != Phase.SITTING:
        one.decide(one.legal()[0])
    return one


def play(session: Session, picks: Sequence[int] = (4, 4, 4, 4, 4, 4, 4, 4, 4)) -> Session:
    """Let the person decide by the place among what is legal, until the talks are over."""
    for pick in picks:
        if session.awaits_person:
            session.decide(session.legal()[pick % len(session.legal())])
    return session


def where(session: Session) -> tuple[int, str]:
    return session.cursor, digest(session.state)


def test_the_person_decides_and_the_others_answer() -> None:
    one = session()
    assert (one.seat_to_move, one.seat, one.awaits_person) == ("ferryman", "ferryman", True)
    turns = one.decide(Decision("choose", "ice", ("mend",)))
    assert len(turns) == 1
    turns = one.decide(Decision("tactic", "tea"))
    assert [n.seat_id for n in one.record.main_line()] == ["ferryman", "ferryman", "miller"]
    assert turns[-1].state == one.state
    assert list(one.story())[1:] == turns


def test_whoever_has_the_other_chair_opens_it_with_advance() -> None:
    one = session("miller")
    assert one.record.main_line()[0].seat_id == "ferryman"
    assert (one.seat_to_move, one.view().seat) == ("miller", HOST)


def test_an_illegal_decision_changes_nothing_and_is_not_kept() -> None:
    kept: list[Line] = []
    one = session(keep=kept)
    before = where(one)
    with pytest.raises(IllegalDecisionError):
        one.decide(Decision("accept"))
    assert (where(one), kept) == (before, [])


def test_nobody_decides_when_it_is_not_for_him_to_decide() -> None:
    watched = Session(RULES, session().record, seating(), persons=())
    with pytest.raises(IllegalDecisionError, match="it is for 'ferryman' to decide"):
        watched.decide(Decision("tactic", "tea"))
    watched.advance()
    with pytest.raises(IllegalDecisionError, match="the talks are over"):
        watched.decide(Decision("tactic", "tea"))


def test_a_policy_sees_its_own_view_and_nothing_else() -> None:
    miller = Steady()
    one = Session(RULES, session().record, {"miller": miller})
    play(one)
    assert miller.saw
    assert all(v.seat == HOST and v.state.seed == "" for v in miller.saw)
    assert all(v.state.men[CLAIMANT] is None for v in miller.saw)


def test_each_decision_is_kept_before_anything_comes_of_it() -> None:
    one = session()
    seen: list[tuple[Line, int]] = []
    one._keep = lambda line: seen.append((line, len(one.record.nodes)))
    play(one)
    nodes = [line for line, _ in seen]
    assert nodes == list(one.record.nodes.values())
    assert [known for _, known in seen] == list(range(len(nodes)))


def test_what_cannot_be_kept_has_not_happened() -> None:
    one = session()

    def full(line: Line) -> None:
        raise RecordError("the disk is full")

    keep, one._keep = one._keep, full
    before = (where(one), one.record)
    with pytest.raises(RecordError, match="full"):
        one.decide(one.legal()[0])
    with pytest.raises(RecordError, match="full"):
        one.remark(Name(OPENING, "here"))
    assert (where(one), one.record) == before
    one._keep = keep
    one.decide(one.legal()[0])
    assert len(one.record.nodes) == 1


def test_undo_goes_back_to_where_the_person_decided_and_redo_forward_again() -> None:
    one = session()
    marks = [where(one)]
    while one.awaits_person:
        one.decide(one.legal()[4 % len(one.legal())])
        marks.append(where(one))
    assert one.is_over
    for mark in reversed(marks[:-1]):
        assert one.undo()
        assert where(one) == mark
        assert one.awaits_person
    assert not one.undo()
    for mark in marks[1:]:
        assert one.redo()
        assert where(one) == mark
    assert not one.redo()


def test_a_forecast_is_not_taken_back_and_asked_again_of_another_paper() -> None:
    one = at_the_table()
    before = one.cursor
    one.decide(Decision("forecast", "", (), (0, 0)))
    asked = one.cursor
    assert one.undo()
    assert one.cursor not in (before, asked)
    while one.redo():
        pass
    assert one.cursor == asked


def test_before_a_forecast_was_asked_it_can_be_asked_again() -> None:
    one = at_the_table()
    one.decide(next(d for d in one.legal() if d.verb == "tactic"))
    while one.view().state.phase != Phase.SITTING:
        one.decide(one.legal()[0])
    before = one.cursor
    one.decide(Decision("forecast", "", (), (0, 0)))
    one.decide(next(d for d in one.legal() if d.verb == "tactic"))
    one.undo()
    assert why_not_weigh(CLAIMANT, one.state) == ALREADY
    one.undo()
    one.redo()
    assert one.cursor == before
    assert not why_not_weigh(CLAIMANT, one.state)
    one.decide(Decision("forecast", "", (), (0, 1)))
    assert why_not_weigh(CLAIMANT, one.state) == ALREADY


def test_a_play_that_goes_on_from_before_its_end_is_marked_for_good() -> None:
    kept: list[Line] = []
    one = session(keep=kept)
    assert one.undo() is False
    play(one)
    assert (one.is_over, one.has_looked) == (True, False)
    end = one.cursor
    one.undo()
    assert one.has_looked
    assert [line.on for line in kept if isinstance(line, Note)] == [end]
    size = len(kept)
    one.redo()
    one.undo()
    assert len(kept) == size + 2, "it is marked once"
    again = Session(RULES, one.record, seating())
    again.remark(Note(end, "a fine end"))
    assert again.has_looked, "no later note takes the mark away"


def test_a_note_on_the_end_stays_beside_the_mark() -> None:
    one = play(session())
    end = one.cursor
    one.remark(Note(end, "a fine end"))
    one.undo()
    assert one.has_looked
    assert one.record.notes[end].startswith("a fine end\n")


def test_whoever_only_watches_has_nothing_to_look_at() -> None:
    one = session(persons=())
    one.undo()
    assert not one.has_looked


def test_redo_survives_taking_another_branch() -> None:
    one = play(session(), (0, 4))
    first = one.cursor
    one.undo()
    one.decide(one.legal()[5])
    second = one.cursor
    one.undo()
    one.redo()
    assert one.cursor == second
    one.go_to(first)
    one.undo()
    one.redo()
    assert one.cursor == first


def test_the_same_decision_again_is_the_same_line() -> None:
    one = play(session(), (0, 4, 4))
    size, at = len(one.record.nodes), where(one)
    one.undo()
    play(one, (4,))
    assert (len(one.record.nodes), where(one)) == (size, at)


def test_going_nowhere_changes_nothing() -> None:
    one = play(session(), (0, 4))
    before = (where(one), one.record)
    with pytest.raises(RecordError, match="there is no node 99"):
        one.go_to(99)
    assert (where(one), one.record) == before


def test_remarks_change_no_state() -> None:
    kept: list[Line] = []
    one = play(session(keep=kept), (0, 4))
    before, size = where(one), len(kept)
    remarks = [Name(1, "ice"), Note(1, "why?"), Sign(1, Glyph.DUBIOUS), Promotion(1)]
    for remark in remarks:
        one.remark(remark)
    assert where(one) == before
    assert kept[size:] == remarks


def test_a_hot_seat_asks_for_a_curtain_when_the_screen_changes_hands() -> None:
    one = session(persons=BOTH)
    assert one.needs_curtain, "nobody has looked yet"
    one.lift_curtain()
    one.decide(Decision("choose", "ice", ("mend",)))
    assert not one.needs_curtain, "the same person goes on"
    one.decide(Decision("tactic", "tea"))
    assert one.needs_curtain
    assert one.view().seat == HOST
    one.lift_curtain()
    one.undo()
    assert one.needs_curtain
    one.decide(Decision("tactic", "tea"))
    one.decide(Decision("break-off"))
    assert (one.is_over, one.needs_curtain, one.outcome() is not None) == (True, False, True)


def test_one_person_needs_no_curtain() -> None:
    assert not session().needs_curtain


def test_a_watched_play_goes_a_decision_at_a_time() -> None:
    one = session(persons=())
    assert one.is_over, "advance plays to the end when nobody stops it"
    one.go_to(OPENING)
    assert one.step() is not None
    assert one.cursor == 1
    assert one.undo()
    assert one.redo()
    assert one.cursor == 1
    assert one.view().seat == CLAIMANT


@given(st.lists(st.tuples(st.sampled_from("ddddurg"), st.integers(0, 999)), max_size=30))
@settings(max_examples=60, deadline=None)
def test_after_a_crash_at_any_line_nothing_is_lost(steps: list[tuple[str, int]]) -> None:
    kept: list[Line] = []
    one = session(keep=kept)
    for step, pick in steps:
        if step == "d" and one.awaits_person:
            one.decide(one.legal()[pick % len(one.legal())])
        elif step == "u":
            one.undo()
        elif step == "r":
            one.redo()
            one.advance()
        elif step == "g":
            one.go_to([OPENING, *one.record.nodes][pick % (len(one.record.nodes) + 1)])
            one.advance()
    heading = one.record.heading
    assert tuple(kept) == one.record.lines
    for crash in {len(kept), len(kept) * 2 // 3, max(0, len(kept) - 1)}:
        found, misfits = Record(heading).with_lines(kept[:crash])
        again = Session(RULES, found, seating())
        assert (misfits, again.notices) == ((), ())
        assert again.cursor == found.cursor
        if again.cursor != OPENING:
            assert digest(again.state) == found.nodes[again.cursor].digest
        if crash == len(kept):
            assert where(again) == where(one)
    assert verify(RULES, one.record) == []


def test_a_crash_before_the_answer_is_answered_when_taken_up() -> None:
    one = play(session(), (0, 4, 4, 4))
    lines = one.record.lines
    asked = max(i for i, line in enumerate(lines) if getattr(line, "seat_id", "") == "ferryman")
    found, _ = Record(one.record.heading).with_lines(lines[: asked + 1])
    again = Session(RULES, found, seating())
    assert not again.awaits_person
    assert len(again.advance()) == 1
    assert where(again) == where(one)


def test_a_changed_scenario_is_taken_up_where_it_still_replays(tmp_path: Path) -> None:
    one = play(session(), (4, 4, 4, 4))
    assert "choose thanks eat" in [n.decision_text for n in one.record.main_line()]
    shutil.copytree(TINY, tmp_path / "tiny")
    river = tmp_path / "tiny" / "events" / "river.yaml"
    river.write_text(river.read_text("utf-8").replace("eat: {say: Eat", "fry: {say: Fry"), "utf-8")
    changed = Rules(read_scenario(tmp_path / "tiny"))
    kept: list[Line] = []
    again = Session(changed, one.record, seating(changed), kept.append)
    stop, since = again.notices
    assert stop.startswith("stops at node 4 (ferryman: choose thanks eat): that cannot")
    assert stop.endswith("; the play goes on from node 3")
    assert since == "the scenario has changed since this play was begun"
    newer = Rules(changed.scenario.model_copy(update={"version": 2}))
    *_, told = Session(newer, one.record, seating(newer), kept.append).notices
    assert told.endswith("was begun (version 1 then, 2 now)")
    assert again.cursor == 3
    assert kept == [], "looking changes nothing"
    again.decide(Decision("choose", "thanks", ("fry",)))
    assert [n.decision_text for n in again.record.variations(3)] == [
        "choose thanks eat",
        "choose thanks fry",
    ]
    with pytest.raises(RecordError, match="stops at node 4"):
        again.go_to(one.cursor)


def test_other_rules_for_the_same_scenario_are_noticed() -> None:
    one = play(session(), (4, 4))
    last = one.record.nodes[one.cursor]
    forged = [*one.record.lines[:-1], replace(last, digest="0" * 12)]
    record, _ = Record(one.record.heading).with_lines(forged)
    (notice,) = Session(RULES, record, seating()).notices
    assert notice.startswith(f"node {last.id} does not come out as it was recorded")


def test_a_record_of_another_scenario_or_seat_is_refused() -> None:
    with pytest.raises(RecordError, match="this record is of 'duel'"):
        Session(RULES, Record(Heading("duel", 1, "", "1", "ferryman")), seating())
    with pytest.raises(RecordError, match="nobody plays 'king'; the seats here are ferryman and"):
        Session(RULES, Record(heading_for(RULES, "1", "king")), seating())
    with pytest.raises(RecordError, match="nobody plays 'miller'"):
        Session(RULES, Record(heading_for(RULES, "1", "ferryman")), {})


def test_a_record_written_by_hand_needs_no_digests() -> None:
    heading = Heading("tiny", 1, "", "1858", "ferryman")
    record = Record(heading).with_line(Node(1, OPENING, "ferryman", "choose ice mend", ""))
    one = Session(RULES, record, seating())
    assert (one.cursor, one.notices) == (1, ())


@pytest.mark.parametrize("seat", BOTH)
def test_a_play_is_kept_in_its_file_and_taken_up_from_it(tmp_path: Path, seat: str) -> None:
    library = Library(tmp_path)
    with start_play(RULES, heading_for(RULES, "1858", seat), seating, library) as kept:
        kept.session.advance()
        play(kept.session, (4, 4))
        here, path = where(kept.session), kept.file.path
        assert read_record(path).record == kept.session.record
    with resume_play(lambda heading: RULES, path, seating) as again:
        assert (where(again.session), again.notices) == (here, ())
        again.session.undo()
        play(again.session)
        assert again.session.is_over
    record = read_record(path).record
    assert verify(RULES, record) == []
    assert any(isinstance(line, Cursor) for line in record.lines)


def test_a_play_that_cannot_begin_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="nobody plays 'king'"):
        start_play(RULES, heading_for(RULES, "1", "king"), seating, tmp_path / "x.amur")
    assert list(tmp_path.iterdir()) == []


def test_a_play_that_cannot_be_taken_up_is_not_held(tmp_path: Path) -> None:
    RecordFile.create(tmp_path / "x.amur", Heading("duel", 1, "", "1", "x")).close()
    with pytest.raises(RecordError, match="this record is of 'duel'"):
        resume_play(lambda heading: RULES, tmp_path / "x.amur", seating)
    assert [p.name for p in tmp_path.iterdir()] == ["x.amur"]


def test_the_shipped_scenario_is_played_and_taken_up_to_the_same_state() -> None:
    rules = Rules(read_scenario("aigun-six-days"))
    both = {
        "muraviev": persona("integrative", rules, "m"),
        "yishan": persona("official", rules, "y"),
    }
    one = Session(rules, Record(heading_for(rules, "1858", "muraviev")), both, persons=())
    one.advance()
    assert one.is_over
    assert one.outcome() is not None
    again = Session(rules, one.record, both)
    assert where(again) == where(one)
    assert verify(rules, one.record) == []
