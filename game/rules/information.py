"""What the host lets the claimant know, and how truly: trust decides.

Trust of 50 opens the one thing and the ground; 45 makes him plain; below 35 he may lie. A man
whose own question was answered answers the next one as if he trusted.
"""

from __future__ import annotations

from game.rules import mind, terms
from game.rules.luck import draw
from game.rules.moment import Log, Moment
from game.rules.table import Table
from game.state import HOST, Decision, Man

WARM, NOT_COLD, COOL, COLD = 3, 2, 1, 0
COMMON = 100
"""Per cent: an issue that weighs with this man as it does with the common man of his chair."""


def inform(
    now: Moment,
    table: Table,
    kind: str,
    decision: Decision,
    want: int,
    because: str,
    log: Log | None,
) -> bool:
    """Answer an asking act; return whether a fresh question moved him.

    `want` is what a paper must be worth to him today, in hundredths.
    """
    man: Man = now.men[HOST]
    is_open = now.trust >= terms.OPEN or now.answered
    plain = is_open or now.trust >= terms.PLAIN
    lies = now.trust < terms.FALSE and draw(2, now.seed, "lie", kind, now.sitting) == 0
    if kind != "suppose":
        now.answered = False
    match kind:
        case "ask":
            issue = table.issues.index(decision.about[0])
            fresh = plain and issue not in now.asked
            if plain:
                now.asked = now.asked | {issue}
                weight = man.weights[issue]
                _learn(now, issue, 2 * COMMON - weight if lies else weight)
            if log:
                told = now.learned[issue] if plain else 0
                log.tell("answered-why", because, issue=table.issues[issue], weight=told)
            if is_open and now.heard_need < 0 and man.need >= 0:
                now.heard_need = man.need
                if log:
                    log.tell("need-heard", because, need=table.needs[HOST][man.need].id)
            return fresh
        case "rather":
            one, other = decision.about
            first, second = table.issues.index(one), table.issues.index(other)
            worth = man.utility.worth
            dearer = _at_stake(worth[first]) >= _at_stake(worth[second])
            keep = first if dearer != lies else second
            fresh = 0 in (now.learned[first], now.learned[second])
            if now.learned[keep] == 0 and plain and not lies:
                _learn(now, keep, man.weights[keep])
            if log:
                log.tell("would-rather", because, keep=table.issues[keep])
            if is_open and now.heard_ground < 0 and man.ground >= 0:
                now.heard_ground = man.ground
                if log:
                    log.tell("ground-heard", because, ground=table.grounds[man.ground].id)
            return fresh
        case _:
            text = decision.suppose
            if text is None:
                return False
            gap = mind.host_worth(now, table, text) + mind.mistrust(now) - want
            warmth = WARM if gap >= 0 else NOT_COLD if gap > -400 else COOL if gap > -1000 else COLD
            if not mind.meets_need(man, text):
                warmth = min(warmth, COOL)
            now.supposed = (text, warmth)
            if log:
                log.tell("supposed", because, paper=text, warmth=warmth)
            return False


def _at_stake(worth: tuple[int, ...]) -> int:
    """Return how far the best option of an issue lies above its worst."""
    return max(worth) - min(worth)


def _learn(now: Moment, issue: int, weight: int) -> None:
    learned = list(now.learned)
    learned[issue] = weight
    now.learned = tuple(learned)
