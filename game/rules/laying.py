"""The claimant's paper: what it gives the host, what it takes back, and how that moves him."""

from __future__ import annotations

from operator import or_

from game.negotiation import Package, value
from game.rules import mind, terms
from game.rules.changes import TRADE, change, stiffen, wear
from game.rules.moment import Log, Moment
from game.rules.table import Table
from game.state import Man


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
    worth = value(paper, man.utility)
    last = now.paper
    gained = took_back = False
    now.papers += 1
    if log:
        log.tell("laid", "paper", paper=paper, last=last)
    if last is None:
        now.first = paper
    elif paper == last:
        if not moved and not now.kept:
            change(now, "patience", -8, "rule same-paper", log)
    else:
        rows = man.utility.worth
        given = [
            i
            for i, (row, rank, new, old) in enumerate(
                zip(rows, table.rank, paper, last, strict=True)
            )
            if new != old and row[new] > row[old] and rank[new] < rank[old]
        ]
        credited = 0
        if given:
            now.gave = now.gave | set(given)
            best = sum([rows[i][paper[i]] - rows[i][last[i]] for i in given])
            credited = min(worth - now.ladder, best)
        lost = value(last, man.utility) - worth
        if lost >= terms.NOTICED:
            took_back = True
            change(now, "patience", -8, "rule took-back", log)
            change(now, "trust", -5, "rule took-back", log)
            stiffen(now, lost * terms.ANSWER // 100, "rule took-back", log)
        elif credited >= terms.NOTICED and not mind.meets_need(man, paper):
            # Until the paper holds the one thing, nothing else that is given counts.
            if log:
                log.tell("given-in-vain", "rule the-one-thing")
        elif credited >= terms.NOTICED:
            gained = True
            change(now, "patience", +3, "rule gave", log)
            met = sum([rows[i][paper[i]] - rows[i][last[i]] for i in given if i in now.asked])
            answer = (credited + max(0, min(met, credited))) * terms.ANSWER // 100
            because = "rule gave-where-asked" if met > 0 else "rule gave"
            wear(now, min(terms.MOST_A_SITTING, answer), TRADE, because, log)
    now.ladder = max(now.ladder, worth, walk - terms.RUIN)
    now.wanted = tuple(map(or_, now.wanted, [1 << option for option in paper]))
    now.previous, now.paper = last, paper
    return gained, took_back
