"""Any text as a piece of Markdown that shows just that text: no mark-up, no link, no HTML.

Holds for CommonMark and for what GitHub and others add to it; for a text in a paragraph, a
heading, a list, a quotation or a cell of a table.

>>> escaped("# [x](javascript:y) <b> 1|2")
'\\\\# \\\\[x\\\\](javascript:y) \\\\<b\\\\> 1\\\\|2'
>>> escaped("1. first"), escaped("- dash"), escaped("mail a@b.de")
('1\\\\. first', '\\\\- dash', 'mail `a@b.de`')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.coach.blocks import one_line
from game.coach.visible import visible

_ACTS = re.compile(r"([\\`*_\[\]<>&|~#$^={}])")
_BEGINS = re.compile(r"^([-+:]|\d{1,9}(?=[.)]))")
_RUNS = re.compile(r"([\w.@:/?#%&=+~,;!-]*[\w@/?#%&=+~-])")
"""What an address may be made of; what ends a sentence ends none."""
_LINKS = re.compile(r"@|://|www\.|\w\.[^\W\d_]{2}", re.IGNORECASE)
"""What a reader that makes links of bare addresses looks for; between backticks it finds none."""


def escaped(text: str) -> str:
    """Return a text on one line as Markdown that shows it as it is; an address stands as code."""
    parts = (
        f"`{part}`" if _LINKS.search(part) else _ACTS.sub(r"\\\1", part)
        for part in _RUNS.split(one_line(visible(text)))
    )
    return _BEGINS.sub(lambda found: _first(found[1]), "".join(parts))


def _first(begins: str) -> str:
    """Return what begins a line so that it begins no list; a number's sign follows it."""
    return f"{begins}\\" if begins.isdigit() else f"\\{begins}"


def strong(text: str) -> str:
    """Return a text in bold; an empty one stays empty."""
    shown = escaped(text)
    return f"**{shown}**" if shown else ""


def fenced(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines as a block of code, in a fence that none of them can close."""
    shown = [visible(line) for line in lines]
    longest = max((len(run) for line in shown for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}text"
    yield from shown
    yield fence


def row(*cells: str) -> str:
    """Return a row of a table; the cells are Markdown already."""
    return f"| {' | '.join(cells)} |"
