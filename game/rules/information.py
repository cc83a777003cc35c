"""What the host lets the claimant know, and how truly: trust decides.

Trust of 50 opens the one thing and the ground; 45 makes him plain; below 35 he may lie. A man
whose own question was answered answers the next one as if he trusted. The same question again
earns nothing, and only tires him.
"""

from __future__ import annotations

from game.negotiation import Package
from game.rules import mind, terms
from game.rules.changes import faded, impress
from game.rules.luck import draw
from game.rules.moment import Deed, Log, Moment
from game.rules.table import Act, Table
from game.state import HOST, Decision, Man

WARM, NOT_COLD, COOL, COLD = 3, 2, 1, 0
COMMON = 100
"""Per cent: an issue that weighs with this man as it does with the common man of his chair."""


def ask(table: Table, act: Act) -> Deed:
    """Make the answer to why an issue matters."""
    places = {id: index for index, id in enumerate(table.issues)}

    def answer(now: Moment, decision: Decision, force: int, walk: int, log: Log | None) -> bool:
        man: Man = now.men[HOST]
        trust = now.trust
        is_open = trust >= terms.OPEN or now.answered
        plain = is_open or trust >= terms.PLAIN
        now.answered = False
        issue = places[decision.about[0]]
        again = issue in now.asked
        fresh = plain and not again
        if plain:
            if fresh:
                now.asked = now.asked | {issue}
            weight = man.weights[issue]
            _learn(now, issue, 2 * COMMON - weight if _lies(now, act) else weight)
        if log:
            told = now.learned[issue] if plain else 0
            log.tell(
                "answered-why",
                act.because,
                issue=table.issues[issue],
                weight=told,
                again=int(again),
            )
        if is_open and now.heard_need < 0 and man.need >= 0:
            now.heard_need = man.need
            if log:
                log.tell("need-heard", act.because, need=table.needs[HOST][man.need].id)
        trust = faded(act.trust, now.used[act.index])
        earned = (act.face, trust, act.credibility, act.patience)
        face, trust, credibility, patience = (
            (min(0, points) for points in earned) if again else earned
        )
        impress(now, act, face, trust, credibility, patience, log)
        return fresh

    return answer


def rather(table: Table, act: Act) -> Deed:
    """Make the answer to which of two issues he would rather keep."""
    places = {id: index for index, id in enumerate(table.issues)}

    def answer(now: Moment, decision: Decision, force: int, walk: int, log: Log | None) -> bool:
        man: Man = now.men[HOST]
        is_open = now.trust >= terms.OPEN or now.answered
        now.answered = False
        one, other = decision.about
        first, second = places[one], places[other]
        learned: tuple[int, ...] = now.learned
        fresh = learned[first] == 0 or learned[second] == 0
        plain = is_open or now.trust >= terms.PLAIN
        if log or (fresh and plain):
            worth, lies = man.utility.worth, _lies(now, act)
            dearer = _at_stake(worth[first]) >= _at_stake(worth[second])
            keep = first if dearer != lies else second
            if learned[keep] == 0 and plain and not lies:
                _learn(now, keep, man.weights[keep])
            if log:
                log.tell("would-rather", act.because, keep=table.issues[keep])
        if is_open and now.heard_ground < 0 and man.ground >= 0:
            now.heard_ground = man.ground
            if log:
                log.tell("ground-heard", act.because, ground=table.grounds[man.ground].id)
        trust = faded(act.trust, now.used[act.index])
        impress(now, act, act.face, trust, act.credibility, act.patience, log)
        return fresh

    return answer


def suppose(table: Table, act: Act) -> Deed:
    """Make the answer to a text that binds nobody."""

    def answer(now: Moment, decision: Decision, force: int, walk: int, log: Log | None) -> bool:
        text = decision.suppose
        if text is not None:
            _take(now, table, act, text, walk, log)
        trust = faded(act.trust, now.used[act.index])
        impress(now, act, act.face, trust, act.credibility, act.patience, log)
        return False

    return answer


def _take(now: Moment, table: Table, act: Act, text: Package, walk: int, log: Log | None) -> None:
    """Take a text that binds nobody warmly or coldly."""
    man: Man = now.men[HOST]
    want = walk + mind.host_hope(now, table)
    warmth = _warmth(want - mind.host_worth(now, table, text) - mind.mistrust(now))
    if not mind.meets_need(man, text):
        warmth = min(warmth, COOL)
    now.supposed = (text, warmth)
    if log:
        log.tell("supposed", act.because, paper=text, warmth=warmth)


def _warmth(short: int) -> int:
    """Return how he takes a text that falls so far short of what he wants."""
    if short <= 0:
        return WARM
    return NOT_COLD if short < terms.NEAR else COOL if short < terms.FAR else COLD


def _lies(now: Moment, act: Act) -> bool:
    """Return whether he answers falsely in this sitting."""
    return bool(now.trust < terms.FALSE) and draw(2, now.seed, "lie", act.kind, now.sitting) == 0


def _at_stake(worth: tuple[int, ...]) -> int:
    """Return how far the best option of an issue lies above its worst."""
    return max(worth) - min(worth)


def _learn(now: Moment, issue: int, weight: int) -> None:
    learned = list(now.learned)
    learned[issue] = weight
    now.learned = tuple(learned)
