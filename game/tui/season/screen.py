"""One season on one screen: keys become orders, and what came of them is told."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on

from game.coach.seasons.head import standing_orders
from game.coach.seasons.menu import LETTER_OF_STAND, SEASON, TABLES, Choice, Group, menu
from game.coach.seasons.passing import passed_by
from game.coach.seasons.scene import scene_seen
from game.coach.words_for import sentence
from game.errors import AmurError
from game.files.plays import KeptPlay
from game.rules.seasons.orders import STAND
from game.session import Session
from game.state import Decision, View
from game.tui.commands import bindings
from game.tui.play import ending
from game.tui.play.act_lines import Lines
from game.tui.play.acts import Acts
from game.tui.play.ending import EndPages
from game.tui.play.options import Offer, rows_of
from game.tui.play.panes import MARGIN
from game.tui.play.trouble import TroublePanel
from game.tui.play.twice import ONCE_MORE
from game.tui.play.widths import BREAKPOINTS, NARROW
from game.tui.season import choices
from game.tui.season.keys import DECIDING, IN_SEASON, KEYMAP
from game.tui.season.layout import LAYOUT
from game.tui.season.looking import SeasonLooking, places_about
from game.tui.season.panes import HAPPENED, SeasonPanes
from game.tui.season.talks import closing

AMPLE = 50
"""Rows of a window in which everything that can be ordered is listed in full."""


class SeasonScreen(SeasonLooking):
    """Shows a season, and sends what is decided in it."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = LAYOUT

    def __init__(self, play: KeptPlay | Session, mode: str) -> None:
        super().__init__(play, mode)
        self._places = places_about(self.rules)
        self._groups: tuple[Group, ...] = ()
        self._group: Group | None = None
        """The group whose orders, or the targets of one, are listed."""

    def on_mount(self) -> None:
        """Tell what stands so far, and ask; after talks, first what came of them."""
        self.come_to(is_news=self.is_news)
        closed = self.annals.closing
        if self.is_news and closed is not None:
            pages = closing(self.session, self.rules, closed, self.mode)
            self.app.push_screen(pages, lambda _: self.query_one(Acts).come_into_view(opens=True))

    def on_resize(self) -> None:
        """List the groups for the room there is."""
        if self.is_mounted and not self.session.is_over and self.can_show:
            self.call_after_refresh(self._list_anew)

    def _list_anew(self) -> None:
        if self.can_show and not (self.is_scene or self._group or self.is_deciding):
            self._list(self.session.view(), is_news=False, is_same=True)

    def come_here(self) -> None:
        """Show the season, and what can be decided in it."""
        self.once.forget()
        self.set_class(False, "-over")
        if self.session.is_over:
            self.set_class(True, "-over")
            self.refresh_bindings()
            self.show_end()
            return
        view = self.session.view()
        self.refresh_bindings()
        self.show_season(view)
        self.show_counsel(view)
        self.show_story(view)
        self.query_one(SeasonPanes).show(HAPPENED)
        self._list(view, is_news=True)
        panes = self.query_one(SeasonPanes)
        panes.put_story_first(is_scene=self.is_scene, is_unasked=self.is_unasked)
        self.query_one(Acts).focus_list()

    def _list(self, view: View, *, is_news: bool, is_same: bool = False) -> None:
        acts, legal = self.query_one(Acts), self.session.legal()
        self._group = None
        if self.is_scene:
            seen = scene_seen(self.rules, view, legal, self.mode)
            asked = choices.of_scene(seen)
            acts.show(asked, choices.SCENE_ASKS, is_news=is_news, is_scene=True)
            return
        self._groups = menu(self.rules, view, legal, self.mode)
        standing = standing_orders(self.rules, view.state, self.mode)
        width = acts.query_one(Lines).scrollable_content_region.width or self._width_expected
        whole = tuple(choices.of_season(self._groups, standing, None))
        room = self.query_one(SeasonPanes).rows_of_orders
        is_wide = not self.has_class(NARROW)
        found: Iterable[Offer] = whole
        if self.app.size.height < AMPLE and rows_of(whole, width) > room:
            found = choices.of_season(self._groups, standing, width, is_told_below=is_wide)
        acts.show(found, choices.SEASON_ASKS, is_news=is_news, is_same=is_same)

    @property
    def _width_expected(self) -> int:
        """The cells of a line before the panes were ever laid out."""
        whole = self.app.size.width
        return (whole if self.has_class(NARROW) else whole * 9 // 20) - MARGIN

    # What is decided.

    @on(Acts.Chosen)
    def choose(self, event: Acts.Chosen) -> None:
        """Choose a line: a group shows its orders, an order its targets; else it is decided."""
        offer, acts = event.offer, self.query_one(Acts)
        if not acts.answer(offer):
            return
        if not offer.heads:
            acts.say((sentence(f"Not now: {offer.refused}"), "$warning"))
        elif (group := self._group_of(offer)) is not None:
            self._ask_of(group)
        elif (choice := self._order_of(offer)) is not None:
            self._ask_where(choice)
        else:
            self.decide(offer.heads[0].alone)

    def _group_of(self, offer: Offer) -> Group | None:
        if self._group is not None or self.is_scene:
            return None
        named = (group for group in self._groups if group.id == offer.name)
        return next((g for g in named if g.id not in (TABLES, SEASON)), None)

    def _order_of(self, offer: Offer) -> Choice | None:
        """Return the order behind a line that must still be directed to something."""
        return None if self._group is None else choices.choice_named([self._group], offer.name)

    def _ask_of(self, group: Group) -> None:
        self._group = group
        found = choices.of_group(self.rules, self.session.view(), group, self.mode)
        self._ask(found, group.heading)

    def _ask_where(self, choice: Choice) -> None:
        found = choices.of_order(self.rules, self.session.view(), choice, self.mode)
        self._ask(found, choice.label)

    def _ask(self, found: Iterable[Offer], title: str) -> None:
        acts = self.query_one(Acts)
        acts.ask(found, title)
        self.query_one(SeasonPanes).make_room(is_asking=True)
        acts.focus_list()

    def decide(self, decision: Decision) -> None:
        """Decide, tell what came of it, and ask again; a refusal costs nothing.

        A season that something ends with passes only when that was said and it is meant.
        """
        if says := self.once.ask(decision, self._passing(decision)):
            self.query_one(Acts).say((says, "$warning"))
        else:
            self.work_out(lambda: self._decide(decision))

    def _decide(self, decision: Decision) -> None:
        try:
            self.session.decide(decision)
        except AmurError as error:
            self.query_one(Acts).say((sentence(str(error)), "$warning"))
            return
        self.forget_notes()
        self.come_to(is_news=True)

    def _passing(self, decision: Decision) -> str:
        what = passed_by(self.rules, self.session.state, decision)
        return ONCE_MORE.format(what=what) if what else ""

    @on(Acts.Looked)
    def light(self, event: Acts.Looked) -> None:
        """Light the places on the map that the line under the cursor is about."""
        if self.once.is_of(head.alone for head in event.offer.heads):
            self.query_one(Acts).say((self.once.said, "$warning"))
        else:
            self.once.forget()
        abouts = ((head.name, *head.about) for head in event.offer.heads)
        keys = (about for about in abouts if len(about) == 2)
        lit = tuple(self._places[key] for key in keys if key in self._places)
        self.show_land(self.session.view(), lit)

    @on(EndPages.Chosen)
    def go_on(self, event: EndPages.Chosen) -> None:
        """Do what was chosen after the last page."""
        match event.what:
            case ending.BILL:
                self.action_bill()
            case ending.TREE:
                self.action_timeline()
            case ending.TAKE_BACK:
                self.action_undo()
            case ending.SAME_MAN:
                heading, app = self.session.record.heading, self.app
                self.dismiss()
                app.post_message(self.Again(heading.seat, heading.seed))
            case _:
                self.dismiss()

    # What the keys do.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now."""
        if action == "back" and self.query(TroublePanel):
            return True
        if action in ("map", "zoom", "land") and self.rules.scenario.map is None:
            return False
        if action == "stand" and self.is_scene:
            return False
        if action in DECIDING and self.is_deciding:
            return False
        return not (self.session.is_over and action in IN_SEASON)

    def action_number(self, number: int) -> None:
        """Choose a line by its number."""
        self.query_one(Acts).choose_number(number)

    def action_stand(self) -> None:
        """Let the season pass as it stands ordered, unless what stands there only just came."""
        if self.query_one(Acts).is_meant(LETTER_OF_STAND):
            self.decide(Decision(STAND))

    def action_back(self) -> None:
        """Go back from what an order is directed to to its group, and from that to all groups."""
        if trouble := self.query(TroublePanel):
            trouble.remove()
            return
        self.query_one(SeasonPanes).show(HAPPENED)
        acts = self.query_one(Acts)
        if not self.is_scene:
            self._list(self.session.view(), is_news=False)
            self.query_one(SeasonPanes).make_room(is_asking=False)
        acts.focus_list()
