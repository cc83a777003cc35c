"""A comparison in words: parts with a heading, sentences, and rows that put two lines side by side.

Both faces lay the same parts out, each in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.coach import compare_ends
from game.coach.aftermath import not_in_the_room
from game.coach.chronicle import told
from game.coach.compare import (
    Cause,
    Comparison,
    Day,
    Side,
    Stayed,
    by_sitting,
    is_alike,
)
from game.coach.compare_parts import Kind, Part, Row
from game.coach.deeds import deed, deed_of_other
from game.coach.persons import Person, kind_of, opposite, persons
from game.coach.standing import when
from game.coach.words_for import sentence
from game.record import Step
from game.rules import Rules
from game.state import HOST, Phase

DEED = "› "
"""What stands before what a chair itself decided."""


def parts(rules: Rules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield a comparison part by part, in the order in which it is to be read."""
    a, b = compared.a, compared.b
    yield Part(
        Kind.PARTING,
        "Where they part",
        tuple(_parting(rules, compared)),
        _at_the_fork(rules, compared),
    )
    stayed = tuple(_stayed_told(rules, one, compared) for one in compared.stayed)
    if stayed:
        yield Part(Kind.STAYED, "What stayed as it was", stayed)
    for day in compared.days:
        rows = tuple(_day_rows(rules, compared, day, mode))
        if rows:
            yield Part(Kind.DAY, heading_of(rules, day.sitting), (), rows, sitting=day.sitting)
    yield Part(
        Kind.STANDING, "How they stand", (), tuple(compare_ends.standing(rules, compared, mode))
    )
    if any(one.end.treaty is not None for one in (a, b)):
        clauses = tuple(compare_ends.clauses(rules, a, b))
        unsigned = tuple(compare_ends.unsigned(a, b))
        yield Part(
            Kind.PAPERS, "The two papers, clause by clause", unsigned, clauses, is_redlined=True
        )
    if a.is_over or b.is_over:
        rows, shares = zip(*compare_ends.court(rules, a, b), strict=True)
        yield Part(Kind.COURT, not_in_the_room(rules), (), rows, shares=shares)
        yield Part(Kind.LASTING, "What lasted", (), tuple(compare_ends.lasting(rules, a, b)))
        yield Part(Kind.LEGACY, "What became of it", (), tuple(compare_ends.legacy(rules, a, b)))
        far = tuple(compare_ends.distance(compared))
        if far:
            yield Part(Kind.DISTANCE, "How far apart", far)


def heading_of(rules: Rules, sitting: int) -> str:
    """Return what a part about a sitting is headed."""
    return sentence(when(rules, sitting)).rstrip(".")


def cause_told(rules: Rules, compared: Comparison) -> str:
    """Return in one sentence why two lines part."""
    fork = compared.fork
    step = fork.step or fork.other
    who = Person("", is_you=False) if step is None else _decider(rules, step)
    a, b = compared.a.name, compared.b.name
    match fork.cause:
        case Cause.SAME:
            return "They do not part: both are the same line, to the same decision."
        case Cause.STOP:
            longer, shorter = (b, a) if fork.step is None else (a, b)
            return f"{shorter} stops here; {longer} goes on."
        case Cause.DECISION:
            is_one_seed = compared.a.opening == compared.b.opening
            return f"There {who.name} decides otherwise" + (
                "; all that differs below comes of it." if is_one_seed else "."
            )
        case Cause.ANSWER:
            return (
                f"There {who.name} answers otherwise in the same position: another player, or "
                f"another version of the game, decided for {who.him}."
            )
    return (
        f"There {who.name} answers otherwise: {who.he} is another {who.man}, or of another fortune."
    )


def _decider(rules: Rules, step: Step) -> Person:
    """Return who decided in a step, as both lines are told of him."""
    return persons(rules, None)[rules.table.seats.index(step.node.seat_id)]


