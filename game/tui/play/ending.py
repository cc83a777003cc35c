"""After the end: the last pages one by one, and then what can be done next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from game.coach.leaves import IN_SHORT, LOOKED, Leaf
from game.coach.persons import persons
from game.coach.words_for import phrase
from game.rules import Rules
from game.tui.commands import Command, bindings
from game.tui.keyboard import keys_now
from game.tui.texts import plain, said
from game.tui.widgets.hung import KEY, Hung
from game.tui.widgets.panel import Panel
from game.tui.widgets.prose import Prose

KEYMAP = (
    Command(
        "end-page",
        "Next page",
        "Turns to the next of the last pages.",
        "right",
        "turn(1)",
        shown=False,
    ),
    Command(
        "end-read-on",
        "Read on",
        "Goes down in a page that is longer than the window, and from its end to the next.",
        "enter,space",
        "read_on",
        shown=False,
    ),
    Command(
        "end-page-before",
        "Page before",
        "Turns back to the page before.",
        "left,backspace",
        "turn(-1)",
        shown=False,
    ),
    Command(
        "end-down",
        "Further down",
        "Goes down in a page that is longer than the window.",
        "down,pagedown",
        "scroll_page(1)",
        shown=False,
    ),
    Command(
        "end-up",
        "Further up",
        "Goes up again in a page.",
        "up,pageup",
        "scroll_page(-1)",
        shown=False,
    ),
    Command(
        "end-bill",
        "The bill",
        "Opens the archives: the bill, figure by figure, and what each could have had more.",
        "o",
        "bill",
        shown=False,
    ),
)
THE_BILL = KEYMAP[-1]
BILL, TREE, TAKE_BACK = "bill", "tree", "take-back"
SAME_MAN, OTHER_CHAIR, LEAVE = "same-man", "other-chair", "leave"
WHAT_NOW = "What now?"
NEXT, FURTHER = "Enter: next", "Enter: more of it"
CHOOSE = "↓, then Enter: choose   ← before"

PAGE, AROUND, EDGES, BLANK = 80, 4, 2, 1
"""Cells of a page, those of its frame, the rows of that, and those above what is asked."""


@dataclass(frozen=True, slots=True)
class EndPage:
    """One page: its heading and its paragraphs."""

    title: str
    parts: tuple[Content, ...]
    source: tuple[str, ...] = ()
    """Ids of the sources that it rests on."""


def next_of(rules: Rules, seat: int) -> Mapping[str, str]:
    """Return what a chair can do after the last page, in words."""
    both = persons(rules, None)
    return {
        BILL: "Read the archives: the bill, and what each could have had more",
        TREE: "Ask what if: see every line as a tree, and go on from any decision",
        TAKE_BACK: "Take back the last decision, and try another; this line is kept, too",
        SAME_MAN: f"Sit down again, opposite the same {both[1 - seat].man}",
        OTHER_CHAIR: f"Take the other chair, opposite the {both[seat].man} you were",
        LEAVE: "Leave the table",
    }


def last_page(ended: str, afterwards: str, *, has_looked: bool) -> EndPage:
    """Return the page after the last: how it ended, and what can be done next.

    `afterwards` is what the author says of that; it may be empty.

    That has a page to itself, so that nothing is chosen by one Enter too many.
    """
    kept = f"{ended}; every line that was played is kept."
    looked = [plain(LOOKED)] if has_looked else []
    title = said((WHAT_NOW, "bold $secondary"))
    told = [kept, afterwards] if afterwards else [kept]
    return EndPage(WHAT_NOW, (title, *map(plain, told), *looked))


def page_of(leaf: Leaf) -> EndPage:
    """Return a page of the archives."""
    heading, *_ = leaf.heading.split("  [")
    mark = leaf.heading[len(heading) :].strip()
    title = said((heading, "bold $secondary"), (f"  {mark}" if mark else "", "$text-muted"))
    told = (plain(paragraph) for paragraph in leaf.paragraphs)
    return EndPage(heading, (title, *told), leaf.source)


class EndPages(Vertical, can_focus=True):
    """Turns pages; after the last one it asks what to do next, if there is something to ask."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)
    DEFAULT_CSS = """
    EndPages { height: 1fr; align: center middle; }
    EndPages > Panel { width: 80; max-width: 100%; max-height: 100%; height: 1fr; }
    EndPages Prose { height: 1fr; }
    EndPages.-asks > Panel, EndPages.-asks Prose { height: auto; }
    EndPages OptionList, EndPages OptionList:focus {
        height: auto; border: none; padding: 0; margin: 1 0 0 0;
    }
    """

    class Chosen(Message):
        """It was said what to do next: one of the keys of what was asked."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    def __init__(self, asks: Mapping[str, str]) -> None:
        """`asks` is what there is to choose after the last page, in words; it may be nothing."""
        super().__init__()
        self._asks = asks
        self._pages: Sequence[EndPage] = ()
        self._at = 0

    def compose(self) -> ComposeResult:
        """Yield the page; what can be done next comes with the last one."""
        prose = Prose()
        prose.can_focus = False
        yield Panel(prose)

    def show(self, pages: Sequence[EndPage], read: Sequence[EndPage] = ()) -> None:
        """Begin with the first of these pages, or where they part from those that were `read`.

        The last asks what there is to ask.
        """
        same = takewhile(lambda both: both[0] == both[1], zip(pages, read[:-1], strict=False))
        self._pages, self._at = pages, len(list(same))
        self._show_page()

    @property
    def read(self) -> Sequence[EndPage]:
        """The pages up to the one in view."""
        return self._pages[: self._at + 1]

    @property
    def page(self) -> EndPage | None:
        """The one in view, once any is."""
        return self._pages[self._at] if self._pages else None

    @property
    def text(self) -> str:
        """The page in view, without its looks."""
        return self.query_one(Prose).text

    @property
    def is_last(self) -> bool:
        """Whether no page follows."""
        return self._at == len(self._pages) - 1

    def action_turn(self, by: int) -> None:
        """Turn to the next page, or back."""
        at = self._at + by
        if 0 <= at < len(self._pages):
            self._at = at
            self._show_page()

    def action_read_on(self) -> None:
        """Go down in the page; from its end turn to the next."""
        if not self._is_at_end:
            self.action_scroll_page(1)
        elif self.is_last and self._only is not None:
            self.post_message(self.Chosen(self._only))
        else:
            self.action_turn(1)

    def action_bill(self) -> None:
        """Ask for the archives as a whole, where they are offered."""
        if BILL in self._asks:
            self.post_message(self.Chosen(BILL))

    def action_scroll_page(self, by: int) -> None:
        """Scroll the page."""
        prose = self.query_one(Prose)
        prose.scroll_relative(y=by * max(1, prose.size.height - 2), animate=False)
        self.call_after_refresh(self._show_foot)

    def on_resize(self) -> None:
        """Say at the foot whether the page is longer than the window."""
        self._leave_room()
        self.call_after_refresh(self._show_foot)

    @property
    def _only(self) -> str | None:
        """The one thing that there is to choose after the last page."""
        return next(iter(self._asks)) if len(self._asks) == 1 else None

    @property
    def _is_at_end(self) -> bool:
        prose = self.query_one(Prose)
        return prose.scroll_offset.y >= prose.max_scroll_y

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Tell what was chosen."""
        event.stop()
        self.post_message(self.Chosen(str(event.option.id)))

    def _show_page(self) -> None:
        page = self._pages[self._at]
        panel = self.query_one(Panel)
        panel.show_title(f"Page {self._at + 1} of {len(self._pages)}")
        self.query_one(Prose).show(*page.parts)
        self._show_foot()
        self.call_after_refresh(self._show_foot)
        self.query(OptionList).remove()
        self.focus()
        asks = self.is_last and bool(self._asks)
        self.set_class(asks, "-asks")
        self._leave_room()
        if asks:
            told = ((id, Hung(plain(text), KEY)) for id, text in self._asks.items())
            options = OptionList(*(Option(text, id=id) for id, text in told))
            panel.mount(options)
            options.highlighted = None
            if self._only is None:
                options.focus()
            else:  # Enter reads on, and at the end of the page does it
                options.can_focus = False
            self.call_after_refresh(self.call_after_refresh, self._show_foot)

    def _leave_room(self) -> None:
        """Let what is asked follow the words of the last page, and stay in view below long ones."""
        prose = self.query_one(Prose)
        if not self.has_class("-asks"):
            prose.styles.clear_rule("max_height")
            return
        width = max(KEY + 1, min(PAGE, self.size.width) - AROUND)
        rows = sum(Hung(plain(text), KEY).rows(width) for text in self._asks.values())
        # Before it was ever laid out it has no rows, and the page would be painted without words.
        height = self.size.height or self.app.size.height
        prose.styles.max_height = max(1, height - EDGES - BLANK - rows)

    def _show_foot(self) -> None:
        if self._pages:
            asks_which = self.is_last and self._only is None
            foot = CHOOSE if asks_which else self._foot(self._pages[self._at])
            self.query_one(Panel).show_state(foot)

    def _foot(self, page: EndPage) -> str:
        """Return which keys turn the pages, and on the sum of the archives which opens them."""
        if self.is_last and self._only is not None and self._is_at_end:
            return f"Enter: {phrase(self._asks[self._only])}   ← before"
        turns = f"{NEXT if self._is_at_end else FURTHER}   ← before"
        if page.title != IN_SHORT or BILL not in self._asks:
            return turns
        return f"{keys_now(self.app, THE_BILL)}: open the archives   {turns}"
