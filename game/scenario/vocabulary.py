"""What the names mean that every scenario's conditions and formulas can use."""

from __future__ import annotations

from collections.abc import Mapping

NUMBERS: Mapping[str, str] = {
    "sitting": "The sitting that is being held, from 1.",
    "day": "The day of the month on which it is held, counted on past the month's end.",
    "danger": "What the host has to fear, 0 to 100, with everything that was shown and told.",
    "hope": "What the host still hopes for above the walk-away, in points.",
    "pressure": "How many acts of pressure and last words there have been.",
    "face": "How the host stands before those at home; 50 is even.",
    "trust": "The host's trust in the claimant.",
    "credibility": "How far the claimant is believed.",
    "patience": "The host's patience; at 0 the talks are broken off.",
    "coerced": "What was wrung from the host, as the acts count it.",
    "caution": "The alarm of the claimant's own capital; beyond 14 it is charged.",
}
"""Whole points; the author's own tracks stand beside them."""

TRUTHS: Mapping[str, str] = {
    "paper": "A paper lies on the table.",
    "signed": "A paper was signed.",
    "news": "The courier has come.",
}

TRUTHS_AFTERWARDS: Mapping[str, str] = {
    "begged": "The host who signed the paper begged the court at home to disown it.",
}
"""Asked only when the talks are over."""

WORDS: Mapping[str, str] = {
    "temper": "The host's temperament, by its id.",
    "ended": "How the talks ended: signed, broken-off, went-home or lapsed.",
}

WORDS_AFTERWARDS: Mapping[str, str] = {
    "verdict": "What the host's court made of the paper: ratified, silence, disowned or none.",
    "seat": "Whom the page is told to.",
}
"""Asked only when the talks are over."""

OF_SEASONS: Mapping[str, str] = {
    "season": "Which season of the year it is: winter, spring, summer or autumn.",
    "year": "Its year; a winter bears the year of its January.",
    "turn": "How many seasons have begun, this one included.",
    "away": "Whether whoever decides in the seasons is on a journey.",
    "signed.TABLE": "Whether a paper was signed there; of talks held twice, the last time.",
    "held.TABLE": "Whether those talks are over, with a paper or without.",
    "ended.TABLE": "How those talks ended, the last time: signed, broken-off, went-home or lapsed.",
    "verdict.TABLE": "What became of the paper: ratified, silence, disowned or none.",
    "term.TABLE.ISSUE": "What was signed on an issue: `term.the-fare.landing = mill`.",
    "worth.TABLE.SEAT": "What was signed there is worth to a seat, in points of its own scale.",
    "lasting.TABLE": "What those talks left the claimant with in the end, in points of his own.",
    "pressure.TABLE": "How many acts of pressure and last words there were at it.",
    "stands.TABLE": "1 where its paper was ratified or passed over in silence, else 0.",
    "kept.TABLE": "What such a paper left the claimant with, in points of his own; else 0.",
    "coerced.TABLE": "What was wrung from the host there.",
    "support.TABLE": "How much of the court would have owned the paper, in per cent.",
    "done.ACTION": "How often an action was carried out, whatever its target.",
    "done.ACTION.TARGET": "How often it was carried out there.",
    "twist.ID": "Whether the world was begun with this twist.",
}
"""In a campaign: asked in its seasons and at its tables, and in its endings."""

SEASON_NUMBERS = frozenset({"year", "turn"})
SEASON_TRUTHS = frozenset({"away"})
SEASON_WORDS = frozenset({"season"})

FAMILIES: Mapping[str, str] = {
    "offer.ISSUE": "What the paper says on an issue: `offer.trade = barter`.",
    "note.ID": "Whether a note was set: `note.gave-way`.",
    "chose.EVENT.CHOICE": "Whether a choice was made: `chose.the-dinner.sit-down`.",
    "argued.GROUND": "Whether the claimant has argued a ground in these talks, moving or not.",
}
"""Names that are made of the scenario's own ids."""
