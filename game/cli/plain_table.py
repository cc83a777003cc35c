"""One table of a campaign in line mode: everything as at a table that stands alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.cli.plain_answers import Answers
from game.cli.plain_campaign_story import CampaignStory
from game.cli.plain_campaign_walks import CampaignWalks
from game.cli.plain_drafts import Drafts
from game.cli.plain_input import Reader
from game.cli.plain_line import Lines
from game.cli.plain_looks import after_the_tracks, before_the_tracks
from game.cli.plain_season_answers import SeasonAnswers
from game.cli.plain_text import put, put_all, say, wrapped
from game.cli.plain_turn import Turns
from game.coach.meaning import words_known
from game.coach.persons import capital
from game.coach.seasons.at_table import AtTable
from game.coach.seasons.meaning_ends import called_measure, measure_labelled
from game.coach.seasons.talks_told import brief_of_talks
from game.coach.seasons.tracks import tracks
from game.rules import CampaignRules
from game.session import Session

if TYPE_CHECKING:
    from game.tui.map.chart import Chart

ALL = "all"
BRIEF_ALL = f"'brief {ALL}' tells what everybody knows, and your instructions, in full."
OF_SEASONS = ("leverage", "ledger", "papers", "log", "archives")
"""Words that are answered at a table as in a season."""


class TableAnswers(Answers):
    """The helper words of a table, and those of the seasons that are answered there, too."""

    def __init__(self, session: Session, drafts: Drafts, rules: CampaignRules) -> None:
        super().__init__(AtTable(session), drafts)
        self._campaign = rules
        self._seasons = SeasonAnswers(session, rules)
        for word in OF_SEASONS:
            self._words[word] = partial(_asked, self._seasons, word)

    def _status(self, _: str) -> None:
        """Print where the talks stand; a track of the seasons stands as it is known there."""
        put_all(before_the_tracks(self.rules, self._seat, self._state, self.mode))
        for track in tracks(self._campaign, self.session.view(), self.mode):
            put(wrapped(f"{capital(track.label)}: {track.text}.", "", "  "))
        put_all(after_the_tracks(self.rules, self._seat, self._state))

    def _brief(self, which: str) -> None:
        """Print what these talks are about in short; with `all` the instructions of the play."""
        if which.lower() == ALL:
            super()._brief("")
            return
        view = self.session.view()
        opened = next((step.before for step in self.session.steps()), None)
        for text in brief_of_talks(self._campaign, view, self.mode, opened):
            say(text)
            put()
        say(BRIEF_ALL)

    def _map(self, rest: str) -> None:
        """Print the map of the table, and what the seasons have brought to it."""
        from game.cli.plain_map import told_deeds

        super()._map(rest)
        put_all(told_deeds(self._campaign, self.session.state))

    def _chart(self) -> Chart | None:
        """Return the chart as the seasons have it."""
        from game.cli.plain_map import chart_in

        return chart_in(self._campaign, self.session.state)

    def _why(self, name: str) -> None:
        """Print what a word means: one of the seasons as there, any other as at a table."""
        word = name.lower().replace(" ", "-")
        is_of_seasons = word in (*self._campaign.levels, *self._campaign.scenario.tables)
        is_here = word in words_known(self.rules)
        is_label = not is_here and bool(measure_labelled(self._campaign, word))
        if is_of_seasons or is_label or called_measure(self._campaign, word):
            self._seasons.answer(f"why {name}")
            return
        super()._why(name)


def _asked(seasons: SeasonAnswers, word: str, rest: str) -> None:
    seasons.answer(f"{word} {rest}".strip())


class AtOneTable:
    """The talks that are held now."""

    def __init__(self, session: Session, reader: Reader, story: CampaignStory, resume: str) -> None:
        at = AtTable(session)
        drafts = Drafts(at.rules, session.record.heading.mode)
        answers = TableAnswers(session, drafts, story.campaign)
        lines = Lines(at, reader, answers, drafts, story, resume, CampaignWalks)
        self._turns = Turns(lines)

    def show_all(self) -> None:
        """Show everything with the next menu, what cannot be done now among it."""
        self._turns.shows_all = True

    def take(self) -> None:
        """Show where the talks stand, and take one decision."""
        self._turns.take()
