"""The one thing that who sits in a chair must bring home, and whether a paper holds it."""

from __future__ import annotations

from game.coach.invented import spoken
from game.coach.words_for import counted, issue_label, listed, option_text
from game.negotiation import Package
from game.rules import Rules, mind
from game.rules.table import Need
from game.state import HOST, State


def own_need(rules: Rules, seat: int, state: State) -> str:
    """Return a chair's own need and what satisfies it; empty where nothing binds it."""
    need = need_of(rules, seat, state)
    if need is None:
        return ""
    words = rules.table.words
    asks = f"What {words.asks or 'your letter from home'} asks"
    what = f"The one thing you {words.cannot_do_without}" if seat == HOST else asks
    label = issue_label(rules.scenario, need.issue)
    return (
        f"{what}: {spoken(need)} Of {label}, that is kept by: {allowed(rules, need)}. A paper that "
        f"leaves it out is worth {costs(rules, seat)} less to you; whatever you are told of its "
        "worth counts that in."
    )


def need_in(rules: Rules, seat: int, state: State, paper: Package) -> str:
    """Return whether a paper holds it, and what would; empty where nothing binds the chair."""
    need, man = need_of(rules, seat, state), state.men[seat]
    if need is None or man is None:
        return ""
    words = rules.table.words
    what = (
        f"the one thing you {words.cannot_do_without}"
        if seat == HOST
        else f"what {words.asks or 'home'} asks of you"
    )
    if mind.meets_need(man, paper):
        return f"It holds {what}: {option_text(rules.scenario, need.issue, paper[need.issue])}."
    return f"It lacks {what}: {allowed(rules, need)}."


def need_of(rules: Rules, seat: int, state: State) -> Need | None:
    """Return what binds whoever sits in a chair; `None` where nothing does or may be known."""
    man = state.men[seat]
    return None if man is None or man.need < 0 else rules.table.needs[seat][man.need]


def costs(rules: Rules, seat: int) -> str:
    """Return what a paper that leaves a chair's need out is worth less to it."""
    return counted(rules.table.need_costs[seat] // 100, "point")


def allowed(rules: Rules, need: Need) -> str:
    """Return the options that satisfy a need, as a list in words."""
    options = (option_text(rules.scenario, need.issue, o) for o in sorted(need.allows))
    return listed((f"“{option}”" for option in options), "or")
