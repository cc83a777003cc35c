"""A scenario as its author wrote it: one plain value, read once and never changed.

    scenario.table.issues["left-bank"].options["amur"].worth["muraviev"]     # 3400 hundredths

Attributes bear the author's words with `_` for `-`; `if` is `when` here, as on events.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from game.scenario.authored import (
    Authored,
    ById,
    Clause,
    Day,
    Id,
    Ids,
    Span,
    Text,
    Texts,
    Whole,
    Wholes,
    Yes,
    word_of,
)
from game.scenario.calendar_model import Acting, Calendar, Cast
from game.scenario.ending_model import Dossiers, Ending, Scale
from game.scenario.event_model import Event
from game.scenario.lesson_model import Lesson, Teaching
from game.scenario.map_model import Map
from game.scenario.paid_model import Paid, Past
from game.scenario.pronoun import Pronoun
from game.scenario.season_model import SeasonText
from game.scenario.side import SideText
from game.scenario.table_model import Table


class Seat(Authored):
    """A chair at the game and the person history put into it."""

    name: Text
    """Who he is."""
    short: Text = ""
    """What sentences and narrow heads call him who was named in full; left out, his name, and in a
    narrow head the last word of it."""
    office: Text
    """What he is."""
    side: Text
    """Whom he speaks for."""
    brief: Id
    """The page of confidential instructions."""
    other: Id | None = None
    """The seat across the table."""
    pronoun: Annotated[Pronoun, BeforeValidator(word_of(Pronoun))] = Pronoun.HE
    """What stands for the name in the engine's sentences."""
    life: Acting | None = None
    """Whose life in calendar.yaml it is, and which office of his."""

    @property
    def called(self) -> str:
        """What a sentence calls him who was named in full before."""
        return self.short or self.name

    @property
    def headed(self) -> str:
        """What stands at the head of a column that is too narrow for the name."""
        return self.short or self.name.split()[-1]


ALL, NOBODY = "all", "none"
"""Who sees a track that nobody is kept from, and one that everybody is."""


class Track(Authored):
    """A number that the story moves, or the label of one that the table moves."""

    label: Text
    """What a reader is told it is called. It stands in sentences, so that a noun in the singular
    reads best: “Strain on the farmers rises much”, but “Drovers at the ford: down much”. What is
    one man's begins with his name, as in “Jingchun's trust”; he himself reads “your trust”. In a
    campaign {host} and {claimant} stand for those at each table, {at-home} for where the
    claimant's side is alarmed there."""
    range: Span
    """The lowest and the highest it can be."""
    start: Whole | None = None
    """`None` where the table says where it starts."""
    seen_by: Text
    """`all`, `none` or a seat."""
    rumour: Whole = 0
    """In seasons it is known only by hearsay, so many points too high or too low at most."""
    harms: Yes = False
    """It counts what people suffer: whoever decides in character would rather it did not rise."""
    words: Texts = ()
    """What a reader is told instead of the number, from the lowest up."""
    limits: Wholes = ()
    """From which level on each word is said; left out, the words part the range evenly."""

    def is_seen_by(self, seat: str) -> bool:
        """Return whether a seat may read the track."""
        return self.seen_by in (ALL, seat)


class Start(Authored):
    """Another opening: the same table in another year or under another threat."""

    title: Text
    text: Text = ""
    date: Day | None = None
    """The first day of these talks, in the new style; left out, the scenario's."""
    season: SeasonText | None = None
    """In a campaign: the first season; left out, the campaign's."""
    notes: Ids = ()
    """In a campaign: what has been noted before."""
    tracks: ById[Whole] = ById()
    """What each of these tracks begins at instead."""
    past: ById[Past] = ById()
    """In a campaign: by table, what came of talks that are over. They cannot be opened any more,
    and `held.TABLE` holds of them."""
    paid: tuple[Paid, ...] = ()
    """In a campaign: who paid before, as the ledger has it; as many as `toll` begins at."""


class Line(Authored):
    """A sentence of an adviser; `{likely}` stands for what he says of a signature, a clause."""

    when: Clause | None = None
    say: Text


class Adviser(Authored):
    """Somebody a seat can ask what will come of a draft."""

    name: Text
    office: Text
    seat: Id
    table: Id | None = None
    """In a campaign: at which table he can be asked; left out, he is asked in the seasons."""
    pronoun: Annotated[Pronoun, BeforeValidator(word_of(Pronoun))] = Pronoun.HE
    """What stands for the name in the engine's sentences."""
    life: Acting | None = None
    """Whose life in calendar.yaml it is, and which office of his."""
    bias: Whole = 0
    """Points that he is too hopeful (+) or too fearful (-)."""
    competence: Whole
    """0 to 100; it narrows his guess."""
    weighs: Ids = ()
    """The issues he looks at first."""
    when: Clause | None = None
    """He is there to be asked only while this holds."""
    lines: tuple[Line, ...] = ()
    source: Ids = ()
    invented: Yes = False


