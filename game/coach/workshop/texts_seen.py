"""Texts as they are read in a state: which of several is taken, and why; briefs and pages."""

from __future__ import annotations

from typing import NamedTuple

from game.coach.aftermath import epilogue
from game.coach.invented import cite_of
from game.coach.own_need import own_need
from game.coach.workshop.asking import Asking
from game.coach.workshop.parts import DESPATCH, TITLES, WITNESS
from game.coach.workshop.questions import Answered, Questions
from game.rules import Rules
from game.scenario import Scenario
from game.scenario.expressions import Expression
from game.scenario.faults import Path
from game.scenario.model import Page
from game.state import State


class Variant(NamedTuple):
    """One of several texts, each of which is told where its condition holds."""

    name: str
    """Its id, or its number from 1 where it has none."""
    text: str
    holds: bool
    taken: bool
    asks: tuple[Answered, ...]
    why: str
    """Why it is taken or not, in a sentence."""


class EndingSeen(NamedTuple):
    """A piece of the epilogue, among those of its group."""

    id: str
    group: str
    title: str
    text: str
    compare: str
    mark: str
    toll: str
    seat: str
    """Whom it is told to; empty for everybody."""
    told: bool
    over: bool
    """Whether the talks are over; before, nothing of an epilogue is told."""
    variants: tuple[Variant, ...]
    """All of its group, in the order in which they are asked."""
    sources: tuple[str, ...]


class DossierSeen(NamedTuple):
    """A report home, or whoever speaks as a witness."""

    id: str
    heading: str
    over: bool
    first_only: bool
    """The first that holds is taken alone; else each that holds."""
    variants: tuple[Variant, ...]
    sources: tuple[str, ...]


class PageSeen(NamedTuple):
    """A page to read."""

    id: str
    title: str
    kind: str
    text: str
    for_seats: tuple[str, ...]
    """Whose instructions it is; nobody's, or everybody's, where none is named."""
    need: str
    """What is told beside a brief of the one thing that must be brought home."""
    sources: tuple[str, ...]


def ending_seen(rules: Rules, id: str, state: State, seat: int, questions: Questions) -> EndingSeen:
    """Return a piece of the epilogue as one seat would be told of this state."""
    scenario, asking = rules.scenario, Asking(rules, state, seat)
    ending, reader = scenario.endings[id], rules.table.seats[seat]
    over = state.ended is not None
    told = {piece.id for piece in epilogue(rules, state, seat)} if over else set[str]()
    variants = []
    first = ""
    for other, piece in scenario.endings.items():
        if piece.group != ending.group:
            continue
        asks = questions.answers(piece.when, asking, ("endings", other, "when"))
        holds = all(part.holds for part in asks)
        for_reader = piece.seat in (None, reader)
        why = _why(asks, first if for_reader else "", "" if for_reader else str(piece.seat))
        variants.append(Variant(other, piece.text, holds and for_reader, other in told, asks, why))
        if holds and for_reader and not first:
            first = other
    return EndingSeen(
        id=id,
        group=ending.group,
        title=ending.title,
        text=ending.text,
        compare=ending.compare,
        mark=str(ending.mark),
        toll=ending.toll,
        seat=ending.seat or "",
        told=id in told,
        over=over,
        variants=tuple(variants),
        sources=cited(scenario, ending.source),
    )


def dossier_seen(
    rules: Rules, id: str, state: State, seat: int, questions: Questions
) -> DossierSeen:
    """Return a report home or the witnesses; a report is read from the chair that writes it."""
    scenario = rules.scenario
    dossiers = scenario.dossiers
    if dossiers is None:
        raise ValueError("the scenario has no dossiers")
    over = state.ended is not None
    if id == WITNESS:
        texts: list[tuple[Expression | None, str]] = [
            (witness.when, f"{witness.who}: {witness.text}") for witness in dossiers.witness
        ]
        path: Path = ("dossiers", WITNESS)
        heading, source = TITLES[WITNESS], tuple[str, ...]()
    else:
        letter = dossiers.despatch if id == DESPATCH else dossiers.memorial
        texts = [(part.when, part.text) for part in letter.parts]
        path = ("dossiers", id, "parts")
        heading = f"{scenario.seats[letter.from_].name} to {letter.to}"
        source, seat = letter.source, rules.table.seats.index(letter.from_)
    asking, variants, first = Asking(rules, state, seat), [], ""
    for number, (when, text) in enumerate(texts, 1):
        asks = questions.answers(when, asking, (*path, number - 1, "when"))
        holds = all(part.holds for part in asks)
        before = first if id == WITNESS else ""
        taken = over and holds and not before
        variants.append(Variant(str(number), text, holds, taken, asks, _why(asks, before, "")))
        first = first or (str(number) if holds else "")
    sources = cited(scenario, source)
    return DossierSeen(id, heading, over, id == WITNESS, tuple(variants), sources)


def _why(asks: tuple[Answered, ...], before: str, only: str) -> str:
    """Return why a text is taken or not, where the talks are over."""
    if only:
        return f"it is told to {only} only"
    for part in asks:
        if not part.holds:
            return part.unmet
    if before:
        return f"it would hold, but {before} stands before it and holds, too"
    return "all holds that its `when` asks for" if asks else "it asks for nothing"


def brief_seen(rules: Rules, id: str, state: State) -> PageSeen:
    """Return a brief with what is told beside it to whoever sits in the chair."""
    scenario, seats = rules.scenario, rules.table.seats
    page = scenario.briefs[id]
    readers = tuple(seat for seat in scenario.seats if scenario.seats[seat].brief == id)
    needs = (own_need(rules, seats.index(seat), state) for seat in readers if seat in seats)
    need = " ".join(filter(None, needs))
    return _page(scenario, id, page, readers, need)


def page_seen(scenario: Scenario, id: str) -> PageSeen:
    """Return a page of the codex."""
    return _page(scenario, id, scenario.codex[id])


def _page(
    scenario: Scenario, id: str, page: Page, readers: tuple[str, ...] = (), need: str = ""
) -> PageSeen:
    sources = cited(scenario, page.source)
    return PageSeen(id, page.title, str(page.kind), page.text, readers, need, sources)


def cited(scenario: Scenario, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return what sources are, as a reader would look for them; an unknown one is its id."""
    return tuple(cite_of(scenario.sources[id]) if id in scenario.sources else id for id in ids)
