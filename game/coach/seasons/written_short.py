"""A play of a campaign written down on a few pages: how it ended, where it turned, what to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.coach.leaves import Leaf
from game.coach.lesson import to_talk_about
from game.coach.seasons.asked import asked
from game.coach.seasons.ends import PAPERS, papers, told_paper
from game.coach.seasons.guesses import expected
from game.coach.seasons.in_short import in_short
from game.coach.seasons.story import passage
from game.coach.seasons.turning import turning_points
from game.coach.seasons.written import CHAPTER, SCENE, Section, remarks_on
from game.record import Record, Step
from game.rules import CampaignRules

REMARKS = "What was noted beside it"
MOST_NOTED = 8
"""Decisions with remarks that a few pages have room for."""
TOO_MUCH = "Something is noted beside {decisions} decisions; it stands where all is written down."
GOES_ON = "This line has not come to its end."


def sections_in_short(
    rules: CampaignRules, record: Record, steps: Sequence[Step], *, has_remarks: bool = True
) -> Iterator[Section]:
    """Yield a line of a record in short: its end, and what was foretold beside what came."""
    for leaf in _leaves(rules, record, steps):
        yield Section(CHAPTER, leaf.heading, leaf.paragraphs)
    noted = list(_noted(rules, record, steps)) if has_remarks else []
    if noted:
        told = () if len(noted) <= MOST_NOTED else (TOO_MUCH.format(decisions=len(noted)),)
        yield Section(CHAPTER, REMARKS, told)
        yield from () if told else noted
    for leaf in to_talk_about(rules.scenario):
        yield Section(CHAPTER, leaf.heading, leaf.paragraphs)


def _leaves(rules: CampaignRules, record: Record, steps: Sequence[Step]) -> Iterator[Leaf]:
    state = steps[-1].turn.state if steps else rules.opening(record.heading.seed)
    is_over = rules.outcome(state) is not None
    if is_over:
        yield in_short(rules, state, ())
        yield from turning_points(rules, steps)
    signed = tuple(map(told_paper, papers(rules, state)))
    yield Leaf(PAPERS, signed if is_over else (GOES_ON, *signed))
    yield from asked(rules, steps)
    yield from expected(rules, steps)


def _noted(rules: CampaignRules, record: Record, steps: Sequence[Step]) -> Iterator[Section]:
    for step in steps:
        remarks = tuple(remarks_on(record, step.node.id))
        if remarks:
            told = passage(rules, step, record.heading.mode)
            yield Section(SCENE, told.heading, told.decided[-1:], remarks)
