"""What may be seen of a campaign: hidden tracks, rumours, and what has yet to come are masked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from game.rules.seasons.hearsay import heard_by
from game.scenario.campaign_model import Campaign
from game.state import CLAIMANT, OF_SEASONS, Deal, State, View, emptied

NO_SEASONS = emptied(OF_SEASONS)
"""What the host of a table sees of the seasons."""


class SeasonViews:
    """Shows the states of one campaign."""

    def __init__(
        self, campaign: Campaign, levels: Mapping[str, int], supposed: tuple[int, ...]
    ) -> None:
        seat = campaign.seasons.seat
        tracks, narrows = campaign.tracks, campaign.seasons.narrows
        self._hidden = tuple(
            (at, supposed[at]) for id, at in levels.items() if not tracks[id].is_seen_by(seat)
        )
        """Tracks that are kept from the seat, by place, each with what it supposes of it."""
        self._heard_of = heard_by(campaign, levels)
        self._rumoured = tuple(at for id, at in levels.items() if tracks[id].rumour)
        self._heard = tuple(
            at
            for id, at in levels.items()
            if tracks[id].rumour or (id == narrows and tracks[id].is_seen_by(seat))
        )
        """Where what was heard is shown; of what narrows it, how it stood then."""

    def in_season(self, state: State) -> View:
        """Return what whoever decides in the seasons may see."""
        return View(CLAIMANT, self._masked(state, seed="", appointed=()))

    def at_table(self, view: View) -> View:
        """Return what may be seen at a table: the seasons are the claimant's alone."""
        state = view.state
        if view.seat == CLAIMANT:
            return View(view.seat, self._masked(state, appointed=()))
        return View(view.seat, state._replace(**NO_SEASONS))

    def _masked(self, state: State, **masks: object) -> State:
        """Return a state with what is only heard of as it is heard, and with other masks."""
        heard = self._heard_of(state.stood or state.levels, state.bents)
        levels, shown = list(state.levels), [0] * len(heard)
        for at in self._rumoured:
            levels[at] = heard[at]
        for at, supposed in self._hidden:
            levels[at] = supposed
        for at in self._heard:
            shown[at] = heard[at]
        return state._replace(
            levels=tuple(levels),
            stood=tuple(shown),
            bents=(),
            deals=_own_sides(state.deals),
            **masks,
        )


@lru_cache(maxsize=1024)
def _own_sides(deals: tuple[Deal, ...]) -> tuple[Deal, ...]:
    """Return what a claimant may know of the tables so far: they change only when talks end."""
    return tuple(map(_own_side, deals))


def _own_side(deal: Deal) -> Deal:
    """Return what came of a table as its claimant may know it: what the host kept is his affair."""
    return deal._replace(
        walks=(deal.walks[CLAIMANT], 0),
        values=(deal.values[CLAIMANT], 0),
        lasting=(deal.lasting[CLAIMANT], 0),
        factions=(),
    )
