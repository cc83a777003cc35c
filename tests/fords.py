"""The Two Fords, the smallest campaign that says everything, for tests to play and to change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from game.cli.seating import seating
from game.files.plays import heading_for
from game.files.scenarios import read_any
from game.record import Record
from game.rules import CampaignRules
from game.rules.legal import Legal
from game.scenario.authored import ById
from game.scenario.campaign_model import Campaign
from game.scenario.event_model import Event
from game.session import Session
from game.state import Decision, Phase, State, Turn

FORDS = Path(__file__).parent / "campaigns" / "the-two-fords"
SEASONS = 8
SPRING, SUMMER, AUTUMN, WINTER = 1, 2, 3, 4
"""Turns of its first four seasons."""


@cache
def fords() -> Campaign:
    """Return the campaign as it is written."""
    campaign = read_any(FORDS)
    assert isinstance(campaign, Campaign)
    return campaign


@cache
def rules_of_fords(start: str | None = None, twists: Sequence[str] = ()) -> CampaignRules:
    """Return its rules from one of its starts."""
    return CampaignRules(fords(), start, twists)


def session_of_fords(
    seed: str = "1", start: str | None = None, twists: Sequence[str] = ()
) -> Session:
    """Return a session at the first season; the hosts of its tables decide for themselves."""
    rules = rules_of_fords(start, twists)
    heading = heading_for(rules, seed, rules.seats[0])
    session = Session(rules, Record(heading), seating(rules, seed))
    session.advance()
    return session


def session_by_lot(seed: str, **begun: Any) -> Session:
    """Return a session that has been played to its end by lot."""
    session, lot = session_of_fords(seed, **begun), Random(seed)
    while session.awaits_person:
        session.decide(lot.choice(session.legal()))
    return session


def level(rules: CampaignRules, state: State, track: str) -> int:
    """Return where a track stands."""
    return state.levels[rules.levels[track]]


def with_tracks(rules: CampaignRules, state: State, **tracks: int) -> State:
    """Return the state with some tracks elsewhere."""
    levels = list(state.levels)
    for track, to in tracks.items():
        levels[rules.levels[track]] = to
    return state._replace(levels=tuple(levels))


def told(rules: CampaignRules, state: State, text: str) -> Turn:
    """Return what follows a decision in words."""
    return rules.apply(state, rules.parsed(text, state))


def after(rules: CampaignRules, state: State, *texts: str) -> State:
    """Return the state after decisions in words."""
    for text in texts:
        state = told(rules, state, text).state
    return state


def quietly(rules: CampaignRules, state: State) -> Decision:
    """Return what disturbs least: to stand as ordered, to choose the first, to go home."""
    legal = rules.legal_decisions(state)
    if not state.at:
        return legal[len(legal) - 1 if state.phase == Phase.SEASON else 0]
    home = Decision("go-home")
    return home if home in legal else legal[0]


def in_season(rules: CampaignRules, turn: int, seed: str = "1") -> State:
    """Return the state in which a season asks for its first order, all before it gone quietly."""
    state = rules.opening(seed)
    while state.turn < turn or state.phase != Phase.SEASON:
        state = rules.follow(state, quietly(rules, state))
    return state


def line_by_lot(
    rules: CampaignRules, seed: str, choose: Callable[[Random, Legal], Decision] = Random.choice
) -> Iterator[tuple[State, Decision]]:
    """Yield each state of a play in which lot decides for every seat, and the decision in it."""
    lot, state = Random(seed), rules.opening(seed)
    while state.ended is None:
        decision = choose(lot, rules.legal_decisions(state))
        yield state, decision
        state = rules.follow(state, decision)


def changed(**sections: Any) -> CampaignRules:
    """Return rules of the fords in which some of the campaign's sections are others."""
    return CampaignRules(fords().model_copy(update=sections))


def with_events(keep: Sequence[str] = (), **events: dict[str, Any]) -> CampaignRules:
    """Return rules in which only these scenes can come in a season, `_` written for `-`.

    What is left out of a scene is filled in: it is the reeve's, and its choices do nothing.
    """
    plain = {"title": "A scene", "seat": "reeve", "text": "It comes.", "invented": "yes"}
    choices = {"yes": {"say": "Yes."}, "no": {"say": "No."}}
    written = fords().events
    own = {id: event for id, event in written.items() if event.table or id in keep}
    made = {
        id.replace("_", "-"): Event.model_validate({**plain, "choices": choices, **event})
        for id, event in events.items()
    }
    return changed(events=ById({**own, **made}))


def kinds(turn: Turn) -> list[str]:
    """Return what happened in a turn, each by its kind."""
    return [entry.what for entry in turn.entries]


def happened(turn: Turn, what: str) -> list[dict[str, Any]]:
    """Return the data of everything of one kind that happened."""
    return [dict(entry.data) for entry in turn.entries if entry.what == what]


def moved(turn: Turn, track: str) -> list[int]:
    """Return by how much a track was moved, one change after the other."""
    return [c["by"] for c in happened(turn, "track-changed") if c["track"] == track]
