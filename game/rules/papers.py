"""The papers that may go along with an act, in a fixed order, without laying them all out.

>>> papers = Papers(((0, 1), (2,), (0, 3)))
>>> len(papers), papers.nth(0), papers.nth(3), (1, 2, 3) in papers, (1, 1, 3) in papers
(4, (0, 2, 0), (1, 2, 3), True, False)
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from math import prod

from game.negotiation import Package

Spaces = tuple[tuple[int, ...], ...]
"""For each issue the options that a paper may choose; empty when no paper may go along."""


class Papers:
    """Every paper that chooses from some options; the last issue changes fastest.

    A paper is put together from two halves: laying out the halves takes a few hundred tuples
    where the papers are tens of thousands.
    """

    __slots__ = ("_first", "_halves", "_last", "_lasts", "_middle", "count")

    def __init__(self, spaces: Spaces) -> None:
        self._middle = middle = _middle(spaces)
        self._first, first = _half(spaces[:middle])
        self._last, last = _half(spaces[middle:])
        self._lasts = len(self._last)
        self._halves = first, last
        self.count = len(self._first) * self._lasts if spaces else 0

    def __len__(self) -> int:
        return self.count

    def nth(self, at: int) -> Package:
        """Return the paper at a place, from 0."""
        first, last = divmod(at, self._lasts)
        return self._first[first] + self._last[last]

    def place_of(self, paper: Package) -> int:
        """Return the place of a paper that may go along, as `nth` counts."""
        first, last = paper[: self._middle], paper[self._middle :]
        return self._first.index(first) * self._lasts + self._last.index(last)

    def __contains__(self, paper: Package) -> bool:
        first, last = self._halves
        return self.count > 0 and paper[: self._middle] in first and paper[self._middle :] in last


@lru_cache(maxsize=256)
def _half(spaces: Spaces) -> tuple[tuple[Package, ...], frozenset[Package]]:
    """Return the half papers of some issues, in order and to be found; many papers share one."""
    laid = tuple(product(*spaces))
    return laid, frozenset(laid)


def _middle(spaces: Spaces) -> int:
    """Return before which issue papers are parted so that the greater half is the least."""
    counts = tuple(map(len, spaces))
    return min(range(len(counts) + 1), key=lambda at: max(prod(counts[:at]), prod(counts[at:])))


papers_of = lru_cache(maxsize=256)(Papers)
"""Acts that may take the same papers share them."""
