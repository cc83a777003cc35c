"""The helper words of line mode: questions that cost nothing and decide nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.cli.plain_drafts import LAID_DOWN, Drafts
from game.cli.plain_end import told_archives
from game.cli.plain_guesses import asked
from game.cli.plain_help import print_help
from game.cli.plain_log import told_log
from game.cli.plain_looks import status
from game.cli.plain_pages import print_briefs, print_codex, print_lesson, print_rules_for
from game.cli.plain_paper import ledger
from game.cli.plain_sources import ASKED, told_sources
from game.cli.plain_text import put, put_all, say, wrapped
from game.cli.plain_why import is_key, told_line
from game.cli.plain_words import begun_from, in_record_words
from game.coach.own_need import own_need
from game.coach.persons import opposite
from game.coach.words_for import issue_label, sentence
from game.errors import AmurError
from game.rules import parsed
from game.rules.words import HIS
from game.session import Session
from game.state import HOST, State

if TYPE_CHECKING:
    from game.tui.map.chart import Chart


class Answers:
    """Answers the helper words for whoever is shown the table."""

    def __init__(self, session: Session, drafts: Drafts) -> None:
        self.session = session
        """As it was named on the command line: an id or a folder."""
        self.rules = session.rules
        self.drafts = drafts
        self.mode = drafts.mode
        self._alone: dict[str, Callable[[], None]] = {
            "expect": lambda: put_all(asked(self.session, self._seat)),
        }
        """Words that ask something alone, and decide something with others after them."""
        self._words: dict[str, Callable[[str], None]] = {
            "help": lambda _: print_help(self.rules.scenario, self._seat),
            "?": lambda _: print_help(self.rules.scenario, self._seat),
            "sources": lambda _: say(*told_sources(self.session)),
            "rules": self._rules,
            "paper": self._paper,
            "draft": self._draft,
            **dict.fromkeys(HIS, self._his),
            "terms": self._terms,
            "map": self._map,
            "status": self._status,
            "brief": self._brief,
            "codex": self._codex,
            "teaching": lambda _: print_lesson(self.session.game.scenario),
            "advisers": self._advisers,
            "why": self._why,
            "archives": lambda _: put_all(told_archives(self.session)),
            "log": lambda _: put_all(told_log(self.session, self._seat, self.mode)),
        }

    def answer(self, text: str) -> bool:
        """Answer a line if it begins with a helper word; return whether it did."""
        word, _, rest = text.partition(" ")
        if not rest and word.lower() in self._alone:
            self._alone[word.lower()]()
            return True
        if word.lower() not in self._words:
            return False
        self._words[word.lower()](rest.strip())
        return True

    @property
    def _seat(self) -> int:
        return self.rules.table.seats.index(self.session.seat)

    @property
    def _state(self) -> State:
        return self.session.view().state

    def _paper(self, _: str) -> None:
        self.drafts.show(self._seat, self._state)

    def _draft(self, terms: str) -> None:
        state = self._state
        if terms:
            table, draft = self.rules.table, self.drafts.of(self._seat, state)
            try:
                words = in_record_words(f"offer {terms}", table, draft)
                named, paper = begun_from(words, table, state, draft)
                decision = parsed(named, table, state._replace(paper=paper))
            except AmurError as error:
                say(sentence(str(error)))
                return
            if decision.paper is not None:
                self.drafts.write(self._seat, decision.paper)
        self._paper("")

    def _his(self, _: str) -> None:
        state, other = self._state, opposite(self.rules, self._seat)
        if self._seat == HOST:
            heading, paper, before = LAID_DOWN.format(other=other), state.paper, None
        elif state.word is not None:
            heading = f"{other.His} word, which {other.he} signs if you lay it down unchanged:"
            paper, before = state.word, state.paper
        else:
            heading, paper, before = (
                "No word stands now; the last one said:",
                state.said,
                state.paper,
            )
        if paper is None:
            nothing = (
                "No paper lies on the table." if self._seat == HOST else "No word was given yet."
            )
            put(nothing)
            return
        put(heading)
        put_all(ledger(self.rules, paper, before))
        self.drafts.weigh(self._seat, state, paper)

    def _terms(self, _: str) -> None:
        for issue, options in enumerate(self.rules.table.options):
            id = self.rules.table.issues[issue]
            put(
                wrapped(
                    f"{id} ({issue_label(self.rules.scenario, issue)}): {', '.join(options)}",
                    "",
                    "    ",
                )
            )

    def _map(self, _: str) -> None:
        from game.cli.plain_map import told_map

        draft = self.drafts.written(self._seat)
        put_all(told_map(self.rules, self._state, draft, self._chart()))

    def _chart(self) -> Chart | None:
        """Return the chart that the map of a table begins from; `None` for the scenario's own."""
        return None

    def _status(self, _: str) -> None:
        put_all(status(self.rules, self._seat, self._state, self.mode))

    def _brief(self, _: str) -> None:
        print_briefs(self.rules.scenario, self.session.seat)
        need = own_need(self.rules, self._seat, self._state)
        if need:
            put()
            say(need)

    def _rules(self, _: str) -> None:
        print_rules_for(self.rules.scenario, self.session.seat)

    def _codex(self, name: str) -> None:
        print_codex(self.rules.scenario, name)

    def _advisers(self, _: str) -> None:
        from game.cli.plain_people import told_advisers

        put_all(told_advisers(self.session))

    def _why(self, name: str) -> None:
        from game.cli.plain_people import told_why

        if name.lower() in ASKED:
            say(*told_sources(self.session))
            return
        if is_key(name) and not self.session.is_over:
            put_all(told_line(self.rules, self.session.legal(), self._state, name, self.mode))
            return
        put_all(told_why(self.rules, self.session.view(), name, self.mode))
