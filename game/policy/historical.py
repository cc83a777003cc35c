"""The claimant of history: the decisions really taken, against whoever sits there now."""

from __future__ import annotations

from game.errors import WordsError
from game.rules import Rules, parsed
from game.rules.legal import Legal
from game.state import CLAIMANT, Decision, Phase, Reply, State, View


class Historical:
    """Follows the documented line by sittings and scenes; where it is not open, what is nearest."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        seat = rules.table.seats[CLAIMANT]
        own = [words for taker, words in rules.scenario.history if taker == seat]
        self._scenes = {w.split()[1]: w.split()[2] for w in own if w.startswith("choose ")}
        self._sittings = [words for words in own if not words.startswith("choose ")]

    def choose(self, view: View, legal: Legal) -> Decision:
        """Return what was decided then, as far as it can be decided now."""
        state = view.state
        if state.phase == Phase.SCENE:
            event = self.rules.scenes.all[state.scene].id
            taken = Decision("choose", event, (self._scenes.get(event, ""),))
            return taken if taken in legal else legal.heads[0].nth(0)
        if state.phase == Phase.CALLED:
            return Decision("stay")
        if state.word is not None and state.reply == Reply.CONSULTS:
            return Decision("accept")
        for decision in self._nearest(state):
            if decision in legal:
                return decision
        return next(head for head in legal.heads if head.bare and head.name).with_paper(None)

    def _nearest(self, state: State) -> list[Decision]:
        """Return the decision of this sitting, then its paper alone."""
        if not self._sittings:
            return []
        words = self._sittings[min(state.sitting, len(self._sittings)) - 1]
        try:
            then = parsed(words, self.rules.table, state)
        except WordsError:
            return []
        alone = Decision("tactic", self.rules.choices.lay, (), then.paper or state.paper)
        return [then, alone]
