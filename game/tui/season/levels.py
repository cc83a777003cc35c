"""What presses on whoever will sit opposite, and below it how the tracks stand, as bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from game.coach.seasons.leverage import Bar, Leverage
from game.coach.seasons.tracks import TrackSeen
from game.coach.words_for import points
from game.tui.glyphs_table import glyph, in_level
from game.tui.map.glyphs import Level
from game.tui.season.shares import Standing
from game.tui.settings import settings_of
from game.tui.texts import lines, plain, said
from game.tui.widgets.bars import bar
from game.tui.widgets.overflowing import Overflowing

TITLE, PRESSES = "How matters stand", "What presses"
BAR, LEAST_BAR = 10, 6
NUMBER, LABEL = 8, 34
"""Cells of a number beside a bar at least, and of a name at most."""
HEARSAY = "░", ":"
"""What stands between the least and the most that hearsay allows, and its ASCII twin."""
SINCE = {1: f" {glyph('changed')}", -1: f" {glyph('name')}"}
"""That it has risen or fallen since the season opened, when it was heard of."""
HUNDRED = 100
MUTED = "$text-muted"


class Levels(Overflowing):
    """Shows the tracks, and the parts of the leverage."""

    DEFAULT_CSS = """
    Levels VerticalScroll {
        height: auto; max-height: 100%; scrollbar-size: 0 1; scrollbar-gutter: stable;
    }
    Levels Static { height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(title=TITLE, id=id)
        self._tracks: Sequence[TrackSeen] = ()
        self._leverage: Leverage | None = None

    def compose(self) -> ComposeResult:
        """Yield the bars."""
        with VerticalScroll():
            yield Static()

    def show(self, tracks: Sequence[TrackSeen], leverage: Leverage | None) -> None:
        """Show how they stand now."""
        self._tracks, self._leverage = tracks, leverage
        self._write()

    def on_resize(self) -> None:
        """Draw the bars for the room there is."""
        super().on_resize()
        self._write()

    @property
    def rows(self) -> Standing:
        """Return the rows of everything, and of the tracks, without the frame."""
        if self._leverage is None:
            return Standing(len(self._tracks), len(self._tracks))
        tracks = 1 + len(self._tracks)
        return Standing(tracks + 1 + len(self._leverage.bars), tracks)

    def _write(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        if width > 0:
            level = settings_of(self.app).level
            told = lines(*levels_told(self._tracks, self._leverage, width, level))
            self.query_one(Static).update(in_level(told, level))

    @property
    def text(self) -> str:
        """What is shown, without its looks."""
        return str(self.query_one(Static).content)


def levels_told(
    tracks: Sequence[TrackSeen], leverage: Leverage | None, width: int, level: Level
) -> Iterator[Content]:
    """Yield what presses, a line for each track, and one for each part of what presses."""
    told = [len(_number(track)) for track in tracks if not _is_counted(track)]
    told += [len(_of_part(part)) for part in (leverage.bars if leverage is not None else ())]
    number = max([NUMBER, *told])
    longest = max((len(track.label) for track in tracks), default=0)
    label = min(LABEL, longest, max(8, width - LEAST_BAR - number - 2))
    cells = max(LEAST_BAR, min(BAR, width - label - number - 2))
    if leverage is not None:
        yield _whole(leverage, width)
    for track in tracks:
        yield _track(track, label, cells, level)
    if leverage is None:
        return
    yield plain(f"{PRESSES}, part by part:", style="bold")
    for part in leverage.bars:
        yield _part(part, label, cells, level)


def _whole(leverage: Leverage, width: int) -> Content:
    """Return the sum of what presses, which stands before everything else."""
    low, high = points(leverage.low), points(leverage.high)
    between = low if low == high else f"{low} to {high}"
    named = f"{PRESSES}: {leverage.title}"
    whole = f"{between} of 100"
    if len(named) + len(whole) >= width:
        whole = f"{between}/100"
    room = max(8, width - len(whole) - 1)
    head = plain(named, room, "bold")
    return said(head.pad_right(room - head.cell_length + 1), (whole, "bold"))


def _number(track: TrackSeen) -> str:
    """Return where a track stands, shortly; that it is hearsay the bar says."""
    if not track.is_rumour:
        return track.text
    return f"{track.text.partition(',')[0]}{SINCE.get(track.since, '')}"


def _is_counted(track: TrackSeen) -> bool:
    """Return whether a track has no full measure that a bar could show."""
    return track.most - track.least > HUNDRED


def _track(track: TrackSeen, label: int, cells: int, level: Level) -> Content:
    number = _number(track)
    ink = "bold $error" if track.harms and track.middle > track.least else ""
    name = plain(track.label, label, MUTED)
    name = name.pad_right(label - name.cell_length + 1)
    if _is_counted(track):
        return said(name, (number, ink or "bold"))
    drawn = span(_share(track, track.low), _share(track, track.high), cells, level)
    return said(name, (drawn, "$accent"), " ", (number, ink))


def _part(part: Bar, label: int, cells: int, level: Level) -> Content:
    low, high = sorted((part.low, part.high))
    name = plain(part.track.label, label, MUTED)
    name = name.pad_right(label - name.cell_length + 1)
    # Every part is drawn by one measure, so that they can be compared by eye.
    most = max(1, part.most)
    drawn = span(100 * low // most, 100 * high // most, cells, level)
    return said(name, (drawn, "$secondary"), " ", _of_part(part))


def _of_part(part: Bar) -> str:
    """Return what a part gives to the leverage, and what it could give at most."""
    low, high = (points(end) for end in sorted((part.low, part.high)))
    return f"{low if low == high else f'{low} to {high}'}/{points(part.most)}"


def _share(track: TrackSeen, at: int) -> int:
    return 100 * (at - track.least) // max(1, track.most - track.least)


def span(low: int, high: int, cells: int, level: Level = Level.BRAILLE) -> str:
    """Return what stands between two shares of a hundred as a bar: sure up to the lower.

    >>> span(50, 50, 4), span(25, 75, 4), span(0, 0, 4)
    ('██  ', '█░░ ', '    ')
    >>> span(25, 75, 4, Level.ASCII)
    '#:: '
    """
    if low == high:
        return bar(low, cells, level)
    sure = bar(low, cells, level).rstrip()
    end = max(len(sure), (max(0, min(100, high)) * cells + 50) // 100)
    return f"{sure}{HEARSAY[level is Level.ASCII] * (end - len(sure))}".ljust(cells)
