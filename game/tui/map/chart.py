"""The chart: what a scenario's map says, in the form in which it is drawn.

It names windows, regions, tracts (regions and rivers spoken of together) and lines, and for
every option of every issue what the option would change.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.scenario.map_model import CaptionKind, Edges, Holder, LineStyle, Map, Waters
from game.scenario.map_model import MapIssue as WrittenIssue
from game.tui.map.claims import (
    HOLDER_WORDS,
    LEFT_OPEN,
    SHORT_HOLDER_WORDS,
    MapState,
    map_state,
)
from game.tui.map.projection import Window

__all__ = ["Caption", "CaptionKind", "Change", "Chart", "LineStyle", "MapIssue", "chart_from"]


@dataclass(frozen=True, slots=True)
class Caption:
    """A name written across land or sea near a point, in degrees; one text a row."""

    rows: tuple[str, ...]
    longitude: float
    latitude: float
    kind: CaptionKind
    rank: int
    """1 is drawn at every size, 2 where there is room."""


@dataclass(frozen=True, slots=True)
class Region:
    """A piece of land that may change hands whole."""

    id: str
    name: str
    holder: Holder
    """Whose it was before any paper."""


@dataclass(frozen=True, slots=True)
class Tract:
    """Regions, rivers and lines that a clause speaks of together."""

    id: str
    name: str
    rows: tuple[str, ...] = ()
    """How the name is written across the map; empty for its capitals in one row."""
    regions: tuple[str, ...] = ()
    rivers: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What one option would change on the map."""

    option: str
    says: str
    holders: tuple[tuple[str, Holder], ...] = ()
    lines: tuple[str, ...] = ()
    waters: tuple[tuple[str, Waters], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    """Region id and what to write under its name, where the holder's word says too little."""


@dataclass(frozen=True, slots=True)
class MapIssue:
    """An issue that the map answers."""

    id: str
    shows: str
    """The tract that lights up when the cursor is on the issue."""
    changes: tuple[Change, ...]
    given: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Other issues and the options without which this issue changes no holder."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A scenario's map, without its geography."""

    title: str
    windows: tuple[tuple[str, Window], ...]
    year: int
    """Places founded later are left out."""
    absent: tuple[str, ...]
    """Places that had been given up, or are not wanted."""
    called: tuple[tuple[str, str], ...]
    """Place id and the name it bears in this scenario."""
    first: tuple[str, ...]
    """Places that are named before all others."""
    regions: tuple[Region, ...]
    tracts: tuple[Tract, ...]
    lines: tuple[tuple[str, str, LineStyle], ...]
    """Line id, name and style."""
    drawn: tuple[str, ...]
    """Lines drawn whatever the paper says."""
    issues: tuple[MapIssue, ...]
    """In the order in which they change the map: a later one overrides."""
    captions: tuple[Caption, ...]
    present: tuple[str, ...] = ()
    """Places that are marked at every size, whenever they were founded."""
    waters: tuple[tuple[str, Waters], ...] = ()
    """River id and who may sail it already, before any paper."""
    words: tuple[tuple[str, str], ...] = ()
    """Region id and what is written under its name already, until a paper gives it away."""

    def holder_words(self, region: str, state: MapState) -> tuple[str, str]:
        """Return who holds a region in a state, in words: at length, and in short."""
        holder = state.holder(region) or Holder.UNDEFINED
        before = next((r.holder for r in self.regions if r.id == region), holder)
        if holder is Holder.UNDEFINED and before is not holder:
            return LEFT_OPEN, LEFT_OPEN
        return HOLDER_WORDS[holder], SHORT_HOLDER_WORDS.get(holder, HOLDER_WORDS[holder])

    def window(self, name: str) -> Window:
        """The window of that name; raises `KeyError` where there is none."""
        return dict(self.windows)[name]

    def tract(self, name: str) -> Tract:
        """The tract of that id; raises `KeyError` where there is none."""
        return {tract.id: tract for tract in self.tracts}[name]

    def state(self, settled: Mapping[str, str], cursor: str | None = None) -> MapState:
        """Return what the map shows of a paper: issue ids and option ids.

        Issues that the map does not know are passed over; an option it does not know is a
        `ValueError`. `cursor` is the issue to light up, if any.
        """
        holders = {region.id: region.holder for region in self.regions}
        waters, words = dict(self.waters), dict[str, str]()
        given_away: set[str] = set()
        lines = list(self.drawn)
        highlight: tuple[str, ...] = ()
        for issue in self.issues:
            if issue.id == cursor:
                tract = self.tract(issue.shows)
                highlight = (tract.id, *tract.regions, *tract.rivers, *tract.lines)
            if issue.id not in settled:
                continue
            change = _change(issue, settled[issue.id])
            if all(settled.get(other) in options for other, options in issue.given):
                holders.update(change.holders)
                given_away.update(dict(change.holders))
                words.update(change.words)
                lines += [line for line in change.lines if line not in lines]
            waters.update(change.waters)
        standing = {region: word for region, word in self.words if region not in given_away}
        return map_state(holders, tuple(lines), waters, highlight, standing | words)


def chart_from(written: Map) -> Chart:
    """Return the chart of a map as an author wrote it."""
    return Chart(
        title=written.title,
        windows=tuple((name, _window(edges)) for name, edges in written.windows.items()),
        year=written.year,
        absent=written.absent,
        called=tuple(written.called.items()),
        first=written.first,
        regions=tuple(
            Region(id, region.name, region.holder) for id, region in written.regions.items()
        ),
        tracts=tuple(
            Tract(id, tract.name, tract.rows, tract.regions, tract.rivers, tract.lines)
            for id, tract in written.tracts.items()
        ),
        lines=tuple((id, line.name, line.style) for id, line in written.lines.items()),
        drawn=written.drawn,
        issues=tuple(_issue(id, issue) for id, issue in written.issues.items()),
        captions=tuple(
            Caption(
                caption.rows,
                caption.longitude / 100,
                caption.latitude / 100,
                caption.kind,
                caption.rank,
            )
            for caption in written.captions.values()
        ),
    )


def _window(edges: Edges) -> Window:
    return Window(edges.west / 100, edges.south / 100, edges.east / 100, edges.north / 100)


def _issue(id: str, issue: WrittenIssue) -> MapIssue:
    return MapIssue(
        id,
        issue.shows,
        tuple(
            Change(
                option,
                change.says,
                tuple(change.holders.items()),
                change.lines,
                tuple(change.waters.items()),
                tuple(change.words.items()),
            )
            for option, change in issue.options.items()
        ),
        tuple(issue.given.items()),
    )


def _change(issue: MapIssue, option: str) -> Change:
    for change in issue.changes:
        if change.option == option:
            return change
    known = ", ".join(change.option for change in issue.changes)
    raise ValueError(f"the map knows no option {option!r} of {issue.id}; it knows {known}")
