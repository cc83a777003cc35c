"""What a campaign tells of a season in which it cannot have been.

What may come in several seasons is right if it is right in one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from game.scenario.acting_lint import check_cast, check_one
from game.scenario.anachronism_lint import not_told
from game.scenario.calendar_model import Calendar
from game.scenario.campaign_model import Campaign
from game.scenario.days import Days
from game.scenario.event_model import Event
from game.scenario.faults import Path, Problem
from game.scenario.knowing_lint import Word
from game.scenario.model import Page
from game.scenario.sailing_lint import check_sails
from game.scenario.season_turns import SeasonTurns
from game.scenario.texts_of_the_day import check_years
from game.scenario.things import Things
from game.scenario.told_days import Missed, Time, Told


class ToldInSeasons(Told):
    """Something that is told on some of the days of a campaign."""

    def __init__(self, path: Path, turns: SeasonTurns, campaign: Campaign) -> None:
        self.path = path
        self._turns, self._campaign = turns, campaign

    @cached_property
    def _spans(self) -> tuple[Days, ...]:
        """The days themselves: most of what is told names nothing that would ask for them."""
        return self._turns.days_of(self.path)

    @property
    def of_adviser(self) -> Iterator[Days]:
        """Yield nothing: an adviser of the seasons is looked at in each scene where he speaks."""
        return iter(())

    def missed(self, time: Time) -> Missed | None:
        """Return when it is told, if that is never in a time; else `None`."""
        if not self._spans or any(time.meets(days) for days in self._spans):
            return None
        also = _says_when(self.path, self._campaign)
        return Missed(Days(self._spans[0].first, self._spans[-1].last), also)


def season_anachronisms(
    campaign: Campaign, written: Things, turns: SeasonTurns, *, doubting: bool = True
) -> Iterator[Problem]:
    """Yield what comes before its time, or after it, in the seasons or at a table.

    Without `doubting` no text is read for what it says: that only warns, and takes longest.
    """
    calendar, word = campaign.calendar or Calendar(), Word(campaign)
    for path, thing in written:
        if isinstance(thing, Page) and path[0] != "briefs":
            yield from not_told(thing, path)
            continue
        told = ToldInSeasons(path, turns, campaign)
        yield from check_cast(thing, told, calendar)
        yield from check_sails(thing, told, calendar)
        yield from word.check(thing, told)
        if doubting:
            yield from word.check_said(thing, told)
            yield from check_years(thing, told)
        if isinstance(thing, Event):
            yield from _check_counsel(thing, told, campaign, calendar)
    yield from word.check_places()


def _check_counsel(
    event: Event, told: Told, campaign: Campaign, calendar: Calendar
) -> Iterator[Problem]:
    """Yield which advisers speak of a scene when they cannot have spoken."""
    for id in event.counsel:
        life = campaign.advisers[id].life if id in campaign.advisers else None
        if life is not None and life.partition(".")[0] in calendar.lives:
            at = (*told.path, "counsel", id)
            for problem in check_one(life, at, told, calendar.lives):
                yield problem._replace(at_key=True)


def _says_when(path: Path, campaign: Campaign) -> tuple[Path, ...]:
    """Return what says in which seasons the thing at a path comes."""
    match path:
        case ("events", str(id), *_):
            event = campaign.events[id]
            if event.table is None:
                return (("events", id, "when"),) if event.when is not None else ()
            at = event.table
        case ("tables" | "dossiers", str(id), *_):
            at = id
        case ("pressure", str(id), *_):
            return (("pressure", id, "heard" if campaign.pressure[id].heard else "date"),)
        case _:
            return ()
    table = campaign.tables.get(at)
    return (("tables", at, "when"),) if table is not None and table.when is not None else ()
