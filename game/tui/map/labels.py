"""Lettering: which names are written, and where; the same for the same plate, always.

What finds no room is listed, for the side pane. Names do not move when a claim changes: only a
tract that a claim divides is named by parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from game.tui.map.board import Board
from game.tui.map.chart import Chart, Tract
from game.tui.map.claims import MapState
from game.tui.map.expanses import HolderRow, caption_labels, expanse_labels, parts, whole
from game.tui.map.label import Label, LabelKind
from game.tui.map.placenames import marked_places, place_label, place_rank
from game.tui.map.plate import Plate
from game.tui.map.rivernames import river_labels
from game.tui.map.theatre import Place


@dataclass(frozen=True, slots=True)
class Lettering:
    """All labels of a map, and the places that were marked but not named."""

    labels: tuple[Label, ...]
    marked: tuple[tuple[Place, int], ...]
    """Places that get a mark, and their cells."""
    left_off: tuple[str, ...]
    """Names that found no room."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """A lettering before the holders' words are filled in."""

    labels: tuple[Label, ...]
    holder_rows: tuple[HolderRow, ...]
    marked: tuple[tuple[Place, int], ...]
    left_off: tuple[str, ...]


def lettering(plate: Plate, chart: Chart, state: MapState) -> Lettering:
    """Return the labels of a map that shows the state."""
    holders = dict(state.holders)
    divided = tuple(
        tract.id for tract in chart.tracts if len({holders.get(r) for r in tract.regions}) > 1
    )
    layout = _laid_out(plate, chart, divided)
    words = dict(state.words)
    told = tuple(
        Label(
            column=row.column,
            row=row.row,
            text=_holder_word(chart, state, words, row).center(row.width),
            kind=LabelKind.HOLDER,
            subject=row.expanse.subject,
        )
        for row in layout.holder_rows
    )
    return Lettering((*layout.labels, *told), layout.marked, layout.left_off)


@lru_cache(maxsize=8)
def _laid_out(plate: Plate, chart: Chart, divided: tuple[str, ...]) -> _Layout:
    writer = _Writer(plate, chart)
    writer.name_places(0, 1)
    writer.name_tracts()
    for caption in chart.captions:
        writer.labels += caption_labels(writer.board, plate, caption)
    writer.name_places(2, 2)
    writer.labels += river_labels(writer.board, plate)
    writer.name_places(3, 4)
    writer.name_parts(divided)
    return _Layout(
        labels=tuple(writer.labels),
        holder_rows=tuple(writer.holder_rows),
        marked=writer.marked,
        left_off=tuple(writer.left_off),
    )


class _Writer:
    """A lettering in the making."""

    __slots__ = ("board", "chart", "holder_rows", "labels", "left_off", "marked", "plate")

    def __init__(self, plate: Plate, chart: Chart) -> None:
        self.plate, self.chart = plate, chart
        self.board = Board(plate, chart)
        self.labels: list[Label] = []
        self.holder_rows: list[HolderRow] = []
        self.left_off: list[str] = []
        self.marked = tuple(marked_places(plate, chart))
        self.board.mark(cell for _, cell in self.marked)

    def name_places(self, highest: int, lowest: int) -> None:
        """Name the marked places of these ranks."""
        names = dict(self.chart.called)
        for place, cell in self.marked:
            rank = place_rank(place, self.chart)
            if highest <= rank <= lowest:
                name = names.get(place.id, place.name)
                label = place_label(self.board, place, name, cell, rank)
                if label is None:
                    self.left_off.append(name)
                else:
                    self.labels.append(label)

    def name_tracts(self) -> None:
        """Name whole tracts."""
        for tract in self._tracts():
            placed = expanse_labels(self.board, self.plate, whole(tract))
            if placed is None:
                self.left_off.append(tract.name)
            else:
                self._write(*placed)

    def name_parts(self, divided: tuple[str, ...]) -> None:
        """Name the parts of divided tracts in place of the whole, where there is room for them.

        They come last: whatever else is named stays where it is for every claim.
        """
        self.labels = [
            label
            for label in self.labels
            if label.kind is not LabelKind.TRACT or label.subject not in divided
        ]
        rows = self.holder_rows
        self.holder_rows = [row for row in rows if row.expanse.subject not in divided]
        self.board.clear()
        self.board.mark(cell for _, cell in self.marked)
        for label in self.labels:
            self.board.take(label.column, label.row, len(label.text))
        for row in self.holder_rows:
            self.board.take(row.column, row.row, row.width)
        for tract in self._tracts():
            for part in parts(tract, self.plate) if tract.id in divided else ():
                placed = expanse_labels(self.board, self.plate, part)
                if placed is not None:
                    self._write(*placed)

    def _tracts(self) -> Iterator[Tract]:
        return (tract for tract in self.chart.tracts if tract.regions)

    def _write(self, labels: list[Label], holder_row: HolderRow | None) -> None:
        self.labels += labels
        if holder_row is not None:
            self.holder_rows.append(holder_row)


def _holder_word(chart: Chart, state: MapState, words: dict[str, str], row: HolderRow) -> str:
    regions = row.expanse.regions
    holder, in_short = chart.holder_words(regions[0], state)
    told = {words.get(region, holder) for region in regions}
    word = told.pop() if len(told) == 1 else holder
    return word if len(word) <= row.width else in_short
