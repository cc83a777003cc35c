"""The bill of a signed paper, in words: to each chair its own account first."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.better import More
from game.coach.bill import Bill, bill
from game.coach.brought_down import BroughtDown, brought_down
from game.coach.by_points import who_would_have_it
from game.coach.invented import spoken
from game.coach.menace import are_shown
from game.coach.own_need import costs, need_of
from game.coach.papers import instead
from game.coach.persons import capital, each_his, kind_of, persons
from game.coach.words_for import counted, issue_label, listed, whole
from game.negotiation import Package, value
from game.rules import Rules, mind, terms
from game.state import CLAIMANT, HOST, Man, State

BROUGHT = (
    "for what {host.he} {was} given",
    "by what was argued, written and done between the sittings",
    "by the days",
    "because {host.he} hoped for more again",
    "by danger other than the {guns}",
    "by the {guns}",
)
"""What changed what the host wanted, in the order of `CAUSES`."""
TWO_SCALES = (
    "A sum of two {men}'s points says whether there was more for both, and not how much: neither's "
    "points are the other's."
)
"""What is said of sums over both."""


def told_bill(rules: Rules, state: State, seat: int) -> Iterator[str]:
    """Yield what the paper gave, whence it came and what brought the host to sign it."""
    yield from _Telling(rules, state, seat).paragraphs()


def told_left(rules: Rules, state: State, seat: int) -> Iterator[str]:
    """Yield what each could have had more, and by which clauses."""
    yield from _Telling(rules, state, seat).left()


class _Telling:
    """One bill, told to a chair."""

    def __init__(self, rules: Rules, state: State, seat: int) -> None:
        self.rules = rules
        self.state = state
        self.seats = (seat, 1 - seat)
        self.persons = persons(rules, seat)
        self.paid: Bill = bill(rules, state)
        self.menace = rules.table.words.guns if are_shown(rules, state) else "last word"
        self.treaty: Package = state.treaty or ()
        self.men = tuple(self._man(seat) for seat in (CLAIMANT, HOST))

    def paragraphs(self) -> Iterator[str]:
        """Yield both gains, the clauses, each account, the guns, and what brought him to sign."""
        paid, host = self.paid, self.persons[HOST]
        each = [f"{signed(paid.accounts[s].gain)} for {self.persons[s].named}" for s in self.seats]
        before = f", before the {self.menace}" if paid.taken else ""
        yield (
            f"The bill: above what each had without a paper{before}, it gives {listed(each)}, each "
            f"on {each_his(self.persons)} own scale: together {signed(paid.joint)}. "
            f"{TWO_SCALES.format(men=kind_of(self.persons))}"
        )
        if self.state.first in (None, self.treaty):
            yield (
                "All of it lay in the first paper laid, and that was signed as it was: no changing "
                "of clauses created anything, or moved it from the one to the other."
            )
        else:
            yield f"Of it {signed(paid.in_first)} lay in the first paper laid; {self._since()}."
            for seat in self.seats:
                yield self._account(seat)
        for seat in self.seats:
            if not mind.meets_need(self.men[seat], self.treaty):
                yield self._lacks(seat)
        if paid.taken > 0:
            walk = paid.accounts[HOST].walk
            yield (
                f"The {self.menace} brought what {host.named} {host.verb('has', 'have')} without a "
                f"paper from {walk} to {walk - paid.taken}: {paid.taken} taken from {host.him}, "
                "and no part of what was created."
            )
        yield self._brought(brought_down(self.rules, self.state))

    def _since(self) -> str:
        paid, names = self.paid, [person.named for person in self.persons]
        gave = [
            f"{names[seat]} gave way on {self._labels(paid.gave[seat])}"
            for seat in self.seats
            if paid.gave[seat]
        ]
        if paid.agreed:
            gave.append(f"both have more by {self._labels(paid.agreed)}")
        how = f" ({'; '.join(gave)})" if gave else ""
        created = paid.created_since
        if created > 0:
            by = "trade of one issue against another" if paid.is_trade else "clauses changed since"
            what = f"{signed(created)} was created by {by}"
        elif created < 0:
            what = (
                f"{signed(created)} was lost by clauses changed since, which cost more than they "
                "gave"
            )
        else:
            what = "nothing was created or lost by clauses changed since"
        moved = paid.accounts[HOST].moved
        if not moved:
            return f"{what}{how}"
        giver, taker = (CLAIMANT, HOST) if moved > 0 else (HOST, CLAIMANT)
        lost, won = (abs(paid.accounts[s].moved + paid.accounts[s].created) for s in (giver, taker))
        return (
            f"{what}{how}. By these clauses {names[giver]} lost {lost} and {names[taker]} won "
            f"{won}: the lesser of the two, {abs(moved)}, moved from the one to the other, which "
            "creates nothing"
        )

    def _labels(self, issues: tuple[int, ...]) -> str:
        return listed([issue_label(self.rules.scenario, issue) for issue in issues])

    def _account(self, seat: int) -> str:
        """Return what a seat has, and whence, in numbers that add up."""
        account, other = self.paid.accounts[seat], self.persons[1 - seat].named
        whose = capital(self.persons[seat].named_his)
        parts = [f"{signed(account.in_first)} in the first paper laid"]
        if account.moved:
            way = "from" if account.moved > 0 else "to"
            parts.append(f"{signed(account.moved)} moved {way} {other}")
        if account.created:
            what = "created" if account.created > 0 else "lost"
            parts.append(f"{signed(account.created)} {what} by the clauses changed since")
        is_before = seat == HOST and self.paid.taken
        before = f", before the {self.menace}" if is_before else ""
        return f"{whose} {signed(account.gain)} above {account.walk}{before}: {listed(parts)}."

    def _lacks(self, seat: int) -> str:
        """Return what a paper lacks that a seat was to bring home, and what that takes off it."""
        need = need_of(self.rules, seat, self.state)
        if need is None:
            raise ValueError("who needs nothing lacks nothing")
        who = self.persons[seat]
        what = (
            f"what {self.rules.table.words.asks or 'home'} asked of {who.named}"
            if seat == CLAIMANT
            else f"what {who.named} {self.rules.table.words.could_not_do_without}"
        )
        return (
            f"The paper lacks {what}: {spoken(need)} That makes it worth "
            f"{costs(self.rules, seat)} less to {who.him}, counted in above."
        )

    def _brought(self, down: BroughtDown) -> str:
        """Return what the host came for, what changed it, and what he signed for."""
        host = self.persons[HOST]
        hoped = down.came_for - down.walk
        said = {"host": host, "was": host.verb("was", "were"), "guns": self.menace}
        by = [
            f"{signed(n)} {how.format(**said)}"
            for n, how in zip(down.by, self._moved_by(), strict=True)
            if n
        ]
        changed = f" Then: {listed(by)}; so {host.he} wanted {down.wanted}." if by else ""
        changed += self._uncounted(-down.by[0])
        read = (
            f", {down.read} as {host.he} read it, {host.his} face and whose hand wrote it counted "
            "in"
            if down.read != down.worth
            else ""
        )
        short, consent = down.wanted - down.read, self.rules.table.words.consent
        less = f": {counted(short, 'point')} less than {host.he} still wanted" if short > 0 else ""
        return (
            f"What brought {host.named} to {consent.will}: {host.he} came for {down.came_for}, "
            f"{down.walk} that {host.he} had without a paper and {hoped} that {host.he} hoped for."
            f"{changed} {capital(host.he)} {consent.did} for {down.worth}{read}{less}."
        )

    def _moved_by(self) -> tuple[str, ...]:
        """Return the words of what moved him; danger needs no guns where there are none."""
        if self.rules.table.knows_pressure:
            return BROUGHT
        return (*BROUGHT[:4], "by what there was to fear", BROUGHT[5])

    def _uncounted(self, counted_for: int) -> str:
        """Return why what the host was given since the first paper counted for less than half."""
        account = self.paid.accounts[HOST]
        given = account.moved + account.created
        if given // 2 <= counted_for:
            return ""
        claimant, host = self.persons
        could_not = self.rules.table.words.could_not_do_without
        most = counted(terms.MOST_A_SITTING // 100, "point")
        return (
            f" The clauses changed since the first paper gave {host.him} {given}, and that counted "
            f"for {counted_for}. Half of what {host.he} {host.verb('is', 'are')} given counts, all "
            f"of it where {host.he} {host.verb('was', 'were')} asked why, and never more than "
            f"{most} in a sitting. What cost {claimant.named} nothing does not count. Nor does "
            f"what came before the paper held the one thing {host.he} {could_not}, "
            f"or what only mended a paper that would have been {host.his} ruin."
        )

    def left(self) -> Iterator[str]:
        """Yield what each could have had more, its own chair's first, and what both could."""
        for seat in self.seats:
            more = self.paid.left[seat]
            if more is not None:
                yield self._more(seat, more)
        better = self.paid.better
        if better is not None:
            gains = [
                f"{self._gain(seat, better)} more for {self.persons[seat].named}"
                for seat in self.seats
            ]
            changes = instead(self.rules, self.treaty, better)
            yield self._caveat(
                f"Better for both would have been {changes}: {listed(gains)}.", better
            )

    def _more(self, seat: int, more: More) -> str:
        who, other = capital(self.persons[seat].named), self.persons[1 - seat].named
        changes = instead(self.rules, self.treaty, more.paper)
        gain = self._gain(seat, more.paper)
        told = f"{who} could have had {gain} more, at no cost to {other}: {changes}."
        return self._caveat(told, more.paper)

    def _caveat(self, told: str, paper: Package) -> str:
        """Return what is told of another paper, with who would have had it."""
        return f"{told} {who_would_have_it(self.rules, self.state, paper, self.seats[0])}"

    def _gain(self, seat: int, paper: Package) -> int:
        """Return how much more another paper is worth to a seat, in whole points."""
        own = self.men[seat].utility
        return whole(value(paper, own) - value(self.treaty, own))

    def _man(self, seat: int) -> Man:
        man = self.state.men[seat]
        if man is None:
            raise ValueError("a bill needs both men")
        return man


def signed(points: int) -> str:
    """Return whole points with their sign.

    >>> signed(4), signed(-4), signed(0)
    ('+4', '-4', '0')
    """
    return f"{points:+d}" if points else "0"
