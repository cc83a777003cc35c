"""A record's tree in lines of text: one row a decision, the variations set in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from game.cli.plain_text import wrapped
from game.coach.outline_words import noted, opens_archives
from game.coach.persons import kind_of, persons
from game.coach.seasons.outline import LineEnds, outline_words
from game.coach.words_for import counted
from game.record import OPENING, Record, States, fair_copy, told_to, was_gone_back
from game.record.history import SEED, documented, has_history
from game.record.outline import Outline, Row
from game.rules import CampaignRules, Game

LEGEND = (
    "The number is the node at which one stands after the row; '|' and '+-' set a variation in, "
    "and it stands before the main line goes on. '@' is where the play stands. Numbers that are "
    "left out are of answers of others, told in the row before, or of rows that are folded. The "
    "fair copy is what was played until the play first went back; 'goto fair' leads to its end."
)


DAY, SEASON = 7, 10
"""Characters that a day in short takes, and a season."""


class Signs(NamedTuple):
    """What is marked at the rows of a record, whatever stands in them."""

    cursor: int
    fair: int
    """The last node of the fair copy, where the play ever went back; else -1."""
    same: dict[int, int]
    """Nodes at the same position as an earlier one, by that one."""


def told_tree(
    rules: Game,
    record: Record,
    states: States,
    opened: Collection[int] | None = None,
    same: dict[int, int] | None = None,
    cursor: int | None = None,
    seat: int | None = None,
) -> Iterator[str]:
    """Yield the rows of a record's tree, laid out; `opened` as `Outline.rows` takes it.

    It is told to the recorded chair unless another is named.
    """
    outline, ends = Outline(record), LineEnds(rules, states)
    chair = told_to(rules, record.heading) if seat is None else seat
    words = outline_words(rules, states, chair)
    wide = DAY if not isinstance(rules, CampaignRules) else SEASON
    copy = fair_copy(record)
    signs = Signs(
        record.cursor if cursor is None else cursor,
        copy[-1].id if copy and was_gone_back(record) else -1,
        same or {},
    )
    width = len(str(max(record.nodes, default=OPENING)))
    for row in outline.rows(opened):
        told = words.of(record, row)
        here = signs.cursor in (row.nodes or (OPENING,))
        lead = f"{row.stands:>{width}} {'@' if here else ' '} {told.day:<{wide}}"
        said = told.said + (f" · {told.answer}" if told.answer else "")
        tail = "; ".join(_beside(record, row, outline, ends, signs))
        yield wrapped(
            f"{said}{f'  ({tail})' if tail else ''}",
            lead + row.plain_lanes,
            " " * len(lead) + row.plain_lanes_under,
        )
    if opens_archives(record, states):
        yield from _told_history(rules, record, outline)


def _told_history(rules: Game, record: Record, outline: Outline) -> Iterator[str]:
    """Yield the documented line as the branch that it is of every play that has come to an end."""
    if not has_history(rules) or record.heading.seed == SEED:
        return
    line = documented(rules)
    end = LineEnds(rules, States(rules, SEED)).at(line, line.cursor, record)
    how = f" ({end})" if end else ""
    width = len(str(max(record.nodes, default=OPENING)))
    men = "men" if isinstance(rules, CampaignRules) else kind_of(persons(rules, None))
    yield wrapped(
        f"The documented line, with the {men} as they were: {len(line.nodes)} decisions{how}; "
        "'compare' puts it beside yours",
        f"{'':<{width}}   history  ",
        " " * (width + 14),
    )


def _beside(
    record: Record, row: Row, outline: Outline, ends: LineEnds, signs: Signs
) -> Iterator[str]:
    """Yield what is remarked of a row, in brackets behind it."""
    for node in row.nodes or (OPENING,):
        if node in record.glyphs:
            yield record.glyphs[node].value
        if node in record.names:
            yield f"“{record.names[node]}”"
        if node in record.notes:
            yield noted(record.notes[node])
        if node in signs.same:
            yield f"the same position as node {signs.same[node]}"
        if node == signs.fair:
            yield "the fair copy ends here"
    if row.folded:
        yield f"{counted(row.folded, 'decision')} more"
        if end := ends.at(record, outline.end_of[row.stands]):
            yield end
    elif end := ends.at(record, row.stands):
        yield end
    elif row.nodes and row.stands not in record.children:
        yield "goes no further"
