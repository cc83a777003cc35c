"""Scenes: what an author lets happen between the papers, and what can be chosen then."""

from __future__ import annotations

from pydantic import Field

from game.scenario.authored import Authored, ById, Clause, Id, Ids, Text, Texts, Whole, Yes
from game.scenario.calendar_model import Cast
from game.scenario.clauses import Effects
from game.scenario.days import WhenText


class Risk(Authored):
    """What may go wrong with a choice."""

    id: Id
    odds: Whole
    """In per cent."""
    do: Effects
    """What it changes when it goes wrong."""
    text: Text


class Choice(Authored):
    """One answer to a scene."""

    say: Text
    """What the person does, as he would say it."""
    when: Clause | None = Field(None, alias="if")
    """It can be chosen only where this holds; `None` always."""
    else_show: Texts = ()
    """Why it cannot be chosen: one reason, or one for each of the last parts of `if` that `and`
    joins, of which the first is told whose part does not hold; left out, it is hidden. So is, in
    the seasons, what asks for notes that only scenes set of which none has come."""
    cast: Cast = ()
    """Who acts or speaks when it is chosen, besides those of the scene."""
    knows: Ids = ()
    """Of which happenings in calendar.yaml it knows."""
    sails: Ids = ()
    """On which waters of calendar.yaml boats go then."""
    do: Effects = ()
    """What it changes. In the seasons of a campaign a choice that takes more from the purse than
    it holds is closed, with that as the reason, if another choice takes nothing and has no `if`;
    in a scene without such a choice all of them stay open, and what is there is paid."""
    risk: Risk | None = None
    result: Text = ""
    """What is told once it is done."""
    history: Yes = False
    """What was done, as far as anybody knows."""
    teaches: Ids = ()
    """Ideas of negotiation that it shows, by ids of your own: a note for whoever teaches with the
    file. Nothing in the game reads them."""


class Counsel(Authored):
    """What an adviser says of a scene."""

    say: Text
    for_: Id
    """The choice that he would make."""
    expects: Clause | None = None
    """What he foretells if it is made; it is held against him."""
    otherwise: Clause | None = None
    """What he foretells if another choice is made; it is held against him, too."""
    within: Whole = 4
    """Seasons after which it is looked at."""


class Event(Authored):
    """A scene."""

    title: Text
    table: Id | None = None
    """In a campaign: at which table it comes; left out, it comes in a season."""
    seat: Id
    """Who chooses. A claimant's scene comes before the act of a sitting; a host's once the claimant
    has acted and laid down a paper, if there is one, and before the answer."""
    when: Clause | None = None
    """It can come only where this holds, by itself and where it is scheduled: then it waits until
    this holds. `None` always, or only as scheduled."""
    weight: Whole = 1
    """How likely it is beside other scenes that could come now."""
    first: Yes = False
    """It comes before any other of its chair as soon as it may; so the host's first scene, too,
    comes after the claimant's first act."""
    date: WhenText | None = None
    """When it is, in the season in which it comes; 05-14 where it may come in one of several years.
    The scenes of a season come in the order of their days; one of no day comes before them if it is
    `first`, and else after them, and what was scheduled before all."""
    place: Text = ""
    """Where it happens, a few words."""
    cast: Cast = ()
    """Who acts or speaks in it: ids of lives in calendar.yaml, or LIFE.OFFICE."""
    at: Id | None = None
    """Where it happens, as the roads in calendar.yaml call it, if not where everything does."""
    knows: Ids = ()
    """Of which happenings in calendar.yaml it knows."""
    sails: Ids = ()
    """On which waters of calendar.yaml boats go in it."""
    word_from: Id | None = None
    """From where the answer or the news in it comes, if a choice has sent for it."""
    text: Text
    accounts: ById[Text] = ById()
    """By seat: one line, as that side tells it afterwards; the last pages print them together."""
    counsel: ById[Counsel] = ById()
    """In a campaign: by adviser, what is said of it in the seasons."""
    choices: ById[Choice]
    """Two to four; each a real dilemma."""
    source: Ids = ()
    invented: Yes = False
    """Persons or lines in it are invented."""
