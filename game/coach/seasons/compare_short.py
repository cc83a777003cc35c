"""Two lines of a campaign beside each other on one page: what they came to, and where they differ.

What is left out is told season by season by `compare_whole`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.coach.compare_parts import Kind, Part, Row
from game.coach.seasons.compare import Comparison, Side, is_one_line, parting
from game.coach.seasons.compare_ends import ended, standing
from game.coach.seasons.compare_tables import told_tables
from game.coach.seasons.compare_whole import Told, by_season, only_in_each
from game.coach.seasons.dates import season_of
from game.coach.seasons.naming import decision_label
from game.coach.seasons.toll import NOBODY, in_all, ledger
from game.coach.words_for import sentence
from game.rules import CampaignRules
from game.rules.seasons.orders import STAND
from game.state import Phase

SEASONS = 3
"""So many seasons are told: those that differ most."""
DEEDS = 4
"""So many decisions of a season are told of each line."""


def parts_in_short(rules: CampaignRules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield the parts of the first page of a comparison, in the order in which they are read."""
    a, b, _ = compared
    yield parting(rules, compared)
    if is_one_line(compared):
        return
    yield from ended(rules, a, b)
    if a.end.ended is None or b.end.ended is None:
        yield standing((a, b), (a.end, b.end), mode)
    yield Part(Kind.TOLL, "Who paid", rows=(Row("", _toll(a), _toll(b)),))
    yield from told_tables(rules, a, b)
    yield from _seasons(rules, compared, mode)


def _toll(one: Side) -> str:
    return in_all(ledger(one.rules, one.end)) or NOBODY


def _seasons(rules: CampaignRules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield the seasons that differ most, in their order, with what was decided only in each."""
    a, b, common = compared
    first = max(one.rules.first_turn for one in (a, b))
    told = [by_season(one.rules, one.steps[common:], mode) for one in (a, b)]
    decided = [_decided(one, common) for one in (a, b)]
    turns = [turn for turn in told[0].keys() | told[1].keys() if turn >= first]

    apart = {turn: sum(map(len, only_in_each(told, turn))) for turn in turns}
    rows = {
        turn: Row(season_of(rules, turn), *map(_in_few, only_in_each(decided, turn)))
        for turn in turns
    }
    differing = [turn for turn in turns if apart[turn] and rows[turn].differs]
    most = sorted(differing, key=lambda turn: (-apart[turn], turn))[:SEASONS]
    if most:
        heading = "The seasons in which they differ most"
        yield Part(Kind.DAY, heading, rows=tuple(rows[turn] for turn in sorted(most)))


def _decided(one: Side, common: int) -> dict[int, list[Told]]:
    """Return by turn what was ordered and chosen in each season, and how its talks ended."""
    found: dict[int, list[Told]] = {}
    for step in one.steps[common:]:
        before, decision = step.before, step.decision
        if len(step.turn.state.deals) > len(before.deals):
            deal = step.turn.state.deals[-1]
            title = list(one.rules.scenario.tables.values())[deal.table].title
            ended = "no paper" if deal.treaty is None else "signed"
            found.setdefault(before.turn, []).append((f"“{title}”: {ended}",))
        if before.at or decision.verb == STAND:
            continue
        label = decision_label(one.rules, decision).removesuffix(".")
        if before.phase == Phase.SCENE:
            title = one.rules.scenario.events[decision.name].title
            label = f"{title}: “{label}”"
        found.setdefault(before.turn, []).append((label,))
    return found


def _in_few(told: Sequence[str]) -> str:
    once = list(dict.fromkeys(told))
    left = len(once) - DEEDS
    more = f"; {left} more" if left > 0 else ""
    return sentence(f"{'; '.join(once[:DEEDS])}{more}") if once else ""
