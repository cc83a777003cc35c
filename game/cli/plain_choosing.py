"""Choosing by number: an act, what it is about, and the paper that goes along."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from game.cli import plain_menu
from game.cli.plain_asked import Asker, SaidOtherwise, WentBack
from game.cli.plain_drafts import Drafts
from game.cli.plain_paper_asked import paper_question, this_paper
from game.cli.plain_refusal import refuse
from game.cli.plain_text import ended, item, put, put_all, say
from game.cli.plain_unknown import is_known, nearest
from game.cli.plain_words import paper_alone, verb_of
from game.coach.menu import Entry, place, question
from game.coach.persons import opposite
from game.coach.words_for import issue_label, option_text, sentence
from game.errors import AmurError
from game.negotiation import Package
from game.rules import Rules
from game.rules.legal import Head, Legal
from game.state import HOST, Decision, State


class Chooser:
    """Leads one chair from a menu to a decision."""

    def __init__(
        self,
        rules: Rules,
        asker: Asker,
        drafts: Drafts,
        is_meant: Callable[[State, Decision], bool],
    ) -> None:
        """`is_meant` asks once more about a decision that is not lightly made."""
        self.rules = rules
        self.is_meant = is_meant
        self.asker = asker
        self.drafts = drafts

    def decision(self, entry: Entry, legal: Legal, state: State) -> Decision:
        """Return the decision behind a line of a menu.

        Raises `WentBack` when there is none, `SaidOtherwise` when another was typed instead.
        """
        act = entry.heads[0].name or entry.heads[0].verb
        with _told_when_left(entry.label, act, self.rules):
            return self._decision(entry, legal, state)

    def _decision(self, entry: Entry, legal: Legal, state: State) -> Decision:
        while True:
            head = self._about(entry, legal, state) if entry.heads[0].about else entry.heads[0]
            decision = self._joined_or_alone(head, legal, state)
            if decision is not None:
                return decision
            if not head.about:
                raise WentBack

    def _joined_or_alone(self, head: Head, legal: Legal, state: State) -> Decision | None:
        """Return an act, with a paper where it takes one; `None` to go back one question."""
        if head.spaces:
            return self._with_paper(head, legal, state)
        alone = head.with_paper(None)
        return alone if self._is_meant(alone, legal, state) else None

    def _is_meant(self, decision: Decision, legal: Legal, state: State) -> bool:
        return decision not in legal or self.is_meant(state, decision)

    def with_paper(self, head: Head, legal: Legal, state: State) -> Decision:
        """Return an act joined to the paper that is asked for; raises `WentBack` without one."""
        decision = self._with_paper(head, legal, state)
        if decision is None:
            raise WentBack
        return decision

    def _about(self, entry: Entry, legal: Legal, state: State) -> Head:
        """Return the one head that is meant."""
        heads, seat = entry.heads, state.seat
        if entry.help:
            say(entry.help)
        if len(heads[0].about) > 1:
            return self._about_two(heads, seat)
        by_number = {place(self.rules, head): head for head in heads}

        def show() -> None:
            put(question(self.rules, heads[0], seat))
            draft = self.drafts.of(seat, state)
            put_all(
                item(n, plain_menu.argument(self.rules, state, head, draft))
                for n, head in by_number.items()
            )
            put_all(plain_menu.refused_arguments(self.rules, legal, heads[0].name))

        names = {head.about[0]: n for n, head in by_number.items()}
        at = self._number(tuple(by_number), show, names)
        if not at:
            raise WentBack
        return by_number[at]

    def _about_two(self, heads: tuple[Head, ...], seat: int) -> Head:
        """Return the head about two issues, asked for one after the other."""
        while True:
            first = self._issue(question(self.rules, heads[0], seat))
            if not first:
                raise WentBack
            label = issue_label(self.rules.scenario, first - 1)
            second = self._issue(f"{sentence(label).rstrip('.')}, and which second?", but=first)
            if not second:
                continue
            both = tuple(self.rules.table.issues[i - 1] for i in sorted((first, second)))
            meant = [head for head in heads if head.about == both]
            if meant:
                return meant[0]
            say("Two different issues, please.")

    def _issue(self, asked: str, but: int = 0) -> int:
        """Return the number of an issue that is asked for; `but` is one that was named already."""
        known = [n for n in range(1, 1 + len(self.rules.table.issues)) if n != but]

        def show() -> None:
            put(asked)
            put_all(item(n, issue_label(self.rules.scenario, n - 1)) for n in known)

        return self._number(known, show, {self.rules.table.issues[n - 1]: n for n in known})

    def _number(
        self, known: Sequence[int], show: Callable[[], None], names: Mapping[str, int]
    ) -> int:
        """Return a number that is asked for, of a line that may be called by its word, too."""
        try:
            return self.asker.number(known, show)
        except SaidOtherwise as said:
            at = names.get("-".join(said.text.lower().split()))
            if at is None:
                raise
            return at

    def _with_paper(self, head: Head, legal: Legal, state: State) -> Decision | None:
        """Return an act joined to a paper; `None` to go back one question."""
        seat = state.seat
        while True:
            draft = self.drafts.of(seat, state)
            offers = self._offers(head, draft, state)
            labels = [label for label, _ in offers]
            show = partial(self._show_papers, head, legal, state, labels)
            try:
                at = self.asker.number(range(1, 1 + len(offers)), show)
                if not at:
                    return None
                decision = offers[at - 1][1]()
            except SaidOtherwise as said:
                decision = self._joined(said, head, legal, state)
            if decision is not None and self._is_meant(decision, legal, state):
                return decision

    def _show_papers(self, head: Head, legal: Legal, state: State, labels: list[str]) -> None:
        """Print the draft, and ask which paper goes along."""
        draft = self.drafts.of(state.seat, state)
        self.drafts.show(state.seat, state)
        if not head.allows(draft):
            say(f"This paper cannot go along: {ended(legal.why_not(head.with_paper(draft)))}")
        put()
        say(paper_question(self.rules, head, state.seat))
        put_all(item(n, label) for n, label in enumerate(labels, 1))

    def _joined(
        self, said: SaidOtherwise, head: Head, legal: Legal, state: State
    ) -> Decision | None:
        """Return an act joined to the paper that was typed; `None` where that cannot go along.

        Passes on what was typed where it is no paper.
        """
        draft = self.drafts.of(state.seat, state)
        try:
            paper = paper_alone(said.text, self.rules.table, state, draft)
        except AmurError as error:
            say(sentence(str(error)))
            return None
        if paper is None:
            self._pass_on(said, legal, state)
            return None
        if head.allows(paper):
            return head.with_paper(paper)
        say(f"This paper cannot go along: {ended(legal.why_not(head.with_paper(paper)))}")
        return None

    def _pass_on(self, said: SaidOtherwise, legal: Legal, state: State) -> None:
        """Pass on what is to be read by itself; what means nothing is refused, and asked again."""
        word = verb_of(said.text, self.rules.table)
        if is_known(word, self.rules.table):
            raise said
        refuse(nearest(word, self.rules, legal, state))

    def _offers(
        self, head: Head, draft: Package, state: State
    ) -> list[tuple[str, Callable[[], Decision | None]]]:
        """Return what may be done about the paper: each a label and what it comes to."""
        offers: list[tuple[str, Callable[[], Decision | None]]] = []
        what = "word" if state.seat == HOST else "paper"
        other = opposite(self.rules, state.seat)
        if head.bare and not head.supposing:
            left = "; the paper on the table stays" if state.paper is not None else ""
            offers.append((f"No {what} with it{left}", lambda: head.with_paper(None)))
        if head.allows(draft):
            offers.append(
                (this_paper(head, draft, state, other), lambda: self._written(head, state))
            )
        word = state.word
        if state.seat != HOST and word is not None and word != draft and head.allows(word):
            offers.append((f"{other.His} word, unchanged", lambda: head.with_paper(word)))
        offers.append(("First change something in it", lambda: self._changed(state)))
        return offers

    def _written(self, head: Head, state: State) -> Decision | None:
        """Return an act joined to the draft, as it now is, whatever was shown before."""
        draft = self.drafts.of(state.seat, state)
        return head.with_paper(draft) if head.allows(draft) else None

    def _changed(self, state: State) -> None:
        """Change one term of the draft."""
        while True:
            issue = self._issue("Which issue?") - 1
            if issue < 0:
                return
            options = range(1, 1 + self.rules.table.sizes[issue])
            option = self.asker.number(options, partial(self._show_options, issue, options)) - 1
            if option >= 0:
                draft = self.drafts.of(state.seat, state)
                self.drafts.write(state.seat, (*draft[:issue], option, *draft[issue + 1 :]))
                return

    def _show_options(self, issue: int, options: Sequence[int]) -> None:
        put(sentence(issue_label(self.rules.scenario, issue)))
        put_all(item(n, option_text(self.rules.scenario, issue, n - 1)) for n in options)


@contextmanager
def _told_when_left(what: str, act: str, rules: Rules) -> Iterator[None]:
    """Say that an act is not done when something else is typed at a question of it."""
    try:
        yield
    except SaidOtherwise as said:
        if verb_of(said.text, rules.table) == act:
            raise
        say(f"“{what}” is left undone: what you typed is read by itself.")
        raise
