"""The course of the seasons: what each brings by itself, and what every decision sets going."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.moment import Log, Moment
from game.rules.seasons.brought import brought_by
from game.rules.seasons.deeds import SeasonEffects
from game.rules.seasons.feats import ACT, Feat
from game.rules.seasons.orders import OPEN, Orders
from game.rules.seasons.questions import Questions
from game.rules.seasons.scenes import SeasonScenes
from game.rules.seasons.talks import Talks
from game.scenario.campaign_model import Campaign
from game.scenario.gates import parts_joined
from game.scenario.may import Calendar
from game.scenario.season_model import YearAndQuarter
from game.state import CLAIMANT, Decision, Ended, Phase

SCENE, SEASON, OVER = Phase.SCENE, Phase.SEASON, Phase.OVER


@dataclass(frozen=True, slots=True)
class Breach:
    """What ends the play before its time."""

    id: str
    note: str


class SeasonCourse:
    """Leads one campaign from decision to decision while nobody sits at a table."""

    def __init__(
        self,
        campaign: Campaign,
        seasons: Sequence[YearAndQuarter],
        calendars: Sequence[Calendar],
        questions: Questions,
        effects: SeasonEffects,
        scenes: SeasonScenes,
        orders: Orders,
        talks: Sequence[Talks],
    ) -> None:
        self.scenes, self.orders, self.talks = scenes, orders, talks
        self._tables = {each.id: each.index for each in talks}
        self._effects, self._letters = effects, effects.letters
        self._actions = campaign.seasons.actions
        self._last = campaign.seasons.count
        self.brought = brought_by(campaign, seasons, calendars, questions.ranged, effects)
        """What each season brings, by its turn."""
        self._breaches = tuple(
            (*questions.ranged(parts_joined(breach.when)), Breach(id, breach.note))
            for id, breach in campaign.seasons.breaches.items()
        )

    def after(self, now: Moment, decision: Decision, log: Log | None) -> None:
        """Do what follows from a decision of a season."""
        if now.phase == SCENE:
            self.chosen(now, decision, log)
        else:
            self.ordered(now, decision, log)

    def chosen(self, now: Moment, decision: Decision, log: Log | None) -> None:
        """Do what follows from a choice in the scene that waits for it."""
        scene = self.scenes.all[now.scene]
        now.scene = -1
        now.phase = SEASON
        self.scenes.choose(now, scene, scene.by_id[decision.about[0]], log)
        self.go_on(now, log)

    def ordered(self, now: Moment, decision: Decision, log: Log | None) -> None:
        """Do what follows from an order, from opening talks, or from letting a season pass."""
        if decision.verb == ACT:
            self._act(now, self.orders.feat_of(decision), log)
        elif decision.verb == OPEN:
            now.left -= 1
            now.at = 1 + self._tables[decision.name]
        else:
            self._stand(now, log)
        self.go_on(now, log)

    def go_on(self, now: Moment, log: Log | None) -> None:
        """Go on to what is to be decided next: at a table, in a scene or in a season."""
        while now.ended is None:
            if now.at:
                self.talks[now.at - 1].open(now, log)
                return
            levels = now.levels
            for at, low, high, when, breach in self._breaches:
                if low <= levels[at] <= high and (when is None or when(now)):
                    self._breached(now, breach, log)
                    return
            scene = self.scenes.next_of(now)
            if scene >= 0:
                self._come_to(now, scene, log)
                return
            if now.left:
                return
            self._close(now, log)

    def open_season(self, now: Moment, log: Log | None) -> None:
        """Let the next season begin with all that it brings."""
        now.turn += 1
        now.left, now.met_now, now.drawn = self._actions, 0, False
        now.phase, now.seat = SEASON, CLAIMANT
        now.lately = (now.lately[1], ()) if now.lately else ((), ())
        if now.away:
            now.away -= 1
        if log:
            log.tell("season-opened", "rule season", turn=now.turn)
        levels = now.levels
        for at, low, high, when, brought in self.brought[now.turn]:
            if low <= levels[at] <= high and (when is None or when(now)):
                because = brought.because
                if brought.notes:
                    now.notes |= brought.notes
                if log:
                    where = {"away": 1} if now.away else {}
                    log.tell(f"{brought.kind}-came", because, id=brought.id, **where)
                for deed in brought.deeds:
                    deed(now, 0, because, log)
        if now.coming:
            self._deliver(now, log)
        self.scenes.counsels.judge(now, now.turn, log)
        now.stood = tuple(now.levels)

    def _stand(self, now: Moment, log: Log | None) -> None:
        """Let what is left of a season go as it was ordered; talks that open by it come first."""
        while now.left and not now.at:
            self._go_as_ordered(now, log)

    def _go_as_ordered(self, now: Moment, log: Log | None) -> None:
        """Do what stands; where it cannot be done, what is idle, and it stands all the same."""
        orders = self.orders
        slot = self._actions - now.left
        now.left -= 1
        for order in (now.orders[slot], orders.idle):
            if orders.allowed(order, now):
                orders.carry_out(now, orders.by_order[order], log)
                return

    def _act(self, now: Moment, feat: Feat, log: Log | None) -> None:
        """Carry an order out and let it stand, unless it is a journey: those are made once."""
        slot = self._actions - now.left
        now.left -= 1
        if not feat.away:
            standing = list(now.orders)
            standing[slot] = feat.order
            now.orders = tuple(standing)
        self.orders.carry_out(now, feat, log)

    def _come_to(self, now: Moment, scene: int, log: Log | None) -> None:
        """Let a scene wait for its choice."""
        now.scene, now.phase = scene, SCENE
        now.met_now += 1
        if log:
            log.tell("scene-came", "scene", event=self.scenes.all[scene].id, only=CLAIMANT)

    def _breached(self, now: Moment, breach: Breach, log: Log | None) -> None:
        """End the play before its time."""
        now.notes |= {breach.note}
        now.ended, now.phase = Ended.CUT_SHORT, OVER
        if log:
            log.tell("breached", f"breach {breach.id}", id=breach.id)
        self._effects.book_what_is_due(now, log)

    def _close(self, now: Moment, log: Log | None) -> None:
        if now.turn >= self._last:
            self._effects.book_what_is_due(now, log)
            # What was foretold of the next season is judged by how everything stands at the end.
            self.scenes.counsels.judge(now, now.turn + 1, log)
            now.ended, now.phase = Ended.SERVED, OVER
            if log:
                log.tell("served", "rule last-season")
            return
        self.open_season(now, log)

    def _deliver(self, now: Moment, log: Log | None) -> None:
        """Let what was to come in this season come, in the order in which it was sent."""
        turn = now.turn
        due = [each for each in now.coming if each[0] <= turn]
        if not due:
            return
        now.coming = tuple([each for each in now.coming if each[0] > turn])
        for at, (_, place) in enumerate(due):
            letter = self._letters[place]
            if letter.when is not None and not letter.when(now):
                continue
            because = f"letter {place}"
            now.notes |= letter.notes
            if log:
                still = [self._letters[sent] for _, sent in (*due[at:], *now.coming)]
                to_come = sum((e.by, e.texts) == (letter.by, letter.texts) for e in still)
                times = sum(now.done[order] for order in letter.by) - to_come
                again = {"times": times} if times > 0 else {}
                log.tell("letter-came", because, letter=place, **again)
            for deed in letter.deeds:
                deed(now, 0, because, log)
