"""Line mode: the whole game as text that is only ever added to.

It reads numbers or decisions in words, from a keyboard or a pipe, and needs neither colour nor a
cursor, so that it serves screen readers, scripts and dumb terminals alike.
"""

from __future__ import annotations

from contextlib import suppress

from game.cli import plain_menu, plain_scene
from game.cli.plain_answers import Answers
from game.cli.plain_choosing import Chooser, SaidOtherwise, WentBack
from game.cli.plain_end import after, tell_whether_looked
from game.cli.plain_guesses import confirmed
from game.cli.plain_input import InputEnded, Reader
from game.cli.plain_looks import on_the_table
from game.cli.plain_people import told_forecast
from game.cli.plain_said import ASIDES, Said
from game.cli.plain_story import Story
from game.cli.plain_sure import Sure
from game.cli.plain_text import item, put, put_all, say, visible
from game.coach.menu import Entry, entries
from game.coach.standing import looks, when
from game.coach.words_for import sentence
from game.errors import IllegalDecisionError
from game.files.plays import KeptPlay
from game.rules.legal import Legal
from game.state import CLAIMANT, Decision, Phase, State

LEAVE = ("quit", "leave", "exit", "q")
"""Leaves the table."""
BACK = ("0", "back")
"""Goes back one question."""
NOWHERE = "There is nothing to go back to here."


class Left(Exception):
    """Whoever plays leaves the table."""


class AskAgain(Exception):
    """Ask anew; perhaps the play stands elsewhere now."""


