"""What the timeline tells of a campaign: a season as its own page has it, a table as a table."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from game.coach.seasons.dates import season_of
from game.coach.seasons.naming import decision_label
from game.coach.seasons.tracks import tracks
from game.coach.standing import when
from game.coach.untried import Tried, untried
from game.record import Step
from game.rules import CampaignRules, Game, Rules
from game.state import CLAIMANT, Decision, State
from game.tui.map.chart import Chart
from game.tui.map.claims import MapState
from game.tui.map.glyphs import Level
from game.tui.map.seasons import map_of
from game.tui.play.annals import at_the_table, passage_of
from game.tui.play.board import claimed
from game.tui.play.story import passage_parts
from game.tui.season.annals import step_parts
from game.tui.season.levels import levels_told
from game.tui.texts import lines


def table_at(game: Game, state: State) -> Rules | None:
    """Return the rules of the table that a state is at; `None` for a season."""
    if isinstance(game, CampaignRules) and not state.at:
        return None
    return game.at(state)


def when_of(game: Game, state: State) -> str:
    """Return when a state is: the sitting at a table, or the season."""
    table = table_at(game, state)
    if table is not None:
        return when(table, max(1, state.sitting))
    assert isinstance(game, CampaignRules), "only a campaign has seasons"
    return season_of(game, state.turn)


def parts_of(game: CampaignRules, step: Step, mode: str) -> Iterator[Content]:
    """Yield what was decided in a step of a campaign and what came of it, as paragraphs."""
    if step.before.at:
        passage = passage_of(game.at(step.before), at_the_table(game, step), CLAIMANT, mode, None)
        yield from passage_parts(passage)
    yield from step_parts(game, step, mode)


def never_tried(game: Game, state: State, tried: Tried) -> tuple[tuple[str, str], ...]:
    """Return the kinds of decision that are open and were never taken; in a season, its scene's."""
    table = table_at(game, state)
    if table is not None:
        return tuple(kind for kind in untried(table, state, tried) if kind[1])
    heads = game.legal_decisions(state).heads
    kinds = ((head.name, head.about[0]) for head in heads if head.verb == "choose")
    return tuple(kind for kind in kinds if kind not in tried)


def standing(game: CampaignRules, state: State, mode: str, width: int, level: Level) -> Content:
    """Return how the tracks of a campaign stood."""
    seen = tracks(game, game.seen_by(CLAIMANT, state), mode)
    return lines(*levels_told(seen, None, width, level))


def order_said(game: CampaignRules, verb: str, name: str) -> str:
    """Return a choice of a scene of the seasons, as whoever makes it says it."""
    return decision_label(game, Decision("choose", verb, (name,)))


def drawn(game: Game, chart: Chart, state: State | None) -> tuple[Chart, MapState]:
    """Return the chart of a state, and what it claims."""
    if state is None:
        return chart, chart.state({})
    if isinstance(game, Rules):
        paper = state.treaty or state.paper or state.word
        return chart, claimed(game, chart, paper, 0 if paper is not None else -1)
    land = map_of(game).at(game.seen_by(CLAIMANT, state).state)
    table = table_at(game, state)
    paper = state.treaty or state.paper or state.word
    if table is None or paper is None:
        return land.chart, land.state
    return land.chart, claimed(table, land.chart, paper, 0)
