"""The inks of the map: the one table of colours, and how a theme may change it.

Every colour is paired with a word, letter or texture elsewhere; none carries a meaning alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


class Look(NamedTuple):
    """How a cell is inked; `None` leaves the terminal's own colour."""

    ink: Colour | None
    ground: Colour | None
    is_bold: bool = False
    is_italic: bool = False


def _hex(text: str) -> Colour:
    return (int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


@dataclass(frozen=True, slots=True)
class Palette:
    """Grounds and inks of one look."""

    name: str
    qing: Colour
    """Land in the Qing realm that nobody disputes."""
    russia: Colour
    """Land in the Russian realm that nobody disputes."""
    other: Colour
    """Korea and Japan."""
    held_by_qing: Colour
    """A region that a paper speaks of, and leaves to the Qing."""
    held_by_russia: Colour
    undefined: Colour
    deep: Colour
    shoal: Colour
    lake: Colour
    relief: Colour
    """What land near a range fades toward."""
    blank: Colour
    """Paper beyond what is known."""
    accent: Colour
    """What the cursor is on."""
    coast: Colour
    amur: Colour
    """The rivers that borders follow."""
    river: Colour
    brook: Colour
    closed: Colour
    """A river closed by the paper."""
    all_flags: Colour
    """A river open to every flag."""
    standing: Colour
    proposed: Colour
    open: Colour
    range: Colour
    place: Colour
    town: Colour
    """A place of lesser rank."""
    river_name: Colour
    sea_name: Colour
    realm_name: Colour
    country_name: Colour
    tract_name: Colour
    letters: bool = False
    """Whether owners' letters are strewn over the land, too."""
    colours: bool = True
    """Whether colours are used at all; without them, textures stand for holders."""


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return the colour that lies a share, 0 to 1, of the way to the other.

    >>> mixed((0, 0, 0), (100, 200, 50), 0.5)
    (50, 100, 25)
    """
    return (
        round(one[0] + (other[0] - one[0]) * share),
        round(one[1] + (other[1] - one[1]) * share),
        round(one[2] + (other[2] - one[2]) * share),
    )


def themed(palette: Palette, variables: Mapping[str, str]) -> Palette:
    """Return the palette with the inks that a theme gives as `map-<ink>: #rrggbb`.

    >>> themed(NIGHT_LAMP, {"map-held-by-qing": "#102030", "panel": "#000000"}).held_by_qing
    (16, 32, 48)
    """
    inks = {ink.name for ink in fields(Palette) if ink.type is Colour or ink.type == "Colour"}
    given = {
        name: _hex(variables[variable])
        for name in sorted(inks)
        if (variable := "map-" + name.replace("_", "-")) in variables
    }
    return replace(palette, **given) if given else palette  # type: ignore[arg-type]


def _palette(name: str, inks: str, *, letters: bool = False, colours: bool = True) -> Palette:
    pairs = (pair.split() for pair in inks.strip().splitlines())
    given = {ink: _hex(colour) for ink, colour in pairs}
    return Palette(name=name, letters=letters, colours=colours, **given)


NIGHT_LAMP = _palette(
    "night lamp",
    """
    qing            #2b2719
    russia          #1a2829
    other           #28272e
    held_by_qing    #5e4415
    held_by_russia  #17524f
    undefined       #3a3638
    deep            #0a1826
    shoal           #15344d
    lake            #1d5480
    relief          #8d8468
    blank           #101418
    accent          #ffe9a8
    coast           #a9b7b3
    amur            #a6e4ff
    river           #66b4e6
    brook           #437ba3
    closed          #7d8791
    all_flags       #e8b4ff
    standing        #ffcf5a
    proposed        #ff7a6b
    open            #ffa0d8
    range           #a4967a
    place           #ffffff
    town            #d6cab0
    river_name      #8fcdf2
    sea_name        #6f9dc0
    realm_name      #b7a26c
    country_name    #a09caa
    tract_name      #ffd9a0
    """,
)

MAP_ROOM = _palette(
    "map room",
    """
    qing            #ece3c8
    russia          #d5dfda
    other           #dedad6
    held_by_qing    #e6c476
    held_by_russia  #93c9bd
    undefined       #d5cdc6
    deep            #a3c0d2
    shoal           #c6d9e2
    lake            #7fb0d0
    relief          #8b7a58
    blank           #f4efe2
    accent          #7a1f12
    coast           #5c6a70
    amur            #0f4f86
    river           #2a6ea6
    brook           #6b96b8
    closed          #7b7f83
    all_flags       #7a3fa0
    standing        #8a6100
    proposed        #b3261e
    open            #a01f78
    range           #8b7a58
    place           #1a1510
    town            #40382a
    river_name      #17568c
    sea_name        #3d6482
    realm_name      #6f5a20
    country_name    #67616b
    tract_name      #54310a
    """,
)

HIGH_CONTRAST = _palette(
    "high contrast",
    """
    qing            #000000
    russia          #000000
    other           #000000
    held_by_qing    #5c3a00
    held_by_russia  #003f66
    undefined       #303030
    deep            #000010
    shoal           #000028
    lake            #0050a0
    relief          #606060
    blank           #000000
    accent          #ffff00
    coast           #ffffff
    amur            #66ffff
    river           #55bbff
    brook           #55aadd
    closed          #bbbbbb
    all_flags       #ff99ff
    standing        #ffff00
    proposed        #ff6655
    open            #ff99cc
    range           #aaaaaa
    place           #ffffff
    town            #ffffff
    river_name      #99eeff
    sea_name        #99bbff
    realm_name      #ffffff
    country_name    #dddddd
    tract_name      #ffffff
    """,
    letters=True,
)

PLAIN = replace(HIGH_CONTRAST, name="plain", colours=False)
"""No colour at all: letters and textures, for NO_COLOR and monochrome terminals."""
