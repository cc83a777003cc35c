"""What a chair itself did, decision by decision, for whoever reads a play and has no screen.

What the host does at the table his own answer tells; so do the causes what ends the talks.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.invented import title_of
from game.coach.menu import about
from game.coach.papers import instead, terms_said
from game.coach.words_for import phrase, sentence
from game.negotiation import Package
from game.rules import Rules
from game.rules.legal import Head
from game.state import CLAIMANT, Decision, Phase, State


def done(rules: Rules, before: State, decision: Decision, seat: int) -> Iterator[str]:
    """Yield what a chair decided in a state, where it was that chair's to decide."""
    if before.seat != seat:
        return
    match decision.verb:
        case "choose":
            event = rules.scenario.events[decision.name]
            yield f"{sentence(title_of(event))} {event.text}"
            yield f"You choose: {sentence(event.choices[decision.about[0]].say)}"
        case "forecast":
            yield "You ask your people what to expect."
        case "expect":
            yield f"You note what you expect: “{' '.join(decision.about)}”"
        case "accept" if seat == CLAIMANT and before.word is not None:
            yield "You lay his word down unchanged."
            yield from _paper(rules, before, before.word)
        case "tactic" if before.phase is Phase.SITTING:
            yield _act(rules, decision)
            if decision.suppose is not None:
                yield from _supposed(rules, before, decision.suppose)
            if decision.paper is not None:
                yield from _paper(rules, before, decision.paper)


def _act(rules: Rules, decision: Decision) -> str:
    label = phrase(rules.scenario.table.acts[decision.name].label)
    if not decision.about:
        return f"You choose: {label}."
    what = about(rules, Head(decision.verb, decision.name, decision.about))
    return sentence(f"You choose: {label}: {phrase(what)}")


def _paper(rules: Rules, before: State, paper: Package) -> Iterator[str]:
    if before.paper is None:
        yield f"The paper you lay down: {terms_said(rules, paper)}."
    elif paper == before.paper:
        yield "Your paper is the same as before."
    else:
        yield f"Your paper now has {instead(rules, before.paper, paper)}."


def _supposed(rules: Rules, before: State, text: Package) -> Iterator[str]:
    if before.paper is None:
        yield f"What you suppose: {terms_said(rules, text)}."
    elif text == before.paper:
        yield "What you suppose is your paper as it lies there."
    else:
        yield f"What you suppose is your paper with {instead(rules, before.paper, text)}."
