"""The integrative negotiator: asks before he gives, answers, trades what is cheap to him, and helps
the man opposite to write home.

He sees his view only and keeps a belief about the man. Each sitting he weighs every act that
makes sense with every small step of his paper by what he expects to sign in the end. The
switches are the parts of the craft, so that each can be left out and its worth be measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from game.negotiation import Package, value
from game.policy.belief import Belief, Believer
from game.policy.prospect import efficient, prospect
from game.policy.wearing import Wearing
from game.rules import Rules, court, mind, terms
from game.rules.legal import Legal
from game.state import CLAIMANT, HOST, Decision, Phase, Reply, State, View

WORTH_SIGNING = 300
"""Hundredths above his walk-away that a paper must promise him."""
WANTED = 1000
"""A gain as great as this is the one thing, or near it."""
ASKING_PAYS = 500
"""Hundredths that must still be to give on an issue before asking why is worth a sitting."""
MOST_AHEAD = 5
"""Sittings that he thinks ahead."""
PATIENCE_A_SITTING = 8
"""What a sitting costs of the other's patience, by guess."""


@dataclass(frozen=True, slots=True)
class Craft:
    """Which parts of the craft a claimant uses."""

    courtesies: int = 2
    asks: int = 4
    rather: bool = True
    tells: bool = True
    argues: bool = True
    memorial: bool = True
    reads_court: bool = True
    """Whether he asks himself what Beijing will make of a paper."""
    press: tuple[str, ...] = ()
    """Acts of pressure, in the order in which they come once a paper lies on the table."""
    press_from: int = 4
    """The first sitting for pressure."""
    patience: int = 100
    """Hundredths of lasting value that he lets go to be done at once."""
    hurry: int = 0
    """Further hundredths that each sitting seems to cost him."""
    exchange: int = 50
    """Hundredths of a point of ours that each point missing to him is expected to cost."""
    again: int = 100
    """Hundredths that another paper costs, where one is refused."""
    margin: int = 0
    """Hundredths above the line of ruin at which he opens."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A paper he hopes to sign so many sittings on, and what it promises by then."""

    paper: Package
    sittings: int
    promise: int


