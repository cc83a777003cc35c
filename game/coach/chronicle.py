"""The chronicle: what a turn brought about, told in plain sentences to one seat.

A seat reads words for what the other hides. Every sentence is chosen by the terms of the entry or
of the host's reason that it tells; where nothing moved, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.coach.causes import CAUSES
from game.coach.foreseen import is_seen
from game.coach.heard import HEARD
from game.coach.levels import as_shown, level_of
from game.coach.menu import about, label_across
from game.coach.names import in_sentence
from game.coach.persons import Person, opposite
from game.coach.replies import answered
from game.coach.telling import ELSEWHERE, READ_LATER, Telling
from game.coach.words_for import issue_label, option_text, sentence
from game.rules import Rules
from game.rules.legal import Head
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Entry, Phase, State, Turn

MOVED = "track-changed"
"""Entries that are told as one for each track."""
PAPER = "paper"
"""What a line tells by which the host hears of a paper, clause by clause."""


class Line(NamedTuple):
    """One sentence of the chronicle."""

    text: str
    kind: str
    """`act`, `cause`, `reply`, `scene`, `news` or `end`."""
    because: str
    """The clause or rule it tells of; of a reply, what it claims."""


def told(
    rules: Rules, before: State, turn: Turn, seat: int, mode: str = "advisers"
) -> tuple[Line, ...]:
    """Return the sentences that tell a turn to a seat."""
    lines: list[Line] = []
    tracks: list[Entry] = []
    unseen: list[Entry] = []
    is_heard = False
    for entry in turn.entries:
        if seat not in entry.seen_by or entry.what not in CAUSES:
            continue
        if _is_private(before, entry, seat):
            if entry.what == MOVED and _is_open(rules, before, turn.state, entry, seat):
                unseen.append(entry._replace(because=ELSEWHERE))
            continue
        if entry.what == MOVED:
            tracks.append(entry)
            continue
        text = CAUSES[entry.what](Telling(rules, before, entry, seat, mode, turn.state))
        if text:
            is_heard |= entry.what in HEARD
            lines.append(Line(text, KINDS.get(entry.what, "cause"), entry.because))
    his = opposite(rules, seat).his
    elsewhere = (f"By something that was decided on {his} side, ", f" ({READ_LATER} what)")
    for entries, (opening, ending), because in (
        (tracks, ("", ""), "tracks"),
        (unseen, elsewhere, ELSEWHERE),
    ):
        sums = (CAUSES[MOVED](Telling(rules, before, e, seat, mode)) for e in _summed(entries))
        moved = "; ".join(text for text in sums if text)
        if moved:
            lines.append(Line(sentence(f"{opening}{moved}{ending}"), "cause", because))
    if turn.state.transcript == before.transcript:
        return tuple(lines)
    decision = turn.state.transcript[-1]
    if before.phase == Phase.REPLY:
        replies = answered(rules, before, turn.state, decision, seat)
        # What he says comes first; what it did to either is read after it.
        lines[:0] = [Line(said.text, "reply", said.because) for said in replies]
    elif seat == HOST:
        claimant = opposite(rules, seat)
        # What was heard of an act is the act; any other is named before what it did.
        acted = () if is_heard else _acted(rules, decision, claimant)
        passed = _passed_over(rules, before, decision, turn, claimant)
        laid = _laid(rules, before, decision, claimant)
        lines = [*_acts(acted), *lines, *_acts(passed), *_acts(laid, PAPER)]
    return tuple(lines)


def _acts(texts: Iterable[str], because: str = "decision") -> Iterator[Line]:
    return (Line(text, "act", because) for text in texts)


def _summed(moved: list[Entry]) -> Iterator[Entry]:
    """Yield one entry for each track that moved in a turn, in their order, by the sum of it."""
    by_track: dict[str, list[Entry]] = {}
    for entry in moved:
        by_track.setdefault(str(dict(entry.data)["track"]), []).append(entry)
    for track, entries in by_track.items():
        *_, last = entries
        by = sum(int(str(dict(entry.data)["by"])) for entry in entries)
        causes = [entry.because for entry in entries]
        # What an act moves besides may be left out for smallness, what a rule or a scene moves not.
        because = next((cause for cause in causes if not cause.startswith("act ")), causes[0])
        data = (("track", track), ("by", by), ("now", dict(last.data)["now"]))
        yield last._replace(data=data, because=because)


def _is_private(before: State, entry: Entry, seat: int) -> bool:
    """Return whether an entry goes back to a scene of the other seat: it sees only the paper."""
    return before.phase == Phase.SCENE and before.seat != seat and entry.what != "amended"


def _is_open(rules: Rules, before: State, after: State, entry: Entry, seat: int) -> bool:
    """Return whether this seat sees that a scene of the other moved a track.

    What is shown must add up, so it is told that it moved; what was decided is not.
    """
    track = str(dict(entry.data)["track"])
    if track not in rules.scenario.tracks or not is_seen(rules.scenario, track, seat):
        return False
    was, now = (as_shown(track, level_of(rules, state, track), seat) for state in (before, after))
    return was != now


KINDS = {
    "scene-came": "scene",
    "chose": "scene",
    "risk-came": "scene",
    "news-came": "news",
    "lapsed": "end",
    "went-home": "end",
    "signed": "end",
}
"""Kinds of line that are not causes."""


def _acted(rules: Rules, decision: Decision, claimant: Person) -> Iterator[str]:
    """Tell the host what the claimant did."""
    if decision.verb == "accept":
        yield f"{claimant.He} takes your word as you gave it."
        return
    act = rules.table.by_id.get(decision.name)
    if act is not None and act.kind != ActKind.LAY:
        called = in_sentence(rules.scenario, label_across(rules, act, CLAIMANT))
        chosen = f"{claimant.He} chooses: {called}"
        if decision.about:
            chosen += f": {about(rules, Head(decision.verb, decision.name, decision.about))}"
        yield sentence(chosen)


def _passed_over(
    rules: Rules, before: State, decision: Decision, turn: Turn, claimant: Person
) -> Iterator[str]:
    """Tell the host, in the sitting after he asked, that he was given no answer."""
    asked = before.transcript[-1] if before.transcript else decision
    act = rules.table.by_id.get(asked.name)
    if act is None or act.kind != ActKind.ASK or decision.verb != "tactic" or before.question < 0:
        return
    if turn.state.question == before.question:
        issue = issue_label(rules.scenario, before.question)
        yield f"{claimant.He} passes over your question about {issue}; it stands open."


def _laid(rules: Rules, before: State, decision: Decision, claimant: Person) -> Iterator[str]:
    """Tell the host what paper lies before him now."""
    paper, last = decision.paper, before.paper
    if paper is None:
        return
    changed = [i for i, o in enumerate(paper) if last is None or last[i] != o]
    terms = "; ".join(option_text(rules.scenario, i, paper[i]) for i in changed)
    if last is None:
        yield f"{claimant.He} lays a paper down: {terms}."
    elif changed:
        yield f"{claimant.He} changes {claimant.his} paper: {terms}."
    else:
        yield f"{claimant.He} lays the same paper down again."
