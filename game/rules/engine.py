"""`Rules`: the questions that can be asked about the states of one scenario."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from datetime import date
from typing import NamedTuple

from game.errors import IllegalDecisionError
from game.negotiation import value
from game.rules import mind
from game.rules.choices import Choices
from game.rules.claimant_choices import NOT_NOW
from game.rules.course import Course
from game.rules.effects import Beyond
from game.rules.formulas import Formulas, Names, Now
from game.rules.fortune import fortune
from game.rules.legal import Legal
from game.rules.men import Men
from game.rules.moment import Log, Moment
from game.rules.outcome import Outcome
from game.rules.resolved import compiled
from game.rules.scenes import Scenes
from game.rules.views import Views
from game.rules.words import formatted, parsed
from game.scenario import Scenario
from game.state import BUILT_IN, CLAIMANT, HOST, Decision, Phase, State, Turn, View

Chooser = Callable[[Now, Legal], Decision]
"""Chooses among what is legal, and looks at nothing that a view would hide from its chair."""


class Within(NamedTuple):
    """What a table is told of the seasons that it stands in."""

    names: Names
    beyond: Beyond
    levels: tuple[int, ...]
    """What a seat supposes of a track that is kept from it."""


class Rules:
    """Answers for one scenario, started from one of its starts."""

    def __init__(
        self, scenario: Scenario, start: str | None = None, within: Within | None = None
    ) -> None:
        names, beyond, supposed = within or (None, None, None)
        self.scenario = scenario
        self.table = compiled(scenario)
        self.start = start
        self.first_day = scenario.first_day(start)
        own = {id: t for id, t in scenario.tracks.items() if id not in BUILT_IN}
        over = scenario.starts[start].tracks if start else {}
        self.levels = {id: index for index, id in enumerate(own)}
        """Index of each track of the author's own."""
        self.men = Men(scenario, self.table)
        self.formulas = Formulas(scenario, self.table, self.levels, self.first_day.day, names)
        self.scenes = Scenes(scenario, self.table, self.formulas.condition, self.levels, beyond)
        self.choices = Choices(
            self.table,
            self.scenes.all,
            {
                id: (self.formulas.condition(act.when), act.else_show or NOT_NOW)
                for id, act in scenario.table.acts.items()
                if act.when is not None
            },
        )
        self._course = Course(self.table, self.formulas, self.scenes, self.choices.lay)
        self._crisis = self.levels.get("crisis", -1)
        quantities = scenario.table.quantities
        self._before_talks = State(
            seed="",
            men=(None, None),
            sitting=0,
            face=quantities.face,
            trust=quantities.trust,
            credibility=quantities.credibility,
            patience=quantities.patience,
            hope=(0, 0),
            wanted=(0,) * len(self.table.issues),
            used=(0,) * len(self.table.acts),
            learned=(0,) * len(self.table.issues),
            levels=supposed or tuple(over.get(id, track.start or 0) for id, track in own.items()),
        )
        self.known_crisis = (
            scenario.table.court.crisis if within else self._danger_to_capital(self._before_talks)
        )
        """The danger to the capital that everybody knows of, in points: the start's, or what is
        written at a table of a campaign, to which it has grown by the time that this is held."""
        self.worked_out: dict[Callable[[Rules], object], object] = {}
        """What was worked out once by these rules, by what did it."""
        self._views = Views(scenario, self.table.seats, self.scenes.all, self._before_talks)

    def opening(self, seed: str) -> State:
        """Return the state in which the talks of a seed begin."""
        return self._opened(seed).settled()

    def played(self, seed: str, choosers: Sequence[Chooser]) -> tuple[State, int]:
        """Return how a whole play of a seed ends and how many decisions it took.

        No state in between is kept: one moment is led on from decision to decision. Each chooser
        is asked for its chair, must leave what it reads as it is, and keep nothing of it.
        """
        now = self._opened(seed)
        decisions = self.play_out(now, choosers)
        return now.settled(), decisions

    def play_out(self, now: Moment, choosers: Sequence[Chooser]) -> int:
        """Lead a moment on to the end of the talks; return how many decisions that took."""
        legal, after = self.choices.by_phase, self._course.by_phase
        decisions = 0
        while now.ended is None:
            phase = now.phase
            after[phase](now, choosers[now.seat](now, legal[phase](now)), None)
            decisions += 1
        return decisions

    def _opened(self, seed: str) -> Moment:
        now = Moment(self._before_talks)
        now.seed = seed
        self.seat(now, seed, None)
        return now

    def seat(self, now: Moment, seed: str, log: Log | None) -> None:
        """Let the men of a seed sit down, and open the first sitting."""
        now.men = self.men.of(seed)
        now.hope = (now.men[CLAIMANT].hope, now.men[HOST].hope)
        news_can_come = self.formulas.news_can_come(now)
        now.fortune = fortune(self.scenario, seed, news_can_come=news_can_come)
        now.ground_danger = self.formulas.ground_danger(now)
        self._course.open_sitting(now, log)

    def opened_on(self, day: date) -> Rules:
        """Return the same rules for talks that open on another day of the month's same number."""
        rules = copy(self)
        rules.first_day = day
        rules.worked_out = {}
        return rules

    def opened_after(self, before: State) -> Rules:
        """Return the same rules for talks before which things stand as in a state."""
        rules = copy(self)
        rules._before_talks = before
        rules.worked_out = {}
        return rules

    def decide(self, now: Moment, decision: Decision, log: Log | None) -> None:
        """Lead a moment on by a legal decision."""
        self._course.lead(now, decision, log)

    @property
    def before_talks(self) -> State:
        """What there is before the men of a seed sit down."""
        return self._before_talks

    @property
    def seats(self) -> tuple[str, ...]:
        """Everybody who decides in a play, by id."""
        return self.table.seats

    twists: tuple[str, ...] = ()
    """Only a campaign has any."""

    def twisted(self, twists: Sequence[str]) -> Rules:
        """Return the same rules: a scenario of one table has no twists."""
        return self

    def chair_of(self, seat: str) -> int:
        """Return the chair of a seat, by id; the claimant's for one that is at no table."""
        seats = self.table.seats
        return seats.index(seat) if seat in seats else CLAIMANT

    def at(self, state: Now) -> Rules:
        """Return the rules of the table that is sat at: these."""
        return self

    def seat_id(self, state: State) -> str:
        """Return who is to decide, by id."""
        return self.table.seats[state.seat]

    def formatted(self, decision: Decision, state: State) -> str:
        """Return the text form of a decision that is made in a state."""
        return formatted(decision, self.table)

    def parsed(self, text: str, state: State, *, papers: bool = False) -> Decision:
        """Return the decision that a line of text names in a state.

        With `papers` it may change those that lie there. Raises `WordsError`.
        """
        return parsed(text, self.table, state if papers else None)

    def seat_to_move(self, state: State) -> int:
        """Return who is to decide."""
        return state.seat

    def legal_decisions(self, state: State) -> Legal:
        """Return every legal decision in a fixed order, unlisted; empty when the talks are over.

        What it reads is also in the view of the seat to move.
        """
        return self.choices.of(state)

    def apply(self, state: State, decision: Decision) -> Turn:
        """Return what follows a decision, and what it brought about.

        Raises `IllegalDecisionError`, with a reason for the player, and changes nothing.
        """
        self.check(state, decision)
        log = Log()
        after = self._course.after(state, decision, log)
        return Turn(after, tuple(log.entries))

    def check(self, state: State, decision: Decision) -> None:
        """Raise `IllegalDecisionError`, with a reason for the player, for what is not legal."""
        legal = self.legal_decisions(state)
        if decision not in legal and not self._is_aside(state, decision):
            raise IllegalDecisionError(legal.why_not(decision))

    def follow(self, state: State, decision: Decision) -> State:
        """Return the state after a legal decision, without telling what happened.

        Legality is the caller's duty: searches and play-tests draw from `legal_decisions`.
        """
        return self._course.after(state, decision, None)

    def outcome(self, state: State) -> Outcome | None:
        """Return how the talks ended; `None` while they go on."""
        if state.ended is None:
            return None
        return Outcome.of(
            state,
            self.table,
            self.scenario.table.court,
            walks=(self.walk(CLAIMANT, state), self.walk(HOST, state)),
            walk_unmenaced=self.walk_unmenaced(state),
            crisis=self.crisis(state),
        )

    def seen_by(self, seat: int, state: State) -> View:
        """Return what a seat may see of a state."""
        return self._views.of(seat, state)

    def walk(self, seat: int, now: Now) -> int:
        """Return a seat's walk-away in hundredths; the common man's where the man is hidden."""
        return self.formulas.walk_of_man(seat, now)

    def walk_unmenaced(self, state: State) -> int:
        """Return what the host's walk-away would be had the claimant shown no guns."""
        return self.walk(HOST, state._replace(shown=0))

    def want(self, now: Now) -> int:
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
        mood = state.fortune.mood if state.fortune else 0
        return max(0, min(100, self._danger_to_capital(state) + mood))

    def _danger_to_capital(self, state: State) -> int:
        at = self._crisis
        return state.levels[at] if at >= 0 else self.scenario.table.court.crisis

    def _is_aside(self, state: State, decision: Decision) -> bool:
        if state.phase not in (Phase.SITTING, Phase.REPLY):
            return False
        if decision.verb == "forecast":
            if state.forecasts[state.seat] == state.sitting:
                raise IllegalDecisionError("your people have given their guess for this sitting")
            return True
        return decision.verb == "expect"
