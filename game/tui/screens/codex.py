"""The codex: its pages at the left with a line to search in, the page looked at on the right.

A narrow window shows the list, and the page in its place while it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from game.scenario.model import AnyScenario, Page, Source
from game.tui.commands import Command, bindings
from game.tui.keyboard import keys_now
from game.tui.play.keyline import KeyLine
from game.tui.texts import plain, said
from game.tui.widgets.bare import Bare, BareRow
from game.tui.widgets.hung import KEY, Hung
from game.tui.widgets.page import KINDS, PageView
from game.tui.widgets.panel import Panel

SEARCH = Command("search-codex", "Search", "Goes to the line to search in.", "slash", "search")
NEXT = Command("next-page", "Next page", "Reads the next page of the list.", "n", "turn(1)")
BEFORE = Command("page-before", "Page before", "Reads the page before.", "p", "turn(-1)")
KEYMAP = (
    SEARCH,
    Command(
        "to-list",
        "List",
        "Goes from the line to search in down to the list.",
        "down",
        "list",
        shown=False,
    ),
    NEXT,
    BEFORE,
    Command(
        "leave",
        "Back",
        "Goes back from the page to the list, and from the list to where you came from.",
        "escape,q",
        "back",
        display="Esc",
    ),
)
TITLE_CELLS = 28
"""Cells of the scenario's title in the frame."""
LONGEST_TITLE = 60
"""Cells of a title in the list; the page has it whole."""

NO_PAGE = "No page has these words."
AT_THE_TABLE = "at-the-table"
"""Stands in the list for what a word means in a play, where no page has it."""
Answer = Callable[[str], tuple[str, ...]]
"""Returns the sentences on what a word means; none where it is not known."""


def unanswered(words: str) -> tuple[str, ...]:
    """Return nothing: before a play no table is there to ask."""
    return ()


def pages_for(scenario: AnyScenario, seat: str | None = None) -> dict[str, Page]:
    """Return the pages that may be read: the codex, what all are told, and a seat's own brief."""
    private = {other.brief for id, other in scenario.seats.items() if id != seat}
    briefs = {f"brief/{id}": p for id, p in scenario.briefs.items() if id not in private}
    return {**scenario.codex, **briefs}


def with_words(pages: Mapping[str, Page], words: str) -> list[str]:
    """Return the ids of the pages whose title and text have all the words, kind by kind.

    The page that is called just so comes before all.
    """
    asked = words.casefold().split()
    found = [
        id
        for id, page in pages.items()
        if all(word in f"{page.title}\n{page.text}".casefold() for word in asked)
    ]
    order = list(KINDS)

    def place(id: str) -> tuple[bool, int, str]:
        page = pages[id]
        return page.title.casefold().split() != asked, order.index(page.kind), page.title

    return sorted(found, key=place)


