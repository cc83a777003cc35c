"""A claim with its figure: what every proof yields."""

from __future__ import annotations

from typing import NamedTuple


class Claim(NamedTuple):
    """A claim, its figure, its bar and whether it holds."""

    name: str
    figure: str
    bar: str
    holds: bool
