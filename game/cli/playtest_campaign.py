"""`amur playtest` of a campaign: who governs is asked for by name, and the report is told."""

from __future__ import annotations

import json

from game.cli.paged import put_page
from game.cli.plain_text import put
from game.cli.playtest_campaign_report import lines
from game.cli.playtest_seasons import CampaignRun
from game.cli.workers import WorkerLostError
from game.coach.workshop.playing import HOSTS, may_sit
from game.coach.workshop.seasons.playing import fast
from game.coach.workshop.seasons.sampling import CampaignPlan
from game.errors import UsageError
from game.policy.seasons import GOVERNORS
from game.rules import CampaignRules
from game.state import HOST

ALL = "all"
"""For `--policy`: every persona that decides at once."""


def playtest_campaign(
    rules: CampaignRules,
    plan: CampaignPlan,
    policy: str,
    seat: str | None,
    games: int,
    workers: int,
    *,
    as_json: bool,
) -> None:
    """Play a campaign many times and tell what came of it."""
    governs = rules.scenario.seasons.seat
    if seat not in (None, governs):
        raise UsageError(f"in a campaign the chair of {governs} is tested; leave out --seat")
    if not may_sit(plan.opponent, HOST):
        able = " or ".join(("random", *HOSTS))
        raise UsageError(
            f"'{plan.opponent}' cannot sit opposite at the tables; there it can be {able}"
        )
    run = CampaignRun(plan, workers)
    failed: KeyboardInterrupt | WorkerLostError | None = None
    try:
        run.play(_personas(rules, policy), games)
    except (KeyboardInterrupt, WorkerLostError) as error:
        failed = error
    report = run.report()
    if as_json:
        put(json.dumps(report, indent=1))
    else:
        put_page(lines(report))
    if failed is not None:
        raise failed


def _personas(rules: CampaignRules, policy: str) -> list[str]:
    """Return the personas that are asked for; of all, not who follows a line that is not kept."""
    names = [name for name in dict.fromkeys(map(str.strip, policy.split(","))) if name]
    if ALL in names:
        kept = bool(rules.scenario.history)
        names = [name for name in fast() if name != "historical" or kept]
    for name in names:
        if name not in GOVERNORS:
            raise UsageError(f"nobody governs as '{name}'; there are {', '.join(GOVERNORS)}")
    if not names:
        raise UsageError("name a persona to test")
    return names
