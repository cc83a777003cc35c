"""`CampaignRules`: the questions of `Rules`, asked of a campaign of seasons and several tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from game.errors import IllegalDecisionError, WordsError
from game.rules.engine import Chooser, Rules, Within
from game.rules.formulas import Getter, Now
from game.rules.legal import Legal
from game.rules.moment import Log, Moment
from game.rules.seasons.beginning import NOTHING, before_play
from game.rules.seasons.course import SeasonCourse
from game.rules.seasons.deeds import SeasonEffects, levels_of
from game.rules.seasons.hearsay import bents, rumoured
from game.rules.seasons.names import TWIST, SeasonNames, order_places
from game.rules.seasons.orders import Orders
from game.rules.seasons.questions import Questions
from game.rules.seasons.scenes import SeasonScenes
from game.rules.seasons.season_words import SeasonWords
from game.rules.seasons.talks import SHARED, Talks
from game.rules.seasons.views import SeasonViews
from game.scenario import Expression
from game.scenario.campaign_model import Campaign
from game.scenario.compiled import compile_expression
from game.scenario.may import calendar_of
from game.state import CLAIMANT, HOST, Deal, Decision, Ended, Phase, State, Turn, View

SCENE = Phase.SCENE


class CampaignOutcome(NamedTuple):
    """How a campaign ended: what came of each table, and where the tracks stand."""

    ended: Ended
    deals: tuple[Deal, ...]
    """In the order in which the talks were held."""
    levels: tuple[int, ...]
    """Of the author's own tracks, in the scenario's order."""


class CampaignRules:
    """Answers for one campaign, begun at one of its starts, with some of its twists."""

    def __init__(
        self, scenario: Campaign, start: str | None = None, twists: Sequence[str] = ()
    ) -> None:
        self.scenario = scenario
        self.start = start
        self.twists = tuple(id for id in scenario.twists if id in twists)
        seasons = scenario.seasons
        self.places = order_places(scenario)
        """The place of every order there can be."""
        past = frozenset(scenario.starts[start].past) if start is not None else frozenset()
        self.names = SeasonNames(scenario, self.places, past)
        self.seasons = tuple(seasons.from_.later(at) for at in range(-1, seasons.count))
        """Each season by its turn; at 0 stands the one before the first."""
        twisted = {f"{TWIST}.{id}": 100 * (id in self.twists) for id in scenario.twists}
        calendars = [
            {**calendar_of(turn, season), **twisted} for turn, season in enumerate(self.seasons)
        ]
        self.levels = levels_of(scenario)
        self._before = before_play(scenario, start, self.twists, len(self.places))
        self.questions = Questions(self.resolve, self.names, self.levels)
        self.condition, asked = self.questions.whole, self.questions.asked
        self.effects = SeasonEffects(scenario, self.levels, self.condition, past)
        within = Within(self.names, self.effects.deed, self._before.levels)
        self.scenes = SeasonScenes(scenario, self.condition, asked, self.effects, calendars)
        self.talks = tuple(
            Talks(scenario, at, within, self.condition, self.number, self.effects)
            for at in range(len(scenario.tables))
        )
        self.orders = Orders(
            scenario,
            self.places,
            [
                (t.head, t.when, t.where)
                for t in self.talks
                if t.when is not None and t.id not in past
            ],
            self.questions,
            self.number,
            self.effects,
            calendars,
        )
        self.course = SeasonCourse(
            scenario,
            self.seasons,
            calendars,
            self.questions,
            self.effects,
            self.scenes,
            self.orders,
            self.talks,
        )
        self.words = SeasonWords(scenario, self.orders)
        self._views = SeasonViews(scenario, self.levels, self._before.levels)
        self._rumoured = len(rumoured(scenario, self.levels))
        self._blank = {
            name: value for name, value in NOTHING.__dict__.items() if name not in SHARED
        }
        self.worked_out: dict[Callable[[CampaignRules], object], object] = {}
        """What was worked out once by these rules, by what did it."""

    # What there is.

    @property
    def seats(self) -> tuple[str, ...]:
        """Everybody who decides in a play, by id: first whoever decides in the seasons."""
        tables = self.scenario.tables.values()
        chairs = [chair for table in tables for chair in (table.claimant, table.host)]
        return tuple(dict.fromkeys([self.scenario.seasons.seat, *chairs]))

    @property
    def first_turn(self) -> int:
        """The season in which a play begins, counted from the campaign's first, which is 1."""
        return self._before.turn + 1

    def twisted(self, twists: Sequence[str]) -> CampaignRules:
        """Return the rules of the same campaign with some of its twists."""
        if set(twists) == set(self.twists):
            return self
        return CampaignRules(self.scenario, self.start, twists)

    def chair_of(self, seat: str) -> int:
        """Return the chair of a seat at whichever table it is, by id."""
        hosts = {table.host for table in self.scenario.tables.values()}
        return HOST if seat in hosts else CLAIMANT

    def opening(self, seed: str) -> State:
        """Return the state in which the first season of a seed begins."""
        return self._opened(seed).settled()

    def played(self, seed: str, choosers: Sequence[Chooser]) -> tuple[State, int]:
        """Return how a whole play of a seed ends and how many decisions it took."""
        now = self._opened(seed)
        now.notes, now.lived = set(now.notes), set(now.lived)  # they grow where they are
        course, choose, talks = self.course, choosers[CLAIMANT], self.talks
        decisions = 0
        while now.ended is None:
            if now.at:
                decisions += talks[now.at - 1].rules.play_out(now, choosers)
                self._close(now, None)
                continue
            decisions += 1
            if now.phase == SCENE:
                course.chosen(now, choose(now, self.scenes.legal(now)), None)
            else:
                course.ordered(now, choose(now, self.orders.legal(now)), None)
        now.notes, now.lived = frozenset(now.notes), frozenset(now.lived)
        return now.settled(), decisions

    def at(self, state: Now) -> Rules:
        """Return the rules of the table that is sat at.

        Raises `LookupError` in a season.
        """
        if not state.at:
            raise LookupError("nobody sits at a table in a season")
        return self.talks[state.at - 1].rules_in(self.seasons[state.turn])

    def seat_to_move(self, state: State) -> int:
        """Return who is to decide: whose chair it is at a table, the claimant's in a season."""
        return state.seat

    def seat_id(self, state: State) -> str:
        """Return who is to decide, by id."""
        if state.at:
            return self.talks[state.at - 1].rules.table.seats[state.seat]
        return self.scenario.seasons.seat

    def legal_decisions(self, state: State) -> Legal:
        """Return every legal decision in a fixed order, unlisted; empty when the play is over."""
        return self._legal(state)

    def apply(self, state: State, decision: Decision) -> Turn:
        """Return what follows a decision, and what it brought about.

        Raises `IllegalDecisionError`, with a reason for the player, and changes nothing.
        """
        self.check(state, decision)
        log = Log()
        now = Moment(state)
        self._lead(now, decision, log)
        return Turn(now.settled(), tuple(log.entries))

    def follow(self, state: State, decision: Decision) -> State:
        """Return the state after a legal decision, without telling what happened."""
        now = Moment(state)
        self._lead(now, decision, None)
        return now.settled()

    def check(self, state: State, decision: Decision) -> None:
        """Raise `IllegalDecisionError`, with a reason for the player, for what is not legal."""
        if state.at:
            self.at(state).check(state, decision)
            return
        legal = self._legal(state)
        if decision in legal:
            return
        if decision.verb == "act":
            for feat, why in self.orders.refused(state):
                if feat.head.alone == decision:
                    raise IllegalDecisionError(why)
        raise IllegalDecisionError(legal.why_not(decision))

    def outcome(self, state: State) -> CampaignOutcome | None:
        """Return how the campaign ended; `None` while it goes on."""
        if state.ended is None or state.at:
            return None
        return CampaignOutcome(state.ended, state.deals, state.levels)

    def seen_by(self, seat: int, state: State) -> View:
        """Return what a seat may see of a state."""
        if state.at:
            return self._views.at_table(self.at(state).seen_by(seat, state))
        return self._views.in_season(state)

    def closed(self, before: State, decision: Decision) -> State:
        """Return how a table stood when a decision at it ended the talks."""
        return self.at(before).follow(before, decision)

    # Words.

    def formatted(self, decision: Decision, state: State) -> str:
        """Return the text form of a decision that is made in a state."""
        if state.at:
            return self.at(state).formatted(decision, state)
        return self.words.formatted(decision)

    def parsed(self, text: str, state: State, *, papers: bool = False) -> Decision:
        """Return the decision that a line of text names in a state; raises `WordsError`."""
        if state.at:
            return self.at(state).parsed(text, state, papers=papers)
        if state.ended is not None:
            raise WordsError("the play is over")
        return self.words.parsed(text)

    # What an author's expressions mean here.

    def number(self, expression: Expression) -> Callable[[Now], int]:
        """Return a formula as a function of a state, in hundredths."""
        return cast("Callable[[Now], int]", compile_expression(expression, self.resolve))

    def resolve(self, name: str) -> Getter:
        """Return what a name of the seasons reads from a state.

        Raises `KeyError` for a name that there is not.
        """
        if (getter := self.names(name)) is not None:
            return getter
        if name == "ended":
            return lambda now: now.ended or ""
        at = self.levels[name]
        return lambda now: 100 * now.levels[at]

    # How it is done.

    def _legal(self, now: Now) -> Legal:
        if now.at:
            return self.talks[now.at - 1].rules.choices.of(now)
        if now.ended is not None:
            return Legal(())
        if now.phase == SCENE:
            return self.scenes.legal(now)
        return self.orders.legal(now)

    def _lead(self, now: Moment, decision: Decision, log: Log | None) -> None:
        if not now.at:
            self.course.after(now, decision, log)
            return
        self.talks[now.at - 1].rules.decide(now, decision, log)
        if now.ended is not None:
            self._close(now, log)

    def _close(self, now: Moment, log: Log | None) -> None:
        """Leave a table whose talks are over, and go on in the season."""
        self.talks[now.at - 1].close(now, self._blank, log)
        self.course.go_on(now, log)

    def _opened(self, seed: str) -> Moment:
        now = Moment(self._before)
        now.seed, now.bents = seed, bents(self._rumoured, seed)
        self.course.open_season(now, None)
        self.course.go_on(now, None)
        return now
