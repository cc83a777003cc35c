"""Whether the likelihood words are calibrated, for both seats and in both parts."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from game.coach.calibration import Calibration, Part, calibration, is_calibrated, together
from game.coach.words_for import LIKELY, within
from tests.proof.claim import Claim
from tests.proof.plays import rules
from tests.proof.tables import at, campaigns, rules_of

LEAST = 200
"""Forecasts of a word before its figure proves anything."""
ALWAYS_SAID = (Part.ANSWER, Part.VERDICT)
"""Parts in which every word is said so often; of the claimant's answer nobody can be so sure."""
FEW = 50
"""Forecasts of a word before its figure proves anything of one table."""
SHARE = 10
"""One game in so many is played at each table of a campaign."""
SURE = (LIKELY[0], LIKELY[-1])
"""Words that must hold at every table of a campaign by itself."""

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

    yield from _claims_of_tables(numbers[: len(numbers) // SHARE], workers)


def _claims_of_tables(numbers: range, workers: int) -> Iterator[Claim]:
    """Yield whether the surest words hold of the host's answer at each table of a campaign."""
    tables = [
        (campaign, table)
        for campaign in campaigns()
        for table in rules_of(campaign).scenario.tables
    ]
    for campaign, table in tables:
        with ProcessPoolExecutor(workers) as pool:
            parts = [numbers[place::workers] for place in range(workers)]
            found = pool.map(partial(_at_table, campaign, table), parts)
            words = together(found)[Part.ANSWER]
        for word in SURE:
            low, high = within(word)
            yield Claim(
                f"{table}: {Part.ANSWER}: {word}",
                f"{words[word].per_cent} % of {words[word].times:,}",
                f"{low}-{high} %",
                words[word].times >= FEW and is_calibrated(word, words[word], FEW),
            )


def _at_table(campaign: str, table: str, numbers: range) -> Calibration:
    return calibration(at(campaign, table).rules, numbers, "proof")


def _of_slice(numbers: range) -> Calibration:
    return calibration(rules(), numbers, "proof")
