"""Two lines of a campaign beside each other: where they begin, and where they part.

Lines that begin at different starts, or with other twists, are set beside each other from the
season on in which both are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.coach.compare_parts import Kind, Part
from game.coach.seasons.dates import season_of
from game.coach.seasons.naming import decision_label
from game.coach.seasons.standing import stands_in
from game.coach.seasons.story import passage
from game.coach.words_for import sentence
from game.record import OPENING, Record, Step, check_scenario, steps_of
from game.record.history import documented, has_history
from game.rules import CampaignRules
from game.state import ASIDES, State


class Side(NamedTuple):
    """One of two lines that are compared."""

    name: str
    rules: CampaignRules
    """Those of its own start and twists."""
    node: int
    record: Record
    steps: tuple[Step, ...]
    """What was decided, by every seat; what was only asked is left out."""
    end: State


class Comparison(NamedTuple):
    """Two lines, and where they part."""

    a: Side
    b: Side
    common: int
    """So many decisions both have, from the opening."""


def side(rules: CampaignRules, record: Record, node: int, name: str) -> Side:
    """Return the line of a record that leads to a node, recomputed.

    It may have begun at another start, or with other twists. Raises `RecordError` for another
    scenario's record, and where the line no longer replays.
    """
    rules = _rules_of(rules, record)
    check_scenario(rules, record)
    opening = rules.opening(record.heading.seed)
    steps = steps_of(rules, opening, record.path(node) if node != OPENING else ())
    decided = tuple(step for step in steps if step.decision.verb not in ASIDES)
    return Side(name, rules, node, record, decided, steps[-1].turn.state if steps else opening)


def history_of(rules: CampaignRules) -> Record:
    """Return the documented line, from wherever and with whatever twists these rules begin.

    Raises `RecordError` where the scenario has none.
    """
    return documented(rules if has_history(rules) else CampaignRules(rules.scenario))


def _rules_of(rules: CampaignRules, record: Record) -> CampaignRules:
    start, twists = record.heading.start, record.heading.twists
    known = start is None or start in rules.scenario.starts
    alike = start == rules.start and set(twists) == set(rules.twists)
    if record.heading.scenario != rules.scenario.id or alike or not known:
        return rules
    return CampaignRules(rules.scenario, start, twists)


def compare(a: Side, b: Side) -> Comparison:
    """Return two lines and where they part."""
    common = 0
    if begun_alike(a, b) and a.record.heading.seed == b.record.heading.seed:
        for one, other in zip(a.steps, b.steps, strict=False):
            if (one.node.seat_id, one.decision) != (other.node.seat_id, other.decision):
                break
            common += 1
    return Comparison(a, b, common)


def is_one_line(compared: Comparison) -> bool:
    """Return whether two lines begin alike and decide the same to their ends."""
    a, b, common = compared
    return begun_alike(a, b) and common == len(a.steps) == len(b.steps)


def begun_alike(a: Side, b: Side) -> bool:
    """Return whether two lines begin at the same start, with the same twists."""
    return (a.rules.start, a.rules.twists) == (b.rules.start, b.rules.twists)


def first_cause(rules: CampaignRules, compared: Comparison) -> tuple[str, str, str]:
    """Return in which season two lines part, and what each decides there; empty where one stops."""
    sides = compared.a, compared.b
    begins = max(one.rules.first_turn for one in sides)
    steps = [
        [s for s in one.steps[compared.common :] if s.before.turn >= begins][:1] for one in sides
    ]
    said = [
        _decided(one.rules, step[0]) if step else "" for one, step in zip(sides, steps, strict=True)
    ]
    first = next((step[0] for step in steps if step), None)
    when = "" if first is None else stands_in(rules, first.before)
    return when, said[0], said[1]


def parting(rules: CampaignRules, compared: Comparison) -> Part:
    """Return where two lines begin and part, or that they are one."""
    return Part(Kind.PARTING, "Where they part", tuple(_parting(rules, compared)))


def _parting(rules: CampaignRules, compared: Comparison) -> Iterator[str]:
    a, b, common = compared
    yield from _begun(a, b)
    if a.record.heading.seed != b.record.heading.seed:
        yield "They were begun with other seeds: other men, another fortune."
    if is_one_line(compared):
        yield "They are the same line."
        return
    when, in_a, in_b = first_cause(rules, compared)
    if not begun_alike(a, b):
        yield f"What each decides first there, {when}:"
    elif common:
        times = "once" if common == 1 else f"{common} times"
        yield f"They decide the same {times}; then, {when}:"
    else:
        yield f"They part at once, {when}:"
    yield f"{a.name}: {in_a or 'it stops there.'}"
    yield f"{b.name}: {in_b or 'it stops there.'}"


def _begun(a: Side, b: Side) -> Iterator[str]:
    """Yield from where two lines are set beside each other, where they do not begin alike."""
    first, last = sorted((a, b), key=lambda one: one.rules.first_turn)
    begins = last.rules.first_turn
    if first.rules.first_turn != begins:
        seasons = [season_of(one.rules, one.rules.first_turn).lower() for one in (first, last)]
        yield f"{first.name} begins in {seasons[0]}, {last.name} in {seasons[1]}."
        if first.end.turn < begins:
            stops = season_of(first.rules, first.end.turn).lower()
            yield (
                f"{first.name} stops in {stops}: there is no season in which both are. Name a "
                "later node of it to set them side by side."
            )
        else:
            yield f"They are set side by side from {seasons[1]} on, the first in which both are."
    for one, other in ((a, b), (b, a)):
        for id in one.rules.twists:
            if id not in other.rules.twists:
                title = one.rules.scenario.twists[id].title
                yield f"{one.name} has the twist “{title}”, {other.name} has not."


def _decided(rules: CampaignRules, step: Step) -> str:
    if step.before.at:
        told = passage(rules, step, "advisers")
        said = told.decided[-1:] or [line.text for line in told.lines]
        return " ".join(said) or step.node.decision_text
    return sentence(decision_label(rules, step.decision))
