"""`amur replay` of a campaign: the play as a story, season by season."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.campaign_json import came_of_campaign
from game.cli.plain_campaign_end import leaves_of_table
from game.cli.plain_campaign_story import HEADED, laid_lines
from game.cli.plain_end import page
from game.cli.plain_season_looks import headed
from game.cli.plain_text import put, put_all, wrapped
from game.coach.seasons.ends import pages
from game.coach.seasons.story import Passage, passage
from game.coach.visible import visible
from game.record import Record, Step, steps_of
from game.rules import CampaignRules


def steps_to(rules: CampaignRules, record: Record, node: int | None) -> tuple[Step, ...]:
    """Return the steps of the line that leads to a node; of the one played last if none is named.

    Raises `RecordError` where it stops.
    """
    path = record.current_line() if node is None else record.path(node)
    return steps_of(rules, rules.opening(record.heading.seed), path)


def object_of(rules: CampaignRules, record: Record, node: int | None) -> dict[str, object]:
    """Return what a line has come to, for tools."""
    steps = steps_to(rules, record, node)
    end = steps[-1].turn.state if steps else rules.opening(record.heading.seed)
    return came_of_campaign(rules, record, end, steps)


def print_campaign(rules: CampaignRules, record: Record, node: int | None) -> None:
    """Print a line of a campaign as a story, and the pages of its end."""
    heading, scenario = record.heading, rules.scenario
    seat = scenario.seats[scenario.seasons.seat].name
    begun = [scenario.starts[rules.start].title] if rules.start is not None else []
    changed = [scenario.twists[twist].title for twist in rules.twists]
    put(visible(", ".join([scenario.title, f"seed {heading.seed}", *begun, *changed])))
    put(visible(f"As {seat} saw it."))
    put()
    steps = steps_to(rules, record, node)
    first = steps[0].before if steps else rules.opening(heading.seed)
    put_all(headed(rules, first.turn, heading.seed, first))
    put()
    title = ""
    for step in steps:
        passed = passage(rules, step, heading.mode)
        put_all(_told(rules, record, step, passed, title if step.before.at else ""))
        title = passed.title
    end = steps[-1].turn.state if steps else rules.opening(heading.seed)
    if rules.outcome(end) is None:
        put("Here the line stops; the seasons are not over.")
        return
    for leaf in pages(rules, end, steps):
        put_all(page(leaf))


def _told(
    rules: CampaignRules, record: Record, step: Step, passed: Passage, told_last: str
) -> Iterator[str]:
    """Yield a step laid out: what was decided, what came of it, the head of another season.

    The title of a table stands above the first of its decisions only.
    """
    yield from _decided(passed, passed.title if passed.title != told_last else "")
    lines = list(passed.lines)
    if len(step.turn.state.deals) > len(step.before.deals):
        at = next(n for n, line in enumerate(lines) if line.kind == "table") + 1
        yield from laid_lines(lines[:at])
        yield ""
        for leaf in leaves_of_table(rules, step):
            yield from page(leaf)
        lines = lines[at:]
    turn = step.before.turn
    for line in lines:
        if line.kind == HEADED:
            turn += 1
            yield ""
            yield from headed(rules, turn, record.heading.seed, step.turn.state)
            yield ""
        else:
            yield from laid_lines([line])
    yield from _remarked(record, step.node.id)
    yield ""


def _decided(passed: Passage, title: str) -> Iterator[str]:
    where = f"[node {passed.node}] "
    if title:
        yield wrapped(f"{where}{title}")
        where = ""
    for text in passed.decided:
        yield wrapped(f"{where}{text}")
        where = ""
    if where and passed.lines:
        yield wrapped(where)


def _remarked(record: Record, node: int) -> Iterator[str]:
    """Yield what somebody remarked on a node: its mark, its name, its note."""
    if node in record.glyphs or node in record.names:
        called = f"“{record.names[node]}”" if node in record.names else ""
        mark = record.glyphs[node].value if node in record.glyphs else ""
        yield wrapped(f"[node {node}: {' '.join(filter(None, (mark, called)))}]", "  ")
    if node in record.notes:
        yield wrapped(f"[Note: {record.notes[node]}]", "  ")
