"""What a word of the table means here: an act, an issue, a track."""

from __future__ import annotations

from game.coach.words_for import sentence, track_word
from game.rules import Rules
from game.scenario.faults import did_you_mean
from game.state import State


def words_known(rules: Rules) -> list[str]:
    """Return every word that has a meaning here."""
    return [*rules.scenario.table.acts, *rules.scenario.table.issues, *rules.scenario.tracks]


def meaning(rules: Rules, state: State, name: str) -> tuple[str, ...]:
    """Return what a word means, first in a sentence and then in particulars.

    `state` is as the one who asks may see it. For a word that is not known there is one sentence,
    with those that are.
    """
    scenario, table = rules.scenario, rules.scenario.table
    if name in table.acts:
        act = table.acts[name]
        return (f"{act.label}: {act.help}",)
    if name in table.issues:
        issue = table.issues[name]
        said = [f"{sentence(issue.label)} It can be settled so:"]
        said += [f"  {id}: {option.text}" for id, option in issue.options.items()]
        if rules.table.issue(name) in state.asked:
            said.append(f"Asked why it matters, he said: “{issue.why}”")
        return tuple(said)
    if name in scenario.tracks:
        track = scenario.tracks[name]
        low, high = track.range
        of = f"{track.label}, from {low} to {high}."
        if not track.words:
            return (of,)
        words = dict.fromkeys(track_word(track, level) for level in range(low, high + 1))
        return (of, f"In words, from the lowest up: {', '.join(words)}.")
    known = words_known(rules)
    hint = did_you_mean(name, known) if name else ""
    return (sentence(hint or f"ask 'why' of one of these: {', '.join(known)}"),)
