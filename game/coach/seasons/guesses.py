"""What whoever plays a campaign expected at its tables, in his own words, beside what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.coach.guesses import beside_what_came, noted
from game.coach.leaves import Leaf
from game.coach.seasons.at_table import held_at, talks_of
from game.record import Step
from game.rules import CampaignRules
from game.state import CLAIMANT, State

EXPECTED = "What you expected"


def expected_at(rules: CampaignRules, steps: Sequence[Step], deal: int) -> Iterator[Leaf]:
    """Yield a page on the talks at a place among the deals: the guesses, then what came of them.

    None where nothing was noted; `steps` lead to the end of these talks, or further.
    """
    held = held_at(tuple(steps), deal)
    if held:
        last = held[-1]
        at = rules.at(last.before)
        yield from beside_what_came(at, (at.table.seats[CLAIMANT],), _told_states(rules, held))


def expected(rules: CampaignRules, steps: Sequence[Step]) -> Iterator[Leaf]:
    """Yield one page on all talks that are over, each with its table."""
    told: list[str] = []
    deals = len(steps[-1].turn.state.deals) if steps else 0
    for deal in range(deals):
        for leaf in expected_at(rules, steps, deal):
            table = rules.at(held_at(tuple(steps), deal)[-1].before).scenario.table
            told.append(f"{table.title}: {' '.join(leaf.paragraphs)}")
    if told:
        yield Leaf(EXPECTED, tuple(told))


def noted_so_far(rules: CampaignRules, steps: Sequence[Step]) -> Iterator[str]:
    """Yield every guess of a line so far, with its table."""
    deals = len(steps[-1].turn.state.deals) if steps else 0
    for held in (*(held_at(tuple(steps), deal) for deal in range(deals)), talks_of(tuple(steps))):
        for guess in noted(_told_states(rules, held), CLAIMANT):
            yield f"{rules.at(held[-1].before).scenario.table.title}. {guess}"


def _told_states(rules: CampaignRules, held: Sequence[Step]) -> tuple[State, ...]:
    """Return the states of talks after each step; after the last one of the talks alone."""
    last = held[-1] if held else None
    if last is None:
        return ()
    is_closed = len(last.turn.state.deals) > len(last.before.deals)
    end = rules.closed(last.before, last.decision) if is_closed else last.turn.state
    return (*(step.turn.state for step in held[:-1]), end)
