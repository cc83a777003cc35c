"""The question which paper goes along with an act, in words."""

from __future__ import annotations

from game.coach.menu import label
from game.coach.persons import Person, opposite
from game.negotiation import Package
from game.rules import Rules
from game.rules.legal import Head
from game.state import HOST, State


def paper_question(rules: Rules, head: Head, seat: int) -> str:
    """Return what is asked of an act that can have a paper: it names the act."""
    if head.supposing:
        return "Which text?"
    named = f"With “{label(rules, rules.table.by_id[head.name], seat)}”, " if head.bare else ""
    if seat == HOST:
        asked = f"{named}a word of your own as well?" if named else "Which word do you give?"
        return f"{asked} It binds you once {opposite(rules, seat).he} lays it down unchanged."
    return f"{named}a paper as well?" if named else "Lay which paper down?"


def this_paper(head: Head, draft: Package, state: State, other: Person) -> str:
    """Return what the draft is called that may go along with an act."""
    if head.supposing:
        return "This text"
    if state.seat != HOST:
        return "This paper, as it is written above"
    if draft == state.paper:
        return f"{other.His} paper, unchanged, as your word"
    return "This word, as it is written above"
