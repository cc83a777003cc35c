"""The course of the talks: what each kind of decision sets going, and who is asked next.

A sitting is the claimant's; the host answers it; a scene may come before either decides.
"""

from __future__ import annotations

from game.rules import answer, terms
from game.rules.changes import change
from game.rules.formulas import Formulas
from game.rules.host_acts import host_deeds
from game.rules.moment import Log, Moment
from game.rules.scenes import Scenes
from game.rules.sitting import held_at
from game.rules.table import Table
from game.state import ASIDES, CLAIMANT, HOST, Decision, Ended, Phase, Reply, State

SCENE, SITTING, REPLY, CALLED, OVER = tuple(Phase)[:5]
LISTENS, NOT_TODAY = Reply.LISTENS, Reply.NOT_TODAY


class Course:
    """Leads the talks of one scenario from decision to decision."""

    def __init__(self, table: Table, formulas: Formulas, scenes: Scenes, lay: str) -> None:
        self.table = table
        self.scenes = scenes
        self._sittings = table.sittings
        self._has_scenes = bool(scenes.all)
        self._walk = formulas.walk_of_host()
        self._force = formulas.force
        self._hold = held_at(table)
        self._pressing = frozenset(act.id for act in table.acts if act.presses)
        self._host_deeds = host_deeds(table)
        self._lay = lay
        """The act that only lays a paper down."""
        self.by_phase = (self._choose, self._sit, self._reply, self._called)
        """In the order of the phases in which something is decided."""

    def after(self, state: State, decision: Decision, log: Log | None) -> State:
        """Return the state after a legal decision; what happened is told to the log."""
        now = Moment(state)
        self.lead(now, decision, log)
        return now.settled()

    def lead(self, now: Moment, decision: Decision, log: Log | None) -> None:
        """Lead a moment on by a legal decision."""
        if decision.verb in ASIDES:
            self._aside(now, decision, log)
        else:
            self.by_phase[now.phase](now, decision, log)

    def _aside(self, now: Moment, decision: Decision, log: Log | None) -> None:
        if decision.verb == "forecast":
            asked = list(now.forecasts)
            asked[now.seat] = now.sitting
            now.forecasts = tuple(asked)
            if log:
                log.tell("forecast-asked", "decision", paper=decision.paper, only=now.seat)
        else:
            guess = " ".join(decision.about)
            now.guesses = (*now.guesses, (now.seat, guess))
            if log:
                log.tell("expected", "decision", only=now.seat, guess=guess)

    def _sit(self, now: Moment, decision: Decision, log: Log | None) -> None:
        if decision.verb == "go-home":
            self._go_home(now, log)
            return
        now.transcript += (decision,)
        if decision.verb == "accept":
            decision = Decision("tactic", self._lay, (), now.word)
        hold, walk_in = self._hold, self._walk
        if decision.name in self._pressing:
            walk = walk_in(now)
            hold(now, decision, self._force(now), walk, log)
            fell = walk - walk_in(now)
            now.ledger = (*now.ledger[:3], now.ledger[3] + max(0, fell))
        else:
            bare = decision.paper is None and decision.suppose is None
            hold(now, decision, 0, 0 if bare else walk_in(now), log)
        now.seat, now.phase = HOST, REPLY
        if self._has_scenes:
            self._before(now, HOST, log)

    def _reply(self, now: Moment, decision: Decision, log: Log | None) -> None:
        now.transcript += (decision,)
        match decision.verb:
            case "tactic":
                self._host_deeds[decision.name](now, decision, log)
                if decision.paper is not None:
                    answer.counter(now, decision.paper, log)
                elif now.paper is None:
                    now.reply = LISTENS
                else:
                    now.reply, now.word = NOT_TODAY, None
            case "accept" | "sign-to-disown":
                answer.sign(now, disown=decision.verb == "sign-to-disown", log=log)
                return
            case "break-off":
                answer.break_off(now, log)
                return
            case "consult":
                answer.consult(now, log)
            case "listen":
                now.reply = LISTENS
            case "fall-ill":
                answer.fall_ill(now, log)
            case "refuse":
                answer.refuse(now, self.table, self._walk(now), log)
                if now.reply == Reply.CALLS_IT:
                    if log:
                        log.tell("called", "rule called")
                    now.phase, now.seat = CALLED, CLAIMANT
                    return
        self._close_sitting(now, log)

    def _choose(self, now: Moment, decision: Decision, log: Log | None) -> None:
        scene = self.scenes.all[now.scene]
        choice = scene.by_id[decision.about[0]]
        walk = self._walk(now) if choice.may_amend else 0
        self.scenes.choose(now, scene, choice, walk, log)
        now.scene = -1
        now.phase = SITTING if scene.seat == CLAIMANT else REPLY

    def _called(self, now: Moment, decision: Decision, log: Log | None) -> None:
        """Go home or stay after an ultimatum was called."""
        if decision.verb == "go-home":
            self._go_home(now, log)
            return
        if log:
            log.tell("stayed", "decision")
        self._close_sitting(now, log)

    def _go_home(self, now: Moment, log: Log | None) -> None:
        now.ended, now.phase = Ended.WENT_HOME, OVER
        if log:
            log.tell("went-home", "decision")

    def open_sitting(self, now: Moment, log: Log | None) -> None:
        now.sitting = sitting = now.sitting + 1
        if now.fortune.news_sitting == sitting:
            danger = now.fortune.news_danger
            now.news = True
            now.ground_danger += danger
            if log:
                log.tell("news-came", "rule news", danger=danger)
            if now.warned:
                change(now, "credibility", terms.WARNED_CREDIBILITY, "rule warned", log)
        now.seat, now.phase = CLAIMANT, SITTING
        if self._has_scenes:
            self._before(now, CLAIMANT, log)

    def _before(self, now: Moment, seat: int, log: Log | None) -> None:
        """Let a scene come before a seat decides, if one may."""
        now.scene = scene = self.scenes.next_for(now, seat)
        if scene >= 0:
            now.phase = SCENE
            if log:
                log.tell("scene-came", "scene", event=self.scenes.all[scene].id, only=seat)

    def _close_sitting(self, now: Moment, log: Log | None) -> None:
        if now.wager:
            now.wager -= 1
            if not now.wager:
                because = "rule last-word-lapsed"
                change(now, "credibility", -terms.LAPSED_CREDIBILITY, because, log)
                if log:
                    log.tell("last-word-lapsed", because)
        if now.sitting >= self._sittings:
            now.ended, now.phase = Ended.LAPSED, OVER
            if log:
                log.tell("lapsed", "rule last-sitting")
            return
        self.open_sitting(now, log)
