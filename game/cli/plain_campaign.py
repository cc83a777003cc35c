"""Line mode for a campaign: seasons between tables, each table as it is by itself."""

from __future__ import annotations

from functools import partial

from game.cli.plain_begin import MEANS_NOTHING, NOWHERE
from game.cli.plain_campaign_end import after_the_campaign, tell_what_next
from game.cli.plain_campaign_story import CampaignStory
from game.cli.plain_campaign_walks import CampaignWalks
from game.cli.plain_end import lead_to, tell_whether_looked
from game.cli.plain_input import BACK, InputEnded, Reader
from game.cli.plain_line import AskAgain, Asking, Left, MenuAsked, PagesAsked
from game.cli.plain_refusal import refuse
from game.cli.plain_season import SeasonTurns
from game.cli.plain_season_answers import SeasonAnswers
from game.cli.plain_table import AtOneTable
from game.cli.plain_text import item, put, put_all, say, wrapped
from game.cli.plain_unknown import LONGEST, after_the_end
from game.coach.invented import legend_of
from game.coach.seasons.talks_told import asked_of_you, taken_from_seasons, told_past
from game.coach.visible import visible
from game.coach.words_for import sentence
from game.errors import WordsError
from game.files.plays import KeptPlay
from game.rules import CampaignRules

OVER = "the seasons are over"


class CampaignMode:
    """One play of a campaign at a keyboard or a pipe."""

    def __init__(self, play: KeptPlay, reader: Reader, resume: str) -> None:
        """`resume` is the command that takes the play up again."""
        rules = play.session.game
        assert isinstance(rules, CampaignRules)
        self.play = play
        self.rules = rules
        self.session = play.session
        self.reader = reader
        self.resume = resume
        self.mode = self.session.record.heading.mode
        self.story = CampaignStory(self.session, rules, lambda: self.lines.reads_on())
        answers = SeasonAnswers(self.session, rules)
        self.lines = Asking(self.session, reader, answers, self.story, resume, CampaignWalks)
        self.seasons = SeasonTurns(self.lines, self.story, rules)
        self._table: AtOneTable | None = None
        self._taken_at = -1
        """The number of talks held before the one whose opening was told."""
        self._is_seated = False
        self._turns_pages = False
        """The end, where the play stands at one, is to be told page by page."""

    def go_on(self) -> None:
        """Take the place of a play that was carried over: nobody is asked to begin again."""
        self._is_seated = True

    def run(self) -> None:
        """Play until the end, or until whoever plays leaves."""
        try:
            self._begin()
            while True:
                try:
                    self._go_on()
                except MenuAsked:
                    self.seasons.show_all()
                    if self._table is not None:
                        self._table.show_all()
                except PagesAsked:
                    self._turns_pages = True
                except AskAgain:
                    self._table = None
        except InputEnded:
            put()
            self._leave()
        except Left:
            self._leave()

    def _leave(self) -> None:
        say("You leave. Everything is kept; to take it up again:")
        put(f"    {visible(self.resume)}")

    def _begin(self) -> None:
        for notice in self.play.notices:
            say(sentence(notice))
        tell_whether_looked(self.session)
        if not (self.session.record.nodes or self._is_seated):
            self._sit_down()
        else:
            self.seasons.explains = False
        self.story.add(self.session.state, self.session.advance())

    def _sit_down(self) -> None:
        scenario = self.rules.scenario
        if scenario.content_note:
            say(scenario.content_note)
            put()
        if legend := legend_of(scenario):
            say(legend)
            put()
        for twist in self.rules.twists:
            say(f"{scenario.twists[twist].title}. {scenario.twists[twist].text}")
            put()
        if self.rules.start is not None:
            begun = scenario.starts[self.rules.start]
            say(f"{begun.title}. {begun.text}")
            put()
            for text in told_past(self.rules):
                say(text)
                put()
        while not self._is_begun():
            pass

    def _is_begun(self) -> bool:
        """Ask once whether to begin or to read first; return whether the play begins."""
        put_all((item(1, "Begin."), item(2, "Read your instructions first.")))
        try:
            text = self.lines.line()
        except AskAgain:
            return False
        if text == "2":
            self.lines.answers.answer("brief")
            put()
            return False
        if text.lower() in BACK:
            say(NOWHERE)
            return False
        if text != "1":
            try:
                self.rules.parsed(text.lower(), self.session.state)
            except WordsError:
                say(MEANS_NOTHING.format(text=text[:LONGEST], begins="begins"))
                return False
            self.reader.give_back(text)
        return True

    def _go_on(self) -> None:
        while not self.session.is_over:
            self.story.tell()
            if self.session.in_season:
                self._table = None
                self.seasons.take()
            else:
                self._sit()
            self._turns_pages = self.session.is_over
        self.story.tell()
        turns_pages, self._turns_pages = self._turns_pages, False
        pages = partial(after_the_campaign, self.session, self.rules, self.lines.reads_on)
        lead_to(pages if turns_pages else None, partial(tell_what_next, self.session, self.rules))
        while True:
            refuse(after_the_end(self.lines.line(), OVER))

    def _sit(self) -> None:
        """Take one decision at a table; what the talks came to is read before the season."""
        state = self.session.state
        if self._taken_at != len(state.deals) and state.sitting <= 1:
            self._taken_at = len(state.deals)
            view = self.session.view()
            asked = asked_of_you(self.rules, view)
            put_all(_taken(taken_from_seasons(self.rules, view, self.mode)))
            put_all(_taken((asked,) if asked else ()))
        if self._table is None:
            self._table = AtOneTable(self.session, self.reader, self.story, self.resume)
        self._table.take()
        if len(self.session.state.deals) > len(state.deals):
            self._table = None


def _taken(sentences: tuple[str, ...]) -> list[str]:
    return [*map(wrapped, sentences), ""] if sentences else []
