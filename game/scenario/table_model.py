"""The table: what can be settled, what each settlement is worth to whom, and by what acts."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from game.scenario.authored import (
    Authored,
    ById,
    Clause,
    Hundredths,
    Id,
    Ids,
    Span,
    Text,
    Texts,
    Whole,
    Yes,
    word_of,
)
from game.scenario.court_model import Court, Faction, Sentence
from game.scenario.days import DayOfYearText
from game.scenario.people_model import Men, Need, Person, Quantities, Temperament
from game.scenario.season_model import Consequence, Where
from game.scenario.wording_model import Wording


class IssueKind(StrEnum):
    """How the interests of the two seats lie in an issue."""

    DISTRIBUTIVE = "distributive"
    """What one gains the other loses."""
    INTEGRATIVE = "integrative"
    """It is dear to one and cheap to the other: something to trade."""
    COMPATIBLE = "compatible"
    """Both want the same of it, and may not know."""
    CONTINGENT = "contingent"
    """What it is worth hangs on what becomes of the paper."""
    FACE = "face"
    """Words that cost nothing on the ground and much at a court."""


class ActKind(StrEnum):
    """What the rules do with an act."""

    COURTESY = "courtesy"
    """A meal, a gift, a rank observed; each repeat earns less."""
    ARGUE = "argue"
    """Bring one of the table's grounds; it counts once, and only where the paper bears it out."""
    TELL = "tell"
    """Say truly how much an issue weighs; it answers a question of the other side."""
    ASK = "ask"
    """Ask why an issue matters."""
    RATHER = "rather"
    """Ask which of two issues he would rather keep."""
    SUPPOSE = "suppose"
    """Try a paper that binds nobody, and see whether he is warm to it."""
    MEMORIAL = "memorial"
    """Give the host a sentence for his report to his court."""
    LAY = "lay"
    """Lay a paper down and say nothing; a claimant needs one act of this kind."""
    PRESSURE = "pressure"
    """Show what could be done to him; each time it works less, the third time it stiffens."""
    WAGER = "wager"
    """Give a last word, once, on a paper that he has answered."""
    PLEAD = "plead"
    """The host begs for mercy; it moves the claimant once."""
    STALL = "stall"
    """The host lets a sitting go by."""


class Option(Authored):
    """One way to settle one issue."""

    text: Text
    """As the treaty would put it: a noun phrase, since sentences are made with it."""
    why: Text = ""
    """What the host says when he asks for it; empty where the issue's own `why` says it."""
    worth: ById[Hundredths]
    """By seat, in points of that seat's own scale; kept in hundredths."""
    land: Whole = 0
    """Points of land that the ratifying court sees in it; below 0 it costs."""
    rite: Whole = 0
    """Points of rite that the ratifying court sees in it."""
    caution: Whole = 0
    """What the claimant's own capital fears in it, in points."""
    cession: Yes = False
    """Land passes: the host may not sign it without consulting his officers."""
    history: Yes = False
    """What the treaty of history said."""
    lapses: Yes = False
    """It binds nobody unless it is ratified."""
    unratified: Whole | None = None
    """Points to the claimant when the paper is not ratified; `None` where that changes nothing."""


class Issue(Authored):
    """A question to be settled; its options stand in the author's order."""

    label: Text
    """The question as it stands on the draft: a noun phrase, since sentences are made with it."""
    kind: Annotated[IssueKind, BeforeValidator(word_of(IssueKind))]
    why: Text
    """What the host says when he is asked why it matters."""
    options: ById[Option]


class Pair(Authored):
    """Options whose joint worth differs from the sum of their worths."""

    when: Clause = Field(alias="if")
    seat: Id
    worth: Hundredths
    """Points added to the paper's value for the seat; kept in hundredths."""
    because: Text
    """Why, in half a sentence; the bill and `why` print it."""


class News(Authored):
    """The courier who may come during the talks."""

    id: Id
    sittings: Span
    """The sittings in which he can come."""
    never: Whole
    """How often he never comes, in per cent."""
    danger: Span
    """Points that his news adds to the danger."""
    needs: Clause | None = None
    """He comes only where this held when the talks opened."""
    text: Text
    """What he brings, told to both."""
    knows: Ids = ()
    """Of which happenings in calendar.yaml he tells."""
    source: Ids = ()
    invented: Yes = False


