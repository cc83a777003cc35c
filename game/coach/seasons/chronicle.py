"""The chronicle of the seasons: what a turn brought about, each thing with its cause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from game.coach import chronicle as of_a_table
from game.coach.risk_told import risk_told
from game.coach.seasons import foretold
from game.coach.seasons.counsel import record_said
from game.coach.seasons.dates import season_of
from game.coach.seasons.effects_told import changes_said
from game.coach.seasons.naming import is_seen, order_label
from game.coach.seasons.news import usage_told, word_came
from game.coach.seasons.orders_told import odds_said
from game.coach.seasons.talks_told import closed_told, consequence, opened_told
from game.coach.seasons.toll import BEFELL, said_by
from game.coach.seasons.tracks import unmoved
from game.coach.seasons.usual import CAME, FOLDED, USUAL, folded
from game.coach.words_for import MUCH, sentence
from game.rules import CampaignRules
from game.state import CLAIMANT, Decision, Entry, State, Turn

CLOSED, OPENED, MOVED = "table-closed", "table-opened", "track-changed"


class Line(NamedTuple):
    """One thing that is told."""

    text: str
    kind: str
    """What it is: `season usage news letter chosen result order hazard change toll table follow
    adviser breach end`; in talks `act cause reply scene news end`."""
    source: str = ""
    """Who says so, as it stands in brackets in the text; empty where nobody is cited."""


class Told(NamedTuple):
    """An entry of the seasons that is told."""

    rules: CampaignRules
    before: State
    after: State
    entry: Entry
    mode: str
    since: tuple[Entry, ...] = ()
    """What came after it in the same turn."""

    def get(self, field: str) -> str:
        """Return a field of the entry as text."""
        return str(dict(self.entry.data)[field])

    @property
    def times(self) -> int:
        """How often the same came before."""
        return int(str(dict(self.entry.data).get("times", 0)))

    @property
    def on_a_journey(self) -> bool:
        """Whether it reached whoever decides where he was on a journey."""
        return "away" in dict(self.entry.data)

    def number(self, field: str) -> int:
        """Return a field of the entry that holds a whole number."""
        return int(self.get(field))


def told(
    rules: CampaignRules, before: State, decision: Decision, turn: Turn, mode: str, each: str = ""
) -> tuple[Line, ...]:
    """Return what a turn brought about, as whoever decides in the seasons is told it.

    What happened at a table is told by that table's own chronicle. What is usual, and what was
    foretold, is told in one line where `each` says how every part of it is read.
    """
    at_table, in_season = parted(before, turn)
    in_season = foretold.due_at_once(folded(rules, in_season, each), each) if each else in_season
    lines: list[Line] = []
    if before.at:
        ended = rules.closed(before, decision) if in_season else turn.state
        lines += _of_table(rules, before, ended, at_table, mode)
    lines += _of_seasons(rules, before, turn.state, in_season, mode)
    if not before.at and turn.state.at:
        opened = turn.state
        lines += _of_table(rules, opened, opened, at_table, mode)
    return tuple(lines)


def parted(before: State, turn: Turn) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return what happened at a table in a turn, and what in the season."""
    kinds = [entry.what for entry in turn.entries]
    if before.at:
        cut = kinds.index(CLOSED) if CLOSED in kinds else len(kinds)
        first, rest = turn.entries[:cut], turn.entries[cut:]
        # What follows from talks may open others at once; what is met there is told on arrival.
        return first, rest
    cut = kinds.index(OPENED) + 1 if OPENED in kinds else len(kinds)
    return turn.entries[cut:], turn.entries[:cut]


def _of_table(
    rules: CampaignRules, before: State, after: State, entries: Iterable[Entry], mode: str
) -> Iterator[Line]:
    turn = Turn(after, tuple(entries))
    for line in of_a_table.told(rules.at(before), before, turn, CLAIMANT, mode):
        yield Line(line.text, line.kind)


