"""What happened, as a page: the newest words in view, and above them everything before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from game.tui.map.glyphs import Level
from game.tui.play.annals import Passage
from game.tui.settings import settings_of
from game.tui.texts import lines, plain, said
from game.tui.widgets.hung import Hung
from game.tui.widgets.measured import Measured
from game.tui.widgets.prose import LONGEST_LINE, Prose, joined, paragraphs

MUTED = "$text-muted"
PARAGRAPHS = 24
"""Paragraphs that are laid out together of what was told before; what is not in view of them costs
nothing, however long a play becomes."""
Shown = tuple[Level, bool, tuple[Content, ...]]
"""Paragraphs with the glyphs that they are drawn in, and whether newer words follow them."""
STYLES = {"cause": MUTED, "end": "bold", "news": "$warning"}
"""How a line of each kind looks; the words alone say what it is."""


class Story(Prose):
    """Shows what was told before and what was told now; opens at the beginning of the latter."""

    DEFAULT_CSS = """
    Story { scrollbar-gutter: stable; }
    Story > #older, Story > .older { color: $text-muted; }
    Story > .-empty { display: none; }
    Story.-unplaced { opacity: 0%; }
    """

    class Scrolled(Message):
        """Another part of the story is in view."""

        def __init__(self, *, is_at_end: bool) -> None:
            super().__init__()
            self.is_at_end = is_at_end

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="-unplaced")
        self._older: tuple[Content, ...] = ()
        self._newest = Content()
        self._before = [Measured(id="older")]
        self._shown: list[Shown] = []
        """What stands in each part of what was told before: it is laid out anew only if changed."""
        self._keeps_end = False
        """Its last words stay in view, whatever room it gets."""
        self._is_placed = False

    def compose(self) -> ComposeResult:
        """Yield the parts."""
        yield self._before[0]
        yield Measured(id="newest")

    def tell(self, older: Iterable[Content], newest: Iterable[Content]) -> None:
        """Show what was told before, and below it what is new."""
        self._older, self._newest = tuple(older), joined(newest)
        self._keeps_end = self._is_placed = False
        level = settings_of(self.app).level
        is_followed = bool(self._newest.plain)
        starts = range(0, max(1, len(self._older)), PARAGRAPHS)
        parts = [(level, is_followed, self._older[at : at + PARAGRAPHS]) for at in starts]
        for at, part in enumerate(parts):
            if at >= len(self._shown) or self._shown[at] != part:
                self._show_before(at, part, is_last=at == len(parts) - 1)
        for extra in self._before[len(parts) :]:
            extra.remove()
        del self._before[len(parts) :]
        self._shown = parts
        last = self.query_one("#newest", Static)
        last.update(Hung(self.drawn(self._newest), 0))
        last.set_class(not self._newest.plain, "-empty")
        self.call_after_refresh(self._show_newest)

    def _show_before(self, at: int, part: Shown, *, is_last: bool) -> None:
        """Show a part of what was told before."""
        _, is_followed, told = part
        content = joined(told)
        if content.plain and (is_followed or not is_last):
            content = said(content, "\n")
        if at == len(self._before):
            self._before.append(Measured(classes="older"))
            self.mount(self._before[at], before="#newest")
        self._before[at].update(Hung(self.drawn(content), 0))
        self._before[at].set_class(not content.plain, "-empty")

    @property
    def is_placed(self) -> bool:
        """Whether the newest words were brought into view, where they are looked at."""
        return self._is_placed or not self.size

    @property
    def is_at_end(self) -> bool:
        """Whether the last words are in view."""
        return self.scroll_offset.y >= self.max_scroll_y

    def rows_told(self, width: int) -> int:
        """Return the rows that the newest words take in a window of so many columns."""
        return Hung(self._newest, 0).rows(min(width, LONGEST_LINE))

    def show_end(self) -> None:
        """Keep the last words in view when there is less room for them."""
        self._keeps_end = True
        self.call_after_refresh(self.scroll_end, animate=False)

    def read_on(self) -> bool:
        """Go a page down; return whether anything was left to be read."""
        was_at_end = self.is_at_end
        if not was_at_end:
            self.scroll_page_down(animate=False)
        return not was_at_end

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Tell whoever frames the story whether there is more to read."""
        super().watch_scroll_y(old, new)
        self.post_message(self.Scrolled(is_at_end=new >= self.max_scroll_y))

    @property
    def text(self) -> str:
        """What is shown, without its looks."""
        return f"{joined(self._older).plain}\n{self._newest.plain}".strip()

    @property
    def newest(self) -> str:
        """What is new, without its looks."""
        return self._newest.plain

    def _show_newest(self) -> None:
        newest = self.query_one("#newest", Static)
        self.scroll_to(y=newest.virtual_region.y, animate=False, force=True)
        if newest.size or not newest.display:
            self._is_placed = True
            self.call_after_refresh(self.remove_class, "-unplaced")
        is_at_end = newest.virtual_region.y >= self.max_scroll_y
        self.post_message(self.Scrolled(is_at_end=is_at_end))

    @on(Measured.Resized)
    def _keep_newest(self) -> None:
        if self._keeps_end:
            self.show_end()
        else:
            self.call_after_refresh(self._show_newest)


def passage_parts(passage: Passage) -> Iterator[Content]:
    """Yield a passage as paragraphs: what was done before what came of it."""
    if passage.when:
        yield plain(passage.when, style=f"bold {MUTED}")
    if passage.scene:
        yield from scene_parts(passage.title, passage.place, passage.scene)
    if passage.deed:
        deed = said(("› ", "$accent"), (passage.deed, "italic"))
        answer = plain(passage.answer, style="$secondary")
        yield lines(deed, answer) if passage.answer else deed
    told = sorted(passage.lines, key=lambda line: line.kind != "act")
    for kind, together in groupby(told, key=lambda line: line.kind):
        yield plain(run_on(line.text for line in together), style=STYLES.get(kind, ""))


def run_on(texts: Iterable[str]) -> str:
    """Return sentences as one paragraph, in which the items of a list have lines of their own.

    >>> run_on(["He gives his word:", "  he asks: barter.", "Take it."]).split("\\n")
    ['He gives his word:', '  he asks: barter.', 'Take it.']
    """
    whole = ""
    was_item = False
    for text in texts:
        is_item = text.startswith(" ")
        between = "" if not whole else "\n" if is_item or was_item else " "
        whole, was_item = f"{whole}{between}{text}", is_item
    return whole


def scene_parts(title: str, place: str, text: str) -> Iterator[Content]:
    """Yield a scene: what it is called, where it is, and what happens."""
    yield said((title, "bold $secondary"), (f"  {place}" if place else "", MUTED))
    yield from paragraphs(text)
