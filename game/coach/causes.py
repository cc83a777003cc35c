"""What moved, and by what: hope, tracks, pressure, the courier and the end, told to one seat."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.coach.foreseen import is_seen, label_of
from game.coach.heard import HEARD
from game.coach.levels import is_banded, is_exact, moved
from game.coach.telling import Telling
from game.coach.words_for import option_text, sentence
from game.rules import terms
from game.state import HOST, Phase

TIRED = 8
"""Patience that is worn below this at the table is not told: every sitting tires him."""
NOTICED = 2
"""Points below which what an act moves besides is not worth a word."""


def _worn(t: Telling) -> str:
    """Tell that the host hopes for less: why, never by how much."""
    to_claimant = t.to_claimant
    match t.entry.because.partition(" "):
        case ("rule", _, "gave-where-asked"):
            return (
                "You gave where he had told you why: there it counts in full; he hopes for less."
                if to_claimant
                else "He gave where you had told him why; there you owe him as much."
            )
        case ("rule", _, "gave"):
            return (
                "You gave; half of it counts with him; he hopes for less."
                if to_claimant
                else "He gave; you owe him half of it."
            )
        case ("rule", _, "clock"):
            return ""
        case ("sentence", _, _):
            return "He sees better how he will defend it." if to_claimant else ""
        case ("choice" | "risk", _, _):
            return "He hopes for less than he did." if to_claimant else "You hope for less."
    return ""


def _rose(t: Telling) -> str:
    who = "He" if t.to_claimant else "You"
    match t.entry.because:
        case "rule took-back":
            return (
                "You took back what you had given; he hopes again for half of it."
                if t.to_claimant
                else "He took back what he had given; you may hope again for half of it."
            )
        case "rule third-pressure":
            return f"{who} {'has' if t.to_claimant else 'have'} been pressed too often: " + (
                "he stiffens." if t.to_claimant else "you stiffen."
            )
        case "rule called":
            return f"{who} {'stiffens' if t.to_claimant else 'stiffen'}: a threat was empty."
    return f"{who} {'hopes' if t.to_claimant else 'hope'} for more."


def _claim_worn(t: Telling) -> str:
    if not t.to_claimant or t.entry.because != "rule gave":
        return ""
    return "This word of his gives you more than each before it; you hope for less."


def _track(t: Telling) -> str:
    """Tell a track's change: in words, in points mode with its number where it is seen."""
    track, by, scenario = t.get("track"), t.number("by"), t.rules.scenario
    if not by or not is_seen(scenario, track, t.seat):
        return ""
    if not is_exact(track, t.seat, t.mode):
        # What is told in numbers adds up; what is told in words leaves out what is small.
        promised = t.entry.because.startswith(("choice ", "risk "))
        if not promised and track == "patience" and by > -TIRED:
            return ""
        if t.entry.because.startswith("act ") and abs(by) < NOTICED:
            return ""
    told = moved(track, label_of(scenario, track, t.seat), by, t.seat, t.mode)
    is_lowest = track in scenario.tracks and t.number("now") == scenario.tracks[track].range[0]
    if by < 0 and is_lowest and not is_banded(track, t.seat):
        return f"{told}, and can fall no further"
    return told


def _given_in_vain(t: Telling) -> str:
    if t.to_claimant:
        return (
            "It counts for nothing yet: there is one thing he cannot go home without, "
            "and it is not in this paper."
        )
    return "What he gave is beside the one thing that you must bring home."


def _slept_on(t: Telling) -> str:
    if t.to_claimant:
        return "You gave more than can move him in one sitting: the rest of it is lost."
    return "He gave more than can move you in one sitting: the rest of it is lost."


def _gone_over(t: Telling) -> str:
    """Tell what was given and counts for nothing: he had it before, or it ends at his ruin."""
    part = t.number("credited") >= terms.NOTICED
    what = "Part of what you gave" if part else "What you gave"
    if t.entry.because == "rule ladder":
        return (
            f"{what} stood in a paper of yours before: it counts once."
            if t.to_claimant
            else f"{what.replace('you', 'he')} stood in a paper of his before: it counts once."
        )
    return (
        f"{what} only brought the paper back from his ruin: that counts for nothing."
        if t.to_claimant
        else f"{what.replace('you', 'he')} only brought his paper back from your ruin: that counts "
        "for nothing."
    )


