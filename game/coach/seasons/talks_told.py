"""Talks within the seasons: what a table takes from them when it opens, what followed from it."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.foreseen import label_of as label_at_table
from game.coach.leaves import became
from game.coach.levels import level_of, level_told
from game.coach.own_need import own_need
from game.coach.papers import terms_said
from game.coach.persons import capital
from game.coach.seasons.dates import before_play, season_of
from game.coach.seasons.leverage import leverage
from game.coach.seasons.naming import is_seen, label_of, past_of
from game.coach.words_for import issue_label, listed, points
from game.rules import CampaignRules
from game.scenario.days import said
from game.scenario.expressions import names_used
from game.state import CLAIMANT, Deal, Ended, State, View

ENDED = {
    Ended.BROKEN_OFF: "The talks were broken off; no paper was signed.",
    Ended.WENT_HOME: "You left without a paper.",
    Ended.LAPSED: "The days were spent; no paper was signed.",
}
"""How talks ended that brought no paper."""


def opened_told(rules: CampaignRules, table: str, state: State) -> str:
    """Return that talks open: what they are called, with whom, and on which day."""
    written = rules.scenario.tables[table]
    talks = rules.talks[list(rules.scenario.tables).index(table)]
    day = said(talks.first_day(rules.seasons[state.turn]))
    host = rules.scenario.seats[written.host]
    return f"{written.title}: the talks with {host.name}, {host.office}, open on {day}."


def taken_from_seasons(
    rules: CampaignRules, view: View, mode: str, opened: State | None = None
) -> tuple[str, ...]:
    """Return what the table that is sat at took from the seasons as it opened.

    `opened` is how it stood then, once anything has been decided there.
    """
    return tuple(_taken(rules, view, mode, opened)) if view.state.at else ()


def asked_of_you(rules: CampaignRules, view: View) -> str:
    """Return what home asks of whoever sits at a table, and what keeps it; else nothing."""
    return own_need(rules.at(view.state), CLAIMANT, view.state) if view.state.at else ""


def brief_of_talks(
    rules: CampaignRules, view: View, mode: str, opened: State | None = None
) -> tuple[str, ...]:
    """Return in short what the talks that are held now are about, what presses, and what to get.

    `opened` is how the table stood at first, once anything has been decided there.
    """
    state = view.state
    at, id = rules.at(state), list(rules.scenario.tables)[state.at - 1]
    issues = listed(issue_label(at.scenario, n) for n in range(len(at.table.issues)))
    told = (
        opened_told(rules, id, state),
        f"What is talked about: {issues}.",
        *taken_from_seasons(rules, view, mode, opened),
        asked_of_you(rules, view),
    )
    return tuple(filter(None, told))


def _taken(rules: CampaignRules, view: View, mode: str, opened: State | None) -> Iterator[str]:
    state = view.state
    id = list(rules.scenario.tables)[state.at - 1]
    table = rules.scenario.tables[id]
    stands = leverage(rules, view, mode, id)
    if stands is not None and stands.bars:
        ranked = sorted(stands.bars, key=lambda bar: -abs(bar.low + bar.high))
        parts = [_bar(bar.track.label, bar.low, bar.high, mode) for bar in ranked]
        between = f" ({_range(stands.low, stands.high)} of 100)" if mode == "points" else ""
        most, *rest = parts
        after = f"; then {listed(rest)}" if rest else ""
        yield f"What presses here{between}: most of all {most}{after}."
    for name, formula in table.begins.items():
        sources = [id for id in names_used(formula) if is_seen(rules.scenario, id)]
        if sources:
            label = label_at_table(rules.at(state).scenario, name, CLAIMANT)
            verb, first = ("begins", state) if opened is None else ("began", opened)
            begins = f"{capital(label)} {verb}{_at(rules, first, name, mode)}"
            by = listed(label_of(rules.scenario, source) for source in sources)
            yield f"{begins} by what was done before: {by}."


def _at(rules: CampaignRules, state: State, track: str, mode: str) -> str:
    """Return where a track of a table stands, if the table tells of it."""
    at = rules.at(state)
    written = at.scenario.tracks.get(track)
    if written is None:
        return ""
    return f" at “{level_told(track, written, level_of(at, state, track), CLAIMANT, mode)}”,"


def _bar(label: str, low: int, high: int, mode: str) -> str:
    return f"{label} ({_range(low, high)})" if mode == "points" else label


def _range(low: int, high: int) -> str:
    low, high = sorted((low, high))
    return points(low) if points(low) == points(high) else f"{points(low)} to {points(high)}"


def closed_told(rules: CampaignRules, deal: Deal) -> str:
    """Return in a sentence or two what came of talks."""
    table = list(rules.scenario.tables)[deal.table]
    at = rules.talks[deal.table].rules
    title = rules.scenario.tables[table].title
    if deal.treaty is None:
        return f"{title}. {ENDED.get(deal.ended, 'No paper was signed.')}"
    return f"{title}. Agreed: {terms_said(at, deal.treaty)}. {became(at, deal.verdict)}"


def consequence(rules: CampaignRules, table: str, part: int) -> str:
    """Return what is told of something that followed from talks."""
    return rules.scenario.tables[table].afterwards[part].text


def told_past(rules: CampaignRules) -> tuple[str, ...]:
    """Return in sentences what came of the talks that were held before the play, table by table."""
    return tuple(
        f"{table.title}, {before_play(rules).lower()}. {past.text}"
        for id, table in rules.scenario.tables.items()
        if (past := past_of(rules, id)) is not None
    )


def held_told(rules: CampaignRules, deal: Deal) -> str:
    """Return the same with the season in which the talks were held."""
    return f"{season_of(rules, deal.turn)}: {closed_told(rules, deal)}"
