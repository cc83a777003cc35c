"""Seeded games of mixed personas, turn by turn: what the proofs of the coach look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.workshop.playing import fitting
from game.negotiation import Package
from game.policy import Policy, persona
from game.policy.prospect import efficient
from game.rules import Rules
from game.rules.legal import Legal
from game.state import CLAIMANT, HOST, Decision, Phase, Reply, State, Turn, View

CLAIMANTS = fitting(CLAIMANT)
ONE_HOST_IN = 5
"""So seldom is the host nobody's official but draws lots, as a person might seem to."""
LITTLE = 200
"""Hundredths that a host hopes for who has little to lose but his walk-away."""


class Step(NamedTuple):
    """A decision with what it followed and what followed it."""

    seed: str
    before: State
    decision: Decision
    turn: Turn
    papers: frozenset[Package]
    """Every paper that lay on the table so far, as scenes amended it, too."""
    official: bool
    """The host's chair is held by an official, who decides by his own rule."""


class Blunt:
    """Shows the guns early, and comes down by small steps from the hardest paper to one he signs.

    He signs what was forced: the player whom the reasons must not flatter.
    """

    def __init__(self, rules: Rules, pressing: int, step: int) -> None:
        self.rules = rules
        self.pressing = pressing
        self.step = step

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return a display, then the last word, each with a paper a little softer than before."""
        state = view.state
        if state.phase in (Phase.SCENE, Phase.CALLED):
            return legal.heads[-1].nth(0)
        if state.word is not None and state.reply == Reply.CONSULTS:
            return Decision("accept")
        theirs = self.rules.table.utilities[HOST]
        papers = efficient(self.rules, state, theirs)
        paper = papers[min(len(papers) - 1, self.step * state.sitting)]
        acts = [
            *["display"] * (state.pressure < self.pressing),
            "ultimatum",
            self.rules.choices.lay,
        ]
        for act in acts:
            decision = Decision("tactic", act, (), paper)
            if decision in legal:
                return decision
        return Decision("go-home")


def seated(rules: Rules, at: int, seed: str) -> tuple[Policy, Policy, bool]:
    """Return who sits where in the game of a number, and whether the host is an official."""
    kinds = len(CLAIMANTS) + 1
    kind = at % kinds
    ours: Policy = (
        persona(CLAIMANTS[kind], rules, seed)
        if kind < len(CLAIMANTS)
        else Blunt(rules, 1 + at // kinds % 2, 2 + at // kinds % 3)
    )
    official = at // kinds % ONE_HOST_IN != ONE_HOST_IN - 1
    return ours, persona("official" if official else "random", rules, f"{seed} host"), official


def games(rules: Rules, numbers: range, key: str) -> Iterator[list[Step]]:
    """Yield whole games, each with a claimant of another kind than the last."""
    for at in numbers:
        seed = f"{key} {at}"
        ours, theirs, official = seated(rules, at, seed)
        state, steps = opening(rules, seed, weary=isinstance(ours, Blunt)), []
        papers: set[Package] = set()
        while state.ended is None:
            chooser = ours if state.seat == CLAIMANT else theirs
            decision = chooser.choose(
                rules.seen_by(state.seat, state), rules.legal_decisions(state)
            )
            turn = rules.apply(state, decision)
            if state.paper is not None:
                papers.add(state.paper)
            steps.append(Step(seed, state, decision, turn, frozenset(papers), official))
            state = turn.state
        yield steps


def opening(rules: Rules, seed: str, *, weary: bool) -> State:
    """Return an opening; a weary host hopes for little, so that guns alone can decide."""
    state = rules.opening(seed)
    claimant, host = state.men
    if not weary or host is None:
        return state
    hope = min(LITTLE, host.hope)
    return state._replace(men=(claimant, host._replace(hope=hope)), hope=(state.hope[0], hope))


def steps(rules: Rules, numbers: range, key: str) -> Iterator[Step]:
    """Yield every step of many games."""
    for game in games(rules, numbers, key):
        yield from game


def host_answers(rules: Rules, numbers: range, key: str) -> Iterator[Step]:
    """Yield the steps in which the host answers."""
    for step in steps(rules, numbers, key):
        if step.before.seat == HOST and step.turn.state.transcript != step.before.transcript:
            yield step
