"""What a claimant's one last word did: how it was called, over what and by how much, or heeded.

What falls short is told by its size, and an issue is named alone only where that issue alone
would have closed the gap. What the guns had moved is told only where they moved him.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.menace import menace
from game.coach.names import in_sentence
from game.coach.persons import Person
from game.coach.saying import Said, in_turn, worded
from game.coach.word_given import holds_the_need
from game.coach.words_for import issue_label
from game.negotiation import Package
from game.rules import Reason, Rules, mind
from game.state import HOST, State

CLOSE, FAR = 300, 1500
"""Hundredths of his points by which a paper may fall short and be called close, or far off."""
MOVED = 300
"""Hundredths by which what was shown to him must have worn him to be spoken of."""
MISSING = (
    "A thing that {host.he} {cannot} is not in the paper, last word or not.",
    "There is something {host.he} {cannot}. It is not in this paper, and no last word puts it in.",
)
CLOSE_BY = (
    "It was near: a little more in it would have been enough.",
    "Not much is wanting in the paper; but {host.he} will not be hurried over what is.",
)
FAR_OFF = (
    "What you asked is further from what {host.he} could grant than a last word carries.",
    "Between your paper and what {host.he} could grant there is more than a word, first or last.",
)
SHORT = (
    "It is less than {host.he} could take, and a last word does not add to it.",
    "What is wanting in it a last word cannot put in.",
)
DIMINISHED = (
    "Your word is worth less now: go home, or stay diminished.",
    "That was the last one that you had. Go, or stay as one who did not go.",
    "Now you have been heard to say it. You can do it, or be seen not to.",
)
IDLE = (
    "Your last word had nothing to decide.",
    "Nothing of this hung on your last word.",
)
GAVE_WAY = (
    "It was your last word that moved {host.him}: {host.he} gives way.",
    "Without your last word {host.he} would have held out for more; {host.he} gives way.",
)


def called(rules: Rules, before: State, why: Reason, host: Person) -> Iterator[Said]:
    """Tell that an ultimatum was called, and why, where the numbers say why."""
    yield _one_of(rules.table.shown.calls, before, "called")
    paper = before.paper
    if not holds_the_need(before, paper):
        yield _lacking(rules, before, host)
    elif paper is not None and why.worth < why.want:
        yield from _short(rules, before, paper, why, host)
    yield _one_of(worded(DIMINISHED, host), before, "diminished")


def heeded(rules: Rules, before: State, why: Reason, host: Person) -> Iterator[Said]:
    """Tell what an open ultimatum had to do with his consent."""
    if not before.wager or before.kept:
        return
    hoped = rules.walk(HOST, before) + before.hope[HOST]
    if why.want <= why.worth < hoped and holds_the_need(before, before.paper):
        yield _one_of(worded(GAVE_WAY, host), before, "gave-way")
    else:
        yield _one_of(worded(IDLE, host), before, "last-word-idle")


def _lacking(rules: Rules, before: State, host: Person) -> Said:
    """Tell that the one thing is missing; that he named it, where he did."""
    cannot, because = rules.table.words.cannot_do_without, "called-for-the-need"
    if before.heard_need >= 0:
        told = f"What {host.he} has told you {host.he} {cannot} is not in this paper"
        return Said(f"{told}; a last word does not take its place.", because)
    return _one_of(worded(MISSING, host, cannot=cannot), before, because)


def _short(
    rules: Rules, before: State, paper: Package, why: Reason, host: Person
) -> Iterator[Said]:
    """Tell by how much a paper falls short of what he would take, and over what."""
    short = why.want - why.worth
    if short <= CLOSE:
        yield _one_of(worded(CLOSE_BY, host), before, "called-close")
    elif short > FAR:
        yield _one_of(worded(FAR_OFF, host), before, "called-too-far")
    else:
        yield _one_of(worded(SHORT, host), before, "called-short")
    alone = _settles(rules, before, paper, why)
    if alone is not None:
        label = in_sentence(rules.scenario, issue_label(rules.scenario, alone))
        yield Said(
            f"Over one thing: with {label} as {host.he} would have it, the rest would have been "
            "enough.",
            f"called-over {rules.table.issues[alone]}",
        )
    if before.pressure and why.walk_unmenaced - why.walk >= MOVED:
        yield Said(
            f"For {menace(rules, before)} {host.he} had come some way; not so far.",
            "called-under-guns",
        )


def _settles(rules: Rules, before: State, paper: Package, why: Reason) -> int | None:
    """Return the issue that weighs most against a paper, if it alone would close the gap."""
    man = mind.host_of(before)
    for issue in why.weighs[:1]:
        row = man.utility.worth[issue]
        mended = (*paper[:issue], row.index(max(row)), *paper[issue + 1 :])
        if mind.meets_need(man, mended) and (
            mind.host_worth(before, rules.table, mended) >= why.want
        ):
            return issue
    return None


def _one_of(texts: tuple[str, ...], before: State, because: str) -> Said:
    """Return one of them; it is said once in a play, so by the day and the paper."""
    return in_turn(texts, before.sitting + sum(before.paper or ()), because)
