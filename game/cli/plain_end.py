"""After the talks: what became of the paper, who wrote what of it, and what it cost."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import put, put_all, say, visible, wrapped
from game.coach.aftermath import epilogue, letters, ratification, witness
from game.coach.bill import bill
from game.coach.words_for import listed, option_text, points
from game.rules import Rules
from game.session import Session
from game.state import CLAIMANT, HOST, State

NEXT = (
    "undo: take back the last decision and try another; this line is kept, too",
    "log: everything that happened, from the opening",
    "codex, map, status: as before",
    "quit: leave",
)
"""What can be done after the end."""
BECAME = {
    "ratified": "Beijing owns the paper.",
    "silence": "Beijing neither confirms nor denies: the paper is left in silence.",
    "disowned": "Beijing tears the paper up, and the man who signed it is punished.",
    "none": "There is no paper for Beijing to read.",
}


def after(session: Session, mode: str, resume: str) -> None:
    """Print the pages that follow the talks, and what can be done next."""
    seat = session.rules.table.seats.index(session.seat)
    put_all(pages(session.rules, session.state, seat, mode))
    put("What next?")
    put_all(wrapped(line, "  ", "    ") for line in NEXT)
    seed = visible(session.record.heading.seed)
    say(f"The same man sits there again with --seed {seed}; another with another.")
    put()


def pages(rules: Rules, state: State, seat: int, mode: str) -> Iterator[str]:
    """Yield the pages of the end, as the archives tell them to a chair."""
    yield from _court(rules, state)
    for letter, parts in letters(rules, state):
        yield _heading(f"To {letter.to}")
        for part in parts:
            yield wrapped(part)
            yield ""
    third = witness(rules, state, seat)
    if third is not None:
        yield _heading(f"The third chair: {third.who}{' (invented)' if third.invented else ''}")
        yield wrapped(third.text)
        yield ""
    for piece in epilogue(rules, state, seat):
        yield _heading(f"{piece.ending.title}  [{piece.ending.mark}]")
        yield wrapped(piece.ending.text)
        if piece.ending.toll:
            yield wrapped(f"Who paid: {piece.ending.toll}")
        if piece.ending.compare:
            yield wrapped(f"What happened: {piece.ending.compare}")
        yield ""
    yield from _archives(rules, state)


def _court(rules: Rules, state: State) -> Iterator[str]:
    page = ratification(rules, state)
    yield _heading("The court that was not in the room")
    yield wrapped(BECAME[str(page.outcome.verdict)])
    for faction in page.factions:
        yield wrapped(
            f"{faction.label}: {faction.support} in a hundred would own it. {faction.voice}"
        )
        if faction.written:
            yield wrapped(f"It read: {listed(faction.written)}", "    ")
    if page.coerced:
        yield wrapped(
            f"The paper lies {page.coerced} points below what he would have signed had no guns "
            "been shown; the court reads that, too."
        )
    yield ""


def _archives(rules: Rules, state: State) -> Iterator[str]:
    """Yield what neither side could know: the archives are open now."""
    table, scenario = rules.table, rules.scenario
    host, claimant = state.men[HOST], state.men[CLAIMANT]
    if host is None or claimant is None:
        return
    names = [scenario.seats[id].name for id in table.seats]
    yield _heading("The archives")
    temper = table.tempers[HOST][host.temper]
    yield wrapped(f"{names[HOST]} was {temper.id}. {temper.sign}")
    if host.need >= 0:
        need = table.needs[HOST][host.need]
        yield wrapped(f"The one thing he could not go home without: “{need.say}”")
    if host.ground >= 0:
        yield wrapped(f"The ground he could use: “{table.grounds[host.ground].say}”")
    if claimant.need >= 0:
        need = table.needs[CLAIMANT][claimant.need]
        yield wrapped(f"{names[CLAIMANT]}'s letter from home: “{need.say}”")
    outcome = rules.outcome(state)
    if outcome is not None and outcome.treaty is not None:
        yield wrapped(
            f"On paper the treaty was worth {points(outcome.values[CLAIMANT])} to "
            f"{names[CLAIMANT]}, whose walk-away was {points(outcome.walks[CLAIMANT])}, and "
            f"{points(outcome.values[HOST])} to {names[HOST]}, whose walk-away was "
            f"{points(outcome.walks[HOST])}; each on his own scale."
        )
        yield from _bill(rules, state)
    yield ""


def _bill(rules: Rules, state: State) -> Iterator[str]:
    paid = bill(rules, state)
    yield wrapped(
        f"The bill, of a gain of {points(paid.gain)}: {points(paid.danger_anyway)} from danger "
        f"that was there anyway; {points(paid.own_menace)} from the claimant's own menace; "
        f"{points(paid.time_and_argument)} won by time and argument; {points(paid.trade)} created "
        f"by trade. Left on the table: {points(paid.left)}."
    )
    treaty = state.treaty
    if paid.better is not None and treaty is not None:
        changed = [i for i, o in enumerate(paid.better) if o != treaty[i]]
        terms = listed([option_text(rules.scenario, i, paid.better[i]) for i in changed])
        yield wrapped(f"Better for both would have been: {terms}.")


def _heading(text: str) -> str:
    return wrapped(f"== {visible(text)} ==")
