"""Everything that happened in a campaign, season by season, with what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_campaign_story import laid_lines
from game.cli.plain_text import wrapped
from game.coach.seasons.story import passages
from game.rules import CampaignRules
from game.session import Session

LATELY = 4
"""Seasons that are told where nobody asks for all."""
ALL = "all"
NOTHING = "Nothing has happened yet."


def told_log(session: Session, rules: CampaignRules, mode: str, which: str) -> Iterator[str]:
    """Yield what was decided and told in the last seasons, or in all of them."""
    steps = session.steps()
    if which != ALL:
        since = session.state.turn - LATELY
        steps = tuple(step for step in steps if step.before.turn > since)
    if not steps:
        yield NOTHING
    heading = ""
    for passage in passages(rules, steps, mode):
        if passage.heading != heading:
            if heading:
                yield ""
            heading = passage.heading
            yield wrapped(f"== {heading} ==")
        if passage.title:
            yield wrapped(f"[{passage.title}]")
        yield from (wrapped(text) for text in passage.decided)
        yield from laid_lines(passage.lines)
    if which != ALL and session.state.turn > LATELY:
        yield ""
        yield f"'log {ALL}' tells everything from the first season on."
