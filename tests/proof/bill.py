"""Whether the bill of a signed paper is honest (claim q)."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.bill import Bill, bill
from game.negotiation import value
from game.rules import Rules
from game.state import CLAIMANT, HOST, State
from tests.proof.claim import Claim
from tests.proof.games import games


def signed(rules: Rules, numbers: range, key: str) -> Iterator[State]:
    """Yield the last states of games that ended with a signature."""
    for game in games(rules, numbers, key):
        last = game[-1].turn.state
        if last.treaty is not None:
            yield last


def faults(rules: Rules, state: State) -> list[str]:
    """Return what is wrong with the bill of a signed paper."""
    paid: Bill = bill(rules, state)
    claimant, host, treaty = *state.men, state.treaty
    assert claimant is not None
    assert host is not None
    assert treaty is not None
    ours, theirs = claimant.utility, host.utility
    gained = max(0, value(treaty, ours) - rules.walk(CLAIMANT, state))
    wrong = {
        "a line below nothing": min(paid.lines) < 0,
        "the lines do not add up": sum(paid.lines) != gained or paid.gain != gained,
        "menace charged where none was used": paid.own_menace > 0 and not state.pressure,
        "something left is below nothing": paid.left < 0 or paid.host_left < 0,
        "the joint gain is not both gains": paid.joint_gain != paid.gain + paid.host_gain,
        "the host's gain is another": paid.host_gain
        != max(0, value(treaty, theirs) - rules.walk(HOST, state)),
    }
    left = paid.left_paper
    if left is None:
        wrong["something left, and no paper for it"] = paid.left != 0
    else:
        wrong["the better paper gives another sum"] = (
            value(left, ours) - value(treaty, ours) != paid.left
        )
        wrong["the better paper costs the host"] = value(left, theirs) < value(treaty, theirs)
    if paid.better is not None:
        both = [value(paid.better, u) > value(treaty, u) for u in (ours, theirs)]
        wrong["not better for both"] = not all(both)
    return [what for what, is_so in wrong.items() if is_so]


def claims(rules: Rules, numbers: range = range(2_000)) -> Iterator[Claim]:
    """Yield claim q: every bill is honest, and what the lines come to on average."""
    count = menaced = 0
    wrong: list[str] = []
    sums = [0, 0, 0, 0]
    for state in signed(rules, numbers, "bill"):
        count += 1
        wrong += faults(rules, state)
        paid = bill(rules, state)
        menaced += paid.own_menace > 0
        sums = [total + line for total, line in zip(sums, paid.lines, strict=True)]
    found = ", ".join(sorted(set(wrong))) or "none"
    yield Claim("q dishonest bills", f"{found} in {count:,}", "none", not wrong)
    means = " + ".join(f"{total / 100 / max(1, count):.1f}" for total in sums)
    yield Claim("q danger + menace + time and argument + trade", means, "told", True)
    yield Claim("q bills with menace", f"{menaced} of {count:,}", "some", 0 < menaced < count)
