"""A page to read, over whatever lies beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from game.coach.invented import legend_of
from game.coach.rules_page import rules_page_for
from game.tui.commands import Command, bindings
from game.tui.texts import Part, plain
from game.tui.widgets.page import page_parts
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from game.scenario.model import AnyScenario

KEYMAP: tuple[Command, ...] = (
    Command("leave-page", "Back", "Goes back.", "escape,q,enter", "dismiss"),
)


class Reading(ModalScreen[None]):
    """Shows paragraphs until any of the leaving keys is pressed."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = """
    Reading { align: center middle; }
    Reading > Panel { width: 80; max-width: 100%; height: auto; background: $surface; }
    Reading Prose { height: auto; max-height: 82vh; }
    """

    def __init__(self, title: Part, *parts: Content) -> None:
        super().__init__()
        self._title = title
        self._parts = parts

    def compose(self) -> ComposeResult:
        """Yield the page in its frame."""
        yield Panel(Prose(*self._parts), title=self._title, state=self.keys_told)

    @property
    def keys_told(self) -> str:
        """The keys that do something here, as the frame names them."""
        return "Esc: back"

    def on_mount(self) -> None:
        """Give the arrows to the text."""
        self.query_one(Prose).focus()


def rules_page(scenario: AnyScenario, seat: str = "", *more: Content) -> Reading | None:
    """Return a scenario's page of rules to read as a seat does, if it has one.

    `more` ends it, else what the sign behind the titles of scenes means.
    """
    page = rules_page_for(scenario, seat)
    if page is None:
        return None
    ends = more or tuple(map(plain, filter(None, (legend_of(scenario),))))
    return Reading("Rules · F1: keys", *page_parts(page, scenario.sources), *ends)
