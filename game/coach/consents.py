"""Why a host took a paper, or may take it, each sentence bound to the terms that decided it.

The guns are named only where he would have refused without them.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.last_word import heeded
from game.coach.menace import are_shown, menace
from game.coach.persons import Person
from game.coach.saying import Said
from game.coach.word_given import holds_the_need
from game.rules import Reason, Rules, mind, terms
from game.rules.reasons import Because
from game.state import HOST, State


def signed(rules: Rules, before: State, why: Reason, host: Person) -> Iterator[Said]:
    """Tell why he signs."""
    pressed, consent = menace(rules, before), rules.table.words.consent
    match why.because:
        case Because.GUNS:
            yield Said(
                f"{host.He} {consent.does} because refusing has become worse. But for {pressed} "
                f"{host.he} would not have {consent.done}.",
                "guns",
            )
        case Because.ENOUGH:
            # What an open last word did is told below, by itself.
            is_told = not before.pressure or (bool(before.wager) and not are_shown(rules, before))
            anyway = "" if is_told else f", with {pressed} or without"
            yield Said(
                f"{host.He} agrees because the paper is better than no paper{anyway}.", "enough"
            )
            if why.worth - _added_by_face(rules, before) < why.want:
                yield Said(
                    f"What its clauses are short of {host.his} hopes, {host.his} face makes up: at "
                    f"{terms.EVEN_FACE} or below {host.he} would not have {consent.done} today.",
                    "enough-by-face",
                )
        case Because.OWN_WORD if why.worth < why.walk_unmenaced:
            but = f"But for {pressed} {host.he}" if rules.table.knows_pressure else host.He
            yield Said(
                f"It is {host.his} own word; {host.he} stands by it. {but} would sooner have had "
                "none.",
                "own-word-under-guns",
            )
        case Because.OWN_WORD:
            yield Said(f"It is {host.his} own word; {host.he} stands by it.", "own-word")
        case _:
            yield Said(f"{host.He} {consent.does}, against {host.his} own reckoning.", "against")
    yield from heeded(rules, before, why, host)


def consulted(rules: Rules, before: State, why: Reason, host: Person) -> Iterator[Said]:
    """Tell that he consults, and what he would do but for that."""
    words, unpressed = rules.table.words, ", with no pressure between" * rules.table.knows_pressure
    would = before.kept or (why.worth >= why.want and holds_the_need(before, before.paper))
    yield Said(
        f"{f'{host.He} would {words.consent.will}, but a' if would else 'A'} cession is beyond "
        f"{host.his} powers alone: {host.he} must consult the {words.officers} who will answer for "
        f"it with {host.him}, and the paper waits one sitting. It is {host.his} word now: lay it "
        f"down unchanged{unpressed}.",
        "would-sign-after-counsel" if would else "consults",
    )
    yield from heeded(rules, before, why, host)


def _added_by_face(rules: Rules, before: State) -> int:
    """Return what the host's face adds to any paper, in hundredths."""
    man = mind.host_of(before)
    return mind.felt(before, rules.table.tempers[HOST][man.temper].courtesy)
