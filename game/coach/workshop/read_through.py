"""A play read through as a chair reads it: how many words there are, and which advisers spoke."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.coach.advice import spoken_in
from game.coach.chronicle import told
from game.coach.leaves import before_the_archives
from game.coach.workshop.texts import adviser_line
from game.negotiation import Package
from game.rules import Rules
from game.state import CLAIMANT, HOST, Decision, Phase, State


def read_through(
    rules: Rules, seed: str, taken: Iterable[Decision], seat: int
) -> tuple[int, frozenset[str]]:
    """Return how many words there are to read for the chair of `seat`, and who spoke.

    The words are those of its scenes with their choices, of what is told of each turn, and of the
    last pages up to the archives. The lines are those that advisers of either chair have for who
    asks them in every sitting.
    """
    state, words = rules.opening(seed), 0
    courses: tuple[list[tuple[State, Package | None]], ...] = ([], [])
    for decision in taken:
        if state.phase == Phase.SCENE and state.seat == seat:
            words += _words(_scene(rules, state))
        elif state.phase in (Phase.SITTING, Phase.REPLY):
            courses[state.seat].append((state, decision.paper))
        turn = rules.apply(state, decision)
        words += _words(line.text for line in told(rules, state, turn, seat))
        state = turn.state
    for leaf in before_the_archives(rules, state, seat):
        words += _words((leaf.heading, *leaf.paragraphs))
    spoken = {
        adviser_line(*line)
        for chair in (CLAIMANT, HOST)
        for line in spoken_in(rules, chair, courses[chair])
    }
    return words, frozenset(spoken)


def _scene(rules: Rules, state: State) -> Iterator[str]:
    """Yield what is read of a scene before anything is chosen in it."""
    event = rules.scenario.events[rules.scenes.all[state.scene].id]
    yield from (event.title, event.place, event.text)
    for head in rules.legal_decisions(state).heads:
        yield event.choices[head.about[0]].say


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
