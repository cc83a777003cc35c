"""The pages before talks and after them: what is brought to a table, and what it gave."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from game.coach.advice import there
from game.coach.invented import office_of
from game.coach.leaves import before_the_archives
from game.coach.missed import missed
from game.coach.seasons.chronicle import told
from game.coach.seasons.guesses import expected_at
from game.coach.seasons.meaning import meaning
from game.coach.seasons.talks_told import asked_of_you, opened_told, taken_from_seasons
from game.record import Step
from game.rules import CampaignRules
from game.session import Session
from game.state import CLAIMANT, State, View
from game.tui.commands import Command, bindings
from game.tui.play.annals import Annals
from game.tui.play.causes import causes
from game.tui.play.ending import EndPage, EndPages, page_of
from game.tui.play.story import passage_parts
from game.tui.play.why import of_numbers
from game.tui.screens.reading import Reading
from game.tui.season.annals import SEASON, TABLE, paragraphs
from game.tui.texts import lines, plain, said

HEADING = "bold $secondary"
WHO, BRINGS, ASKED = "Who sits here", "What you bring", "What is asked of you"
HOW_ENDED, CAME = "How it ended", "What came of it"
WHY = "Why"
SIT_DOWN, GO_ON = "Sit down", "Go on with the seasons"


KEYMAP = (
    Command(
        "leave-talks-pages", "Back", "Goes back to the play.", "escape", "dismiss", display="Esc"
    ),
    Command(
        "why-of-talks",
        "Why",
        "Tells what the talks hang on; once they are over, what moved in them, and what moved it.",
        "w",
        "why",
        shown=False,
    ),
)


class TalksPages(Screen[None]):
    """Turns pages over the play; after the last of them the play goes on."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)

    def __init__(
        self, pages: list[EndPage], last: str, why: Callable[[], Iterator[Content]]
    ) -> None:
        """`last` is what is chosen after the last page; `why` tells what the talks hang on."""
        super().__init__()
        self.pages, self._last, self._why = pages, last, why

    def compose(self) -> ComposeResult:
        """Yield the pages."""
        yield EndPages({"go-on": self._last})

    def on_mount(self) -> None:
        """Begin with the first."""
        self.query_one(EndPages).show(self.pages)

    def on_end_pages_chosen(self, event: EndPages.Chosen) -> None:
        """Go back to the play."""
        event.stop()
        self.dismiss()

    def action_why(self) -> None:
        """Tell what the talks hang on, or what moved in them."""
        self.app.push_screen(Reading(WHY, *self._why()))

    @property
    def text(self) -> str:
        """The page in view, without its looks."""
        return self.query_one(EndPages).text


def opening(rules: CampaignRules, view: View, mode: str) -> TalksPages:
    """Return the page before talks that have only just been opened."""
    state = view.state
    id = list(rules.scenario.tables)[state.at - 1]
    title = rules.scenario.tables[id].title
    asked = asked_of_you(rules, view)
    asks = (said((ASKED, HEADING)), plain(asked)) if asked else ()
    parts = (
        said((title, HEADING)),
        plain(opened_told(rules, id, state)),
        said((WHO, HEADING)),
        lines(*_seated(rules, state)),
        said((BRINGS, HEADING)),
        *map(plain, taken_from_seasons(rules, view, mode)),
        *asks,
    )
    why = partial(map, plain, meaning(rules, view, id, mode))
    return TalksPages([EndPage(title, parts)], SIT_DOWN, why)


def _seated(rules: CampaignRules, state: State) -> Iterator[Content]:
    """Yield who sits at a table, and who can be asked there."""
    scenario, table = rules.at(state).scenario, rules.at(state).table
    for id in table.seats:
        seat = scenario.seats[id]
        yield said((seat.name, "bold"), f", {seat.office}; for {seat.side}.")
    for _, adviser in there(rules.at(state), CLAIMANT, state):
        yield said((f"{adviser.name}, {office_of(adviser)}", "$text-muted"))


def closing(session: Session, rules: CampaignRules, step: Step, mode: str) -> TalksPages:
    """Return the pages after talks that a step ended: how, what was written of it, what came.

    What only the archives tell waits for the end of the campaign: who goes back has not seen it.
    """
    annals = Annals(session, mode, of=step)
    _, newest = annals.passages(CLAIMANT)
    parts = [part for passage in newest for part in passage_parts(passage)]
    ended = rules.closed(step.before, step.decision)
    line = [(each.before, each.decision) for each in annals.steps()]
    found = told(rules, step.before, step.decision, step.turn, mode)
    kinds = [line.kind for line in found]
    after = kinds.index(SEASON) if SEASON in kinds else len(kinds)
    came = found[kinds.index(TABLE) : after] if TABLE in kinds else ()
    pages = [EndPage(HOW_ENDED, (said((HOW_ENDED, HEADING)), *parts))]
    pages += [page_of(leaf) for leaf in before_the_archives(annals.rules, ended, CLAIMANT)]
    pages += [page_of(leaf) for leaf in missed(rules, line, ended, CLAIMANT)]
    expected = expected_at(rules, session.steps(), len(step.before.deals))
    pages += [page_of(leaf) for leaf in expected]
    pages.append(EndPage(CAME, (said((CAME, HEADING)), *paragraphs(came))))
    return TalksPages(pages, GO_ON, partial(_moved, rules, annals, ended, mode))


def _moved(rules: CampaignRules, annals: Annals, ended: State, mode: str) -> Iterator[Content]:
    """Yield what moved in talks that are over, and what the numbers and rules of the table mean."""
    at, seen = annals.rules, rules.seen_by(CLAIMANT, ended).state
    yield from of_numbers(
        at, CLAIMANT, seen, list(causes(at, annals.steps(), CLAIMANT, mode)), mode
    )
