"""Why a host lets a paper lie: what is missing, what weighs against it, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, takewhile

from game.coach.heard import is_less, weighs
from game.coach.invented import spoken
from game.coach.last_word import called
from game.coach.persons import Person
from game.coach.saying import Said, in_turn, worded
from game.negotiation import Package
from game.rules import Reason, Rules, mind
from game.rules.reasons import Because
from game.scenario.table_model import ActKind
from game.state import HOST, Decision, Reply, State

NEED_UNHEARD = (
    "There is a thing {host.he} {cannot}, {host.he} says, and it is not in this "
    "paper. {host.He} does not say what.",
    "{host.He} looks for something in the paper, does not find it, and does not say what it was.",
)
RUIN = (
    "To grant this would be {host.his} ruin. {host.He} does not take it for a bid, and will not "
    "bargain from it.",
    "{host.He} does not bargain over this: it would ruin whoever took it home, whatever else it "
    "saved.",
)
WEIGHED = (
    "{host.He} has said what weighs against it, and does not say it again.",
    "What weighs against it {host.he} has told you; it weighs no less today.",
)


def refused(rules: Rules, before: State, after: State, why: Reason, host: Person) -> Iterator[Said]:
    """Tell why he refuses the paper for today, or calls the last word that was said of it."""
    if after.reply == Reply.CALLS_IT:
        yield from called(rules, before, why, host)
        return
    cannot = rules.table.words.cannot_do_without
    match why.because:
        case Because.RUIN:
            yield in_turn(worded(RUIN, host), before.sitting, "ruin")
        case Because.NEED if before.heard_need >= 0 and _just_asked(rules, before):
            yield Said(
                f"What {host.he} has told you {host.he} {cannot} is not in this paper.",
                "need-named-is-missing",
            )
            return
        case Because.NEED if before.heard_need >= 0:
            need = rules.table.needs[HOST][before.heard_need]
            yield Said(
                f"{host.He} told you what {host.he} {cannot}: {spoken(need)} "
                "It is not in this paper.",
                "need-named-is-missing",
            )
            return
        case Because.NEED:
            yield in_turn(
                worded(NEED_UNHEARD, host, cannot=cannot), before.sitting, "need-unnamed-is-missing"
            )
            return
        case _:
            yield in_turn(rules.table.shown.refuses, before.sitting, "not-today")
    if why.weighs:
        yield _weighing(rules, before, why, host)


def _weighing(rules: Rules, before: State, why: Reason, host: Person) -> Said:
    """Return what weighs most against the paper, or after what he just said of it, what is next."""
    complained = _complaints(rules, before)
    if complained >= len(why.weighs):
        return in_turn(worded(WEIGHED, host), before.sitting, "weighed")
    at = why.weighs[complained]
    issue = list(rules.scenario.table.issues.values())[at]
    said, most = (
        ("next", "Next to that weighs") if complained else ("weighs", _most(before, at, host))
    )
    complaint = _complaint(rules, before, at)
    return Said(f"{most} {issue.label}: “{complaint}”", f"{said} {rules.table.issues[at]}")


def _most(before: State, at: int, host: Person) -> str:
    """Return how what weighs most is told, also of what he had said to weigh less with him."""
    told = before.learned[at]
    but = f", though {weighs(host, told)}," if told and is_less(told) else ""
    return f"What weighs most against it{but} is"


def _complaint(rules: Rules, before: State, at: int) -> str:
    """Return what he says of an issue: why it matters, or where he has part of it, what for more.

    What the paper holds already is not asked for once more.
    """
    issue, row = (
        list(rules.scenario.table.issues.values())[at],
        mind.host_of(before).utility.worth[at],
    )
    if before.paper is None or row[before.paper[at]] == min(row):
        return issue.why
    return list(issue.options.values())[row.index(max(row))].why or issue.why


def _complaints(rules: Rules, before: State) -> int:
    """Return how often he has just refused this same paper; a last word is called without one."""
    ours, theirs = before.transcript[::2], before.transcript[1::2]
    *lay, lies = accumulate((decision.paper for decision in ours), _lies)
    sittings = zip(reversed(theirs), reversed(lay), reversed(ours[:-1]), strict=False)
    same = takewhile(lambda held: held[0].verb == "refuse" and held[1] == lies, sittings)
    return sum(not _is_last_word(rules, mine) for _, _, mine in same)


def _lies(before: Package | None, laid: Package | None) -> Package | None:
    return laid or before


def _is_last_word(rules: Rules, decision: Decision) -> bool:
    act = rules.table.by_id.get(decision.name)
    return act is not None and act.kind == ActKind.WAGER


def _just_asked(rules: Rules, before: State) -> bool:
    """Return whether he was asked why in this sitting, so that his own words were just read."""
    act = rules.table.by_id.get(before.transcript[-1].name)
    return act is not None and act.kind == ActKind.ASK
