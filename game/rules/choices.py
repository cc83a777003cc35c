"""Which decisions are legal at each phase, and why the others are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.rules.claimant_choices import ClaimantChoices, Waiting
from game.rules.host_choices import HostChoices
from game.rules.legal import Head, Legal
from game.rules.mind import Now
from game.rules.scenes import Scene
from game.rules.table import Table


class Choices:
    """The legal decisions of every phase; those that look alike are built once."""

    def __init__(self, table: Table, scenes: Sequence[Scene], waiting: Waiting) -> None:
        self.lay = table.lay
        self.none = Legal(())
        self.called = Legal((Head("go-home"), Head("stay")))
        self.sitting = ClaimantChoices(table, waiting).legal
        self.reply = HostChoices(table).legal
        self._scenes = scenes
        self._in_scenes: dict[tuple[int, tuple[bool, ...]], Legal] = {}
        self.by_phase: Sequence[Callable[[Now], Legal]] = (
            self.scene,
            self.sitting,
            self.reply,
            lambda _: self.called,
            lambda _: self.none,
        )
        """In the order of the phases."""

    def of(self, state: Now) -> Legal:
        """Return the choices of whoever is to decide."""
        return self.by_phase[state.phase](state)

    def scene(self, state: Now) -> Legal:
        """Return the choices of the scene that waits for one."""
        scene = self._scenes[state.scene]
        open_now = tuple([c.may is None or c.may(state) for c in scene.choices])
        if state.kept:
            # A paper that is the host's own word may not be changed under his hands.
            kept = tuple(
                [may and not c.amends for may, c in zip(open_now, scene.choices, strict=True)]
            )
            open_now = kept if any(kept) else open_now
        key = (scene.index, open_now)
        if key not in self._in_scenes:
            self._in_scenes[key] = _choices_of(scene, open_now)
        return self._in_scenes[key]


def _choices_of(scene: Scene, open_now: tuple[bool, ...]) -> Legal:
    heads = [Head("choose", scene.id, (choice.id,)) for choice in scene.choices]
    return Legal(
        [head for head, may in zip(heads, open_now, strict=True) if may],
        [
            (head, "that is not open to you")
            for head, may in zip(heads, open_now, strict=True)
            if not may
        ],
    )
