"""What can certainly never be reached in a scenario, and the lines that cannot hold together.

An over-approximation that is sound: whatever some play reaches is never called impossible.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from game.scenario.aims import Aim, Kind
from game.scenario.expressions import Expression
from game.scenario.faults import Path
from game.scenario.known import Known, known
from game.scenario.model import Scenario
from game.scenario.possible_coming import Coming
from game.scenario.possible_premises import Line, Premise, When
from game.scenario.possible_reach import ChoiceId
from game.scenario.possible_terms import Claim, Either, Flag, OneOf, Sum, claim
from game.scenario.possible_worlds import Effort, GivenUp, clash
from game.scenario.table_model import ActKind

DEEPEST = 12
"""Choices, each waiting for the next, that are followed for the reason of the first."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Why something can never be: the fewest lines that cannot hold together."""

    lines: tuple[Line, ...]
    """The thing's own first."""
    rests_on: tuple[ChoiceId, ...] = ()
    """Choices whose being impossible is part of it."""
    behind: tuple[str, ...] = ()
    """Endings that are told before it and leave it nothing."""

    def __str__(self) -> str:
        return "; ".join(line.sentence for line in self.lines if line.sentence)


def contradictions(scenario: Scenario) -> Mapping[Aim, Contradiction]:
    """Return what is certainly impossible, in the author's order, each with its reason."""
    return Impossible(known(scenario)).of_aims()


