"""What an order or a choice would change, in words: in short beside a menu, or in sentences."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping

from game.coach.levels import EMPTY, FULL
from game.coach.seasons.dates import season_of
from game.coach.seasons.naming import is_seen, label_of
from game.coach.seasons.toll import BEFELL
from game.coach.seasons.tracks import is_exact
from game.coach.words_for import LITTLE, MUCH, VERY_MUCH, change_words, listed, sentence
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.scenario.clauses import Change, Effect, Later, OpenTable, Schedule, Set, Toll
from game.state import State

TOLL = "toll"
SOMETHING = "something will come of it"
"""What is told of a scene that is appointed: that it comes, and not what."""
ALL_THERE_IS = "-{held} (all there is; it costs {cost})"
"""Said of a purse that holds less than is to be paid: then all of it is."""
SIGNS_MEAN = (
    "Signs say how far something would move: + a little, ++ more, +++ much, ++++ very much, and - "
    "as far down."
)
"""What help says of them."""
SIZES = ("a little", "", "much", "very much")
"""What so many signs say, from one on."""
_SIGNS = re.compile(r"(?<= )(\+{1,4}|-{1,4})(?![\w+-])")
LATER, PERHAPS_LATER = "later: {parts}", "perhaps later: {parts}"
IF_IT_CAN = ", if it can still come,"
"""Said of what comes later and asks something of its day."""


def effects_short(
    rules: CampaignRules, effects: Iterable[Effect], mode: str, state: State | None = None
) -> str:
    """Return what effects would change, each track with signs for how much.

    One sign is a little, three are much, four very much; where numbers are told, the number
    stands there. With a state a track that stands at its end already says so.
    """
    effects = tuple(effects)
    at_end = ends_at(rules, state)
    parts = [
        f"{_bare(label_of(rules.scenario, id))} "
        f"{_stays(at_end(id, by)) or signs(by, is_exact(rules, id, mode))}"
        for id, by in summed(rules, effects).items()
    ]
    campaign = rules.scenario
    for effect in effects:
        match effect:
            case Set(track, to) if is_seen(campaign, track):
                parts.append(f"{_bare(label_of(campaign, track))} then {to}")
            case Later(after, do, _, when):
                if do := _of_those(rules, do, after, state):
                    later = effects_short(rules, do, mode)
                    said = LATER if when is None else PERHAPS_LATER
                    parts.append(said.format(parts=later) if later else SOMETHING)
            case Schedule(_, after) if _comes(rules, after, state):
                parts.append(SOMETHING)
            case OpenTable(table):
                parts.append(f"opens the talks: {campaign.tables[table].title}")
            case _:
                pass
    return ", ".join(parts)


def effects_told(
    rules: CampaignRules, effects: Iterable[Effect], mode: str, state: State | None = None
) -> tuple[str, ...]:
    """Return the same in sentences; with a state, what comes later is dated by its season."""
    effects = tuple(effects)
    return tuple(_sentences(rules, effects, mode, state))


def _sentences(
    rules: CampaignRules, effects: tuple[Effect, ...], mode: str, state: State | None
) -> Iterator[str]:
    at_end, by = ends_at(rules, state), summed(rules, effects)
    now = changes_said(rules, {id: by[id] for id in by if not at_end(id, by[id])}, mode)
    if now:
        yield now
    campaign = rules.scenario
    for id, points in by.items():
        if stands := at_end(id, points):
            yield sentence(f"{label_of(campaign, id)}: {stands}")
    for effect in effects:
        match effect:
            case Set(track, to) if is_seen(campaign, track):
                yield sentence(f"{label_of(campaign, track)} is then {to}")
            case Later(after, do, _, asked):
                do = _of_those(rules, do, after, state)
                when = _when(rules, after, state) + (IF_IT_CAN if asked is not None else "")
                opens = [_opens(campaign, each) for each in do if isinstance(each, OpenTable)]
                changes = changes_listed(rules, summed(rules, do), mode)
                if changes or (do and not opens):
                    yield f"{when} {changes or SOMETHING}."
                yield from (f"{when} {told[:1].lower()}{told[1:]}" for told in opens)
            case Schedule(event, after) if _comes(rules, after, state):
                when = _when(rules, after, state)
                if campaign.events[event].when is not None:
                    when += IF_IT_CAN
                yield f"{when} {SOMETHING}."
            case Toll(count, who, kind, _):
                yield f"{count:,} {BEFELL[kind]} would be entered in the ledger: {who}."
            case OpenTable():
                yield _opens(campaign, effect)
            case _:
                pass


def _opens(campaign: Campaign, effect: OpenTable) -> str:
    return f"It opens the talks: {campaign.tables[effect.table].title}."


def _comes(rules: CampaignRules, after: int, state: State | None) -> bool:
    """Whether what comes so many seasons from now comes before the play is over."""
    return state is None or state.turn + after < len(rules.seasons)


def _of_those(
    rules: CampaignRules, effects: tuple[Effect, ...], after: int, state: State | None
) -> tuple[Effect, ...]:
    """Return which effects that come later still count: after the play only who pays for it."""
    if _comes(rules, after, state):
        return effects
    return tuple(effect for effect in effects if isinstance(effect, Toll))


def _when(rules: CampaignRules, after: int, state: State | None) -> str:
    if state is None:
        return f"After {after} seasons" if after != 1 else "In the next season"
    return f"In {season_of(rules, state.turn + after).lower()}"


def summed(rules: CampaignRules, effects: Iterable[Effect]) -> Mapping[str, int]:
    """Return by how much effects move each track that is told, all of them together."""
    by: dict[str, int] = {}
    for effect in effects:
        match effect:
            case Change(track, points) if is_seen(rules.scenario, track):
                by[track] = by.get(track, 0) + points
            case Toll(count=count) if is_seen(rules.scenario, TOLL):
                by[TOLL] = by.get(TOLL, 0) + count
            case _:
                pass
    return {id: points for id, points in by.items() if points}


def ends_at(rules: CampaignRules, state: State | None) -> Callable[[str, int], str]:
    """Return what says that a track cannot move so: empty where it can, or where none knows.

    Of the purse it says, too, that it holds less than is to be paid: then all of it is.
    """
    purse = rules.scenario.seasons.purse

    def at_end(id: str, by: int) -> str:
        track = rules.scenario.tracks.get(id)
        if state is None or track is None or track.rumour:
            return ""
        level, (least, most) = state.levels[rules.levels[id]], track.range
        if by > 0 and level >= most:
            return FULL
        if id == purse and least < level < -by:
            return ALL_THERE_IS.format(held=level, cost=-by)
        return EMPTY if by < 0 and level <= least else ""

    return at_end


NO_SPREAD: Mapping[str, int] = {}
NOT_STILL: Mapping[str, str] = {}


def changes_said(
    rules: CampaignRules,
    by: Mapping[str, int],
    mode: str,
    spread: Mapping[str, int] = NO_SPREAD,
    still: Mapping[str, str] = NOT_STILL,
) -> str:
    """Return in one sentence how tracks move; empty where none does.

    `spread` says of a track by how many points either way the seed may move that, `still` where it
    stands as before for all that can be seen.
    """
    moved = changes_listed(rules, by, mode, spread, still)
    return sentence(moved) if moved else ""


def changes_listed(
    rules: CampaignRules,
    by: Mapping[str, int],
    mode: str,
    spread: Mapping[str, int] = NO_SPREAD,
    still: Mapping[str, str] = NOT_STILL,
) -> str:
    """Return how tracks move, as the part of a sentence that `changes_said` makes of it."""
    parts = []
    for id, points in by.items():
        is_told = is_exact(rules, id, mode)
        said = change_words(label_of(rules.scenario, id), points, is_told)
        about = spread.get(id, 0)
        if is_told and about:
            said = f"{said.rpartition(' ')[0]} {abs(points) - about} to {abs(points) + about}"
        stands = still.get(id, "")
        parts.append(f"{said} ({stands})" if stands else said)
    return listed(parts) if parts else ""


def signs(by: int, is_told: bool) -> str:
    """Return how much a track moves, by signs, or by the number where that is told.

    >>> signs(2, False), signs(-4, False), signs(9, False), signs(12, False), signs(-15, True)
    ('+', '--', '+++', '++++', '-15')
    """
    if is_told:
        return f"{by:+}"
    size = 1 + bisect((LITTLE + 1, MUCH, VERY_MUCH), abs(by))
    return ("+" if by > 0 else "-") * size


def signs_read(text: str) -> str:
    """Return what `effects_short` tells with its signs in words, for whoever listens to it.

    >>> signs_read("favour +, stores --, trade +++ (5), unrest ----, purse -15")
    'favour up a little, stores down, trade up much (5), unrest down very much, purse -15'
    """

    def read(found: re.Match[str]) -> str:
        way = "up" if found[1].startswith("+") else "down"
        return f"{way} {SIZES[len(found[1]) - 1]}".rstrip()

    return _SIGNS.sub(read, text)


def _stays(at_end: str) -> str:
    """Return what is told in short of a track that cannot move so; of the purse, what is paid."""
    return f"as it is ({at_end})" if at_end in (FULL, EMPTY) else at_end


def _bare(label: str) -> str:
    """Return a label without its article, as a list has room for.

    >>> _bare("the Emperor's favour")
    "Emperor's favour"
    """
    return label.removeprefix("the ")
