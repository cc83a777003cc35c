"""What there is before the first season of a campaign: its start, and what its twists change."""

from __future__ import annotations

from collections.abc import Sequence

from game.scenario.campaign_model import Campaign
from game.state import BUILT_IN, Order, Phase, State

NOTHING = State(
    seed="",
    men=(None, None),
    phase=Phase.SEASON,
    face=0,
    trust=0,
    credibility=0,
    patience=0,
    hope=(0, 0),
    wanted=(),
    used=(),
    learned=(),
    levels=(),
)
"""What there is of a table while nobody sits at one."""

NO_ORDER = Order(-1)
"""What stands where nothing was ever ordered and nothing is idle."""


def before_play(campaign: Campaign, start: str | None, twists: Sequence[str], orders: int) -> State:
    """Return the state in the season before the first; `orders` is how many there can be."""
    over: dict[str, int] = {}
    notes: set[str] = set()
    if start is not None:
        over |= campaign.starts[start].tracks
        notes |= set(campaign.starts[start].notes)
    for id in twists:
        over |= campaign.twists[id].tracks
        notes.add(f"twist.{id}")
    own = {id: track for id, track in campaign.tracks.items() if id not in BUILT_IN}
    idle = campaign.seasons.idle
    stands = Order(list(campaign.actions).index(idle)) if idle is not None else NO_ORDER
    advisers = sum(adviser.table is None for adviser in campaign.advisers.values())
    return NOTHING._replace(
        levels=tuple(over.get(id, track.start or 0) for id, track in own.items()),
        notes=frozenset(notes),
        orders=(stands,) * campaign.seasons.actions,
        done=(0,) * orders,
        lately=((), ()),
        proved=((0, 0),) * advisers,
        turn=_first_turn(campaign, start) - 1,
    )


def _first_turn(campaign: Campaign, start: str | None) -> int:
    first = campaign.starts[start].season if start is not None else None
    return 1 if first is None else campaign.seasons.from_.until(first) + 1
