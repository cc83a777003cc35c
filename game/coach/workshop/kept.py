"""What a play-test keeps of a play."""

from __future__ import annotations

from typing import NamedTuple

from game.coach.aftermath import Afterwards
from game.coach.workshop.playing import Game
from game.coach.workshop.texts import telling
from game.rules import Rules
from game.state import CLAIMANT


class Row(NamedTuple):
    """What a play-test keeps of a play; values in hundredths."""

    persona: str
    decisions: int
    sittings: int
    ended: str
    verdict: str
    lasting: tuple[int, int]
    endings: tuple[str, ...]
    """Pieces of the epilogue, as the tested chair is told them."""
    choices: frozenset[str]
    """Scenes and choices that were met, as `scene.choice`."""
    options: frozenset[str]
    """Options that stood in some paper or word, as `issue.option`."""
    acts: frozenset[str]
    pressure: int
    """Acts of pressure and last words."""
    texts: frozenset[str]
    """What was told in scenes and afterwards, to either chair."""
    words: int = 0
    """What the tested chair had to read; 0 where the play was not read through."""


def row(rules: Rules, game: Game, name: str, seat: int = CLAIMANT) -> Row:
    """Return what is kept of a play by a persona in the chair of `seat`."""
    state, table = game.final, rules.table
    wanted = list(state.wanted)
    for decision in state.transcript:
        if decision.paper is not None:
            wanted = [mask | 1 << o for mask, o in zip(wanted, decision.paper, strict=True)]
    own = Afterwards(rules, state, seat)
    outcome = own.outcome
    epilogue, texts = tuple(own.told()), set[str]()
    other = Afterwards(rules, state, 1 - seat, outcome)
    for play, told in ((own, epilogue), (other, other.told())):
        texts |= telling(rules).told(play, told)
    return Row(
        name,
        game.decisions,
        state.sitting,
        str(outcome.ended),
        str(outcome.verdict),
        outcome.lasting,
        tuple(piece.id for piece in epilogue),
        frozenset(n for n in state.notes if n.partition(".")[0] in rules.scenes.by_id),
        frozenset(
            f"{issue}.{option}"
            for issue, options, mask in zip(table.issues, table.options, wanted, strict=True)
            for o, option in enumerate(options)
            if mask >> o & 1
        ),
        frozenset(act.id for act in table.acts if state.used[act.index]),
        state.pressure,
        frozenset(texts),
    )
