"""What the rules guarantee of the names that conditions ask for, each with the line it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.scenario.faults import Path
from game.scenario.known import Known
from game.scenario.possible_numbers import (
    at_least,
    lies_within,
    of_day,
    of_measure,
    of_news,
    of_pressure,
    of_track,
)
from game.scenario.possible_premises import Line, Premise, When, names_in
from game.scenario.possible_reach import Reach
from game.scenario.possible_terms import (
    NONE,
    Claim,
    Either,
    Every,
    Flag,
    OneOf,
)
from game.scenario.possible_worlds import Effort
from game.scenario.syntax import OFFER
from game.state import BUILT_IN, ENDS_OF_TALKS, Ended, Verdict

OF_A_NAME = 5
"""Steps that it takes to find what is certain of a name."""
ENDS_SIGNED = "talks end signed where a paper is signed, and only there"


class Facts:
    """What is certain of each name, where one scenario's conditions are asked."""

    def __init__(self, known: Known, reach: Reach, effort: Effort) -> None:
        self.known = known
        self._effort = effort
        self.reach = reach
        self._table = known.scenario.table

    def about(
        self, claims: Iterable[Claim], when: When, seat: str | None = None
    ) -> tuple[Premise, ...]:
        """Return what is certain of the names in some claims, and of those that these bring in.

        Raises `GivenUp` where no effort is left.
        """
        found: list[Premise] = []
        seen: set[str] = set()
        claims = tuple(claims)
        self._effort.spend(len(claims))
        waiting = [name for claim in claims for name in names_in(claim)]
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            self._effort.spend(OF_A_NAME)
            for premise in self._about(name, when, seat):
                found.append(premise)
                waiting += names_in(premise.claim)
        found += self._one_choice_each(sorted(name for name in seen if name.startswith("chose.")))
        return tuple(found)

    def _about(self, name: str, when: When, seat: str | None) -> Iterator[Premise]:
        kind, dot, rest = name.partition(".")
        tracks = self.known.scenario.tracks
        reader = seat if when is When.TALKS else None
        if self._is_elsewhere(kind, rest):
            return
        if kind == "note" and dot:
            yield from self._note(rest, reader)
        elif kind == "chose" and dot:
            event, _, choice = rest.partition(".")
            yield from self._made(Flag(name, False), [(event, choice)], f"{name} holds", reader)
        elif name.startswith(OFFER):
            yield from self._offer(name)
        elif name in self.known.scenario.measures:
            yield from of_measure(self.known, name)
        elif name in tracks and name not in BUILT_IN:
            yield from of_track(self.known, self.reach, name)
        elif (name in BUILT_IN and name != "patience") or name == "danger":
            at = ("tracks", name, "range") if name in tracks else ("table",)
            yield from lies_within(name, 0, 100, Line(at, f"{name} lies in 0-100"))
        else:
            yield from self._other(name, when, seat)

    def _is_elsewhere(self, kind: str, rest: str) -> bool:
        """Return whether what a name stands for is decided in the seasons, or may be."""
        if self.known.campaign is None or not rest:
            return False
        return kind == "note" or (
            kind == "chose" and rest.partition(".")[0] not in self.known.scenario.events
        )

    def _other(self, name: str, when: When, seat: str | None) -> Iterator[Premise]:
        table, sittings = self._table, ("table", "sittings")
        last = table.sittings
        match name:
            case "sitting":
                said = f"the table has {last} sitting{'s' if last != 1 else ''}"
                yield from lies_within(name, 1, last, Line(sittings, said))
            case "day":
                yield from of_day(self.known)
            case "pressure":
                yield from of_pressure(self.known, when, seat)
            case "news":
                yield from of_news(self.known)
            case "paper":
                if when is When.AFTERWARDS:
                    yield _both_or_neither(
                        Flag("paper"), Flag("signed"), "afterwards the paper is what was signed"
                    )
                elif when is When.TALKS and seat == table.claimant:
                    yield Premise(
                        Either((Flag(name, False), at_least("sitting", 2))),
                        Line(sittings, f"before {seat} first decides no paper lies there"),
                    )
            case "signed" if when is When.TALKS:
                yield Premise(Flag(name, False), Line((), "nothing is signed while they talk"))
            case "signed" if when is When.AFTERWARDS:
                yield _both_or_neither(
                    Flag(name), OneOf("ended", frozenset({Ended.SIGNED.value})), ENDS_SIGNED
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
            if when is When.TALKS:
                line = Line((), "nothing has ended while they talk")
                yield Premise(OneOf("ended", frozenset({NONE})), line)
            return
        ways = frozenset(map(str, ENDS_OF_TALKS))
        yield Premise(OneOf("ended", ways), Line((), "the talks have ended"))
        yield _both_or_neither(
            Flag("signed"), OneOf("ended", frozenset({Ended.SIGNED.value})), ENDS_SIGNED
        )
        yield Premise(
            Either(
                (
                    OneOf("ended", ways - {Ended.LAPSED.value}),
                    at_least("sitting", self._table.sittings),
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
                Either((unmade, at_least("sitting", reader_is_later))),
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


def _both_or_neither(one: Flag, other: Flag | OneOf, said: str) -> Premise:
    match other:
        case Flag(name, holds):
            contrary: Claim = Flag(name, not holds)
        case OneOf(name, words):
            contrary = OneOf(name, frozenset(map(str, ENDS_OF_TALKS)) - words)
    no = Flag(one.name, not one.holds)
    claim = Every((Either((no, other)), Either((one, contrary))))
    return Premise(claim, Line((), said))
