"""A comparison in words: parts with a heading, sentences, and rows that put two lines side by side.

Both faces lay the same parts out, each in its own way.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, TypeGuard

from game.coach.aftermath import Ratification
from game.coach.chronicle import told
from game.coach.compare import (
    Came,
    Cause,
    Comparison,
    Day,
    Side,
    Stayed,
    court_of,
    legacy_of,
    outcome_of,
)
from game.coach.deeds import deed, deed_of_other
from game.coach.foreseen import is_seen, label_of
from game.coach.leaves import became
from game.coach.levels import level_of, level_told
from game.coach.standing import when
from game.coach.words_for import counted, issue_label, option_text, points, sentence
from game.record import Step
from game.rules import Rules
from game.state import HOST, Ended, Phase, State

NO_PAPER = "no paper"
DEED = "› "
"""What stands before what a chair itself decided."""
GOES_ON = "the talks go on"


class Kind(StrEnum):
    """What a part is about."""

    PARTING = "parting"
    PAST = "past"
    STAYED = "stayed"
    DAY = "day"
    STANDING = "standing"
    PAPERS = "papers"
    COURT = "court"
    LASTING = "lasting"
    LEGACY = "legacy"
    DISTANCE = "distance"


class Row(NamedTuple):
    """One thing as it is in two lines."""

    label: str
    a: str
    b: str

    @property
    def differs(self) -> bool:
        """Whether it is not the same in both."""
        return self.a != self.b


Shares = tuple[int | None, int | None]


class Part(NamedTuple):
    """Something that is compared."""

    kind: Kind
    heading: str
    said: tuple[str, ...] = ()
    """Sentences of both lines."""
    rows: tuple[Row, ...] = ()
    is_redlined: bool = False
    """The cells are texts, of which the words that differ can be marked."""
    sitting: int = 0
    """Of a day; 0 for all else."""
    shares: tuple[Shares, ...] = ()
    """For each row the shares of a hundred that its cells tell; empty where they tell none."""


def parts(rules: Rules, compared: Comparison, mode: str) -> Iterator[Part]:
    """Yield a comparison part by part, in the order in which it is to be read."""
    a, b = compared.a, compared.b
    yield Part(
        Kind.PARTING,
        "Where they part",
        tuple(_parting(rules, compared)),
        _at_the_fork(rules, compared),
    )
    stayed = tuple(_stayed_told(rules, one) for one in compared.stayed)
    if stayed:
        yield Part(Kind.STAYED, "What stayed as it was", stayed)
    for day in compared.days:
        rows = tuple(_day_rows(rules, compared, day, mode))
        if rows:
            yield Part(Kind.DAY, heading_of(rules, day.sitting), (), rows, sitting=day.sitting)
    yield Part(Kind.STANDING, "How they stand", (), tuple(_standing(rules, compared, mode)))
    if any(one.end.treaty is not None for one in (a, b)):
        clauses = tuple(_clauses(rules, a, b))
        yield Part(Kind.PAPERS, "The two papers, clause by clause", (), clauses, is_redlined=True)
    if a.is_over or b.is_over:
        rows, shares = zip(*_court(rules, a, b), strict=True)
        yield Part(Kind.COURT, "The court that was not in the room", (), rows, shares=shares)
        yield Part(Kind.LASTING, "What lasted", (), tuple(_lasting(rules, a, b)))
        yield Part(Kind.LEGACY, "What became of it", (), tuple(_legacy(rules, a, b)))
        distance = tuple(_distance(compared))
        if distance:
            yield Part(Kind.DISTANCE, "How far apart", distance)


def heading_of(rules: Rules, sitting: int) -> str:
    """Return what a part about a sitting is headed."""
    return sentence(when(rules, sitting)).rstrip(".")


def cause_told(rules: Rules, compared: Comparison) -> str:
    """Return in one sentence why two lines part."""
    fork = compared.fork
    step = fork.step or fork.other
    who = "" if step is None else rules.scenario.seats[step.node.seat_id].name
    a, b = compared.a.name, compared.b.name
    match fork.cause:
        case Cause.SAME:
            return "They do not part: both are the same line, to the same decision."
        case Cause.STOP:
            longer, shorter = (b, a) if fork.step is None else (a, b)
            return f"{shorter} stops here; {longer} goes on."
        case Cause.DECISION:
            is_one_seed = compared.a.opening == compared.b.opening
            return f"Here {who} decides otherwise" + (
                "; all that differs below comes of it." if is_one_seed else "."
            )
        case Cause.ANSWER:
            return (
                f"Here {who} answers otherwise in the same position: another player, or another "
                "version of the game, decided for him."
            )
    return f"Here {who} answers otherwise: he is another man, or of another fortune."


def _parting(rules: Rules, compared: Comparison) -> Iterator[str]:
    common = compared.fork.common
    step = compared.fork.step or compared.fork.other
    if step is not None:
        date = when(rules, max(1, step.before.sitting))
        yield (
            f"The first {counted(common, 'decision')} are the same on both; they part on {date}."
            if common
            else f"They part at the very first decision, on {date}."
        )
    yield cause_told(rules, compared)
    seeds = [one.record.heading.seed for one in (compared.a, compared.b)]
    if seeds[0] != seeds[1]:
        yield (
            f"They were begun with other seeds ({' and '.join(seeds)}): other men sit there, with "
            "another fortune, and so not all of the difference is of your making."
        )


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
        who = rules.scenario.seats[step.node.seat_id].name
        if not one.is_over:
            return f"{who} decides in a scene of his own."
        return sentence(f"{who}: {deed(rules, before, step.decision, before.seat)}")
    return sentence(deed_of_other(rules, before, step.decision, before.seat))


def _stayed_told(rules: Rules, stayed: Stayed) -> str:
    match stayed.what:
        case "courier":
            return f"The courier comes on {when(rules, stayed.sitting)}, on both."
        case "risk":
            return f"The same mishap befell both ({stayed.size} in a hundred)."
        case "court":
            side = rules.scenario.seats[rules.table.seats[HOST]].side
            return f"The court of {side} was in the same mood on both."
    return "The same man sat opposite, with the same need and the same letter from home."


def _day_rows(rules: Rules, compared: Comparison, day: Day, mode: str) -> Iterator[Row]:
    a = [text for came in day.came for text in _told(rules, compared.a, came, mode)]
    b = [text for came in day.other for text in _told(rules, compared.b, came, mode)]
    ours, theirs = _without(a, b), _without(b, a)
    if ours or theirs:
        yield Row("", "\n".join(ours), "\n".join(theirs))


def _without(texts: list[str], others: list[str]) -> list[str]:
    left = list(others)
    kept = []
    for text in texts:
        if text in left:
            left.remove(text)
        else:
            kept.append(text)
    return kept


def _told(rules: Rules, one: Side, came: Came, mode: str) -> Iterator[str]:
    turn = came.step.turn._replace(entries=came.entries)
    step = came.step._replace(turn=turn)
    yield from told_of(rules, one, step, mode, is_own_told=not came.is_decided_alike)


def told_of(
    rules: Rules, one: Side, step: Step, mode: str, *, is_own_told: bool = True
) -> Iterator[str]:
    """Yield what a step told the chair of its line, its own decision first, after a `›`."""
    if step.before.seat == one.seat and is_own_told:
        done = deed(rules, step.before, step.decision, one.seat)
        if done:
            yield f"{DEED}{sentence(done)}"
    for line in told(rules, step.before, step.turn, one.seat, mode):
        yield line.text


def _standing(rules: Rules, compared: Comparison, mode: str) -> Iterator[Row]:
    yield Row("Ended", *(_ended(rules, one) for one in (compared.a, compared.b)))
    yield Row("On", *(_date(rules, one.end) for one in (compared.a, compared.b)))
    for id, track in rules.scenario.tracks.items():
        told_of = [
            level_told(id, track, level_of(rules, one.end, id), one.seat, mode)
            for one in (compared.a, compared.b)
            if is_seen(rules.scenario, id, one.seat)
        ]
        if len(told_of) == len((compared.a, compared.b)):
            yield Row(label_of(rules.scenario, id, compared.a.seat), *told_of)


def _date(rules: Rules, state: State) -> str:
    return when(rules, max(1, state.sitting))


ENDED = {
    Ended.SIGNED: "signed",
    Ended.BROKEN_OFF: "broken off",
    Ended.WENT_HOME: "went home",
    Ended.LAPSED: "lapsed",
}
"""How talks end, in two words."""


def _ended(rules: Rules, one: Side) -> str:
    outcome = outcome_of(rules, one)
    if outcome is None:
        return GOES_ON
    if outcome.treaty is None:
        return f"{ENDED[outcome.ended]}, {NO_PAPER}"
    return f"{ENDED[outcome.ended]}. {became(rules, outcome.verdict)}"


def _clauses(rules: Rules, a: Side, b: Side) -> Iterator[Row]:
    for issue in range(len(rules.table.issues)):
        yield Row(
            issue_label(rules.scenario, issue),
            *(
                NO_PAPER
                if one.end.treaty is None
                else option_text(rules.scenario, issue, one.end.treaty[issue])
                for one in (a, b)
            ),
        )


def _court(rules: Rules, a: Side, b: Side) -> Iterator[tuple[Row, Shares]]:
    """Yield how each faction, and the court in all, takes two papers: in words, and in hundred."""
    pages = [court_of(rules, one) for one in (a, b)]
    for index, faction in enumerate(rules.table.factions):
        here, there = (page.factions[index].support if _has_read(page) else None for page in pages)
        label = f"{faction.label} ({faction.share} of 100)"
        yield _supported(label, pages, (here, there), " for it"), (here, there)
    here, there = (page.outcome.support if _has_read(page) else None for page in pages)
    yield _supported("In all", pages, (here, there), ""), (here, there)


def _has_read(page: Ratification | None) -> TypeGuard[Ratification]:
    """Return whether a court has had a paper to read."""
    return page is not None and bool(page.factions)


def _supported(label: str, pages: list[Ratification | None], shares: Shares, what: str) -> Row:
    a, b = (
        GOES_ON if page is None else NO_PAPER if share is None else f"{share} of 100{what}"
        for page, share in zip(pages, shares, strict=True)
    )
    return Row(label, a, b)


def _lasting(rules: Rules, a: Side, b: Side) -> Iterator[Row]:
    outcomes = [outcome_of(rules, one) for one in (a, b)]
    for what in ("paper", "lasting"):
        for chair, id in enumerate(rules.table.seats):
            name = rules.scenario.seats[id].name
            label = f"On paper, to {name}" if what == "paper" else f"Lasting, for {name}"
            cells = []
            for outcome in outcomes:
                if outcome is None:
                    cells.append(GOES_ON)
                elif what == "lasting":
                    cells.append(points(outcome.lasting[chair]))
                elif outcome.treaty is None:
                    cells.append(NO_PAPER)
                else:
                    cells.append(
                        f"{points(outcome.values[chair])}; none: {points(outcome.walks[chair])}"
                    )
            yield Row(label, *cells)


def _legacy(rules: Rules, a: Side, b: Side) -> Iterator[Row]:
    pieces = [
        {piece.group: piece.ending.title for piece in legacy_of(rules, one)} for one in (a, b)
    ]
    for group in rules.scenario.groups:
        if any(group in one for one in pieces):
            cells = [
                one.get(group, GOES_ON if not side.is_over else "")
                for one, side in zip(pieces, (a, b), strict=True)
            ]
            yield Row(sentence(group).rstrip("."), *cells)


def _distance(compared: Comparison) -> Iterator[str]:
    if not (compared.a.is_over and compared.b.is_over):
        return
    far, b = compared.distance, compared.b.name
    if far.clauses is not None:
        yield (
            "The two papers agree in every clause."
            if not far.clauses
            else f"The two papers differ in {counted(far.clauses, 'clause')}."
        )
    if far.square_miles:
        yield (
            f"They leave about {far.square_miles:,} square miles of this map to other hands"
            " (as the map draws them, to two figures)."
        )
    elif far.square_miles == 0:
        yield "They leave every mile of the map in the same hands."
    if far.days:
        later = "later" if far.days > 0 else "earlier"
        yield f"{b} ends {counted(abs(far.days), 'day')} {later}."
    elif not far.sittings:
        yield "Both end in the same sitting."
