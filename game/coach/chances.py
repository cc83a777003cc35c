"""How likely each of several things is, in words; the shares behind them are never shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.coach.words_for import likelihood

CLOSE = 30
"""Of a thousand: shares nearer than that to one another are not told apart."""


class Chance(NamedTuple):
    """How likely one answer is."""

    answer: str
    word: str
    share: int
    """Of a thousand; for tests and calibration, never shown."""


def chances(shares: Mapping[str, int]) -> tuple[Chance, ...]:
    """Return the chance of each answer, from shares of a thousand, in their order."""
    return tuple(Chance(answer, likelihood(share, 1000), share) for answer, share in shares.items())


def likeliest(of: Sequence[Chance]) -> Chance:
    """Return the answer to expect; the first of equals."""
    return max(of, key=lambda chance: chance.share)


def worded(of: Sequence[Chance], says: Mapping[str, str]) -> str:
    """Return chances as a part of a sentence; where words do not tell the likeliest, it is named.

    >>> worded(chances({"yes": 900, "no": 100}), {"yes": "a signature", "no": "a refusal"})
    'a signature: almost surely; a refusal: hardly'
    >>> worded(chances({"yes": 550, "no": 450}), {"yes": "a signature", "no": "a refusal"})
    'a signature: even; a refusal: even (likeliest: a signature)'
    """
    told = "; ".join(f"{says[chance.answer]}: {chance.word}" for chance in of)
    best = likeliest(of)
    rivals = [chance for chance in of if chance is not best and chance.word == best.word]
    if not rivals:
        return told
    if all(best.share - rival.share < CLOSE for rival in rivals):
        if len(rivals) == len(of) - 1:
            return f"{told} ({'none' if rivals[1:] else 'neither'} likelier)"
        alike = ", ".join(says[c.answer] for c in of if c is best or c in rivals)
        return f"{told} (likeliest, one as much as the other: {alike})"
    return f"{told} (likeliest: {says[best.answer]})"


def tempered(
    counts: Mapping[str, int], usual: Mapping[str, int], voices: int, worth: int
) -> dict[str, int]:
    """Return shares of a thousand for counts that so many independent voices stand behind.

    What is usual, in per cent, is worth so many voices more: few are never quite sure.

    >>> tempered({"yes": 4, "no": 0}, {"yes": 50, "no": 50}, voices=2, worth=2)
    {'yes': 750, 'no': 250}
    """
    total = max(1, sum(counts.values()))
    return {
        answer: (1000 * voices * count // total + 10 * worth * usual[answer]) // (voices + worth)
        for answer, count in counts.items()
    }
