"""What came of the tables on two lines of a campaign: the last paper clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from game.coach.compare_parts import GOES_ON, Kind, Part, Row
from game.coach.leaves import became
from game.coach.seasons.compare import Side
from game.coach.seasons.dates import before_play
from game.coach.seasons.naming import past_of
from game.coach.seasons.talks_told import ENDED
from game.coach.words_for import counted, issue_label, listed, option_text, sentence
from game.negotiation import Package
from game.rules import CampaignRules, Rules
from game.state import Deal, Verdict

TABLES = 3
"""So many papers are told: the last one, and those that differ most."""
NOT_HELD, NOT_YET, NO_PAPER = "Not held.", "Not held yet.", "No paper was signed."


class Held(NamedTuple):
    """What came of a table on one line."""

    deal: Deal | None
    past: str
    """What is told of talks that were held before the line begins; empty where they were not."""
    without: str
    """What is told where there was no end of talks."""

    @property
    def paper(self) -> Package | None:
        """What was signed, where that is known."""
        return None if self.deal is None else self.deal.treaty

    @property
    def verdict(self) -> Verdict | None:
        """How the court took it; `None` where no talks were held."""
        return None if self.deal is None else self.deal.verdict


class Beside(NamedTuple):
    """What came of a table on both lines."""

    title: str
    table: Rules
    a: Held
    b: Held

    @property
    def is_past(self) -> bool:
        """Whether it was held before a line begins: how far they differ cannot be counted."""
        return bool(self.a.past or self.b.past)

    @property
    def are_signed(self) -> bool:
        """Whether there is a paper on both lines."""
        return None not in (self.a.paper, self.b.paper)

    @property
    def signed_in(self) -> int:
        """The turn in which a paper was signed last on either line; 0 where none was."""
        deals = (held.deal for held in (self.a, self.b))
        return max((deal.turn for deal in deals if deal and deal.treaty is not None), default=0)

    @property
    def is_otherwise_ended(self) -> bool:
        """Whether talks were held on one line only, or the court judged otherwise."""
        return self.a.verdict != self.b.verdict

    @property
    def apart(self) -> list[int]:
        """The issues on which not the same was signed."""
        a, b = self.a.paper, self.b.paper
        issues = range(len(self.table.table.issues))
        if a is None or b is None:
            return [] if a == b else list(issues)
        return [issue for issue in issues if a[issue] != b[issue]]

    @property
    def how_far(self) -> tuple[bool, Fraction, bool]:
        """How far it differs: a paper on one line only, clauses of both, what the court did."""
        share = Fraction(len(self.apart), len(self.table.table.issues))
        return not self.are_signed, share, self.is_otherwise_ended


def told_tables(rules: CampaignRules, a: Side, b: Side) -> Iterator[Part]:
    """Yield the last paper, and the tables that differ most, the most first.

    The other ones are named only. What was held before a line begins is told in every case.
    """
    tables = [_beside(rules, at, a, b) for at in range(len(rules.scenario.tables))]
    signed = [each for each in tables if each.signed_in]
    last = max(signed, key=lambda each: each.signed_in, default=None)
    is_beside = last is not None and last.are_signed
    if last is not None and is_beside:
        yield _clause_by_clause(last, a.name, b.name)
        tables.remove(last)
    differing = [
        each for each in tables if not each.is_past and (each.is_otherwise_ended or each.apart)
    ]
    differing.sort(key=lambda each: each.how_far, reverse=True)
    differing.sort(key=lambda each: each is not last)
    most = TABLES - is_beside
    rows = [_row(each) for each in differing[:most]]
    rows += [row for each in tables if each.is_past and (row := _row(each)).differs]
    if rows:
        others = [f"“{_titled(each)}”" for each in differing[most:]]
        said = (f"Less differs at {listed(others)}.",) if others else ()
        yield Part(Kind.TABLES, "The tables where they differ most", said, tuple(rows))


def _beside(rules: CampaignRules, at: int, a: Side, b: Side) -> Beside:
    id, table = list(rules.scenario.tables.items())[at]
    return Beside(table.title, rules.talks[at].rules, *(_held(one, at, id) for one in (a, b)))


def _held(one: Side, at: int, id: str) -> Held:
    deal = next((deal for deal in reversed(one.end.deals) if deal.table == at), None)
    past = past_of(one.rules, id) if deal is None else None
    without = NOT_YET if one.end.ended is None else NOT_HELD
    if one.end.at == at + 1:
        without = sentence(GOES_ON)
    return Held(deal, "" if past is None else f"{before_play(one.rules)}. {past.text}", without)


def _clause_by_clause(both: Beside, a: str, b: str) -> Part:
    """Return two papers by their clauses, and what became of each; the lines have names."""
    deals = [held.deal for held in (both.a, both.b) if held.deal is not None]
    told = [became(both.table, deal.verdict) for deal in deals]
    said = (
        (told[0],)
        if told[0] == told[1]
        else tuple(f"{name}: {one}" for name, one in zip((a, b), told, strict=True))
    )
    heading = f"{both.title}, clause by clause"
    return Part(Kind.PAPERS, heading, said, tuple(_clauses(both)), is_redlined=True)


def _clauses(both: Beside) -> Iterator[Row]:
    scenario = both.table.scenario
    for issue in range(len(both.table.table.issues)):
        papers = [held.paper for held in (both.a, both.b)]
        texts = [option_text(scenario, issue, paper[issue]) for paper in papers if paper]
        yield Row(issue_label(scenario, issue), *texts)


def _titled(both: Beside) -> str:
    """Return how a table is called, with how many clauses of its papers differ where both are."""
    apart = len(both.apart)
    if not (both.are_signed and apart):
        return both.title
    return f"{both.title}, {apart} of {counted(len(both.table.table.issues), 'clause')}"


def _row(both: Beside) -> Row:
    """Return what came of a table on both lines; of the papers only what is not in both."""
    apart = both.apart
    return Row(_titled(both), *(_came_of(both.table, held, apart) for held in (both.a, both.b)))


def _came_of(table: Rules, held: Held, apart: Sequence[int]) -> str:
    """Return what came of a table: what was agreed on some issues, and how the court took it."""
    deal = held.deal
    if deal is None:
        return held.past or held.without
    if deal.treaty is None:
        return ENDED.get(deal.ended, NO_PAPER)
    terms = [option_text(table.scenario, issue, deal.treaty[issue]) for issue in apart]
    agreed = f"Agreed: {'; '.join(terms)}. " if terms else ""
    return f"{agreed}{became(table, deal.verdict)}"
