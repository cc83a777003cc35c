"""What a chair knows of its own draft without asking anybody."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.own_need import need_in
from game.coach.readings import home_words
from game.coach.standing import LIES_OPEN, lies_open
from game.coach.words_for import counted
from game.negotiation import Package, value
from game.rules import Rules
from game.state import CLAIMANT, HOST, State

GAINS = (
    (0, "By your own reckoning it is worse for you than no paper at all."),
    (500, "By your own reckoning it is hardly better than no paper at all."),
    (1500, "By your own reckoning it is better than no paper."),
    (3000, "By your own reckoning it is much better than no paper."),
    (3800, "By your own reckoning few papers are better; something was given up for it."),
    (4800, "By your own reckoning nearly all is there that you came for."),
)
"""Up to how many hundredths above the walk-away which sentence holds."""
BEST = "By your own reckoning you could wish for little more."


def own_last(seat: int, state: State) -> Package | None:
    """Return the paper or word that a chair gave last."""
    return state.said if seat == HOST else state.paper


def his_last(seat: int, state: State) -> Package | None:
    """Return the word or paper that the other gave last, standing or not."""
    if seat == HOST:
        return state.paper
    return state.word if state.word is not None else state.said


def his_name(seat: int, state: State) -> str:
    """Return what the other's last word is called."""
    if seat == HOST:
        return "his paper"
    return "his word" if state.word is not None else "he said"


def reckoned(rules: Rules, seat: int, state: State, draft: Package, mode: str) -> Iterator[str]:
    """Yield what a draft is worth to the chair, how home would take it, and what it changes."""
    man = state.men[seat]
    if man is not None:
        worth, walk = value(draft, man.utility), rules.walk(seat, state)
        if mode == "points":
            yield f"Worth {worth / 100:.1f} to you; without a paper you keep {walk / 100:.1f}."
        else:
            yield next((said for most, said in GAINS if worth - walk <= most), BEST)
    need = need_in(rules, seat, state, draft)
    if need:
        yield need
    if seat == CLAIMANT:
        yield home_words(rules, state, draft)
    last = own_last(seat, state)
    if last is not None:
        changed = sum(ours != before for ours, before in zip(draft, last, strict=True))
        what = "word" if seat == HOST else "paper"
        if changed:
            yield f"▲ {counted(changed, 'clause')} changed since your last {what}."
        else:
            yield f"The same as your last {what}."
    if lies_open(seat, state):
        yield LIES_OPEN
