"""The claimant's paper: what it gives the host, what it takes back, and how that moves him."""

from __future__ import annotations

from operator import getitem, or_

from game.negotiation import Package, together, value
from game.rules import mind, terms
from game.rules.changes import TRADE, change, stiffen, wear
from game.rules.moment import Log, Moment
from game.rules.table import Table
from game.state import HOST, Man


def lay(
    now: Moment,
    table: Table,
    paper: Package,
    man: Man,
    walk: int,
    moved: bool,
    log: Log | None,
) -> tuple[bool, bool]:
    """Lay a paper down; return whether it gave him something and whether it took something back."""
    last = now.paper
    gained = took_back = False
    now.papers += 1
    if log:
        log.tell("laid", "paper", paper=paper, last=last)
    if last is None:
        worth = value(paper, man.utility)
        now.first = paper
    elif paper == last:
        worth = value(paper, man.utility)
        if not moved and not now.kept:
            change(now, "patience", -terms.SAME_PAPER, "rule same-paper", log)
    else:
        worth, lost, credited, met = _compared(now, table, paper, last, man)
        if lost >= terms.NOTICED:
            took_back = True
            change(now, "patience", -terms.TOOK_BACK_PATIENCE, "rule took-back", log)
            change(now, "trust", -terms.TOOK_BACK_TRUST, "rule took-back", log)
            stiffen(now, lost * terms.ANSWER // 100, "rule took-back", log)
        elif credited >= terms.NOTICED and not mind.meets_need(man, paper):
            # Until the paper holds the one thing, nothing else that is given counts.
            if log:
                log.tell("given-in-vain", "rule the-one-thing")
        elif credited >= terms.NOTICED:
            gained = True
            change(now, "patience", terms.GAVE_PATIENCE, "rule gave", log)
            answer = (credited + max(0, min(met, credited))) * terms.ANSWER // 100
            because = "rule gave-where-asked" if met > 0 else "rule gave"
            wear(now, min(terms.MOST_A_SITTING, answer), TRADE, because, log)
            if log and answer > terms.MOST_A_SITTING and now.hope[HOST]:
                # Only what he still hopes for is left to sleep on.
                log.tell("slept-on", "rule most-a-sitting", by=answer - terms.MOST_A_SITTING)
        if log and now.ladder - worth - lost >= terms.NOTICED and _gave(table, paper, last, man):
            had = [d.paper for d in now.transcript if d.paper is not None]
            before = now.ladder in (value(paper, man.utility) for paper in had)
            because = "rule ladder" if before else "rule back-from-ruin"
            log.tell("gone-over", because, credited=max(0, credited))
    credit = walk - terms.RUIN
    if worth > credit:
        credit = worth
    if credit > now.ladder:
        now.ladder = credit
    now.wanted = tuple(map(or_, now.wanted, map(getitem, table.bits, paper)))
    now.previous, now.paper = last, paper
    return gained, took_back


def _compared(
    now: Moment, table: Table, paper: Package, last: Package, man: Man
) -> tuple[int, int, int, int]:
    """Book what is given; return a paper's worth, what he loses by it since the last one, what is
    credited as given and how much of that answers a question of the claimant's.
    """
    utility = man.utility
    rows, joints = utility.worth, utility.joints
    rank, gave = table.rank, now.gave
    worth = together(paper, joints)
    lost = together(last, joints) - worth
    best = met = 0
    for issue, option in enumerate(paper):
        row, old = rows[issue], last[issue]
        worth += row[option]
        if option != old:
            gain = row[option] - row[old]
            lost -= gain
            if gain > 0 and rank[issue][option] < rank[issue][old]:
                best += gain
                if issue not in gave:
                    gave = gave | {issue}
                if issue in now.asked:
                    met += gain
    if not best:
        return worth, lost, 0, 0
    now.gave = gave
    gain = worth - now.ladder
    return worth, lost, gain if gain < best else best, met


def _gave(table: Table, paper: Package, last: Package, man: Man) -> bool:
    """Return whether a paper gives the host something on an issue, at a cost to the claimant."""
    changed = zip(man.utility.worth, table.rank, last, paper, strict=True)
    return any(row[o] > row[old] and rank[o] < rank[old] for row, rank, old, o in changed)
