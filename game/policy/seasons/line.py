"""Who does in the seasons what was done: the documented line, as far as it stays legal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.errors import AmurError, WordsError
from game.negotiation import Package
from game.policy.protocol import Policy
from game.rules.lasting import once_by_rules
from game.rules.legal import Legal
from game.rules.men import HISTORY
from game.rules.seasons import CampaignRules
from game.rules.seasons.orders import STAND
from game.state import CLAIMANT, Decision, Phase, Reply, State, View


class Sat(NamedTuple):
    """What was decided in one sitting, and what lay on the table then."""

    words: str
    paper: Package | None
    reply: Reply | None
    word: Package | None


class Documented(NamedTuple):
    """The documented line, by where each decision of it belongs."""

    orders: Mapping[int, tuple[Decision, ...]]
    """What was decided in each season beside its scenes, in order."""
    choices: Mapping[str, str]
    """How each scene was answered."""
    tables: Mapping[int, tuple[Sat, ...]]
    """What was decided in each sitting of a table, by the table's index."""


class Annalist:
    """Follows the documented line; where it is not open, decides as somebody else would.

    So he does at a table, too, once its host no longer answers as he did then: what was said to
    one man has no meaning for another.
    """

    def __init__(self, rules: CampaignRules, otherwise: Policy) -> None:
        self._rules = rules
        self._line = documented(rules)
        self._otherwise = otherwise
        self._actions = rules.scenario.seasons.actions

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return what was decided then, as far as it can be decided now."""
        state = view.state
        if state.phase == Phase.SCENE:
            taken: Decision | None = self._answer(state, legal)
        else:
            taken = self._sat(state) if state.at else self._order(state)
        if taken is not None and taken in legal:
            return taken
        return self._otherwise.choose(view, legal)

    def _order(self, state: State) -> Decision | None:
        done = self._actions - state.left
        orders = self._line.orders.get(state.turn, ())
        return orders[done] if done < len(orders) else None

    def _answer(self, state: State, legal: Legal) -> Decision:
        scene = legal.heads[0].name
        choices = self._rules.scenario.events[scene].choices
        known = next((id for id, choice in choices.items() if choice.history), "")
        return Decision("choose", scene, (self._line.choices.get(scene, known),))

    def _sat(self, state: State) -> Decision | None:
        """Return what was decided in this sitting of this table."""
        sittings = self._line.tables.get(state.at - 1, ())
        if not 0 < state.sitting <= len(sittings):
            return None
        then = sittings[state.sitting - 1]
        if (state.paper, state.reply, state.word) != then[1:]:
            return None
        try:
            return self._rules.parsed(then.words, state)
        except WordsError:
            return None


@once_by_rules
def documented(rules: CampaignRules) -> Documented:
    """Return the documented line of a campaign, as far as it can still be played."""
    whole = rules if rules.start is None and not rules.twists else CampaignRules(rules.scenario)
    orders: defaultdict[int, list[Decision]] = defaultdict(list)
    choices: dict[str, str] = {}
    tables: defaultdict[int, list[Sat]] = defaultdict(list)
    state = whole.opening(HISTORY)
    for _, words in rules.scenario.history:
        try:
            decision = whole.parsed(words, state)
            whole.check(state, decision)
        except AmurError:
            break
        if decision.verb == "choose":
            choices[decision.name] = decision.about[0]
        elif state.at:
            if state.seat == CLAIMANT and state.phase == Phase.SITTING:
                tables[state.at - 1].append(Sat(words, state.paper, state.reply, state.word))
        else:
            orders[state.turn] += _each(whole, decision, state.left)
        state = whole.follow(state, decision)
    return Documented(
        {turn: tuple(found) for turn, found in orders.items()},
        choices,
        {table: tuple(found) for table, found in tables.items()},
    )


def _each(rules: CampaignRules, decision: Decision, left: int) -> Sequence[Decision]:
    """Return a decision for each action that it takes: to stand takes all that are left."""
    return [decision] * left if decision.verb == STAND else [decision]
