"""What can never be in the seasons of a campaign, or says nothing: all of it is only warned of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from game.scenario.action_model import Action, Target
from game.scenario.campaign_known import KnownCampaign
from game.scenario.campaign_model import Campaign
from game.scenario.checks import Names
from game.scenario.clauses import Change, Effect, Later, Set, Toll
from game.scenario.days import said
from game.scenario.effect_paths import effects_of_all, keyed
from game.scenario.ending_model import Ending
from game.scenario.event_model import Choice, Counsel, Event
from game.scenario.expressions import Expression, names_used
from game.scenario.faults import Code, Path, Problem
from game.scenario.known import warning
from game.scenario.possible_lint import always_true, unused_tracks
from game.scenario.possible_terms import Claim, Either, claim
from game.scenario.season_certain import Certain
from game.scenario.season_effects import TOLL
from game.scenario.season_model import Breach, Consequence, Pressure, Usage, YearAndQuarter
from game.scenario.season_turns import SeasonTurns, Turns
from game.scenario.table_model import Table
from game.scenario.things import Things, names_read

NEVER = "no season of the campaign leaves it open"
CLOSED = "write the seasons in which it comes, or take it out"


def season_doubts(known: KnownCampaign, written: Things, turns: SeasonTurns) -> Iterator[Problem]:
    """Yield what can never be, and what says nothing."""
    certain = Certain(known)
    for path, thing in written:
        closed = tuple(_closed(thing, path, known.campaign, turns))
        yield from closed
        if not closed:
            for key, condition, names in _asked(thing, path, known):
                yield from _never_holds(condition, (*path, key), names, known, certain)
            do: tuple[Effect, ...] = vars(thing).get("do", ())
            yield from _of_letters(do, (*path, "do"), turns.of(path), turns, known, certain)
            yield from _both_true(thing, path, known, certain)
            yield from _misdated(thing, path, turns)
    yield from _behind(known, certain)
    yield from _unopened(known.campaign, turns)
    read = names_read(written)
    moved = {e.track for _, e in effects_of_all(written) if isinstance(e, Change | Set)}
    if any(isinstance(effect, Toll) for _, effect in effects_of_all(written)):
        moved.add(TOLL)
    yield from unused_tracks(
        known.campaign.tracks,
        read | moved | {known.campaign.seasons.purse, known.campaign.seasons.narrows or ""},
    )
    for id, twist in known.campaign.twists.items():
        if not twist.tracks and f"twist.{id}" not in read:
            message, hint = "this twist changes nothing", f"ask for twist.{id}, or give it tracks"
            yield warning(("twists", id), Code.NO_EFFECT, message, hint, at_key=True)


def _closed(thing: object, path: Path, campaign: Campaign, turns: SeasonTurns) -> Iterator[Problem]:
    """Yield what no season leaves open, because of its date or of what would let it come."""
    if turns.of(path):
        return
    match thing:
        case Event(table=None, when=when):
            if when is not None:
                yield warning((*path, "when"), Code.CONTRADICTION, NEVER, CLOSED)
            else:
                message = "it comes only when it is scheduled, by what no season leaves open"
                yield warning(path, Code.CONTRADICTION, message, CLOSED, at_key=True)
        case Choice(when=when) if when is not None and turns.of(path[:2]):
            if campaign.events[str(path[1])].table is None:
                yield warning((*path, "if"), Code.CONTRADICTION, NEVER, CLOSED)
        case Action(when=when) | Usage(when=when) if when is not None:
            yield warning((*path, "if"), Code.CONTRADICTION, NEVER, CLOSED)
        case Target(when=when) if when is not None and turns.of(path[:2]):
            yield warning((*path, "if"), Code.CONTRADICTION, NEVER, CLOSED)


def _misdated(thing: object, path: Path, turns: SeasonTurns) -> Iterator[Problem]:
    """Yield that the day of a scene is in no season in which it can come."""
    if isinstance(thing, Event) and thing.date is not None and thing.table is None:
        seasons = [turns.seasons[turn] for turn in sorted(turns.of(path))]
        days = [season.days(thing.date).first for season in seasons]
        if not any(YearAndQuarter.of(day) == each for day, each in zip(days, seasons, strict=True)):
            first, last = seasons[0].first_day, seasons[-1].later(1).first_day - timedelta(1)
            message = f"this scene comes from {said(first)} to {said(last)}, not on {thing.date}"
            hint = "write a day of the season in which it comes"
            yield warning((*path, "date"), Code.BAD_DATE, message, hint)


def _unopened(campaign: Campaign, turns: SeasonTurns) -> Iterator[Problem]:
    """Yield the talks that nothing opens, or whose first day is in no season that opens them."""
    for id, table in campaign.tables.items():
        path, open_in = ("tables", id), turns.of_table(id)
        if not open_in and table.when is not None:
            yield warning((*path, "when"), Code.CONTRADICTION, NEVER, CLOSED)
        elif not open_in:
            message = "nothing opens these talks"
            hint = f"give the table a `when`, or let a choice do {{open-table: {id}}}"
            yield warning(path, Code.CONTRADICTION, message, hint, at_key=True)
        elif table.first_day is not None:
            seasons = [turns.seasons[turn] for turn in sorted(open_in)]
            if not any(_is_near(s.day(*table.first_day), s) for s in seasons):
                quarters = sorted({str(season.quarter) for season in seasons})
                message = (
                    f"these talks are opened in {' or '.join(quarters)}, not on {table.first_day}"
                )
                hint = "write a day of the season in which they are opened"
                yield warning((*path, "first-day"), Code.BAD_DATE, message, hint)


ON_THE_WAY = 31
"""Days after the end of a season on which talks can begin that were opened in it."""


def _is_near(day: date, season: YearAndQuarter) -> bool:
    """Return whether talks can begin on a day that were opened in a season."""
    ends = season.later(1).first_day + timedelta(ON_THE_WAY)
    return season.first_day <= day < ends


def _never_holds(
    condition: Expression, at: Path, names: Names, known: KnownCampaign, certain: Certain
) -> Iterator[Problem]:
    """Yield that a condition never holds, or what in it cannot fail."""
    if certain.forbids([claim(condition.root, names)]):
        message, hint = f"{condition} can never hold", "mend it, or take it out"
        yield warning(at, Code.CONTRADICTION, message, hint)
    else:
        yield from always_true(condition, at, names, known.campaign.tracks)


def _of_letters(
    effects: tuple[Effect, ...],
    path: Path,
    sent: Turns,
    turns: SeasonTurns,
    known: KnownCampaign,
    certain: Certain,
) -> Iterator[Problem]:
    """Yield what of all that comes later never comes, or asks what cannot fail."""
    for key, effect in keyed(effects, path):
        if not isinstance(effect, Later):
            continue
        days = turns.later(sent, effect.after)
        come, at = turns.left_open(effect.when, days), (*key, "if")
        if days and not come:
            yield warning(at, Code.CONTRADICTION, NEVER, CLOSED)
            continue
        if effect.when is not None:
            yield from _never_holds(effect.when, at, known.season, known, certain)
        yield from _of_letters(effect.do, (*key, "do"), come, turns, known, certain)


def _both_true(
    thing: object, path: Path, known: KnownCampaign, certain: Certain
) -> Iterator[Problem]:
    """Yield that one number can bear out both halves of what an adviser foretells."""
    match thing:
        case Counsel(expects=Expression() as one, otherwise=Expression() as other):
            names = {*names_used(one), *names_used(other)}
            halves = [claim(half.root, known.season) for half in (one, other)]
            if len(names) == 1 and names <= known.season.numbers and not certain.forbids(halves):
                message = f"{other} can hold together with {one}: either way he was right"
                hint = "let a number part them, so that one of them must be wrong"
                yield warning((*path, "otherwise"), Code.ALWAYS_TRUE, message, hint)


def _asked(
    thing: object, path: Path, known: KnownCampaign
) -> Iterator[tuple[str, Expression, Names]]:
    """Yield the conditions that a thing asks in a season or after the last, by their keys."""
    match thing:
        case Event(table=None, when=when) | Table(when=when):
            key, names = "when", known.season
        case Ending(when=when):
            key, names = "when", known.after
        case Counsel(expects=when):
            key, names = "expects", known.season
        case Choice(when=when) if known.campaign.events[str(path[1])].table is None:
            key, names = "if", known.season
        case (
            Usage(when=when)
            | Breach(when=when)
            | Pressure(when=when)
            | Action(when=when)
            | Target(when=when)
            | Consequence(when=when)
        ):
            key, names = "if", known.season
        case _:
            return
    if when is not None:
        yield key, when, names


def _behind(known: KnownCampaign, certain: Certain) -> Iterator[Problem]:
    """Yield the endings that stand behind others of their group which leave them nothing."""
    before: dict[str, list[str]] = {}
    endings = known.campaign.endings
    for id, ending in endings.items():
        earlier = [
            other
            for other in before.setdefault(ending.group, [])
            if endings[other].seat in (None, ending.seat)
        ]
        before[ending.group].append(id)
        own = [claim(ending.when.root, known.after)] if ending.when is not None else []
        not_told = [_untold(endings[other], known.after) for other in earlier]
        if earlier and not certain.forbids(own) and certain.forbids([*own, *not_told]):
            alone = (
                at
                for at, other in zip(earlier, not_told, strict=True)
                if certain.forbids([*own, other])
            )
            front = next(alone, None)
            who = front if front is not None else "the others of its group"
            message = f"it stands behind {who}, which leave{'s' if front else ''} it nothing"
            hint = f"put it before {'it' if front else 'them'}, or ask for less there"
            problem = warning(("endings", id), Code.UNREACHABLE_ENDING, message, hint, at_key=True)
            yield problem._replace(also=(("endings", front),) if front else ())


def _untold(ending: Ending, names: Names) -> Claim:
    if ending.when is None:
        return Either(())
    return claim(ending.when.root, names, holds=False)
