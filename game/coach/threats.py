"""What a claimant's threats would do beside a paper, foretold.

Works from the men who might sit there, as every forecast does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from game.coach import readings
from game.coach.chances import WHAT_IT_DOES, Chance, likeliest
from game.coach.company import REFUSES, Imagined, imagined, most, shares
from game.coach.persons import opposite
from game.coach.words_for import LIKELY, likelihood
from game.negotiation import Package
from game.policy.hearing import Suspect
from game.rules import Rules, court, terms
from game.rules.table import Act
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, State, Verdict

PROBABLY = 60
"""Per cent of the men, or of what the court may do, from which it is told that a threat does it."""


class _Read(NamedTuple):
    """How the court would read a paper, over the men who might sign it."""

    forced: int
    """How far it was taken by menace, in hundredths; the mean."""
    support: int
    """Hundredths of a per cent of the court; the mean."""
    becomes: Chance
    """The likeliest verdict."""


class Threats:
    """What the threats that may go with a paper would do, as far as one can tell."""

    def __init__(
        self,
        rules: Rules,
        state: State,
        paper: Package | None,
        laid: Sequence[Imagined],
        suspects: Sequence[Suspect],
    ) -> None:
        """`laid` are the men before whom the paper lies with nothing said beside it."""
        self._rules, self._state, self._paper, self._laid = rules, state, paper, laid
        self._suspects = suspects
        self._host = opposite(rules, CLAIMANT)
        side = rules.scenario.seats[rules.table.seats[HOST]].side
        self._court = f"the {rules.table.words.court} of {side}"

    def told(self) -> str:
        """Return what is to be said of them; empty where none may go with the paper."""
        return " ".join(self._of_each())

    def _of_each(self) -> Iterator[str]:
        text = self._paper if self._paper is not None else self._state.paper
        legal = self._rules.legal_decisions(self._state)
        for act in self._rules.table.acts:
            threat = Decision("tactic", act.id, (), self._paper)
            if text is None or not act.presses or threat not in legal:
                continue
            men = tuple(imagined(self._rules, self._state, threat, self._suspects))
            if unable := self._unable(men):
                yield f"“{act.label}” {unable}."
            elif act.kind == ActKind.WAGER:
                yield from self._of_last_word(act, text, men)
            elif self._tears_up(text, men):
                yield (
                    f"After “{act.label}” this paper would look so forced to {self._court} that "
                    "it would probably tear it up."
                )

    def _unable(self, men: Sequence[Imagined]) -> str:
        """Return why he could sign nothing after a threat, where he could without it."""
        host = self._host
        if self._brings(men, lambda man: man.state.face < terms.ILL and not man.state.kept):
            will = self._rules.table.words.consent.will
            return f"would leave {host.him} so affronted that {host.he} could not be seen to {will}"
        if self._brings(men, lambda man: man.state.patience <= 0):
            return f"would probably be the end of {host.his} patience, and of the talks"
        return ""

    def _brings(self, men: Sequence[Imagined], holds: Callable[[Imagined], bool]) -> bool:
        return most(men, holds, PROBABLY) and not most(self._laid, holds)

    def _tears_up(self, text: Package, men: Sequence[Imagined]) -> bool:
        """Return whether the court would tear the paper up for a threat, and not without it."""
        now, then = self._read_from(text, self._laid), self._read_from(text, men)
        torn = Verdict.DISOWNED
        return (
            now.becomes.answer != torn
            and then.becomes.answer == torn
            and then.becomes.share >= 10 * PROBABLY
            and then.forced > now.forced
        )

    def _of_last_word(self, act: Act, text: Package, men: Sequence[Imagined]) -> Iterator[str]:
        """Yield whether it would be called, and what follows if it is."""
        called = shares(self._rules, self._state, text, men)[REFUSES]
        how = WHAT_IT_DOES[LIKELY.index(likelihood(called, 1000))].says.format("be called")
        yield f"“{act.label}” {how.removeprefix('it ')}."
        after = [
            (self._rules.follow(man.state, Decision("refuse")), man.likely)
            for man in men
            if man.answer == REFUSES and not man.state.kept
        ]
        if not after:
            return
        if_called = f"If {self._host.he} {self._host.verb('calls', 'call')} it, you go home"
        if self._state.sitting >= self._rules.table.sittings:
            yield f"{if_called}: no sitting is left."
        else:
            yield f"{if_called} or stay diminished; {self._signed_later(text, after)}."

    def _signed_later(self, text: Package, after: Sequence[tuple[State, int]]) -> str:
        """Return how the court would read the paper that is signed when a last word was called."""
        now = self._read_from(text, self._laid)
        then = self._read(text, after)
        if then.forced <= now.forced:
            return f"signed later, this paper would look no more forced to {self._court} than now"
        told = f"signed later, this paper would look more forced to {self._court} than now"
        if then.support >= now.support:
            return f"{told}{', and keep its support there' if now.support else ''}"
        if then.becomes.answer == now.becomes.answer:
            return f"{told}, and have less support there"
        how = WHAT_IT_DOES[LIKELY.index(then.becomes.word)].says
        does = how.format(readings.BECOMES[Verdict(then.becomes.answer)])
        return f"{told}, and have less support there: {does}"

    def _read_from(self, text: Package, men: Sequence[Imagined]) -> _Read:
        return self._read(text, [(man.state, man.likely) for man in men])

    def _read(self, text: Package, weighed: Sequence[tuple[State, int]]) -> _Read:
        rules, total = self._rules, max(1, sum([likely for _, likely in weighed]))
        read = readings.verdicts(rules, text, weighed)
        forced = sum(
            likely
            * court.taken_by_menace(
                state._replace(treaty=text), rules.table, rules.walk_unmenaced(state)
            )
            for state, likely in weighed
        )
        support = sum(f.share * s for f, s in zip(rules.table.factions, read.factions, strict=True))
        return _Read(forced // total, support, likeliest(read.chances))
