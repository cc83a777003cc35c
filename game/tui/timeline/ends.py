"""How lines end: the glyph of the verdict, its ink, and the words, of a table or of a campaign."""

from __future__ import annotations

from typing import NamedTuple

from game.coach.outline_words import end_told
from game.coach.seasons.outline import ends_as
from game.errors import RecordError
from game.record import Record, States
from game.rules import CampaignRules, Game
from game.state import State, Verdict

MUTED = "$text-muted"
VERDICTS = {
    Verdict.RATIFIED: ("ratified", "$success"),
    Verdict.SILENCE: ("silence", "$warning"),
    Verdict.DISOWNED: ("torn", "$error"),
    Verdict.NONE: ("unsigned", MUTED),
}
"""The glyph of each verdict, by its name, and its ink."""


class End(NamedTuple):
    """How a line ended."""

    glyph: str
    """By its name."""
    ink: str
    told: str


class Ends:
    """The ends at the nodes of records that share a seed, each replayed once as it is shown."""

    def __init__(self, game: Game, states: States, seat: int) -> None:
        self._game, self._states, self._seat = game, states, seat
        self._known: dict[int, End | None] = {}

    def at(self, record: Record, node: int) -> End | None:
        """Return how the play ended at a node; `None` where it goes on or does not replay."""
        if node not in self._known:
            try:
                self._known[node] = self._told(record, self._states.at(record, node))
            except RecordError:
                self._known[node] = None
        return self._known[node]

    def _told(self, record: Record, state: State) -> End | None:
        if isinstance(self._game, CampaignRules):
            told = ends_as(self._game, state)
            return End(*VERDICTS[last_verdict(self._game, state)], told) if told else None
        outcome = self._game.outcome(state)
        if outcome is None:
            return None
        told = end_told(self._game, outcome, record, self._seat)
        return End(*VERDICTS[outcome.verdict], told)


def last_verdict(game: CampaignRules, state: State) -> Verdict:
    """Return what became of the paper of a campaign's last table."""
    last = len(game.scenario.tables) - 1
    verdicts = [deal.verdict for deal in state.deals if deal.table == last]
    return verdicts[-1] if verdicts else Verdict.NONE