def _not_talked_further(t: Telling) -> str:
    if not t.to_claimant:
        return ""
    return "Words alone move him no further: give him something first."


def _menaced(t: Telling) -> str:
    if not t.to_claimant:
        return f"You have been threatened; your {t.rules.table.words.court} will read of it."
    read = f"his {t.rules.table.words.court} will read of it, and yours."
    if t.number("by") > 0:
        return f"Refusing has become more dangerous. {sentence(read)}"
    return f"It moves him no further; but {read}"


def _soured(t: Telling) -> str:
    if t.to_claimant:
        return "So that was what the courtesies were for, he thinks."
    return "So that was what the courtesies were for."


def _mended(t: Telling) -> str:
    if t.to_claimant:
        return "It mends the offence; it earns nothing more."
    return "The offence is mended; nothing more is owed."


def _last_word_lapsed(t: Telling) -> str:
    if t.to_claimant:
        return "Your last word has lapsed; a last word that was not the last costs credit."
    return "His last word has lapsed."


def _chose(t: Telling) -> str:
    return t.rules.scenario.events[t.get("event")].choices[t.get("choice")].result


def _risk(t: Telling) -> str:
    event = t.rules.scenario.events[t.rules.scenes.all[t.before.scene].id]
    risks = (choice.risk for choice in event.choices.values())
    risk = next((r for r in risks if r is not None and r.id == t.get("risk")), None)
    return "" if risk is None else f"It went wrong ({t.get('odds')} in a hundred): {risk.text}"


def _news(t: Telling) -> str:
    news = t.rules.scenario.table.news
    return "" if news is None else news.text


def _amended(t: Telling) -> str:
    option = t.rules.table.option(t.issue(), t.get("option"))
    said = option_text(t.rules.scenario, t.issue(), option)
    if t.before.phase == Phase.SCENE and t.before.seat != t.seat:
        who = "you" if t.seat == HOST else "him"
        return f"The paper on the table was changed without {who}; it now says: {said}."
    return f"The paper on the table now says: {said}."


def _went_home(t: Telling) -> str:
    words = t.rules.table.words
    return f"{words.departs if t.to_claimant else t.rules.table.departing} There is no treaty."


def _stayed(t: Telling) -> str:
    if t.to_claimant:
        return "You stay. Everybody in the room knows that it was not your last word."
    return "He stays. It was not his last word."


CAUSES: Mapping[str, Callable[[Telling], str]] = {
    **HEARD,
    "hope-worn": _worn,
    "hope-rose": _rose,
    "claim-worn": _claim_worn,
    "track-changed": _track,
    "given-in-vain": _given_in_vain,
    "slept-on": _slept_on,
    "gone-over": _gone_over,
    "not-talked-further": _not_talked_further,
    "menaced": _menaced,
    "courtesy-soured": _soured,
    "mended": _mended,
    "last-word-lapsed": _last_word_lapsed,
    "chose": _chose,
    "risk-came": _risk,
    "news-came": _news,
    "amended": _amended,
    "went-home": _went_home,
    "stayed": _stayed,
    "lapsed": lambda _: "The days are spent. The talks lapse without a paper.",
}
"""How each kind of entry is told; an empty text tells nothing."""
OTHERWISE = {
    "signed": "the answer tells it",
    "signed-to-disown": "the answer tells it, to the host alone",
    "consulted": "the answer tells it",
    "countered": "the answer tells it",
    "fell-ill": "the answer tells it",
    "broke-off": "the answer tells it",
    "called": "the answer tells it",
    "host-acted": "the answer tells it",
    "laid": "the host is told what lies before him; the claimant laid it himself",
    "scene-came": "the scene itself is shown",
    "forecast-asked": "the forecast itself is shown",
    "expected": "it is kept for the debrief",
}
"""Kinds of entry that have no sentence of their own, each with the reason."""
