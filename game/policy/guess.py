"""What a claimant does not know, imagined: the man opposite, his patience, and what luck holds.

Luck has keys of its own here, and the game's is not touched.
"""

from __future__ import annotations

from game.policy.hearing import Suspect
from game.rules.luck import draw
from game.rules.views import PATIENCE_BAND
from game.state import CLAIMANT, Fortune, State

NO_LUCK = Fortune(0, 0, 0)
"""No courier comes, and the court's mood is what everybody knows."""


def guess(state: State, suspect: Suspect, at: int, who: str, fortune: Fortune = NO_LUCK) -> State:
    """Return the state that a claimant sees, completed as if a man sat opposite.

    `at` is the man's number among those in mind and `who` asks: they key what is drawn.
    """
    spare = draw(PATIENCE_BAND, who, "patience", "host", at)
    return state._replace(
        seed=f"{who} {at}",
        men=(state.men[CLAIMANT], suspect.man),
        fortune=fortune,
        patience=state.patience - spare if state.patience else 0,
        hope=(state.hope[CLAIMANT], suspect.hope),
        ladder=suspect.ladder,
        shown=suspect.shown,
    )
