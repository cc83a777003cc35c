"""Who does in the seasons what was done: the documented line, as far as it stays legal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.errors import AmurError
from game.policy.historical import Historical
from game.policy.protocol import Policy
from game.rules.lasting import once_by_rules
from game.rules.legal import Legal
from game.rules.men import HISTORY
from game.rules.seasons import CampaignRules
from game.rules.seasons.orders import STAND
from game.state import Decision, Phase, View

Words = tuple[str, str]
"""A seat, and the words of what it decided."""


class Documented(NamedTuple):
    """The documented line, by where each decision of it belongs."""

    orders: Mapping[int, tuple[Decision, ...]]
    """What was decided in each season beside its scenes, in order."""
    choices: Mapping[str, str]
    """How each scene of the seasons was answered."""
    tables: Mapping[int, tuple[Words, ...]]
    """What was decided at each table, by its index."""


class Annalist:
    """Follows the documented line; where it is not open, decides as somebody else would."""

    def __init__(self, rules: CampaignRules, otherwise: Policy) -> None:
        self._rules = rules
        self._line = documented(rules)
        self._otherwise = otherwise
        self._actions = rules.scenario.seasons.actions
        self._seated: dict[int, Policy] = {}

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return what was decided then, as far as it can be decided now."""
        state = view.state
        if state.at:
            return self._at_table(view, legal)
        taken = self._answer(view) if state.phase == Phase.SCENE else self._order(view)
        if taken is not None and taken in legal:
            return taken
        return self._otherwise.choose(view, legal)

    def _order(self, view: View) -> Decision | None:
        done = self._actions - view.state.left
        orders = self._line.orders.get(view.state.turn, ())
        return orders[done] if done < len(orders) else None

    def _answer(self, view: View) -> Decision:
        scene = self._rules.scenes.all[view.state.scene].id
        choices = self._rules.scenario.events[scene].choices
        known = next((id for id, choice in choices.items() if choice.history), "")
        return Decision("choose", scene, (self._line.choices.get(scene, known),))

    def _at_table(self, view: View, legal: Legal) -> Decision:
        """Decide as it was decided at this table; as somebody else where nothing is kept of it."""
        state = view.state
        words = self._line.tables.get(state.at - 1, ())
        if not words:
            return self._otherwise.choose(view, legal)
        held = len(state.deals)
        if held not in self._seated:
            self._seated = {held: Historical(self._rules.at(state), words)}
        return self._seated[held].choose(view, legal)


@once_by_rules
def documented(rules: CampaignRules) -> Documented:
    """Return the documented line of a campaign, as far as it can still be played."""
    whole = rules if rules.start is None and not rules.twists else CampaignRules(rules.scenario)
    orders: defaultdict[int, list[Decision]] = defaultdict(list)
    choices: dict[str, str] = {}
    tables: defaultdict[int, list[Words]] = defaultdict(list)
    state = whole.opening(HISTORY)
    for seat, words in rules.scenario.history:
        try:
            decision = whole.parsed(words, state)
            whole.check(state, decision)
        except AmurError:
            break
        if state.at:
            tables[state.at - 1].append((seat, words))
        elif decision.verb == "choose":
            choices[decision.name] = decision.about[0]
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
