"""The title: the land in question, and who would you be."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from game.scenario import Scenario
from game.tui.play.board import board
from game.tui.texts import plain, said
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose, paragraphs


class Title(Screen[None]):
    """Offers the chairs of a scenario, each with its instructions."""

    BINDINGS = [Binding("q", "app.quit", "Quit")]
    DEFAULT_CSS = """
    Title Horizontal { height: 1fr; }
    Title #left { width: 1fr; }
    Title #name { text-align: center; padding: 1 0; text-style: bold; color: $accent; }
    Title #land { height: 1fr; }
    Title #chairs { width: 44; }
    Title #brief { height: 1fr; }
    Title OptionList, Title OptionList:focus { height: auto; border: none; margin: 0 0 1 0; }
    """

    class Chosen(Message):
        """A chair was taken."""

        def __init__(self, seat: str) -> None:
            super().__init__()
            self.seat = seat

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self.scenario = scenario

    def compose(self) -> ComposeResult:
        """Yield the map beside the chairs and the brief of the one looked at."""
        seats = self.scenario.seats
        with Horizontal():
            with Vertical(id="left"):
                yield Static(plain(f"The Amur Question: {self.scenario.title}"), id="name")
                yield board(self.scenario.id, id="land")
            with Panel(title="Whose chair do you take?", state="Enter: sit down", id="chairs"):
                yield OptionList(
                    *(
                        Option(said((seat.name, "bold"), f", {seat.office}"), id=id)
                        for id, seat in seats.items()
                    )
                )
                yield Prose(id="brief")
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the first chair."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionHighlighted)
    def show_brief(self, event: OptionList.OptionHighlighted) -> None:
        """Show the confidential instructions of the chair looked at."""
        seat = self.scenario.seats[str(event.option.id)]
        page = self.scenario.briefs.get(seat.brief)
        text = page.text if page is not None else ""
        self.query_one("#brief", Prose).show(plain(self.scenario.content_note), *paragraphs(text))

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Take the chair."""
        self.post_message(self.Chosen(str(event.option.id)))
