"""What the names and words in an export are, for a reader who has no codex at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.coach.blocks import Page as Leaf
from game.coach.meaning import meaning
from game.coach.words_for import sentence
from game.rules import Rules
from game.scenario.model import Page, PageKind

WORDS = "Names and words"
"""What a glossary is called."""
MOST = 12
"""Terms in a glossary at most."""
_OF_TABLE = {
    "walk-away": r"walk-aways?",
    "hope": r"hope[sd]?",
    "lasting": r"last(?:ed|ing)",
}
"""Words of the table that `why` explains, and what they look like in a text."""
_GROUND = "A reason that the one who signs could give at home; the paper must bear it out."
_CREDIT = "How far a {who.man} is believed to do what {who} says."
_ARTICLE = re.compile(r"^(?:The|A|An) ")
_ASIDE = re.compile(r" ?\([^)]*\)|[\"“”?,]")
_SENTENCE = re.compile(r".*?[.!?](?=\s|$)", re.DOTALL)


class Term(NamedTuple):
    """Something that a text may name, and what it is in a sentence."""

    title: str
    said: str
    names: tuple[str, ...]
    """Patterns; the term occurs in a text that has them all."""
    is_page: bool = True
    """It is a page of the codex; else a word of the table."""


def terms_of(rules: Rules, seed: str, seat: int) -> tuple[Term, ...]:
    """Return what may be explained: the words of the table first, then the codex's pages."""
    view = rules.seen_by(seat, rules.opening(seed)).state
    claimant = rules.scenario.seats[rules.scenario.table.claimant]
    words = [
        Term(
            word,
            first_sentence(meaning(rules, view, word)[0]),
            (rf"(?i:\b(?:{pattern})\b)",),
            False,
        )
        for word, pattern in _OF_TABLE.items()
    ]
    words += [
        Term("ground", _GROUND, (r"\bgrounds?\b",), False),
        Term("credit", _CREDIT.format(who=claimant.pronoun), (r"\bcredit\b",), False),
    ]
    pages = (
        Term(page.title, first_sentence(page.text), tuple(_names(page)))
        for page in rules.scenario.codex.values()
        if page.kind not in (PageKind.RULE, PageKind.BRIEF)
    )
    return (*words, *pages)


def glossary(terms: Iterable[Term], text: str) -> tuple[Term, ...]:
    """Return those of the terms that occur in a text, by title; of too many the most frequent.

    The words of the table go before any page.
    """
    times = {term: min(len(re.findall(name, text)) for name in term.names) for term in terms}
    found = [term for term, often in times.items() if often]
    found.sort(key=lambda term: (term.is_page, -times[term]))
    return tuple(sorted(found[:MOST], key=lambda term: term.title.casefold()))


def _names(page: Page) -> Iterator[str]:
    """Yield what a text must have to name a page: a surname, every proper word, or the phrase."""
    title = _ARTICLE.sub("", _ASIDE.sub("", page.title))
    words = title.split()
    if page.kind is PageKind.PERSON:
        yield rf"\b{re.escape(words[-1])}\b"
    elif len(words) > 1 and not any(word[0].isupper() or word[0].isdigit() for word in words[1:]):
        yield rf"(?i:\b{re.escape(title)}\b)"
    else:
        yield from (rf"\b{re.escape(word)}\b" for word in words)


def first_sentence(text: str) -> str:
    """Return the first sentence of an author's plain Markdown.

    >>> first_sentence("A *banner* was a unit. It had ranks.")
    'A banner was a unit.'
    """
    first = text.split("\n\n")[0].replace("*", "")
    found = _SENTENCE.match(first)
    return sentence((found[0] if found else first).strip().rstrip(":"))


def common_briefs(rules: Rules) -> tuple[Leaf, ...]:
    """Return the pages that every chair is given; none that is one chair's own."""
    return tuple(
        Leaf(page.title, tuple(filter(None, page.text.replace("*", "").strip().split("\n\n"))))
        for page in rules.scenario.common_briefs
    )
