"""The chart: what a scenario's `map/view.yaml` says about the map.

It names windows, regions, tracts (regions and rivers spoken of together) and lines, and for
every option of every issue what the option would change. Given as parsed data: mappings,
lists and text, every scalar a text.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from game.tui.map.claims import Holder, MapState, Waters, map_state
from game.tui.map.glyphs import HOLDER_WORDS, LEFT_OPEN, SHORT_HOLDER_WORDS
from game.tui.map.projection import Window

T = TypeVar("T")


class LineStyle(StrEnum):
    """How a line is drawn."""

    STANDING = "standing"
    PROPOSED = "proposed"
    OPEN = "open"


class CaptionKind(StrEnum):
    """What a caption names."""

    REALM = "realm"
    COUNTRY = "country"
    SEA = "sea"


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
        waters, words = dict[str, Waters](), dict[str, str]()
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
                words.update(change.words)
                lines += [line for line in change.lines if line not in lines]
            waters.update(change.waters)
        return map_state(holders, tuple(lines), waters, highlight, words)


def chart_from(data: Mapping[str, object]) -> Chart:
    """Return the chart of a parsed `view.yaml`; raises `ValueError` with the place of a mistake."""
    return Chart(
        title=_text(data, "title"),
        windows=tuple(
            (name, Window(**{edge: float(str(at)) for edge, at in _map(window).items()}))
            for name, window in _map(data["windows"]).items()
        ),
        year=int(_text(data, "year")),
        absent=_texts(data.get("absent", ())),
        called=tuple((place, str(name)) for place, name in _map(data.get("called", {})).items()),
        first=_texts(data.get("first", ())),
        regions=tuple(
            Region(
                id=name,
                name=_text(region, "name"),
                holder=_word(Holder, region["holder"], f"regions.{name}"),
            )
            for name, region in _maps(data["regions"])
        ),
        tracts=tuple(
            Tract(
                id=name,
                name=_text(tract, "name"),
                rows=_texts(tract.get("rows", ())),
                regions=_texts(tract.get("regions", ())),
                rivers=_texts(tract.get("rivers", ())),
                lines=_texts(tract.get("lines", ())),
            )
            for name, tract in _maps(data["tracts"])
        ),
        lines=tuple(
            (name, _text(line, "name"), _word(LineStyle, line["style"], f"lines.{name}"))
            for name, line in _maps(data["lines"])
        ),
        drawn=_texts(data.get("drawn", ())),
        issues=tuple(_issue(name, issue) for name, issue in _maps(data["issues"])),
        captions=tuple(
            Caption(
                rows=_texts(caption["rows"]),
                longitude=float(_text(caption, "longitude")),
                latitude=float(_text(caption, "latitude")),
                kind=_word(CaptionKind, caption["kind"], f"captions.{name}"),
                rank=int(str(caption.get("rank", "1"))),
            )
            for name, caption in _maps(data.get("captions", {}))
        ),
    )


def _issue(name: str, issue: Mapping[str, object]) -> MapIssue:
    where = f"issues.{name}"
    return MapIssue(
        id=name,
        shows=_text(issue, "shows"),
        changes=tuple(
            Change(
                option=option,
                says=_text(change, "says"),
                holders=_pairs(change.get("holders", {}), Holder, f"{where}.{option}"),
                lines=_texts(change.get("lines", ())),
                waters=_pairs(change.get("waters", {}), Waters, f"{where}.{option}"),
                words=_pairs(change.get("words", {}), str, f"{where}.{option}"),
            )
            for option, change in _maps(issue["options"])
        ),
        given=tuple((other, _texts(o)) for other, o in _map(issue.get("given", {})).items()),
    )


def _change(issue: MapIssue, option: str) -> Change:
    for change in issue.changes:
        if change.option == option:
            return change
    known = ", ".join(change.option for change in issue.changes)
    raise ValueError(f"the map knows no option {option!r} of {issue.id}; it knows {known}")


def _pairs(value: object, word: Callable[[str], T], where: str) -> tuple[tuple[str, T], ...]:
    return tuple((key, _word(word, text, f"{where}.{key}")) for key, text in _map(value).items())


def _word(word: Callable[[str], T], text: object, where: str) -> T:
    try:
        return word(str(text))
    except ValueError:
        raise ValueError(f"map view, {where}: {text!r} is not one of its words") from None


def _text(data: Mapping[str, object], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str):
        raise ValueError(f"map view: {key!r} should be a text, not {value!r}")  # noqa: TRY004
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise ValueError(f"map view: {value!r} should be a list")  # noqa: TRY004
    return tuple(str(item) for item in value)


def _map(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ValueError(f"map view: {value!r} should be a mapping")  # noqa: TRY004
    return value


def _maps(value: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    for key, item in _map(value).items():
        yield key, _map(item)
