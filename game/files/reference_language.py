"""The handbook's pages on what is written inside the files: effects, conditions, and faults."""

from __future__ import annotations

from game.files.docstrings import sentences_within
from game.scenario import vocabulary
from game.scenario.clauses import KINDS, UNKEYED
from game.scenario.faults import Code
from game.scenario.lexer import MOST_CHARACTERS
from game.scenario.parser import MOST_DEPTH


def effects_page() -> str:
    """Return the page on effects."""
    lines = ["# Effects", "", "What stands under `do`: each key is one effect, in this order.", ""]
    registered = ((kind.written, kind.does) for kind in KINDS.values())
    lines += [f"- `{written}`: {does}" for written, does in (*UNKEYED, *registered)]
    return "\n".join(lines) + "\n"


def conditions_page() -> str:
    """Return the page on conditions and formulas."""
    chapters = (
        ("Numbers", vocabulary.NUMBERS),
        ("Yes or no", vocabulary.TRUTHS),
        ("Words", vocabulary.WORDS),
        (
            "Only when the talks are over",
            {**vocabulary.TRUTHS_AFTERWARDS, **vocabulary.WORDS_AFTERWARDS},
        ),
        ("Names made of your own ids", vocabulary.FAMILIES),
        ("In a campaign", vocabulary.OF_SEASONS),
    )
    lines = ["# Conditions and formulas", "", LANGUAGE]
    for title, names in chapters:
        lines += ["", f"## {title}", "", *(f"- `{name}`: {said}" for name, said in names.items())]
    return "\n".join(lines) + "\n"


def faults_page() -> str:
    """Return the list of what can be wrong."""
    said = sentences_within(Code)
    lines = [
        "# The codes of faults",
        "",
        "What `amur check` can find; `amur check --explain CODE` shows each with a wrong and a",
        "right example. Codes never change their meaning.",
        "",
        *(f"- `{code}`: {said[code.name]}" for code in sorted(Code)),
    ]
    return "\n".join(lines) + "\n"


LANGUAGE = f"""\
A condition asks: `sitting >= 4 and offer.trade = barter`. A formula reckons:
`92 - 0.70 * danger`. Both are made of numbers with at most two decimals, the names below, your
own tracks (and, in endings, your measures), and

- `and`, `or`, `not`, parentheses, `true`, `false`;
- `=`, `!=`, `<`, `<=`, `>`, `>=`, `between 3 and 6` (both ends belong to it);
- `in (one, other)` for words and numbers;
- `+`, `-`, `*`, and `/` by a number. A minus has a space on both sides; a hyphen without spaces
  belongs to a name.

An expression has at most {MOST_CHARACTERS} characters and {MOST_DEPTH} levels of parentheses. A
named quantity is rounded down once, at its end."""
