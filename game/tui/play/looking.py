"""A play that is looked at: what the panes show of it, and the questions that decide nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.content import Content
from textual.timer import Timer

from game.coach.advice import advice, spoken_so_far, unweighed
from game.coach.meaning import meaning, words_known
from game.coach.weighing import why_not_weigh
from game.files.plays import KeptPlay
from game.session import Session
from game.tui.map.widget import MapCanvas
from game.tui.play import moment, why
from game.tui.play.acts import Acts
from game.tui.play.advisers import Advisers
from game.tui.play.annals import Annals
from game.tui.play.board import board_at, claimed
from game.tui.play.causes import Cause, causes
from game.tui.play.desk import Desk
from game.tui.play.ending import EndPage, EndPages, next_of
from game.tui.play.hand import Hand
from game.tui.play.head import Head
from game.tui.play.in_play import InPlay
from game.tui.play.keyline import KeyLine
from game.tui.play.keys import CAUSES, FORECAST
from game.tui.play.ledger import Ledger
from game.tui.play.options import Offer
from game.tui.play.panes import ACTS, Panes
from game.tui.play.parting import is_ended_across
from game.tui.play.sheet import Sheet, SheetView
from game.tui.play.story import Story
from game.tui.play.strip import DRAFT, HAPPENED
from game.tui.play.widths import NARROW, width_class
from game.tui.screens.codex import CodexScreen, pages_for
from game.tui.screens.reading import Reading, rules_page

ROOMY = 100
"""Columns from which the foot has room for every key."""
KEEP_AFTER = 0.4
"""Seconds without a change after which the draft is kept."""


class Looking(InPlay):
    """Shows what a seat may see of a table."""

    def __init__(self, play: KeptPlay | Session, mode: str) -> None:
        super().__init__(play, mode)
        self.rules = self.session.rules
        self.annals = Annals(self.session, mode)
        path = play.file.path if isinstance(play, KeptPlay) else None
        self._desk = Desk(self.session, self.rules, path)
        self._keeping: Timer | None = None
        self.pages_read: Sequence[EndPage] = ()
        """Last pages that were read before the play was carried over to this screen."""

    @property
    def can_show(self) -> bool:
        """Whether the play stands at the table that this screen was made for."""
        return not self.session.in_season and self.session.rules is self.rules

    def compose(self) -> ComposeResult:
        """Yield the line on how matters stand, and the panes, laid out for this window at once."""
        self.add_class(width_class(self.app.size.width))
        yield Head()
        land = board_at(self.rules, self.session.game, self.session.view().state)
        yield Panes(self.rules, self.hand.draft, land)
        yield EndPages(next_of(self.rules, self.seat))
        yield KeyLine()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys; one that would only say why it does nothing now is not shown at the foot.

        A narrow foot has room for the causes where there is no forecast.
        """
        found = super().active_bindings
        hidden = []
        if why_not_weigh(self.seat, self.session.state):
            hidden.append(FORECAST.action)
        elif self.app.size.width < ROOMY:
            hidden.append(CAUSES.action)
        for key, active in found.items():
            if active.binding.action in hidden:
                found[key] = active._replace(binding=replace(active.binding, show=False))
        return found

    def on_resize(self) -> None:
        """Show the keys that there is room for."""
        self.refresh_bindings()

    @property
    def seat(self) -> int:
        """The chair that the screen is looked at from."""
        return self.rules.table.seats.index(self.session.seat)

    @property
    def hand(self) -> Hand:
        """What the chair has in hand."""
        return self._desk.hand(self.seat)

    def empty_hands(self) -> None:
        """Begin every draft anew: the play stands elsewhere."""
        self._desk.clear()

    def go_on_from(self, other: InPlay, told: Iterable[str]) -> None:
        """Take the place of a screen whose play was carried over, with what was in hand there."""
        super().go_on_from(other, told)
        if isinstance(other, Looking):
            self._take_up(other)

    def _take_up(self, other: Looking) -> None:
        """Go on with what was in hand on another screen."""
        if self.session.seat == other.session.seat:
            if not other.session.needs_curtain:
                self.session.lift_curtain()
            if other.hand.is_own:
                ids = other.rules.table.ids_of(other.hand.draft)
                paper = self.rules.table.package_of(ids)
                if paper is not None:
                    self.hand.take_up(paper, carries=other.hand.carries)
        if self.session.is_over and other.has_class("-over"):
            self.pages_read = other.query_one(EndPages).read

    @property
    def is_drafting(self) -> bool:
        """Whether the keys go to the draft."""
        return self.query_one(Ledger).has_focus

    def let_go(self) -> None:
        """Keep no draft any more beside a record that the play has left."""
        self._desk.record = None

    def _keep_draft_soon(self) -> None:
        """Keep the draft when nothing has changed for a moment."""
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(KEEP_AFTER, partial(self._desk.keep, self.seat))

    def on_unmount(self) -> None:
        """Keep the draft at once: the screen goes."""
        self._desk.keep(self.seat)

    # What is shown.

    @property
    def can_carry(self) -> bool:
        """Whether anything can be done now with which the draft could go along."""
        return any(head.spaces for head in self.session.legal().heads)

    def show_hand(self, *, advise_soon: bool = False) -> None:
        """Show the draft, what it would make of the map, and what the advisers say of it.

        While it is being changed they speak only `soon`, of what a row of keys has come to.
        """
        state, stamp = self.session.view().state, self.annals.last_stamp(self.seat)
        hand = self.hand
        along = hand.along(state, can_go=self.can_carry)
        view = SheetView(self.seat, state, hand.draft, along, stamp, self.mode)
        self.query_one(Sheet).show(view)
        self.query_one(Acts).stand_among("", along.beside_the_acts if along.can_go else "")
        self._advise(soon=advise_soon)
        self._keep_draft_soon()
        issue = self.query_one(Ledger).issue
        for canvas in self.query(MapCanvas):
            canvas.show_state(claimed(self.rules, canvas.chart, hand.draft, issue))

    def _advise(self, *, soon: bool) -> None:
        """Have the advisers speak of the draft, or of how matters stand."""
        view, draft = self.session.view(), self.hand.draft
        pane = self.query_one(Advisers)
        if moment.weighs_draft(self.seat, view.state):
            stamp = self.annals.last_stamp(self.seat)
            weighed = None if stamp is None else stamp.paper
            silence = unweighed(self.rules, view, draft, weighed)
            pane.ask(
                lambda: advice(
                    self.rules, view, draft, weighed=weighed, before=spoken_so_far(self.session)
                ),
                "on the draft, not weighed" if silence else "on the draft",
                silence,
                soon=soon,
            )
        else:
            pane.ask(
                lambda: advice(self.rules, view, before=spoken_so_far(self.session)),
                "on how matters stand",
                soon=soon,
            )

    def show_story(self) -> None:
        """Show what happened, the newest words in view."""
        state = self.session.view().state
        is_stamped = width_class(self.app.size.width) != NARROW
        older, newest = moment.story(
            self.annals, self.seat, state, self.notes, is_stamped=is_stamped, is_back=self.is_back
        )
        self.query_one(Story).tell(older, newest)

    def show_settings(self) -> None:
        """Show the words with the glyphs that are set now."""
        if not self.session.is_over:
            self.show_story()
            self.show_hand()

    def show_end(self) -> None:
        """Show the pages after the talks."""
        has_read = is_ended_across(self.annals, self.seat)
        pages = moment.end_pages(self.session, self.annals, self.seat, has_read=has_read)
        self.query_one(EndPages).show(pages, self.pages_read)
        self.pages_read = ()

    # Questions.

    def action_bill(self) -> None:
        """Open the archives as a whole: the talks are over."""
        page = moment.archives(self.rules, self.session.state, self.seat)
        self._open(page.title, *page.parts[1:])

    def action_pane(self, by: int) -> None:
        """Go on to another pane."""
        self.query_one(Panes).go_on(by)

    def action_read_on(self) -> None:
        """Go on reading what happened."""
        panes = self.query_one(Panes)
        panes.show(HAPPENED)
        panes.read_on()

    def action_map(self) -> None:
        """Show the map, or hide it."""
        self.query_one(Panes).toggle_map()

    def action_draft(self) -> None:
        """Go to the draft, or from it back to the acts."""
        self.query_one(Panes).go_to(ACTS if self.query_one(Ledger).has_focus else DRAFT)

    def action_why(self) -> None:
        """Say what the line under the cursor means, and why it is so; after the end what moved."""
        state, offer = self.session.view().state, self.query_one(Acts).current
        ledger = self.query_one(Ledger)
        if ledger.has_focus:
            found = list(self._causes())
            issue, option = ledger.issue, ledger.draft[ledger.issue]
            self._open("Why", *why.of_clause(self.rules, state, issue, option, found, self.mode))
        elif self.query_one(Story).has_focus or offer is None or self.session.is_over:
            self.action_causes()
        else:
            self.ask_why("Why", offer)

    def why(self, offer: Offer) -> Iterator[Content]:
        """Yield what a line means, and why."""
        along = self.hand.decision(offer.heads[0]).paper if offer.heads else None
        yield from why.of_offer(self.rules, self.session.view().state, offer, self.mode, along)

    def action_causes(self) -> None:
        """Open the ledger of causes."""
        state = self.session.view().state
        found = list(self._causes())
        parts = why.of_numbers(self.rules, self.seat, state, found, self.mode)
        self._open("The ledger of causes", *parts)

    def action_codex(self) -> None:
        """Open the codex, with the briefs that this chair may read."""
        scenario = self.rules.scenario
        pages = pages_for(scenario, self.session.seat)
        codex = CodexScreen(pages, scenario.sources, title=scenario.title, answer=self._meaning)
        self.app.push_screen(codex)

    def _meaning(self, words: str) -> tuple[str, ...]:
        """Return what a word of the table means, as `why` knows it; nothing for any other."""
        name = "-".join(words.casefold().split())
        if name not in words_known(self.rules):
            return ()
        return meaning(self.rules, self.session.view().state, name, self.mode)

    async def action_rules(self) -> None:
        """Open the page of rules; a scenario that has none is helped with the keys."""
        page = rules_page(self.rules.scenario, self.session.seat)
        if page is None:
            await self.app.run_action("help")
        else:
            self.app.push_screen(page)

    def _causes(self) -> Iterator[Cause]:
        return causes(self.rules, self.annals.steps(), self.seat, self.mode)

    def _open(self, title: str, *parts: Content) -> None:
        self.app.push_screen(Reading(title, *parts))
