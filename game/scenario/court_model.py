"""Those who are not in the room and must accept the paper."""

from __future__ import annotations

from game.scenario.authored import Authored, Clause, Hundredths, Id, Text, Whole


class Sentence(Authored):
    """A sentence that the host can write home to those who must accept the paper."""

    say: Text
    bears: Clause
    """The papers that bear it out."""
    moves: Id
    """The faction that it moves."""
    by: Whole
    """Points added to what that faction sees."""
    price: Whole = 0
    """Points of the claimant's lasting value that it costs him at home."""
    caution: Whole = 0
    """What the claimant's own capital fears in it, in points."""


class Faction(Authored):
    """A body of opinion at the court that ratifies; weights and points are kept in hundredths."""

    label: Text
    share: Whole
    """Of the whole court, in per cent."""
    land: Hundredths
    """How much a point of land weighs with it."""
    rite: Hundredths
    """How much a point of rite weighs with it."""
    threshold: Hundredths
    """What it wants to see in a paper."""
    crisis: Hundredths
    """What each point of danger to the capital takes off the threshold."""


class Court(Authored):
    """How the court stands and what share of it carries a verdict."""

    crisis: Whole
    """Danger to the capital in points, 0 to 100, before any scene changes it."""
    mood: Whole
    """How far the crisis may look worse or better to the court than it is, in points."""
    ratified: Whole
    """Support in per cent from which a paper is ratified."""
    silence: Whole
    """Support in per cent from which it is passed over in silence."""
