"""The helper words of a season: questions that cost nothing and decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.cli.plain_campaign_end import told_archives
from game.cli.plain_campaign_help import print_campaign_help
from game.cli.plain_campaign_log import told_log
from game.cli.plain_guesses import EXPECT, guessed_in_seasons
from game.cli.plain_near import near
from game.cli.plain_pages import print_briefs, print_codex, print_lesson, print_rules_for
from game.cli.plain_season_looks import of_leverage, status
from game.cli.plain_sources import ASKED, told_sources
from game.cli.plain_text import put, put_all, runs, say, wrapped
from game.cli.plain_why import NOT_THERE
from game.coach.invented import office_of
from game.coach.seasons.choice_in_full import choice_in_full
from game.coach.seasons.counsel import record_said, records
from game.coach.seasons.effects_told import signs_read
from game.coach.seasons.ends import papers, told_paper
from game.coach.seasons.leverage import leverage
from game.coach.seasons.meaning import meaning
from game.coach.seasons.menu import Choice, chosen, menu
from game.coach.seasons.moved import moved, since_opened
from game.coach.seasons.scene import scene_seen
from game.coach.seasons.toll import told_ledger
from game.coach.words_for import listed
from game.rules import CampaignRules
from game.session import Session
from game.state import Phase, State, View

OF_WHAT = (
    "Say of which order: 'forecast 3' tells what it would do and how often it goes wrong. At a "
    "table your people say what they expect of a paper."
)
NOTHING_TO_EXPECT = "All is over, and there is nothing left to expect."


class SeasonAnswers:
    """Answers the helper words in the seasons of a campaign."""

    def __init__(self, session: Session, rules: CampaignRules) -> None:
        self.session = session
        self.rules = rules
        self.mode = session.record.heading.mode
        self._words: dict[str, Callable[[str], None]] = {
            "help": lambda _: print_campaign_help(self.rules),
            "?": lambda _: print_campaign_help(self.rules),
            "status": self._status,
            "leverage": self._leverage,
            "ledger": lambda _: put_all(map(wrapped, told_ledger(self.rules, self._state))),
            "papers": self._papers,
            "advisers": self._advisers,
            "forecast": self._forecast,
            "why": self._why,
            "sources": lambda _: say(*told_sources(self.session)),
            "rules": self._rules,
            "brief": self._brief,
            "codex": self._codex,
            "teaching": lambda _: print_lesson(self.rules.scenario),
            "map": self._map,
            "log": lambda which: put_all(told_log(session, rules, self.mode, which)),
            "archives": lambda table: put_all(told_archives(session, rules, table)),
        }

    def answer(self, text: str) -> bool:
        """Answer a line if it begins with a helper word; return whether it did."""
        word, _, rest = text.partition(" ")
        if word.lower() == EXPECT and (not rest or self.session.is_over):
            put_all(guessed_in_seasons(self.session, self.rules))
            return True
        if word.lower() not in self._words:
            return False
        self._words[word.lower()](rest.strip())
        return True

    @property
    def _state(self) -> State:
        return self.session.view().state

    def _status(self, _: str) -> None:
        seed = self.session.record.heading.seed
        view = self.session.view()
        turns = [(step.before, step.turn) for step in self.session.steps()]
        by = since_opened(self.rules, turns, view.state.turn)
        put_all(status(self.rules, view, seed, self.mode, by))

    def _leverage(self, table: str) -> None:
        tables, at = list(self.rules.scenario.tables), self._state.at
        if table and table not in tables:
            close = near(table, tables)
            meant = f"did you mean '{close[0]}'?" if close else f"there are {listed(tables)}."
            say(f"There is no table '{table}'; {meant}")
            return
        put_all(
            of_leverage(
                leverage(self.rules, self.session.view(), self.mode, table or tables[at - 1])
            )
        )

    def _papers(self, _: str) -> None:
        put_all(wrapped(told_paper(paper)) for paper in papers(self.rules, self.session.state))

    def _advisers(self, _: str) -> None:
        there = [
            one for one in records(self.rules, self.session.view()) if one.is_there or one.told
        ]
        for one in there:
            right = record_said(one.right, one.told) or "has foretold nothing yet"
            gone = "" if one.is_there else ", no longer to be asked"
            named = f"{one.adviser.name}, {office_of(one.adviser)}"
            put(wrapped(f"{named}{gone}: {right}.", "", "  "))
        if not there:
            say("Nobody is here to be asked.")

    def _why(self, name: str) -> None:
        if name.lower() in ASKED:
            say(*told_sources(self.session))
            return
        view = self.session.view()
        if name.isdecimal() and view.state.phase == Phase.SCENE and not view.state.at:
            put_all(map(wrapped, self._of_scene(view, name)))
            return
        if self.session.is_over:
            view = view._replace(state=self.session.state)
        found = moved(self.rules, ((step.before, step.turn) for step in self.session.steps()))
        told = meaning(self.rules, view, self._meant(name), self.mode, found)
        for line in map(signs_read, told):
            put(wrapped(line, "  ", "    ") if line.startswith("  ") else wrapped(line))

    def _of_scene(self, view: View, number: str) -> Iterator[str]:
        """Yield what the line of a scene with a number is, and all that can be known of it."""
        seen = scene_seen(self.rules, view, self.session.legal(), self.mode)
        options = [option for option in seen.options if not option.why_not]
        if not 1 <= int(number) <= len(options):
            known = runs(str(at + 1) for at in range(len(options)))
            yield NOT_THERE.format(key=number, known=known)
            return
        option = options[int(number) - 1]
        yield option.say
        yield from choice_in_full(self.rules, view, seen, option, self.mode)
        yield from told_sources(self.session)

    def _forecast(self, name: str) -> None:
        if name:
            self._why(name)
        else:
            say(NOTHING_TO_EXPECT if self.session.is_over else OF_WHAT)

    def _meant(self, name: str) -> str:
        """Return the order that numbers of the menu mean; any other word as it is."""
        first, _, second = name.partition(" ")
        state = self.session.state
        if not first.isdecimal() or state.phase != Phase.SEASON or state.at:
            return name
        groups = menu(self.rules, self.session.view(), self.session.legal(), self.mode)
        return _named(chosen(groups, first), second.strip()) or name

    def _rules(self, _: str) -> None:
        print_rules_for(self.rules.scenario)

    def _brief(self, _: str) -> None:
        print_briefs(self.rules.scenario, self.rules.scenario.seasons.seat)

    def _codex(self, name: str) -> None:
        print_codex(self.rules.scenario, name)

    def _map(self, _: str) -> None:
        from game.cli.plain_map import told_campaign_map

        put_all(told_campaign_map(self.rules, self.session.state))


def _named(choice: Choice | None, target: str) -> str:
    """Return the order or the table that a line of the menu is about; empty for none."""
    if choice is None:
        return ""
    of = next((t for t in choice.targets if t.key == target), None)
    if of is not None and of.decision is not None:
        return " ".join((of.decision.name, *of.decision.about))
    of = choice.targets[0] if choice.targets else choice
    return "" if of.decision is None else of.decision.name
