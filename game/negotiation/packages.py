"""Packages: one option for every issue, by index.

>>> list(every_package((2, 2)))
[(0, 0), (0, 1), (1, 0), (1, 1)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

Package = tuple[int, ...]
"""The index of the chosen option, for each issue in order."""


def every_package(options: Sequence[int]) -> Iterator[Package]:
    """Yield every package, given how many options each issue has; the last issue changes first."""
    return product(*(range(n) for n in options))
