"""Whether the likelihood words mean what they say: forecasts beside what then happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.coach.forecast import Forecast, forecast, kind_of
from game.coach.words_for import LIKELY, within
from game.policy import Policy, persona
from game.rules import Rules
from game.rules.luck import draw
from game.state import CLAIMANT, Phase, State, seen_by

MIXED = ("integrative", "novice", "hawk", "bluffer", "conciliator", "cautious", "random")
"""Personas that take turns in the claimant's chair."""
ONE_IN = 3
"""A sitting is forecast this seldom, so that no game weighs much."""


@dataclass(slots=True)
class Said:
    """How often a word was said, and how often what it was said of came true."""

    times: int = 0
    true: int = 0

    @property
    def per_cent(self) -> int:
        """Return how often it came true, in per cent, the nearest."""
        return (200 * self.true + self.times) // (2 * self.times) if self.times else 0


def calibration(rules: Rules, games: int, seed: str) -> Mapping[str, Said]:
    """Return, for each likelihood word, how often it was said and came true.

    Every forecast says three words, one of each answer. About 0.2 s a game.
    """
    table = {word: Said() for word in LIKELY}
    for said, answer in forecasts(rules, games, seed):
        for chance in said.chances:
            table[chance.word].times += 1
            table[chance.word].true += chance.answer == answer
    return table


def is_calibrated(word: str, said: Said, least: int = 200, spare: int = 0) -> bool:
    """Return whether a word came true as often as it says, by at most `spare` per cent off.

    Words that were said fewer than `least` times prove nothing and are let pass.
    """
    low, high = within(word)
    return said.times < least or low - spare <= said.per_cent <= high + spare


def forecasts(rules: Rules, games: int, seed: str) -> Iterator[tuple[Forecast, str]]:
    """Yield forecasts of what claimants then really did, each with the host's real answer."""
    for at in range(games):
        key = f"{seed} {at}"
        yield from _in_game(
            rules,
            rules.opening(key),
            (persona(MIXED[at % len(MIXED)], rules, key), persona("official", rules, key)),
            key,
        )


def _in_game(
    rules: Rules, state: State, policies: tuple[Policy, Policy], key: str
) -> Iterator[tuple[Forecast, str]]:
    said: Forecast | None = None
    while state.ended is None:
        view = seen_by(state.seat, state)
        decision = policies[state.seat].choose(view, rules.legal_decisions(state))
        if state.phase == Phase.SITTING and decision.verb != "go-home":
            paper = decision.paper or state.paper
            wanted = draw(ONE_IN, "coach", "calibration", key, state.sitting) == 0
            said = None
            if wanted and paper is not None:
                said = forecast(rules, seen_by(CLAIMANT, state), decision.paper, decision)
        elif state.phase == Phase.REPLY and said is not None:
            yield said, kind_of(decision)
            said = None
        state = rules.follow(state, decision)
