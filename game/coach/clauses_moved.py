"""Which clauses a paper of the claimant's gave or took back, beside the one before it.

A clause was given where the claimant pays for it and hosts as they mostly are gain by it. What sort
of man sits opposite is asked for one thing only: what he asked for last, or needs, is no loss to
him, whatever others in his place would say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from game.coach.telling import Telling
from game.coach.words_for import listed, option_text
from game.negotiation import Package
from game.state import HOST


def given(t: Telling, among: Collection[int] | None = None) -> str:
    """Return the clauses that were given, as they now stand, each in quotation marks.

    Only those of some issues where they are named. Empty where no paper was changed.
    """
    before, after = _papers(t)
    if before is None or after is None:
        return ""
    found = _moved(t, before, after)
    if among is not None:
        found = [issue for issue in found if issue in among] or found
    return _named(t, found, after)


def taken(t: Telling) -> str:
    """Return the clauses that were taken back, as they stood before, each in quotation marks."""
    before, after = _papers(t)
    if before is None or after is None:
        return ""
    moved, asked = _moved(t, after, before), _asked(t, before, after)
    return _named(t, [issue for issue in moved if issue not in asked] or moved, before)


def lost_to_both(t: Telling) -> tuple[int, int] | None:
    """Return a clause that was taken back at a loss to both, by issue and option; `None` for none.

    Who narrows what he asks for does not see that he takes something back.
    """
    before, after = _papers(t)
    if before is None or after is None:
        return None
    rows, rank = t.rules.table.utilities[HOST].worth, t.rules.table.rank
    asked = _asked(t, before, after)
    return next(
        (
            (issue, old)
            for issue, (old, new) in enumerate(zip(before, after, strict=True))
            if rows[issue][old] > rows[issue][new]
            and rank[issue][old] > rank[issue][new]
            and issue not in asked
        ),
        None,
    )


def _asked(t: Telling, before: Package, after: Package) -> frozenset[int]:
    """Return the issues on which a paper became what the host had asked for, or cannot do without.

    What he asked for last is his last word.
    """
    word, host = t.before.said, t.before.men[HOST]
    return frozenset(
        issue
        for issue, (old, new) in enumerate(zip(before, after, strict=True))
        if old != new
        and (
            (word is not None and word[issue] == new)
            or (
                host is not None
                and issue == host.need_issue
                and new in host.need_allows
                and old not in host.need_allows
            )
        )
    )


def _papers(t: Telling) -> tuple[Package | None, Package | None]:
    return t.before.paper, None if t.after is None else t.after.paper


def _moved(t: Telling, less: Package, more: Package) -> list[int]:
    """Return the issues on which one paper gives the host more than another, at the other's cost.

    All on which they differ where none is of that kind.
    """
    table = t.rules.table
    rows, rank = table.utilities[HOST].worth, table.rank
    changed = [issue for issue, option in enumerate(more) if option != less[issue]]
    costs = [i for i in changed if rank[i][more[i]] < rank[i][less[i]]]
    gains = [i for i in costs if rows[i][more[i]] > rows[i][less[i]]]
    return gains or costs or changed


def _named(t: Telling, issues: Iterable[int], paper: Package) -> str:
    return listed(f"“{option_text(t.rules.scenario, issue, paper[issue])}”" for issue in issues)
