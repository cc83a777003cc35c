"""What each seat may see of a state: the other man, luck to come and his secrets are masked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from game.rules.scenes import Scene
from game.scenario import Scenario
from game.state import BUILT_IN, CLAIMANT, HOST, State, View

PATIENCE_BAND = 16
"""A claimant reads patience only in bands of this many points."""


@dataclass(frozen=True, slots=True)
class _Veil:
    """What lies between a seat and the state."""

    scenes: frozenset[int]
    """Scenes of the other chair, by index."""
    notes: frozenset[str]
    """Notes that only the other chair's choices set."""
    levels: tuple[tuple[int, int], ...]
    """The author's own tracks that are kept from the seat, each with what it supposes of it."""


class Views:
    """Shows the states of one scenario."""

    def __init__(
        self, scenario: Scenario, seats: tuple[str, str], scenes: Sequence[Scene], start: State
    ) -> None:
        own = [track for id, track in scenario.tracks.items() if id not in BUILT_IN]
        set_by = [
            frozenset(
                chain.from_iterable(
                    choice.notes | choice.notes_at_risk
                    for scene in scenes
                    if scene.seat == seat
                    for choice in scene.choices
                )
            )
            for seat in (CLAIMANT, HOST)
        ]
        self._veils = tuple(
            _Veil(
                frozenset(scene.index for scene in scenes if scene.seat != seat),
                set_by[1 - seat] - set_by[seat],
                tuple(
                    (at, start.levels[at])
                    for at, track in enumerate(own)
                    if not track.is_seen_by(seats[seat])
                ),
            )
            for seat in (CLAIMANT, HOST)
        )

    def of(self, seat: int, state: State) -> View:
        """Return what a seat may see.

        The claimant knows his own walk-away and reads face and trust; of the host's patience he
        sees the band, of his hope and its ledger nothing.
        """
        veil, levels = self._veils[seat], list(state.levels)
        for at, supposed in veil.levels:
            levels[at] = supposed
        return View(
            seat,
            state._replace(
                seed="",
                fortune=None,
                scene=state.scene if state.seat == seat else -1,
                levels=tuple(levels),
                met=state.met - veil.scenes,
                notes=state.notes - veil.notes,
                guesses=tuple([guess for guess in state.guesses if guess[0] == seat]),
                due=(),
                **(_masks_of_host(state) if seat == CLAIMANT else _masks_of_claimant(state)),
            ),
        )


def _masks_of_host(state: State) -> dict[str, object]:
    """Return what the claimant sees instead of what is the host's alone."""
    return {
        "men": (state.men[CLAIMANT], None),
        "patience": max(0, -(-state.patience // PATIENCE_BAND) * PATIENCE_BAND),
        "shown": state.menace,
        "ladder": 0,
        "hope": (state.hope[CLAIMANT], 0),
        "ledger": (0, 0, 0, 0),
        "forecasts": (state.forecasts[CLAIMANT], 0),
        "disowned": False,
    }


def _masks_of_claimant(state: State) -> dict[str, object]:
    """Return what the host sees instead of what is the claimant's alone."""
    return {
        "men": (None, state.men[HOST]),
        "caution": 0,
        "heard_mood": None,
        "hope": (0, state.hope[HOST]),
        "forecasts": (0, state.forecasts[HOST]),
    }
