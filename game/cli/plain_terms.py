"""The terms of a paper as people write them: with commas, colons, `and`, or nothing between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from game.cli.plain_near import near
from game.errors import WordsError
from game.rules.table import Table

_WORDS = re.compile(r"=|[^\s=]+")
_LONGEST = 3
"""Words that one name of the table may be written in."""
_SETTLED = ("=", "is")
"""Stand between an issue and its option."""
_BETWEEN = ("and", *_SETTLED)


def words_of(text: str) -> list[str]:
    """Return the words of a line, small, and `=` by itself; what only parts them is left out."""
    parted = re.sub(r"[,;]|\.(?=\s|$)", " ", text.lower()).replace(":", "=")
    return _WORDS.findall(parted)


def joined(words: Sequence[str], known: Iterable[str]) -> tuple[str, int]:
    """Return the known name that words begin with, and how many of them it takes; or 0."""
    names = set(known)
    for count in range(min(_LONGEST, len(words)), 0, -1):
        name = "-".join(words[:count])
        if name in names:
            return name, count
    return "", 0


def is_term(words: Sequence[str], table: Table) -> bool:
    """Return whether words begin with an issue, and what follows is said to settle it."""
    _, taken = joined(words, table.issues)
    return taken > 0 and words[taken : taken + 1] in [[sign] for sign in _SETTLED]


def begins_term(words: Sequence[str], table: Table) -> bool:
    """Return whether words begin with an issue, and an option of it or what settles it follows."""
    issue, taken = joined(words, table.issues)
    if not taken:
        return False
    options = table.options[table.issues.index(issue)]
    return is_term(words, table) or joined(words[taken:], options)[1] > 0


def read_terms(words: Sequence[str], table: Table) -> Iterator[str]:
    """Yield the terms as `issue=option`; raises `WordsError` with one sentence."""
    rest = list(words)
    while rest:
        if rest[0] == "and":
            del rest[0]
            continue
        issue, taken = joined(rest, table.issues)
        if not taken:
            raise WordsError(_no_issue(rest[0], table))
        del rest[:taken]
        while rest and rest[0] in _BETWEEN:
            del rest[0]
        options = table.options[table.issues.index(issue)]
        option, taken = joined(rest, options)
        if not taken:
            raise WordsError(_no_option(rest[0] if rest else "", issue, options))
        del rest[:taken]
        yield f"{issue}={option}"


def _no_issue(word: str, table: Table) -> str:
    fitting = [i for i, o in zip(table.issues, table.options, strict=True) if word in o]
    if fitting:
        meant = " or ".join(f"'{issue}={word}'" for issue in fitting)
        return f"'{word}' is an option of {' and '.join(fitting)}; did you mean {meant}?"
    return f"'{word}' is no issue{_meant(word, table.issues)}"


def _no_option(word: str, issue: str, options: Sequence[str]) -> str:
    if not word:
        return f"'{issue}' needs an option: {', '.join(options)}"
    return f"'{word}' is no option of {issue}{_meant(word, options)}"


def _meant(word: str, known: Sequence[str]) -> str:
    close = near(word, known)
    return f"; did you mean '{close[0]}'?" if close else f"; there are {', '.join(known)}"
