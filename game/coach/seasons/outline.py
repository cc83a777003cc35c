"""A row of a campaign's outline in words, and how its lines end; of one table's as ever."""

from __future__ import annotations

from game.coach.outline_words import OutlineWords, Words, end_told
from game.coach.seasons.endings import epilogue
from game.coach.seasons.head import standing_orders
from game.coach.seasons.naming import decision_label
from game.coach.words_for import listed
from game.errors import AmurError, RecordError
from game.record import Record, States
from game.record.outline import Row
from game.rules import CampaignRules, Game
from game.rules.seasons.orders import STAND
from game.scenario.season_model import Quarter, YearAndQuarter
from game.state import CLAIMANT, State

OPENS = "The first season begins"


class CampaignOutlineWords:
    """Tells the rows of records of one campaign that share a seed."""

    def __init__(self, rules: CampaignRules, states: States) -> None:
        self.rules = rules
        self.states = states

    def of(self, record: Record, row: Row) -> Words:
        """Return the words of a row; what was decided at a table is told as there."""
        if not row.nodes:
            return Words("", 0, OPENS, "")
        first = record.nodes[row.nodes[0]]
        try:
            before = self.states.at(record, first.parent)
            self.states.at(record, row.nodes[-1])
            if before.at:
                at = self.rules.at(before)
                return OutlineWords(at, self.states, CLAIMANT).of(record, row)
            decision = self.rules.parsed(first.decision_text, before)
            said = decision_label(self.rules, decision)
            if decision.verb == STAND:
                said = f"{said}: {listed(standing_orders(self.rules, before)) or 'nothing'}"
        except AmurError:
            return Words("", 0, f"{first.seat_id}: {first.decision_text}", "", is_sound=False)
        return Words(short_season(self.rules.seasons[before.turn]), 0, said, "")


def short_season(season: YearAndQuarter) -> str:
    """Return a season in short.

    >>> short_season(YearAndQuarter(1854, Quarter.SPRING))
    'Spr 1854'
    >>> short_season(YearAndQuarter(1857, Quarter.WINTER))
    'Win 56-57'
    """
    called = season.quarter[:3].capitalize()
    if season.quarter is not Quarter.WINTER:
        return f"{called} {season.year}"
    return f"{called} {(season.year - 1) % 100:02}-{season.year % 100:02}"


def outline_words(game: Game, states: States, seat: int) -> OutlineWords | CampaignOutlineWords:
    """Return what tells the rows of a record, of one table or of a campaign."""
    if isinstance(game, CampaignRules):
        return CampaignOutlineWords(game, states)
    return OutlineWords(game, states, seat)


def ends_as(rules: CampaignRules, state: State) -> str:
    """Return how a campaign ended, by the pieces of its epilogue; empty while it goes on."""
    if rules.outcome(state) is None:
        return ""
    return listed(piece.ending.title for piece in epilogue(rules, state))


class LineEnds:
    """How the lines of records that share a seed end, in words, each replayed once."""

    def __init__(self, game: Game, states: States) -> None:
        self._game = game
        self._states = states
        self._known: dict[int, str] = {}

    def at(self, record: Record, node: int, of: Record | None = None) -> str:
        """Return how a line ended at a node; empty where it goes on or does not replay.

        What lasted is told for the chair of the record, unless that `of` another is asked for.
        """
        if node not in self._known:
            try:
                self._known[node] = self._told(of or record, self._states.at(record, node))
            except RecordError:
                self._known[node] = ""
        return self._known[node]

    def _told(self, record: Record, state: State) -> str:
        if isinstance(self._game, CampaignRules):
            return ends_as(self._game, state)
        outcome = self._game.outcome(state)
        return "" if outcome is None else end_told(self._game, outcome, record)
