"""What a choice of a scene would visibly change, in one line: the forecast beside it."""

from __future__ import annotations

from collections.abc import Iterator

from game.coach.words_for import sentence
from game.scenario import Scenario
from game.scenario.clauses import (
    Change,
    Effect,
    OfferChange,
    Reveal,
    Schedule,
)
from game.scenario.event_model import Choice

LITTLE, MUCH = 2, 6
"""Points up to which a change is small, and from which it is large."""
HIDDEN = "none"
"""What an author says of a track that nobody sees."""
UNLABELLED = {"danger": "what he has to fear", "hope": "what he hopes for"}


def foreseen(scenario: Scenario, choice: Choice, mode: str) -> str:
    """Return what a choice would visibly do, in one line."""
    parts = list(_told(scenario, choice.do, mode))
    if choice.risk is not None:
        parts.append(f"a risk of {choice.risk.odds} %")
    return sentence("; ".join(parts)) if parts else ""


def _told(scenario: Scenario, effects: tuple[Effect, ...], mode: str) -> Iterator[str]:
    for effect in effects:
        match effect:
            case Change(track, by) if by and not _hidden(scenario, track):
                yield _change(_label(scenario, track), by, mode)
            case OfferChange(issue, option):
                text = scenario.table.issues[issue].options[option].text
                yield f"the paper then says: {text}"
            case Reveal(what):
                yield f"you may learn of him: {what}"
            case Schedule():
                yield "something will come of it later"
            case _:
                pass


def _hidden(scenario: Scenario, track: str) -> bool:
    return track in scenario.tracks and scenario.tracks[track].seen_by == HIDDEN


def _label(scenario: Scenario, track: str) -> str:
    if track in scenario.tracks:
        return scenario.tracks[track].label
    return UNLABELLED.get(track, track)


def _change(label: str, by: int, mode: str) -> str:
    if mode == "points":
        return f"{label} {by:+d}"
    how = "a little" if abs(by) <= LITTLE else "much" if abs(by) >= MUCH else ""
    return " ".join(filter(None, (label, "rises" if by > 0 else "falls", how)))
