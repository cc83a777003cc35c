"""What a chair decided, in a few words, as its own chronicle has it."""

from __future__ import annotations

from game.coach.menu import about, label, label_across, words_across, words_of
from game.coach.names import in_sentence
from game.coach.papers import differences
from game.coach.persons import opposite
from game.coach.weighed import weighed
from game.negotiation import Package
from game.rules import Rules
from game.rules.legal import Head
from game.state import HOST, Decision, Phase, State


def deed(rules: Rules, before: State, decision: Decision, seat: int) -> str:
    """Return what a chair decided in a state; empty for what only was written down."""
    if decision.verb == "choose" and before.phase == Phase.SCENE:
        event = rules.scenario.events[rules.scenes.all[before.scene].id]
        choice = event.choices.get(decision.about[0])
        return choice.say if choice is not None else ""
    if decision.verb == "forecast":
        draft = decision.paper or before.paper
        which = "the draft" if draft is None else weighed(rules, seat, before, draft)
        return f"You ask your people what to expect of {which}"
    if decision.verb == "tactic":
        called = label(rules, rules.table.by_id[decision.name], seat)
        return _act(rules, before, decision, seat, called, "your")
    return words_of(rules, seat).get(decision.verb, "")


def deed_of_other(rules: Rules, before: State, decision: Decision, doer: int) -> str:
    """Return what who sits opposite decided at the table, told to whom he did it."""
    if decision.verb == "tactic":
        called = label_across(rules, rules.table.by_id[decision.name], doer)
        return _act(rules, before, decision, doer, called, opposite(rules, 1 - doer).his)
    # That he asked his court to disown it is no more seen than his reasons are.
    verb = "accept" if decision.verb == "sign-to-disown" else decision.verb
    return words_across(rules, doer).get(verb, "")


def _act(rules: Rules, before: State, decision: Decision, seat: int, said: str, owner: str) -> str:
    if decision.about:
        what = about(rules, Head(decision.verb, decision.name, decision.about))
        said += f": {in_sentence(rules.scenario, what)}"
    if decision.suppose is not None:
        return f"{said}: {_changed(rules, before, decision.suppose)}"
    if decision.paper is None:
        return said
    whose = "word" if seat == HOST else "paper"
    if seat != HOST and before.paper is None:
        is_laid = decision.name == rules.table.lay
        return f"{said}; it is the first" if is_laid else f"{said}, with a first paper"
    return f"{said}; {owner} {whose}: {_changed(rules, before, decision.paper)}"


def _changed(rules: Rules, before: State, paper: Package) -> str:
    """Return a paper by what differs from the one that lay on the table."""
    if before.paper is None:
        return "a first text"
    return differences(rules, paper, before.paper) or "as it stands"
