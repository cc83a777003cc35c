"""What was asked, answered, argued and written, told to one seat."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.coach.character import how_the_court_stands, kind_of_man
from game.coach.invented import spoken
from game.coach.own_need import allowed
from game.coach.telling import Telling
from game.coach.words_for import issue_label
from game.rules.table import Ground
from game.state import CLAIMANT, HOST

COMMON = 100
MARKED = 7
"""Per cent by which a weight must differ to be called dearer or cheaper."""
DEAR, CHEAP = 3, 6
"""So many issues are dearer to him than one that is still dear, and than one he holds cheap."""
WARMTH = ("cold", "cool", "not cold", "warm")
HOW_ARGUED = {
    "own": "The paper bears it out, and it is the one ground he can use before {throne}.",
    "borne": "The paper bears the argument out; he takes it.",
    "not-borne": "Words that no paper bears out move nothing; he remembers that you said them.",
    "again": "He has heard that ground already; it only tires him.",
    "unheard": "He has heard two reasons of yours already; a further one moves nothing.",
}


def _ground(t: Telling) -> Ground:
    return next(g for g in t.rules.table.grounds if g.id == t.get("ground"))


def _throne(t: Telling) -> str:
    return t.rules.table.words.throne


def _argued(t: Telling) -> str:
    return (
        HOW_ARGUED[t.get("how")].format(throne=_throne(t))
        if t.to_claimant
        else f"He argues: “{_ground(t).say}”"
    )


def _told(t: Telling) -> str:
    if not t.number("new"):
        return "You had said that before; he knows it." if t.to_claimant else ""
    if t.to_claimant:
        return f"You said how you weigh {t.label()}; he knows now what it costs you to change it."
    return f"He says how he weighs {t.label()}: {_held(t)}."


def _question_answered(t: Telling) -> str:
    if t.to_claimant:
        return f"You answered what he had asked of {t.label()}; he who is answered answers."
    return f"He answers what you asked of {t.label()}: {_held(t)}."


def _held(t: Telling) -> str:
    """Return where an issue stands among what a claimant holds dear, as he truly says it."""
    spans = [max(row) - min(row) for row in t.rules.table.utilities[CLAIMANT].worth]
    dearer = sum(span > spans[t.issue()] for span in spans)
    if dearer == 0:
        return "nothing in the paper is dearer to him"
    if dearer < DEAR:
        return "it is among what is dearest to him"
    return "much else is dearer to him" if dearer < CHEAP else "hardly anything is cheaper to him"


def _answered_why(t: Telling) -> str:
    weight = t.number("weight")
    if not t.to_claimant:
        told = (
            "you say why, and how much it weighs"
            if weight
            else "you say why, and no more: you do not trust him enough"
        )
        return f"He asks of {t.label()} why that matters to you; {told}."
    why = list(t.rules.scenario.table.issues.values())[t.issue()].why
    if not weight:
        return f"“{why}” He says no more; he does not trust you enough."
    return f"“{why}” It weighs {weighs(weight)}. What you give there now is answered in full."


def weighs(weight: int) -> str:
    """Return how a weight compares with the common man's, in words.

    >>> weighs(107), weighs(90)
    ('as much with him as one would suppose', 'less with him than one would suppose')
    """
    if weight > COMMON + MARKED:
        return "more with him than one would suppose"
    if weight < COMMON - MARKED:
        return "less with him than one would suppose"
    return "as much with him as one would suppose"


def _need_heard(t: Telling) -> str:
    need = next(n for n in t.rules.table.needs[HOST] if n.id == t.get("need"))
    if not t.to_claimant:
        label = issue_label(t.rules.scenario, need.issue)
        return f"And you tell him what you cannot go home without, of {label}: {spoken(need)}"
    only = allowed(t.rules, need)
    return f"And the one thing he cannot go home without: {spoken(need)} Only {only} will do."


def _ground_heard(t: Telling) -> str:
    if t.to_claimant:
        return f"What he could say before {_throne(t)}: “{_ground(t).say}”"
    return f"You have told him what you could say before {_throne(t)}: “{_ground(t).say}”"


def _would_rather(t: Telling) -> str:
    if t.to_claimant:
        return f"Of the two, he says, he would rather keep {t.label('keep')}."
    return f"Of the two, you say, you would rather keep {t.label('keep')}."


def _supposed(t: Telling) -> str:
    warmth = WARMTH[t.number("warmth")]
    if t.to_claimant:
        return f"To that he is {warmth}; it binds nobody."
    return f"He supposed a paper; you showed yourself {warmth}. It binds nobody."


def _written(t: Telling) -> str:
    written = next(m for m in t.rules.table.memorial if m.id == t.get("sentence"))
    who = "He" if t.to_claimant else "You"
    return f"{who} can now write to {_throne(t)}: “{written.say}”"


def _opened(t: Telling) -> str:
    if not t.to_claimant:
        return f"You open with a point of your own: {t.label()}."
    return f"He opens with a point of his own, {t.label()}: it weighs {weighs(t.number('weight'))}."


def _asked(t: Telling) -> str:
    if t.to_claimant:
        return f"He asks how you weigh {t.label()}. (Tell him, and he will answer yours.)"
    return f"You ask how he weighs {t.label()}."


def _temper_seen(t: Telling) -> str:
    table = t.rules.table
    temper = next(x for x in table.tempers[HOST] if x.id == t.get("temper"))
    return kind_of_man(temper, can_be_pressed=table.knows_pressure)


def _court_heard(t: Telling) -> str:
    return how_the_court_stands(t.number("mood"), t.rules.table.words.court)


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
