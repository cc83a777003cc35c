"""A line of the timeline told again: from where, and up to where something new comes."""

from __future__ import annotations

from textual import on
from textual.screen import Screen

from game.record import OPENING, Record
from game.rules import CampaignRules, Game, Rules
from game.tui.replay.screen import ReplayScreen
from game.tui.timeline.screen import TimelineScreen
from game.tui.timeline.stops import Stop


class Retelling(ReplayScreen):
    """Tells the line through a stop; what is chosen in it is done in the timeline below."""

    def __init__(
        self, rules: Rules, timeline: TimelineScreen, stop: Stop, seen: frozenset[str]
    ) -> None:
        """`seen` are the scenes of other plays; those on other lines of this one count, too."""
        part = timeline.grove.part(stop)
        record = stop.record
        end = part.outline.end_of[stop.node]
        super().__init__(
            rules,
            record,
            end,
            mode=timeline.session.record.heading.mode,
            at=stop.node,
            states=part.painter.states,
            seat=timeline.grove.seat,
            seen=seen | _elsewhere(record, end),
            parts_at=_parting(record, end),
        )
        self.timeline = timeline
        self.stop_at = stop

    @on(ReplayScreen.Stand)
    def go_on(self, event: ReplayScreen.Stand) -> None:
        """Go on with the play from where the line is told."""
        event.stop()
        self.app.pop_screen()
        self.timeline.stand_at(self.stop_at, event.node)

    @on(ReplayScreen.WhatIf)
    def decide_otherwise(self, event: ReplayScreen.WhatIf) -> None:
        """Decide otherwise than the line that is told."""
        event.stop()
        self.app.pop_screen()
        self.timeline.decide_otherwise(self.stop_at, event.node)


def told_again(
    game: Game, timeline: TimelineScreen, stop: Stop, seen: frozenset[str]
) -> Screen[None]:
    """Return a screen that tells the line through a stop, of a table or of a campaign."""
    if isinstance(game, CampaignRules):
        # Imported here, as a play of one table needs none of it.
        from game.tui.season.retelling import SeasonRetelling

        return SeasonRetelling(game, timeline, stop)
    return Retelling(game, timeline, stop, seen)


def _elsewhere(record: Record, end: int) -> frozenset[str]:
    """Return the scenes that were met on other lines than the one to a node."""
    own = {node.id for node in record.path(end)}
    words = (node.decision_text.split() for id, node in record.nodes.items() if id not in own)
    return frozenset(word[1] for word in words if word[:1] == ["choose"] and len(word) > 1)


def _parting(record: Record, end: int) -> int | None:
    """Return the last node of a line that has another beside it; `None` where none has."""
    path = record.path(end) if end != OPENING else ()
    parted = [node.id for node in path if len(record.children[node.parent]) > 1]
    return parted[-1] if parted else None
