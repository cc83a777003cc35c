"""What the rules guarantee of the names that conditions ask for, each with the line it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from game.scenario.faults import Path
from game.scenario.known import Known
from game.scenario.possible_reach import Reach
from game.scenario.possible_terms import (
    NONE,
    Claim,
    Either,
    Every,
    Flag,
    Linear,
    OneOf,
    Sum,
    Unsaid,
    compared,
    linear,
)
from game.scenario.syntax import OFFER
from game.scenario.table_model import ActKind
from game.state import BUILT_IN, Ended, Verdict

HUNDRED = 100


class When(Enum):
    """When a condition is asked."""

    TALKS = "before a seat decides"
    ADVICE = "while a seat is advised"
    AFTERWARDS = "when the talks are over"


class Line(NamedTuple):
    """Something an author wrote, and what it comes to."""

    path: Path
    sentence: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Premise:
    """A claim that certainly holds, and what it rests on."""

    claim: Claim
    line: Line
    choice: tuple[str, str] | None = None
    """The choice whose being impossible, or late, it tells of."""
    before: int = 0
    """The sitting before which that choice cannot be made; 0 for never."""


def names_in(claim: Claim) -> Iterator[str]:
    """Yield the names that a claim speaks of."""
    match claim:
        case Every(parts) | Either(parts):
            for part in parts:
                yield from names_in(part)
        case Sum(terms):
            yield from (name for name, _ in terms)
        case _:
            yield claim.name


class Facts:
    """What is certain of each name, where one scenario's conditions are asked."""

    def __init__(self, known: Known, reach: Reach) -> None:
        self.known = known
        self.reach = reach
        self._table = known.scenario.table

    def about(
        self, claims: Iterable[Claim], when: When, seat: str | None = None
    ) -> tuple[Premise, ...]:
        """Return what is certain of the names in some claims, and of those that these bring in."""
        found: list[Premise] = []
        seen: set[str] = set()
        waiting = [name for claim in claims for name in names_in(claim)]
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            for premise in self._about(name, when, seat):
                found.append(premise)
                waiting += names_in(premise.claim)
        found += self._one_choice_each(sorted(name for name in seen if name.startswith("chose.")))
        return tuple(found)

    def _about(self, name: str, when: When, seat: str | None) -> Iterator[Premise]:
        kind, dot, rest = name.partition(".")
        tracks = self.known.scenario.tracks
        reader = seat if when is When.TALKS else None
        if kind == "note" and dot:
            yield from self._note(rest, reader)
        elif kind == "chose" and dot:
            event, _, choice = rest.partition(".")
            yield from self._made(Flag(name, False), [(event, choice)], f"{name} holds", reader)
        elif name.startswith(OFFER):
            yield from self._offer(name)
        elif name in self.known.scenario.measures:
            yield from self._measure(name)
        elif name in tracks and name not in BUILT_IN:
            yield from self._track(name)
        elif (name in BUILT_IN and name != "patience") or name == "danger":
            at = ("tracks", name, "range") if name in tracks else ("table",)
            yield from _within(name, 0, 100, Line(at, f"{name} lies in 0-100"))
        else:
            yield from self._other(name, when, seat)

    def _other(self, name: str, when: When, seat: str | None) -> Iterator[Premise]:
        table, sittings = self._table, ("table", "sittings")
        last = table.sittings
        match name:
            case "sitting":
                said = f"the table has {last} sitting{'s' if last != 1 else ''}"
                yield from _within(name, 1, last, Line(sittings, said))
            case "day":
                yield from self._day()
            case "pressure":
                yield from self._pressure(when, seat)
            case "news":
                yield from self._news()
            case "paper":
                if when is When.AFTERWARDS:
                    yield _both_or_neither(
                        Flag("paper"), Flag("signed"), "afterwards the paper is what was signed"
                    )
                elif when is When.TALKS and seat == table.claimant:
                    yield Premise(
                        Either((Flag(name, False), _at_least("sitting", 2))),
                        Line(sittings, f"before {seat} first decides no paper lies there"),
                    )
            case "signed" if when is not When.AFTERWARDS:
                yield Premise(Flag(name, False), Line((), "nothing is signed while they talk"))
            case "signed":
                yield _both_or_neither(
                    Flag(name), OneOf("ended", frozenset({Ended.SIGNED.value})), "signed is signed"
                )
                verdicts = frozenset(self._verdicts())
                court = Line(("table", "court"), "a court judges what is signed, and nothing else")
                yield Premise(Either((Flag(name, False), OneOf("verdict", verdicts))), court)
                none = OneOf("verdict", frozenset({Verdict.NONE.value}))
                yield Premise(Either((Flag(name), none)), court)
            case "ended":
                yield from self._ended(when)
            case "verdict" | "begged":
                if name == "begged":
                    yield Premise(
                        Either((Flag(name, False), Flag("signed"))),
                        Line((), "only who has signed can beg to have it disowned"),
                    )
                else:
                    yield Premise(Either((Flag("signed"), Flag("signed", False))), Line((), ""))
            case "seat":
                chairs = frozenset({seat}) if seat else frozenset(self.known.chairs)
                yield Premise(OneOf(name, chairs), Line(("table",), "it is told to that seat"))

    def _verdicts(self) -> Iterator[str]:
        court = self._table.court
        if court.ratified <= 100:
            yield Verdict.RATIFIED.value
        if court.silence < court.ratified and court.silence <= 100:
            yield Verdict.SILENCE.value
        if min(court.silence, court.ratified) > 0:
            yield Verdict.DISOWNED.value

    def _ended(self, when: When) -> Iterator[Premise]:
        if when is not When.AFTERWARDS:
            line = Line((), "nothing has ended while they talk")
            yield Premise(OneOf("ended", frozenset({NONE})), line)
            return
        ways = frozenset(map(str, Ended))
        yield Premise(OneOf("ended", ways), Line((), "the talks have ended"))
        yield _both_or_neither(
            Flag("signed"), OneOf("ended", frozenset({Ended.SIGNED.value})), "signed is signed"
        )
        yield Premise(
            Either(
                (
                    OneOf("ended", ways - {Ended.LAPSED.value}),
                    _at_least("sitting", self._table.sittings),
                )
            ),
            Line(("table", "sittings"), f"talks lapse in sitting {self._table.sittings}"),
        )

    def _offer(self, name: str) -> Iterator[Premise]:
        options = frozenset(self.known.play.words.get(name, ()))
        line = Line((), f"{name} is said by a paper")
        yield Premise(OneOf(name, options | {NONE}), line)
        yield Premise(Either((Flag("paper"), OneOf(name, frozenset({NONE})))), line)
        yield Premise(Either((Flag("paper", False), OneOf(name, options))), line)

    def _track(self, name: str) -> Iterator[Premise]:
        source = self.known.scenario.tracks[name]
        low, high = source.range
        least, most = self.reach.bounds(name)
        if (least, most) != (low, high):
            # Before the range: of two reasons that would do, the plainer is the last to go.
            said = f"{name} starts at {source.start}, and choices keep it in {least}-{most}"
            yield from _within(name, least, most, Line(("tracks", name, "start"), said))
        range_of = Line(("tracks", name, "range"), f"{name} lies in {low}-{high}")
        yield from _within(name, low, high, range_of)

    def _measure(self, name: str) -> Iterator[Premise]:
        formula = self.known.scenario.measures[name]
        line = Line(("measures", name), f"{name} is {formula}")
        try:
            exact = linear(formula.root, self.known.after)
        except Unsaid:
            return
        own = Linear({name: 1}, 0)
        yield Premise(compared("<=", own, exact), line)
        yield Premise(compared("<", exact._replace(fixed=exact.fixed), _more(own)), line)

    def _day(self) -> Iterator[Premise]:
        scenario, table = self.known.scenario, self._table
        line = Line(("start",), f"the talks begin on day {scenario.start.day}")
        # a_day * (day - first) <= sitting + opens_at - 2 < a_day * (day - first) + a_day
        days = Linear(
            {"day": table.sittings_a_day}, -HUNDRED * table.sittings_a_day * scenario.start.day
        )
        held = Linear({"sitting": 1}, HUNDRED * (table.opens_at - 2))
        yield Premise(compared("<=", days, held), line)
        later = days._replace(fixed=days.fixed + HUNDRED * table.sittings_a_day)
        yield Premise(compared("<", held, later), line)

    def _pressure(self, when: When, seat: str | None) -> Iterator[Premise]:
        table = self._table
        acts = [act for act in table.acts.values() if table.claimant in act.seats]
        line = Line(("table", "acts"), "acts of pressure are counted, one a sitting at most")
        yield Premise(_at_least("pressure", 0), line)
        if not any(act.kind is ActKind.PRESSURE for act in acts):
            most = int(any(act.kind is ActKind.WAGER for act in acts))
            yield Premise(_at_most("pressure", most), line)
        before = 1 if when is When.TALKS and seat == table.claimant else 0
        held = Linear({"sitting": 1}, -HUNDRED * before)
        yield Premise(compared("<=", Linear({"pressure": 1}, 0), held), line)

    def _news(self) -> Iterator[Premise]:
        news = self._table.news
        if news is None:
            yield Premise(Flag("news", False), Line(("table",), "the table has no news"))
            return
        told = [man.news.sitting for man in self._table.people.values() if man.news is not None]
        first = min([news.sittings[0], *told])
        if news.never >= 100 and not told:
            line = Line(("table", "news", "never"), "the news never comes")
            yield Premise(Flag("news", False), line)
            return
        line = Line(("table", "news", "sittings"), f"the news comes from sitting {first} on")
        yield Premise(Either((Flag("news", False), _at_least("sitting", first))), line)

    def _note(self, note: str, seat: str | None) -> Iterator[Premise]:
        setters = self.reach.setters.get(note, ())
        name = f"note.{note}"
        yield from self._made(Flag(name, False), setters, f"{name} is set", seat)
        if setters:
            chosen = tuple(Flag(f"chose.{event}.{choice}") for event, choice in setters)
            event, choice = setters[0]
            yield Premise(
                Either((Flag(name, False), *chosen)),
                Line(
                    ("events", event, "choices", choice),
                    f"{name} is set only by {' or '.join(map('.'.join, setters))}",
                ),
            )
        for event, choice in self.reach.surely.get(note, ()):
            yield Premise(
                Either((Flag(name), Flag(f"chose.{event}.{choice}", False))),
                Line(("events", event, "choices", choice), f"{event}.{choice} sets {name}"),
            )

    def _made(
        self,
        unmade: Flag,
        setters: Iterable[tuple[str, str]],
        said: str,
        seat: str | None,
    ) -> Iterator[Premise]:
        """Yield when one of some choices can first have been made, if it can be made at all."""
        setters = tuple(setters)
        firsts = [self.reach.first.get(setter) for setter in setters]
        come = [first for first in firsts if first is not None]
        if not come:
            for event, choice in setters[:1]:
                listed = " or ".join(map(".".join, setters))
                yield Premise(
                    unmade,
                    Line(
                        ("events", event, "choices", choice),
                        f"{said} only by {listed}, which cannot be chosen",
                    ),
                    choice=(event, choice),
                )
            return
        first = min(come)
        event, choice = setters[firsts.index(first)]
        reader_is_later = first + self.reach.wait(event, seat)
        if reader_is_later > 1:
            path: Path = ("events", event)
            if self.known.scenario.events[event].when is not None:
                path = (*path, "when")
            yield Premise(
                Either((unmade, _at_least("sitting", reader_is_later))),
                Line(path, f"{said} by {event}.{choice}, in sitting {first} at the earliest"),
                choice=(event, choice),
                before=first,
            )

    def _one_choice_each(self, chosen: list[str]) -> Iterator[Premise]:
        for at, one in enumerate(chosen):
            event = one.split(".")[1]
            for other in chosen[at + 1 :]:
                if other.split(".")[1] == event:
                    yield Premise(
                        Either((Flag(one, False), Flag(other, False))),
                        Line(("events", event, "choices"), f"of {event} one choice is made"),
                    )


def _at_least(name: str, points: int) -> Claim:
    return Sum(((name, -1),), HUNDRED * points)


def _at_most(name: str, points: int) -> Claim:
    return Sum(((name, 1),), -HUNDRED * points)


def _within(name: str, low: int, high: int, line: Line) -> Iterator[Premise]:
    yield Premise(_at_least(name, low), line)
    yield Premise(_at_most(name, high), line)


def _more(own: Linear) -> Linear:
    return own._replace(fixed=own.fixed + HUNDRED)


def _both_or_neither(one: Flag, other: Flag | OneOf, said: str) -> Premise:
    match other:
        case Flag(name, holds):
            contrary: Claim = Flag(name, not holds)
        case OneOf(name, words):
            contrary = OneOf(name, frozenset(map(str, Ended)) - words)
    no = Flag(one.name, not one.holds)
    claim = Every((Either((no, other)), Either((one, contrary))))
    return Premise(claim, Line((), said))