def _of_seasons(
    rules: CampaignRules, before: State, after: State, entries: Iterable[Entry], mode: str
) -> Iterator[Line]:
    told_so_far, everything = 0, tuple(entries)
    for together, group in groupby(everything, key=_together):
        if together == foretold.PROVED:
            judged = tuple(group)
            told_so_far += len(judged)
            since = everything[told_so_far:]
            of_each = (
                Told(rules, before, after, entry, mode, (*judged[at:], *since))
                for at, entry in enumerate(judged, 1)
            )
            yield from _all_proved(tuple(of_each))
            continue
        if together:
            moves = tuple(group)
            told_so_far += len(moves)
            yield from _moved(rules, moves, mode, partial(unmoved, rules, (before, after), mode))
            continue
        for entry in group:
            told_so_far += 1
            kind, tell = TELLS.get(entry.what, ("", None))
            of = Told(rules, before, after, entry, mode, everything[told_so_far:])
            text = tell(of) if tell is not None else ""
            if text:
                yield Line(text, kind, _source(rules, entry))


def _source(rules: CampaignRules, entry: Entry) -> str:
    """Return who says so of an entry of the ledger; empty for anything else."""
    if entry.what not in ("toll-booked", "toll-due"):
        return ""
    return said_by(rules, rules.effects.book[int(str(dict(entry.data)["entry"]))].source)


def _together(entry: Entry) -> str:
    """Return what entries share that are told in one go: a cause, or that somebody was judged."""
    return {MOVED: entry.because, foretold.PROVED: foretold.PROVED}.get(entry.what, "")


def _all_proved(judged: Sequence[Told]) -> Iterator[Line]:
    """Tell what came of forecasts of those who were listened to, and in one line of all others."""
    predictions = judged[0].rules.scenes.counsels.predictions
    unheard = [t for t in judged if predictions[t.number("foretold")].is_otherwise]
    for t in judged:
        if t not in unheard:
            yield Line(_proved(t), "adviser")
    if unheard:
        right, wrong = ([_foreteller(t) for t in unheard if t.number("right") == n] for n in (1, 0))
        yield Line(foretold.told_unheard(right, wrong), "adviser")


def _foreteller(t: Told) -> tuple[str, str]:
    """Return who foretold something, and the title of the scene before which it was."""
    scenario, predictions = t.rules.scenario, t.rules.scenes.counsels.predictions
    event = scenario.events[predictions[t.number("foretold")].event]
    return scenario.advisers[t.get("adviser")].name, event.title


def _moved(
    rules: CampaignRules, entries: Iterable[Entry], mode: str, still: Callable[[str], str]
) -> Iterator[Line]:
    """Tell how tracks moved for one cause, in one line; of which it can `still` not be seen."""
    by: dict[str, int] = {}
    for entry in entries:
        data = dict(entry.data)
        track = str(data["track"])
        if is_seen(rules.scenario, track):
            by[track] = by.get(track, 0) + int(str(data["by"]))
    moved = {id: points for id, points in by.items() if points}
    stands = {id: still(id) for id, points in moved.items() if abs(points) >= MUCH}
    said = changes_said(rules, moved, mode, still=stands)
    if said:
        yield Line(said, "change")


def _chose(t: Told) -> str:
    return t.rules.scenario.events[t.get("event")].choices[t.get("choice")].result


def _risk(t: Told) -> str:
    event = t.rules.scenario.events[t.rules.scenes.all[t.before.scene].id]
    return risk_told(event, t.get("risk"), t.number("odds"), t.mode)


def _acted(t: Told) -> str:
    action = t.rules.scenario.actions[t.get("action")]
    target = t.get("target")
    results = (action.targets[target].result if target else ()) or action.result
    label = sentence(order_label(t.rules.scenario, t.get("action"), target))
    return f"{label} {in_turn(results, t.times)}".strip()


def in_turn(texts: Sequence[str], times: int) -> str:
    """Return which of several texts is told after so many times; empty where there is none.

    >>> in_turn(("once", "again"), 3), in_turn((), 0)
    ('again', '')
    """
    return texts[times % len(texts)] if texts else ""


