"""One play on one screen: keys become decisions, and what came of them is shown."""

from __future__ import annotations

from textual import on

from game.coach.weighing import why_not_weigh
from game.coach.words_for import sentence
from game.errors import AmurError
from game.files.plays import KeptPlay
from game.rules import CampaignRules
from game.session import Session
from game.state import ASIDES, HOST, Decision
from game.tui.commands import bindings
from game.tui.keyboard import keys_now
from game.tui.play import ending, moment
from game.tui.play.acts import Acts
from game.tui.play.advisers import Advisers
from game.tui.play.carrying import Carrying
from game.tui.play.curtain import Curtain
from game.tui.play.head import Head
from game.tui.play.keys import AT_THE_TABLE, CHANGE, DECIDING, FORECAST, KEYMAP, WHILE_PARTING
from game.tui.play.layout import LAYOUT
from game.tui.play.ledger import Ledger
from game.tui.play.options import arguments, asked, asks_more, offers, title_of
from game.tui.play.panes import Panes
from game.tui.play.parting import LAST_PAGES, PARTING, is_ended_across
from game.tui.play.sheet import Sheet
from game.tui.play.strip import DRAFT, HAPPENED
from game.tui.play.trouble import TroublePanel
from game.tui.play.twice import Twice
from game.tui.play.widths import BREAKPOINTS

ASKING = "You ask your people what to expect…"


