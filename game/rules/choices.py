"""Which decisions are legal at each phase, and why the others are not."""

from __future__ import annotations

from game.rules.claimant_choices import ClaimantChoices
from game.rules.host_choices import HostChoices
from game.rules.legal import Head, Legal
from game.rules.scenes import Choice, Scene
from game.rules.table import Table
from game.scenario.clauses import OfferChange
from game.state import State


class Choices:
    """The legal decisions of every phase; those that look alike are built once."""

    def __init__(self, table: Table) -> None:
        self.lay = next(act.id for act in table.acts if act.kind == "lay")
        self.none = Legal(())
        self.called = Legal((Head("go-home"), Head("stay")))
        self.sitting = ClaimantChoices(table).legal
        self.reply = HostChoices(table).legal
        self._scenes: dict[tuple[int, tuple[bool, ...]], Legal] = {}

    def scene(self, scene: Scene, state: State) -> Legal:
        """Return the choices of a scene."""
        open_now = tuple([c.may is None or c.may(state) for c in scene.choices])
        if state.kept:
            kept = tuple(
                [may and not _amends(c) for may, c in zip(open_now, scene.choices, strict=True)]
            )
            open_now = kept if any(kept) else open_now
        key = (scene.index, open_now)
        if key not in self._scenes:
            heads = [Head("choose", scene.id, (c.id,)) for c in scene.choices]
            self._scenes[key] = Legal(
                [head for head, may in zip(heads, open_now, strict=True) if may],
                [
                    (head, "that is not open to you")
                    for head, may in zip(heads, open_now, strict=True)
                    if not may
                ],
            )
        return self._scenes[key]


def _amends(choice: Choice) -> bool:
    """Return whether a choice changes the paper; one that is the host's own word it may not."""
    return any(isinstance(effect, OfferChange) for effect in choice.effects)
