"""What is typed at the table, brought into the words of a record."""

from __future__ import annotations

from game.negotiation import Package
from game.rules.table import Table
from game.rules.words import terms

ALL = "all"
"""Says that a paper is meant whole, as the draft stands."""


def in_record_words(text: str, table: Table, draft: Package) -> str:
    """Return a line as a record would write it; `all` becomes every term of the draft.

    An act that only lays a paper down is an `offer`.
    """
    words = text.split()
    lay = next(act.id for act in table.acts if act.kind == "lay")
    if words[:2] == ["tactic", lay]:
        words[:2] = ["offer"]
    elif words[:1] == [lay]:
        words[:1] = ["offer"]
    if words[-1:] == [ALL] and paper_is_open(" ".join(words[:-1]), table):
        words[-1:] = terms(draft, table)
    return " ".join(words)


def paper_is_open(text: str, table: Table) -> bool:
    """Return whether a line in record words calls for a paper and does not say which."""
    words = text.split()
    verb = words[1:2] if words[:1] == ["tactic"] else words[:1]
    supposing = [act.id for act in table.acts if act.kind == "suppose"]
    return words[-1:] == ["offer"] or (verb == words[-1:] and verb[0] in supposing)
