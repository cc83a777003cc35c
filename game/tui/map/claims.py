"""The claim a map shows: who holds what, which lines are drawn, who may sail where.

>>> state = map_state({"left-bank": Holder.RUSSIA}, lines=("aigun-1858",))
>>> state.holder("left-bank")
<Holder.RUSSIA: 'russia'>
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Holder(StrEnum):
    """Whose land a region is, or would be."""

    RUSSIA = "russia"
    QING = "qing"
    COMMON = "common"
    LENT = "lent"
    UNDEFINED = "undefined"


class Waters(StrEnum):
    """Which flags may sail a river."""

    CLOSED = "closed"
    TWO_FLAGS = "two-flags"
    ALL_FLAGS = "all-flags"


@dataclass(frozen=True, slots=True)
class MapState:
    """What the map has to show; equal by content, so that a frame can be kept by it."""

    holders: tuple[tuple[str, Holder], ...]
    """Region id and holder, sorted by id."""
    lines: tuple[str, ...] = ()
    """Ids of the lines drawn, the most important last."""
    waters: tuple[tuple[str, Waters], ...] = ()
    """River id and who may sail it, sorted by id; a river not named is not at issue."""
    words: tuple[tuple[str, str], ...] = ()
    """Region id and what to write under its name, where the holder's word says too little."""
    highlight: tuple[str, ...] = ()
    """Ids of the regions, rivers, lines and places under the cursor."""

    def holder(self, region: str) -> Holder | None:
        """The holder of a region; `None` where nothing is said of it."""
        return dict(self.holders).get(region)


def map_state(
    holders: Mapping[str, Holder],
    lines: tuple[str, ...] = (),
    waters: Mapping[str, Waters] | None = None,
    highlight: tuple[str, ...] = (),
    words: Mapping[str, str] | None = None,
) -> MapState:
    """Return a state from mappings, in the one order that makes equal states equal."""
    return MapState(
        holders=tuple(sorted(holders.items())),
        lines=lines,
        waters=tuple(sorted((waters or {}).items())),
        words=tuple(sorted((words or {}).items())),
        highlight=highlight,
    )
