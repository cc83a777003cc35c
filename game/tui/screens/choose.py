"""What is to be played: a scenario, a chair in it, and on which terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from game.coach.invented import legend_of
from game.coach.persons import each_his, persons_of
from game.files.begun_with import BOTH, chairs_of, told_of
from game.scenario import Scenario
from game.scenario.campaign_model import Campaign
from game.scenario.model import AnyScenario
from game.tui.commands import Command, bindings
from game.tui.play.keyline import KeyLine
from game.tui.screens.starts import starts_told
from game.tui.screens.terms import Terms
from game.tui.shelf import Found, Wanted
from game.tui.texts import plain, said
from game.tui.widgets.beside import ListBeside
from game.tui.widgets.hanging import Row
from game.tui.widgets.hung import KEY, Hung
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose, paragraphs

KEYMAP = (
    Command("choose-back", "Back", "Goes back to the title.", "escape", "dismiss", display="Esc"),
    Command(
        "choose-next",
        "Next",
        "Goes on to chairs, terms and text.",
        "tab",
        "app.focus_next",
        display="Tab",
    ),
    Command(
        "choose-read",
        "Read",
        "Gives the instructions the keys, and in a narrow window all of its width.",
        "right",
        "go_to('text')",
        shown=False,
    ),
    Command(
        "choose-leave-text",
        "Back to the chairs",
        "Goes back from the instructions to the chairs.",
        "left",
        "go_to('chairs')",
        shown=False,
        first=True,
    ),
    Command(
        "choose-sit-down",
        "Sit down",
        "Takes the chair whose instructions were read.",
        "enter",
        "sit_down",
        shown=False,
    ),
    Command(
        "choose-read-on",
        "Read on",
        "Goes a page down in the instructions.",
        "pagedown",
        "read(1)",
        display="PgDn",
        first=True,
    ),
    Command(
        "choose-read-back",
        "Read back",
        "Goes a page up in the instructions.",
        "pageup",
        "read(-1)",
        shown=False,
        first=True,
    ),
)
TITLE_CELLS, NAME_CELLS = 60, 80
MUTED = "$text-muted"
TO_CHAIRS, SIT_DOWN, ANOTHER = "Enter: on to the chairs", "Enter: sit down", "Enter: another"
READ, LEAVE_TEXT = "→ read", "   ← back"


class Choose(Screen[None]):
    """Offers scenarios, their chairs with the confidential brief of each, and terms."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (140, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (36, "-tall")]
    DEFAULT_CSS = """
    Choose #left { width: 40; height: 1fr; overflow-y: auto; scrollbar-size-vertical: 1; }
    Choose #left OptionList, Choose #left OptionList:focus {
        height: auto; border: none; padding: 0;
    }
    Choose.-narrow.-reading #left { width: 0; }
    Choose.-wide #left { width: 62; }
    Choose #scenarios { max-height: 6; scrollbar-size-vertical: 1; }
    Choose.-tall #scenarios { max-height: 16; }
    Choose #about { width: 1fr; height: 1fr; }
    Choose #text { height: 1fr; }
    """

    class Chosen(Message):
        """A chair was taken, on terms."""

        def __init__(self, asked_by: Choose, wanted: Wanted) -> None:
            super().__init__()
            self.asked_by = asked_by
            self.wanted = wanted

    def __init__(self, found: list[Found], wanted: Wanted) -> None:
        """`found` is not empty; `wanted` is what the cursors begin with."""
        super().__init__()
        self.found = found
        self.wanted = wanted

    def compose(self) -> ComposeResult:
        """Yield what can be chosen on the left, and what is known of it on the right."""
        text = Prose(id="text")
        with Horizontal():
            with Vertical(id="left"):
                with Panel(title="What will you play?", state=TO_CHAIRS):
                    yield ListBeside(text, id="scenarios")
                with Panel(title="Whose chair do you take?", state=SIT_DOWN):
                    yield ListBeside(text, id="chairs")
                with Panel(title="On which terms?", state=ANOTHER, id="on-terms"):
                    yield Terms(self.wanted, id="terms")
            with Panel(title="Your instructions", id="about"):
                yield text
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the scenario that is wanted; where there is but one, with its chairs."""
        names = [found.name for found in self.found]
        at = names.index(self.wanted.scenario) if self.wanted.scenario in names else 0
        scenarios = self.query_one("#scenarios", OptionList)
        scenarios.add_options(map(_scenario_line, self.found))
        scenarios.highlighted = at
        is_settled = len(names) == 1 or self.wanted.scenario is not None
        can_sit = is_settled and self.found[at].scenario is not None
        self.query_one("#chairs" if can_sit else "#scenarios").focus()

    def action_read(self, by: int) -> None:
        """Go a page down in the instructions, or up, wherever the cursor is."""
        text = self.query_one("#text", Prose)
        text.scroll_relative(y=by * max(1, text.size.height - 2), animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now: the text is left where it is being read."""
        if action == "go_to" and parameters == ("chairs",):
            return self.query_one("#text").has_focus
        return super().check_action(action, parameters)

    def action_go_to(self, id: str) -> None:
        """Give the keys to the instructions, or to the chairs."""
        self.query_one(f"#{id}").focus()

    def action_sit_down(self) -> None:
        """Take the chair under the cursor."""
        self._take(self.query_one("#chairs", OptionList).highlighted)

    @on(DescendantFocus)
    def make_room(self, event: DescendantFocus) -> None:
        """Say whether the instructions are being read, and which keys go on from here."""
        is_reading = event.widget.id == "text"
        self.set_class(is_reading, "-reading")
        self.query_one("#about", Panel).show_state(SIT_DOWN + LEAVE_TEXT if is_reading else READ)
        on_seed = event.widget.id == "seed"
        self.query_one("#on-terms", Panel).show_state(SIT_DOWN if on_seed else ANOTHER)

    def explained(self) -> Iterator[Row]:
        """Yield what help says of the starts of the scenario under the cursor."""
        scenario = self.scenario
        if scenario is not None and scenario.starts:
            yield "", said(("Other starts", "bold $secondary"))
            for id, words in starts_told(scenario).items():
                yield plain(scenario.starts[id].title, TITLE_CELLS).plain, plain(words)

    @property
    def scenario(self) -> AnyScenario | None:
        """The scenario under the cursor, if it can be played."""
        at = self.query_one("#scenarios", OptionList).highlighted
        return None if at is None else self.found[at].scenario

    @on(OptionList.OptionHighlighted, "#scenarios")
    def look_at_scenario(self, event: OptionList.OptionHighlighted) -> None:
        """List the chairs of the scenario under the cursor, or say why it has none."""
        found, chairs = self.found[event.option_index], self.query_one("#chairs", OptionList)
        chairs.clear_options()
        read = found.scenario
        starts = ({}, {}) if read is None else (titles(read), starts_told(read))
        self.query_one(Terms).show_starts(*starts)
        self.query_one(Terms).show_twists(read.twists if isinstance(read, Campaign) else {})
        if read is None:
            self.query_one("#text", Prose).show(plain(found.trouble, style="$warning"))
            return
        ids = chairs_of(read)
        chairs.add_options(_chair_line(read, id) for id in ids)
        chairs.highlighted = ids.index(self.wanted.seat) if self.wanted.seat in ids else 0

    @on(OptionList.OptionHighlighted, "#chairs")
    def look_at_chair(self, event: OptionList.OptionHighlighted) -> None:
        """Show the confidential instructions of the chair under the cursor."""
        if self.scenario is not None:
            chair = chairs_of(self.scenario)[event.option_index]
            self.query_one("#text", Prose).show(*_about(self.scenario, chair))

    @on(OptionList.OptionSelected, "#scenarios")
    def to_the_chairs(self) -> None:
        """Go on to the chairs of a scenario that can be played."""
        if self.scenario is not None:
            self.query_one("#chairs").focus()

    @on(Terms.Settled)
    def begin(self) -> None:
        """Sit down: the terms are settled."""
        self.action_sit_down()

    @on(OptionList.OptionSelected, "#chairs")
    def sit_down(self, event: OptionList.OptionSelected) -> None:
        """Take the chair that was chosen."""
        self._take(event.option_index)

    def _take(self, chair: int | None) -> None:
        read = self.scenario
        at = self.query_one("#scenarios", OptionList).highlighted
        if read is not None and at is not None and chair is not None:
            seat = chairs_of(read)[chair]
            wanted = replace(self.wanted, scenario=self.found[at].name, seat=seat)
            self.post_message(self.Chosen(self, self.query_one(Terms).settled(wanted)))