class Ground(Authored):
    """A reason that can be argued before the host."""

    say: Text
    """The sentence that is said."""
    bears: Clause
    """The papers that bear it out."""
    proved_by_news: Yes = False
    """The courier's news bears it out: who argued it before he came is believed more."""


class Act(Authored):
    """A standing act of a sitting; its numbers are whole points, added where they apply."""

    seats: Ids
    """Who may do it."""
    kind: Annotated[ActKind, BeforeValidator(word_of(ActKind))]
    label: Text
    """What the menu calls it. To the other of the two it is turned round, “you” to “him” and “him”
    to “you”, as each is spoken of. What a man and a woman may both do is best called by neither."""
    help: Text
    """What it does and what it costs, in a sentence or two."""
    when: Clause | None = Field(None, alias="if")
    """The claimant can do it only where this holds; `None` always."""
    else_show: Text = ""
    """Why it cannot be done where that does not hold."""
    sails: Ids = ()
    """On which waters of calendar.yaml boats go then."""
    face: Whole = 0
    """Points of the host's face."""
    trust: Whole = 0
    """Points of the host's trust."""
    patience: Whole = 0
    """Points of the host's patience."""
    credibility: Whole = 0
    """Points of the claimant's credit."""
    menace: Whole = 0
    """What it adds to the danger."""
    coerced: Whole = 0
    """What it adds to the part of the paper that was wrung from him."""
    caution: Whole = 0
    """What the claimant's own capital fears in it, in points."""


class Table(Authored):
    """Talks between a claimant, who came with a demand, and a host."""

    id: Id = Field(alias="table")
    title: Text
    claimant: Id
    """The seat that came with a demand."""
    host: Id
    """The seat whose house it is; he answers each paper."""
    sittings: Whole
    """After the last one the talks lapse."""
    sittings_a_day: Whole = 1
    """How many are held in a day."""
    opens_at: Whole = 1
    """Which of a day's sittings the first one is, from 1: the day before it went in arriving."""
    when: Clause | None = None
    """In a campaign: while this holds the talks can be opened; left out, something opens them."""
    else_show: Texts = ()
    """In a campaign: why talks cannot be opened yet, one reason, or one for each of the last parts
    of `when` that `and` joins; told from a year before they may be."""
    where: Annotated[Where, BeforeValidator(word_of(Where))] = Where.POST
    """In a campaign: from where they can be opened."""
    first_day: DayOfYearText | None = None
    """In a campaign: month and day of the first sitting; the year is the season's."""
    begins: ById[Clause] = ById()
    """In a campaign: where the table's quantities stand when it opens, by formula of the tracks."""
    strength: Id = "force"
    """The track by which menace counts: it works in full where that stands at 75."""
    leverage: Clause | None = None
    """In a campaign: by what the seasons weigh on the host, 0 to 100; left out, the danger."""
    afterwards: tuple[Consequence, ...] = ()
    """In a campaign: what follows in the seasons; all that hold, in order."""
    source: Ids = ()

    issues: ById[Issue]
    pairs: tuple[Pair, ...] = ()
    danger: Clause
    """What the host has to fear, 0 to 100."""
    walk_away: ById[Clause]
    """By seat: what it keeps if no paper is signed, in points of its own scale."""
    without_paper: ById[Text] = ById()
    """By seat: what that is, told to it, in a sentence or two; its walk-away in words."""
    news: News | None = None
    quantities: Quantities
    men: Men
    grounds: ById[Ground] = ById()
    memorial: ById[Sentence] = ById()
    ratifiers: ById[Faction] = ById()
    court: Court
    temperaments: ById[ById[Temperament]]
    """By seat, then by temper."""
    needs: ById[ById[Need]] = ById()
    """By seat: what a drawn man may be unable to go home without."""
    need_costs: ById[Whole] = ById()
    """By seat: points of its own scale lost by a paper that fails the man's need."""
    people: ById[Person] = ById()
    acts: ById[Act]
    """What may be done in a sitting."""
    words: Wording = Wording()
    """What this table calls what every table has."""

    def day_and_part(self, sitting: int) -> tuple[int, int]:
        """Return on which day a sitting is held, and which of that day's it is, both from 0."""
        return divmod(sitting - 1 + self.opens_at - 1, self.sittings_a_day)
