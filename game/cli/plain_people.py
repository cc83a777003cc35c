"""What a seat's own people say: the forecast, the advisers, and what a word means here."""

from __future__ import annotations

from collections.abc import Iterator

from game.cli.plain_text import wrapped
from game.coach.company import SIGNS
from game.coach.forecast import forecast
from game.coach.host_forecast import host_forecast
from game.coach.words_for import likelihood, sentence, track_word
from game.negotiation import Package
from game.rules import Rules
from game.scenario.faults import did_you_mean
from game.scenario.model import Adviser
from game.state import CLAIMANT, Phase, State, View

LIKELY = "{likely}"
"""What stands in an adviser's line for the likelihood word."""


def can_weigh(state: State) -> bool:
    """Return whether the seat to move may ask for a forecast of a paper."""
    if state.seat == CLAIMANT:
        return state.phase is Phase.SITTING
    return state.phase is Phase.REPLY and state.paper is not None


def told_forecast(rules: Rules, view: View, paper: Package | None) -> Iterator[str]:
    """Yield what to expect of a draft or, in the host's chair, of a word; both in words."""
    if view.seat == CLAIMANT:
        draft = forecast(rules, view, paper)
        lines: tuple[str, ...] = (draft.sentence, draft.court, draft.home)
    else:
        given = paper if paper is not None else view.state.paper
        word = host_forecast(rules, view, given) if given is not None else None
        lines = (word.sentence, word.court) if word is not None else ()
    for line in lines:
        if line:
            yield wrapped(line)


def told_advisers(rules: Rules, view: View) -> Iterator[str]:
    """Yield a line from each adviser of a seat about the paper on the table."""
    seat_id = rules.table.seats[view.seat]
    spoken = 0
    for adviser in rules.scenario.advisers.values():
        if adviser.seat == seat_id:
            line = _line(rules, adviser, view)
            if line:
                spoken += 1
                yield wrapped(f"{adviser.name}, {adviser.office}: “{line}”", "", "  ")
    if not spoken:
        yield "Nobody here has anything to say."


def _line(rules: Rules, adviser: Adviser, view: View) -> str:
    """Return the first line of an adviser that holds now, with his own likelihood word."""
    for line in adviser.lines:
        if line.when is None or rules.formulas.condition(line.when)(view.state):
            if LIKELY not in line.say:
                return line.say
            word = _likely(rules, adviser, view)
            if word:
                return line.say.replace(LIKELY, word)
    return ""


def _likely(rules: Rules, adviser: Adviser, view: View) -> str:
    """Return how likely an adviser holds a signature; empty where nothing can be weighed.

    A point of bias is a point per cent, and what he lacks in competence draws his guess to even.
    """
    if view.seat != CLAIMANT or view.state.phase is not Phase.SITTING or view.state.paper is None:
        return ""
    chance = next(c for c in forecast(rules, view, None).chances if c.answer == SIGNS)
    guess = 500 + (chance.share - 500) * adviser.competence // 100 + 10 * adviser.bias
    return likelihood(max(0, min(1000, guess)), 1000)


def told_why(rules: Rules, view: View, name: str) -> Iterator[str]:
    """Yield what an act, an issue or a track means here."""
    scenario, wanted = rules.scenario, name.lower().replace(" ", "-")
    table = scenario.table
    if wanted in table.acts:
        act = table.acts[wanted]
        yield wrapped(f"{act.label}: {act.help}")
    elif wanted in table.issues:
        issue = table.issues[wanted]
        yield wrapped(f"{sentence(issue.label)} It can be settled so:")
        for id, option in issue.options.items():
            yield wrapped(f"{id}: {option.text}", "  ", "    ")
        if rules.table.issue(wanted) in view.state.asked:
            yield wrapped(f"Asked why it matters, he said: “{issue.why}”")
    elif wanted in scenario.tracks:
        track = scenario.tracks[wanted]
        yield wrapped(f"{track.label}, from {track.range[0]} to {track.range[1]}.")
        if track.words:
            low, high = track.range
            words = dict.fromkeys(track_word(track, level) for level in range(low, high + 1))
            yield wrapped(f"In words, from the lowest up: {', '.join(words)}.")
    else:
        known = [*table.acts, *table.issues, *scenario.tracks]
        hint = did_you_mean(wanted, known) if name else ""
        yield wrapped(sentence(hint or f"ask 'why' of one of these: {', '.join(known)}"))
