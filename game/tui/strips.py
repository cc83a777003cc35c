"""Lines of the screen as Textual makes them, without what most of them never need.

Each line, and each part into which a frame beside it cuts it, is made with seven stores of what
may be made of it later. Of most nothing is: a page in a large window was 7,000 lines and parts in
100,000 things, which took 8 MB.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

STORES = (
    "_divide_cache",
    "_crop_cache",
    "_style_cache",
    "_filter_cache",
    "_line_length_cache",
    "_crop_extend_cache",
    "_offsets_cache",
)
OTHERS = "_segments", "_cell_length", "_render_cache", "_link_ids", "_cell_count"
"""All else that a line knows; the last three only once they were asked for."""


def make_stores_late() -> None:
    """Have each store of a line made when it is first asked for; another Textual is left alone."""
    if {*Strip.__slots__} != {*STORES, *OTHERS} or hasattr(Strip, "__getattr__"):
        return
    whole = Strip([])
    rooms: dict[str, int] = {name: getattr(whole, name)._maxsize for name in STORES}

    def begin(line: Strip, segments: Iterable[Segment], cell_length: int | None = None) -> None:
        line._segments = list(segments)
        line._cell_length = cell_length
        line._render_cache = line._link_ids = line._cell_count = None

    def store(line: Strip, name: str) -> FIFOCache[object, object]:
        """Return what Python does not find in a line: a store that was not made yet."""
        if name not in rooms:
            raise AttributeError(name)
        made: FIFOCache[object, object] = FIFOCache(rooms[name])
        setattr(line, name, made)
        return made

    Strip.__init__ = begin  # type: ignore[assignment, method-assign]
    Strip.__getattr__ = store  # type: ignore[attr-defined]
