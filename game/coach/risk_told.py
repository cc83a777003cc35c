"""That the named risk of a choice came, in its author's words: at a table and in the seasons."""

from __future__ import annotations

from game.coach.foreseen import chance_said
from game.scenario.event_model import Event


def risk_told(event: Event, id: str, odds: int, mode: str) -> str:
    """Return how a risk of one of an event's choices came; empty where none is called so.

    `odds` are the chance in per cent that was told beforehand.
    """
    risks = (choice.risk for choice in event.choices.values())
    risk = next((each for each in risks if each is not None and each.id == id), None)
    return "" if risk is None else f"It went wrong ({chance_said(odds, mode)}): {risk.text}"