class LineMode:
    """One play at a keyboard or a pipe."""

    def __init__(self, play: KeptPlay, reader: Reader, resume: str, scenario: str) -> None:
        self.play = play
        self.session = play.session
        self.rules = self.session.rules
        self.mode = self.session.record.heading.mode
        self.reader = reader
        self.resume = resume
        """The command that takes the play up again."""
        self.chooser = Chooser(self.rules, self, self.mode)
        self.sure = Sure(self)
        self.said = Said(self.rules, self.chooser)
        self.story = Story(self.session, self.mode)
        self._has_sat = False
        """Whether somebody has looked at the table behind a curtain."""
        self.answers = Answers(self.session, self.chooser, self.story, scenario)

    def run(self) -> None:
        """Play until the end, or until whoever plays leaves."""
        try:
            self._begin()
            while True:
                try:
                    self._go_on()
                except AskAgain:
                    put(sentence(f"It is {when(self.rules, self._sitting())}"))
                    put()
        except InputEnded:
            put()
            self._leave()
        except Left:
            self._leave()

    def _leave(self) -> None:
        say("You leave the table. Everything is kept; to take it up again:")
        put(f"    {visible(self.resume)}")

    def number(self, most: int) -> int:
        """Return a number from 1 to `most`, or 0 to go back one question."""
        put(item(0, "Back"))
        while True:
            text = self._line("? ")
            if text.lower() in BACK:
                return 0
            if not text.isdecimal():
                self.reader.give_back(text)
                raise SaidOtherwise
            if int(text) <= most:
                return int(text)
            say(f"A number from 1 to {most}, please; 0 goes back.")

    def _begin(self) -> None:
        for notice in self.play.notices:
            say(sentence(notice))
        tell_whether_looked(self.session)
        if not self.session.record.nodes:
            self._open()
        self.story.add(self.session.state, self.session.advance())

    def _open(self) -> None:
        """Say what may hurt, and let a person read the instructions before sitting down."""
        if self.rules.scenario.content_note:
            say(self.rules.scenario.content_note)
            put()
        if len(self.session.persons) > 1:
            say("Two people at one keyboard: 'brief' shows each his instructions in his turn.")
            put()
            return
        put_all((item(1, "Sit down at the table."), item(2, "Read your instructions first.")))
        while (text := self._line()).lower() in BACK:
            say(NOWHERE)
            put()
        if text == "2":
            self.answers.answer("brief")
            put()
        elif text != "1":
            self.reader.give_back(text)

    def _go_on(self) -> None:
        while not self.session.is_over:
            self._turn()
        self._tell()
        after(self.session, self.reader)
        while True:
            text = self._line()
            say(
                f"The talks are over, so '{text}' decides nothing; 'undo' goes back, 'quit' leaves."
            )

    def _turn(self) -> None:
        """Show where matters stand, and take one decision."""
        if self.session.needs_curtain:
            self._curtain()
        self._tell()
        state = self.session.view().state
        legal = self.session.legal()
        seat = state.seat
        if state.phase is Phase.SCENE:
            put_all(plain_scene.scene(self.rules, legal, state.scene, self.mode))
            menu = []
        else:
            put(sentence(when(self.rules, state.sitting)))
            say(looks(self.rules, seat, state, self.mode))
            put_all(on_the_table(self.rules, seat, state))
            put()
            menu = entries(self.rules, legal, seat)
            self._show_menu(menu, state)
        decided = False
        while not decided:
            decision = self._asked(menu, legal, state)
            if decision is not None:
                decided = self._decide(decision) and decision.verb not in ASIDES

    def _asked(self, menu: list[Entry], legal: Legal, state: State) -> Decision | None:
        """Return what the next line decides, its questions answered; `None` when nothing."""
        with suppress(SaidOtherwise):
            try:
                return self._meant(self._line(), menu, legal, state)
            except WentBack:
                self._show_menu(menu, state)
        return None

    def _meant(self, text: str, menu: list[Entry], legal: Legal, state: State) -> Decision | None:
        """Return what a line decides, once it is certain that it was meant."""
        decision = self._chosen(text, menu, legal, state)
        if decision is not None and decision in legal:
            self.sure.ask(state.seat, decision)
        return decision

    def _chosen(self, text: str, menu: list[Entry], legal: Legal, state: State) -> Decision | None:
        """Return what a line decides; `None`, with a reason, when it decides nothing."""
        if text.lower() in BACK:
            say(f"{NOWHERE} 'undo' takes back your last decision.")
            put()
            return None
        if not text.isdecimal():
            return self.said.decision(text, legal, state)
        number, most = int(text), len(menu) or len(legal.heads)
        if not 1 <= number <= most:
            say(f"There is no {number} here; the numbers go from 1 to {most}.")
            put()
            return None
        if not menu:
            return plain_scene.chosen(legal, number).with_paper(None)
        entry = menu[number - 1]
        if entry.refused:
            say(sentence(f"Not now: {entry.refused}"))
            put()
            return None
        return self.chooser.decision(entry, legal, state)

    def _show_menu(self, menu: list[Entry], state: State) -> None:
        if state.phase is Phase.CALLED:
            put("He calls your last word. What now?")
        elif state.seat == CLAIMANT:
            put("One act, and a paper if you like:")
        else:
            put("Your answer:")
        put_all(plain_menu.lines(menu))

    def _decide(self, decision: Decision) -> bool:
        """Make a decision and tell what came of it; return whether it could be made."""
        before = self.session.state
        try:
            turns = self.session.decide(decision)
        except IllegalDecisionError as error:
            say(sentence(str(error)))
            put()
            return False
        if decision.paper is not None and decision.verb not in ASIDES:
            self.chooser.drafts.pop(before.seat, None)
        self.story.add(before, turns)
        self.story.tell(before.seat)
        if decision.verb == "forecast":
            put_all(told_forecast(self.rules, self.session.view(), decision.paper))
            put()
        elif decision.verb == "expect":
            put(confirmed(" ".join(decision.about)))
            put()
        return True

    def _tell(self) -> None:
        self.story.tell(self.rules.table.seats.index(self.session.seat))

    def _curtain(self) -> None:
        """Hide what one person read before the keyboard goes to the other."""
        if self._has_sat:
            self.reader.enter("Press Enter when you have read this. ")
            self.reader.scroll_away()
        name = self.rules.scenario.seats[self.session.seat].name
        put(f"--- Pass the keyboard to {visible(name)}. ---")
        self.reader.enter("Press Enter when only you can see this. ")
        put()
        self._has_sat = True
        self.session.lift_curtain()

    def _line(self, prompt: str = "> ") -> str:
        """Return the next line that is not one of the helper words, which it answers."""
        while True:
            text = self.reader.line(prompt)
            match text.lower():
                case word if word in LEAVE:
                    raise Left
                case "save":
                    say("Everything is kept as soon as it is decided; to take it up again:")
                    put(f"    {visible(self.resume)}")
                case "undo" | "redo":
                    moved = self.session.undo() if text.lower() == "undo" else self.session.redo()
                    if moved:
                        self.story.forget()
                        self.chooser.drafts.clear()
                        tell_whether_looked(self.session)
                        raise AskAgain
                    say(f"There is nothing to {text.lower()}.")
                case "menu":
                    raise AskAgain
                case _ if not self.answers.answer(text):
                    return text
            put()

    def _sitting(self) -> int:
        return max(1, self.session.state.sitting)


def ask_one(reader: Reader, question: str, labels: list[str]) -> str:
    """Return the label that is chosen by its number; raises `InputEnded` when none is wanted."""
    say(question)
    put_all(item(n, label) for n, label in enumerate(labels, 1))
    put(item(0, "Leave"))
    while True:
        text = reader.line()
        if text.lower() in (*BACK, *LEAVE):
            raise InputEnded
        if text.isdecimal() and 1 <= int(text) <= len(labels):
            return labels[int(text) - 1]
        if text in labels:
            return text
        say(f"A number from 1 to {len(labels)}, please.")
