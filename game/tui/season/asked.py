"""What the questions of a season are answered with, as paragraphs to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from textual.content import Content

from game.coach.persons import capital
from game.coach.seasons import chronicle
from game.coach.seasons.choice_in_full import choice_in_full
from game.coach.seasons.dates import season_of
from game.coach.seasons.meaning_ends import measure_names, of_measure
from game.coach.seasons.moved import Moved, lately, told_moved
from game.coach.seasons.reasons import one_a_line
from game.coach.seasons.scene import SceneSeen
from game.coach.seasons.toll import NOBODY, OWN, in_all, ledger, reckoned, told_entry
from game.coach.seasons.tracks import tracks
from game.record import Step
from game.rules import CampaignRules
from game.state import State, View
from game.tui.play.closed import SET_IN
from game.tui.play.ending import EndPage
from game.tui.play.options import Offer
from game.tui.season.sources import source_line
from game.tui.texts import lines, plain, said
from game.tui.widgets.page import rests_on

MUTED, HEADING = "$text-muted", "bold $secondary"
FORETOLD = "What was foretold, and what came of it"
PAID, MOVED = "Who paid", "What moved, and what moved it"
MEASURED = "What is reckoned at the end"
UNMOVED = "Nothing has moved it yet."
NOTHING_MOVED = "Nothing has moved yet."
ADVISER = "adviser"
SEASONS, CHANGES = 6, 3
"""Of how many seasons the changes are told, and of one track how many."""


def why_scene(
    rules: CampaignRules, view: View, seen: SceneSeen, offer: Offer, mode: str
) -> Iterator[Content]:
    """Yield all that can be known of a choice of a scene, and what the scene rests on."""
    option = next((one for one in seen.options if one.id == offer.name), None)
    if option is None:
        yield said(offer.text)
    else:
        yield said((option.say, "bold"))
        yield from map(plain, choice_in_full(rules, view, seen, option, mode))
    yield from rests_on(rules.scenario.events[seen.id].source, rules.scenario.sources)


def why_ended(rules: CampaignRules, page: EndPage) -> Iterator[Content]:
    """Yield what a page of the end rests on, below its title; nothing where no source is cited."""
    if page.source:
        yield page.parts[0]
        yield from rests_on(page.source, rules.scenario.sources)


def why_shut(offer: Offer) -> Iterator[Content]:
    """Yield why a line cannot be ordered now, and what it would be."""
    yield lines(*((line, "$warning") for line in one_a_line(offer.refused)))
    yield from map(plain, offer.help.splitlines() or [str(offer.text)])


def why_standing(
    rules: CampaignRules, view: View, found: Sequence[Moved], mode: str
) -> Iterator[Content]:
    """Yield where each track stands and the last things that moved it, and what measures mean.

    Once the campaign is over these come first.
    """
    is_over = rules.outcome(view.state) is not None
    if is_over:
        yield from measures_told(rules, view)
    for track in tracks(rules, view, mode):
        last = lately(found, track.id, CHANGES)
        told = [
            said((f"{SET_IN}{each.season}. {told_moved(rules, each, mode)}", MUTED))
            for each in last
        ]
        yield lines(
            said((capital(track.label), "bold"), f": {track.text}"),
            *(told or [said((f"{SET_IN}{UNMOVED}", MUTED))]),
        )
    if not is_over:
        yield from measures_told(rules, view)


def measures_told(rules: CampaignRules, view: View) -> Iterator[Content]:
    """Yield what each measure of the end means, and where it stands once the end is there."""
    names = measure_names(rules)
    if names:
        yield said((MEASURED, HEADING))
    for name in names:
        first, *rest = of_measure(rules, view, name)
        yield said((first, "bold"), " ", " ".join(rest))


def moved_parts(rules: CampaignRules, found: Sequence[Moved], mode: str) -> Iterator[Content]:
    """Yield what moved in the last seasons, the newest first, each with its cause."""
    yield said((MOVED, HEADING))
    seasons = [(season, list(each)) for season, each in groupby(found, lambda one: one.season)]
    for season, each in reversed(seasons[-SEASONS:]):
        yield lines((season, "bold"), *(plain(told_moved(rules, one, mode)) for one in each))
    if not seasons:
        yield said((NOTHING_MOVED, MUTED))


def foretold_parts(rules: CampaignRules, steps: Sequence[Step], mode: str) -> Iterator[Content]:
    """Yield what came of the forecasts of the last seasons, the newest first; nothing of none."""
    found: dict[str, list[Content]] = {}
    for step in reversed(steps):
        told = chronicle.told(rules, step.before, step.decision, step.turn, mode)
        parts = [plain(line.text) for line in told if line.kind == ADVISER]
        if parts:
            found.setdefault(season_of(rules, step.turn.state.turn), []).extend(parts)
        if len(found) == SEASONS:
            break
    if found:
        yield said((FORETOLD, HEADING))
    for season, parts in found.items():
        yield lines((season, "bold"), *parts)


def ledger_parts(rules: CampaignRules, state: State) -> Iterator[Content]:
    """Yield the ledger of the toll, below each entry who says so."""
    entries = ledger(rules, state)
    for entry in entries:
        told = plain(told_entry(entry._replace(source="")))
        yield lines(told, source_line(entry.source)) if entry.source else told
    if entries:
        yield plain(in_all(entries), style="bold")
        if any(entry.kind and not entry.source for entry in entries):
            yield said((OWN, MUTED))
        for each in reckoned(rules):
            yield said((each, MUTED))
    else:
        yield plain(NOBODY)
