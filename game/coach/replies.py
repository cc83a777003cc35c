"""The host's answers in words, each bound to the terms that decided it.

The claimant hears asks and gives with one reason for each ask; the guns are named only where the
host would have refused without them; “he moves” is said only where his word is better for the
claimant than his last. A sentence is said only where its own condition holds of the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.consents import consulted, signed
from game.coach.own_answer import own_answer
from game.coach.persons import Person, opposite
from game.coach.refusals import refused
from game.coach.saying import Said, in_turn
from game.coach.word_given import word_given
from game.rules import Reason, Rules, reason
from game.rules.reasons import Because
from game.scenario.table_model import ActKind
from game.state import HOST, Decision, Reply, State

UNHEARD = (ActKind.LAY, ActKind.PRESSURE)
"""Kinds of act that are done without a word to the host."""


def answered(
    rules: Rules, before: State, after: State, decision: Decision, seat: int
) -> Iterator[Said]:
    """Yield the sentences that tell an answer to a seat."""
    if seat == HOST:
        yield from own_answer(rules, before, decision)
        return
    why, shown = reason(rules, before, decision), rules.table.shown
    host, consent = opposite(rules, seat), rules.table.words.consent
    yield from _beside(rules, before, decision, host)
    match decision.verb:
        case "accept" | "sign-to-disown":
            yield from signed(rules, before, why, host)
        case "consult":
            yield from consulted(rules, before, why, host)
        case "fall-ill":
            yield from _fell_ill(rules, before, why, host)
        case "break-off" if why.because is Because.PATIENCE:
            rises = f"{host.He} rises, and the talks are at an end."
            yield Said(f"{host.His} patience is spent. {rises}", "patience-spent")
        case "break-off":
            yield Said(f"{host.He} rises, and the talks are at an end.", "broke-off")
        case "refuse":
            yield from refused(rules, before, after, why, host)
            if before.word is not None:
                yield Said(
                    f"With that {host.his} word is withdrawn: it binds {host.him} only until "
                    f"{host.he} refuses.",
                    "word-withdrawn",
                )
        case _ if decision.paper is not None:
            yield from word_given(rules, before, after, decision.paper, why, host)
        case _ if before.paper is None:
            yield in_turn(shown.listens, before.sitting, "listens")
        case _:
            yield in_turn(shown.refuses, before.sitting, "not-today")
    if before.papers == 1 and before.paper is not None and _may_yet_sign(after, decision, why):
        yield Said(
            f"(The paper stays on the table; {host.he} may {consent.will} {consent.it} in any "
            f"sitting that moves {host.him}.)",
            "left-lying",
        )


def _may_yet_sign(after: State, decision: Decision, why: Reason) -> bool:
    """Return whether it can be said of a paper that he may sign it yet: not beside its ruin."""
    called, ruined = after.reply == Reply.CALLS_IT, why.because is Because.RUIN
    return after.ended is None and not called and not (decision.verb == "refuse" and ruined)


def _beside(rules: Rules, before: State, decision: Decision, host: Person) -> Iterator[Said]:
    """Tell what he did beside his answer; what he asks and tells has entries of its own."""
    act, shown = rules.table.by_id.get(decision.name), rules.table.shown
    if act is None:
        return
    match act.kind:
        case ActKind.STALL:
            yield in_turn(shown.stalls, before.sitting, "stalls")
        case ActKind.PLEAD:
            yield in_turn(shown.pleads, before.sitting, "pleads")
        case ActKind.ARGUE:
            at = rules.table.ground(decision.about[0])
            ground = rules.table.grounds[at]
            own = f"a ground of {host.his} own"
            whose = "the ground that you had argued" if at in before.grounds else own
            yield Said(f"{host.He} answers with {whose}: “{ground.say}”", "argues")
        case ActKind.COURTESY:
            yield in_turn(shown.dines, before.sitting, "dines")


def _fell_ill(rules: Rules, before: State, why: Reason, host: Person) -> Iterator[Said]:
    """Tell that he keeps to his bed: after a talk he rises from it, else he is not seen."""
    act = rules.table.by_id.get(before.transcript[-1].name)
    ill = f"{host.he} is ill, {host.his} people say."
    if act is not None and act.kind not in UNHEARD:
        yield Said(f"{host.He} hears you, and then withdraws: {ill}", "withdraws-ill")
    else:
        yield Said(f"No answer comes: {ill}", "ill-unseen")
    if why.because is Because.FACE:
        cannot = f"cannot be seen to {rules.table.words.consent.will}"
        yield Said(f"After such an affront {host.he} {cannot}.", "ill-of-an-affront")
