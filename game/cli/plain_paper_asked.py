"""The question which paper goes along with an act, in words."""

from __future__ import annotations

from game.coach.persons import Person
from game.negotiation import Package
from game.rules.legal import Head
from game.state import HOST, State


def paper_question(head: Head, seat: int, other: Person) -> str:
    """Return what is asked of an act that can have a paper."""
    if head.supposing:
        return "Which text?"
    if seat == HOST:
        asked = "And a word of your own?" if head.bare else "Which word do you give?"
        return f"{asked} It binds you once {other.he} lays it down unchanged."
    return "And a paper?" if head.bare else "Lay which paper down?"


def this_paper(head: Head, draft: Package, state: State, other: Person) -> str:
    """Return what the draft is called that may go along with an act."""
    if head.supposing:
        return "This text"
    if state.seat != HOST:
        return "This paper, as it is written above"
    if draft == state.paper:
        return f"{other.His} paper, unchanged, as your word"
    return "This word, as it is written above"
