"""What the parts of a campaign can refer to, gathered once before everything is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from game.scenario.campaign_model import Campaign
from game.scenario.checks import Names
from game.scenario.clauses import Note
from game.scenario.effect_paths import effects_of_all
from game.scenario.faults import Path
from game.scenario.known import QUANTITIES, VERDICTS, Known, known
from game.scenario.model import Scenario, Start
from game.scenario.season_model import Breach, Quarter
from game.scenario.syntax import ENDED, TERM, VERDICT
from game.scenario.things import Things
from game.scenario.vocabulary import SEASON_NUMBERS, SEASON_TRUTHS
from game.state import BUILT_IN, Ended

LEAP_DAY = (2, 29)
"""The day of the year that most years have not."""
FIRST_OF_A_SEASON = (3, 1)
SEASONS = tuple(map(str, Quarter))
ENDS = (str(Ended.SERVED), str(Ended.CUT_SHORT))
"""How a campaign can end."""
TALKS_END = tuple(str(end) for end in Ended if str(end) not in ENDS)
OF_DEALS = ("lasting", "kept", "stands", "pressure", "coerced", "support")
"""Begin the names of numbers that talks left, each behind its table."""


@dataclass(frozen=True, slots=True)
class KnownCampaign:
    """The campaign itself and the names that expressions can use in it."""

    campaign: Campaign
    season: Names
    """What can be asked in a season."""
    after: Names
    """What can be asked when the last one has passed, the measures included."""
    tables: Mapping[str, Known]
    """What each of its tables can refer to."""

    @property
    def own(self) -> list[str]:
        """Return the tracks that the seasons move: all but those that every table has."""
        return [id for id in self.campaign.tracks if id not in BUILT_IN]


def known_campaign(campaign: Campaign, written: Things) -> KnownCampaign:
    """Return what can be referred to in a campaign."""
    season = _names(campaign, written)
    after = Names(
        season.numbers | frozenset(campaign.measures),
        season.truths,
        {**season.words, "ended": ENDS},
    )
    tables = {id: _at(campaign, id, season) for id in campaign.tables}
    return KnownCampaign(campaign, season, after, tables)


def _names(campaign: Campaign, written: Things) -> Names:
    truths = {f"note.{note}" for note, _ in notes_of_all(written)}
    truths |= {f"twist.{id}" for id in campaign.twists} | SEASON_TRUTHS
    for id, scene in campaign.events.items():
        truths |= {f"chose.{id}.{choice}" for choice in scene.choices}
    numbers = (set(campaign.tracks) - QUANTITIES) | SEASON_NUMBERS
    for id, action in campaign.actions.items():
        numbers |= {f"done.{id}", *(f"done.{id}.{target}" for target in action.targets)}
    words: dict[str, tuple[str, ...]] = {"season": SEASONS}
    for id, table in campaign.tables.items():
        truths |= {f"signed.{id}", f"held.{id}"}
        numbers |= {f"worth.{id}.{seat}" for seat in (table.claimant, table.host)}
        numbers |= {f"{kind}.{id}" for kind in OF_DEALS}
        words[VERDICT + id], words[ENDED + id] = VERDICTS, TALKS_END
        words |= {f"{TERM}{id}.{issue}": tuple(it.options) for issue, it in table.issues.items()}
    return Names(frozenset(numbers), frozenset(truths), words)


def _at(campaign: Campaign, table: str, season: Names) -> Known:
    """Return what a table can refer to: all that a scenario of one can, and the seasons."""
    alone = known(_dated(campaign.at(table)))
    tracks, play, after = (
        Names(
            names.numbers | season.numbers,
            names.truths | season.truths,
            {**season.words, **names.words},
        )
        for names in (alone.tracks, alone.play, alone.after)
    )
    return replace(alone, tracks=tracks, play=play, after=after, campaign=campaign)


def _dated(scenario: Scenario) -> Scenario:
    """Return a table with days of its own, in the first year of the campaign."""
    table = scenario.table
    if min(table.sittings, table.sittings_a_day) < 1:
        return scenario
    month, day = FIRST_OF_A_SEASON if table.first_day in (None, LEAP_DAY) else table.first_day
    first = date(scenario.start.year, month, day)
    last = first + timedelta(table.day_and_part(table.sittings)[0])
    return scenario.model_copy(update={"start": first, "end": last})


def notes_of_all(written: Things) -> Iterator[tuple[str, Path]]:
    """Yield every note that something sets, with the place that says so."""
    for path, thing in written:
        match thing:
            case Start(notes=notes):
                yield from ((note, (*path, "notes", at)) for at, note in enumerate(notes))
            case Breach(note=note):
                yield note, (*path, "note")
    for path, effect in effects_of_all(written):
        if isinstance(effect, Note):
            yield effect.id, path
