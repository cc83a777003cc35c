"""The map in words: for line mode, screen readers and tests; it knows no screen."""

from collections.abc import Iterator, Mapping

from game.scenario.map_model import Waters
from game.tui.map.chart import Chart, Tract
from game.tui.map.claims import MapState

WATERS_WORDS = {
    Waters.CLOSED: "closed",
    Waters.TWO_FLAGS: "open to Russian and Qing vessels only",
    Waters.ALL_FLAGS: "open to all flags",
}


def describe(chart: Chart, state: MapState) -> str:
    """Return the map as lines of text: who holds what, which lines are drawn, who may sail."""
    return "\n".join(_lines(chart, state))


WAS = "{now}, was {was}"
"""How a change is told, unless it is no change in time."""


def changes(chart: Chart, before: MapState, after: MapState, says: str = WAS) -> tuple[str, ...]:
    """Return a sentence for each region and river that differs, in the chart's order."""
    told: list[str] = []
    for region in chart.regions:
        was, now = (_region_words(chart, region.id, state) for state in (before, after))
        if was != now:
            told.append(f"{_capital(region.name)}: {says.format(now=now, was=was)}.")
    rivers_before, rivers_after = dict(before.waters), dict(after.waters)
    rivers = (
        f"{_river_name(river)}: {_waters_words(rivers_after.get(river))}."
        for river in sorted({*rivers_before, *rivers_after})
        if rivers_before.get(river) != rivers_after.get(river)
    )
    return (*told, *rivers)


def sentences(chart: Chart, settled: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the paper's options say of the map, one sentence an issue."""
    return tuple(
        change.says
        for issue in chart.issues
        for change in issue.changes
        if settled.get(issue.id) == change.option
    )


def _lines(chart: Chart, state: MapState) -> Iterator[str]:
    yield f"{chart.title}."
    lit = set(state.highlight)
    for tract in chart.tracts:
        if tract.regions:
            pointer = "> " if lit and lit >= set(tract.regions) else "  "
            yield pointer + _tract_words(chart, tract, state)
    for river, waters in state.waters:
        pointer = "> " if river in lit else "  "
        yield f"{pointer}{_river_name(river)}: {_waters_words(waters)}."
    names = {line: name for line, name, _ in chart.lines}
    drawn = [names[line] for line in state.lines if line in names]
    if drawn:
        yield f"  Lines drawn: {'; '.join(drawn)}."


def _tract_words(chart: Chart, tract: Tract, state: MapState) -> str:
    names = {region.id: region.name for region in chart.regions}
    by_word: dict[str, list[str]] = {}
    for region in tract.regions:
        word = _region_words(chart, region, state)
        by_word.setdefault(word, []).append(names.get(region, region))
    if len(by_word) == 1:
        return f"{tract.name}: {next(iter(by_word))}."
    parts = (f"{word} in {' and '.join(regions)}" for word, regions in by_word.items())
    return f"{tract.name}: divided; {'; '.join(parts)}."


def _region_words(chart: Chart, region: str, state: MapState) -> str:
    holder, _ = chart.holder_words(region, state)
    word = dict(state.words).get(region)
    return holder if word is None or word == holder else f"{holder} ({word})"


def _waters_words(waters: Waters | None) -> str:
    return "not spoken of" if waters is None else WATERS_WORDS[waters]


def _river_name(river: str) -> str:
    return "The " + " ".join(_capital(part) for part in river.split("-"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
