"""Why something cannot be now: one reason in a sentence, several of them one a line."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.persons import capital
from game.coach.words_for import sentence
from game.rules.seasons.feats import BESIDES

NOT_NOW = "not now"
UNSEEN = "something that you cannot see stands in its way"
"""The reason where the rules know one that whoever decides cannot see."""


def one_a_line(why: str, lead: str = NOT_NOW) -> tuple[str, ...]:
    """Return reasons that stand one behind the other below what they are the reasons of.

    >>> one_a_line("it is ice")
    ('Not now: it is ice.',)
    >>> one_a_line("it is ice; you are away")
    ('Not now:', '- it is ice.', '- you are away.')
    """
    return tuple(_lines(why.removesuffix(".").split(BESIDES), lead))


def several(why: str) -> tuple[str, ...]:
    """Return several reasons one a line, and a single one as it is."""
    return one_a_line(why) if BESIDES in why else (why,)


def _lines(reasons: list[str], lead: str) -> Iterator[str]:
    first, *more = reasons
    if not more:
        yield sentence(f"{lead}: {first}")
        return
    yield f"{capital(lead)}:"
    yield from (f"- {reason}." for reason in reasons)
