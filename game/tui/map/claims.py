"""The claim a map shows: who holds what, which lines are drawn, who may sail where.

>>> state = map_state({"left-bank": Holder.RUSSIA}, lines=("aigun-1858",))
>>> state.holder("left-bank")
<Holder.RUSSIA: 'russia'>
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario.map_model import Holder, Waters

HOLDER_LETTERS = {
    Holder.RUSSIA: "R",
    Holder.QING: "Q",
    Holder.COMMON: "=",
    Holder.LENT: "L",
    Holder.UNDEFINED: "?",
}

HOLDER_WORDS = {
    Holder.RUSSIA: "Russian",
    Holder.QING: "Qing",
    Holder.COMMON: "in common",
    Holder.LENT: "lent to Russia",
    Holder.UNDEFINED: "never divided",
}
SHORT_HOLDER_WORDS = {Holder.LENT: "lent", Holder.UNDEFINED: "undivided"}
"""What stands for them where there is little room."""
LEFT_OPEN = "left open"
"""Land that somebody held, and that a paper passes over."""

HOLDER_TEXTURES = {
    Holder.RUSSIA: ("░", ":"),
    Holder.QING: (" ", " "),
    Holder.COMMON: ("╱", "/"),
    Holder.LENT: ("╌", "-"),
    Holder.UNDEFINED: ("·", "."),
}
"""What fills a holder's land where there are no colours, and its ASCII twin."""


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
