"""What moved, and by what: hope, tracks, pressure, the courier and the end, told to one seat."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.coach.clauses_moved import given, lost_to_both, taken
from game.coach.foreseen import is_seen, label_of
from game.coach.heard import HEARD
from game.coach.levels import is_banded, is_exact, moved, word_kept
from game.coach.risk_told import risk_told
from game.coach.telling import ELSEWHERE, READ_LATER, Telling
from game.coach.words_for import option_text, sentence
from game.rules import terms
from game.state import Phase

TIRED = 8
"""Patience that is worn below this at the table is not told: every sitting tires him."""
NOTICED = 2
"""Points below which what an act moves besides is not worth a word."""


def _worn(t: Telling) -> str:
    """Tell that the host hopes for less: why, never by how much."""
    claimant, host = t.claimant, t.host
    match t.entry.because.partition(" "):
        case ("rule", _, "gave-where-asked"):
            asked = t.before.asked if t.after is None else t.after.asked
            return (
                f"You gave where {host.he} had told you why{_set_off(given(t, asked))}: there it "
                f"counts in full; {host.he} hopes for less."
                if t.to_claimant
                else f"{claimant.He} gave where you had told {claimant.him} why; there you owe "
                f"{claimant.him} as much."
            )
        case ("rule", _, "gave"):
            return (
                f"As a whole the paper gives {host.him} more than you had offered"
                f"{_with('with', given(t))}; half of that counts with {host.him}; {host.he} hopes "
                "for less."
                if t.to_claimant
                else f"{claimant.He} gave; you owe {claimant.him} half of it."
            )
        case ("rule", _, "clock"):
            return ""
        case ("sentence", _, _):
            return f"{host.He} sees better how {host.he} will defend it." if t.to_claimant else ""
        case ("choice" | "risk", _, _):
            than = f" than {host.he} did" if t.to_claimant else ""
            return f"{host.He} {host.verb('hopes', 'hope')} for less{than}."
    return ""


def _with(joins: str, clauses: str) -> str:
    """Return clauses behind a word that joins them to what was said; empty for none."""
    return f", {joins} {clauses}" if clauses else ""


def _set_off(clauses: str) -> str:
    """Return clauses in brackets behind what they explain; empty for none."""
    return f" ({clauses})" if clauses else ""


def _rose(t: Telling) -> str:
    """Tell that the host hopes for more, and why."""
    claimant, host = t.claimant, t.host
    match t.entry.because:
        case "rule took-back":
            return (
                f"As a whole the paper gives {host.him} less than you had offered"
                f"{_with('without', taken(t))}; {host.he} hopes again for half of what you took "
                f"back.{_wanted_too(t)}"
                if t.to_claimant
                else f"{claimant.He} took back what {claimant.he} had given; you may hope again "
                "for half of it."
            )
        case "rule third-pressure":
            return (
                f"{host.He} {host.verb('has', 'have')} been pressed too often: {host.he} "
                f"{host.verb('stiffens', 'stiffen')}."
            )
        case "rule called":
            return f"{host.He} {host.verb('stiffens', 'stiffen')}: a threat was empty."
    return f"{host.He} {host.verb('hopes', 'hope')} for more."


def _wanted_too(t: Telling) -> str:
    """Tell that what was taken back suited the host as well, and why; empty where it did not."""
    lost = lost_to_both(t)
    if lost is None:
        return ""
    issue, option = lost
    written = list(t.rules.scenario.table.issues.values())[issue]
    why = list(written.options.values())[option].why or written.why
    return f" “{option_text(t.rules.scenario, issue, option)}” suited you both: “{why}”"


def _claim_worn(t: Telling) -> str:
    if t.to_claimant or t.entry.because != "rule gave":
        # What a claimant hopes for binds him alone whom nobody plays.
        return ""
    claimant = t.claimant
    return (
        f"Your word gives {claimant.him} more than each before it: {claimant.he} "
        f"{claimant.verb('has', 'have')} reason to hope for less."
    )


def _track(t: Telling) -> str:
    """Tell a track's change: in words, in points mode with its number where it is seen."""
    track, by, scenario = t.get("track"), t.number("by"), t.rules.scenario
    if not by or not is_seen(scenario, track, t.seat):
        return ""
    if not is_exact(track, t.seat, t.mode) and _is_small(t, track, by):
        return ""
    told = moved(track, label_of(scenario, track, t.seat), by, t.seat, t.mode)
    kept = word_kept(track, scenario.tracks.get(track), t.number("now"), by, t.seat)
    if kept and told.endswith(" much"):
        told = f"{told} (still “{kept}”)"
    is_lowest = track in scenario.tracks and t.number("now") == scenario.tracks[track].range[0]
    if by < 0 and is_lowest and not is_banded(track, t.seat):
        return f"{told}, and can fall no further"
    return told


def _is_small(t: Telling, track: str, by: int) -> bool:
    """Return whether words leave a change out; none does that was promised or changes a word."""
    because = t.entry.because
    if because.startswith(("choice ", "risk ", ELSEWHERE)) or _changes_its_word(t, track, by):
        return False
    tires = track == "patience" and by > -TIRED
    return tires or (because.startswith("act ") and abs(by) < NOTICED)


