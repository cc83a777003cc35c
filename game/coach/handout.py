"""What a chair itself did, decision by decision, for whoever reads a play and has no screen.

What the host does at the table his own answer tells; so do the causes what ends the talks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.blocks import Deed, Scene
from game.coach.invented import title_of
from game.coach.menu import about
from game.coach.names import in_sentence
from game.coach.papers import instead, terms_said
from game.coach.persons import opposite
from game.coach.who_says import rests_on
from game.coach.words_for import sentence
from game.negotiation import Package
from game.rules import Rules
from game.rules.legal import Head
from game.state import CLAIMANT, Decision, Phase, State


class Laid(NamedTuple):
    """A paper that a chair laid down, or a text that it supposed."""

    paper: Package
    before: Package | None
    """The paper that lay there; `None` where none did."""
    is_supposed: bool = False


def done(rules: Rules, before: State, decision: Decision, seat: int) -> Iterator[str]:
    """Yield in sentences what a chair decided in a state, where it was that chair's to decide."""
    for thing in did(rules, before, decision, seat):
        match thing:
            case Scene(title, _, text, _):
                yield f"{sentence(title)} {text}"
            case Deed(text):
                yield text
            case Laid():
                yield _supposed(rules, thing) if thing.is_supposed else _paper(rules, thing)


def did(
    rules: Rules, before: State, decision: Decision, seat: int
) -> Iterator[Scene | Deed | Laid]:
    """Yield the same thing by thing, its papers as they are."""
    if before.seat != seat:
        return
    match decision.verb:
        case "choose":
            event = rules.scenario.events[decision.name]
            yield Scene(
                title_of(rules.scenario, event),
                event.place,
                event.text,
                rests_on(rules.scenario, event),
            )
            yield Deed(f"You choose: {sentence(event.choices[decision.about[0]].say)}")
        case "forecast":
            yield Deed("You ask your people what to expect.")
        case "expect":
            yield Deed(f"You note what you expect: “{' '.join(decision.about)}”")
        case "accept" if seat == CLAIMANT and before.word is not None:
            yield Deed(f"You lay {opposite(rules, seat).his} word down unchanged.")
            yield Laid(before.word, before.paper)
        case "tactic" if before.phase is Phase.SITTING:
            yield Deed(_act(rules, decision))
            if decision.suppose is not None:
                yield Laid(decision.suppose, before.paper, is_supposed=True)
            if decision.paper is not None:
                yield Laid(decision.paper, before.paper)


def _act(rules: Rules, decision: Decision) -> str:
    label = in_sentence(rules.scenario, rules.scenario.table.acts[decision.name].label)
    if not decision.about:
        return f"You choose: {label}."
    what = about(rules, Head(decision.verb, decision.name, decision.about))
    return sentence(f"You choose: {label}: {in_sentence(rules.scenario, what)}")


def _paper(rules: Rules, laid: Laid) -> str:
    if laid.before is None:
        return f"The paper you lay down: {terms_said(rules, laid.paper)}."
    if laid.paper == laid.before:
        return "Your paper is the same as before."
    return f"Your paper now has {instead(rules, laid.before, laid.paper)}."


def _supposed(rules: Rules, laid: Laid) -> str:
    if laid.before is None:
        return f"What you suppose: {terms_said(rules, laid.paper)}."
    if laid.paper == laid.before:
        return "What you suppose is your paper as it lies there."
    return f"What you suppose is your paper with {instead(rules, laid.before, laid.paper)}."
