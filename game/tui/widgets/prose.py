"""Prose: paragraphs of an author's plain Markdown, as content and as a page to scroll.

Of Markdown there is **bold**, *italic*, `# headings` and `- lists`; everything else is letters.

>>> [str(paragraph) for paragraph in paragraphs("**The law.** At\\nNerchinsk\\n\\n- one\\n- two")]
['The law. At Nerchinsk', '• one', '• two']
>>> emphasised("[@click=app.quit]**x**[/]").plain
'[@click=app.quit]x[/]'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from game.tui.glyphs_table import in_level
from game.tui.settings import settings_of
from game.tui.texts import plain, said
from game.tui.widgets.bare import Bare
from game.tui.widgets.hung import BULLET, HungText

LONGEST_LINE = 72
"""Cells of a line that a reader likes."""
_EMPHASIS = re.compile(r"\*\*(?P<bold>[^*\n]+)\*\*|\*(?P<italic>[^*\s][^*\n]*)\*")
_ITEM = re.compile(r"^\s*[-*] +", re.MULTILINE)
_HEADING = re.compile(r"^#{1,4} +")


def emphasised(text: str, style: str = "") -> Content:
    """Return a paragraph with its bold and italic words; brackets stay brackets."""
    parts: list[Content] = []
    at = 0
    for found in _EMPHASIS.finditer(text):
        parts.append(plain(text[at : found.start()], style=style))
        look = "bold" if found["bold"] else "italic"
        parts.append(plain(found["bold"] or found["italic"], style=f"{style} {look}".strip()))
        at = found.end()
    return said(*parts, plain(text[at:], style=style))


def paragraphs(text: str) -> Iterator[Content]:
    """Yield the paragraphs of a text; items of a list are paragraphs with a bullet."""
    for block in re.split(r"\n\s*\n", text.strip()):
        if _HEADING.match(block):
            yield emphasised(_HEADING.sub("", " ".join(block.split())), "bold $secondary")
        elif _ITEM.match(block):
            for item in _ITEM.split(block):
                if item.strip():
                    yield said((BULLET, "$text-muted"), emphasised(" ".join(item.split())))
        elif block.strip():
            yield emphasised(" ".join(block.split()))


def prose(text: str) -> Content:
    """Return a text as one content, its paragraphs parted by a blank line."""
    return Content("\n\n").join(paragraphs(text))


class Prose(Bare, VerticalScroll):
    """A column of prose, never wider than a reader likes; it scrolls with the arrows."""

    DEFAULT_CSS = f"""
    Prose {{
        scrollbar-size-vertical: 1;
        padding: 0 1;
        & > Static {{ max-width: {LONGEST_LINE}; width: 100%; height: auto; }}
    }}
    """

    def __init__(self, *parts: Content, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._parts = parts

    def compose(self) -> ComposeResult:
        """Yield the text, in one piece."""
        text = HungText()
        text.hang(self.drawn(joined(self._parts)))
        yield text

    def show(self, *parts: Content) -> None:
        """Show another text, from its beginning."""
        self._parts = parts
        if self.is_mounted:
            self.query_one(HungText).hang(self.drawn(joined(parts)))
            self.scroll_home(animate=False)

    def drawn(self, content: Content) -> Content:
        """Return a content with the glyphs that are set."""
        return in_level(content, settings_of(self.app).level)

    @property
    def text(self) -> str:
        """What is shown, without its looks."""
        return joined(self._parts).plain


def joined(parts: Iterable[Content]) -> Content:
    """Return contents as paragraphs of one content."""
    return Content("\n\n").join(parts)
