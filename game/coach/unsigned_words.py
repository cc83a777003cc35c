"""The bill of talks without a paper, in words: why none came, and what was left on the table."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.by_points import court_would
from game.coach.invented import spoken
from game.coach.own_need import costs
from game.coach.papers import differences, terms_said
from game.coach.persons import capital, each_his, persons
from game.coach.unsigned import Unsigned, Weighed, unsigned
from game.coach.words_for import counted, listed, points, whole
from game.rules import Rules, mind, terms
from game.state import CLAIMANT, HOST, Ended, Reply, State

ENDED = {
    Ended.WENT_HOME: "{claimant.named} went home",
    Ended.BROKEN_OFF: "{host.named} rose, and the talks were at an end",
    Ended.LAPSED: "the days were spent",
}
"""What ended the talks."""
WEARY = "{host.named_his} patience was spent, and {host.he} rose"
STOOD = {
    Ended.WENT_HOME: "It stood to the end: {claimant.named} had only to lay it down unchanged.",
    Ended.BROKEN_OFF: "It stood until {host.he} rose.",
    Ended.LAPSED: "It came in the last sitting, too late to be laid down again.",
}
"""What is said of a word that nothing had undone."""
FELL = "It no longer stood at the end."


def told_unsigned(rules: Rules, state: State, seat: int) -> Iterator[str]:
    """Yield the paragraphs of the bill, as the archives tell them to a chair."""
    paid = unsigned(rules, state)
    yield from _Telling(rules, state, seat, paid).paragraphs()


class _Telling:
    """One bill, with the names of those who pay it."""

    def __init__(self, rules: Rules, state: State, seat: int, paid: Unsigned) -> None:
        self.rules = rules
        self.words = rules.table.words
        self.state = state
        self.paid = paid
        self.claimant, self.host = persons(rules, seat)

    def paragraphs(self) -> Iterator[str]:
        """Yield why, the last paper, the last word, what it cost besides, what there was."""
        rose_weary = self._ended is Ended.BROKEN_OFF and self.state.patience <= 0
        ended = self._named(WEARY if rose_weary else ENDED[self._ended])
        yield f"No paper came of it: {ended}. {self._why()}"
        if self.paid.last is not None:
            yield self._last(self.paid.last)
        if self.paid.word is not None:
            yield self._word(self.paid.word)
        yield from self._besides()
        yield self._fair()

    @property
    def _ended(self) -> Ended:
        return self.state.ended or Ended.LAPSED

    def _named(self, text: str) -> str:
        return text.format(claimant=self.claimant, host=self.host)

    def _why(self) -> str:
        """Return what kept the host from signing, in a sentence that holds of the numbers."""
        paid, host, consent = self.paid, self.host, self.words.consent
        if paid.last is None:
            return "None had been laid on the table."
        below = _by(paid.want - paid.read)
        if paid.lacks_need:
            also = f", and lay {below} below what {host.he} wanted" if paid.read < paid.want else ""
            could_not = self.words.could_not_do_without
            return f"The last one lacked the one thing {host.named} {could_not}{also}."
        if paid.read < paid.walks[HOST]:
            under = _by(paid.walks[HOST] - paid.read)
            return (
                f"The last one was to {host.named} worse than none, by {under} as {host.he} read "
                f"it, {host.his} face and whose hand wrote it counted in."
            )
        if paid.read < paid.want:
            return (
                f"The last one was to {host.named} better than none, but {below} short of "
                f"{host.his} hopes."
            )
        if self.state.face < terms.ILL:
            return (
                f"The last one was enough for {host.named}; after such an affront {host.he} could "
                f"not be seen to {consent.will} {consent.it}."
            )
        if self.state.reply is Reply.CONSULTS:
            return (
                f"The last one was enough for {host.named}; {host.he} {host.verb('was', 'were')} "
                f"still consulting the {self.words.officers} who must answer for it with "
                f"{host.him}."
            )
        if self._ended is Ended.WENT_HOME:
            return (
                f"By then the last one was enough for {host.named}: {host.he} might have "
                f"{consent.done} {consent.it} in another sitting."
            )
        return (
            f"The last one was enough for {host.named}, and {host.he} did not {consent.will} "
            f"{consent.it}."
        )

    def _last(self, last: Weighed) -> str:
        agreed = capital(self.words.consent.agreed)
        told = f"{agreed}, the last paper would have been {self._worth(last)}"
        if self._lacks_need(last) and not self.host.is_you:
            return told
        own = f"on {each_his((self.claimant, self.host))} own scale"
        told += f" Each counts {own}, before any {self.words.court} has read it."
        cost = self._difference(last, HOST)
        if cost > 0:
            told += f" That it lay unsigned cost {self.host.named} {counted(cost, 'point')}."
        return told

    def _word(self, word: Weighed) -> str:
        is_the_paper = self.paid.last is not None and word.paper == self.paid.last.paper
        told = (
            f"That paper was {self.host.named_his} own word."
            if is_the_paper
            else f"{capital(self.host.named_his)} last word would have been {self._worth(word)}"
        )
        if self.state.word is None:
            return f"{told} {FELL}"
        told += f" {self._named(STOOD[self._ended])}"
        cost = self._difference(word, CLAIMANT)
        if self._ended is Ended.WENT_HOME and cost > 0:
            told += f" To leave it cost {self.claimant.him} {counted(cost, 'point')}."
        return told

    def _worth(self, weighed: Weighed) -> str:
        """Return what a paper is worth to both; to the host only where he could have signed it."""
        to_claimant = f"worth {self._beside(weighed, CLAIMANT)}"
        to_both = f"{to_claimant}, and {self._beside(weighed, HOST)}."
        if not self._lacks_need(weighed):
            return to_both
        if self.host.is_you:
            return (
                f"{to_both} It lacks the one thing you were to bring home, which makes it worth "
                f"{costs(self.rules, HOST)} less to you, counted in: {self._need}"
            )
        return (
            f"{to_claimant}. {capital(self.host.named)} could not have "
            f"{self.words.consent.done} {self.words.consent.it}: it lacks the "
            f"one thing, {self._need}"
        )

    def _lacks_need(self, weighed: Weighed) -> bool:
        host = self.state.men[HOST]
        return host is not None and not mind.meets_need(host, weighed.paper)

    @property
    def _need(self) -> str:
        """What the host could not go home without, as he says it."""
        host = self.state.men[HOST]
        needs = self.rules.table.needs[HOST]
        return spoken(needs[host.need]) if host is not None and host.need >= 0 else ""

    def _beside(self, weighed: Weighed, seat: int) -> str:
        """Return what a paper is worth to a seat, beside what it has without one."""
        who = (self.claimant, self.host)[seat]
        by = self._difference(weighed, seat)
        more = f"{abs(by)} {'more' if by > 0 else 'less'} than" if by else "as much as"
        walk = points(self.paid.walks[seat])
        return f"{points(weighed.values[seat])} to {who.named}, {more} {who.his} {walk} without one"

    def _difference(self, weighed: Weighed, seat: int) -> int:
        """Return a gain in whole points, as they are told."""
        return whole(weighed.values[seat]) - whole(self.paid.walks[seat])

    def _besides(self) -> Iterator[str]:
        """Yield what it cost to go without, beyond the papers themselves."""
        for who, charges in zip((self.claimant, self.host), self.paid.charges, strict=True):
            if charges:
                each = listed([f"{points(cost)} for {self._named(what)}" for cost, what in charges])
                yield f"Going without was charged to {who.named}, in points: {each}."
        if self.paid.taken > 0:
            taken = counted(whole(self.paid.taken), "point")
            yield (
                f"The {self.words.guns} had taken {taken} from what "
                f"{self.host.named} {self.host.verb('has', 'have')} without a paper, and brought "
                "no paper."
            )

    def _fair(self) -> str:
        fair, last = self.paid.fair, self.paid.last
        if fair is None:
            return self._fair_without()
        gains = self._gains(fair)
        if last is not None and fair.paper == last.paper:
            return (
                "No paper that holds what each must bring home was better for both than that one: "
                f"{gains}. {self._court_would(fair)}"
            )
        return (
            "There was a paper for both that holds what each must bring home, worth "
            f"{gains}: {self._beside_the_last(fair)}. {self._court_would(fair)}"
        )

    def _fair_without(self) -> str:
        """Return what there was where no paper that holds both needs was better for both."""
        without, last = self.paid.fair_without, self.paid.last
        if without is None:
            return "No paper would have left both better off than none: there was none to be had."
        if self._lacks_need(without) and not self.host.is_you:
            return (
                f"No paper that holds what {self.host.named} {self.words.could_not_do_without} "
                "would have left both better off than none: there was none to be had."
            )
        lacks = self._lacked(without)
        none = (
            "No paper that holds what each must bring home would have left both better off than "
            "none."
        )
        if last is not None and without.paper == last.paper:
            gains = self._gains(without)
            return (
                f"{none} The last one would have, though it lacks {lacks}: {gains}. "
                f"{self._court_would(without)}"
            )
        return (
            f"{none} One that lacks {lacks} would have, worth {self._gains(without)}: "
            f"{self._beside_the_last(without)}. {self._court_would(without)}"
        )

    def _court_would(self, weighed: Weighed) -> str:
        return court_would(self.rules, self.state, weighed.paper)

    def _lacked(self, weighed: Weighed) -> str:
        """Return which needs a paper leaves out."""
        asked = f"what {self.words.asks or 'home'} asked of {self.claimant.named}"
        if not self._lacks_need(weighed):
            return asked
        claimant = self.state.men[CLAIMANT]
        needed = f"the one thing {self.host.named} {self.host.verb('was', 'were')} to bring home"
        holds = claimant is None or mind.meets_need(claimant, weighed.paper)
        return needed if holds else f"{asked} and {needed}"

    def _gains(self, weighed: Weighed) -> str:
        return (
            f"{self._difference(weighed, CLAIMANT)} more than none to {self.claimant.named} and "
            f"{self._difference(weighed, HOST)} more to {self.host.named}"
        )

    def _beside_the_last(self, weighed: Weighed) -> str:
        last = self.paid.last
        if last is None:
            return terms_said(self.rules, weighed.paper)
        return f"the last one, but with {differences(self.rules, weighed.paper, last.paper)}"


def _by(hundredths: int) -> str:
    """Return by how much, in whole points.

    >>> _by(420), _by(30)
    ('4 points', 'less than a point')
    """
    below = whole(hundredths)
    return counted(below, "point") if below else "less than a point"