class PageKind(StrEnum):
    """What a page of the codex is about."""

    PERSON = "person"
    """A man or a woman."""
    PLACE = "place"
    """A place."""
    TERM = "term"
    """A word to be explained."""
    CONTESTED = "contested"
    """What the sources do not agree on."""
    RULE = "rule"
    """How the game reckons."""
    BRIEF = "brief"
    """Instructions to a seat."""


class Page(Authored):
    """A page to read: paragraphs of plain Markdown."""

    title: Text
    kind: Annotated[PageKind, BeforeValidator(word_of(PageKind))] = PageKind.TERM
    source: Ids = ()
    cast: Cast = ()
    """On a brief: who acts in what it tells."""
    knows: Ids = ()
    """On a brief: of which happenings in calendar.yaml it knows."""
    text: Text


class Weight(StrEnum):
    """How far a source can be trusted for what it is cited for."""

    FIRM = "firm"
    """It can be relied on."""
    PARTISAN = "partisan"
    """It pleads a cause."""
    POPULAR = "popular"
    """It retells others."""
    DESIGN = "design"
    """It is no source: an author's own decision."""


class Source(Authored):
    """Where something comes from."""

    cite: Text
    """Author, title and year, as a reader would look for it."""
    told_as: Text = ""
    """What a line of a story, a ledger or the land calls it: in a few words, by whom or of what it
    is, as in: accounts of the siege; left out, what `cite` says."""
    read_at: Text = ""
    """Where it was read, as a noun phrase: a site and its pages."""
    side: SideText
    """Whose account it is."""
    weight: Annotated[Weight, BeforeValidator(word_of(Weight))]
    dossier: Text = ""
    """The passage of our own history notes that quotes it."""


class AnyScenario(Authored):
    """What a scenario's folder says, whether it has one table or several."""

    id: Id = Field(alias="scenario")
    title: Text
    version: Whole
    """Raise it when a play of before would go another way."""
    minutes: Whole
    """How long a play takes."""
    lesson: Annotated[Lesson, BeforeValidator(word_of(Lesson))] = Lesson.LATER
    """Where it stands among the scenarios that a newcomer is offered."""
    start: Day
    """The first day, in the new style."""
    end: Day
    """The last day, in the new style."""
    purpose: Text
    """What one learns by playing it, in a sentence or two."""
    content_note: Text = ""
    """What a reader may not want to meet unprepared."""
    afterwards: Text = ""
    """What a player is told when a play is over: what he could play or look into next."""
    seats: ById[Seat]
    tracks: ById[Track] = ById()
    starts: ById[Start] = ById()
    teaching: Teaching = Teaching()

    events: ById[Event] = ById()
    measures: ById[Clause] = ById()
    """Named quantities of the endings, in whole points."""
    scales: ById[Scale] = ById()
    """By measure: what it is called, and what its ends mean."""
    profile: ById[Whole] = ById()
    """By measure: what it came to in history, 0 to 100; the last pages show it beside a play's."""
    groups: Ids = ()
    """In which order the pieces of the epilogue are told."""
    endings: ById[Ending] = ById()
    advisers: ById[Adviser] = ById()
    sources: ById[Source] = ById()
    codex: ById[Page] = ById()
    briefs: ById[Page] = ById()
    map: Map | None = None
    calendar: Calendar | None = None

    history: tuple[tuple[str, str], ...] = ()
    """The decisions really taken, each as its seat and its words; empty where none are kept."""
    history_notes: tuple[tuple[int, str], ...] = ()
    """What the author remarks of them: the place of a decision, from 1, and a note."""
    digest: str = ""
    """Of everything the author wrote on which a play depends; 16 hexadecimal digits.

    The map, the calendar, the place among lessons, the words of the table, layout and comments do
    not count.
    """

    @property
    def common_briefs(self) -> tuple[Page, ...]:
        """The pages that every chair is given; none that is one chair's own."""
        own = {seat.brief for seat in self.seats.values()}
        return tuple(page for id, page in self.briefs.items() if id not in own)

    def first_day(self, start: str | None = None) -> date:
        """Return the day on which the talks open from one of the starts."""
        own: date = self.start
        return (self.starts[start].date if start else None) or own


class Scenario(AnyScenario):
    """A scenario of one table: all of it is played there."""

    table: Table
    dossiers: Dossiers | None = None
