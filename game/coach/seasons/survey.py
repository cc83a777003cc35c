"""A play of a campaign at a glance, recomputed: where it stands, how it ended, what was seen."""

from __future__ import annotations

from game.coach.seasons.endings import epilogue
from game.coach.seasons.naming import decision_label
from game.coach.seasons.outline import ends_as
from game.coach.seasons.seen import seen_in, to_be_seen
from game.coach.seasons.standing import stands_in
from game.coach.seen import coverage
from game.coach.survey import Survey
from game.errors import RecordError
from game.record import Record, States, check_scenario, own_decisions
from game.rules import CampaignRules
from game.state import State


def survey_campaign(rules: CampaignRules, record: Record) -> Survey:
    """Return a play at a glance; what its lines share is replayed once.

    Raises `RecordError` for a record of another scenario, start or twist.
    """
    check_scenario(rules, record)
    states = States(rules, record.heading.seed)
    ends = _ends(states, record)
    seen = seen_in(rules, record, ends)
    over = [state for state in ends if rules.outcome(state) is not None]
    found = Survey(
        lines=len(record.ends()),
        ended=len(over),
        seen={rules.seats[0]: seen},
        coverage=coverage(seen, to_be_seen(rules.scenario)),
        last_end=ends_as(rules, over[-1]) if over else "",
    )
    try:
        state = states.at(record, record.cursor)
    except RecordError as error:
        return found._replace(trouble=str(error))
    found = found._replace(
        day=stands_in(rules, state).removeprefix("in ").removeprefix("at "),
        decided=_decided(rules, record, states),
    )
    if rules.outcome(state) is None:
        return found
    told = tuple(piece.id for piece in epilogue(rules, state))
    return found._replace(result=ends_as(rules, state), told=told)


def _ends(states: States, record: Record) -> list[State]:
    """Return the states at the ends of lines, as far as they replay."""
    found = []
    for node in record.ends():
        try:
            found.append(states.at(record, node.id))
        except RecordError:
            continue
    return found


def _decided(rules: CampaignRules, record: Record, states: States) -> str:
    """Return the last decision of a person before the cursor, in words; empty where there is none.

    What was decided at a table is told as its record has it.
    """
    own = own_decisions(record, record.path(record.cursor))
    if not own:
        return ""
    before = states.at(record, own[-1].parent)
    if before.at:
        return own[-1].decision_text
    return decision_label(rules, rules.parsed(own[-1].decision_text, before))