def _parting(rules: Rules, compared: Comparison) -> Iterator[str]:
    step = compared.fork.step or compared.fork.other
    if step is not None:
        date = when(rules, max(1, step.before.sitting))
        common = decided_in_common(compared)
        first = f"first {common} decisions are" if common > 1 else "first decision is"
        yield (
            f"The {first} the same on both; they part on {date}."
            if common
            else f"They part at the very first decision, on {date}."
        )
    yield cause_told(rules, compared)
    seeds = [one.record.heading.seed for one in (compared.a, compared.b)]
    if seeds[0] != seeds[1]:
        men = kind_of(persons(rules, None))
        yield (
            f"They were begun with other seeds ({' and '.join(seeds)}): other {men} sit there, "
            "with another fortune, and so not all of the difference comes of what was decided."
        )


def decided_in_common(compared: Comparison) -> int:
    """Return how many decisions of people two lines have in common."""
    people = compared.a.record.heading.played | compared.b.record.heading.played
    shared = compared.a.steps[: compared.fork.common]
    return sum(step.node.seat_id in people for step in shared)


def _at_the_fork(rules: Rules, compared: Comparison) -> tuple[Row, ...]:
    fork = compared.fork
    if fork.step is None and fork.other is None:
        return ()
    a, b = (
        "stops here" if step is None else said_of(rules, one, step)
        for one, step in ((compared.a, fork.step), (compared.b, fork.other))
    )
    scene = _scene_at(rules, fork.step or fork.other)
    return (Row(scene or "Decided", a, b),)


def _scene_at(rules: Rules, step: Step | None) -> str:
    if step is None or step.before.phase != Phase.SCENE:
        return ""
    return rules.scenario.events[rules.scenes.all[step.before.scene].id].title


def said_of(rules: Rules, one: Side, step: Step) -> str:
    """Return what was decided in a step, as the chair of its line is told."""
    before = step.before
    if before.seat == one.seat:
        return sentence(deed(rules, before, step.decision, one.seat) or step.node.decision_text)
    if before.phase == Phase.SCENE:
        who = _decider(rules, step)
        if not one.is_over:
            return f"{who.name} decides in a scene of {who.his} own."
        return sentence(f"{who.name}: {deed(rules, before, step.decision, before.seat)}")
    return sentence(deed_of_other(rules, before, step.decision, before.seat))


def _stayed_told(rules: Rules, stayed: Stayed, compared: Comparison) -> str:
    match stayed.what:
        case "courier":
            return (
                f"The {rules.table.words.courier} comes on {when(rules, stayed.sitting)}, on both."
            )
        case "risk":
            return f"The same mishap befell both ({stayed.size} in a hundred)."
        case "court":
            side = rules.scenario.seats[rules.table.seats[HOST]].side
            return f"The {rules.table.words.court} of {side} was in the same mood on both."
    if compared.a.seat != compared.b.seat:
        sat = f"two {kind_of(persons(rules, None))} sat there, each"
    else:
        sat = f"{opposite(rules, compared.a.seat).man} sat opposite,"
    return f"The same {sat} with the same need and the same letter from home."


def _day_rows(rules: Rules, compared: Comparison, day: Day, mode: str) -> Iterator[Row]:
    """Yield what a sitting was on both lines, without what it began with on both alike.

    From the first decision that is another one everything is told, what happens to be the same
    included: else an answer would be missing on one side.
    """
    common = compared.fork.common
    a, b = (by_sitting(one.steps[common:]).get(day.sitting, ()) for one in (compared.a, compared.b))
    ours, theirs = list[str](), list[str]()
    at = 0
    for step, other in zip(a, b, strict=False):
        if not is_alike(step.node, other.node):
            break
        at += 1
        mine = list(told_of(rules, compared.a, step, mode))
        his = list(told_of(rules, compared.b, other, mode))
        if mine != his:
            ours += mine
            theirs += his
    ours += (text for step in a[at:] for text in told_of(rules, compared.a, step, mode))
    theirs += (text for step in b[at:] for text in told_of(rules, compared.b, step, mode))
    if ours or theirs:
        yield Row("", "\n".join(ours), "\n".join(theirs))


def told_of(rules: Rules, one: Side, step: Step, mode: str) -> Iterator[str]:
    """Yield what a step told the chair of its line, its own decision first, after a `›`."""
    if step.before.seat == one.seat:
        done = deed(rules, step.before, step.decision, one.seat)
        if done:
            yield f"{DEED}{sentence(done)}"
    for line in told(rules, step.before, step.turn, one.seat, mode):
        yield line.text
