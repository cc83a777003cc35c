"""Elements of HTML whose texts are data, whatever they hold.

>>> element("p", "1 < 2", class_="told")
'<p class="told">1 &lt; 2</p>'
>>> str(wrapped("li", [element("b", "x")]))
'<li><b>x</b></li>'
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from game.coach.blocks import one_line
from game.coach.visible import visible


class Markup(str):
    """A text that is HTML already."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """Return a text on one line as HTML that shows it as it is."""
    return Markup(html.escape(one_line(visible(text))))


def as_it_stands(text: str) -> Markup:
    """Return the same of a part of a line, with the space at its ends."""
    return Markup(html.escape(visible(text)))


def element(name: str, text: str, /, **attributes: str) -> Markup:
    """Return an element around a text; what is `Markup` stands in it as it is."""
    shown = text if isinstance(text, Markup) else escaped(text)
    return Markup(f"{opened(name, **attributes)}{shown}</{name}>")


def wrapped(name: str, parts: Iterable[Markup], /, **attributes: str) -> Markup:
    """Return an element around others."""
    return element(name, joined(parts), **attributes)


def opened(name: str, /, **attributes: str) -> Markup:
    """Return the beginning of an element; a trailing `_` makes an attribute of a Python word."""
    said = "".join(
        f' {key.rstrip("_")}="{html.escape(visible(value))}"' for key, value in attributes.items()
    )
    return Markup(f"<{name}{said}>")


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """Return pieces of HTML one after the other."""
    return Markup(between.join(parts))
