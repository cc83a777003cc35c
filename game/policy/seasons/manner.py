"""In what manner somebody governs between the tables: what he values, fears and waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Manner:
    """What decides between two orders, or two answers to a scene; numbers are per cent."""

    table: str
    """The persona that he is at every table."""
    holds: int = 0
    """To how much he holds there of what he still hopes for."""
    cares: Mapping[str, int] = field(default_factory=dict)
    """What a point of each measure counts; where a campaign has none of these, all count alike."""
    leverage: int = 60
    """What a point counts that a host's walk-away falls by."""
    trust: int = 60
    """What a point of the trust counts with which talks begin."""
    belief: int = 40
    """The same of how far he is believed."""
    curiosity: int = 100
    """What it counts that an order opens others that cannot be given yet."""
    plots: int = 50
    """The same of what must be prepared in secret."""
    thrift: int = 100
    """How dear money is to him."""
    fear: int = 100
    """How much he minds what may go wrong, of what it would cost."""
    roams: int = 100
    """How little he minds to be away."""
    opens: int = 0
    """Points by which a fair paper must be worth more to a host than none before he opens talks."""
    whim: int = 15
    """By how much of its worth an order may seem better or worse to him, as his mood has it."""


FAIR = {
    "territory": 100,
    "rights": 100,
    "cost": 60,
    "legitimacy": 100,
    "blood": 100,
    "relations": 100,
    "career": 100,
}
"""What matters to somebody to whom everything does."""

MANNERS: Mapping[str, Manner] = {
    "novice": Manner(
        table="novice",
        cares={"territory": 120, "career": 120},
        leverage=0,
        trust=0,
        belief=0,
        curiosity=30,
        plots=30,
        thrift=30,
        fear=0,
        opens=-100,
        whim=60,
    ),
    "hawk": Manner(
        table="gunboat",
        cares={"territory": 160, "career": 60, "cost": 20},
        leverage=160,
        trust=0,
        belief=80,
        thrift=60,
        fear=30,
        opens=-10,
    ),
    "conciliator": Manner(
        table="conciliator",
        holds=25,
        cares={"relations": 160, "legitimacy": 120, "blood": 120, "rights": 80, "territory": 30},
        leverage=40,
        trust=140,
        plots=0,
        fear=150,
        opens=0,
    ),
    "bluffer": Manner(
        table="bluffer",
        holds=25,
        cares={"career": 140, "territory": 80, "rights": 60},
        leverage=220,
        trust=20,
        belief=160,
        plots=250,
        fear=20,
        roams=150,
        opens=-5,
    ),
    "integrative": Manner(table="integrative", holds=45, cares=FAIR, leverage=300, trust=90),
    "cautious": Manner(
        table="cautious",
        holds=40,
        cares={"cost": 160, "career": 140, "blood": 100, "legitimacy": 80, "territory": 50},
        leverage=30,
        plots=0,
        thrift=220,
        fear=250,
        roams=30,
        opens=8,
    ),
}
"""By the persona's name."""
