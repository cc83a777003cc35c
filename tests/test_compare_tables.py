"""The first page of a comparison tells what was signed, and what was held before a line begins."""

from __future__ import annotations

from pathlib import Path

from game.cli.plain_campaign_walks import told_parts
from game.coach.compare_parts import Kind, Part, Row
from game.coach.seasons.compare import Side, compare, side
from game.coach.seasons.compare_short import parts_in_short
from game.coach.seasons.compare_tables import told_tables
from game.files.scenarios import read_any
from game.record.history import documented
from game.rules import CampaignRules
from game.scenario.campaign_model import Campaign
from game.state import Deal, Ended, Verdict
from tests.fords import FORDS, session_by_lot
from tests.in_lines import amur
from tests.test_campaign_records import kept

SIGNED = "5"
"""Seed of plays from either start in which the upper ford's paper is signed."""
LATER = "second-year"
UPPER = 0
CLAUSES = "The upper ford, clause by clause"
DIFFER = "The tables where they differ most"


def line(name: str, start: str | None = None) -> Side:
    played = session_by_lot(SIGNED, start=start)
    return side(played.game, played.record, played.cursor, name)


def papers(a: Side, b: Side) -> dict[str, Part]:
    short = parts_in_short(a.rules, compare(a, b), "advisers")
    return {part.heading: part for part in short if part.kind in (Kind.PAPERS, Kind.TABLES)}


def unsigned(one: Side) -> Side:
    """Return a line at whose end the talks at the upper ford had brought no paper."""
    deals = [
        deal._replace(treaty=None, verdict=Verdict.NONE, ended=Ended.WENT_HOME)
        if deal.table == UPPER
        else deal
        for deal in one.end.deals
    ]
    return one._replace(end=one.end._replace(deals=tuple(deals)))


def test_the_last_paper_is_told_clause_by_clause() -> None:
    told = papers(line("a"), line("b", LATER))[CLAUSES]
    assert told.is_redlined
    assert [tuple(row) for row in told.rows] == [
        ("the fare", "five coppers", "five coppers"),
        ("the landing", "at the ford", "below the abbey"),
    ]
    (became,) = told.said
    assert became.endswith(".")
    assert "The upper ford" not in str(papers(line("a"), line("b", LATER))[DIFFER].rows)


def test_what_became_of_each_paper_is_told_by_its_line() -> None:
    a, b = line("a"), line("b", LATER)
    deals = tuple(deal._replace(verdict=Verdict.DISOWNED) for deal in b.end.deals)
    b = b._replace(end=b.end._replace(deals=deals))
    said = papers(a, b)[CLAUSES].said
    assert [text[:3] for text in said] == ["a: ", "b: "]


def test_a_paper_that_is_signed_on_one_line_alone_comes_first_and_whole() -> None:
    told = papers(line("a"), unsigned(line("b", LATER)))
    assert CLAUSES not in told
    first = told[DIFFER].rows[0]
    assert first.label == "The upper ford"
    assert first.a.startswith("Agreed: five coppers; at the ford. ")
    assert first.b == "You left without a paper."


def test_the_tables_stand_in_the_order_of_what_differs() -> None:
    """A paper of one line alone first, then by clauses; what the court did breaks a tie."""
    governor = read_any("the-governor")
    assert isinstance(governor, Campaign)
    rules = CampaignRules(governor)
    record = documented(rules)
    came = side(rules, record, max(record.nodes), "came")
    otherwise = dict(zip(governor.tables, (4, 2, 0, 5, 1), strict=True))

    def signed(deal: Deal, changed: int) -> Deal:
        paper = deal.treaty or (0,) * len(rules.talks[deal.table].rules.table.issues)
        return deal._replace(
            verdict=Verdict.DISOWNED,
            treaty=tuple(int(o == 0) if at < changed else o for at, o in enumerate(paper)),
        )

    deals = (signed(d, n) for d, n in zip(came.end.deals, otherwise.values(), strict=True))
    other = came._replace(name="other", end=came.end._replace(deals=tuple(deals)))
    (told,) = (part for part in told_tables(rules, came, other) if part.heading == DIFFER)
    titles = [table.title for table in governor.tables.values()]
    assert [row.label for row in told.rows] == [titles[2], f"{titles[3]}, 5 of 6 clauses"]
    assert told.said == (
        f"Less differs at “{titles[0]}, 4 of 5 clauses” and “{titles[1]}, 2 of 6 clauses”.",
    )


def test_a_table_held_before_a_line_begins_is_not_called_not_held() -> None:
    a, b = line("a"), line("b", LATER)
    (row,) = papers(a, b)[DIFFER].rows
    assert row.label == "The lower ford"
    assert row.b == "Before spring 1802. The drovers kept their ford, and nothing was written."
    assert DIFFER not in papers(b, b._replace(name="c", steps=b.steps[:-1]))


def test_talks_that_go_on_are_not_called_not_held() -> None:
    told = amur("compare", "history:the-governor", "history@40", "history@190").stdout
    assert "History (40): The talks go on." in told
    assert "History (40): Not held yet." in told


def test_in_line_mode_clauses_that_differ_stand_beside_each_other(tmp_path: Path) -> None:
    here, there = (
        str(kept(session_by_lot(SIGNED, start=start), tmp_path / f"{name}.amur"))
        for name, start in (("a", None), ("b", LATER))
    )
    told = amur("compare", here, "here", f"{there}@here", "--scenario", str(FORDS)).stdout
    assert "  The landing: at the ford beside below the abbey\n" in told
    assert "  The same on both: the fare: five coppers.\n" in told


def test_what_is_alike_and_has_no_name_stands_alone() -> None:
    part = Part(Kind.TOLL, "Who paid", rows=(Row("", "In all: 20 dead.", "In all: 20 dead."),))
    assert "  The same on both: In all: 20 dead." in list(told_parts([part], "a", "b"))
