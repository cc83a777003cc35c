"""Everything that happened, from the opening: by sittings, and with what one decided oneself."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_story import told_turn
from game.cli.plain_text import ended, wrapped
from game.coach.menu import about, label, words_of
from game.coach.papers import differences, terms_said
from game.coach.standing import when
from game.negotiation import Package
from game.rules import Rules, parsed
from game.rules.legal import Head
from game.session import Session
from game.state import HOST, Decision, State


def told_log(session: Session, seat: int, mode: str) -> Iterator[str]:
    """Yield what a chair decided and was told since the opening, a blank line between turns."""
    rules, table = session.rules, session.rules.table
    before = rules.opening(session.record.heading.seed)
    sitting = 0
    for node, turn in zip(session.record.path(session.cursor), session.story(), strict=True):
        said: list[str] = []
        if node.seat_id == table.seats[seat]:
            said += map(wrapped, _decided(rules, before, parsed(node.decision_text, table, before)))
        said += told_turn(rules, before, turn, seat, mode)
        if said:
            if sitting:
                yield ""
            if max(1, before.sitting) != sitting:
                sitting = max(1, before.sitting)
                yield wrapped(f"== {when(rules, sitting)} ==")
                yield ""
            yield from said
        before = turn.state


def _decided(rules: Rules, before: State, decision: Decision) -> Iterator[str]:
    """Yield what a chair decided, and the paper that it laid down with it."""
    match decision.verb:
        case "expect":
            yield f"You noted: “{' '.join(decision.about)}”."
        case "forecast":
            yield "You asked your people what to expect."
        case "choose":
            choice = rules.scenario.events[decision.name].choices[decision.about[0]]
            yield f"You chose: {ended(choice.say)}"
        case "tactic":
            yield f"You chose: {ended(_act(rules, decision, before.seat))}"
        case verb:
            yield f"You chose: {words_of(rules, before.seat)[verb]}."
    # What the host says of a paper is told in the answer.
    if decision.paper is not None and before.seat != HOST and decision.verb == "tactic":
        yield _laid("Your paper", rules, decision.paper, before)
    if decision.suppose is not None:
        yield _laid("Your text", rules, decision.suppose, before)


def _act(rules: Rules, decision: Decision, seat: int) -> str:
    called = label(rules, rules.table.by_id[decision.name], seat)
    if not decision.about:
        return called
    return f"{called}: {about(rules, Head(decision.verb, decision.name, decision.about))}"


def _laid(what: str, rules: Rules, paper: Package, before: State) -> str:
    if before.paper is None:
        return f"{what}: {terms_said(rules, paper)}."
    changed = differences(rules, paper, before.paper)
    return f"{what} changed: {changed}." if changed else f"{what}: unchanged."
