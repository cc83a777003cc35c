"""The strip of panes: in a narrow window the title of the one in view names the others beside."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.tui.texts import said

HAPPENED, DRAFT, ADVISERS, LAND = "happened", "draft", "advisers", "land"
STRIP = {HAPPENED: "Happened", DRAFT: "Draft", ADVISERS: "Advisers", LAND: "Map"}
"""What each pane is called while another is in view, in the order of Tab."""
BETWEEN = " · "
MUTED = "not bold $text-muted"


def beside(
    pane: str, speaking: int = 0, known: Iterable[str] = tuple(STRIP)
) -> tuple[Content, Content]:
    """Return what is named before a pane's own title, and what after it.

    `speaking` is how many advisers have something to say; `known` are the panes that there are.

    >>> [part.plain for part in beside("draft", 2)]
    ['Happened · ', ' · Advisers: 2 speak · Map  Tab']
    """
    names = list(known)
    at = names.index(pane)
    called = STRIP | {ADVISERS: STRIP[ADVISERS] + spoken_by(speaking)}
    before = [called[name] + BETWEEN for name in names[:at]]
    after = [BETWEEN + called[name] for name in names[at + 1 :]]
    return said(("".join(before), MUTED)), said(("".join(after) + "  Tab", MUTED))


def spoken_by(speaking: int) -> str:
    """Return how many speak, as it is added to their name; empty for none.

    >>> spoken_by(1), spoken_by(0)
    (': 1 speaks', '')
    """
    return f": {speaking} speak{'s' if speaking == 1 else ''}" if speaking else ""
