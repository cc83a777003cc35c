"""Whether the likelihood words are calibrated, for both seats and in both parts."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.calibration import Part, calibration, is_calibrated
from game.coach.words_for import within
from game.rules import Rules
from tests.proof.claim import Claim

LEAST = 200
"""Forecasts of a word before its figure proves anything."""
ALWAYS_SAID = (Part.ANSWER, Part.VERDICT)
"""Parts in which every word is said so often; of the claimant's answer nobody can be so sure."""


def claims(rules: Rules, numbers: range = range(2_000)) -> Iterator[Claim]:
    """Yield claim k: for each part and word how often it came true. About ten minutes."""
    for part, words in calibration(rules, numbers, "proof").items():
        for word, said in words.items():
            low, high = within(word)
            enough = said.times >= LEAST or part not in ALWAYS_SAID
            yield Claim(
                f"k {part}: {word}",
                f"{said.per_cent} % of {said.times:,}",
                f"{low}-{high} %",
                enough and is_calibrated(word, said, LEAST),
            )
