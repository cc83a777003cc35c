"""What a play of a campaign that is led somewhere is to do, and to leave undone."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.coach.workshop.directed import Route


@dataclass(slots=True)
class CampaignRoute:
    """What a play is to do, and to leave undone; tables by their index."""

    choices: set[str] = field(default_factory=set)
    """As `EVENT.CHOICE`."""
    shunned: set[str] = field(default_factory=set)
    orders: set[int] = field(default_factory=set)
    """By their places."""
    avoided: set[int] = field(default_factory=set)
    pulls: dict[int, int] = field(default_factory=dict)
    """By the place of a track how much it is to rise (+) or to fall (-), beside others."""
    opens: set[int] = field(default_factory=set)
    silent: set[int] = field(default_factory=set)
    """Where nothing is to be signed."""
    disowned: set[int] = field(default_factory=set)
    """Where it is to be signed in order to be disowned."""
    terms: dict[int, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    twists: set[str] = field(default_factory=set)
    tables: dict[int, Route] = field(default_factory=dict)