class Impossible:
    """Finds what is impossible in one scenario, where choices that are `granted` can be made."""

    def __init__(
        self, known: Known, granted: Collection[ChoiceId] = (), effort: Effort | None = None
    ) -> None:
        self.known = known
        self.scenario = known.scenario
        self.effort = effort or Effort()
        coming = Coming(known, granted, self.effort)
        self.reach, self.facts = coming.reach, coming.facts
        self._premises, self._asked = coming.premises, coming.asked
        self._untold: dict[str, Premise] = {}

    def of_aims(self) -> Mapping[Aim, Contradiction]:
        """Return every impossible aim, kind by kind."""
        endings = (Aim(Kind.ENDING, id) for id in self.scenario.endings)
        return {
            **self._whys(self._not_come()),
            **self.of_acts(),
            **self._whys(endings),
        }

    def _whys(self, asked: Iterable[Aim]) -> Mapping[Aim, Contradiction]:
        return {aim: why for aim in asked if (why := self.why(aim)) is not None}

    def _not_come(self) -> Iterator[Aim]:
        first = self.reach.first
        for event, scene in self.scenario.events.items():
            if not any((event, choice) in first for choice in scene.choices):
                yield Aim(Kind.EVENT, event)
        for event, scene in self.scenario.events.items():
            for choice in scene.choices:
                if (event, choice) not in first:
                    yield Aim(Kind.CHOICE, f"{event}.{choice}")

    def why(self, aim: Aim) -> Contradiction | None:
        """Return why an event, a choice or an ending can never be; `None` where it may."""
        if self.effort.is_spent:
            return None
        if aim.kind is Kind.ENDING:
            return self.of_ending(aim.id)
        event, _, choice = aim.id.partition(".")
        return self._why_not((event, choice), frozenset())

    def _why_not(
        self, id: ChoiceId, told: frozenset[ChoiceId], before: int = 0
    ) -> Contradiction | None:
        """Return why a choice (or an event, where none is named) cannot be made, or so early."""
        event, choice = id
        scene, path = self.scenario.events[event], ("events", event)
        more: list[Premise] = []
        source = scene.choices.get(choice)
        if source is not None and source.when is not None:
            more = self._asked(source.when, (*path, "choices", choice, "if"))
        early: list[Premise] = []
        if before:
            early = [Premise(Sum((("sitting", 1),), 100 - 100 * before), Line((), ""))]
        ways = []
        own = self._premises(event)
        if own is not None:
            ways.append([*own, *more, *early])
        lines: list[Line] = []
        rests: list[ChoiceId] = []
        # What asks for something itself asks it where it is scheduled, too.
        scheduled = self.reach.schedulers.get(event, ()) if own is None else ()
        for setter, after in scheduled:
            by = ".".join(setter)
            at = ("events", setter[0], "choices", setter[1])
            first = self.reach.first.get(setter)
            if first is None:
                lines.append(Line(at, f"{event} is scheduled by {by}, which cannot be chosen"))
                rests.append(setter)
                continue
            due = first + self.reach.wait(setter[0], scene.seat, after)
            said = f"{by} schedules {event} for sitting {due} at the earliest"
            due_then = Premise(Sum((("sitting", -1),), 100 * due), Line(at, said))
            ways.append([due_then, *more, *early])
        if not ways and not lines:
            return None
        if lines:
            lines.insert(0, Line(path, f"{event} comes only when it is scheduled"))
        whole = Contradiction(tuple(lines), tuple(rests))
        for way in ways:
            why = self._clash(way, When.TALKS, scene.seat, told | {id})
            if why is None:
                return None if not lines else whole
            whole = Contradiction(
                (*why.lines, *whole.lines), (*why.rests_on, *whole.rests_on), why.behind
            )
        return replace(whole, lines=tuple(dict.fromkeys(whole.lines)))

    def _clash(
        self,
        own: list[Premise],
        when: When,
        seat: str | None,
        told: frozenset[ChoiceId] = frozenset(),
        dispensable: tuple[Premise, ...] = (),
    ) -> Contradiction | None:
        """Return why premises cannot hold together, with none that is not needed for it."""
        given = (*dispensable, *own)
        try:
            facts = self.facts.about([premise.claim for premise in given], when, seat)
        except GivenUp:
            return None
        core = [*dispensable, *facts, *own]
        if not clash((premise.claim for premise in core), self.effort):
            return None
        core = self._without(core, core)
        needed = [premise for premise in (*own, *dispensable, *facts) if premise in core]
        lines = [premise.line for premise in needed if premise.line.sentence]
        rests = tuple(p.choice for p in needed if p.choice is not None and not p.before)
        for premise in needed:
            if premise.choice is not None and premise.choice not in told and len(told) < DEEPEST:
                why = self._why_not(premise.choice, told, premise.before)
                lines += why.lines if why is not None else ()
        behind = tuple(str(p.line.path[1]) for p in reversed(dispensable) if p in needed)
        return Contradiction(tuple(dict.fromkeys(lines)), rests, behind)

    def _without(self, core: list[Premise], some: list[Premise]) -> list[Premise]:
        """Return premises that clash without those of some that are not needed, the first first.

        Halves are tried before their parts: what can be done without is mostly much.
        """
        fewer = [each for each in core if not any(each is one for one in some)]
        if clash((each.claim for each in fewer), self.effort):
            return fewer
        if len(some) > 1:
            half = len(some) // 2
            core = self._without(self._without(core, some[:half]), some[half:])
        return core

    def of_ending(self, id: str) -> Contradiction | None:
        """Return why an ending can never be told; `None` where nothing forbids it."""
        ending = self.scenario.endings[id]
        own = self._own(ending.when, ("endings", id))
        seated = OneOf("seat", frozenset({ending.seat} if ending.seat else self.known.chairs))
        own.append(Premise(seated, Line((), "")))
        earlier: list[Premise] = []
        for other, before in self.scenario.endings.items():
            if other == id:
                break
            if before.group == ending.group:
                earlier.append(self._not_told(other))
        # The last is the first that is tried to do without: it may be behind the others itself.
        return self._clash(own, When.AFTERWARDS, ending.seat, dispensable=tuple(reversed(earlier)))

    def _own(self, condition: Expression | None, path: Path) -> list[Premise]:
        if condition is None:
            return [Premise(Either((Flag("signed"), Flag("signed", False))), Line(path, ""))]
        return self._asked(condition, (*path, "when"))

    def _not_told(self, id: str) -> Premise:
        """Return that what comes before the others of its group was not told."""
        if id not in self._untold:
            ending = self.scenario.endings[id]
            claims: list[Claim] = []
            if ending.when is not None:
                claims.append(claim(ending.when.root, self.known.after, holds=False))
            if ending.seat is not None:
                claims.append(OneOf("seat", frozenset(self.known.chairs) - {ending.seat}))
            where = ("endings", id, "when") if ending.when else ("endings", id)
            said = Line(where, f"{id} is told before it")
            self._untold[id] = Premise(Either(tuple(claims)), said)
        return self._untold[id]

    def asked_of(
        self, condition: Expression, path: Path, when: When, seat: str | None = None
    ) -> Contradiction | None:
        """Return why a condition can never hold where it is asked."""
        return self._clash(self._asked(condition, path), when, seat)

    def of_acts(self) -> Mapping[Aim, Contradiction]:
        """Return the acts that nobody can do, and the options if no paper can hold any."""
        found: dict[Aim, Contradiction] = {}
        table = self.scenario.table
        acts = table.acts
        if not any(table.claimant in act.seats for act in acts.values()):
            line = Line(("table", "acts"), f"{table.claimant} has no act that lays a paper down")
            for issue, source in table.issues.items():
                for option in source.options:
                    found[Aim(Kind.OPTION, f"{issue}.{option}")] = Contradiction((line,))
        for id, act in acts.items():
            said = [self._why_no(act.kind, seat) for seat in act.seats]
            if not act.seats or all(said):
                why = next(iter(said), None) or "no seat may do it"
                found[Aim(Kind.TACTIC, id)] = Contradiction((Line(("table", "acts", id), why),))
        return found

    def _why_no(self, kind: ActKind, seat: str) -> str | None:
        """Return why a chair can never do an act of a kind; `None` where it may."""
        table = self.scenario.table
        claims = seat == table.claimant
        needs: Mapping[ActKind, Callable[[], str | None]] = {
            ActKind.ARGUE: lambda: None if table.grounds else "the table has no ground to argue",
            ActKind.MEMORIAL: lambda: (
                None if table.memorial or not claims else "the memorial has no sentence to write"
            ),
            ActKind.RATHER: lambda: (
                None if len(table.issues) > 1 or not claims else "there are not two issues"
            ),
            ActKind.WAGER: lambda: (
                "a last word needs an answer in a sitting before it"
                if claims and table.sittings < 2
                else None
            ),
        }
        return needs[kind]() if kind in needs else None
