"""Papers in words, and the paper to begin from."""

from __future__ import annotations

from game.coach.persons import opposite
from game.coach.words_for import listed, option_text
from game.negotiation import Package
from game.rules import Rules
from game.state import HOST, State


def terms_said(rules: Rules, paper: Package) -> str:
    """Return a paper in one sentence."""
    return "; ".join(option_text(rules.scenario, i, o) for i, o in enumerate(paper))


def differences(rules: Rules, paper: Package, other: Package) -> str:
    """Return in one sentence where a paper differs from another."""
    return "; ".join(
        option_text(rules.scenario, i, o) for i, o in enumerate(paper) if o != other[i]
    )


def instead(rules: Rules, paper: Package, other: Package) -> str:
    """Return in words where another paper differs: what it says, and instead of what."""
    said = [
        f"“{option_text(rules.scenario, issue, option)}” instead of "
        f"“{option_text(rules.scenario, issue, paper[issue])}”"
        for issue, option in enumerate(other)
        if option != paper[issue]
    ]
    return listed(said)


def first_draft(rules: Rules, seat: int, state: State) -> Package:
    """Return the paper to begin from: the last word or paper of this chair, else its wishes."""
    if seat == HOST:
        base = state.said if state.said is not None else state.paper
    else:
        base = state.paper
    return base if base is not None else wished(rules, seat, state)


def wished(rules: Rules, seat: int, state: State) -> Package:
    """Return the paper that gives a chair the best on every issue."""
    man = state.men[seat]
    rows = (rules.table.utilities[seat] if man is None else man.utility).worth
    return tuple(max(range(len(row)), key=row.__getitem__) for row in rows)


def own_last(seat: int, state: State) -> Package | None:
    """Return the paper or word that a chair gave last."""
    return state.said if seat == HOST else state.paper


def his_last(seat: int, state: State) -> Package | None:
    """Return the word or paper that the other gave last, standing or not."""
    if seat == HOST:
        return state.paper
    return state.word if state.word is not None else state.said


def his_name(rules: Rules, seat: int, state: State) -> str:
    """Return what the other's last word is called."""
    other = opposite(rules, seat)
    if seat == HOST:
        return f"{other.his} paper"
    return f"{other.his} word" if state.word is not None else f"{other.his} withdrawn word"
