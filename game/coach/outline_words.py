"""A row of the outline in words: the day, what was decided in it, how it was answered."""

from __future__ import annotations

from textwrap import shorten
from typing import NamedTuple

from game.coach.deeds import deed, deed_of_other
from game.coach.names import in_sentence
from game.coach.papers import differences
from game.coach.persons import opposite
from game.coach.standing import short_day
from game.coach.words_for import points
from game.errors import AmurError, RecordError
from game.record import Node, Record, States, told_to
from game.record.outline import Row
from game.rules import Outcome, Rules, parsed
from game.state import ASIDES, HOST, Decision, Ended, Phase, State, Verdict

OF_A_HOST = {
    "accept": "{does}",
    "sign-to-disown": "{does}",
    "consult": "consults",
    "refuse": "refuses",
    "listen": "listens",
    "fall-ill": "is ill",
    "break-off": "rises",
}
"""What a claimant is told of a host's answers without words of their own, in short."""
OF_A_CLAIMANT = {"accept": "takes your word", "go-home": "goes home", "stay": "stays"}
"""What a host is told of a claimant's."""
BECAME = {
    Verdict.RATIFIED: "ratified",
    Verdict.SILENCE: "in silence",
    Verdict.DISOWNED: "torn up",
    Verdict.NONE: "no paper",
}
"""What became of the paper, in the few words that a list has room for."""


NOTE = 60
"""Characters of a note beside a row; where its node is told it stands whole."""


class Words(NamedTuple):
    """A row as it is told."""

    day: str
    """As in `24 May`, empty for the opening."""
    sitting: int
    """In which the row was decided; 0 for the opening."""
    said: str
    """What was decided, or that it cannot be told any more."""
    answer: str
    """How it was answered, in short; empty where nobody answered."""
    is_sound: bool = True
    """The row still replays."""


class OutlineWords:
    """Tells the rows of records that share a seed to a chair."""

    def __init__(self, rules: Rules, states: States, seat: int) -> None:
        self.rules = rules
        self.states = states
        self.seat = seat

    def of(self, record: Record, row: Row) -> Words:
        """Return the words of a row."""
        if not row.nodes:
            return Words("", 0, "The talks open", "")
        seat = self.seat
        said, answers = "", list[str]()
        first = record.nodes[row.nodes[0]]
        try:
            begun = self.states.at(record, first.parent)
            for id in row.nodes:
                node = record.nodes[id]
                before = self.states.at(record, node.parent)
                decision = parsed(node.decision_text, self.rules.table, before)
                if decision.verb in ASIDES and said:
                    continue
                if not said:
                    said = self._first(before, decision, node, seat)
                elif short := self._answer(before, decision, seat):
                    answers.append(short)
            self.states.at(record, row.nodes[-1])
        except AmurError:
            return Words("", 0, f"{first.seat_id}: {first.decision_text}", "", is_sound=False)
        return Words(
            short_day(self.rules, begun.sitting), max(1, begun.sitting), said, "; ".join(answers)
        )

    def _first(self, before: State, decision: Decision, node: Node, seat: int) -> str:
        if before.seat == seat:
            return deed(self.rules, before, decision, seat) or _guessed(decision)
        short = self._answer(before, decision, seat)
        if short:
            return short
        return f"{self.rules.scenario.seats[node.seat_id].called} decides"

    def _answer(self, before: State, decision: Decision, seat: int) -> str:
        """Return what the other decided at the table, in short; his scenes are his own."""
        return answered_in_short(self.rules, before, decision)


def answered_in_short(rules: Rules, before: State, decision: Decision) -> str:
    """Return what a chair decided at a table, as the other is told it; of scenes nothing."""
    if before.phase == Phase.SCENE or decision.verb in ASIDES:
        return ""
    who = opposite(rules, 1 - before.seat)
    paper = decision.paper
    if before.seat == HOST and paper is not None and before.paper is not None:
        other = differences(rules, paper, before.paper)
        return f"{who.his} word: {other or 'the paper'}"
    answers = OF_A_HOST if before.seat == HOST else OF_A_CLAIMANT
    if decision.verb in answers:
        return f"{who.he} {answers[decision.verb].format(does=rules.table.words.consent.does)}"
    did = deed_of_other(rules, before, decision, before.seat)
    return f"{who.his} act: {in_sentence(rules.scenario, did)}"


def _guessed(decision: Decision) -> str:
    return f"You note: “{' '.join(decision.about)}”" if decision.verb == "expect" else ""


def noted(note: str) -> str:
    """Return what is said of a note beside a row.

    >>> noted("well played")
    'note: well played'
    """
    return f"note: {shorten(note, NOTE, placeholder='…')}"


def end_told(rules: Rules, outcome: Outcome, record: Record, seat: int | None = None) -> str:
    """Return how a line ended and what lasted for a chair, as in `in silence · 41`.

    The chair is the recorded one unless another is named; of two people's play both are told.
    """
    kept = lasting_told(rules, outcome, record, seat)
    how = BECAME[outcome.verdict]
    if outcome.treaty is None:
        how = {Ended.BROKEN_OFF: "broken off", Ended.WENT_HOME: "went home"}.get(
            outcome.ended, "lapsed"
        )
    return f"{how} · {kept}"


def lasting_told(rules: Rules, outcome: Outcome, record: Record, seat: int | None = None) -> str:
    """Return what lasted for a chair; of two people's play what lasted for each."""
    lasting = [points(value) for value in outcome.lasting]
    if len(record.heading.played) > 1:
        return " to ".join(lasting)
    return lasting[told_to(rules, record.heading) if seat is None else seat]


def opens_archives(record: Record, states: States) -> bool:
    """Return whether a line of a record came to an end, so that its archives have been open."""
    for node in record.ends():
        try:
            if states.at(record, node.id).ended is not None:
                return True
        except RecordError:
            continue
    return False
