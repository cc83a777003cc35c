"""A play of a campaign written down: the line that was played, season by season, and its end.

Whoever lays it out, in Markdown or in HTML, lays out the same sections; every text is to be
escaped by who writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.coach.leaves import Leaf, before_the_archives
from game.coach.lesson import TO_TALK_ABOUT, what_for
from game.coach.seasons.asked import told_of_forecast
from game.coach.seasons.cited_once import CitedOnce
from game.coach.seasons.dates import days_of, old_span_said, season_of, span_said
from game.coach.seasons.ends import pages
from game.coach.seasons.story import passage
from game.record import Record, Step, own_words
from game.rules import CampaignRules
from game.state import CLAIMANT

CHOOSE = "choose"
NOT_CHOSEN = "What you might have chosen instead:"
CHAPTER, SCENE = 2, 3
"""Levels of a heading: a season or a page, and what stands within it."""


class Section(NamedTuple):
    """A heading and what stands beneath it."""

    level: int
    heading: str
    paragraphs: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    """What the player wrote beside it."""


def sections(
    rules: CampaignRules, record: Record, steps: Sequence[Step], *, has_remarks: bool = True
) -> Iterator[Section]:
    """Yield a line of a record as sections, told as it was told to whoever played.

    At each scene stands, too, what could have been chosen; the sources are listed after all that
    cites them, and only the questions of the lesson come after them.
    """
    cited = CitedOnce(rules.scenario)
    told = (
        section._replace(paragraphs=tuple(map(cited.within, section.paragraphs)))
        for section in _sections(rules, record, steps, cited, has_remarks=has_remarks)
    )
    asked: tuple[Section, ...] = ()
    for section in told:
        if section.heading == TO_TALK_ABOUT:
            asked = (section,)
        else:
            yield section
    if not cited.is_empty:
        yield _page(cited.leaf(), CHAPTER)
    yield from asked


def _sections(
    rules: CampaignRules,
    record: Record,
    steps: Sequence[Step],
    cited: CitedOnce,
    *,
    has_remarks: bool,
) -> Iterator[Section]:
    turn, title = 0, ""
    yield _page(what_for(rules.scenario), CHAPTER)
    for step in steps:
        if step.before.turn != turn:
            turn, title = step.before.turn, ""
            yield _of_season(rules, turn)
        told = passage(rules, step, record.heading.mode)
        heading = told.title if told.title != title else ""
        title = told.title
        texts = [*told.decided, *told_of_forecast(rules, step)]
        if texts and step.decision.verb == CHOOSE:
            event = rules.scenario.events[step.decision.name]
            texts.insert(1, cited.of(event))
            texts += _not_chosen(rules, step)
        for line in told.lines:
            if line.kind == "season":
                yield _section(record, step, heading, texts, has_remarks=False)
                turn, heading, texts = turn + 1, "", []
                yield _of_season(rules, turn)
            else:
                texts.append(line.text)
        yield _section(record, step, heading, texts, has_remarks=has_remarks)
        if len(step.turn.state.deals) > len(step.before.deals):
            ended = rules.closed(step.before, step.decision)
            for leaf in before_the_archives(rules.at(step.before), ended, CLAIMANT):
                yield _page(leaf, SCENE)
    if steps and rules.outcome(steps[-1].turn.state) is not None:
        for leaf in pages(rules, steps[-1].turn.state, steps):
            rests = cited.numbered(leaf.source)
            page = _page(leaf, CHAPTER)
            yield page._replace(paragraphs=(*page.paragraphs, *filter(None, (rests,))))


def _not_chosen(rules: CampaignRules, step: Step) -> Iterator[str]:
    """Yield in a sentence the answers to a scene that were open, too, and were not given."""
    choices = rules.scenario.events[step.decision.name].choices
    others = [
        head.about[0]
        for head in rules.legal_decisions(step.before).heads
        if head.verb == CHOOSE and head.about != step.decision.about
    ]
    says = [f"“{choices[other].say.strip().removesuffix('.')}”" for other in others]
    if says:
        yield f"{NOT_CHOSEN} {'; '.join(says)}."


def _of_season(rules: CampaignRules, turn: int) -> Section:
    days = days_of(rules.seasons[turn])
    said = f"{span_said(*days)} ({old_span_said(*days)}, old style)."
    return Section(CHAPTER, season_of(rules, turn), (said,))


def _page(leaf: Leaf, level: int) -> Section:
    return Section(level, leaf.heading, leaf.paragraphs)


def _section(
    record: Record, step: Step, heading: str, texts: Sequence[str], *, has_remarks: bool
) -> Section:
    remarks = tuple(remarks_on(record, step.node.id)) if has_remarks else ()
    return Section(SCENE, heading, tuple(texts), remarks)


def remarks_on(record: Record, node: int) -> Iterator[str]:
    """Yield what the player wrote beside a node."""
    mark = record.glyphs[node].value if node in record.glyphs else ""
    name = f"“{record.names[node]}”" if node in record.names else ""
    if mark or name:
        yield " ".join(filter(None, (mark, name)))
    if note := own_words(record.notes.get(node, "")):
        yield note
