"""The word that a host gives in answer to a paper: what he asks, what he gives, what he moves."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.names import in_sentence
from game.coach.persons import Person
from game.coach.saying import Said
from game.coach.words_for import option_text
from game.negotiation import Package, value
from game.rules import Reason, Rules, mind, terms
from game.state import CLAIMANT, HOST, Decision, Ended, State


def word_given(
    rules: Rules, before: State, after: State, word: Package, why: Reason, host: Person
) -> Iterator[Said]:
    """Yield what the word is beside the last, clause by clause, and what would come of it."""
    scenario, ids = rules.scenario, rules.table.issues
    issues = list(scenario.table.issues.values())
    yield from _asks_more(rules, before, word, why, host)
    if before.said is not None and _better(before, word):
        yield Said(f"{host.He} moves. {host.His} word now:", "he-moves")
    elif before.said == word:
        yield Said(f"{host.His} word is what it was:", "word-as-it-was")
    else:
        yield Said(f"{host.He} gives {host.his} word:", "his-word")
    for issue in why.weighs:
        asked = in_sentence(scenario, option_text(scenario, issue, word[issue]))
        demand = list(issues[issue].options.values())[word[issue]]
        why_so = demand.why or issues[issue].why
        yield Said(f"  {host.he} asks: {asked}. “{why_so}”", f"asks {ids[issue]}")
    for issue in why.gives:
        given = in_sentence(scenario, option_text(scenario, issue, word[issue]))
        if before.wanted[issue] >> word[issue] & 1:
            yield Said(
                f"  {host.he} gives: {given}; it once stood in your paper.", f"gives {ids[issue]}"
            )
        else:
            yield Said(f"  {host.he} would have it so: {given}.", f"changes {ids[issue]}")
    if before.heard_need < 0 and not holds_the_need(before, before.paper):
        if holds_the_need(before, word):
            these = "One of these" if len(why.weighs) + len(why.gives) > 1 else "This"
            yield Said(f"{these} {host.he} will not do without.", "need-among-these")
        else:
            yield Said(f"There is a thing {host.he} does not ask for, and needs.", "need-unasked")
    if before.wager == terms.LAST_WORD:
        yield Said(f"{host.He} did not call your last word: this is {host.his_own}.", "not-called")
    if after.ended is Ended.LAPSED:
        return
    consults = _cedes(rules, word) and not after.consulted
    officers, consent = rules.table.words.officers, rules.table.words.consent
    signs_it = f"{consent.does} {consent.it}"
    unpressed = ", with no pressure between," if rules.table.knows_pressure else ","
    yield Said(
        f"Lay it down unchanged{unpressed} and {host.he} "
        + (f"{signs_it}, or first consults {host.his} {officers}." if consults else f"{signs_it}."),
        "will-sign",
    )


def _asks_more(
    rules: Rules, before: State, word: Package, why: Reason, host: Person
) -> Iterator[Said]:
    """Tell that he asks more of something than in his word before, and what made him, if told."""
    man, said = before.men[HOST], before.said
    if man is None or said is None:
        return
    rows = man.utility.worth
    if not any(rows[issue][word[issue]] > rows[issue][said[issue]] for issue in why.weighs):
        return
    who = f"In one thing {host.he}" if _better(before, word) else host.He
    more = f"{who} asks for more than {host.he} did"
    if not before.provoked:
        yield Said(f"{more}, and does not say why.", "asks-more")
    elif _was_pressed(rules, before):
        yield Said(f"{more}, since you pressed {host.him}.", "asks-more-pressed")
    else:
        yield Said(f"{more}, since you took back what you had given.", "asks-more-took-back")


def _was_pressed(rules: Rules, before: State) -> bool:
    """Return whether the host was threatened since he last gave his word."""
    turns = list(enumerate(before.transcript))
    given = (at for at, decision in reversed(turns) if at % 2 and _gives_word(decision))
    last = next(given, -1)
    ours = (rules.table.by_id.get(decision.name) for _, decision in turns[last + 1 :: 2])
    return any(act is not None and act.presses for act in ours)


def _gives_word(decision: Decision) -> bool:
    return decision.paper is not None or decision.verb == "consult"


def _cedes(rules: Rules, word: Package) -> bool:
    """Return whether a paper cedes what its signer may have to consult on."""
    return any(row[o] for row, o in zip(rules.table.cession, word, strict=True))


def holds_the_need(before: State, paper: Package | None) -> bool:
    """Return whether a paper holds what the host cannot go home without, if he is known."""
    host = before.men[HOST]
    return host is None or paper is None or mind.meets_need(host, paper)


def _better(before: State, word: Package) -> bool:
    """Return whether a word is better for the claimant than the one before, on his own scale."""
    claimant = before.men[CLAIMANT]
    if claimant is None or before.said is None:
        return False
    return value(word, claimant.utility) - value(before.said, claimant.utility) >= terms.NOTICED
