"""What a paper is worth to the chair that reads it, beside none, and what each change costs it."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.papers import wished
from game.coach.persons import capital, opposite
from game.coach.words_for import issue_label, listed
from game.negotiation import Package, value
from game.negotiation.value import together
from game.rules import Rules
from game.state import CLAIMANT, HOST, State

GAINS = (
    (-1, "By your own reckoning it is worse for you than no paper at all."),
    (500, "By your own reckoning it is hardly better than no paper at all."),
    (1500, "By your own reckoning it is better than no paper."),
    (3000, "By your own reckoning it is much better than no paper."),
    (3800, "By your own reckoning most is there that you came for."),
    (4800, "By your own reckoning nearly all is there that you came for."),
)
"""Up to how many hundredths above the walk-away which sentence holds."""
BEST = "By your own reckoning you could wish for little more."


def worth_said(rules: Rules, seat: int, state: State, paper: Package, mode: str) -> str:
    """Return what a paper is worth to a chair, in points or words; empty where nobody may know."""
    man = state.men[seat]
    if man is None:
        return ""
    worth, walk = value(paper, man.utility), rules.walk(seat, state)
    if mode == "points":
        return f"Worth {worth / 100:.1f} to you; without a paper you keep {walk / 100:.1f}."
    return next((said for most, said in GAINS if worth - walk <= most), BEST)


SIZES = ((0, "nothing"), (200, "little"), (599, "something"), (1199, "much"))
"""Up to how many hundredths a change costs or brings so much; beyond, it is very much."""
TOGETHER = "by how its clauses go together"


def changes_said(rules: Rules, seat: int, state: State, paper: Package, mode: str) -> str:
    """Return what each change in a paper costs a chair or brings it, by its own points alone.

    Beside its last paper or word; before it gave any, beside the other's or what it would wish.
    Empty where nothing was changed.
    """
    beside, base = _base(rules, seat, state)
    costs = list(_changes(rules, seat, state, paper, base))
    lost = [f"{_size(-by, mode)} {where}" for where, by in costs if by <= 0]
    won = [f"{_size(by, mode)} {where}" for where, by in costs if by > 0]
    parts = [
        f"it {verb} you {listed(which)}"
        for verb, which in (("costs", lost), ("brings", won))
        if which
    ]
    return capital(f"{beside}{'; '.join(parts)}.") if parts else ""


def _base(rules: Rules, seat: int, state: State) -> tuple[str, Package]:
    """Return what a paper is held against, and how that is said: of one's wishes nothing is."""
    if seat == HOST and state.said is not None:
        return "compared with your last word, ", state.said
    if state.paper is not None:
        whose = "your last" if seat == CLAIMANT else opposite(rules, seat).his
        return f"compared with {whose} paper, ", state.paper
    return "", wished(rules, seat, state)


def _changes(
    rules: Rules, seat: int, state: State, paper: Package, base: Package
) -> Iterator[tuple[str, int]]:
    """Yield each clause that differs, with what it brings in hundredths; below 0 it costs."""
    man = state.men[seat]
    if man is None:
        return
    for issue, row in enumerate(man.utility.worth):
        if paper[issue] != base[issue]:
            by = row[paper[issue]] - row[base[issue]]
            yield f"on {issue_label(rules.scenario, issue)}", by
    joints = man.utility.joints
    by = together(paper, joints) - together(base, joints)
    if by:
        yield TOGETHER, by


def _size(hundredths: int, mode: str) -> str:
    """Return how much a change costs or brings: its points, or a word.

    >>> _size(0, "advisers"), _size(150, "advisers"), _size(300, "advisers"), _size(900, "advisers")
    ('nothing', 'little', 'something', 'much')
    >>> _size(830, "points")
    '8.3'
    """
    if mode == "points":
        return f"{hundredths / 100:.1f}"
    return next((word for most, word in SIZES if hundredths <= most), "very much")