def _changes_its_word(t: Telling, id: str, by: int) -> bool:
    """Return whether a track stands in another word than before, as the chair is shown it."""
    track = t.rules.scenario.tracks.get(id)
    kept = word_kept(id, track, t.number("now"), by, t.seat)
    return track is not None and bool(track.words) and not kept


def _given_in_vain(t: Telling) -> str:
    if t.to_claimant:
        return (
            f"What you gave{_set_off(given(t))} counts for nothing yet: there is one thing "
            f"{t.host.he} "
            f"{t.rules.table.words.cannot_do_without}, and it is not in this paper."
        )
    return f"What {t.claimant.he} gave is beside the one thing that you must bring home."


def _slept_on(t: Telling) -> str:
    return (
        f"{t.claimant.He} gave more than can move {t.host.him} in one sitting: the rest of it is "
        "lost."
    )


def _gone_over(t: Telling) -> str:
    """Tell what was given and counts for nothing: it only regains a paper, or ends at his ruin."""
    claimant = t.claimant
    is_part = t.number("credited") >= terms.NOTICED
    named = _set_off(given(t)) if t.to_claimant and not is_part else ""
    what = f"{'Part of what' if is_part else 'What'} {claimant.he} gave{named}"
    paper = "the paper" if t.to_claimant else f"{claimant.his} paper"
    if t.entry.because == "rule ladder":
        # Papers are weighed as wholes: the clause itself need not have stood in one before.
        back = "to" if is_part else "towards"
        return (
            f"{what} only brought {paper} back {back} what an earlier one of {claimant.his_own} "
            f"gave {t.host.him} as a whole: that counts once."
        )
    return f"{what} only brought {paper} back from {t.host.his} ruin: that counts for nothing."


def _not_talked_further(t: Telling) -> str:
    if not t.to_claimant:
        return ""
    him = t.host.him
    if t.after is not None and t.after.paper != t.before.paper and t.before.paper is not None:
        return f"Words move {him} no further for now: they count so far as {t.host.he} is given."
    return f"Words alone move {him} no further: give {him} something first."


def _menaced(t: Telling) -> str:
    words = t.rules.table.words
    if not t.to_claimant:
        whose = "the" if words.host_is_home else "your"
        return f"You have been threatened; {whose} {words.court} will read of it."
    read = f"{t.host.his} {words.court} will read of it, and yours."
    if words.host_is_home:
        read = f"the {words.court} will read of it."
    if t.number("by") > 0:
        return f"Refusing has become more dangerous. {sentence(read)}"
    return f"It moves {t.host.him} no further; but {read}"


def _soured(t: Telling) -> str:
    if t.to_claimant:
        return f"So that was what the courtesies were for, {t.host.he} thinks."
    return "So that was what the courtesies were for."


def _mended(t: Telling) -> str:
    if t.to_claimant:
        return "It mends the offence; it earns nothing more."
    return "The offence is mended; nothing more is owed."


def _last_word_lapsed(t: Telling) -> str:
    if t.to_claimant:
        return "Your last word has lapsed; a last word that was not the last costs credit."
    return f"{t.claimant.His} last word has lapsed."


def _chose(t: Telling) -> str:
    return t.rules.scenario.events[t.get("event")].choices[t.get("choice")].result


def _risk(t: Telling) -> str:
    event = t.rules.scenario.events[t.rules.scenes.all[t.before.scene].id]
    return risk_told(event, t.get("risk"), t.number("odds"), t.mode)


def _news(t: Telling) -> str:
    news = t.rules.scenario.table.news
    return "" if news is None else news.text


def _amended(t: Telling) -> str:
    option = t.rules.table.option(t.issue(), t.get("option"))
    said = option_text(t.rules.scenario, t.issue(), option)
    if t.before.phase == Phase.SCENE and t.before.seat != t.seat:
        other = t.host if t.to_claimant else t.claimant
        changed = f"On {other.named_his} side the paper on the table was changed without you"
        follows = " Your draft says so, too, unless you had begun another." if t.to_claimant else ""
        return f"{changed} ({READ_LATER} why); it now says: {said}.{follows}{_word_moved(t)}"
    return f"The paper on the table now says: {said}.{_word_moved(t)}"


def _word_moved(t: Telling) -> str:
    whose = sentence(t.host.named_his if t.to_claimant else "your").rstrip(".")
    return WORD_MOVED[t.get("word")].format(whose=whose)


def _went_home(t: Telling) -> str:
    words = t.rules.table.words
    return f"{words.departs if t.to_claimant else t.rules.table.departing} There is no treaty."


def _stayed(t: Telling) -> str:
    if t.to_claimant:
        return "You stay. Everybody in the room knows that it was not your last word."
    return f"{t.claimant.He} stays. It was not {t.claimant.his} last word."


WORD_MOVED = {
    "": "",
    "follows": " {whose} word now says so, too.",
    "falls": " {whose} word was given before that, and no longer stands.",
}
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
