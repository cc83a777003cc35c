"""A season that is looked at: what the panes show of it, and the questions that decide nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.app import ComposeResult
from textual.content import Content

from game.coach.invented import title_in_play
from game.coach.seasons.counsel import counsel
from game.coach.seasons.ends import PAPERS, papers, told_paper
from game.coach.seasons.forecasts import forecast
from game.coach.seasons.head import head
from game.coach.seasons.leverage import leverage
from game.coach.seasons.moved import Moved, moved, since_opened
from game.coach.seasons.scene import scene_seen
from game.coach.seasons.tracks import purse, tracks
from game.files.plays import KeptPlay
from game.rules import CampaignRules
from game.session import Session
from game.state import CLAIMANT, Decision, View
from game.tui.keyboard import keys_now
from game.tui.map.seasons import Drawn, map_of
from game.tui.play.acts import Acts
from game.tui.play.ending import EndPages
from game.tui.play.head import Head
from game.tui.play.in_play import InPlay
from game.tui.play.keyline import KeyLine
from game.tui.play.keys import CAUSES
from game.tui.play.moment import archives
from game.tui.play.options import Offer
from game.tui.play.story import Story, scene_parts
from game.tui.play.widths import width_class
from game.tui.screens.codex import CodexScreen, pages_for
from game.tui.screens.reading import Reading, rules_page
from game.tui.season.annals import SeasonAnnals
from game.tui.season.asked import (
    HEADING,
    PAID,
    foretold_parts,
    ledger_parts,
    moved_parts,
    why_ended,
    why_scene,
    why_shut,
    why_standing,
)
from game.tui.season.counsel import Counsel
from game.tui.season.ending import BESIDE_HISTORY, end_pages, next_of
from game.tui.season.heading import standings
from game.tui.season.keys import KEYMAP
from game.tui.season.land import Land
from game.tui.season.levels import TITLE, Levels
from game.tui.season.panes import LAND, SeasonPanes
from game.tui.season.signs import SIGNS, as_paragraphs, signs, signs_of_tracks
from game.tui.settings import settings_of
from game.tui.texts import plain, said
from game.tui.timeline.keys import COMPARE, HISTORY
from game.tui.widgets.hanging import Row

WHY, LEDGER, IN_WORDS = "What it would bring", "The ledger", "The land in words"
TREE_KEYS = {
    "tree": next(command for command in KEYMAP if command.id == "timeline"),
    "history": HISTORY,
    "compare": COMPARE,
}
"""What the last page names by its keys."""
NOTHING_SIGNED = "No talks were held yet."


class SeasonLooking(InPlay):
    """Shows what whoever decides in the seasons may see."""

    def __init__(self, play: KeptPlay | Session, mode: str) -> None:
        super().__init__(play, mode)
        game = self.session.game
        assert isinstance(game, CampaignRules), "only a campaign has seasons"
        self.rules = game
        self.annals = SeasonAnnals(self.session, game, mode)
        self._map = None if game.scenario.map is None else map_of(game)

    @property
    def can_show(self) -> bool:
        """Whether the play stands between tables."""
        return self.session.in_season

    def compose(self) -> ComposeResult:
        """Yield the head and the panes, laid out for this window at once."""
        self.add_class(width_class(self.app.size.width))
        yield Head()
        yield SeasonPanes(self.rules.scenario.map, self._drawn(self.session.view()))
        yield EndPages(next_of(self.rules))
        yield KeyLine()

    # What is shown.

    def show_season(self, view: View) -> None:
        """Show how the season stands: its head, the tracks, the land."""
        stands = head(self.rules, view, self.session.record.heading.seed)
        self.query_one(Head).show(*standings(stands, purse(self.rules, view)))
        levels = self.query_one(Levels)
        seen = tracks(self.rules, view, self.mode, self._since(view.state.turn))
        levels.show(seen, leverage(self.rules, view, self.mode))
        self.show_land(view)

    def show_land(self, view: View, lit: tuple[str, ...] = ()) -> None:
        """Show the land as the season has it, with places lit that an order is about."""
        drawn = self._drawn(view, lit)
        for land in self.query(Land):
            if drawn is not None:
                land.show(drawn)

    def _drawn(self, view: View, lit: tuple[str, ...] = ()) -> Drawn | None:
        return None if self._map is None else self._map.at(view.state, lit)

    def show_story(self, view: View) -> None:
        """Show what happened, the newest words in view, and the scene that waits."""
        self.annals.each = f"{keys_now(self.app, CAUSES)}: each by itself"
        older, newest = self.annals.paragraphs()
        if self.is_back:
            older, newest = [*older, *newest], []
        if self.is_scene:
            event = self.rules.scenario.events[self.rules.scenes.all[view.state.scene].id]
            title = title_in_play(self.rules.scenario, event)
            newest += scene_parts(title, event.place, event.text)
        self.query_one(Story).tell(older, [*self.notes, *newest])

    def show_counsel(self, view: View) -> None:
        """Show what advisers say of the scene that waits, if one does and they have a word."""
        words = counsel(self.rules, view, self.mode)
        self.query_one(SeasonPanes).counsel(is_given=bool(words))
        self.query_one(Counsel).show(words, self.rules.scenario)

    def show_settings(self) -> None:
        """Show everything with the glyphs that are set now."""
        if not self.session.is_over:
            view = self.session.view()
            self.show_season(view)
            self.show_story(view)

    def show_end(self) -> None:
        """Show the pages after the last season."""
        level = settings_of(self.app).level
        keys = {name: keys_now(self.app, command) for name, command in TREE_KEYS.items()}
        told = BESIDE_HISTORY.format_map(keys)
        self.query_one(EndPages).show(end_pages(self.session, self.rules, level, told))

    def explained(self) -> Iterator[Row]:
        """Yield what help says of the signs beside orders and tracks."""
        yield from signs(settings_of(self.app).level)

    # Questions.

    def action_pane(self, by: int) -> None:
        """Go on to another pane."""
        self.query_one(SeasonPanes).go_on(by)

    def action_read_on(self) -> None:
        """Go on reading what happened."""
        self.query_one(SeasonPanes).read_on()

    def action_map(self) -> None:
        """Show the map, or give it more room, or go back from it."""
        self.query_one(SeasonPanes).toggle_map()

    def action_zoom(self, by: int) -> None:
        """Show the next part of the land, or the one before."""
        for land in self.query(Land):
            self.query_one(SeasonPanes).show(LAND)
            land.zoom(by)

    def action_land(self) -> None:
        """Tell in words what the map shows."""
        for land in self.query(Land):
            self._open(IN_WORDS, *map(plain, land.words))

    def action_why(self) -> None:
        """Tell all that can be known before the line under the cursor is decided."""
        offer, view = self.query_one(Acts).current, self.session.view()
        is_over = self.session.is_over
        if is_over:
            view = view._replace(state=self.session.state)
        if is_over or offer is None or self.query_one(Levels).has_focus_within:
            page = self.query_one(EndPages).page if is_over else None
            sources = () if page is None else why_ended(self.rules, page)
            standing = why_standing(self.rules, view, self._moved(), self.mode)
            known = () if is_over else signs_of_tracks(settings_of(self.app).level)
            self._open(TITLE, *sources, *as_paragraphs(known), *standing)
        else:
            self.ask_why(WHY, offer)

    def why(self, offer: Offer) -> Iterator[Content]:
        """Yield what can be known of a line."""
        view = self.session.view()
        if self.is_scene:
            seen = scene_seen(self.rules, view, self.session.legal(), self.mode)
            yield from why_scene(self.rules, view, seen, offer, self.mode)
        elif not offer.heads:
            yield from why_shut(offer)
        else:
            yield from self._foretold([head.alone for head in offer.heads])

    def _foretold(self, decisions: list[Decision]) -> Iterator[Content]:
        view = self.session.view()
        for decision in decisions:
            told = forecast(self.rules, view, decision, self.mode)
            yield said((told[0], "bold"), *(f" {sentence}" for sentence in told[1:]))

    def action_causes(self) -> None:
        """Open the ledger: what moved lately and by what, what was foretold, and who paid."""
        moved = moved_parts(self.rules, self._moved(), self.mode)
        foretold = foretold_parts(self.rules, self.annals.steps(), self.mode)
        paid = ledger_parts(self.rules, self.session.view().state)
        self._open(LEDGER, *moved, *foretold, said((PAID, HEADING)), *paid)

    def _since(self, season: int) -> Mapping[str, int]:
        """Return what moved since the season opened."""
        turns = [(step.before, step.turn) for step in self.annals.steps()]
        return since_opened(self.rules, turns, season)

    def _moved(self) -> Sequence[Moved]:
        return moved(self.rules, ((step.before, step.turn) for step in self.annals.steps()))

    def action_bill(self) -> None:
        """Open the archives of the talks that were held last, with their bill."""
        closed = [step for step in self.annals.steps() if step.before.at and not step.turn.state.at]
        if not closed:
            self.notify(NOTHING_SIGNED)
            return
        last = closed[-1]
        ended = self.rules.closed(last.before, last.decision)
        page = archives(self.rules.at(last.before), ended, CLAIMANT)
        title = list(self.rules.scenario.tables.values())[last.before.at - 1].title
        self._open(f"{title} · {page.title}", *page.parts[1:])

    def action_papers(self) -> None:
        """Open what was signed so far."""
        found = [p for p in papers(self.rules, self.session.view().state) if p.season]
        told = map(plain, map(told_paper, found)) if found else [plain(NOTHING_SIGNED)]
        self._open(PAPERS, *told)

    def action_codex(self) -> None:
        """Open the codex, with the briefs that this chair may read."""
        scenario = self.rules.scenario
        pages = pages_for(scenario, self.session.seat)
        self.app.push_screen(CodexScreen(pages, scenario.sources, title=scenario.title))

    async def action_rules(self) -> None:
        """Open the page of rules; a campaign that has none is helped with the keys."""
        told = as_paragraphs(signs(settings_of(self.app).level))
        page = rules_page(self.rules.scenario, self.session.seat, said((SIGNS, HEADING)), *told)
        if page is None:
            await self.app.run_action("help")
        else:
            self.app.push_screen(page)

    def _open(self, title: str, *parts: Content) -> None:
        self.app.push_screen(Reading(title, *parts))


def places_about(rules: CampaignRules) -> Mapping[tuple[str, str], str]:
    """Return the place that an order with its target is about, where it is about one."""
    return {
        (id, target): aim.place
        for id, action in rules.scenario.actions.items()
        for target, aim in action.targets.items()
        if aim.place is not None
    }
