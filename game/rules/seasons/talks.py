"""How talks begin and end in a campaign: what they take from the seasons, and what follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from game.rules import mind
from game.rules.effects import Deed
from game.rules.engine import Rules, Within
from game.rules.formulas import Now
from game.rules.legal import Head
from game.rules.men import HISTORY
from game.rules.moment import Log, Moment
from game.rules.scenes import Condition
from game.rules.seasons.deeds import SeasonEffects, do_all, notes_of
from game.rules.seasons.orders import OPEN
from game.scenario import Expression
from game.scenario.campaign_model import Campaign
from game.scenario.season_model import YearAndQuarter
from game.state import OF_SEASONS, Deal, Phase, State

SHARED = frozenset(("seed", "levels", "notes", "turn", "at", "deals", *OF_SEASONS))
"""The fields of a state that are the same in a season and at a table."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows from talks where it holds."""

    place: int
    when: Condition | None
    deeds: tuple[Deed, ...]
    notes: frozenset[str]
    because: str


class Talks:
    """One table of a campaign, and its place in the seasons."""

    def __init__(
        self,
        campaign: Campaign,
        index: int,
        within: Within,
        condition: Callable[[Expression], Condition],
        number: Callable[[Expression], Callable[[Now], int]],
        effects: SeasonEffects,
    ) -> None:
        self.id = list(campaign.tables)[index]
        self.index = index
        source = campaign.tables[self.id]
        self._leverage = number(source.leverage) if source.leverage is not None else None
        self._first_day = source.first_day
        first = self.first_day(campaign.seasons.from_)
        held = campaign.at(self.id).model_copy(update={"start": first})
        self.rules = Rules(held, within=within)
        self.when = source.when
        """While it holds whoever decides can open the talks; `None` where only an effect can."""
        self.where = source.where
        self.head = Head(OPEN, self.id)
        self._begins = tuple((name, number(formula)) for name, formula in source.begins.items())
        self._fresh = {
            name: value
            for name, value in self.rules.before_talks.__dict__.items()
            if name not in SHARED
        }
        self._after = tuple(
            Consequence(
                place,
                condition(part.when) if part.when is not None else None,
                effects.deeds(part.do),
                notes_of(part.do),
                f"afterwards {self.id} {place}",
            )
            for place, part in enumerate(source.afterwards)
        )
        self._by_season: dict[YearAndQuarter, Rules] = {}

    def rules_in(self, season: YearAndQuarter) -> Rules:
        """Return the rules of the table as it is held in a season: the same but for its days."""
        if season not in self._by_season:
            self._by_season[season] = self.rules.opened_on(self.first_day(season))
        return self._by_season[season]

    def first_day(self, season: YearAndQuarter) -> date:
        """Return the day of the first sitting, in the new style."""
        if self._first_day is None:
            return season.first_day
        month, day = self._first_day
        in_its_winter = month == 12 and season.first_day.month == 12
        return date(season.year - in_its_winter, month, day)

    def alone(self, season: State) -> Rules:
        """Return the rules of these talks by themselves, held as things stand in a season.

        Their opening needs no play that led there; nothing comes of them in the seasons.
        """
        now = Moment(season)
        self._lay_out(now)
        return self.rules.opened_after(now.settled())

    def open(self, now: Moment, log: Log | None) -> None:
        """Let the talks begin: everything of the table is fresh, the seasons stay."""
        self._lay_out(now)
        if log:
            log.tell("table-opened", f"table {self.id}", table=self.id)
        self.rules.seat(now, self._luck(now.seed), log)
        now.leverage = self._leverage(now) if self._leverage is not None else now.ground_danger

    def _lay_out(self, now: Moment) -> None:
        now.at = self.index + 1
        fields = now.__dict__
        fields |= self._fresh
        now.used = list(now.used)
        for name, formula in self._begins:
            fields[name] = max(0, min(100, formula(now) // 100))

    def _luck(self, seed: str) -> str:
        """Return the seed of its men and of its courier: no table's luck is another's."""
        return seed if seed == HISTORY else f"{seed}|{self.id}"

    def close(self, now: Moment, blank: dict[str, object], log: Log | None) -> None:
        """Keep what came of talks that are over, and let what follows from it happen."""
        self._keep(now, log)
        now.__dict__ |= blank
        now.used = []
        now.at = 0
        now.phase = Phase.SEASON
        for part in self._after:
            if part.when is None or part.when(now):
                now.notes |= part.notes
                if log:
                    log.tell("followed", part.because, table=self.id, part=part.place)
                do_all(part.deeds, now, part.because, log)

    def _keep(self, now: Moment, log: Log | None) -> None:
        state = State.holding(
            {
                **now.__dict__,
                "used": tuple(now.used),
                "levels": tuple(now.levels),
                "done": tuple(now.done),
            }
        )
        outcome = self.rules.outcome(state)
        assert outcome is not None
        danger = mind.danger(now)
        deal = Deal(self.index, now.turn, now.leverage, danger, now.pressure, now.coerced, *outcome)
        now.deals = (*now.deals, deal)
        if log:
            log.tell("table-closed", f"table {self.id}", table=self.id, deal=len(now.deals) - 1)
