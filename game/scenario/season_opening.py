"""With which scenes a campaign can begin, before anybody has ordered or chosen anything."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.campaign_known import KnownCampaign
from game.scenario.clauses import Note
from game.scenario.effect_paths import effects_of_all
from game.scenario.faults import Problem
from game.scenario.known import asked
from game.scenario.may import Calendar, asked_in, calendar_of
from game.scenario.model import Start
from game.scenario.season_turns import SeasonTurns
from game.scenario.text_lint import of_first_scene
from game.scenario.things import Things

BY_HAND = ("events", "actions", "tables")
"""Where stands what comes only of something that was decided."""
DONE, NOT_YET = "done.", ("chose.", "signed.", "held.")
"""Begin the names of what can have been done, and can be, once something was decided."""


def check_first_scenes(
    known: KnownCampaign, written: Things, turns: SeasonTurns
) -> Iterator[Problem]:
    """Yield the scenes that can be the first thing read of a campaign and are long."""
    campaign = known.campaign
    openings = [_opening(known, written, start) for start in (None, *campaign.starts.values())]
    for id, event in campaign.events.items():
        path = ("events", id)
        if event.table is not None or (event.when is None and id in turns.scheduled):
            continue
        if any(asked(event.when, path, known.season)):
            continue  # whether it can begin anything is not known
        if event.when is None or any(asked_in(event.when, at) is not None for at in openings):
            yield from of_first_scene(event, path)


def _opening(known: KnownCampaign, written: Things, start: Start | None) -> Calendar:
    """Return what is certain when a campaign begins, or goes on from another of its starts."""
    seasons = known.campaign.seasons
    season = seasons.from_ if start is None or start.season is None else start.season
    by_itself = {
        effect.id
        for path, effect in effects_of_all(written)
        if isinstance(effect, Note) and path[0] not in BY_HAND
    }
    notes = () if start is None else start.notes
    return {
        **{name: 0 for name in known.season.numbers if start is None and name.startswith(DONE)},
        **{
            name: False
            for name in known.season.truths
            if name.startswith(NOT_YET)
            or (name.startswith("note.") and name.removeprefix("note.") not in by_itself)
        },
        **{f"note.{note}": True for note in notes},
        **calendar_of(1 + seasons.from_.until(season), season),
    }
