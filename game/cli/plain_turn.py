"""One decision at the table: where matters stand, what may be done, and what comes of it."""

from __future__ import annotations

from game.cli import plain_menu, plain_scene
from game.cli.plain_asked import SaidOtherwise, WentBack
from game.cli.plain_begin import NOWHERE
from game.cli.plain_choosing import Chooser
from game.cli.plain_guesses import confirmed
from game.cli.plain_input import BACK
from game.cli.plain_line import Lines
from game.cli.plain_looks import on_the_table
from game.cli.plain_people import told_forecast
from game.cli.plain_refusal import refuse
from game.cli.plain_said import Said
from game.cli.plain_sure import Sure
from game.cli.plain_text import put, put_all, runs, say
from game.cli.plain_words import verb_of
from game.coach.menu import Entry, asked_of_the_called, entries
from game.coach.spent import marked
from game.coach.standing import looks, when
from game.coach.words_for import sentence
from game.errors import IllegalDecisionError
from game.rules.legal import Legal
from game.state import ASIDES, CLAIMANT, Decision, Phase, State


class Turns:
    """Takes one decision after the other from whoever sits at the table."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.session = lines.session
        self.rules = self.session.rules
        self.mode = self.session.record.heading.mode
        self.story = lines.story
        self.sure = Sure(lines, self.rules)
        self.chooser = Chooser(self.rules, lines, lines.drafts, self.sure.is_meant)
        self.said = Said(self.rules, self.chooser, self.session.game)
        lines.is_aside = self._is_aside
        self.shows_all = True
        """The next menu is shown with what cannot be done now, and why."""

    def take(self) -> None:
        """Show where matters stand, and take one decision."""
        state = self.session.view().state
        legal = self.session.legal()
        seat = state.seat
        if state.phase is Phase.SCENE:
            put_all(plain_scene.scene(self.rules, legal, state, self.mode))
            menu = []
        else:
            put(sentence(when(self.rules, state.sitting)))
            say(looks(self.rules, seat, state, self.mode))
            put_all(on_the_table(self.rules, seat, state))
            put()
            menu = list(marked(self.rules, state, entries(self.rules, legal, seat)))
            self._show_menu(menu, state)
        decided = False
        while not decided:
            decision = self._asked(menu, legal, state)
            if decision is not None:
                decided = self._decide(decision) and decision.verb not in ASIDES

    def _asked(self, menu: list[Entry], legal: Legal, state: State) -> Decision | None:
        """Return what the next line decides, its questions answered; `None` when nothing."""
        try:
            return self._meant(self.lines.line(), menu, legal, state)
        except WentBack:
            self._show_menu(menu, state)
        except SaidOtherwise as said:
            self.lines.reader.give_back(said.text)
        return None

    def _meant(self, text: str, menu: list[Entry], legal: Legal, state: State) -> Decision | None:
        """Return what a line decides, once it is certain that it was meant."""
        decision = self._chosen(text, menu, legal, state)
        is_asked = decision is not None and decision in legal
        if decision is not None and is_asked and not self.sure.is_meant(state, decision):
            raise WentBack
        return decision

    def _chosen(self, text: str, menu: list[Entry], legal: Legal, state: State) -> Decision | None:
        """Return what a line decides; `None`, with a reason, when it decides nothing."""
        if text.lower() in BACK:
            refuse(f"{NOWHERE} 'undo' takes back your last decision.")
            return None
        entry = plain_menu.chosen(menu, text)
        if entry is None and not text.isdecimal():
            return self.said.decision(text, legal, state)
        known = [e.key for e in menu] or [str(n + 1) for n in range(len(legal.heads))]
        if entry is None and text not in known:
            refuse(f"there is no {int(text)} here, only {runs(known)}")
            return None
        if entry is None:
            return plain_scene.chosen(legal, int(text)).with_paper(None)
        if entry.refused:
            refuse(f"not now: {entry.refused}")
            return None
        return self.chooser.decision(entry, legal, state)

    def _decide(self, decision: Decision) -> bool:
        """Make a decision and tell what came of it; return whether it could be made."""
        before = self.session.state
        try:
            turns = self.session.decide(decision)
        except IllegalDecisionError as error:
            refuse(str(error))
            return False
        if decision.paper is not None and decision.verb not in ASIDES:
            self.lines.drafts.forget(before.seat)
        self.story.add(before, turns)
        self.story.tell(before.seat)
        if decision.verb == "forecast":
            put_all(told_forecast(self.session, before, decision))
            put()
        elif decision.verb == "expect":
            put(confirmed(" ".join(decision.about)))
            put()
        return True

    def _is_aside(self, text: str) -> bool:
        """Ask one's own people, or note a guess, where a line says so; return whether it does."""
        if verb_of(text, self.rules.table) not in ASIDES:
            return False
        decision = self.said.decision(text, self.session.legal(), self.session.view().state)
        if decision is not None:
            self._decide(decision)
        return True

    def _show_menu(self, menu: list[Entry], state: State) -> None:
        if state.phase is Phase.CALLED:
            put(asked_of_the_called(self.rules, state.seat))
        elif state.seat == CLAIMANT:
            put("One act, and a paper if you like:")
        else:
            put("Your answer:")
        put_all(plain_menu.lines(menu) if self.shows_all else plain_menu.open_lines(menu))
        self.shows_all = False
