"""What came of two lines, side by side: papers, courts, what lasted, what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from game.coach.aftermath import Ratification
from game.coach.compare import Comparison, Side, court_of, legacy_of, outcome_of
from game.coach.compare_parts import GOES_ON, NO_PAPER, Row, Shares
from game.coach.foreseen import is_seen, label_of
from game.coach.lasted import charged
from game.coach.leaves import became
from game.coach.levels import level_of, level_told
from game.coach.standing import when
from game.coach.words_for import counted, issue_label, option_text, points, sentence
from game.rules import Outcome, Rules
from game.state import Ended, State


def standing(rules: Rules, compared: Comparison, mode: str) -> Iterator[Row]:
    """Yield how two lines stand at their ends: how they ended, the day, and the tracks."""
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


def clauses(rules: Rules, a: Side, b: Side) -> Iterator[Row]:
    """Yield both papers by their clauses; where none was signed, the last one that lay there."""
    for issue in range(len(rules.table.issues)):
        cells = []
        for one in (a, b):
            paper = one.end.treaty or one.end.paper
            text = NO_PAPER if paper is None else option_text(rules.scenario, issue, paper[issue])
            cells.append(text)
        yield Row(issue_label(rules.scenario, issue), *cells)


def unsigned(a: Side, b: Side) -> Iterator[str]:
    """Yield of each line without a treaty that its paper is the last that lay there."""
    for one in (a, b):
        if one.end.treaty is None and one.end.paper is not None:
            yield f"{one.name} has signed none: this is the last paper that lay on the table."


def court(rules: Rules, a: Side, b: Side) -> Iterator[tuple[Row, Shares]]:
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


def lasting(rules: Rules, a: Side, b: Side) -> Iterator[Row]:
    """Yield what each paper was worth to each chair, and what lasted of it."""
    sides = [(one, outcome_of(rules, one)) for one in (a, b)]
    names = [rules.scenario.seats[id].called for id in rules.table.seats]
    for chair, name in enumerate(names):
        cells = [_on_paper(outcome, chair) for _, outcome in sides]
        yield Row(f"On paper, to {name}", *cells)
    for chair, name in enumerate(names):
        cells = [_lasted(rules, one, outcome, chair) for one, outcome in sides]
        yield Row(f"Lasting, for {name}", *cells)


def _on_paper(outcome: Outcome | None, chair: int) -> str:
    if outcome is None:
        return GOES_ON
    if outcome.treaty is None:
        return NO_PAPER
    return f"{points(outcome.values[chair])}; none: {points(outcome.walks[chair])}"


def _lasted(rules: Rules, one: Side, outcome: Outcome | None, chair: int) -> str:
    """Return what lasted for a chair, and what it is made of where a paper was signed."""
    if outcome is None:
        return GOES_ON
    whole = points(outcome.lasting[chair])
    if outcome.treaty is None:
        return whole
    parts = [f"{by:+d} {what}" for what, by in charged(rules, one.end, outcome, chair) if by]
    return "; ".join([whole, f"{points(outcome.values[chair])} by the paper", *parts])


def legacy(rules: Rules, a: Side, b: Side) -> Iterator[Row]:
    """Yield the pieces of both epilogues, by their groups."""
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


def distance(compared: Comparison) -> Iterator[str]:
    """Yield in sentences how far apart two ended lines are; nothing while one goes on."""
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
