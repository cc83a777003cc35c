"""The pages after the end of a line that is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.screen import ModalScreen

from game.coach.lasted import what_lasted
from game.rules import Rules
from game.state import State
from game.tui.commands import Command, bindings
from game.tui.play.ending import EndPage, EndPages
from game.tui.play.moment import ENDED, archives, pages_after
from game.tui.replay.course import Course
from game.tui.texts import plain, said

KEYMAP = (Command("leave-last-pages", "Back", "Goes back to the line.", "escape,q", "dismiss"),)
LASTED = "What lasted"


class LastPages(ModalScreen[None]):
    """Turns the pages that the play itself showed after its end."""

    KEYMAP = KEYMAP
    BINDINGS = bindings(KEYMAP)

    def __init__(self, pages: Sequence[EndPage]) -> None:
        super().__init__()
        self._pages = pages

    def compose(self) -> ComposeResult:
        """Yield the pages; nothing is asked after them."""
        yield EndPages({})

    def on_mount(self) -> None:
        """Begin with the first."""
        self.query_one(EndPages).show(self._pages)


def pages_of(course: Course) -> list[EndPage]:
    """Return the pages after a line that came to its end, what lasted on the last of them."""
    state = course.state(course.last)
    steps = (course.step(place) for place in range(1, course.last + 1))
    line = ((step.before, step.decision) for step in steps)
    return [
        *pages_after(course.rules, line, state, course.seat),
        archives(course.rules, state, course.seat),
        _lasted(course.rules, state, course.seat),
    ]


def _lasted(rules: Rules, state: State, seat: int) -> EndPage:
    ended = ENDED[state.ended] if state.ended is not None else ""
    told = map(plain, (f"{ended}.", *what_lasted(rules, state, seat)))
    return EndPage(LASTED, (said((LASTED, "bold $secondary")), *told))
