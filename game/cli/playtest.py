"""`amur playtest`: plays a scenario many times and reports what came of it.

`--json` gives, in format 2:

- what was played: `scenario`, `lesson` (where it stands among the lessons), `start` (null for the
  scenario's own), `seat` (the tested chair), `opponent`, `seed`, `asked` (plays asked for), `read`
  (how many of each persona's were read through, for `words` and for what advisers say), `left_out`
  (personas that `--policy all` leaves out because the table keeps no history for them to play by);
- `games`, `decisions`, `sittings` (mean), `agreement` (per cent of plays that were signed),
  `ratified` (per cent of those), `ended`, `verdicts` and `endings` (plays by id, the most frequent
  first), `lasting` (mean by seat, in hundredths), `length` (`decisions` and `sittings`, each with
  `mean` and `quartiles`), `words` (`plays`, `mean`, `quartiles`: what the tested chair reads);
- `personas`: the same of each; `skilled`: the same of all those together who know the craft,
  which are all but `random` and `novice`;
- `seconds` from the first play to the last by the wall clock, the what-ifs that come after left
  out, and `decisions_per_second` that all workers together made in the plays themselves, what is
  counted of them left out; these two alone differ from run to run;
- `coverage` (`seen` and `total` of events, choices, options, tactics, endings and texts), `texts`
  (the same of each kind of text), `never` (ids that were never met, by kind, texts by their path),
  `unchosen` (acts of the tested chair that nobody chose), `beyond` (acts that only the personas
  named beside them do, and whoever draws lots), `near` (`plays` that were looked at
  for it, the first five of each persona but `search`; `how` near they came to scenes, choices, acts
  and endings that were never met, in words, by `KIND:ID`), `untaken` (`choice` that was open to
  some play and that nobody took, what was taken most often `instead` and in how many `plays`; in
  the eyes of the man of the `manner` in which it came nearest what it `counts`, and what the other
  that counts `most`), `inclinations` (by seat and manner what a point of each track counts);
- `what_ifs` (`states` of each scene asked for, four times as many where something in it is suspect,
  `tried` in all, `equal` in hundredths), `choices`
  (by `scene.choice`: `states`, and in how many it was `best` or `worst` by more than `equal`),
  `dominated` (`choice`, `by`, `states`, `worse`: never better for its chair, and often worse),
  `trivial` (`scene`, `choices`, `states`: choices that led to the very same), `light` (`scene`,
  `states`, `harm`: no choice better or worse for its chair than another; whether they differ in
  what people suffer) and `towering` (`choice`, `states`, in how many it was `best` by more than
  three points, its mean `lead` in hundredths, the `personas` that came there);
- `pressure` (`acts` of pressure that the table has; `rows`, by the number of `acts` in a play:
  `games`, `agreement`, `ratified`, `lasting` of the claimant), `sweep` (the same `rows` of one
  claimant who begins with so many acts, against the same men; whether `lasting` `rises` or `falls`
  throughout, does `neither` or is `unknown`);
- `zone` (by start, `""` the scenario's own: `packages`, `zone`, `good`, `history`);
- `places` (where each id in `never`, `dominated` and `trivial` is written, as `FILE:LINE`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from game.rules import Rules

STATES = 10
"""States of each scene in which every choice is tried, unless another number is said."""
PLAYS_A_SCENE = 100
"""So many plays pay for that; those by lot cost next to nothing, and pay for nothing."""
PRESSES = 40
"""Plays of the sweep for each number of acts of pressure, unless another number is said."""
PLAYS_A_SWEEP = 2_000
"""So many plays pay for that."""
ALL = "all"
"""For `--policy`: every persona that may take the tested chair, and finds what it plays by."""
USUAL = "integrative", "official"
"""Who takes either chair, unless somebody else is named."""


@click.command()
@click.argument("scenario")
@click.option("--games", default=100, type=click.IntRange(1), help="Plays by each persona.")
@click.option(
    "--policy",
    metavar="P[,Q]",
    help="Personas to test: integrative, for the host official; 'all' of the chair. A play of"
    " 'search' takes seconds.",
)
@click.option("--seat", metavar="S", help="The chair they take; the claimant's by default.")
@click.option("--opponent", metavar="P", help="Who sits opposite; the official by default.")
@click.option("--start", metavar="S", help="Another start of the scenario.")
@click.option("--twist", "twists", metavar="T", multiple=True, help="A twist of a campaign.")
@click.option("--seed", default="playtest", help="The seeds are SEED-0, SEED-1 and so on.")
@click.option("--workers", default=1, type=click.IntRange(1), help="Processes to share the work.")
@click.option(
    "--what-ifs",
    metavar="N",
    type=click.IntRange(0),
    help="States of each scene in which every choice is tried; 10, or none for few plays.",
)
@click.option(
    "--sweep",
    metavar="N",
    type=click.IntRange(0),
    help="Plays with each of 0 to 5 acts of pressure; 40, or none for few plays.",
)
@click.option("--json", "as_json", is_flag=True, help="The report as an object, for tools.")
@click.pass_context
def playtest(
    context: click.Context,
    scenario: str,
    games: int,
    policy: str | None,
    seat: str | None,
    opponent: str | None,
    start: str | None,
    twists: tuple[str, ...],
    seed: str,
    workers: int,
    what_ifs: int | None,
    sweep: int | None,
    as_json: bool,
) -> None:
    """Play a scenario many times and count what came of it.

    Endings, agreement, what was met and what never was, choices that are never the better one,
    words to read, decisions per second. The same numbers for one seed, however many workers.
    Ctrl-C reports the plays so far.
    """
    from game.cli.paged import put_page
    from game.cli.plain_text import put
    from game.cli.playtest_report import lines
    from game.cli.playtest_run import Run
    from game.cli.playtest_workers import game_for
    from game.cli.workers import WorkerLostError
    from game.coach.workshop.sampling import Plan
    from game.coach.workshop.scene_weight import MORE
    from game.rules import CampaignRules

    rules = game_for(scenario, start, twists)
    if isinstance(rules, CampaignRules):
        from game.cli.playtest_campaign import playtest_campaign
        from game.coach.workshop.seasons.sampling import CampaignPlan

        hosts = opponent or USUAL[1]
        known = CampaignPlan(scenario, start, twists, hosts, seed, what_ifs or 0)
        playtest_campaign(rules, known, policy or USUAL[0], seat, games, workers, as_json=as_json)
        context.exit(0)
    at, other = _chairs(rules, seat, opponent)
    names, left_out = _personas(policy or USUAL[at], at, other, rules)
    paying = games * sum(name != "random" for name in names)
    pays = paying >= PLAYS_A_SCENE * len(rules.scenario.events)
    states = STATES * pays if what_ifs is None else what_ifs
    presses = PRESSES * (paying >= PLAYS_A_SWEEP) if sweep is None else sweep
    run = Run(Plan(scenario, start, at, other, seed, states * MORE), workers, presses)
    failed: KeyboardInterrupt | WorkerLostError | None = None
    try:
        run.play(names, games)
    except (KeyboardInterrupt, WorkerLostError) as error:
        failed = error
    report = {**run.report(), "left_out": left_out}
    if as_json:
        put(json.dumps(report, indent=1))
    else:
        put_page(lines(report))
    if failed is not None:
        raise failed
    context.exit(0)


def _chairs(rules: Rules, seat: str | None, opponent: str | None) -> tuple[int, str]:
    """Return the tested chair, and who sits in the other one."""
    from game.errors import UsageError
    from game.state import CLAIMANT

    seats = rules.table.seats
    if seat is not None and seat not in seats:
        raise UsageError(f"there is no seat '{seat}'; there are {' and '.join(seats)}")
    at = CLAIMANT if seat is None else seats.index(seat)
    return at, opponent or USUAL[1 - at]


def _personas(
    policy: str, seat: int, opponent: str, rules: Rules
) -> tuple[list[str], tuple[str, ...]]:
    """Return the personas to test, and those that `all` leaves out.

    Each of them, like the opponent, must fit its chair.
    """
    from game.coach.workshop.playing import known_personas, may_sit, without_history
    from game.errors import UsageError

    names = [name for name in dict.fromkeys(map(str.strip, policy.split(","))) if name]
    left_out: tuple[str, ...] = ()
    if ALL in names:
        left_out = tuple(name for name in without_history(rules) if may_sit(name, seat))
        names = [name for name in known_personas() if may_sit(name, seat) and name not in left_out]
    for name, at in [*((name, seat) for name in names), (opponent, 1 - seat)]:
        if name not in known_personas():
            raise UsageError(
                f"there is no persona '{name}'; there are {', '.join(known_personas())}"
            )
        if not may_sit(name, at):
            able = [known for known in known_personas() if may_sit(known, at)]
            raise UsageError(
                f"'{name}' cannot take the chair of {rules.table.seats[at]}; "
                f"there it can be {' or '.join(able)}"
            )
    if not names:
        raise UsageError("name a persona to test")
    return names, left_out
