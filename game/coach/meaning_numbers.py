"""What the numbers of the table mean: danger, walk-away, hope and pressure, and what made them."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.foreseen import is_seen
from game.coach.meaning_asked import Asking, fifth
from game.coach.names import in_sentence
from game.coach.persons import capital
from game.coach.words_for import counted, listed, points
from game.rules import mind, terms
from game.rules.changes import TALK, TIME, TRADE
from game.scenario import Expression
from game.scenario.expressions import names_used
from game.state import HOST


def of_danger(asking: Asking) -> Iterator[str]:
    """Yield what the host has to fear, and what made it so."""
    rules, state, host = asking.rules, asking.state, asking.host
    danger = mind.danger(state)
    yield (
        f"What {host.named} {host.verb('has', 'have')} to fear where no paper is signed, from 0 to "
        f"100. The more there is, the less {host.named_his} walk-away holds{_dreaded(asking)}."
    )
    if asking.tells_points:
        shown = points(danger - mind.danger(state._replace(shown=0)))
        pressed = f": {shown} of it from pressure" * rules.table.knows_pressure
        yield f"It stands at {points(danger)}{pressed}{_reckoned(asking)}."
    else:
        yield f"How much there is to fear: {fifth(danger // 100)}."
    yield f"It was made, when the talks opened, of: {_tracks(asking, rules.scenario.table.danger)}."
    if state.news:
        yield f"The {rules.table.words.courier}'s news has added to it."


def _dreaded(asking: Asking) -> str:
    table = asking.rules.table
    if not table.knows_cession:
        return ""
    return (
        f"; from {points(terms.DREAD)} on a cession may be signed without consulting "
        f"{asking.host.his} {table.words.officers}"
    )


def of_walk_away(asking: Asking) -> Iterator[str]:
    """Yield what is left without a paper, for who asks and as far as he can tell for the other."""
    rules, state, seat = asking.rules, asking.state, asking.seat
    does = rules.table.words.consent.does
    yield (
        "What one keeps where no paper is signed. A paper worth less than that is worse than none; "
        f"the host {does} for it and what {asking.host.pronoun} still hopes for."
    )
    formulas = rules.scenario.table.walk_away
    own, other = (formulas[rules.table.seats[chair]] for chair in (seat, 1 - seat))
    told = f" is {points(rules.walk(seat, state))} and" if asking.tells_points else ""
    yield f"Yours{told} rests on {_tracks(asking, own)}."
    his = capital(asking.other.named_his)
    supposed = (
        f" would be about {points(rules.walk(1 - seat, state))} for an ordinary {asking.other.man},"
        " and"
        if asking.tells_points
        else ""
    )
    yield f"{his}{supposed} rests on {_tracks(asking, other)}."
    taken = rules.walk_unmenaced(state) - rules.walk(HOST, state)
    if taken > 0 and asking.tells_points:
        whose = asking.host.named_his
        yield f"Pressure has taken {points(taken)} from {whose} walk-away{_reckoned(asking)}."
    elif taken > 0:
        yield f"Pressure has lowered {asking.host.named_his} walk-away."


def of_hope(asking: Asking) -> Iterator[str]:
    """Yield what a man hopes for above his walk-away, and what has worn it."""
    state, seat = asking.state, asking.seat
    does = asking.rules.table.words.consent.does
    yield (
        f"What one hopes to keep above a walk-away. The host {does} where the paper is worth both "
        f"to {asking.host.pronoun.him}. Hope wears only for a cause: something was given, argued, "
        "or written home, or at least something moved."
    )
    man = state.men[seat]
    if man is not None:
        by = man.hope - state.hope[seat]
        if asking.tells_points:
            yield (
                f"Yours was {points(man.hope)} when the talks opened, and is "
                f"{points(state.hope[seat])}."
            )
        else:
            yield (
                f"You hope for {'less than' if by > 0 else 'more than' if by < 0 else 'what'} "
                + ("you did when the talks opened.")
            )
    if asking.is_claimant:
        yield f"{capital(asking.host.named_his)} you cannot see."
    elif man is not None:
        yield from _worn(asking, man.hope)


def _worn(asking: Asking, opened: int) -> Iterator[str]:
    """Yield what wore the host's hope since it opened so high, and whether it rose again."""
    ledger, he = asking.state.ledger, asking.other.he
    worn = {TRADE: f"what {he} gave", TALK: f"what {he} argued and wrote", TIME: "the days"}
    parts = [
        f"{what} ({points(ledger[account])})" if asking.tells_points else what
        for account, what in worn.items()
        if ledger[account]
    ]
    if parts:
        yield f"It was worn by {listed(parts)}."
    rose = asking.state.hope[HOST] - opened + sum(ledger[account] for account in worn)
    if rose > 0:
        by = f" by {points(rose)}" if asking.tells_points else ""
        pressed = "too much pressure, " * asking.rules.table.knows_pressure
        yield f"It rose again{by}: {pressed}what is taken back, and scenes can do that."


def of_pressure(asking: Asking) -> Iterator[str]:
    """Yield what guns do, what they did so far and what they will cost."""
    rules, state, host = asking.rules, asking.state, asking.host
    labels = [act.label for act in rules.table.acts if act.presses]
    if not labels:
        yield "Nobody at this table can threaten: it has no act of pressure."
        return
    yield (
        f"Acts of pressure are: {listed(labels)}. Each lowers {host.named_his} walk-away, the "
        f"next by {terms.AGAIN} in a hundred of what the one before did; force, and a word that is "
        f"believed, carry it. After {counted(terms.ACTS_ENDURED, 'act')} each more stiffens "
        f"{host.him}. Both sides read of them at home, and a paper that would not have been signed "
        "without them is read for what it is."
    )
    if not state.pressure:
        yield "There was none so far."
        return
    told = f"There {'was' if state.pressure == 1 else 'were'} {counted(state.pressure, 'act')}"
    if asking.tells_points:
        added = points(mind.danger(state) - mind.danger(state._replace(shown=0)))
        they = "it" if state.pressure == 1 else "they"
        told += f" so far; {they} added {added} to what there is to fear{_reckoned(asking)}"
    yield f"{told}."
    if state.pressure >= terms.ACTS_ENDURED:
        yield f"Any more would stiffen {host.him}."


def _reckoned(asking: Asking) -> str:
    """Return that a number is only supposed, where it is the other's."""
    return ", as you reckon it" if asking.is_claimant else ""


def _tracks(asking: Asking, formula: Expression) -> str:
    """Return what a formula is made of, with the levels that may be seen."""
    rules, parts = asking.rules, []
    for name in names_used(formula):
        track = rules.scenario.tracks.get(name)
        if track is None:
            parts.append("what there is to fear" if name == "danger" else name)
            continue
        index = rules.levels.get(name)
        is_open = is_seen(rules.scenario, name, asking.seat)
        level = "" if index is None or not is_open else f" ({asking.state.levels[index]})"
        parts.append(f"{in_sentence(rules.scenario, track.label)}{level}")
    return listed(parts) or "nothing that moves"