class Integrative:
    """Plays the claimant."""

    def __init__(self, rules: Rules, craft: Craft | None = None) -> None:
        self.rules = rules
        self.table = rules.table
        self.craft = craft or Craft()
        self.believer = Believer(rules)
        self._acts = {act.kind: act for act in self.table.acts if CLAIMANT in act.seats}

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return his decision."""
        state = view.state
        if state.phase == Phase.SCENE:
            return self._scene(state, legal)
        if state.phase == Phase.CALLED:
            return Decision("stay")
        if state.word is not None and state.reply == Reply.CONSULTS:
            return Decision("accept")
        him = self.believer.belief(state)
        if state.paper is None:
            return self._first(state, him)
        goal = self._goal(state, him)
        if state.word is not None and self._takes(state, goal):
            return Decision("accept")
        paper = goal.paper if goal.sittings == 0 else self._step(state, him, goal)
        for act in self._agenda(state, him, goal.paper):
            decision = act._replace(paper=paper)
            if decision in legal:
                return decision
        return Decision("tactic", self.rules.choices.lay, (), paper)

    def _takes(self, state: State, goal: Goal) -> bool:
        """Return whether his word is worth more than what he still hopes to sign."""
        if state.word is None:
            return False
        word = self._prospect(state, state.word, state.sitting)
        if word <= self.rules.walk(CLAIMANT, state) + WORTH_SIGNING:
            return False
        return state.sitting >= self.table.sittings - 1 or (
            word + self.craft.patience + self.craft.hurry * state.sitting >= goal.promise
        )

    def _first(self, state: State, him: Belief) -> Decision:
        """Open: a high paper that is still a bid leaves most to give."""
        act = "courtesy" if self.craft.courtesies else "lay"
        return Decision("tactic", self._acts[act].id, (), self._opening(state, him))

    def _opening(self, state: State, him: Belief) -> Package:
        floor = self.rules.walk(HOST, state) - terms.RUIN + self.craft.margin
        man = state.men[CLAIMANT]
        ours = man.utility.worth if man is not None else self.table.utilities[CLAIMANT].worth
        paper = [row.index(max(row)) for row in ours]
        his = him.utility.worth
        while him.worth(tuple(paper)) < floor:
            _, issue, option = max(
                (100 * (his[i][o] - his[i][paper[i]]) // max(50, row[paper[i]] - row[o]), i, o)
                for i, row in enumerate(ours)
                for o in range(len(row))
                if his[i][o] > his[i][paper[i]]
            )
            paper[issue] = option
        return tuple(paper)

    def _goal(self, state: State, him: Belief) -> Goal:
        """Return what to aim at: the best of signing now, or a better paper some sittings on.

        A paper that would fall short of what he wants costs half of what is missing, and a
        sitting more: so much must then be added.
        """
        papers = efficient(self.rules, state, him.utility, (-1, frozenset()))
        if state.word is not None:
            papers.append(state.word)
        craft = self.craft
        left = min(self.table.sittings - state.sitting, state.patience // PATIENCE_A_SITTING)
        felt = mind.felt(state, 100) - mind.mistrust(state)
        wearing = self._wearing(state)
        spare = self.rules.walk(CLAIMANT, state)
        if state.word is not None:
            spare = max(spare, self._prospect(state, state.word, state.sitting))
        best = Goal(state.paper or papers[-1], 0, -1_000_000)
        for paper in papers:
            if not self._keeps_faith(state, him, paper):
                continue
            promise = self._prospect(state, paper, state.sitting)
            if promise <= best.promise:
                continue
            worths = [(s, value(paper, s.man.utility) + felt) for s in him.suspects if s.likely]
            for ahead in range(max(0, min(left, MOST_AHEAD)) + 1):
                late = ahead * craft.hurry
                late += 100 * (max(0, state.sitting + ahead - court.SEASON) - max(0, state.sitting - court.SEASON))
                if promise - late <= best.promise:
                    break
                missing = refusing = never = total = 0
                for suspect, worth in worths:
                    total += suspect.likely
                    if not mind.meets_need(suspect.man, paper):
                        never += suspect.likely
                        continue
                    short = suspect.want - wearing.whole(suspect, paper, ahead + 1) - worth
                    if short > 0:
                        refusing += suspect.likely
                        missing += suspect.likely * short
                total = max(1, total)
                lost = (missing * craft.exchange // 100 + refusing * craft.again) // total
                expected = promise - late - lost - never * max(0, promise - spare) // total
                if expected > best.promise:
                    best = Goal(paper, ahead, expected)
        return best

    def _prospect(self, state: State, paper: Package, sitting: int) -> int:
        reads = self.craft.reads_court
        return prospect(self.rules, state, paper, sitting, reads_court=reads)

    def _wearing(self, state: State) -> Wearing:
        craft = self.craft
        return Wearing(
            self.table,
            state,
            self.rules.walk(HOST, state),
            argues=craft.argues,
            memorial=craft.memorial,
        )

    def _step(self, state: State, him: Belief, goal: Goal) -> Package | None:
        """Return the paper on the way to the goal that earns most for what it gives.

        `None` when it is better to give nothing yet: what is given before the paper holds the
        one thing is given in vain.
        """
        felt = mind.felt(state, 100) - mind.mistrust(state)
        wearing = self._wearing(state)
        ahead = max(2, goal.sittings + 1)
        final = self._prospect(state, goal.paper, state.sitting)
        spare = self.rules.walk(CLAIMANT, state)
        best: tuple[int, Package | None] = (-1_000_000, goal.paper)
        for step in self._steps(state, him, goal.paper):
            taken = 0 if step is None else self._prospect(state, step, state.sitting)
            total = gained = 0
            for s in him.suspects:
                if not s.likely:
                    continue
                total += s.likely
                here, whole = wearing.by_way_of(s, step, goal.paper, ahead)
                utility = s.man.utility
                if (
                    step is not None
                    and mind.meets_need(s.man, step)
                    and value(step, utility) + felt >= s.want - here
                ):
                    gained += s.likely * taken
                elif not mind.meets_need(s.man, goal.paper):
                    gained += s.likely * min(final, spare)
                else:
                    short = max(0, s.want - whole - value(goal.paper, utility) - felt)
                    gained += s.likely * (final - short * self.craft.exchange // 100)
            scored = (gained // max(1, total), step)
            if scored[0] > best[0]:
                best = scored
        return best[1]

    def _steps(self, state: State, him: Belief, goal: Package) -> Iterator[Package | None]:
        """Yield the papers that lie between the last one and the goal, and none."""
        paper = state.paper
        if state.reply != Reply.REFUSES:
            yield None
        if paper is None or paper == goal:
            return
        ours = self._ours(state)
        ways = []
        for i, (here, there) in enumerate(zip(paper, goal, strict=True)):
            if here == there:
                continue
            low, high = sorted((ours[i][here], ours[i][there]))
            between = [o for o, v in enumerate(ours[i]) if low <= v <= high and o != here]
            ways.append([(i, o) for o in dict.fromkeys([there, *between])])
        for many in (1, 2):
            for some in combinations(ways, many):
                for picked in product(*some):
                    step = list(paper)
                    for i, o in picked:
                        step[i] = o
                    if self._keeps_faith(state, him, tuple(step)):
                        yield tuple(step)

    def _keeps_faith(self, state: State, him: Belief, step: Package) -> bool:
        """Return whether a paper takes nothing back, on the whole, as far as one can tell."""
        last = state.paper
        return last is None or him.worth(step) >= him.worth(last)

    def _ours(self, state: State) -> tuple[tuple[int, ...], ...]:
        man = state.men[CLAIMANT]
        return man.utility.worth if man is not None else self.table.utilities[CLAIMANT].worth

    def _agenda(self, state: State, him: Belief, goal: Package) -> Iterator[Decision]:
        """Yield the acts he would like now, the dearest first."""
        craft, table, acts = self.craft, self.table, self._acts
        paper = state.paper or goal
        pressing = self._pressing(state)
        if pressing is not None:
            yield pressing
        if craft.tells and state.question >= 0:
            yield Decision("tactic", acts["tell"].id, (table.issues[state.question],))
        opened = state.trust >= terms.OPEN or state.answered
        if not opened and craft.courtesies > state.used[acts["courtesy"].index]:
            yield Decision("tactic", acts["courtesy"].id)
        to_ask = self._issues_to_ask(state, him, paper)
        if len(state.asked) < craft.asks and opened and state.heard_need < 0 and to_ask:
            yield Decision("tactic", acts["ask"].id, (table.issues[to_ask[0]],))
        if craft.argues and state.heard_ground >= 0 and state.heard_ground not in state.grounds:
            yield Decision("tactic", acts["argue"].id, (table.grounds[state.heard_ground].id,))
        if craft.rather and opened and state.heard_ground < 0 and not state.grounds:
            yield Decision("tactic", acts["rather"].id, self._pair(state))
        plain = opened or state.trust >= terms.PLAIN
        if len(state.asked) < craft.asks and to_ask and plain:
            room = (
                max(him.utility.worth[to_ask[0]]) - him.utility.worth[to_ask[0]][paper[to_ask[0]]]
            )
            if room >= ASKING_PAYS:
                yield Decision("tactic", acts["ask"].id, (table.issues[to_ask[0]],))
        if craft.memorial:
            for index in self._sentences(state, goal):
                yield Decision("tactic", acts["memorial"].id, (table.memorial[index].id,))
        if craft.argues and len(state.grounds) < terms.GROUNDS_HEARD:
            for g, ground in enumerate(table.grounds):
                if g not in state.grounds and any(paper[i] in o for i, o in ground.borne_by):
                    yield Decision("tactic", acts["argue"].id, (ground.id,))

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
        craft = self.craft
        if state.sitting < craft.press_from or state.pressure >= len(craft.press):
            return None
        return Decision("tactic", craft.press[state.pressure])

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

    def _pair(self, state: State) -> tuple[str, str]:
        unknown = [i for i in range(len(self.table.issues)) if not state.learned[i]]
        first, second = sorted([*unknown, 0, 1][:2])
        if first == second:
            first, second = 0, 1
        return self.table.issues[first], self.table.issues[second]

    def _scene(self, state: State, legal: Legal) -> Decision:
        scene = self.rules.scenes.all[state.scene]
        best = max(
            (c for c in scene.choices if any(h.about[0] == c.id for h in legal.heads)),
            key=lambda c: sum(_liking(e) for e in c.effects),
        )
        return Decision("choose", scene.id, (best.id,))


def _liking(effect: object) -> int:
    """Return how an integrative claimant likes an effect of a choice, by rule of thumb."""
    track, by = getattr(effect, "track", ""), getattr(effect, "by", 0)
    likes = {
        "trust": 3,
        "face": 2,
        "patience": 1,
        "credibility": 1,
        "hope": -6,
        "caution": -3,
        "coerced": -3,
        "toll": -1,
    }
    return likes.get(track, 0) * int(by)
