"""A scenario's tests as an author writes them: what is given, what is decided, what then holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from game.scenario.authored import Authored, ById, Id, Text, Whole, Yes, expression, mistake
from game.scenario.expressions import Expression

SEED = "history"
"""The seed of a case that names none: the men as the scenario wrote them."""
HISTORY = "history"
"""What plays the decisions really taken."""
NOTHING = "none"
"""Stands for a scene, an answer or an ending that there is not."""


class Given(Authored):
    """How things stand before anything is decided.

    Any other key is a name of the language and says what holds: `trust: 60`, `note.ID: yes`,
    `met.EVENT: yes`, `offer.ISSUE: OPTION`, `word.ISSUE: OPTION`, `temper: ID`, `news: yes`. No
    play need have come to it.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    seed: Text = SEED
    """Who sits in the chairs, and what fortune holds; the men of `history` if none is named."""
    start: Id | None = None
    """One of the scenario's other openings."""
    table: Id | None = None
    """In a campaign the table that it is about, and needed there. Everything stands as when the
    documented line sat down at it, or as at the opening of the campaign where none did; tracks that
    are given stand so before the talks begin."""
    seat: Id | None = None
    """Whose chair the lines of `when` are for, and to whom the endings are told; the claimant's if
    none is named."""
    opposite: Id | None = None
    """The persona in the other chair; the official, or opposite the host an integrative claimant,
    if none is named."""
    both_chairs: Yes = False
    """Nobody decides but the lines of `when`."""
    play: Id | None = None
    """Who plays up to here: `history`, or a persona in the chair of `seat`. To the end, where
    neither a sitting nor a scene says how far."""
    sitting: Whole | None = None
    """The sitting that is about to be held, from 1."""
    scene: Id | None = None
    """The scene that stands open, or `none`; which one comes is for the rules to say if none is
    named. `none` closes only what stands open now: another scene, the other chair's too, may come
    later in the same sitting."""

    @property
    def holds(self) -> Mapping[str, str]:
        """What holds besides, by its name in the language, as it was written."""
        return self.model_extra or {}


class Asked(Authored):
    """Whether a decision is open to the seat that is to decide."""

    may: Text = ""
    """A decision that is legal."""
    may_not: Text = ""
    """A decision that is not."""
    why: Text = ""
    """Words of the reason that is given for it."""


def line(value: object) -> tuple[str, str]:
    """Return a decision in words, and the seat it is for if one is named before a colon.

    >>> line("offer ussuri=common"), line({"yishan": "accept"})
    (('', 'offer ussuri=common'), ('yishan', 'accept'))
    """
    if isinstance(value, str):
        return "", value
    only = list(value.items()) if isinstance(value, dict) else []
    if len(only) != 1 or not isinstance(only[0][1], str):
        hint = "write it as in `offer ISSUE=OPTION`, or as SEAT: WORDS"
        mistake("type-mismatch", "a decision in words is needed here", hint)
    return str(only[0][0]), only[0][1]


def claim(value: object) -> Expression | Asked:
    """Return what is to hold: a condition, or whether a decision is open."""
    match value:
        case Expression() | Asked():
            return value
        case dict():
            return Asked.model_validate(value)
    return expression(value)


def each(value: object) -> object:
    """Return a list; what stands alone is a list of one."""
    return [value] if isinstance(value, str | dict) else value


_LINE = {"anyOf": [{"type": "string"}, {"type": "object", "minProperties": 1, "maxProperties": 1}]}
_CLAIM = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {name: {"type": "string"} for name in ("may", "may-not", "why")},
            "additionalProperties": False,
        },
    ]
}


def _lists(item: dict[str, object]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [item, {"type": "array", "items": item}]})


Line = Annotated[tuple[str, str], BeforeValidator(line)]
Claim = Annotated[Expression | Asked, BeforeValidator(claim)]


Lines = Annotated[tuple[Line, ...], BeforeValidator(each), _lists(_LINE)]
Claims = Annotated[tuple[Claim, ...], BeforeValidator(each), _lists(_CLAIM)]


class Case(Authored):
    """One thing that must be true of the scenario."""

    because: Text = ""
    """Why it must hold: a sentence for whoever breaks it."""
    given: Given = Field(default_factory=lambda: Given.model_validate({}))
    when: Lines = ()
    """Decisions in words, in order; those of a seat that none is named for are the author's."""
    then: Claims
    """Conditions, each of which must hold at last, and decisions that may or may not be made."""


class CaseFile(Authored):
    """A file of a scenario's `tests` folder."""

    cases: ById[Case]