class CodexScreen(Bare, Screen[None]):
    """Lists pages, searches them and shows one with what it rests on."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (140, "-wide")]
    DEFAULT_CSS = """
    CodexScreen Horizontal { height: 1fr; align-horizontal: center; }
    CodexScreen #list { width: 42; height: 1fr; }
    CodexScreen.-wide #list { width: 54; }
    CodexScreen #list Input, CodexScreen #list Input:focus { margin: 0 0 1 0; }
    CodexScreen OptionList, CodexScreen OptionList:focus {
        height: 1fr; border: none; padding: 0; scrollbar-size-vertical: 1;
    }
    CodexScreen #page { width: 1fr; max-width: 82; height: 1fr; }
    CodexScreen PageView { height: 1fr; }
    CodexScreen.-narrow #list { width: 1fr; }
    CodexScreen.-narrow #page { display: none; }
    CodexScreen.-narrow.-reading #list { display: none; }
    CodexScreen.-narrow.-reading #page { display: block; }
    """

    def __init__(
        self,
        pages: Mapping[str, Page],
        sources: Mapping[str, Source],
        page: str = "",
        answer: Answer = unanswered,
        *,
        title: str = "",
    ) -> None:
        """A page that is named is opened at once; `answer` knows the words that no page has.

        `title` is that of the scenario whose pages they are.
        """
        super().__init__()
        self.pages, self.sources = pages, sources
        self._first = page
        self._answer = answer
        self._words = ""
        of = (" · ", plain(title, TITLE_CELLS, "not bold")) if title else ()
        self._title = said("Codex", *of)

    def compose(self) -> ComposeResult:
        """Yield the list beside the page."""
        with BareRow():
            with Panel(title=self._title, id="list"):
                yield Input(compact=True)
                yield OptionList()
            with Panel(title="Page", id="page"):
                yield PageView()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show all pages, and the one that was asked for."""
        self.show_settings()
        self._list("")
        if self._first in self.pages:
            self._look_at(self._first)
            self.query_one(PageView).focus()
        else:
            self.query_one(OptionList).focus()

    # What is shown.

    def show_settings(self) -> None:
        """Say which keys there are now."""
        search, after, before = (keys_now(self.app, key) for key in (SEARCH, NEXT, BEFORE))
        self.query_one(Input).placeholder = f"{search} to search titles and texts"
        page = self.query_one("#page", Panel)
        page.show_state(f"{after}, {before}: next and before · Esc: list")

    @on(Input.Changed)
    def narrow_down(self, event: Input.Changed) -> None:
        """List the pages that have the words."""
        self._list(event.value)

    def _list(self, words: str) -> None:
        """List the pages with some words, and look at the first of them."""
        found, self._words = with_words(self.pages, words), words
        options = self.query_one(OptionList)
        options.set_options(self._options(found))
        self.query_one("#list", Panel).show_state(f"{len(found)} of {len(self.pages)} pages")
        if found:
            self._look_at(found[0])
        elif self._answer(words):
            self._look_at(AT_THE_TABLE)
        else:
            self.query_one(PageView).show(plain(NO_PAGE, style="$text-muted"))

    def _options(self, found: list[str]) -> Iterator[Option]:
        """Yield a line for every page, each kind under its heading."""
        heading = ""
        for id in found:
            page = self.pages[id]
            letter, kind = KINDS[page.kind]
            if kind != heading:
                heading = kind
                yield Option(said((kind, "bold $text-muted")), disabled=True)
            yield Option(Hung(_line(letter, page.title), KEY), id=id)
        if not found and self._answer(self._words):
            yield Option(plain("At this table", LONGEST_TITLE), id=AT_THE_TABLE)
        elif not found:
            yield Option(plain(NO_PAGE, style="$text-muted"), disabled=True)

    def _look_at(self, page: str) -> None:
        options = self.query_one(OptionList)
        options.highlighted = options.get_option_index(page)

    @on(OptionList.OptionHighlighted)
    def show_page(self, event: OptionList.OptionHighlighted) -> None:
        """Show the page under the cursor."""
        view, id = self.query_one(PageView), str(event.option.id)
        if id == AT_THE_TABLE:
            heading = plain(self._words.strip(), LONGEST_TITLE, "bold $secondary")
            view.show(heading, *map(plain, self._answer(self._words)))
        else:
            view.show_page(self.pages[id], self.sources)

    @on(DescendantFocus)
    def make_room(self, event: DescendantFocus) -> None:
        """Give a narrow window to the page while it is read."""
        self.set_class(isinstance(event.widget, PageView), "-reading")

    # What the keys do.

    @on(OptionList.OptionSelected)
    def read(self) -> None:
        """Give the arrows to the page under the cursor."""
        self.add_class("-reading")
        self.query_one(PageView).focus()

    @on(Input.Submitted)
    def action_list(self) -> None:
        """Go to the list."""
        self.remove_class("-reading")
        self.query_one(OptionList).focus()

    def action_search(self) -> None:
        """Go to the line to search in."""
        self.remove_class("-reading")
        self.query_one(Input).focus()

    def action_turn(self, by: int) -> None:
        """Look at another page of the list."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_back(self) -> None:
        """Go back one step: out of the page, out of the search, out of the codex."""
        words = self.query_one(Input)
        if self.query_one(PageView).has_focus:
            self.action_list()
        elif words.has_focus or words.value:
            words.value = ""
            self.action_list()
        else:
            self.dismiss()


def _line(letter: str, title: str) -> Content:
    return said((f"{letter} ", "$text-muted"), plain(title, LONGEST_TITLE))
