"""`Rules`: the questions that can be asked about the states of one scenario."""

from __future__ import annotations

from game.errors import IllegalDecisionError
from game.negotiation import value
from game.rules import answer, court, mind, sitting
from game.rules.choices import Choices
from game.rules.formulas import Formulas
from game.rules.legal import Legal
from game.rules.men import fortune, men
from game.rules.moment import Log, Moment
from game.rules.outcome import Outcome
from game.rules.scenes import BUILT_IN, Scenes
from game.rules.table import compiled
from game.scenario import Scenario
from game.state import CLAIMANT, HOST, Decision, Ended, Phase, Reply, State, Turn, View, seen_by

LONG_AGO = -99
"""The sitting of a courtesy that never was."""


class Rules:
    """Answers for one scenario, started from one of its starts."""

    def __init__(self, scenario: Scenario, start: str | None = None) -> None:
        self.scenario = scenario
        self.table = compiled(scenario)
        self.start = start
        own = {id: t for id, t in scenario.tracks.items() if id not in BUILT_IN}
        over = scenario.starts[start].tracks if start else {}
        self.levels = {id: index for index, id in enumerate(own)}
        self._first_levels = tuple(over.get(id, track.start or 0) for id, track in own.items())
        self.formulas = Formulas(scenario, self.table, self.levels)
        self.scenes = Scenes(scenario, self.table, self.formulas.condition, self.levels)
        self.choices = Choices(self.table)
        self._force = self.levels.get("force", -1)
        self._crisis = self.levels.get("crisis", -1)

    def opening(self, seed: str) -> State:
        """Return the state in which the talks of a seed begin."""
        table, quantities = self.table, self.scenario.table.quantities
        both = men(self.scenario, table, seed)
        state = State(
            seed=seed,
            men=both,
            fortune=None,
            phase=Phase.SITTING,
            seat=CLAIMANT,
            sitting=0,
            scene=-1,
            face=quantities.face,
            trust=quantities.trust,
            credibility=quantities.credibility,
            patience=quantities.patience,
            caution=0,
            coerced=0,
            shown=0,
            menace=0,
            pressure=0,
            ground_danger=0,
            news=False,
            warned=False,
            sore=False,
            courted=LONG_AGO,
            hope=(both[CLAIMANT].hope, both[HOST].hope),
            ledger=(0, 0, 0, 0),
            paper=None,
            previous=None,
            first=None,
            ladder=-1_000_000,
            papers=0,
            word=None,
            said=None,
            provoked=False,
            reply=Reply.NONE,
            gave=frozenset(),
            wanted=(0,) * len(table.issues),
            asked=frozenset(),
            told=frozenset(),
            grounds=frozenset(),
            memorial=frozenset(),
            used=(0,) * len(table.acts),
            question=-1,
            answered=False,
            pleaded=False,
            cited=frozenset(),
            conceded=-1,
            consulted=False,
            kept=False,
            wager=0,
            called=False,
            ill=0,
            learned=(0,) * len(table.issues),
            heard_need=-1,
            heard_ground=-1,
            supposed=None,
            forecasts=(0, 0),
            transcript=(),
            levels=self._first_levels,
            notes=frozenset(),
            met=frozenset(),
            due=(),
            treaty=None,
            ended=None,
            disowned=False,
        )
        news = self.scenario.table.news
        reachable = 1 if news is None else int(self.formulas.news_can_come(state))
        now = Moment(state)
        now.fortune = fortune(self.scenario, table, seed, reachable)
        now.ground_danger = self.formulas.ground_danger(state)
        self._open_sitting(now, None)
        return now.settled()

    def seat_to_move(self, state: State) -> int:
        """Return who is to decide."""
        return state.seat

    def legal_decisions(self, state: State) -> Legal:
        """Return every legal decision in a fixed order, unlisted; empty when the talks are over.

        What it reads is also in the view of the seat to move.
        """
        match state.phase:
            case Phase.SITTING:
                return self.choices.sitting(state)
            case Phase.REPLY:
                return self.choices.reply(state)
            case Phase.SCENE:
                return self.choices.scene(self.scenes.all[state.scene], state)
            case Phase.CALLED:
                return self.choices.called
            case _:
                return self.choices.none

    def apply(self, state: State, decision: Decision) -> Turn:
        """Return what follows a decision, and what it brought about.

        Raises `IllegalDecisionError`, with a reason for the player, and changes nothing.
        """
        log = Log()
        after = self._after(state, decision, log)
        return Turn(after, tuple(log.entries))

    def follow(self, state: State, decision: Decision) -> State:
        """Return the state after a legal decision, without telling what happened.

        Legality is the caller's duty: searches and play-tests draw from `legal_decisions`.
        """
        return self._after(state, decision, None)

    def outcome(self, state: State) -> Outcome | None:
        """Return how the talks ended; `None` while they go on."""
        if state.ended is None:
            return None
        table = self.table
        walks = (self.walk(CLAIMANT, state), self.walk(HOST, state))
        if state.treaty is None:
            become, seen, coercion = court.Verdict.NONE, None, 0
        else:
            coercion = court.taken_by_menace(state, table, self.walk_unmenaced(state))
            if state.disowned:
                coercion += court.DISOWNING
            seen = court.reading(table, state.treaty, self.crisis(state), coercion, state.memorial)
            rule = self.scenario.table.court
            become = court.verdict(seen.support, rule.ratified, rule.silence)
        return Outcome(
            ended=state.ended,
            treaty=state.treaty,
            verdict=become,
            support=seen.support if seen else 0,
            factions=seen.factions if seen else (),
            coercion=coercion,
            walks=walks,
            values=(
                self.worth(CLAIMANT, state, state.treaty),
                self.worth(HOST, state, state.treaty),
            ),
            lasting=(
                court.claimant_lasting(state, table, walks[CLAIMANT], become),
                court.host_lasting(state, table, walks[HOST], become),
            ),
        )

    def seen_by(self, seat: int, state: State) -> View:
        """Return what a seat may see of a state."""
        return seen_by(seat, state)

    def walk(self, seat: int, now: State | Moment) -> int:
        """Return a seat's walk-away in hundredths; the common man's where the man is hidden."""
        man = now.men[seat]
        return self.formulas.walk(seat, now) + (man.nerve if man else 0)

    def walk_unmenaced(self, state: State) -> int:
        """Return what the host's walk-away would be had the claimant shown no guns."""
        return self.walk(HOST, state._replace(shown=0))

    def want(self, now: State | Moment) -> int:
        """Return what a paper must be worth to the host today, in hundredths."""
        return self.walk(HOST, now) + mind.host_hope(now, self.table)

    def worth(self, seat: int, state: State, paper: tuple[int, ...] | None) -> int:
        """Return what a paper is worth to a seat on its own scale; 0 for no paper."""
        man = state.men[seat]
        if paper is None or man is None:
            return 0
        return value(paper, man.utility)

    def crisis(self, state: State) -> int:
        """Return how near ruin the court feels, `0..100` points, the mood of the seed included."""
        base = state.levels[self._crisis] if self._crisis >= 0 else self.scenario.table.court.crisis
        mood = state.fortune.mood if state.fortune else 0
        return max(0, min(100, base + mood))

    def force(self, now: State | Moment) -> int:
        """Return the claimant's force in points."""
        return int(now.levels[self._force]) if self._force >= 0 else 75

    def _after(self, state: State, decision: Decision, log: Log | None) -> State:
        if log is not None:
            legal = self.legal_decisions(state)
            if decision not in legal and not self._is_aside(state, decision):
                raise IllegalDecisionError(legal.why_not(decision))
        now = Moment(state)
        verb = decision.verb
        if verb in ("forecast", "expect"):
            self._aside(now, decision, log)
        elif state.phase == Phase.SITTING:
            self._sit(now, decision, log)
        elif state.phase == Phase.REPLY:
            self._reply(now, decision, log)
        elif state.phase == Phase.SCENE:
            self._choose(now, decision, log)
        elif verb == "go-home":
            self._go_home(now, log)
        else:
            if log:
                log.tell("stayed", "decision")
            self._close_sitting(now, log)
        return now.settled()

    def _is_aside(self, state: State, decision: Decision) -> bool:
        if state.phase not in (Phase.SITTING, Phase.REPLY):
            return False
        if decision.verb == "forecast":
            if state.forecasts[state.seat] == state.sitting:
                raise IllegalDecisionError("your people have given their guess for this sitting")
            return True
        return decision.verb == "expect"

    def _aside(self, now: Moment, decision: Decision, log: Log | None) -> None:
        if decision.verb == "forecast":
            asked = list(now.forecasts)
            asked[now.seat] = now.sitting
            now.forecasts = tuple(asked)
            if log:
                log.tell("forecast-asked", "decision", paper=decision.paper, only=now.seat)
        else:
            now.notes = now.notes | {"expected " + " ".join(decision.about)}
            if log:
                log.tell("expected", "decision", only=now.seat, guess=" ".join(decision.about))

    def _sit(self, now: Moment, decision: Decision, log: Log | None) -> None:
        if decision.verb == "go-home":
            self._go_home(now, log)
            return
        now.transcript = (*now.transcript, decision)
        walk = self.walk(HOST, now)
        if decision.verb == "accept":
            decision = Decision("tactic", self.choices.lay, (), now.word)
        sitting.hold(now, self.table, decision, self.force(now), walk, log)
        fell = walk - self.walk(HOST, now)
        if fell > 0:
            now.ledger = (*now.ledger[:3], now.ledger[3] + fell)
        self._before(now, HOST, Phase.REPLY, log)

    def _reply(self, now: Moment, decision: Decision, log: Log | None) -> None:
        table = self.table
        now.transcript = (*now.transcript, decision)
        match decision.verb:
            case "accept" | "sign-to-disown":
                answer.sign(now, disown=decision.verb == "sign-to-disown", log=log)
                return
            case "break-off":
                answer.break_off(now, log)
                return
            case "consult":
                answer.consult(now, log)
            case "listen":
                now.reply = Reply.LISTENS
            case "fall-ill":
                answer.fall_ill(now, log)
            case "refuse":
                answer.refuse(now, table, self.walk(HOST, now), log)
                if now.reply == Reply.CALLS_IT:
                    if log:
                        log.tell("called", "rule called")
                    now.phase, now.seat = Phase.CALLED, CLAIMANT
                    return
            case _:
                answer.perform(now, table, decision, log)
                if decision.paper is not None:
                    answer.counter(now, table, decision.paper, log)
                elif now.paper is None:
                    now.reply = Reply.LISTENS
                else:
                    now.reply, now.word = Reply.NOT_TODAY, None
        self._close_sitting(now, log)

    def _choose(self, now: Moment, decision: Decision, log: Log | None) -> None:
        scene = self.scenes.all[now.scene]
        choice = next(c for c in scene.choices if c.id == decision.about[0])
        self.scenes.choose(now, choice, self.walk(HOST, now), log)
        now.scene = -1
        now.phase = Phase.SITTING if scene.seat == CLAIMANT else Phase.REPLY

    def _go_home(self, now: Moment, log: Log | None) -> None:
        now.ended, now.phase = Ended.WENT_HOME, Phase.OVER
        if log:
            log.tell("went-home", "decision")

    def _open_sitting(self, now: Moment, log: Log | None) -> None:
        now.sitting += 1
        fate = now.fortune
        if fate.news_sitting == now.sitting:
            now.news = True
            now.ground_danger += fate.news_danger
            if log:
                log.tell("news-came", "rule news", danger=fate.news_danger)
            if now.warned:
                sitting.change(now, "credibility", 10, "rule warned", log)
        self._before(now, CLAIMANT, Phase.SITTING, log)

    def _before(self, now: Moment, seat: int, phase: Phase, log: Log | None) -> None:
        """Give the word to a seat; a scene comes first if one may."""
        now.seat = seat
        now.scene = self.scenes.next_for(now, seat)
        now.phase = phase if now.scene < 0 else Phase.SCENE
        if log and now.scene >= 0:
            log.tell("scene-came", "scene", event=self.scenes.all[now.scene].id, only=seat)

    def _close_sitting(self, now: Moment, log: Log | None) -> None:
        if now.wager:
            now.wager -= 1
            if not now.wager:
                sitting.change(now, "credibility", -15, "rule last-word-lapsed", log)
                if log:
                    log.tell("last-word-lapsed", "rule last-word-lapsed")
        if now.sitting >= self.table.sittings:
            now.ended, now.phase = Ended.LAPSED, Phase.OVER
            if log:
                log.tell("lapsed", "rule last-sitting")
            return
        self._open_sitting(now, log)
