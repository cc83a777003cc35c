"""How likely each of several things is, in words; the shares behind them are never shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from game.coach.words_for import LIKELY, likelihood, listed

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


class Saying(NamedTuple):
    """How something is said to be so likely, and how several that are equally likely are joined."""

    says: str
    joined: str
    two: str = ""
    """How two are said to be so likely, where that is said otherwise."""
    any_of: str = ""
    """How several are said to be possible where none of them is likely."""


ANSWER = (
    Saying("almost surely {}", " or "),
    Saying("probably {}", " or "),
    Saying("as likely {} as not", " or ", "about as likely {} as {}"),
    Saying("{} is unlikely", " or ", any_of="it may be {}"),
    Saying("{} is hardly likely", " or "),
)
"""Of something that may come, as `a refusal`, in the order of `LIKELY`."""
DEED = (
    Saying("almost surely {}", " or "),
    Saying("probably {}", " or "),
    Saying("it is even whether {}", " or "),
    Saying("unlikely that {}", " or that ", any_of="it may come to {}"),
    Saying("hardly likely that {}", " or that "),
)
"""Of something that somebody may do, as `he goes home`."""
WHAT_IT_DOES = (
    Saying("it would almost surely {}", " or "),
    Saying("it would probably {}", " or "),
    Saying("it is as likely to {} as not", " or ", "it would about as likely {} as {}"),
    Saying("it is unlikely to {}", " or to ", any_of="it could do {}"),
    Saying("it would hardly {}", " or "),
)
"""Of what a court may do, as `own it`."""
ANY_OF = {2: "either of two", 3: "any of three", 4: "any of four"}
"""So many things of which none is likely."""


def worded(of: Sequence[Chance], says: Mapping[str, str], how: Sequence[Saying] = ANSWER) -> str:
    """Return chances as a part of a sentence, the likeliest first.

    Where words do not tell the likeliest, it is named; where none is likely, all are named as
    possible.

    >>> worded(chances({"yes": 100, "no": 900}), {"yes": "a signature", "no": "a refusal"})
    'almost surely a refusal; a signature is hardly likely'
    >>> worded(chances({"yes": 550, "no": 450}), {"yes": "a signature", "no": "a refusal"})
    'about as likely a signature as a refusal (likeliest: a signature)'
    >>> worded(chances({"yes": 450, "no": 120}), {"yes": "a signature", "no": "a refusal"})
    'as likely a signature as not; a refusal is hardly likely'
    >>> stays = {"yes": "he gives ground", "no": "he gives none"}
    >>> worded(chances({"yes": 550, "no": 450}), stays, DEED)
    'it is even whether he gives ground or he gives none (likeliest: he gives ground)'
    >>> do = {"own": "own it", "lie": "let it lie", "tear": "tear it up"}
    >>> worded(chances({"own": 390, "lie": 310, "tear": 300}), do, WHAT_IT_DOES)
    'it could do any of three: own it rather than let it lie or tear it up'
    """
    ranked = sorted(of, key=lambda chance: -chance.share)
    told: list[str] = []
    is_open = False
    for word, group in groupby(ranked, key=lambda chance: chance.word):
        saying, alike = how[LIKELY.index(word)], list(group)
        if saying.any_of and not told and len(alike) in ANY_OF:
            is_open = True
            told.append(saying.any_of.format(_any_of(alike, says)))
        else:
            told.append(_said(saying, [says[c.answer] for c in alike]))
    return "; ".join(told) + ("" if is_open else _likeliest_named(of, says))


def _any_of(ranked: Sequence[Chance], says: Mapping[str, str]) -> str:
    """Return that all of these are possible, and which sooner than the others."""
    best = [c for c in ranked if ranked[0].share - c.share < CLOSE]
    first, rest = (
        listed((says[c.answer] for c in part), "or") for part in (best, ranked[len(best) :])
    )
    if not rest:
        return f"{ANY_OF[len(ranked)]}, none likelier: {first}"
    return f"{ANY_OF[len(ranked)]}: {first} rather than {rest}"


def _said(saying: Saying, named: Sequence[str]) -> str:
    """Return that all that is named is so likely."""
    if saying.two and len(named) == 2:
        return saying.two.format(*named)
    return saying.says.format(saying.joined.join(named))


def _likeliest_named(of: Sequence[Chance], says: Mapping[str, str]) -> str:
    """Return which is the likeliest, where another has the same word; else nothing."""
    best = likeliest(of)
    rivals = [chance for chance in of if chance is not best and chance.word == best.word]
    if not rivals:
        return ""
    if all(best.share - rival.share < CLOSE for rival in rivals):
        if len(rivals) == len(of) - 1:
            return f" ({'none' if rivals[1:] else 'neither'} likelier)"
        alike = ", ".join(says[c.answer] for c in of if c is best or c in rivals)
        return f" (likeliest, and equally so: {alike})"
    return f" (likeliest: {says[best.answer]})"


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
