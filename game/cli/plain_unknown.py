"""What is answered to a word that means nothing: a few others, and where the rest stand."""

from __future__ import annotations

from game.cli.plain_help import WORDS
from game.cli.plain_near import near
from game.rules.legal import Legal
from game.rules.table import Table
from game.rules.words import PLAIN_VERBS

MOST = 5
"""Words that are named at once; more are not read."""
LONGEST = 30
"""Letters that are repeated of a word that means nothing."""
OTHERS = ("offer", "tactic", "choose", "forecast", "expect")
"""Decisions that are no acts of the table and have words after them."""


def is_known(word: str, table: Table) -> bool:
    """Return whether a decision can begin with a word."""
    return word in (*PLAIN_VERBS, *OTHERS) or word in table.by_id


def nearest(word: str, legal: Legal, in_scene: bool) -> str:
    """Return in one sentence which words would do, and which would show the rest."""
    now = _now(legal)
    close = near(word, [*now, *(key.split()[0] for key in WORDS)], MOST)
    if close:
        meant = [f"'{other}'" for other in close]
        would = f"did you mean {_either(meant)}?"
    elif in_scene:
        would = f"choose by a number from 1 to {len(legal.heads)}."
    else:
        would = f"you could say {_either(now[:MOST])}."
    rest = "'menu' shows what can be decided now, 'help' every word."
    said = word if len(word) <= LONGEST else f"{word[:LONGEST]}…"
    return f"'{said}' means nothing here; {would} {rest}"


def _now(legal: Legal) -> list[str]:
    """Return the first words of what may be decided now, what ends the talks last."""
    heads = [head for head in legal.heads if head.verb != "choose"]
    acts = [head.name for head in heads if head.name]
    return list(dict.fromkeys([*acts, *(head.verb for head in heads if not head.name)]))


def _either(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
