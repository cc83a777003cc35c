"""The tracks of a campaign as whoever decides in it reads them: exact, by hearsay, or in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from game.coach.seasons.naming import is_counted, is_seen
from game.coach.words_for import track_word
from game.rules import CampaignRules
from game.rules.lasting import once_by_rules
from game.rules.seasons.hearsay import Narrowed, narrowed_by
from game.state import CLAIMANT, State, View

HEARSAY = ((5, "as you are well informed"), (10, "as one hears"))
"""How it is said that something is known by hearsay, from up to how many points either way."""
NOTHING: Mapping[str, int] = MappingProxyType({})
RUMOUR = "by rumour"
"""How the rest is said."""


class TrackSeen(NamedTuple):
    """Where a track stands, as far as a reader may know."""

    id: str
    label: str
    text: str
    """Where it stands, as in `60`, `some`, `15 to 45, by rumour`."""
    low: int
    high: int
    """It stood between these when the season opened; the same where it is known."""
    least: int
    most: int
    """It can stand between these."""
    is_rumour: bool
    harms: bool
    """It counts what people suffer."""
    since: int
    """What is heard only as a season opens has risen (1) or fallen (-1) since, by what was told."""
    level: int | None
    """Where it stands; `None` where that is known only by hearsay or in words."""

    @property
    def middle(self) -> int:
        """The middle of what is known, for a bar."""
        return (self.low + self.high) // 2


def tracks(
    rules: CampaignRules, view: View, mode: str, moved: Mapping[str, int] = NOTHING
) -> tuple[TrackSeen, ...]:
    """Return every track that whoever decides in the seasons is told of, in the author's order.

    `moved` are the points by which tracks were told to move since the season opened.
    """
    return tuple(
        track_seen(rules, view, id, mode, moved.get(id, 0))
        for id in rules.levels
        if is_seen(rules.scenario, id)
    )


def track_seen(rules: CampaignRules, view: View, id: str, mode: str, moved: int = 0) -> TrackSeen:
    """Return where a track stands; raises `KeyError` for one that there is not."""
    track, level = rules.scenario.tracks[id], view.state.levels[rules.levels[id]]
    least, most = track.range
    about = rumour_of(rules, view.state, id)
    low, high = max(least, level - about), min(most, level + about)
    if track.rumour:
        between = f"{low} to {high}" if low < high else str(low)
        text = f"{between}, {hearsay(about)}"
    elif track.words:
        word = track_word(track, level)
        text = f"{word} ({level})" if mode == "points" else word
    else:
        text = f"{level:,}"
    is_told = not track.rumour and not (track.words and mode != "points")
    return TrackSeen(
        id,
        track.label,
        text,
        low,
        high,
        least,
        most,
        bool(track.rumour),
        track.harms,
        _sign(moved) if track.rumour else 0,
        level if is_told else None,
    )


def unmoved(rules: CampaignRules, states: tuple[State, State], mode: str, id: str) -> str:
    """Return that a track is seen to stand in a second state as in the first; empty where not."""
    was, now = (track_seen(rules, rules.seen_by(CLAIMANT, state), id, mode) for state in states)
    if now.level is not None or was.text != now.text:
        return ""
    if now.is_rumour:
        return f"what you hear of it still says {now.text.partition(',')[0]}"
    return f"still “{now.text}”"


def _sign(points: int) -> int:
    return (points > 0) - (points < 0)


def rumour_of(rules: CampaignRules, state: State, id: str) -> int:
    """Return how many points a track may stand higher or lower than was heard; 0 where known.

    It hangs on what was known as the season opened.
    """
    radius = rules.scenario.tracks[id].rumour
    if not radius:
        return 0
    return max(0, _narrowed(rules)(radius, state.stood or state.levels))


@once_by_rules
def _narrowed(rules: CampaignRules) -> Narrowed:
    return narrowed_by(rules.scenario, rules.levels)


def hearsay(about: int) -> str:
    """Return how it is said that something is known only to so many points either way.

    >>> hearsay(5), hearsay(8), hearsay(15)
    ('as you are well informed', 'as one hears', 'by rumour')
    """
    return next((said for most, said in HEARSAY if about <= most), RUMOUR)


def purse(rules: CampaignRules, view: View) -> TrackSeen:
    """Return what there is to pay with."""
    return track_seen(rules, view, rules.scenario.seasons.purse, "points")


def is_exact(rules: CampaignRules, id: str, mode: str) -> bool:
    """Return whether a change of a track is told by its number."""
    campaign = rules.scenario
    return is_counted(campaign, id) or (mode == "points" and not campaign.tracks[id].rumour)
