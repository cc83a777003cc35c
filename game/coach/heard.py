"""What was asked, answered, argued and written, told to one seat."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.coach.character import how_the_court_stands, kind_of_man
from game.coach.invented import spoken
from game.coach.own_need import allowed
from game.coach.persons import Person
from game.coach.telling import Telling
from game.coach.words_for import sentence
from game.rules import terms
from game.rules.table import Ground
from game.state import CLAIMANT, HOST

COMMON = 100
MARKED = 7
"""Per cent by which a weight must differ to be called dearer or cheaper."""
DEAR, CHEAP = 3, 6
"""So many issues are dearer to somebody than one that is still dear, and than one held cheap."""
WARMTH = ("cold", "cool", "not cold", "warm")
HOW_ARGUED = {
    "own": "The paper bears it out, and it is the one ground {host.he} can use before {throne}.",
    "borne": "The paper bears the argument out; {host.he} takes it.",
    "not-borne": "Words that no paper bears out move nothing; {host.he} remembers that you said "
    "them.",
    "again": "{host.He} has heard that ground already; it only tires {host.him}.",
    "unheard": "{host.He} has heard two reasons of yours already; a further one moves nothing.",
}


def _ground(t: Telling) -> Ground:
    return next(g for g in t.rules.table.grounds if g.id == t.get("ground"))


def _throne(t: Telling) -> str:
    return t.rules.table.words.throne


def _argued(t: Telling) -> str:
    return (
        HOW_ARGUED[t.get("how")].format(host=t.host, throne=_throne(t))
        if t.to_claimant
        else f"{t.claimant.He} argues: “{_ground(t).say}”"
    )


def _told(t: Telling) -> str:
    if not t.number("new"):
        return f"You had said that before; {t.host.he} knows it." if t.to_claimant else ""
    if t.to_claimant:
        return (
            f"You said how you weigh {t.label()}; {t.host.he} knows now what it costs you to "
            "change it."
        )
    return f"{t.claimant.He} says how {t.claimant.he} weighs {t.label()}: {_held(t)}."


def _question_answered(t: Telling) -> str:
    if t.to_claimant:
        return (
            f"You answered {t.host.his} question about {t.label()}; your next one {t.host.he} will "
            "answer as if you were trusted."
        )
    return f"{t.claimant.He} answers your question about {t.label()}: {_held(t)}."


def _held(t: Telling) -> str:
    """Return where an issue stands among what a claimant holds dear, as he truly says it."""
    him = t.claimant.him
    spans = [max(row) - min(row) for row in t.rules.table.utilities[CLAIMANT].worth]
    dearer = sum(span > spans[t.issue()] for span in spans)
    if dearer == 0:
        return f"nothing in the paper is dearer to {him}"
    if dearer < DEAR:
        return f"it is among what is dearest to {him}"
    return (
        f"much else is dearer to {him}"
        if dearer < CHEAP
        else f"hardly anything is cheaper to {him}"
    )


def _answered_why(t: Telling) -> str:
    weight = t.number("weight")
    if not t.to_claimant:
        told = (
            f"{_since(t, terms.PLAIN)}, you say why, and how much it weighs"
            if weight
            else f"you say why, and no more: you do not trust {t.claimant.him} enough"
        )
        again = " again" if t.number("again") else ""
        return (
            f"{t.claimant.He} asks you{again} about {t.label()}: why that matters to you; {told}."
        )
    why = list(t.rules.scenario.table.issues.values())[t.issue()].why
    if t.number("again"):
        return f"“{why}” {t.host.He} had told you that; the same question only tires {t.host.him}."
    if not weight:
        return f"“{why}” {t.host.He} says no more; {t.host.he} does not trust you enough."
    return (
        f"“{why}” It weighs {weighs(t.host, weight)}. What you give there now is answered in full."
    )


def _since(t: Telling, trust: int) -> str:
    """Return why the host tells the claimant who asked him what he keeps from others."""
    claimant = t.claimant
    if t.before.trust >= trust:
        return f"since you trust {claimant.him}"
    return f"since {claimant.he} answered what you had asked"


def weighs(host: Person, weight: int) -> str:
    """Return how a host's weight compares with the common man's, in words.

    >>> host = Person("Yishan", is_you=False)
    >>> weighs(host, 107), weighs(host, 90)
    ('with him as with anyone in his place', 'less with him than with most in his place')
    """
    if weight > COMMON + MARKED:
        return f"more with {host.him} than with most in {host.his} place"
    if is_less(weight):
        return f"less with {host.him} than with most in {host.his} place"
    return f"with {host.him} as with anyone in {host.his} place"


def is_less(weight: int) -> bool:
    """Return whether something weighs less with a host than with most, so that it is told."""
    return weight < COMMON - MARKED


def _need_heard(t: Telling) -> str:
    need = next(n for n in t.rules.table.needs[HOST] if n.id == t.get("need"))
    if not t.to_claimant:
        told = f"you tell {t.claimant.him} what you {t.rules.table.words.cannot_do_without}"
        return f"And {_since(t, terms.OPEN)}, and {t.claimant.he} asked, {told}: {spoken(need)}"
    only, told = allowed(t.rules, need), spoken(need)
    joined = f"{told[:-1]}; only" if need.invented else f"{told} Only"
    cannot = t.rules.table.words.cannot_do_without
    return f"And the one thing {t.host.he} {cannot}: {joined} {only} will do."


def _ground_heard(t: Telling) -> str:
    if t.to_claimant:
        return f"What {t.host.he} could say before {_throne(t)}: “{_ground(t).say}”"
    told = f"you have told {t.claimant.him} what you could say before {_throne(t)}"
    return sentence(
        f"{_since(t, terms.OPEN)}, and {t.claimant.he} asked, {told}: “{_ground(t).say}”"
    )


def _would_rather(t: Telling) -> str:
    if t.to_claimant:
        return f"Of the two, {t.host.he} says, {t.host.he} would rather keep {t.label('keep')}."
    return f"Of the two, you say, you would rather keep {t.label('keep')}."


def _supposed(t: Telling) -> str:
    warmth = WARMTH[t.number("warmth")]
    if t.to_claimant:
        return f"To that {t.host.he} is {warmth}; it binds nobody."
    return f"{t.claimant.He} supposed a paper; you showed yourself {warmth}. It binds nobody."


def _written(t: Telling) -> str:
    table = t.rules.table
    written = table.memorial[table.sentence(t.get("sentence"))]
    memorial = table.words.memorial
    return f"{t.host.He} can now write in {t.host.his} {memorial}: “{written.say}”"


def _opened(t: Telling) -> str:
    if not t.to_claimant:
        return f"You open with a point of your own: {t.label()}."
    weight = weighs(t.host, t.number("weight"))
    return (
        f"{t.host.He} speaks first of {t.label()}, unasked: it weighs {weight}. What {t.host.he} "
        "asks for is another matter."
    )


def _asked(t: Telling) -> str:
    if t.to_claimant:
        how = f"Tell {t.host.him}, and {t.host.he} will answer yours."
        return f"{t.host.He} asks how you weigh {t.label()}. ({how})"
    return f"You ask how {t.claimant.he} weighs {t.label()}."


def _temper_seen(t: Telling) -> str:
    table = t.rules.table
    temper = next(x for x in table.tempers[HOST] if x.id == t.get("temper"))
    return kind_of_man(t.host, temper, can_be_pressed=table.knows_pressure)


def _court_heard(t: Telling) -> str:
    return how_the_court_stands(t.host, t.number("mood"), t.rules.table.words.court)


HEARD: Mapping[str, Callable[[Telling], str]] = {
    "argued": _argued,
    "told": _told,
    "question-answered": _question_answered,
    "answered-why": _answered_why,
    "need-heard": _need_heard,
    "ground-heard": _ground_heard,
    "temper-seen": _temper_seen,
    "court-heard": _court_heard,
    "would-rather": _would_rather,
    "supposed": _supposed,
    "sentence-written": _written,
    "opened": _opened,
    "asked": _asked,
}
"""How each kind of entry is told; an empty text tells nothing."""
