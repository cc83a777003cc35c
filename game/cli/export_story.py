"""A play written down: as a handout in Markdown, as a page in HTML."""

from __future__ import annotations

from game import __version__
from game.cli.progress import progress, progress_ends
from game.coach.passages import Land
from game.coach.told_html import told_in_html
from game.coach.told_markdown import told_in_markdown
from game.coach.transcript import Transcript, transcript
from game.negotiation import Package
from game.record import Record
from game.record.excerpt import up_to
from game.record.outline import Outline
from game.rules import Rules, settled
from game.tui.map.chart import chart_from
from game.tui.map.words import changes

TOLD_BY = f"The Amur Question {__version__}"


def markdown(rules: Rules, record: Record, node: int | None, *, has_remarks: bool = True) -> str:
    """Return the line that leads to a node as Markdown, and nothing of what came after it.

    The line that was played last, and where others part from it, if none is named.
    """
    record = record if node is None else up_to(record, node)
    told = _written_down(rules, record, has_remarks)
    line = [step.id for step in record.current_line()]
    return told_in_markdown(told, line, Outline(record).rows())


def html(rules: Rules, record: Record, node: int | None, *, has_remarks: bool = True) -> str:
    """Return a play as one page of HTML; with a node only the line that leads to it."""
    record = record if node is None else up_to(record, node)
    return told_in_html(_written_down(rules, record, has_remarks))


def _written_down(rules: Rules, record: Record, has_remarks: bool) -> Transcript:
    try:
        return transcript(
            rules, record, land_of(rules), TOLD_BY, _progress, has_remarks=has_remarks
        )
    finally:
        progress_ends()


def _progress(done: int, total: int) -> None:
    progress(done, total, "decisions")


def land_of(rules: Rules) -> Land:
    """Return what tells in sentences how a paper would change the map; nothing without a map."""
    written, table = rules.scenario.map, rules.table
    if written is None:
        return lambda before, paper: ()
    chart = chart_from(written)

    def land(before: Package | None, paper: Package) -> tuple[str, ...]:
        states = [chart.state(settled(one, table)) for one in (before, paper) if one is not None]
        return changes(chart, chart.state({}) if before is None else states[0], states[-1])

    return land