def titles(scenario: AnyScenario) -> dict[str, str]:
    """Return the titles of a scenario's other starts, by their ids."""
    return {id: start.title for id, start in scenario.starts.items()}


def _scenario_line(found: Found) -> Option:
    if found.scenario is None:
        return Option(said(plain(found.name, TITLE_CELLS, MUTED), (" cannot be played", MUTED)))
    told = (f"\n  {told_of(found.scenario)}", MUTED)
    return _hung(said(plain(found.scenario.title, TITLE_CELLS), told))


def _chair_line(scenario: AnyScenario, id: str) -> Option:
    if id == BOTH:
        return _hung(said(("Both", "bold"), ": two people at one keyboard"))
    seat = scenario.seats[id]
    name = plain(seat.name, NAME_CELLS, "bold")
    return _hung(said(name, ", ", plain(seat.office, NAME_CELLS)))


def _hung(line: Content) -> Option:
    """Return a line of a list; what does not fit of it is set in, so that the next is seen."""
    return Option(Hung(line, KEY))


def _about(scenario: AnyScenario, chair: str) -> list[Content]:
    """Return what is told of a chair before it is taken, and below it what all are told.

    Of both chairs nothing is told that is one's own.
    """
    about = [plain(scenario.title, TITLE_CELLS, "bold $secondary")]
    if scenario.content_note:
        about.append(plain(scenario.content_note, style=MUTED))
    if legend := legend_of(scenario):
        about.append(plain(legend, style=MUTED))
    if chair != BOTH:
        page = scenario.briefs.get(scenario.seats[chair].brief)
        about += paragraphs(page.text if page is not None else "")
    elif isinstance(scenario, Scenario):
        his = each_his(persons_of(scenario, None))
        curtain = "a curtain falls whenever the keyboard changes hands."
        about.append(said(f"Each reads {his} own papers; {curtain}"))
    for page in scenario.common_briefs:
        about += [plain(page.title, TITLE_CELLS, "bold $secondary"), *paragraphs(page.text)]
    return about
