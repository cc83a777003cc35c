"""What a paper is worth to the chair that reads it, beside no paper at all."""

from __future__ import annotations

from game.negotiation import Package, value
from game.rules import Rules
from game.state import State

GAINS = (
    (-1, "By your own reckoning it is worse for you than no paper at all."),
    (500, "By your own reckoning it is hardly better than no paper at all."),
    (1500, "By your own reckoning it is better than no paper."),
    (3000, "By your own reckoning it is much better than no paper."),
    (3800, "By your own reckoning few papers are better; something was given up for it."),
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
