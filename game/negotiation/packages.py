"""Packages: one option for every issue, by index.

>>> decoded(5, (2, 3))
(1, 2)
>>> encoded((1, 2), (2, 3))
5
>>> size((2, 3))
6
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

Package = tuple[int, ...]
"""The index of the chosen option, for each issue in order."""


def size(options: Sequence[int]) -> int:
    """Return how many packages there are, given how many options each issue has."""
    return prod(options)


def every_package(options: Sequence[int]) -> Iterator[Package]:
    """Yield every package in order of `encoded`."""
    return product(*(range(n) for n in options))


def encoded(package: Package, options: Sequence[int]) -> int:
    """Return the place of a package among all packages, from 0."""
    at = 0
    for option, n in zip(package, options, strict=True):
        at = at * n + option
    return at


def decoded(at: int, options: Sequence[int]) -> Package:
    """Return the package at a place; the inverse of `encoded`."""
    chosen = []
    for n in reversed(options):
        at, option = divmod(at, n)
        chosen.append(option)
    return tuple(reversed(chosen))
