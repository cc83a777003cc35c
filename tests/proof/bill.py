"""Whether the bill of a signed paper is honest (claim q)."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from game.coach.bill import bill
from game.coach.brought_down import CAUSES, brought_down
from game.negotiation import Package, value
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


def holds_needs(state: State, paper: Package | None) -> bool:
    """Return whether a paper holds what neither man can go home without."""
    return paper is not None and all(
        man is None or man.need_issue < 0 or paper[man.need_issue] in man.need_allows
        for man in state.men
    )


def faults(rules: Rules, state: State) -> list[str]:
    """Return what is wrong with the bill of a signed paper."""
    paid, treaty = bill(rules, state), state.treaty
    assert treaty is not None
    first = state.first or treaty
    utilities = [man.utility for man in state.men if man is not None]
    walks = [rules.walk(CLAIMANT, state), rules.walk(HOST, state._replace(shown=0))]
    at_first, at_last, without = (
        [round_half_up(hundredths) for hundredths in levels]
        for levels in (
            [value(first, u) for u in utilities],
            [value(treaty, u) for u in utilities],
            walks,
        )
    )
    changes = [last - began for last, began in zip(at_last, at_first, strict=True)]
    ours, theirs = paid.accounts
    wrong = {
        "a gain is another": [a.gain for a in paid.accounts]
        != [last - walk for last, walk in zip(at_last, without, strict=True)],
        "the first paper gave something else": [a.in_first for a in paid.accounts]
        != [began - walk for began, walk in zip(at_first, without, strict=True)],
        "the accounts do not add up": paid.joint != paid.in_first + paid.created_since,
        "what one lost the other did not win": ours.moved != -theirs.moved,
        "something moved where both won or both lost": theirs.moved != 0
        and (changes[0] > 0) == (changes[1] > 0),
        "more moved than was lost": abs(theirs.moved) > min(map(abs, changes)),
        "created for one and lost for the other": ours.created * theirs.created < 0,
        "created is not what both have more": paid.created_since != sum(changes),
        "taken by guns that were not shown": paid.taken != 0 and not state.pressure,
        "taken is not what the guns did": paid.taken
        != without[HOST] - round_half_up(rules.walk(HOST, state)),
    }
    changed = {i for i, (a, b) in enumerate(zip(first, treaty, strict=True)) if a != b}
    for seat, (own, other) in enumerate((utilities, utilities[::-1])):
        for issue in paid.gave[seat]:
            before, after = first[issue], treaty[issue]
            wrong["a gift that gave nothing"] = (
                other.worth[issue][after] <= other.worth[issue][before]
                or own.worth[issue][after] > own.worth[issue][before]
                or issue not in changed
            )
        found = paid.left[seat]
        if found is not None:
            wrong["what was left costs the other"] = value(found.paper, other) < value(
                treaty, other
            )
            wrong["what was left is another sum"] = (
                value(found.paper, own) - value(treaty, own) != found.more
            )
            wrong["less than two points were left"] = found.more < 200
            wrong["what was left leaves a need out"] = holds_needs(
                state, treaty
            ) and not holds_needs(state, found.paper)
    if paid.better is not None:
        more = [value(paid.better, u) - value(treaty, u) for u in utilities]
        wrong["not better for both by two points"] = min(more) < 200
    wrong |= _faults_of_coming_down(rules, state)
    return [what for what, is_so in wrong.items() if is_so]


def _faults_of_coming_down(rules: Rules, state: State) -> dict[str, bool]:
    """Return what may be wrong with what is said to have brought the host to sign."""
    down = brought_down(rules, state)
    by = dict(zip(CAUSES, down.by, strict=True))
    met, talked, waited = (-100 * by[cause] for cause in ("met", "talked", "waited"))
    host = state.men[HOST]
    assert host is not None
    return {
        "he was brought down by something else": down.came_for + sum(down.by) != down.wanted,
        "he wanted something else": down.wanted
        != round_half_up(rules.walk(HOST, state) + state.hope[HOST]),
        "he hoped for something else": abs(100 * (down.came_for - down.walk) - host.hope) > 100,
        "his hope was worn by something else": any(
            abs(told - booked) > 100
            for told, booked in zip((met, talked, waited), state.ledger, strict=False)
        ),
        "brought down by guns that were not shown": by["guns"] != 0 and not state.pressure,
    }


def round_half_up(hundredths: int) -> int:
    """Return whole points."""
    return floor(hundredths / 100 + 0.5)


def claims(rules: Rules, numbers: range = range(2_000)) -> Iterator[Claim]:
    """Yield claim q: every bill is honest, and what the accounts come to on average."""
    count = menaced = trades = 0
    wrong: list[str] = []
    sums = [0, 0, 0, 0]
    for state in signed(rules, numbers, "bill"):
        count += 1
        wrong += faults(rules, state)
        paid = bill(rules, state)
        menaced += paid.taken > 0
        trades += paid.is_trade
        parts = (paid.in_first, paid.created_since, paid.accounts[HOST].moved, paid.taken)
        sums = [total + part for total, part in zip(sums, parts, strict=True)]
    found = ", ".join(sorted(set(wrong))) or "none"
    yield Claim("q dishonest bills", f"{found} in {count:,}", "none", not wrong)
    means = " + ".join(f"{total / max(1, count):.1f}" for total in sums[:2])
    yield Claim("q created: in the first paper + since", means, "told", True)
    means = f"{sums[2] / max(1, count):.1f}, {sums[3] / max(1, count):.1f}"
    yield Claim("q moved to the host, taken from him by guns", means, "told", True)
    yield Claim("q bills with a trade", f"{trades} of {count:,}", "some", 0 < trades < count)
    yield Claim("q bills with menace", f"{menaced} of {count:,}", "some", 0 < menaced < count)
