"""Two lines of a campaign beside each other: where they part, and season by season what differs.

Lines that begin at different starts, or with other twists, are set beside each other from the
season on in which both are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.coach.compare_parts import Kind, Part, Row
from game.coach.seasons.chronicle import Line
from game.coach.seasons.dates import season_of
from game.coach.seasons.endings import epilogue, profile
from game.coach.seasons.ends import papers, stood_at, what_became
from game.coach.seasons.naming import decision_label, is_seen
from game.coach.seasons.standing import stands_in
from game.coach.seasons.story import Passage, passage
from game.coach.seasons.tracks import track_seen
from game.coach.words_for import sentence
from game.record import OPENING, Record, Step, check_scenario, steps_of
from game.record.history import documented, has_history
from game.rules import CampaignRules
from game.state import ASIDES, CLAIMANT, State

GOES_ON = "it goes on"
TOLD_ALIKE = ("season",)
"""Kinds of line that differ for no reason of their own."""
FOLLOWS = ("result", "hazard", "change", "toll")
"""Kinds of line that say little without the one before, from which they follow."""
Told = tuple[str, ...]
"""Something that happened, and what followed from it."""


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


def parts(rules: CampaignRules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield the parts of a comparison, in the order in which they are read."""
    a, b, common = compared
    yield Part(Kind.PARTING, "Where they part", tuple(parting(rules, compared)))
    if is_one_line(compared):
        return
    yield from _summed_up(rules, compared, mode)
    first = max(one.rules.first_turn for one in (a, b))
    if first != min(one.rules.first_turn for one in (a, b)):
        began = [_state_in(one, first) for one in (a, b)]
        if None not in began:
            heading = f"Where they stood in {season_of(rules, first).lower()}"
            states = [state for state in began if state is not None]
            yield Part(Kind.STANDING, heading, rows=tuple(standing(a, b, states, mode)))
    told = [by_season(one.rules, one.steps[common:], mode) for one in (a, b)]
    for turn in sorted(t for t in told[0].keys() | told[1].keys() if t >= first):
        both = [told[0].get(turn, []), told[1].get(turn, [])]
        row = Row("", *("\n".join(only(*pair)) for pair in (both, both[::-1])))
        if row.differs:
            yield Part(Kind.DAY, season_of(rules, turn), rows=(row,), sitting=turn)


def _summed_up(rules: CampaignRules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield what two lines came to, which is read before the seasons that led there."""
    a, b, _ = compared
    ended = [one.end.ended is not None for one in (a, b)]
    if any(ended):
        yield Part(Kind.LEGACY, "How it ended", rows=tuple(endings(rules, a, b)))
    if all(ended):
        yield Part(Kind.LASTING, "Measure by measure", rows=tuple(measured(a, b)))
    yield Part(Kind.PAPERS, "What was signed", rows=tuple(_papers(rules, a, b)))
    yield Part(
        Kind.STANDING, "Where matters stand", rows=tuple(standing(a, b, (a.end, b.end), mode))
    )


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


def parting(rules: CampaignRules, compared: Comparison) -> Iterator[str]:
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


def _state_in(one: Side, turn: int) -> State | None:
    """Return the state in which a season first asks for a decision; `None` where it never does."""
    found = (step.before for step in one.steps if step.before.turn == turn)
    return next(found, one.end if one.end.turn == turn else None)


def _decided(rules: CampaignRules, step: Step) -> str:
    if step.before.at:
        told = passage(rules, step, "advisers")
        said = told.decided[-1:] or [line.text for line in told.lines]
        return " ".join(said) or step.node.decision_text
    return sentence(decision_label(rules, step.decision))


def by_season(rules: CampaignRules, steps: tuple[Step, ...], mode: str) -> dict[int, list[Told]]:
    """Return what was decided and told in each season, by its turn."""
    told: dict[int, list[Told]] = {}
    for step in steps:
        passed = passage(rules, step, mode)
        turn = step.before.turn
        told.setdefault(turn, []).extend(_chosen(step, passed))
        for line in passed.lines:
            if line.kind in TOLD_ALIKE:
                turn = min(turn + 1, step.turn.state.turn)
                continue
            of_season = told.setdefault(turn, [])
            cause = of_season.pop() if of_season and line.kind in FOLLOWS else ()
            of_season.append((*cause, _text(line)))
    return told


def _chosen(step: Step, passed: Passage) -> Iterator[Told]:
    """Yield what was decided, with the scene that it answers."""
    for said in passed.decided[-1:]:
        in_scene = not step.before.at and passed.title
        yield (f"{passed.title}. {said}" if in_scene else said,)


def _text(line: Line) -> str:
    return f"  {line.text}" if line.kind == "change" else line.text


def only(told: list[Told], other: list[Told]) -> list[str]:
    """Return the lines of what the other has not, or not with all that followed from it."""
    left = list(other)
    found: list[str] = []
    for each in told:
        if each in left:
            left.remove(each)
        else:
            found.extend(each)
    return found


def _papers(rules: CampaignRules, a: Side, b: Side) -> Iterator[Row]:
    told = [
        {
            id: " ".join(what_became(p) for p in papers(one.rules, one.end) if p.table == id)
            for id in rules.scenario.tables
        }
        for one in (a, b)
    ]
    for id, table in rules.scenario.tables.items():
        yield Row(table.title, told[0][id], told[1][id])


def standing(a: Side, b: Side, states: Sequence[State], mode: str) -> Iterator[Row]:
    sides = list(zip((a.rules, b.rules), states, strict=True))
    for id in a.rules.levels:
        if is_seen(a.rules.scenario, id):
            label = a.rules.scenario.tracks[id].label
            yield Row(label, *(_stood(rules, state, id, mode) for rules, state in sides))


def _stood(rules: CampaignRules, state: State, id: str, mode: str) -> str:
    """Return where a track stands; exact once the line is over, as its last page tells it."""
    if rules.outcome(state) is not None:
        return stood_at(rules, state, id)
    return track_seen(rules, rules.seen_by(CLAIMANT, state), id, mode).text


def endings(rules: CampaignRules, a: Side, b: Side) -> Iterator[Row]:
    pieces = [
        {piece.group: piece.ending.title for piece in epilogue(one.rules, one.end)}
        if one.end.ended is not None
        else {}
        for one in (a, b)
    ]
    for group in rules.scenario.groups:
        yield Row(group, pieces[0].get(group, GOES_ON), pieces[1].get(group, GOES_ON))


def measured(a: Side, b: Side) -> Iterator[Row]:
    for one, other in zip(profile(a.rules, a.end), profile(b.rules, b.end), strict=True):
        yield Row(one.label, str(one.value), str(other.value))
