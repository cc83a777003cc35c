"""After the talks of one table, and after a whole campaign, in lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.cli.plain_end import PAGES, page, tell_whether_looked, turn_over
from game.cli.plain_text import put, put_all, say, wrapped
from game.coach.leaves import Leaf, before_the_archives, in_one_go
from game.coach.seasons.at_table import held_at
from game.coach.seasons.dates import season_of
from game.coach.seasons.ends import pages
from game.coach.seasons.guesses import expected_at
from game.coach.seasons.in_short import in_short
from game.coach.visible import visible
from game.record import Step
from game.rules import CampaignRules
from game.session import Session
from game.state import CLAIMANT

LEADS = "'whatif {node}' stands before it."
NEXT = (
    "archives: what neither side could know at the tables; 'archives TABLE' tells one",
    PAGES,
    "undo: take back the last decision and try another; this line is kept, too, and the record"
    " says that you went back knowing the end",
    "whatif NODE: the same from any decision; 'tree' shows them, 'compare' two of its lines",
    "log all: everything that happened, from the first season",
    "why NAME: what a number of these pages means: a measure, a track",
    "sources: what the pages of this end rest on",
    "ledger, status, codex, map: as before",
    "quit: leave",
)
"""What can be done after the end."""


def leaves_of_table(rules: CampaignRules, step: Step, steps: Sequence[Step] = ()) -> Iterator[Leaf]:
    """Yield the pages that follow the talks which a step has ended; the archives stay closed.

    `steps` lead there, and what was expected in them is told beside what came.
    """
    state = rules.closed(step.before, step.decision)
    yield from before_the_archives(rules.at(step.before), state, CLAIMANT)
    yield from expected_at(rules, steps, len(step.before.deals))


def after_the_campaign(
    session: Session, rules: CampaignRules, reads_on: Callable[[], bool]
) -> None:
    """Print the pages of the end, at a keyboard one by one."""
    state, steps = session.state, session.steps()
    turn_over((in_short(rules, state, steps, LEADS), *pages(rules, state, steps)), reads_on)


def tell_what_next(session: Session, rules: CampaignRules) -> None:
    """Print what can be done after the end."""
    tell_whether_looked(session)
    if rules.scenario.afterwards:
        say(rules.scenario.afterwards)
        put()
    put("What next?")
    put_all(wrapped(line, "  ", "    ") for line in NEXT)
    seed = visible(session.record.heading.seed)
    say(f"The same men and the same fortune come again with --seed {seed}; others with another.")
    put()


def told_archives(session: Session, rules: CampaignRules, table: str) -> Iterator[str]:
    """Yield the archives of a table's talks; before the end, that they are closed."""
    if not session.is_over:
        yield "The archives open when the campaign is over."
        return
    tables = list(rules.scenario.tables)
    deals = session.state.deals
    if not deals:
        yield "No talks were held; there is nothing in the archives."
        return
    found = [at for at, deal in enumerate(deals) if tables[deal.table] == table]
    if not found:
        names = ", ".join(
            f"{tables[deal.table]} ({season_of(rules, deal.turn).lower()})" for deal in deals
        )
        yield wrapped(f"The archives hold these talks: {names}. 'archives NAME' opens one.")
        return
    steps = session.steps()
    for at in found:
        last = held_at(steps, at)[-1]
        state = rules.closed(last.before, last.decision)
        # What went before the archives was read when the talks ended: they come first.
        short, *read, archives = in_one_go(rules.at(last.before), state, CLAIMANT)
        for leaf in (short, archives, *expected_at(rules, steps, at), *read):
            yield from page(leaf)