def _went_on(t: Told) -> str:
    steps = t.rules.scenario.actions[t.get("action")].steps
    feat = t.rules.orders.by_words[t.get("action"), t.get("target")]
    # In the turn a plan may have been carried on twice; what is told is where it stands then.
    done = (t.after.done[feat.place] - 1) % steps + 1
    return f"It is prepared by {done} of {steps} steps."


def _hazard(t: Told) -> str:
    written = t.rules.scenario.actions[t.get("action")].hazard
    if written is None:
        return ""
    return (
        f"It went wrong ({odds_said(t.number('odds'), t.mode)}): {in_turn(written.text, t.times)}"
    )


def _booked(t: Told) -> str:
    return f"Entered in the ledger: {_paid(t)}."


def _due(t: Told) -> str:
    season = season_of(t.rules, t.number("turn")).lower()
    return f"Still to come, and entered in the ledger for {season}: {_paid(t)}."


def _paid(t: Told) -> str:
    entry = t.rules.effects.book[t.number("entry")]
    says = said_by(t.rules, entry.source)
    paid = f"{entry.count:,} {BEFELL[entry.kind]}, {entry.who}"
    return f"{paid} ({says})" if says else paid


def _proved(t: Told) -> str:
    right, times = t.after.proved[t.rules.scenes.counsels.advisers.index(t.get("adviser"))]
    later = [dict(entry.data) for entry in t.since if entry.what == foretold.PROVED]
    his = [each for each in later if each["adviser"] == t.get("adviser")]
    record = record_said(right - sum(bool(each["right"]) for each in his), times - len(his))
    came = bool(t.number("right"))
    return foretold.told_proved(t.rules, t.after, t.mode, t.number("foretold"), record, came=came)


def _untried(t: Told) -> str:
    return foretold.told_untried(t.rules, t.entry.because.split()[1], t.get("adviser"))


def _letter(t: Told) -> str:
    return in_turn(t.rules.effects.letters[t.number("letter")].texts, t.times)


TELLS: Mapping[str, tuple[str, Callable[[Told], str]]] = {
    "season-opened": ("season", lambda t: f"{season_of(t.rules, t.number('turn'))}."),
    CAME: ("usage", lambda t: usage_told(t.rules, t.get("id"), t.after.turn)),
    USUAL: ("usage", lambda t: FOLDED.format(each=t.get("each"))),
    "pressure-came": (
        "news",
        lambda t: word_came(t.rules, t.get("id"), away=t.on_a_journey),
    ),
    "letter-came": ("letter", _letter),
    "chose": ("result", _chose),
    "risk-came": ("hazard", _risk),
    "acted": ("order", _acted),
    "went-on": ("order", _went_on),
    "hazard-came": ("hazard", _hazard),
    "toll-booked": ("toll", _booked),
    "toll-due": ("toll", _due),
    OPENED: ("table", lambda t: opened_told(t.rules, t.get("table"), t.after)),
    CLOSED: ("table", lambda t: closed_told(t.rules, t.after.deals[t.number("deal")])),
    "followed": ("follow", lambda t: consequence(t.rules, t.get("table"), t.number("part"))),
    foretold.UNTRIED: ("adviser", _untried),
    "unproved": ("adviser", lambda t: foretold.told_unproved(t.rules, t.number("foretold"))),
    foretold.DUE: ("adviser", lambda t: t.get("says")),
    "breached": ("breach", lambda t: t.rules.scenario.seasons.breaches[t.get("id")].text),
    "served": ("end", lambda t: "The last season has passed."),
}
"""How each kind of entry is told, and as what; what tells nothing is left out."""
ELSEWHERE = {
    "scene-came": "the scene itself is shown",
    MOVED: "changes of one cause are told in one line",
    foretold.PROVED: "those who were not listened to are told in one line",
}
"""Kinds that are told otherwise, each with the reason."""
