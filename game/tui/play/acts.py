"""The acts: a list to choose from, and below it what the line under the cursor does."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.coach.words_for import sentence
from game.tui.play.doubled import Doubled
from game.tui.play.options import Offer
from game.tui.texts import Part, said
from game.tui.widgets.panel import Panel

ENTER = 0
"""What stands for Enter beside the numbers of the lines."""
DOUBLED = "These lines have only just come; press it once more if it is meant for them."


class Lines(OptionList):
    """Keeps the line under the cursor in view when it has less room."""

    def on_resize(self) -> None:
        """Scroll to the cursor."""
        self.call_after_refresh(self.scroll_to_highlight)


class Acts(Panel):
    """Shows offers, and tells which one was chosen or is looked at."""

    DEFAULT_CSS = """
    Acts OptionList, Acts OptionList:focus { height: 1fr; border: none; padding: 0; }
    Acts #help { height: auto; color: $text-muted; padding: 1 0 0 0; }
    Acts #help.-empty { display: none; }
    """

    class Chosen(Message):
        """A line was chosen."""

        def __init__(self, offer: Offer) -> None:
            super().__init__()
            self.offer = offer

    class Looked(Message):
        """The cursor went to another line."""

        def __init__(self, offer: Offer) -> None:
            super().__init__()
            self.offer = offer

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._offers: tuple[Offer, ...] = ()
        self._doubled = Doubled()
        self._chosen_by: int | None = None

    def compose(self) -> ComposeResult:
        """Yield the list and the help below it."""
        yield Lines()
        yield Static(id="help")

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The lines of the list."""
        return self._offers

    @property
    def current(self) -> Offer | None:
        """The line under the cursor; `None` where nothing can be chosen."""
        at = self.query_one(OptionList).highlighted
        return None if at is None or at >= len(self._offers) else self._offers[at]

    def show(self, offers: Iterable[Offer], title: Part) -> None:
        """Show another list, the cursor on its first open line."""
        self._offers = tuple(offers)
        self.show_title(title)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(offer.text) for offer in self._offers)
        options.highlighted = next((i for i, o in enumerate(self._offers) if o.is_open), None)
        options.scroll_home(animate=False)
        self.show_help()
        self._doubled.press(self._chosen_by)
        self._chosen_by = None
        self.call_after_refresh(self._doubled.see)

    def focus_list(self) -> None:
        """Give the keys to the list."""
        self.query_one(OptionList).focus()

    def choose_number(self, number: int) -> None:
        """Choose a line by its number."""
        for at, offer in enumerate(self._offers):
            if offer.number == number:
                self._choose(at, by=number)

    def _choose(self, at: int, by: int) -> None:
        if self._doubled.is_again(by):
            self.say((DOUBLED, "$warning"))
            return
        self._chosen_by = by
        self.query_one(OptionList).highlighted = at
        self.post_message(self.Chosen(self._offers[at]))

    def say(self, text: Part) -> None:
        """Say something in the place of the help, until the cursor moves; empty says nothing."""
        line = self.query_one("#help", Static)
        content = said(text)
        line.update(content)
        line.set_class(not content.plain, "-empty")
        self.set_class(bool(content.plain), "-helped")

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.show_help()
        if self.current is not None:
            self.post_message(self.Looked(self.current))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index < len(self._offers):
            self._choose(event.option_index, by=ENTER)

    def show_help(self) -> None:
        """Say what the line under the cursor does, or why it may not be chosen now."""
        offer = self.current
        if offer is None or offer.is_open:
            self.say("" if offer is None else offer.help)
        else:
            self.say((sentence(f"Not now: {offer.refused}"), "$warning"))
