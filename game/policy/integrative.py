"""The integrative negotiator: asks before he gives, answers, trades what is cheap to him, and helps
the man opposite to write home.

He sees his view only and keeps a belief about the man. Each sitting he weighs every act that
makes sense with every small step of his paper by what he expects to sign in the end. The
switches are the parts of the craft, so that each can be left out and its worth be measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.negotiation import Package
from game.policy.belief import Belief, Believer
from game.policy.craft import Craft
from game.policy.planning import UNANSWERED, Plan, held, unanswered
from game.policy.tastes import HARM, suits
from game.rules import Rules, terms
from game.rules.legal import Legal
from game.scenario.clauses import Effect, OfferChange
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Phase, Reply, State, View

WORTH_SIGNING = 300
"""Hundredths above his walk-away that a paper must promise him."""
ASKING_PAYS = 500
"""Hundredths that must still be to give on an issue before asking why is worth a sitting."""

CARES = {
    "trust": 3,
    "face": 2,
    "patience": 1,
    "credibility": 1,
    "hope": -6,
    "caution": -3,
    "coerced": -3,
    HARM: -1,
}
"""What he looks at in a scene, by track, by rule of thumb."""


class Integrative:
    """Plays the claimant."""

    def __init__(self, rules: Rules, craft: Craft | None = None) -> None:
        self.rules = rules
        self.table = rules.table
        self.craft = craft or Craft()
        self.believer = Believer(rules)
        self._acts = self.table.acts_of(CLAIMANT)
        self._press = [self._acts[kind].id for kind in self.craft.press if kind in self._acts]
        self._courtesy = self._acts.get(ActKind.COURTESY)

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return his decision."""
        state = view.state
        if state.phase == Phase.SCENE:
            return self._scene(state, legal)
        if state.phase == Phase.CALLED:
            return Decision("stay")
        if state.word is not None and state.reply == Reply.CONSULTS:
            return Decision("accept")
        waits = state.sitting <= self.craft.waits and not state.news
        if waits and self._courtesy is not None:
            return Decision("tactic", self._courtesy.id)
        him = self.believer.belief(state)
        if state.paper is None:
            return self._first(state, him)
        plan = Plan(self.rules, self.craft, state, him)
        goal = plan.goal()
        if (
            state.word is not None
            and plan.may_take(state.word)
            and self._takes(state, plan.prospect(state.word), goal.promise)
        ):
            return Decision("accept")
        now = goal.sittings == 0 and unanswered(state) < UNANSWERED
        paper = goal.paper if now else plan.step(goal)
        for act in self.agenda(state, him, goal.paper):
            decision = act._replace(paper=paper)
            if decision in legal:
                return decision
        return Decision("tactic", self.rules.choices.lay, (), paper or state.paper)

    def _takes(self, state: State, word: int, promise: int) -> bool:
        """Return whether his word is worth more than what is still to be hoped for."""
        if word <= self.rules.walk(CLAIMANT, state) + WORTH_SIGNING:
            return False
        return state.sitting >= self.table.sittings - 1 or (
            word + self.craft.patience + self.craft.hurry * state.sitting >= promise
        )

    def _first(self, state: State, him: Belief) -> Decision:
        """Open: a high paper that is still a bid leaves most to give."""
        act = self.rules.choices.lay
        if self.craft.courtesies and self._courtesy is not None:
            act = self._courtesy.id
        return Decision("tactic", act, (), self._opening(state, him))

    def _opening(self, state: State, him: Belief) -> Package:
        floor = self.rules.walk(HOST, state) - terms.RUIN + self.craft.margin
        man = state.men[CLAIMANT]
        ours = man.utility.worth if man is not None else self.table.utilities[CLAIMANT].worth
        fixed = held(self.rules, self.craft)
        paper = [fixed.get(i, row.index(max(row))) for i, row in enumerate(ours)]
        his = him.utility.worth
        while him.worth(tuple(paper)) < floor:
            gifts = [
                (100 * (his[i][o] - his[i][paper[i]]) // max(50, row[paper[i]] - row[o]), i, o)
                for i, row in enumerate(ours)
                if i not in fixed
                for o in range(len(row))
                if his[i][o] > his[i][paper[i]]
            ]
            if not gifts:
                break
            _, issue, option = max(gifts)
            paper[issue] = option
        return tuple(paper)

    def agenda(self, state: State, him: Belief, goal: Package) -> Iterator[Decision]:
        """Yield the acts he would like now, the dearest first."""
        craft, table, courtesy = self.craft, self.table, self._courtesy
        paper = state.paper or goal
        pressing = self._pressing(state)
        if pressing is not None:
            yield pressing
        if craft.tells and state.question >= 0:
            yield from self._do(ActKind.TELL, table.issues[state.question])
        opened = state.trust >= terms.OPEN or state.answered
        if courtesy is not None and not opened and craft.courtesies > state.used[courtesy.index]:
            yield Decision("tactic", courtesy.id)
        to_ask = self._issues_to_ask(state, him, paper)
        if len(state.asked) < craft.asks and opened and state.heard_need < 0 and to_ask:
            yield from self._do(ActKind.ASK, table.issues[to_ask[0]])
        if craft.memorial:
            for index in self._sentences(state, goal):
                yield from self._do(ActKind.MEMORIAL, table.memorial[index].id)
        if craft.argues and state.heard_ground >= 0 and state.heard_ground not in state.grounds:
            yield from self._do(ActKind.ARGUE, table.grounds[state.heard_ground].id)
        seeks_ground = craft.rather and craft.argues and opened and not state.grounds
        if seeks_ground and state.heard_ground < 0:
            yield from self._do(ActKind.RATHER, *self._pair(state))
        plain = opened or state.trust >= terms.PLAIN
        if len(state.asked) < craft.asks and to_ask and plain:
            room = (
                max(him.utility.worth[to_ask[0]]) - him.utility.worth[to_ask[0]][paper[to_ask[0]]]
            )
            if room >= ASKING_PAYS:
                yield from self._do(ActKind.ASK, table.issues[to_ask[0]])
        if craft.argues and len(state.grounds) < terms.GROUNDS_HEARD:
            for g, ground in enumerate(table.grounds):
                if g not in state.grounds and any(paper[i] in o for i, o in ground.borne_by):
                    yield from self._do(ActKind.ARGUE, ground.id)

    def _do(self, kind: ActKind, *about: str) -> Iterator[Decision]:
        """Yield the act of a kind, where the table has one for him."""
        if kind in self._acts:
            yield Decision("tactic", self._acts[kind].id, about)

    def _sentences(self, state: State, goal: Package) -> list[int]:
        """Return sentences still to be written, the one that helps most at the capital first."""
        memorial = self.table.memorial
        factions = self.table.factions
        fitting = [
            i
            for i, s in enumerate(memorial)
            if i not in state.memorial and goal[s.issue] in s.borne_by
        ]
        return sorted(
            fitting,
            key=lambda i: (
                memorial[i].price * 100
                + memorial[i].caution * 40
                - factions[memorial[i].faction].share * memorial[i].by // 4
            ),
        )

    def _pressing(self, state: State) -> Decision | None:
        if state.sitting < self.craft.press_from or state.pressure >= len(self._press):
            return None
        return Decision("tactic", self._press[state.pressure])

    def _issues_to_ask(self, state: State, him: Belief, paper: Package) -> list[int]:
        """Return the issues where most is to be given for least, at most three."""
        man = state.men[CLAIMANT]
        ours = man.utility.worth if man is not None else self.table.utilities[CLAIMANT].worth
        rows = him.utility.worth
        scored = []
        for i, row in enumerate(rows):
            if i in state.asked:
                continue
            room = max(row) - row[paper[i]]
            cost = ours[i][paper[i]] - ours[i][row.index(max(row))]
            scored.append((room - cost // 2, i))
        return [i for _, i in sorted(scored, reverse=True)[:3]]

    def _pair(self, state: State) -> tuple[str, ...]:
        """Return the two issues to compare, those not yet heard of first; one where all is one."""
        unknown = [i for i in range(len(self.table.issues)) if not state.learned[i]]
        first, second = sorted([*unknown, 0, 1][:2])
        if first == second:
            first, second = 0, 1
        return self.table.issues[first], *self.table.issues[second : second + 1]

    def _scene(self, state: State, legal: Legal) -> Decision:
        scene = self.rules.scenes.all[state.scene]
        may = [c for c in scene.choices if any(h.about[0] == c.id for h in legal.heads)]
        true = [c for c in may if not self._gives_up(c.effects)]
        best = max(true or may, key=lambda c: suits(self.rules.scenario, c.effects, CARES))
        return Decision("choose", scene.id, (best.id,))

    def _gives_up(self, effects: Iterable[Effect]) -> bool:
        """Return whether a scene would write something else where he insists."""
        insists = dict(self.craft.insists)
        return any(
            isinstance(e, OfferChange) and insists.get(e.issue, e.option) != e.option
            for e in effects
        )
