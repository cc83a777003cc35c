"""The course of the seasons: what each brings by itself, and what every decision sets going."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.rules.effects import Deed
from game.rules.moment import Log, Moment
from game.rules.scenes import Condition
from game.rules.seasons.deeds import SeasonEffects, Spread, do_all, notes_of, spread_of
from game.rules.seasons.may import may_hold
from game.rules.seasons.orders import ACT, OPEN, Orders
from game.rules.seasons.scenes import SeasonScenes
from game.rules.seasons.talks import Talks
from game.scenario import Expression
from game.scenario.campaign_model import Campaign
from game.scenario.season_model import YearAndQuarter
from game.state import CLAIMANT, Decision, Ended, Order, Phase


@dataclass(frozen=True, slots=True)
class Brought:
    """Something that a season brings by itself, where it holds."""

    kind: str
    """`usage` or `pressure`."""
    id: str
    when: Condition | None
    deeds: tuple[Deed, ...]
    notes: frozenset[str]
    because: str


@dataclass(frozen=True, slots=True)
class Breach:
    """What ends the play before its time."""

    id: str
    when: Condition
    note: str


class SeasonCourse:
    """Leads one campaign from decision to decision while nobody sits at a table."""

    def __init__(
        self,
        campaign: Campaign,
        seasons: Sequence[YearAndQuarter],
        calendars: Sequence[dict[str, int | str]],
        condition: Callable[[Expression], Condition],
        effects: SeasonEffects,
        scenes: SeasonScenes,
        orders: Orders,
        talks: Sequence[Talks],
    ) -> None:
        self.scenes, self.orders, self.talks = scenes, orders, talks
        self._letters = effects.letters
        self._actions = campaign.seasons.actions
        self._last = campaign.seasons.count
        self._rumours = tuple(
            (id, at, campaign.tracks[id].rumour, campaign.tracks[id].range)
            for id, at in effects.levels.items()
            if campaign.tracks[id].rumour
        )
        self.brought = _brought(campaign, seasons, calendars, condition, effects)
        """What each season brings, by its turn."""
        self._breaches = tuple(
            Breach(id, condition(breach.when), breach.note)
            for id, breach in campaign.seasons.breaches.items()
        )

    def after(self, now: Moment, decision: Decision, log: Log | None) -> None:
        """Do what follows from a decision of a season."""
        if now.phase == Phase.SCENE:
            scene = self.scenes.all[now.scene]
            now.scene = -1
            now.phase = Phase.SEASON
            self.scenes.choose(now, scene, scene.by_id[decision.about[0]], log)
            self.go_on(now, log)
            return
        if decision.verb == ACT:
            self._act(now, self.orders.feat_of(decision).order, log)
        elif decision.verb == OPEN:
            now.left -= 1
            now.at = 1 + next(t.index for t in self.talks if t.id == decision.name)
        else:
            self._stand(now, log)
        self.go_on(now, log)

    def go_on(self, now: Moment, log: Log | None) -> None:
        """Go on to what is to be decided next: at a table, in a scene or in a season."""
        while now.ended is None:
            if now.at:
                self.talks[now.at - 1].open(now, log)
                return
            if self._breached(now, log):
                return
            if self._scene(now, log) or now.left:
                return
            self._close(now, log)

    def open_season(self, now: Moment, log: Log | None) -> None:
        """Let the next season begin with all that it brings."""
        now.turn += 1
        now.left, now.met_now, now.drawn = self._actions, 0, False
        now.phase, now.seat = Phase.SEASON, CLAIMANT
        now.lately = (now.lately[1], ()) if now.lately else ((), ())
        if now.away:
            now.away -= 1
        if log:
            log.tell("season-opened", "rule season", turn=now.turn)
        for brought in self.brought[now.turn]:
            if brought.when is None or brought.when(now):
                now.notes = now.notes | brought.notes
                if log:
                    log.tell(f"{brought.kind}-came", brought.because, id=brought.id)
                do_all(brought.deeds, now, brought.because, log)
        self._deliver(now, log)
        self._judge(now, log)
        self._hear(now)

    def _stand(self, now: Moment, log: Log | None) -> None:
        """Let everything that is left of a season go as it was ordered."""
        for order in now.orders[self._actions - now.left :]:
            if now.at:
                break
            self._act(now, order if self.orders.allowed(order, now) else None, log)
        now.left = 0

    def _act(self, now: Moment, order: Order | None, log: Log | None) -> None:
        """Carry an order out and let it stand; where it cannot be, do what is idle."""
        slot = self._actions - now.left
        now.left -= 1
        idle = self.orders.idle
        if order is None:
            if idle is None or not self.orders.allowed(idle, now):
                return
            order = idle
        else:
            now.orders = (*now.orders[:slot], order, *now.orders[slot + 1 :])
        self.orders.carry_out(now, self.orders.by_order[order], log)

    def _scene(self, now: Moment, log: Log | None) -> bool:
        """Let a scene come, if one may; of those that need not come, one at most in a season."""
        scene = self.scenes.next_of(now)
        if scene < 0:
            return False
        now.scene, now.phase = scene, Phase.SCENE
        now.met_now += 1
        if log:
            log.tell("scene-came", "scene", event=self.scenes.all[scene].id, only=CLAIMANT)
        return True

    def _breached(self, now: Moment, log: Log | None) -> bool:
        for breach in self._breaches:
            if breach.when(now):
                now.notes = now.notes | {breach.note}
                now.ended, now.phase = Ended.CUT_SHORT, Phase.OVER
                if log:
                    log.tell("breached", f"breach {breach.id}", id=breach.id)
                return True
        return False

    def _close(self, now: Moment, log: Log | None) -> None:
        if now.turn >= self._last:
            now.ended, now.phase = Ended.SERVED, Phase.OVER
            if log:
                log.tell("served", "rule last-season")
            return
        self.open_season(now, log)

    def _deliver(self, now: Moment, log: Log | None) -> None:
        """Let what was to come in this season come, in the order in which it was sent."""
        due = [each for each in now.coming if each[0] <= now.turn]
        if not due:
            return
        now.coming = tuple([each for each in now.coming if each[0] > now.turn])
        for _, place in due:
            letter = self._letters[place]
            because = f"letter {place}"
            now.notes = now.notes | letter.notes
            if log:
                log.tell("letter-came", because, letter=place)
            do_all(letter.deeds, now, because, log)

    def _judge(self, now: Moment, log: Log | None) -> None:
        """Hold what advisers foretold against what came."""
        due = [each for each in now.foretold if each[0] <= now.turn]
        if not due:
            return
        now.foretold = tuple([each for each in now.foretold if each[0] > now.turn])
        proved = list(now.proved)
        for _, place in due:
            prediction = self.scenes.predictions[place]
            came = bool(prediction.expects(now))
            right, told = proved[prediction.adviser]
            proved[prediction.adviser] = (right + came, told + 1)
            if log:
                adviser = self.scenes.advisers[prediction.adviser]
                log.tell("proved", f"choice {prediction.event}", adviser=adviser, right=int(came))
        now.proved = tuple(proved)

    def _hear(self, now: Moment) -> None:
        """Let what is only rumoured be heard anew: off by at most so much, as the seed has it."""
        if not self._rumours:
            return
        heard = list(now.levels)
        for id, at, about, (low, high) in self._rumours:
            off = spread_of(now.seed, f"rumour.{now.turn}", id, about)
            heard[at] = max(low, min(high, heard[at] + off))
        now.heard = tuple(heard)


def _brought(
    campaign: Campaign,
    seasons: Sequence[YearAndQuarter],
    calendars: Sequence[dict[str, int | str]],
    condition: Callable[[Expression], Condition],
    effects: SeasonEffects,
) -> tuple[tuple[Brought, ...], ...]:
    """Return what each season brings: what is usual, then what history brings, by its news."""
    usages = [
        (usage, Brought(
            "usage", id, condition(usage.when) if usage.when is not None else None,
            effects.deeds(usage.do), notes_of(usage.do), f"usage {id}",
        ))
        for id, usage in campaign.seasons.usages.items()
    ]  # fmt: skip
    pressure = [
        (YearAndQuarter.of(each.heard or each.date), each, Brought(
            "pressure", id, condition(each.when) if each.when is not None else None,
            effects.deeds(each.do, Spread(id, each.spread)), notes_of(each.do), f"pressure {id}",
        ))
        for id, each in campaign.pressure.items()
    ]  # fmt: skip
    pressure.sort(key=lambda each: each[1].heard or each[1].date)
    return tuple(
        (
            *(
                brought
                for usage, brought in usages
                if usage.quarter in (None, season.quarter)
                and (usage.when is None or may_hold(usage.when, calendar))
            ),
            *(brought for when, _, brought in pressure if when == season),
        )
        for season, calendar in zip(seasons, calendars, strict=True)
    )
