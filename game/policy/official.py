"""The official: whoever sits in the host's chair and is not a person.

He signs what holds the one thing he needs and is worth his walk-away and his hope; else he gives
a word of his own: the text, within three terms of the paper before him, that reaches what he
wants at the least trouble to the other side, as far as he can tell. He supposes that what is dear
to him is dear to the claimant, until the claimant's papers or his own mouth tell him otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product

from game.negotiation import Package
from game.negotiation.value import together
from game.policy.tastes import HARM, suits
from game.rules import Rules, mind, terms
from game.rules.legal import Legal
from game.rules.mind import Now
from game.rules.table import Table
from game.scenario.people_model import Habit
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, HOST, Decision, Man, State, View

Edit = tuple[int, int, int, int]
"""(gain to him, cost to the claimant as he reckons it, issue, option)."""
GAVE_EASILY, HELD_FAST = 60, 140
"""Per cent of the supposed weight of an issue where the claimant gave, and where he never did."""
PAPERS_TO_JUDGE = 3
DIGNITY = 40
"""Face below which he can no longer afford to beg."""

Hopes = Callable[[State, Table], int]
"""What a host still holds out for above his walk-away, in hundredths; it reads his own view."""


class Official:
    """Plays the host for one set of rules; holds no state of its own."""

    def __init__(
        self, rules: Rules, hopes: Hopes = mind.host_hope, *, pleads: bool = False
    ) -> None:
        """With `pleads` he begs once, when he has been threatened or half of the days are gone."""
        self.rules = rules
        self.table = rules.table
        self._hopes = hopes
        self._pleads = pleads
        self._acts = {kind: act.id for kind, act in self.table.acts_of(HOST).items()}

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return his decision; `legal` is what the rules allow him now."""
        state = view.state
        if state.scene >= 0:
            return self._scene(state, legal)
        man = state.men[HOST]
        if man is None:
            raise ValueError("an official must be himself")
        if state.patience <= 0 and not state.kept:
            return Decision("break-off")
        if state.paper is None:
            return self._initiative(state, man, None) or Decision("listen")
        if state.face < terms.ILL and not state.kept:
            return Decision("fall-ill")
        hope = self._hopes(state, self.table)
        want = self.rules.walk(HOST, state) + hope
        worth = mind.host_worth(state, self.table, state.paper)
        if state.kept or (worth >= want and mind.meets_need(man, state.paper)):
            accept = Decision("accept")
            return accept if accept in legal else Decision("consult")
        if worth < want - hope - terms.RUIN:
            return Decision("refuse")
        if state.wager == terms.LAST_WORD and (
            want - worth > terms.WAGER or not mind.meets_need(man, state.paper)
        ):
            return Decision("refuse")
        word = self.counter(state, man, want) if ActKind.LAY in self._acts else None
        if word is None:
            return Decision("refuse")
        unasked = self._initiative(state, man, word)
        return unasked or Decision("tactic", self._acts[ActKind.LAY], (), word)

    def counter(self, state: Now, man: Man, want: int) -> Package | None:
        """Return the word he gives on the paper before him; `None` when nothing near it will do.

        Never asks more than he said before unless he was provoked, nor where the claimant has just
        given, but for the one thing he needs; gives only what the claimant once asked for and his
        court will bear.
        """
        base = state.paper
        if base is None:
            return None
        # His own word has no foreign hand on it.
        short = want - mind.host_worth(state, self.table, base) - mind.mistrust(state)
        rows = man.utility.worth
        edits = self._edits(state, man, base)
        forced: tuple[Edit | None, ...] = (None,)
        if not mind.meets_need(man, base):
            at = man.need_issue
            forced = tuple(
                (rows[at][o] - rows[at][base[at]], self.cost(state, man, at, base[at], o), at, o)
                for o in self._will_do(state, man, base)
            )
        elif short <= 0:
            return None
        best: tuple[int, int] | None = None
        chosen: tuple[Edit, ...] = ()
        joined = self.table.joined
        joints = man.utility.joints
        base_joint = together(base, joints)
        for first in forced:
            taken = () if first is None else (first,)
            open_edits = [row for row in edits if not taken or row[0][2] != taken[0][2]]
            for more in range(0 if taken else 1, terms.EDITS + 1 - len(taken)):
                if best is not None and best[0] <= terms.TROUBLE * (more + len(taken)):
                    break
                for rows_of in combinations(open_edits, more):
                    if (
                        sum([row[0][0] for row in rows_of]) + sum([e[0] for e in taken]) + 800
                        < short
                    ):
                        continue
                    for picked in product(*rows_of):
                        combo = taken + picked
                        gain = cost = 0
                        touches = False
                        for edit_gain, edit_cost, issue, _ in combo:
                            gain += edit_gain
                            cost += edit_cost
                            touches |= issue in joined
                        if cost < 0:
                            continue
                        if touches:
                            gain += together(_edited(base, combo), joints) - base_joint
                        if gain >= short:
                            key = (cost + terms.TROUBLE * len(combo), gain)
                            if best is None or key < best:
                                best, chosen = key, combo
        return None if best is None else _edited(base, chosen)

    def _will_do(self, state: Now, man: Man, base: Package) -> list[int]:
        """Return what he can ask of the one thing he needs: no more than he said, if unprovoked."""
        at, allowed = man.need_issue, sorted(man.need_allows)
        said = None if state.provoked else state.said
        if said is None or said[at] not in man.need_allows:
            return allowed
        row = man.utility.worth[at]
        return [option for option in allowed if row[option] <= max(row[said[at]], row[base[at]])]

    def _edits(self, state: Now, man: Man, base: Package) -> list[list[Edit]]:
        """Return for each issue the terms he might ask or give, dearest gain first."""
        table, rows = self.table, man.utility.worth
        said = None if state.provoked else state.said
        before = state.previous
        edits = []
        for issue, row in enumerate(rows):
            here = base[issue]
            if (
                before is not None
                and row[here] > row[before[issue]]
                and table.rank[issue][here] < table.rank[issue][before[issue]]
            ):
                continue
            most = None if said is None else max(row[said[issue]], row[here])
            land, rite = table.land[issue], table.rite[issue]
            options: list[Edit] = []
            for option, worth in enumerate(row):
                if option == here:
                    continue
                if issue == man.need_issue and option not in man.need_allows:
                    continue
                gain = worth - row[here]
                if gain > 0:
                    if most is None or worth <= most:
                        cost = self.cost(state, man, issue, here, option)
                        options.append((gain, cost, issue, option))
                elif (
                    state.wanted[issue] >> option & 1
                    and table.rank[issue][option] > table.rank[issue][here]
                    and not table.cession[issue][option]
                    and land[here] + rite[here] - land[option] - rite[option] <= terms.BEARABLE
                ):
                    cost = self.cost(state, man, issue, here, option)
                    options.append((gain, cost, issue, option))
            if options:
                if issue not in table.joined:
                    options = [
                        e
                        for e in options
                        if not any(f[0] >= e[0] and f[1] <= e[1] and f != e for f in options)
                    ]
                options.sort(reverse=True)
                edits.append(options)
        return edits

    def cost(self, state: Now, man: Man, issue: int, here: int, option: int) -> int:
        """Return what a change costs the claimant, as he reckons it, in hundredths."""
        rank = self.table.rank[issue]
        steps = rank[here] - rank[option]
        if not steps:
            return 0
        row = man.utility.worth[issue]
        if issue in state.told:
            known = self.table.utilities[CLAIMANT].worth[issue]
            return known[here] - known[option]
        supposed = max(row) - min(row)
        if issue in state.gave:
            supposed = supposed * GAVE_EASILY // 100
        elif state.papers >= PAPERS_TO_JUDGE:
            supposed = supposed * HELD_FAST // 100
        return supposed * steps // max(rank)

    def _initiative(self, state: State, man: Man, word: Package | None) -> Decision | None:
        """Return what he does unasked, by temperament; his word, if he has one, goes along."""
        if state.wager == terms.LAST_WORD:
            return None
        habit = self.table.tempers[HOST][man.temper].habit
        issues, acts = self.table.issues, self._acts
        to_ask = state.sitting == (2 if habit == Habit.ASKS else man.pace) and state.question < 0
        untold = self._untold(state, man)
        if to_ask and untold is not None and ActKind.ASK in acts:
            return Decision("tactic", acts[ActKind.ASK], (issues[untold],), word)
        if habit == Habit.STALLS and state.sitting == man.pace - 1 and ActKind.STALL in acts:
            return Decision("tactic", acts[ActKind.STALL], (), word)
        if habit == Habit.OPENS and state.sitting in (1, 2) and ActKind.TELL in acts:
            dearest = sorted(range(len(issues)), key=lambda i: (-man.weights[i], i))[:2]
            return Decision(
                "tactic", acts[ActKind.TELL], (issues[dearest[state.sitting - 1]],), word
            )
        if word is not None and self._may_plead(state):
            return Decision("tactic", acts[ActKind.PLEAD], (), word)
        return None

    def _may_plead(self, state: State) -> bool:
        is_time = state.pressure > 0 or 2 * state.sitting >= self.table.sittings
        can = self._pleads and ActKind.PLEAD in self._acts and not state.pleaded
        return can and is_time and state.face >= DIGNITY

    def _untold(self, state: State, man: Man) -> int | None:
        """Return the issue that he asks about: his own question, or the next not told of."""
        count = len(self.table.issues)
        after = ((man.question + more) % count for more in range(count))
        return next((issue for issue in after if issue not in state.told), None)

    def _scene(self, state: State, legal: Legal) -> Decision:
        """Return a choice in character; what he cares for least decides between equals."""
        man = state.men[HOST]
        scene = self.rules.scenes.all[state.scene]
        habit = self.table.tempers[HOST][man.temper].habit if man is not None else ""
        cares = CARES.get(habit, CARES[""])
        open_to_him = {head.about[0] for head in legal.heads}
        best = max(
            (choice for choice in scene.choices if choice.id in open_to_him),
            key=lambda choice: suits(self.rules.scenario, choice.effects, cares),
        )
        return Decision("choose", scene.id, (best.id,))


CARES: dict[str, dict[str, int]] = {
    "": {"face": 1, "trust": 1, "danger": -2},
    Habit.ASKS: {"danger": -4, "trust": 2, "face": 2, HARM: -1},
    Habit.STALLS: {"face": 3, "patience": 1, "trust": -1},
    Habit.OPENS: {"patience": 3, "face": 2, "danger": -1, "credibility": -1},
}
"""What a man of each habit looks at in a scene, by track."""


def _edited(base: Package, edits: tuple[Edit, ...]) -> Package:
    paper = list(base)
    for _, _, issue, option in edits:
        paper[issue] = option
    return tuple(paper)
