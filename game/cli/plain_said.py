"""A decision typed in words: read, checked against what may be done, and asked about if open."""

from __future__ import annotations

from game.cli.plain_choosing import Chooser
from game.cli.plain_guesses import NOT_NOW, can_guess
from game.cli.plain_people import can_weigh
from game.cli.plain_text import put, say
from game.cli.plain_unknown import is_known, nearest
from game.cli.plain_words import begun_from, in_record_words, paper_is_open, verb_of
from game.coach.words_for import sentence
from game.errors import AmurError
from game.negotiation import Package
from game.rules import Rules, parsed
from game.rules.legal import Head, Legal
from game.state import Decision, Phase, State

ASIDES = ("forecast", "expect")
"""Decisions that are made beside the sitting's own."""


class Said:
    """Turns a line of words into a decision; a wrong one is answered in a sentence."""

    def __init__(self, rules: Rules, chooser: Chooser) -> None:
        self.rules = rules
        self.chooser = chooser

    def decision(self, text: str, legal: Legal, state: State) -> Decision | None:
        """Return what a line decides; `None`, with a reason, when it decides nothing."""
        table, draft = self.rules.table, self.chooser.drafts.of(state.seat, state)
        verb = verb_of(text, table)
        if not is_known(verb, table):
            say(nearest(verb, legal, state.phase is Phase.SCENE))
            put()
            return None
        try:
            words = in_record_words(text, table, draft)
            named, paper = begun_from(words, table, state, draft)
            decision = parsed(named, table, state._replace(paper=paper))
        except AmurError as error:
            say(f"{sentence(str(error))} ('help' lists what you can say.)")
            put()
            return None
        if decision.verb == "forecast":
            return self._weighed(decision, state, draft)
        if decision.verb in ASIDES:
            return self._guessed(decision, state)
        if paper_is_open(words, table):
            head = _head(legal, decision)
            if head is not None:
                return self.chooser.with_paper(head, state)
        if decision not in legal:
            scene = state.phase is Phase.SCENE and decision.verb != "choose"
            reason = "the scene waits for your choice first" if scene else legal.why_not(decision)
            say(sentence(reason))
            put()
            return None
        return decision

    def _guessed(self, decision: Decision, state: State) -> Decision | None:
        if not can_guess(state):
            say(sentence(NOT_NOW))
            put()
            return None
        return decision

    def _weighed(self, decision: Decision, state: State, draft: Package) -> Decision | None:
        if not can_weigh(state):
            say("Your people can weigh a paper only where you are about to give one.")
            put()
            return None
        return decision if decision.paper is not None else decision._replace(paper=draft)


def _head(legal: Legal, decision: Decision) -> Head | None:
    """Return the head of an act, whichever paper may go with it."""
    wanted = (decision.verb, decision.name, decision.about)
    fitting = (h for h in legal.heads if h.spaces and (h.verb, h.name, h.about) == wanted)
    return next(fitting, None)
