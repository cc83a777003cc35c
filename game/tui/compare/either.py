"""What the comparison screen asks of two lines, of one table or of a campaign."""

from __future__ import annotations

from typing import NamedTuple

from game.coach import compare as of_table
from game.coach.compare_parts import GOES_ON, Part
from game.coach.compare_whole import whole
from game.coach.compare_words import parts
from game.coach.outline_words import end_told
from game.coach.seasons import compare as of_campaign
from game.coach.seasons.compare_short import parts_in_short
from game.coach.seasons.compare_whole import parts as parts_of_campaign
from game.coach.seasons.outline import ends_as, short_season
from game.coach.standing import short_day
from game.negotiation import Package
from game.rules import CampaignRules, Game, Rules
from game.state import CLAIMANT
from game.tui.map.chart import Chart
from game.tui.map.claims import MapState
from game.tui.map.seasons import map_of
from game.tui.play.board import claimed

Comparison = of_table.Comparison | of_campaign.Comparison
Side = of_table.Side | of_campaign.Side


class Parted(NamedTuple):
    """Where two lines part."""

    is_forked: bool
    """One of them at least goes on from there."""
    common: int
    """Decisions before it that both have."""
    differs: bool
    """Something came of them that is not the same."""


def parted(compared: Comparison) -> Parted:
    """Return where two lines part."""
    if isinstance(compared, of_table.Comparison):
        fork = compared.fork
        is_forked = fork.step is not None or fork.other is not None
        return Parted(is_forked, fork.common, bool(compared.days))
    common = compared.common
    is_forked = not of_campaign.is_one_line(compared)
    return Parted(is_forked, common, is_forked)


def told(game: Game, compared: Comparison, mode: str, *, is_whole: bool) -> list[Part]:
    """Return the parts of a comparison; a campaign is told in short, or season by season."""
    if isinstance(compared, of_campaign.Comparison):
        assert isinstance(game, CampaignRules), "its lines are"
        found = (parts_of_campaign if is_whole else parts_in_short)(game, compared, mode)
        return [part._replace(sitting=0) for part in found]
    assert isinstance(game, Rules), "its lines are of one table"
    return list((whole if is_whole else parts)(game, compared, mode))


def has_whole(compared: Comparison) -> bool:
    """Return whether it can be told in two ways: with all that is alike, or season by season."""
    return is_of_table(compared) or parted(compared).is_forked


def is_of_table(compared: Comparison) -> bool:
    """Return whether its lines are of one table, and told whole with all that is alike."""
    return isinstance(compared, of_table.Comparison)


def swapped(game: Game, compared: Comparison) -> Comparison:
    """Return the comparison with each line in the other's place."""
    if isinstance(compared, of_campaign.Comparison):
        return of_campaign.compare(compared.b, compared.a)
    assert isinstance(game, Rules), "its lines are of one table"
    return of_table.compare(game, compared.b, compared.a)


def stands(game: Game, one: Side) -> str:
    """Return where a line has come to, and how it ended."""
    if isinstance(one, of_campaign.Side):
        assert isinstance(game, CampaignRules), "its line is"
        return f"{short_season(game.seasons[one.end.turn])} · {ends_as(game, one.end) or GOES_ON}"
    assert isinstance(game, Rules), "its line is of one table"
    outcome = of_table.outcome_of(game, one)
    ended = GOES_ON if outcome is None else end_told(game, outcome, one.record, one.seat)
    return f"{short_day(game, one.end.sitting)} · {ended}"


def land(game: Game, chart: Chart, one: Side) -> tuple[Chart, MapState]:
    """Return the land as a line leaves it."""
    if isinstance(one, of_campaign.Side):
        assert isinstance(game, CampaignRules), "its line is"
        drawn = map_of(game).at(game.seen_by(CLAIMANT, one.end).state)
        return drawn.chart, drawn.state
    assert isinstance(game, Rules), "its line is of one table"
    return chart, claimed(game, chart, paper(one))


def paper(one: of_table.Side) -> Package | None:
    """Return the paper whose map is shown: what was signed, else what lies on the table."""
    return one.end.treaty if one.is_over else one.end.paper


def which(one: Side) -> str:
    """Return by which paper a line's map is drawn; empty where it is the land as it lies."""
    if isinstance(one, of_campaign.Side):
        return ""
    if paper(one) is None:
        return "no paper"
    return "as signed" if one.is_over else "as the paper on the table has it"
