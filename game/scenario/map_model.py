"""The map: what the land is called, who holds it, and what each option of a paper would change.

Regions, rivers, lines and places bear the ids of the shared map, whose geography is drawn.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from game.scenario.authored import (
    Authored,
    ById,
    Clause,
    Hundredths,
    Id,
    Ids,
    Text,
    Texts,
    Whole,
    word_of,
)


class Holder(StrEnum):
    """Whose land a region is, or would be."""

    RUSSIA = "russia"
    """Russian."""
    QING = "qing"
    """Qing."""
    COMMON = "common"
    """Held by both."""
    LENT = "lent"
    """Lent by the one to the other."""
    UNDEFINED = "undefined"
    """Never divided."""


class Waters(StrEnum):
    """Which flags may sail a river."""

    CLOSED = "closed"
    """Nobody's."""
    TWO_FLAGS = "two-flags"
    """Both banks', and no third's."""
    ALL_FLAGS = "all-flags"
    """Everybody's."""


class LineStyle(StrEnum):
    """How a line is drawn."""

    STANDING = "standing"
    """It is the border."""
    PROPOSED = "proposed"
    """It would be."""
    OPEN = "open"
    """Nobody has agreed where it runs."""


class CaptionKind(StrEnum):
    """What a caption names."""

    REALM = "realm"
    """An empire."""
    COUNTRY = "country"
    """A country or a people's land."""
    SEA = "sea"
    """A sea."""


HolderWord = Annotated[Holder, BeforeValidator(word_of(Holder))]
WatersWord = Annotated[Waters, BeforeValidator(word_of(Waters))]


class Edges(Authored):
    """The part of the world that must be seen, in degrees; kept in hundredths."""

    west: Hundredths
    """East of Greenwich."""
    south: Hundredths
    """North of the equator."""
    east: Hundredths
    """East of Greenwich."""
    north: Hundredths
    """North of the equator."""


class Region(Authored):
    """A piece of land that may change hands whole."""

    name: Text
    holder: HolderWord
    """Whose it was before any paper."""
    square_miles: Whole | None = None
    """Its size as the map draws it, rounded; `None` where nobody measured it."""


class Tract(Authored):
    """Regions, rivers and lines that a clause speaks of together."""

    name: Text
    rows: Texts = ()
    """How the name is written across the map; its capitals in one row where nothing is said."""
    regions: Ids = ()
    """Ids of `regions`."""
    rivers: Ids = ()
    """Ids of the shared map's rivers."""
    lines: Ids = ()
    """Ids of `lines`."""


class MapLine(Authored):
    """A line that may be drawn."""

    name: Text
    style: Annotated[LineStyle, BeforeValidator(word_of(LineStyle))]


class Redrawing(Authored):
    """What one option would change on the map."""

    says: Text
    """What the clause does on the map, in half a sentence."""
    holders: ById[HolderWord] = ById()
    """By region."""
    lines: Ids = ()
    """Ids of `lines` that it draws."""
    waters: ById[WatersWord] = ById()
    """By river."""
    words: ById[Text] = ById()
    """By region: what to write under its name, where the holder's word says too little; where it
    finds no room the holder's word stands. Of seasons a later claim to the land takes it away."""
    printed: Whole | None = None
    """Square miles that pass by it, as an old text prints them; left out, none is told."""
    modern: Whole | None = None
    """The same as modern works give them."""
    source: Ids = ()
    """Where both figures come from."""


class MapIssue(Authored):
    """An issue that the map answers."""

    shows: Id
    """The tract that lights up when the cursor is on the issue."""
    options: ById[Redrawing]
    given: ById[Ids] = ById()
    """Other issues and the options without which this issue changes no holder."""


class Caption(Authored):
    """A name written across land or sea near a point, in degrees kept in hundredths."""

    rows: Texts
    """The name, a row each."""
    longitude: Hundredths
    """East of Greenwich."""
    latitude: Hundredths
    """North of the equator."""
    kind: Annotated[CaptionKind, BeforeValidator(word_of(CaptionKind))]
    rank: Whole = 1
    """1 is drawn at every size, 2 where there is room."""


class Founded(Authored):
    """A place that is on the map while something holds, whenever it was founded in history."""

    when: Clause = Field(alias="if")
    word: Text = "Founded"
    """What was done there, as the map lists it in words: Charted, Settled."""
    region: Id | None = Field(None, alias="in")
    """The region that it stands in, for a place that is named under `called`: the end says then
    whose ground that has become."""


class Renamed(Authored):
    """The name that a place bears while something holds, in place of the one under `called`."""

    when: Clause = Field(alias="if")
    name: Text


class Claim(Redrawing):
    """What has become of the land while something holds."""

    when: Clause = Field(alias="if")


class Boats(Authored):
    """Boats on a river, in the season in which they were ordered to go and in those after it."""

    name: Text
    """As in: the flotilla."""
    action: Id
    """The action that sends them."""
    river: Id
    """Of the shared map."""
    near: Ids
    """Places by which they are: first in the season of the order, then in the one after it."""


class OfSeasons(Authored):
    """What the seasons of a campaign change on the map."""

    places: ById[Founded] = ById()
    renamed: ById[Renamed] = ById()
    """By place."""
    claims: ById[Claim] = ById()
    """In the order in which they change the map: a later one overrides."""
    boats: ById[Boats] = ById()


class Map(Authored):
    """What `map/view.yaml` says."""

    geography: Id
    """The folder of the shared map beside the scenarios."""
    title: Text
    year: Whole
    """Places founded later are left out."""
    windows: ById[Edges]
    """Parts of the land to look at; the whole of it is the `theatre`."""
    called: ById[Text] = ById()
    """By place: the name that it bears in this scenario."""
    absent: Ids = ()
    """Places that had been given up, or are not wanted."""
    first: Ids = ()
    """Places that are named before all others."""
    regions: ById[Region]
    tracts: ById[Tract] = ById()
    lines: ById[MapLine] = ById()
    drawn: Ids = ()
    """Lines drawn whatever the paper says, the most important last."""
    issues: ById[MapIssue] = ById()
    """In the order in which they change the map: a later one overrides."""
    tables: ById[ById[MapIssue]] = ById()
    """In a campaign: the issues of each table."""
    seasons: OfSeasons = OfSeasons()
    """In a campaign: what the seasons change."""
    captions: ById[Caption] = ById()

    def at(self, table: str) -> Map:
        """Return the map of one table of a campaign."""
        issues = self.tables.get(table, ById())
        return self.model_copy(update={"issues": issues, "tables": ById(), "seasons": OfSeasons()})
