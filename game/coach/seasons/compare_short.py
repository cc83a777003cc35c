"""Two lines of a campaign beside each other on one page: what they came to, and where they differ.

What is left out is told season by season by `compare_whole`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.coach.compare_parts import Kind, Part, Row
from game.coach.leaves import became
from game.coach.seasons.compare import Comparison, Side, is_one_line, parting
from game.coach.seasons.compare_ends import ended, standing
from game.coach.seasons.compare_whole import Told, by_season, only_in_each
from game.coach.seasons.dates import season_of
from game.coach.seasons.naming import decision_label
from game.coach.seasons.talks_told import ENDED
from game.coach.seasons.toll import NOBODY, in_all, ledger
from game.coach.words_for import counted, listed, option_text, sentence
from game.rules import CampaignRules, Rules
from game.rules.seasons.orders import STAND
from game.state import Deal, Phase

SEASONS, TABLES = 3, 3
"""So many seasons and tables are told: those that differ most."""
DEEDS = 4
"""So many decisions of a season are told of each line."""
NOT_HELD, NO_PAPER = "Not held.", "No paper was signed."


class Differing(NamedTuple):
    """A table, and how much of it is not the same on both lines."""

    is_otherwise_ended: bool
    """Whether its talks were held on one line only, or the court judged otherwise."""
    clauses: int
    """How many of its paper are not the same."""
    row: Row


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
    yield from _tables(rules, a, b)
    yield from _seasons(rules, compared, mode)


def _toll(one: Side) -> str:
    return in_all(ledger(one.rules, one.end)) or NOBODY


def _tables(rules: CampaignRules, a: Side, b: Side) -> Iterator[Part]:
    """Yield the tables that differ most, the most first, and what the others are called."""
    tables = [_table(rules, id, a, b) for id in rules.scenario.tables]
    found = [each for each in tables if each.is_otherwise_ended or each.clauses]
    found.sort(key=lambda each: (each.is_otherwise_ended, each.clauses), reverse=True)
    if not found:
        return
    others = [each.row.label for each in found[TABLES:]]
    said = (f"Less differs at {listed([f'“{title}”' for title in others])}.",) if others else ()
    rows = tuple(each.row for each in found[:TABLES])
    yield Part(Kind.PAPERS, "The tables where they differ most", said, rows)


def _table(rules: CampaignRules, id: str, a: Side, b: Side) -> Differing:
    """Return what came of a table on both lines; of the papers only what is not in both."""
    at = list(rules.scenario.tables).index(id)
    table = rules.talks[at].rules
    deals = [
        next((deal for deal in reversed(one.end.deals) if deal.table == at), None) for one in (a, b)
    ]
    papers = [None if deal is None else deal.treaty for deal in deals]
    issues = range(len(table.table.issues))
    apart = [
        issue for issue in issues if len({None if p is None else p[issue] for p in papers}) > 1
    ]
    both = [_came_of(table, deal, apart) for deal in deals]
    verdicts = {deal.verdict if deal is not None else None for deal in deals}
    title = rules.scenario.tables[id].title
    if None not in papers and apart:
        of = counted(len(issues), "clause")
        title = f"{title}, {len(apart)} of {of}"
    return Differing(len(verdicts) > 1, len(apart), Row(title, *both))


def _came_of(table: Rules, deal: Deal | None, apart: Sequence[int]) -> str:
    """Return what came of a table: what was agreed on some issues, and how the court took it."""
    if deal is None:
        return NOT_HELD
    if deal.treaty is None:
        return ENDED.get(deal.ended, NO_PAPER)
    terms = [option_text(table.scenario, issue, deal.treaty[issue]) for issue in apart]
    agreed = f"Agreed: {listed(terms)}. " if terms else ""
    return f"{agreed}{became(table, deal.verdict)}"


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
