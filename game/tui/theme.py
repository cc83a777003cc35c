"""The looks of the game: paper and ink, by lamp or by day; the one place for colours of screens.

The map's own inks stand in `map/palette.py`; themes name them as `map-…`, so that style sheets
can use them too. No colour carries a meaning alone: a letter, a glyph or a word goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from textual.theme import Theme

from game.tui.map.palette import HIGH_CONTRAST, MAP_ROOM, NIGHT_LAMP, Palette

DEFAULT = "night-lamp"
ANSI = "ansi-dark"
"""Textual's theme of the terminal's own sixteen colours."""

INKS = ("primary", "secondary", "accent", "error", "warning", "success")
TEXTS = ("text", "text-muted", "text-disabled", "qing", "russia", "seal")
"""Variables that colour words."""


def _theme(name: str, palette: Palette, words: dict[str, str], *, dark: bool) -> Theme:
    """Return a theme; `words` are our variables and Textual's colours, by name."""
    on_accent = words["on-accent"]
    named = {ink: words[ink] for ink in (*INKS, "foreground", "background", "surface", "panel")}
    variables = {
        **dict(_map_variables(palette)),
        "map-blank": words["background"],
        **{name: words[name] for name in (*TEXTS, "frame", "on-accent", "hatch")},
        "border": words["accent"],
        "border-blurred": words["frame"],
        # What is muted, or a key, must be read on the line that is chosen, too.
        "block-cursor-background": words["chosen"],
        "block-cursor-foreground": words["accent"],
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": words["panel"],
        "block-cursor-blurred-foreground": words["text"],
        "block-hover-background": words["panel"],
        "footer-background": words["background"],
        "footer-foreground": words["text-muted"],
        "footer-description-foreground": words["text-muted"],
        "footer-key-foreground": words["accent"],
        "footer-item-background": words["background"],
        "scrollbar": words["frame"],
        "scrollbar-hover": words["text-muted"],
        "scrollbar-active": words["accent"],
        "scrollbar-background": words["background"],
        "scrollbar-background-hover": words["background"],
        "scrollbar-background-active": words["background"],
        "scrollbar-corner-color": words["background"],
        "input-cursor-background": words["accent"],
        "input-cursor-foreground": on_accent,
        "input-selection-background": words["panel"],
        "input-selection-foreground": words["text"],
        "link-color": words["primary"],
        "link-color-hover": words["accent"],
        "link-background-hover": words["panel"],
        "button-color-foreground": on_accent,
        "button-foreground": words["text"],
    }
    return Theme(name, dark=dark, variables=variables, **_typed(named))


def _typed(named: dict[str, str]) -> dict[str, Any]:
    """Return keyword arguments that the type of `Theme` takes one by one."""
    return dict(named)


def _inks(text: str) -> dict[str, str]:
    return dict(line.split() for line in text.strip().splitlines())


def _map_variables(palette: Palette) -> Iterator[tuple[str, str]]:
    """Yield the map's inks as variables: `map-held-by-qing` and its like."""
    for field in fields(palette):
        ink = getattr(palette, field.name)
        if isinstance(ink, tuple):
            yield "map-" + field.name.replace("_", "-"), "#{:02x}{:02x}{:02x}".format(*ink)


NIGHT = _theme(
    "night-lamp",
    NIGHT_LAMP,
    _inks(
        """
        background      #0c1416
        surface         #111c1f
        panel           #1d2c30
        chosen          #26393e
        foreground      #eadfc6
        text            #eadfc6
        text-muted      #a89f88
        text-disabled   #7c7a6c
        frame           #4f6a6f
        hatch           #182428
        primary         #7fc3cf
        secondary       #d0b478
        accent          #f2866b
        on-accent       #1a0d09
        seal            #f2866b
        error           #f2766b
        warning         #e5b95c
        success         #93c48b
        qing            #e3bb66
        russia          #7cc5b9
        """
    ),
    dark=True,
)

DAY = _theme(
    "map-room",
    MAP_ROOM,
    _inks(
        """
        background      #f4efe2
        surface         #ece5d4
        panel           #dfd5bf
        chosen          #d8ccb0
        foreground      #2a2317
        text            #2a2317
        text-muted      #5f5543
        text-disabled   #857a66
        frame           #928468
        hatch           #e6deca
        primary         #1b587c
        secondary       #6d5312
        accent          #a3271a
        on-accent       #fff8ea
        seal            #a3271a
        error           #a3271a
        warning         #7d5600
        success         #2f6336
        qing            #7a5200
        russia          #0d5d54
        """
    ),
    dark=False,
)

CONTRAST = _theme(
    "high-contrast",
    HIGH_CONTRAST,
    _inks(
        """
        background      #000000
        surface         #000000
        panel           #333333
        chosen          #003a7a
        foreground      #ffffff
        text            #ffffff
        text-muted      #dcdcdc
        text-disabled   #a8a8a8
        frame           #c8c8c8
        hatch           #202020
        primary         #7fdcff
        secondary       #ffe08a
        accent          #ffff00
        on-accent       #000000
        seal            #ff9d8c
        error           #ff9d8c
        warning         #ffd24a
        success         #8df08d
        qing            #ffd24a
        russia          #66f0dc
        """
    ),
    dark=True,
)

THEMES = (NIGHT, DAY, CONTRAST)
NAMES = (*(theme.name for theme in THEMES), ANSI)
"""What a player may choose."""

ANSI_VARIABLES = {
    **dict(_map_variables(NIGHT_LAMP)),
    "frame": "ansi_bright_black",
    "hatch": "ansi_black",
    "on-accent": "ansi_black",
    "seal": "ansi_bright_red",
    "qing": "ansi_bright_yellow",
    "russia": "ansi_bright_cyan",
}
"""Our variables where the theme is one that does not know them."""
