"""The screen of a play as a picture, where nobody looks at it: an SVG that needs nothing else."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from typing import ClassVar

from game.errors import AmurError, UsageError
from game.scenario.model import AnyScenario
from game.session import Session
from game.state import Phase
from game.tui.commands import Command, bindings
from game.tui.everywhere import LEAVE, Everywhere
from game.tui.play.in_play import InPlay
from game.tui.play.stages import stage
from game.tui.play.story import Story
from game.tui.settings import Value
from game.tui.texts import clipped
from game.tui.theme import NAMES
from game.tui.widgets.size_guard import LEAST

WIDEST = (400, 200)
"""Columns and rows of a picture at most."""
PATIENCE = 50
"""Times that a screen is looked at until it has settled."""
BUTTONS = 10
"""Columns that the corner of the frame takes from the title."""
FONTS = "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
_FACES = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
_COMMENTS = re.compile(r"<!--.*?-->", re.DOTALL)


class Portrait(Everywhere):
    """Shows one play, and leaves everything as it is."""

    KEYMAP: ClassVar[tuple[Command, ...]] = (*Everywhere.KEYMAP, LEAVE)
    BINDINGS = bindings((LEAVE,))

    def __init__(self, session: Session, theme: str | None) -> None:
        super().__init__()
        self.session = session
        self.animation_level = "none"
        if theme is not None:
            self.theme = theme

    def on_mount(self) -> None:
        """Show the play; the chair that is to move looks at it."""
        self.session.lift_curtain()
        self.push_screen(stage(self.session, self.session.record.heading.mode))

    @property
    def scenario(self) -> AnyScenario:
        """The scenario that is played."""
        return self.session.game.scenario

    def remember(self, changes: Mapping[str, Value]) -> None:
        """Keep nothing: nobody changes anything in a picture."""


def portrait(session: Session, title: str, size: tuple[int, int], theme: str | None = None) -> str:
    """Return the screen of a play where it stands, in columns and rows, as an SVG.

    `title` stands above it. `theme` is one of the game's colours; without one it is the player's.
    Raises `UsageError` for a size that nothing can be played in, and for a theme that there is not.
    """
    check_size(size)
    if theme is not None and theme not in NAMES:
        raise UsageError(f"there is no theme '{theme}'; there are {', '.join(NAMES)}")
    taken = asyncio.run(_taken(Portrait(session, theme), title, size))
    return self_contained(taken)


def check_size(size: tuple[int, int]) -> None:
    """Raise `UsageError` for a size that a screen cannot have."""
    width, height = size
    least, most = (LEAST.width, LEAST.height), WIDEST
    if not (least[0] <= width <= most[0] and least[1] <= height <= most[1]):
        sizes = " to ".join(f"{columns}x{rows}" for columns, rows in (least, most))
        raise UsageError(f"a picture has {sizes} columns and rows, not {width}x{height}")


async def _taken(app: Portrait, title: str, size: tuple[int, int]) -> str:
    """Return the picture when nothing in it changes any more."""
    last, said = "", clipped(title, size[0] - 2 * BUTTONS)
    async with app.run_test(size=size) as pilot:
        for _ in range(PATIENCE):
            await pilot.pause()
            taken = app.export_screenshot(title=said, simplify=True)
            if taken == last and isinstance(app.screen, InPlay):
                story = app.screen.query_one(Story)
                if story.is_at_end or app.session.view().state.phase is not Phase.SCENE:
                    return taken
                story.show_end()  # Nobody can scroll a picture: the scene that waits is seen.
            last = taken
    raise AmurError("the screen does not come to rest; try another size")


def self_contained(picture: str) -> str:
    """Return a picture that asks for no file: its letters are of a font that is at hand.

    >>> self_contained("<svg><!-- of http://a --><style>@font-face {src: url(b)} p{}</style></svg>")
    '<svg xml:space="preserve"><style> p{}</style></svg>'
    """
    bare = _COMMENTS.sub("", _FACES.sub("", picture)).strip()
    # Without it some readers drop the spaces at the ends of a text.
    spaced = bare.replace("<svg", '<svg xml:space="preserve"', 1)
    return spaced.replace("Fira Code, monospace", FONTS)
