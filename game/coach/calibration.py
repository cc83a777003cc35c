"""Whether the likelihood words mean what they say: forecasts beside what then happened.

Both seats' forecasts are looked at, each in its two parts: what the man opposite answered, and
what the court would have done, had the paper been signed there and then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.coach.chances import Chance
from game.coach.company import kind_of
from game.coach.forecast import forecast
from game.coach.host_forecast import LEAVES, host_forecast, response_of
from game.coach.words_for import LIKELY, within
from game.negotiation import Package
from game.policy import Policy, opposite, persona
from game.rules import Rules
from game.rules.luck import draw
from game.state import CLAIMANT, HOST, Decision, Ended, Phase, State

MIXED = ("integrative", "novice", "hawk", "bluffer", "conciliator", "cautious", "random")
"""Personas that take turns in the claimant's chair."""
ONE_IN = 3
"""A paper is forecast this seldom, so that no game weighs much; every word is, they are fewer."""


class Part(StrEnum):
    """What was forecast."""

    ANSWER = "the host's answer"
    VERDICT = "the court, for the claimant"
    RESPONSE = "the claimant's response"
    OWN_VERDICT = "the court, for the host"


@dataclass(slots=True)
class Said:
    """How often a word was said, and how often what it was said of came true."""

    times: int = 0
    true: int = 0

    def add(self, times: int, true: int) -> None:
        """Count it said more often, and come true more often."""
        self.times += times
        self.true += true

    @property
    def per_cent(self) -> int:
        """Return how often it came true, in per cent, the nearest."""
        return (200 * self.true + self.times) // (2 * self.times) if self.times else 0


Calibration = Mapping[Part, Mapping[str, Said]]
"""For each part and likelihood word how it did."""
Foretold = tuple[Part, tuple[Chance, ...], str]
"""A part of a forecast and what really came."""


def calibration(rules: Rules, numbers: Iterable[int], seed: str) -> Calibration:
    """Return, for each part and likelihood word, how often it was said and came true.

    Every forecast says one word of each thing that may come. About 0.2 s a game.
    """
    table = {part: {word: Said() for word in LIKELY} for part in Part}
    for part, chances, came in foretold(rules, numbers, seed):
        for chance in chances:
            table[part][chance.word].add(1, int(chance.answer == came))
    return table


def together(tables: Iterable[Calibration]) -> Calibration:
    """Return what several runs over different games come to."""
    whole = {part: {word: Said() for word in LIKELY} for part in Part}
    for table in tables:
        for part, words in table.items():
            for word, said in words.items():
                whole[part][word].add(said.times, said.true)
    return whole


def is_calibrated(word: str, said: Said, least: int = 200, spare: int = 0) -> bool:
    """Return whether a word came true as often as it says, by at most `spare` per cent off.

    Words that were said fewer than `least` times prove nothing and are let pass.
    """
    low, high = within(word)
    return said.times < least or low - spare <= said.per_cent <= high + spare


def foretold(rules: Rules, numbers: Iterable[int], seed: str) -> Iterator[Foretold]:
    """Yield forecasts of what was then really done, each with what came of it."""
    for at in numbers:
        key = f"{seed} {at}"
        policies = (opposite(MIXED[at % len(MIXED)], rules, key), persona("official", rules, key))
        yield from _in_game(rules, rules.opening(key), policies, key)


def _in_game(
    rules: Rules, state: State, policies: tuple[Policy, Policy], key: str
) -> Iterator[Foretold]:
    of_paper: _OfPaper | None = None
    of_word: _OfWord | None = None
    while state.ended is None:
        decision = policies[state.seat].choose(
            rules.seen_by(state.seat, state), rules.legal_decisions(state)
        )
        if state.phase == Phase.SITTING:
            if of_word is not None:
                yield of_word.came(response_of(of_word.state, decision, of_word.word))
            wanted = draw(ONE_IN, "coach", "calibration", key, state.sitting) == 0
            of_word, of_paper = None, _OfPaper.asked(rules, state, decision) if wanted else None
        elif state.phase == Phase.REPLY:
            if of_paper is not None:
                yield from of_paper.came(rules, state, decision)
            of_paper = None
            if decision.paper is not None:
                of_word = _OfWord(rules, state, decision.paper)
                yield of_word.verdict(rules)
        state = rules.follow(state, decision)
    if of_word is not None:
        yield of_word.came(LEAVES)


class _OfPaper:
    """A claimant's forecast that waits for the host's answer."""

    def __init__(self, rules: Rules, state: State, decision: Decision) -> None:
        self.said = forecast(rules, rules.seen_by(CLAIMANT, state), decision.paper, decision)
        self.paper = state.word if decision.verb == "accept" else decision.paper or state.paper

    @staticmethod
    def asked(rules: Rules, state: State, decision: Decision) -> _OfPaper | None:
        """Return the forecast of a sitting; `None` where no paper would lie on the table."""
        if decision.verb not in ("tactic", "accept"):
            return None
        nothing = decision.verb == "tactic" and decision.paper is None and state.paper is None
        return None if nothing else _OfPaper(rules, state, decision)

    def came(self, rules: Rules, state: State, decision: Decision) -> Iterator[Foretold]:
        """Yield what came; where a scene changed the paper, nothing was said of that one."""
        if state.paper is None or state.paper != self.paper:
            return
        yield Part.ANSWER, self.said.chances, kind_of(decision)
        yield Part.VERDICT, self.said.verdicts, verdict_if_signed(rules, state, state.paper)


class _OfWord:
    """A host's forecast that waits for the claimant's next sitting."""

    def __init__(self, rules: Rules, state: State, word: Package) -> None:
        self.said = host_forecast(rules, rules.seen_by(HOST, state), word)
        self.state, self.word = state, word

    def came(self, response: str) -> Foretold:
        """Return what came of the word."""
        return Part.RESPONSE, self.said.chances, response

    def verdict(self, rules: Rules) -> Foretold:
        """Return what the court would have done with the word."""
        become = verdict_if_signed(rules, self.state, self.word)
        return Part.OWN_VERDICT, self.said.verdicts, become


def verdict_if_signed(rules: Rules, state: State, paper: Package) -> str:
    """Return what the court would make of a paper that is signed as things stand."""
    outcome = rules.outcome(state._replace(paper=paper, treaty=paper, ended=Ended.SIGNED))
    if outcome is None:
        raise ValueError("talks that end with a signature have an outcome")
    return str(outcome.verdict)
