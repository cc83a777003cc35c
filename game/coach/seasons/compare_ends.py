"""What two lines of a campaign came to, beside each other: ends, measures, papers and tracks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.coach.compare_parts import Kind, Part, Row
from game.coach.seasons.compare import Side
from game.coach.seasons.endings import epilogue, profile
from game.coach.seasons.ends import papers, stood_at, what_became
from game.coach.seasons.naming import is_seen
from game.coach.seasons.tracks import track_seen
from game.rules import CampaignRules
from game.state import CLAIMANT, State

GOES_ON = "it goes on"


def ended(rules: CampaignRules, a: Side, b: Side) -> Iterator[Part]:
    """Yield how those ended that have, and if both have, their measures."""
    are_over = [one.end.ended is not None for one in (a, b)]
    if any(are_over):
        yield Part(Kind.LEGACY, "How it ended", rows=tuple(_endings(rules, a, b)))
    if all(are_over):
        yield Part(Kind.LASTING, "Measure by measure", rows=tuple(_measured(a, b)))


def papers_of(rules: CampaignRules, a: Side, b: Side) -> Part:
    """Return what became of each table on both lines."""
    return Part(Kind.PAPERS, "What was signed", rows=tuple(_papers(rules, a, b)))


def standing(
    sides: tuple[Side, Side],
    states: Sequence[State],
    mode: str,
    heading: str = "Where matters stand",
) -> Part:
    """Return where the tracks that are seen stand on each line in a state of it."""
    return Part(Kind.STANDING, heading, rows=tuple(_standing(*sides, states, mode)))


def _papers(rules: CampaignRules, a: Side, b: Side) -> Iterator[Row]:
    told = [
        {
            id: " ".join(what_became(p) for p in papers(one.rules, one.end) if p.table == id)
            for id in rules.scenario.tables
        }
        for one in (a, b)
    ]
    for id, table in rules.scenario.tables.items():
        yield Row(table.title, told[0][id], told[1][id])


def _standing(a: Side, b: Side, states: Sequence[State], mode: str) -> Iterator[Row]:
    sides = list(zip((a.rules, b.rules), states, strict=True))
    for id in a.rules.levels:
        if is_seen(a.rules.scenario, id):
            label = a.rules.scenario.tracks[id].label
            yield Row(label, *(_stood(rules, state, id, mode) for rules, state in sides))


def _stood(rules: CampaignRules, state: State, id: str, mode: str) -> str:
    """Return where a track stands; exact once the line is over, as its last page tells it."""
    if rules.outcome(state) is not None:
        return stood_at(rules, state, id)
    return track_seen(rules, rules.seen_by(CLAIMANT, state), id, mode).text


def _endings(rules: CampaignRules, a: Side, b: Side) -> Iterator[Row]:
    pieces = [
        {piece.group: piece.ending.title for piece in epilogue(one.rules, one.end)}
        if one.end.ended is not None
        else {}
        for one in (a, b)
    ]
    for group in rules.scenario.groups:
        yield Row(group, pieces[0].get(group, GOES_ON), pieces[1].get(group, GOES_ON))


def _measured(a: Side, b: Side) -> Iterator[Row]:
    for one, other in zip(profile(a.rules, a.end), profile(b.rules, b.end), strict=True):
        yield Row(one.label, str(one.value), str(other.value))
