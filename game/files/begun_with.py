"""What a play can be begun with, known before the rules are: the chair, the telling, the seed."""

from __future__ import annotations

from secrets import randbelow

FIRST_SCENARIO = "aigun-six-days"
"""What is played, and shown as a sample, where nobody says which."""
BOTH = "both"
"""The word for two people who take every chair at one keyboard."""
MODES_SAID = {"advisers": "words, from advisers", "points": "words and numbers"}
"""How a play may be told, in words; the first where nobody says."""
MODES = tuple(MODES_SAID)
SEEDS = 1_000_000


def new_seed() -> str:
    """Return a seed nobody has chosen; it stands in the record, so the play can be had again."""
    return str(1 + randbelow(SEEDS))
