"""A table with what only its author sees whole: the points of both, the walk-aways, the zone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.workshop.asking import Asking
from game.coach.workshop.questions import Answered, Questions
from game.negotiation import every_package, value
from game.rules import Rules
from game.scenario.case_lint import CaseNames
from game.scenario.expressions import Expression
from game.state import CLAIMANT, HOST, State

MOST_PACKAGES = 500_000
"""Beyond them the zone is not counted."""


class OptionSeen(NamedTuple):
    """One way to settle an issue; points in hundredths, the claimant's first."""

    id: str
    text: str
    worth: tuple[int, int]
    """To the men of this seed."""
    authored: tuple[int, int]
    """To the common man of each chair, as it is written."""
    marks: tuple[str, ...]
    """`history`, `cession`, `lapses`, and what the court reads in it."""


class IssueSeen(NamedTuple):
    """A question to be settled."""

    id: str
    label: str
    kind: str
    why: str
    options: tuple[OptionSeen, ...]


class PairSeen(NamedTuple):
    """Options that count differently together; points in hundredths."""

    when: str
    seat: str
    worth: int
    because: str
    asks: tuple[Answered, ...]
    """How it stands with the paper that lies there; nothing where none does."""


class WalkAway(NamedTuple):
    """What a seat keeps without a paper, in hundredths."""

    seat: str
    points: int
    of_common_man: int
    formula: str
    found: str
    """What the names of the formula stand for."""
    told: str
    """What that is in words, as the seat is told; empty where nothing is."""


class Zone(NamedTuple):
    """The papers that leave both with at least what they keep without one."""

    papers: int
    """All there can be."""
    suit_both: int | None
    """`None` where they are too many to be counted."""
    suit_seat: tuple[int, int] | None
    """Those that leave the claimant, and the host, with as much."""


class TableSeen(NamedTuple):
    """A table in a state."""

    id: str
    title: str
    seats: tuple[str, str]
    """The claimant's and the host's."""
    issues: tuple[IssueSeen, ...]
    pairs: tuple[PairSeen, ...]
    walk_aways: tuple[WalkAway, WalkAway]
    danger: int
    """What the host has to fear, in hundredths."""
    danger_formula: str
    zone: Zone
    paper: tuple[str, ...]
    """The paper that lies there, as `ISSUE=OPTION`; nothing where none does."""
    paper_worth: tuple[int, int]
    """What it is worth to both, in hundredths; 0 without one."""


def table_seen(rules: Rules, state: State, questions: Questions) -> TableSeen:
    """Return the table; cost in proportion to the papers that there can be."""
    table, written = rules.table, rules.scenario.table
    asking, names = Asking(rules, state, CLAIMANT), questions.names
    paper = state.paper
    return TableSeen(
        id=written.id,
        title=written.title,
        seats=table.seats,
        issues=tuple(_issues(rules, state)),
        pairs=tuple(
            PairSeen(
                pair.when.text,
                pair.seat,
                pair.worth,
                pair.because,
                ()
                if paper is None
                else questions.answers(pair.when, asking, ("table", "pairs", at, "if")),
            )
            for at, pair in enumerate(written.pairs)
        ),
        walk_aways=(
            _walk_away(rules, state, CLAIMANT, asking, names),
            _walk_away(rules, state, HOST, asking, names),
        ),
        danger=int(rules.formulas.resolve("danger")(state) or 0),
        danger_formula=written.danger.text,
        zone=_zone(rules, state),
        paper=tuple(
            f"{issue}={options[chosen]}"
            for issue, options, chosen in zip(
                table.issues, table.options, paper or (), strict=False
            )
        ),
        paper_worth=(rules.worth(CLAIMANT, state, paper), rules.worth(HOST, state, paper)),
    )


def _issues(rules: Rules, state: State) -> Iterator[IssueSeen]:
    table = rules.table
    drawn = [man.utility if man else table.utilities[seat] for seat, man in enumerate(state.men)]
    for at, (id, issue) in enumerate(rules.scenario.table.issues.items()):
        options = tuple(
            OptionSeen(
                option,
                written.text,
                (drawn[CLAIMANT].worth[at][index], drawn[HOST].worth[at][index]),
                tuple(written.worth.get(seat, 0) for seat in table.seats),  # type: ignore[arg-type]
                tuple(_marks(rules, at, index, history=written.history, cession=written.cession)),
            )
            for index, (option, written) in enumerate(issue.options.items())
        )
        yield IssueSeen(id, issue.label, str(issue.kind), issue.why, options)


def _marks(rules: Rules, issue: int, option: int, *, history: bool, cession: bool) -> Iterator[str]:
    table = rules.table
    if history:
        yield "history"
    if cession:
        yield "cession"
    if (issue, option) in table.lapses:
        yield "lapses"
    for name, grid in (("land", table.land), ("rite", table.rite), ("caution", table.caution)):
        if grid[issue][option]:
            yield f"{name} {grid[issue][option]:+}"


def _walk_away(rules: Rules, state: State, seat: int, asking: Asking, names: CaseNames) -> WalkAway:
    id = rules.table.seats[seat]
    formula: Expression = rules.scenario.table.walk_away[id]
    return WalkAway(
        id,
        rules.walk(seat, state),
        rules.formulas.walk(seat, state),
        formula.text,
        asking.found(formula, names.asked),
        rules.scenario.table.without_paper.get(id, ""),
    )


def _zone(rules: Rules, state: State) -> Zone:
    table = rules.table
    if table.packages > MOST_PACKAGES:
        return Zone(table.packages, None, None)
    ours, theirs = (
        man.utility if man else table.utilities[seat] for seat, man in enumerate(state.men)
    )
    our_least, their_least = rules.walk(CLAIMANT, state), rules.walk(HOST, state)
    both = claimant = host = 0
    for package in every_package(table.sizes):
        suits_us = value(package, ours) >= our_least
        suits_them = value(package, theirs) >= their_least
        claimant += suits_us
        host += suits_them
        both += suits_us and suits_them
    return Zone(table.packages, both, (claimant, host))