class PlayScreen(Carrying):
    """Shows what the seat may see, and sends what it decides."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = LAYOUT

    def __init__(self, play: KeptPlay | Session, mode: str) -> None:
        super().__init__(play, mode)
        self.once = self.twice = Twice(self.rules)

    def on_mount(self) -> None:
        """Tell what stands so far, and ask; of talks only just opened, first what is brought."""
        self.come_to()
        game = self.session.game
        if self.is_news and isinstance(game, CampaignRules):
            # Imported here, as a play of one table needs none of it.
            from game.tui.season.talks import opening

            pages = opening(game, self.session.view(), self.mode)
            self.app.push_screen(pages, lambda _: self.query_one(Acts).come_into_view(opens=True))

    def come_here(self) -> None:
        """Ask whoever is to decide; between two people a curtain comes down first."""
        if not self.session.needs_curtain:
            self.ask()
            return
        chair = self.rules.scenario.seats[self.session.seat]
        self.app.push_screen(Curtain(chair.name, self._lay_out))

    def _lay_out(self) -> None:
        """Lay the table out for the one who is to decide now."""
        self.session.lift_curtain()
        self.query_one(Advisers).clear()
        self.ask()

    # What is decided.

    @on(Acts.Chosen)
    def choose(self, event: Acts.Chosen) -> None:
        """Choose a line: an act with arguments asks for them, else it is decided."""
        offer, acts = event.offer, self.query_one(Acts)
        if not acts.answer(offer):
            return
        meant = self.hand.decision(offer.heads[0]) if offer.heads else None
        waits = self.twice.instead_of(meant) if event.by_enter else None
        if offer is LAST_PAGES:
            self._open_last_pages()
        elif waits is not None and waits.verb == "forecast":
            self.action_forecast()
        elif waits is not None:
            self.decide(waits)
        elif not offer.heads:
            acts.say((sentence(f"Not now: {offer.refused}"), "$warning"))
        elif asks_more(offer):
            legal, state = self.session.legal(), self.session.view().state
            found = arguments(self.rules, legal, state, offer, self.hand.decision)
            acts.ask(found, asked(self.rules, offer, self.seat))
            acts.focus_list()
        else:
            self.decide(self.hand.decision(offer.heads[0]))

    def decide(self, decision: Decision) -> None:
        """Decide, tell what came of it, and ask again; a refusal costs nothing."""
        if not self._asks_first(decision):
            self.work_out(lambda: self._decide(decision))

    def _asks_first(self, decision: Decision) -> bool:
        """Ask whether a decision is meant, where one press of a key is too little."""
        if decision.verb not in ASIDES and decision not in self.session.legal():
            return False
        state, acts = self.session.view().state, self.query_one(Acts)
        keys = (keys_now(self.app, key) for key in (FORECAST, CHANGE))
        if warning := self.twice.warning(state, decision, *keys):
            if decision.suppose is not None or decision.verb == "forecast":
                self.query_one(Panes).show(DRAFT)
            acts.look_at(decision.name or decision.verb)
            acts.say((warning, "bold $warning"))
        return bool(warning)

    def _decide(self, decision: Decision) -> bool:
        try:
            self.session.decide(decision)
        except AmurError as error:
            self.query_one(Acts).say((sentence(str(error)), "$warning"))
            return False
        self.forget_notes()
        if decision.verb != "forecast" and self.can_show:
            self.hand.laid(decision, self.rules.seen_by(self.hand.seat, self.session.state).state)
        self.come_to(is_news=True)
        return True

    @on(Acts.Looked)
    def look_away(self, event: Acts.Looked) -> None:
        """Forget what was pressed once when the cursor goes elsewhere."""
        if self.twice.is_about(event.offer.name):
            self.query_one(Acts).say((self.twice.said, "bold $warning"))
        else:
            self.twice.forget()

    @on(ending.EndPages.Chosen)
    def go_on(self, event: ending.EndPages.Chosen) -> None:
        """Do what was chosen after the last page."""
        heading, seats = self.session.record.heading, self.rules.table.seats
        match event.what:
            case ending.BILL:
                self.action_bill()
            case ending.TREE:
                self.action_timeline()
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
        """Return whether a key does anything now.

        After the end there is no table; while a line was chosen and is not done yet, nothing else
        can be decided.
        """
        if action == "back" and self.query(TroublePanel):
            return True
        if action == "map" and self.rules.scenario.map is None:
            return False
        if action in DECIDING and self.is_deciding:
            return False
        if not self.session.is_over or action not in AT_THE_TABLE:
            return True
        return action in WHILE_PARTING and not self.has_class("-over")

    def action_number(self, number: int) -> None:
        """Choose a line by its number."""
        self.query_one(Acts).choose_number(number)

    def action_take(self, verb: str) -> None:
        """Decide what needs no words."""
        self.decide(Decision(verb))

    def action_end_talks(self) -> None:
        """End the talks in the way of the chair."""
        self.action_take("break-off" if self.seat == HOST else "go-home")

    def action_back(self) -> None:
        """Go back from an act's arguments to the acts; a scene or the end has none.

        What is shown over all of it goes first.
        """
        if trouble := self.query(TroublePanel):
            trouble.remove()
            return
        self.query_one(Panes).show(HAPPENED)
        if not self.is_scene:
            self._list_acts(is_news=False)
        self.query_one(Acts).focus_list()

    def action_forecast(self) -> None:
        """Ask what to expect of the draft; once a sitting, and at once where it is looked at."""
        decision = Decision("forecast", "", (), self.hand.draft)
        if reason := why_not_weigh(self.seat, self.session.view().state):
            self.query_one(Acts).say((sentence(reason), "$warning"))
        elif self.query_one(Ledger).has_focus or not self._asks_first(decision):
            # It takes them a while: first they are seen to be asked.
            self.query_one(Acts).wait((ASKING, "$secondary"))
            self.call_after_refresh(self._forecast, decision, is_drafting=self.is_drafting)

    def _forecast(self, decision: Decision, *, is_drafting: bool) -> None:
        if not self._decide(decision):
            self.query_one(Acts).resume()
        elif is_drafting:  # later than the acts, which took the keys
            self.app.call_later(self.query_one(Panes).go_on_drafting)
        else:
            self.query_one(Sheet).show_stamp()

    # What is shown.

    def ask(self) -> None:
        """Show the moment and what can be chosen in it."""
        state = self.session.view().state
        self.query_one(Head).show(*moment.standing(self.rules, self.seat, state, self.mode))
        self.set_class(False, "-over")
        self.twice.forget()
        if self.session.is_over:
            self._part(is_ended_across(self.annals, self.seat) and not self.pages_read)
            return
        self.refresh_bindings()
        self.hand.follow(state)
        self.show_hand()
        self.query_one(Sheet).leave_stamp()
        self.show_story()
        self.query_one(Panes).show_brief(self.session.seat)
        self.query_one(Panes).show(HAPPENED)
        self._list_acts(is_news=True)
        self.query_one(Panes).put_story_first(is_scene=self.is_scene, is_unasked=self.is_unasked)
        self.query_one(Acts).focus_list()

    def _part(self, from_across: bool) -> None:
        """Show the last pages; where the other ended the talks, first his words."""
        if not from_across:
            self._open_last_pages()
            return
        self.refresh_bindings()
        self.show_story()
        self.query_one(Panes).show(HAPPENED)
        self.query_one(Sheet).show_state("")
        self.query_one(Advisers).fall_silent()
        acts = self.query_one(Acts)
        acts.stand_among("", "")
        acts.show([LAST_PAGES], PARTING, is_news=True)
        acts.focus_list()

    def _open_last_pages(self) -> None:
        self.set_class(True, "-over")
        self.refresh_bindings()
        self.show_end()

    def _list_acts(self, *, is_news: bool) -> None:
        self.twice.forget()
        acts, state = self.query_one(Acts), self.session.view().state
        found = offers(self.rules, self.session.legal(), state, self.mode)
        title = title_of(self.rules, state)
        acts.show(found, title, is_news=is_news, is_scene=self.is_scene)
