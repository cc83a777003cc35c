"""The parts of a negotiator's craft, each a switch, so that the worth of each can be measured."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.table_model import ActKind


@dataclass(frozen=True, slots=True)
class Craft:
    """Which parts of the craft a claimant uses."""

    courtesies: int = 2
    asks: int = 4
    rather: bool = True
    tells: bool = True
    argues: bool = True
    memorial: bool = True
    reads_court: bool = True
    """Whether he asks himself what the court will make of a paper."""
    insists: tuple[tuple[str, str], ...] = ()
    """Issues with the option from which he will not move, whatever the rest costs him."""
    waits: int = 0
    """Sittings of mere courtesy before the first paper, unless the courier comes."""
    press: tuple[ActKind, ...] = ()
    """Kinds of acts of pressure, in the order in which they come once a paper lies on the table."""
    press_from: int = 4
    """The first sitting for pressure."""
    holds: int = 0
    """Per cent of what he still hopes for: less than that above his walk-away he neither offers
    nor takes."""
    patience: int = 100
    """Hundredths of lasting value that he lets go to be done at once."""
    hurry: int = 0
    """Further hundredths that each sitting seems to cost him."""
    exchange: int = 50
    """Hundredths of a point of ours that each point missing to him is expected to cost."""
    again: int = 100
    """Hundredths that another paper costs, where one is refused."""
    margin: int = 0
    """Hundredths above the line of ruin at which he opens."""
