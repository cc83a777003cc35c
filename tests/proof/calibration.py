"""Whether the likelihood words are calibrated, for both seats and in both parts."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from game.coach.calibration import Calibration, Part, calibration, is_calibrated, together
from game.coach.words_for import within
from tests.proof.claim import Claim
from tests.proof.plays import rules

LEAST = 200
"""Forecasts of a word before its figure proves anything."""
ALWAYS_SAID = (Part.ANSWER, Part.VERDICT)
"""Parts in which every word is said so often; of the claimant's answer nobody can be so sure."""


SLICES = 40
"""Into so many parts the games go, so that no process waits long for another."""


def claims(numbers: range, workers: int) -> Iterator[Claim]:
    """Yield claim k: for each part and word how often it came true. About ten minutes."""
    with ProcessPoolExecutor(workers) as pool:
        tables = pool.map(_of_slice, (numbers[at::SLICES] for at in range(SLICES)))
        whole = together(tables)
    for part, words in whole.items():
        for word, said in words.items():
            low, high = within(word)
            enough = said.times >= LEAST or part not in ALWAYS_SAID
            yield Claim(
                f"k {part}: {word}",
                f"{said.per_cent} % of {said.times:,}",
                f"{low}-{high} %",
                enough and is_calibrated(word, said, LEAST),
            )


def _of_slice(numbers: range) -> Calibration:
    return calibration(rules(), numbers, "proof")
