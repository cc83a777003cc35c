"""What a claimant still hopes for after what the host has done, as the host may reckon it."""

from __future__ import annotations

from collections.abc import Sequence

from game.negotiation import value
from game.rules import terms
from game.rules.table import Act, Table
from game.scenario.table_model import ActKind
from game.state import CLAIMANT, Decision, Man


def still_hoped(table: Table, man: Man, transcript: Sequence[Decision]) -> int:
    """Return what is left of a claimant's hope, in hundredths, were he this man.

    The table's own arithmetic, done again from what was said before both.
    """
    hope, best = man.hope, -1
    cited: set[str] = set()
    pleaded = False
    for decision in transcript[1::2]:
        act = table.by_id.get(decision.name)
        if act is not None:
            hope -= _worn_by(table, man, act, decision, cited, pleaded)
            cited.update(decision.about if act.kind == ActKind.ARGUE else ())
            pleaded = pleaded or act.kind == ActKind.PLEAD
        if decision.paper is not None:
            worth = value(decision.paper, man.utility)
            if best >= 0 and worth - best >= terms.NOTICED:
                hope -= min(terms.MOST_A_SITTING, (worth - best) * terms.ANSWER // 100)
            best = max(best, worth)
    return max(0, hope)


def _worn_by(
    table: Table, man: Man, act: Act, decision: Decision, cited: set[str], pleaded: bool
) -> int:
    """Return what one act of the host's wears off the hope of this man."""
    talk = table.tempers[CLAIMANT][man.temper].talk
    match act.kind:
        case ActKind.ARGUE:
            ground = decision.about[0]
            if ground in cited or len(cited) >= terms.GROUNDS_HEARD:
                return 0
            is_own = man.ground >= 0 and table.grounds[man.ground].id == ground
            return terms.ARGUMENT * (terms.OWN_GROUND if is_own else 1) * talk // 100
        case ActKind.PLEAD:
            return 0 if pleaded else terms.PLEA * talk // 100
        case ActKind.STALL:
            return terms.STALL
    return 0
