"""The hunt for a fixed line: a search that tries to win without looking at the man opposite.

It climbs from random lines by single changes, judging each on few men first and on all of them
only when it promises; a table that it can beat has a script, and is mended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from game.negotiation import Package
from game.policy.official import Official
from game.policy.plain import Script
from game.rules import Rules
from game.rules.luck import draw
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, Decision, State, View

Line = tuple[Decision, ...]


@dataclass(slots=True)
class Luck:
    """Draws for the hunt alone; they never touch a play's luck."""

    key: str
    drawn: int = 0

    def below(self, sides: int) -> int:
        """Return a whole number below `sides`."""
        self.drawn += 1
        return draw(sides, self.key, "hunt", "line", self.drawn)


@dataclass(frozen=True, slots=True)
class Found:
    """The best line so far, its mean lasting value in hundredths, and the plays it took."""

    line: Line
    mean: int
    plays: int


@dataclass(slots=True)
class Hunt:
    """Searches lines for one set of rules over a fixed list of seeds."""

    rules: Rules
    seeds: Sequence[str]
    key: str
    starts: Sequence[Line] = ()
    plays: int = 0
    _openings: list[State] = field(default_factory=list)

    def run(self, most_plays: int) -> Iterator[Found]:
        """Yield every line that is better than all before it, until the plays are spent."""
        luck = Luck(self.key)
        self.open()
        best = -1_000_000
        restart = 0
        while self.plays < most_plays:
            line = (
                self.starts[restart]
                if restart < len(self.starts)
                else random_line(self.rules, luck)
            )
            restart += 1
            mean = self.judged(line, -1_000_000)
            stale = 0
            while stale < 250 and self.plays < most_plays:
                other = changed(self.rules, line, luck)
                if luck.below(3) == 0:
                    other = changed(self.rules, other, luck)
                judged = self.judged(other, mean)
                if judged > mean or (judged == mean and other != line):
                    stale = 0 if judged > mean else stale + 1
                    line, mean = other, judged
                else:
                    stale += 1
                if mean > best:
                    best = mean
                    yield Found(line, mean, self.plays)

    def open(self) -> None:
        """Meet the men of the seeds."""
        self._openings = [self.rules.opening(seed) for seed in self.seeds]

    def judged(self, line: Line, to_beat: int) -> int:
        """Return a line's mean lasting value, or at least enough to know it is no better."""
        total = 0
        for count, opening in enumerate(self._openings, 1):
            total += lasting_of(self.rules, line, opening)
            self.plays += 1
            if count in (8, 24, 64) and total // count < to_beat - 60000 // (count * 8):
                return total // count
        return total // len(self._openings)


def lasting_of(rules: Rules, line: Line, opening: State) -> int:
    """Return the claimant's lasting value, in hundredths, of a line against one man."""
    script, official = Script(rules, line), Official(rules)
    state = opening
    while state.ended is None:
        policy = script if state.seat == CLAIMANT else official
        # Neither of the two looks at what its view would hide; a law holds them to it.
        decision = policy.choose(View(state.seat, state), rules.legal_decisions(state))
        state = rules.follow(state, decision)
    outcome = rules.outcome(state)
    if outcome is None:
        raise AssertionError("the talks are over")
    return outcome.lasting[CLAIMANT]


def random_line(rules: Rules, luck: Luck) -> Line:
    """Return a line of random acts over one random paper."""
    paper = random_paper(rules, luck)
    return tuple(random_act(rules, luck)._replace(paper=paper) for _ in range(rules.table.sittings))


def random_paper(rules: Rules, luck: Luck) -> Package:
    """Return a paper that leans to the claimant: the better of two drawn options of each issue."""
    ours = rules.table.utilities[CLAIMANT].worth
    return tuple(
        max(luck.below(n), luck.below(n), key=lambda o, i=i: ours[i][o])  # type: ignore[misc]
        for i, n in enumerate(rules.table.sizes)
    )


def random_act(rules: Rules, luck: Luck) -> Decision:
    """Return an act with its arguments, without a paper; sometimes the taking of his word."""
    table = rules.table
    acts = [a for a in table.acts if CLAIMANT in a.seats and a.kind != ActKind.SUPPOSE]
    at = luck.below(len(acts) + 1)
    if at == len(acts):
        return Decision("accept")
    act = acts[at]
    about: tuple[str, ...] = ()
    match act.kind:
        case ActKind.ARGUE:
            about = (table.grounds[luck.below(len(table.grounds))].id,)
        case ActKind.TELL | ActKind.ASK:
            about = (table.issues[luck.below(len(table.issues))],)
        case ActKind.RATHER:
            first = luck.below(len(table.issues) - 1)
            about = (table.issues[first], table.issues[first + 1])
        case ActKind.MEMORIAL:
            about = (table.memorial[luck.below(len(table.memorial))].id,)
    return Decision("tactic", act.id, about)


def changed(rules: Rules, line: Line, luck: Luck) -> Line:
    """Return a line with one thing changed: an act, a term from some sitting on, or an order."""
    changes: tuple[Callable[[Rules, list[Decision], Luck], None], ...] = (
        _other_act,
        _other_act,
        _other_term,
        _other_term,
        _swapped,
        _earlier_paper,
    )
    other = list(line)
    changes[luck.below(len(changes))](rules, other, luck)
    return tuple(other)


def _other_act(rules: Rules, line: list[Decision], luck: Luck) -> None:
    at = luck.below(len(line))
    paper = line[at].paper
    act = random_act(rules, luck)
    line[at] = act if act.verb == "accept" else act._replace(paper=paper)


def _other_term(rules: Rules, line: list[Decision], luck: Luck) -> None:
    at = luck.below(len(line))
    until = len(line) if luck.below(3) else at + 1
    issue = luck.below(len(rules.table.issues))
    option = luck.below(rules.table.sizes[issue])
    for i in range(at, until):
        paper = line[i].paper
        if paper is not None:
            line[i] = line[i]._replace(paper=(*paper[:issue], option, *paper[issue + 1 :]))


def _swapped(rules: Rules, line: list[Decision], luck: Luck) -> None:
    a, b = luck.below(len(line)), luck.below(len(line))
    first, second = line[a], line[b]
    if "accept" in (first.verb, second.verb):
        line[a], line[b] = second, first
    else:
        line[a], line[b] = second._replace(paper=first.paper), first._replace(paper=second.paper)


def _earlier_paper(rules: Rules, line: list[Decision], luck: Luck) -> None:
    """Give a sitting the paper of another, or none, or one to a sitting that had none."""
    at = luck.below(len(line))
    if line[at].verb == "accept":
        return
    papers = [d.paper for d in line if d.paper is not None]
    if luck.below(4) == 0 or not papers:
        line[at] = line[at]._replace(paper=None)
    else:
        line[at] = line[at]._replace(paper=papers[luck.below(len(papers))])


__all__ = ["Found", "Hunt", "Line", "lasting_of"]
