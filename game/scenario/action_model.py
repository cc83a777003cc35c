"""Standing actions: what whoever decides may order in a season."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from game.scenario.authored import Authored, ById, Clause, Id, Ids, Text, Texts, Whole, Yes, word_of
from game.scenario.clauses import Effects
from game.scenario.season_model import QuarterWord, Where


class Hazard(Authored):
    """What may go wrong with an action."""

    id: Id
    odds: Clause
    """In per cent, by formula."""
    do: Effects = ()
    spread: ById[Whole] = ById()
    """By track: how much larger or smaller the seed may make the change, in whole points."""
    text: Texts
    """What is told when it comes; of several, one after as many times as the action was ordered,
    and round again."""
    instead: Yes = False
    """It comes in place of what the order would have brought `later`."""
    history: Yes = False
    """It came in history, so that the seed of history brings it."""
    source: Ids = ()


class Target(Authored):
    """To what, to whom or where an action is directed."""

    label: Text
    """As it stands behind the action's label, a noun phrase."""
    when: Clause | None = Field(None, alias="if")
    else_show: Texts = ()
    """Why it cannot be chosen: one reason, or one for each part of `if` that `and` joins, of which
    those are told whose part does not hold; fewer than there are parts are those of the last.
    Empty hides it."""
    cost: Whole | None = None
    """Instead of the action's."""
    once: Yes = False
    """It can be done once in a play."""
    do: Effects = ()
    """What it changes besides."""
    result: Texts = ()
    """What is told instead of the action's result; of several, the first at the first time, and so
    on, and then round again."""
    place: Id | None = None
    """The place of the shared map that it is about."""
    source: Ids = ()


class Action(Authored):
    """Something that can be ordered in a season."""

    label: Text
    """What the menu calls it, as an order: Found a post."""
    group: Id
    """Beside which others it stands in the menu."""
    help: Text
    """What it does and what it costs beyond the numbers, in a sentence or two."""
    cost: Whole = 0
    """Units of the purse."""
    when: Clause | None = Field(None, alias="if")
    else_show: Texts = ()
    """Why it cannot be ordered: one reason, or one for each part of `if`, as a target's; empty
    hides it."""
    quarters: Annotated[tuple[QuarterWord, ...], BeforeValidator(lambda v: v)] = ()
    """The seasons of the year in which it can be ordered; left out, in all."""
    where: Annotated[Where, BeforeValidator(word_of(Where))] = Where.POST
    away: Whole = 0
    """For how many seasons whoever orders it is away; the orders stand meanwhile."""
    fades: Whole = 100
    """Per cent of the last change of a track that doing it again in the next season still makes."""
    once_a_season: Yes = False
    """It can be ordered once in a season, to whatever it is directed."""
    steps: Whole = 1
    """How often it must be ordered before anything comes of it: a plan in secret."""
    do: Effects = ()
    hazard: Hazard | None = None
    targets: ById[Target] = ById()
    result: Texts = ()
    """What is told once it is done; of several, the first at the first time, and so on, and then
    round again; of a plan each step is a time. Targets that have no words of their own share
    them."""
    source: Ids = ()
