"""A decision typed in words: read, checked against what may be done, and asked about if open."""

from __future__ import annotations

from game.cli.plain_choosing import Chooser
from game.cli.plain_elsewhere import as_here
from game.cli.plain_guesses import NOT_NOW, can_guess
from game.cli.plain_refusal import refuse
from game.cli.plain_unknown import is_known, nearest
from game.cli.plain_words import (
    begun_from,
    check_is_no_term,
    in_record_words,
    is_act_alone,
    paper_is_open,
    verb_of,
)
from game.coach.menu import entries
from game.coach.weighing import why_not_weigh
from game.coach.words_for import sentence
from game.errors import AmurError, IllegalDecisionError
from game.negotiation import Package
from game.rules import Game, Rules, parsed
from game.rules.legal import Head, Legal
from game.state import ASIDES, Decision, Phase, State

SCENE_FIRST = "the scene waits for your choice first"
NEVER_HERE = "that cannot be decided here and now"


class Said:
    """Turns a line of words into a decision; a wrong one is answered in a sentence."""

    def __init__(self, rules: Rules, chooser: Chooser, game: Game) -> None:
        """`game` is what the table is one of: a campaign, or the table itself."""
        self.rules = rules
        self.game = game
        self.chooser = chooser

    def decision(self, text: str, legal: Legal, state: State) -> Decision | None:
        """Return what a line decides; `None`, with a reason, when it decides nothing."""
        try:
            return self._read(text, legal, state)
        except IllegalDecisionError as error:
            refuse(str(error))
        except AmurError as error:
            refuse(f"{sentence(str(error))} 'help' lists what you can say.")
        return None

    def _read(self, text: str, legal: Legal, state: State) -> Decision:
        table, draft = self.rules.table, self.chooser.drafts.of(state.seat, state)
        text = as_here(text, self.game, self.rules)
        check_is_no_term(text, table)
        verb = verb_of(text, table)
        if not is_known(verb, table):
            raise IllegalDecisionError(nearest(verb, self.rules, legal, state))
        words = in_record_words(text, table, draft)
        if is_act_alone(words, table):
            return self._asked_about(verb, legal, state)
        named, paper = begun_from(words, table, state, draft)
        decision = parsed(named, table, state._replace(paper=paper))
        if decision.verb == "forecast":
            return _weighed(decision, state, draft)
        if decision.verb in ASIDES:
            return _guessed(decision, state)
        if paper_is_open(words, table):
            head = _head(legal, decision)
            if head is not None:
                return self.chooser.with_paper(head, legal, state)
        if decision not in legal:
            scene = state.phase is Phase.SCENE and decision.verb != "choose"
            raise IllegalDecisionError(SCENE_FIRST if scene else legal.why_not(decision))
        return decision

    def _asked_about(self, name: str, legal: Legal, state: State) -> Decision:
        """Return an act once it was asked what it is about."""
        if state.phase is Phase.SCENE:
            raise IllegalDecisionError(SCENE_FIRST)
        label = self.rules.table.by_id[name].label
        entry = next((e for e in entries(self.rules, legal, state.seat) if e.label == label), None)
        if entry is None:
            raise IllegalDecisionError(NEVER_HERE)
        if entry.refused:
            raise IllegalDecisionError(f"not now: {entry.refused}")
        return self.chooser.decision(entry, legal, state)


def _guessed(decision: Decision, state: State) -> Decision:
    if not can_guess(state):
        raise IllegalDecisionError(NOT_NOW)
    return decision


def _weighed(decision: Decision, state: State, draft: Package) -> Decision:
    reason = why_not_weigh(state.seat, state)
    if reason:
        raise IllegalDecisionError(reason)
    return decision if decision.paper is not None else decision._replace(paper=draft)


def _head(legal: Legal, decision: Decision) -> Head | None:
    """Return the head of an act, whichever paper may go with it."""
    wanted = (decision.verb, decision.name, decision.about)
    fitting = (h for h in legal.heads if h.spaces and (h.verb, h.name, h.about) == wanted)
    return next(fitting, None)
