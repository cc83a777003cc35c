"""One play on one screen: keys become decisions, and what came of them is shown."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from game.coach.advice import advice
from game.coach.words_for import sentence
from game.errors import AmurError
from game.files.plays import KeptPlay
from game.rules.legal import Head
from game.session import Session
from game.state import Decision, Phase
from game.tui.commands import bindings
from game.tui.map.widget import MapCanvas
from game.tui.play import ending, moment, why
from game.tui.play.acts import Acts
from game.tui.play.advisers import Advisers
from game.tui.play.annals import Annals
from game.tui.play.board import chart_of, claimed
from game.tui.play.causes import Cause, causes
from game.tui.play.ending import EndPages
from game.tui.play.hand import Hand
from game.tui.play.keys import KEYMAP
from game.tui.play.ledger import Ledger
from game.tui.play.options import arguments, asked, offers
from game.tui.play.panes import ACTS, BREAKPOINTS, DRAFT, HAPPENED, LAYOUT, Panes
from game.tui.play.sheet import Sheet, SheetView
from game.tui.play.stamps import Stamps, why_not
from game.tui.play.story import Story
from game.tui.play.twice import Twice
from game.tui.screens.reading import Reading
from game.tui.texts import plain, said
from game.tui.widgets.prose import paragraphs

MUTED = "$text-muted"
AT_THE_TABLE = (
    "why",
    "pane",
    "read_on",
    "draft",
    "carry",
    "bare",
    "take",
    "forecast",
    "map",
    "number",
    "back",
)
"""Actions that need the talks to go on."""


class PlayScreen(Screen[None]):
    """Shows what the seat may see, and sends what it decides."""

    class Again(Message):
        """A new play is asked for, in a chair, with the same seed; this screen has gone."""

        def __init__(self, seat: str, seed: str) -> None:
            super().__init__()
            self.seat = seat
            self.seed = seed

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = LAYOUT

    def __init__(self, play: KeptPlay | Session, mode: str) -> None:
        super().__init__()
        self.session = play.session if isinstance(play, KeptPlay) else play
        self.rules = self.session.rules
        self.mode = mode
        self.annals = Annals(self.session, mode)
        self.hand = Hand(self.rules, self.seat, self.session.view().state)
        self.stamps = Stamps(self.rules, self.annals)
        self.twice = Twice()
        self._first = ""
        """The first of two issues that an act is about."""
        self._chart = chart_of(self.rules.scenario.id)
        self._notes: list[Content] = [
            plain(sentence(notice), style="$warning") for notice in play.notices
        ]
        """What is said beside the chronicle, until the next decision."""

    def compose(self) -> ComposeResult:
        """Yield the line on how matters stand, and the panes."""
        yield Static(id="head")
        yield Panes(self.rules, self.hand.draft)
        yield EndPages()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Tell what stands so far, and ask."""
        self.ask()

    @property
    def seat(self) -> int:
        """The chair that the screen is looked at from."""
        return self.rules.table.seats.index(self.session.seat)

    # What is decided.

    @on(Acts.Chosen)
    def choose(self, event: Acts.Chosen) -> None:
        """Choose a line: an act with arguments asks for them, else it is decided."""
        heads, name = event.offer.heads, event.offer.name
        if len(heads) > 1:
            self._first = name if len(heads[0].about) > 1 and self._is_asking(heads) else ""
            found = arguments(self.rules, self.session.legal(), heads, self._first)
            question = asked(self.rules, heads, self.seat, self._first)
            self.query_one(Acts).show(found, question)
        elif not heads:
            self.query_one(Acts).say((sentence(f"Not now: {event.offer.refused}"), "$warning"))
        else:
            self.decide(self.hand.decision(heads[0]))

    def decide(self, decision: Decision) -> bool:
        """Decide, tell what came of it, and ask again; a refusal costs nothing."""
        if decision in self.session.legal():
            warning = self.twice.warning(self.seat, decision)
            if warning:
                self.query_one(Acts).say((warning, "$warning"))
                return False
        try:
            self.session.decide(decision)
        except AmurError as error:
            self.query_one(Acts).say((sentence(str(error)), "$warning"))
            return False
        self._notes = []
        if decision.verb != "forecast":
            self.hand.laid(decision, self.session.view().state)
        self.ask()
        return True

    @on(Acts.Looked)
    def look_away(self, event: Acts.Looked) -> None:
        """Forget what was pressed once when the cursor goes elsewhere."""
        if self.twice.is_about(event.offer.name):
            self.query_one(Acts).say((self.twice.said, "$warning"))
        else:
            self.twice.forget()

    @on(Ledger.Changed)
    def draft_changed(self) -> None:
        """Follow the draft: the map answers the clause under the cursor."""
        self.hand.write(self.query_one(Ledger).draft)
        self._show_hand()

    @on(EndPages.Chosen)
    def go_on(self, event: EndPages.Chosen) -> None:
        """Do what was chosen after the last page."""
        heading, seats = self.session.record.heading, self.rules.table.seats
        match event.what:
            case ending.TAKE_BACK:
                self.action_undo()
            case ending.SAME_MAN:
                self._sit_down(seats[self.seat], heading.seed)
            case ending.OTHER_CHAIR:
                self._sit_down(seats[1 - self.seat], heading.seed)
            case _:
                self.dismiss()

    def _sit_down(self, seat: str, seed: str) -> None:
        app = self.app
        self.dismiss()
        app.post_message(self.Again(seat, seed))

    # What the keys do.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now: after the end there is no table."""
        return not (self.session.is_over and action in AT_THE_TABLE)

    def action_pane(self, by: int) -> None:
        """Go on to another pane."""
        self.query_one(Panes).go_on(by)

    def action_read_on(self) -> None:
        """Go on reading what happened."""
        self.query_one(Panes).show(HAPPENED)
        self.query_one(Story).read_on()

    def action_map(self) -> None:
        """Show the map, or hide it."""
        self.query_one(Panes).toggle_map()

    def action_draft(self) -> None:
        """Go to the draft, or from it back to the acts."""
        self.query_one(Panes).go_to(ACTS if self.query_one(Ledger).has_focus else DRAFT)

    def action_number(self, number: int) -> None:
        """Choose a line by its number."""
        self.query_one(Acts).choose_number(number)

    def action_carry(self) -> None:
        """Let the draft go along with the next act, or not."""
        self.hand.carries = not self.hand.carries
        self._show_hand()

    def action_bare(self) -> None:
        """Choose the line under the cursor without the paper, where it can be done so."""
        offer = self.query_one(Acts).current
        if offer is not None and offer.heads and offer.heads[0].bare:
            self.hand.carries = False
            self._show_hand()
            self.query_one(Acts).post_message(Acts.Chosen(offer))

    def action_take(self, verb: str) -> None:
        """Decide what needs no words: take the other's word, or go home."""
        self.decide(Decision(verb))

    def action_back(self) -> None:
        """Go back from an act's arguments to the acts; a scene or the end has none."""
        self.query_one(Panes).show(HAPPENED)
        if self.session.view().state.phase != Phase.SCENE:
            self._list_acts()
        self.query_one(Acts).focus_list()

    def action_undo(self) -> None:
        """Take back the last decision; the line is kept."""
        if self.session.undo():
            self._taken_up("You go back to the decision before.")

    def action_redo(self) -> None:
        """Go forward again along the line that was taken back."""
        if self.session.redo():
            self._taken_up("You go forward again.")

    def action_forecast(self) -> None:
        """Ask what to expect of the draft; once a sitting."""
        reason = why_not(self.seat, self.session.view().state)
        if reason:
            self.query_one(Acts).say((sentence(reason), "$warning"))
        elif self.decide(Decision("forecast", "", (), self.hand.draft)):
            stamp = self.stamps.last(self.seat)
            if stamp is not None:
                self._notes = [plain(" ".join(stamp.parts), style="$secondary")]
                self._show_story()
                self.query_one(Sheet).show_stamp()

    def action_why(self) -> None:
        """Say what the line under the cursor means, and why it is so."""
        state, offer = self.session.view().state, self.query_one(Acts).current
        ledger = self.query_one(Ledger)
        if ledger.has_focus:
            found = list(self._causes())
            self._open("Why", *why.of_issue(self.rules, state, ledger.issue, found))
        elif self.query_one(Story).has_focus or offer is None:
            self.action_causes()
        else:
            self._open("Why", *why.of_offer(self.rules, state, offer))

    def action_causes(self) -> None:
        """Open the ledger of causes."""
        state = self.session.view().state
        self._open("The ledger of causes", *why.of_tracks(self.rules, state, list(self._causes())))

    def action_codex(self) -> None:
        """Open the codex."""
        parts: list[Content] = []
        for page in self.rules.scenario.codex.values():
            parts += [said((page.title, "bold $accent")), *paragraphs(page.text)]
        self._open("Codex", *parts)

    def action_rules(self) -> None:
        """Open the page of rules."""
        page = self.rules.scenario.codex.get("rules")
        if page is not None:
            self._open(page.title, *paragraphs(page.text))

    def _causes(self) -> Iterator[Cause]:
        return causes(self.rules, self.annals.steps(), self.seat, self.mode)

    def _open(self, title: str, *parts: Content) -> None:
        self.app.push_screen(Reading(title, *parts))

    # What is shown.

    def ask(self) -> None:
        """Show the moment and what can be chosen in it."""
        state = self.session.view().state
        head = moment.standing(self.rules, self.seat, state, self.mode)
        self.query_one("#head", Static).update(head)
        self.set_class(self.session.is_over, "-over")
        self.refresh_bindings()
        if self.session.is_over:
            self._show_end()
            return
        self.hand.follow(state)
        self._show_hand()
        self._show_story()
        self.query_one(Panes).show(HAPPENED)
        self._list_acts()
        self.query_one(Acts).focus_list()

    def _taken_up(self, note: str) -> None:
        """Show the play where it stands now, elsewhere than before."""
        self._notes = [said((note, MUTED))]
        self.hand = Hand(self.rules, self.seat, self.session.view().state)
        self.ask()

    def _is_asking(self, heads: tuple[Head, ...]) -> bool:
        """Return whether the heads are fewer than the act has: an argument was chosen."""
        legal = self.session.legal()
        return len(heads) < sum(head.name == heads[0].name for head in legal.heads)

    def _list_acts(self) -> None:
        self.twice.forget()
        state = self.session.view().state
        found = offers(self.rules, self.session.legal(), state, self.mode)
        is_scene = state.phase == Phase.SCENE
        self.query_one(Acts).show(found, "Your choice" if is_scene else "Your acts")

    def _show_hand(self) -> None:
        """Show the draft, and what it would make of the map."""
        self.twice.forget()
        state, stamp = self.session.view().state, self.stamps.last(self.seat)
        view = SheetView(self.seat, state, self.hand.draft, self.hand.carries, stamp, self.mode)
        self.query_one(Sheet).show(view)
        self._advise_soon()
        issue = self.query_one(Ledger).issue
        claim = claimed(self.rules, self._chart, self.hand.draft, issue)
        self.query_one(MapCanvas).show_state(claim)

    def _advise_soon(self) -> None:
        """Have the advisers speak of the draft, or of how matters stand."""
        view, draft = self.session.view(), self.hand.draft
        pane = self.query_one(Advisers)
        if moment.weighs_draft(self.seat, view.state):
            pane.show_soon(lambda: advice(self.rules, view, draft), "on the draft")
        else:
            pane.show_soon(lambda: advice(self.rules, view), "on how matters stand")

    def _show_story(self) -> None:
        state = self.session.view().state
        older, newest = moment.story(self.annals, self.seat, state, self._notes)
        self.query_one(Story).tell(older, newest)

    def _show_end(self) -> None:
        pages = moment.end_pages(self.session, self.annals, self.seat)
        self.query_one(EndPages).show(pages)
