"""What the menus of a campaign would give away: what hangs on something that nobody may see."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.campaign_model import Campaign
from game.scenario.expressions import Expression
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import warning
from game.scenario.syntax import Name, Node, parts_of


def check_offered(
    condition: Expression | None, path: Path, campaign: Campaign
) -> Iterator[Problem]:
    """Yield a warning for each hidden track on which it hangs what can be decided in a season."""
    seat, told = campaign.seasons.seat, set[str]()
    for name in () if condition is None else _names(condition.root):
        track = campaign.tracks.get(name.name)
        if track is None or track.is_seen_by(seat) or name.name in told:
            continue
        told.add(name.name)
        message = f"{seat} may not see {name.name}, and could read it from what can be decided"
        hint = f"ask for a note, or say seen-by: {seat} of the track"
        yield warning(path, Code.UNKNOWN_NAME, message, hint)._replace(offset=name.at)


def _names(node: Node) -> Iterator[Name]:
    if isinstance(node, Name):
        yield node
    for part in parts_of(node):
        yield from _names(part)
